//! What narrows a list: the choices that this edition's own things offer, and the page of the search.

use super::{P, Shown, Site};
use crate::class::Class;
use crate::corpus::view::{self, Route, file_name};
use crate::corpus::vocabulary::{Escalation, Stage, Theme, Vocabulary};
use crate::diagnostic::Diagnostic;
use crate::present::FRESHNESS;
use crate::site::model::{Choice, Filter, SearchPage};
use crate::site::route;
use crate::site::search::Kind;
use std::collections::BTreeSet;

impl Site<'_> {
    pub(super) fn search(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let filters =
            [Some(self.kinds(p)), self.by_region_choice(p), self.themes(p), self.years(p), Some(self.states(p))];
        let places = [Route::Register, Route::Regions, Route::Agencies, self.tasks_page(), Route::Glossary];
        let title = |r: &Route| match r {
            Route::Register => "site.title.register",
            Route::Regions => "site.title.regions",
            Route::Agencies => "site.title.agencies",
            Route::Actions => "site.title.actions",
            Route::Promises => "site.title.promises",
            _ => "site.title.glossary",
        };
        let model = SearchPage {
            index: format!("{}cari/", route::up(route)),
            filters: filters.into_iter().flatten().filter(|f| f.choices.len() > 1).collect(),
            places: places.iter().map(|r| p.link(p.locale().word(title(r)), r)).collect(),
        };
        // The page itself shows nothing; its results may be of any class that the edition holds.
        let shown = Shown { class: self.view().ceiling.max(Class::Ordinary), ..Shown::default() };
        self.finish(&self.page(p, route, self.title("site.title.search"), shown), model)
    }

    fn filter(p: &P<'_>, name: &'static str, choices: Vec<Choice>) -> Filter {
        Filter { name, label: p.locale().word(&format!("site.filter.{name}")).to_owned(), choices }
    }

    fn kinds(&self, p: &P<'_>) -> Filter {
        let view = self.view();
        let there = |kind: &Kind| match kind {
            Kind::Region => !view.regions.is_empty(),
            Kind::Agency => !view.agencies.is_empty(),
            Kind::Playbook => !view.playbooks.is_empty(),
            Kind::Conference => !view.conferences.is_empty(),
            Kind::Page => !view.pages.is_empty(),
            Kind::Term => !view.terms.is_empty(),
            Kind::Issue => !view.issues.is_empty(),
        };
        let choice = |kind: Kind| Choice {
            value: kind.key().to_owned(),
            text: p.locale().word(&format!("site.search.kind.{}", kind.key())).to_owned(),
        };
        Self::filter(p, "jenis", Kind::ALL.into_iter().rev().filter(there).map(choice).collect())
    }

    /// What narrows the register: only what this edition's issues differ in.
    pub(super) fn register_filters(&self, p: &P<'_>) -> Vec<Filter> {
        let issues = || self.view().issues.iter();
        let stages: BTreeSet<Stage> = issues().filter_map(|i| i.stage).collect();
        let escalations: BTreeSet<Escalation> = issues().filter_map(|i| i.escalation).collect();
        let filters = [
            self.by_region_choice(p),
            self.themes(p),
            Self::some_words(p, "eskalasi", escalations.into_iter().rev()),
            Self::some_words(p, "tahap", stages),
            self.bands(p),
            self.agency_choice(p),
            Some(Self::freshness(p)),
        ];
        filters.into_iter().flatten().filter(|f| f.choices.len() > 1).collect()
    }

    /// Bands of risk, gravest first.
    fn bands(&self, p: &P<'_>) -> Option<Filter> {
        let bands: BTreeSet<u8> = self.view().issues.iter().filter_map(|i| i.risks.first()).map(|r| r.level).collect();
        let choice = |level: u8| Choice { value: level.to_string(), text: format!("{level} {}", p.level_text(level)) };
        let choices: Vec<Choice> = bands.into_iter().rev().map(choice).collect();
        (!choices.is_empty()).then(|| Self::filter(p, "tingkat", choices))
    }

    /// Agencies that lead an issue or take part in it.
    fn agency_choice(&self, p: &P<'_>) -> Option<Filter> {
        let there = self.view().agencies.iter().filter(|a| self.by_agency.contains_key(a.id));
        let choices: Vec<Choice> =
            there.map(|a| Choice { value: file_name(a.id), text: self.voice.agency_name(a) }).collect();
        (!choices.is_empty()).then(|| Self::filter(p, "instansi", choices))
    }

    fn freshness(p: &P<'_>) -> Filter {
        let choice = |key: &&str| Choice {
            value: (*key).to_owned(),
            text: p.locale().word(&format!("site.filter.fresh.{key}")).to_owned(),
        };
        Self::filter(p, "kesegaran", FRESHNESS.iter().map(choice).collect())
    }

    /// Regions that have something to find.
    pub(super) fn by_region_choice(&self, p: &P<'_>) -> Option<Filter> {
        let choice = |r: &view::Region<'_>| Choice { value: r.code.to_owned(), text: p.region_in_passing(r.code).text };
        let choices: Vec<Choice> = self.view().regions.iter().map(choice).collect();
        (!choices.is_empty()).then(|| Self::filter(p, "wilayah", choices))
    }

    /// Themes of the issues.
    pub(super) fn themes(&self, p: &P<'_>) -> Option<Filter> {
        let of: BTreeSet<Theme> = self.view().issues.iter().flat_map(|i| i.themes).copied().collect();
        Self::some_words(p, "tema", of)
    }

    /// A filter by a vocabulary, where it has values.
    pub(super) fn some_words<V: Vocabulary>(
        p: &P<'_>,
        name: &'static str,
        values: impl IntoIterator<Item = V>,
    ) -> Option<Filter> {
        let choices: Vec<Choice> =
            values.into_iter().map(|v| Choice { value: v.word().to_owned(), text: p.word(v).text }).collect();
        (!choices.is_empty()).then(|| Self::filter(p, name, choices))
    }

    fn years(&self, p: &P<'_>) -> Option<Filter> {
        let years: BTreeSet<String> = self.view().issues.iter().map(|i| self.voice.year(i.opened_at)).collect();
        let choices = years.into_iter().rev().map(|y| Choice { value: y.clone(), text: y }).collect::<Vec<_>>();
        (!choices.is_empty()).then(|| Self::filter(p, "tahun", choices))
    }

    fn states(&self, p: &P<'_>) -> Filter {
        let choice =
            |(value, key): (&str, &str)| Choice { value: value.to_owned(), text: p.locale().word(key).to_owned() };
        let all = [("terbuka", "site.filter.open"), ("selesai", "site.filter.closed")];
        Self::filter(p, "status", all.into_iter().map(choice).collect())
    }
}
