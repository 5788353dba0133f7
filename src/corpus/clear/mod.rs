//! The gate: what an edition's reader may see of each record.
//!
//! In: the catalogue and an edition. Out: a [`View`]. It only takes away, and it cannot fail. Every
//! function takes its record apart without `..`, so that a new field does not compile until somebody
//! has written here who may see it.

mod issue;
mod other;
mod pictures;
mod speech;

use super::body::Section;
use super::catalogue::Catalogue;
use super::fields::{AgencyRef, Item, Reference, RegionRef};
use super::guarded::Guarded;
use super::lower::{Entity, Records};
use super::prose::Prose;
use super::record::agency::Agency;
use super::record::issue::Issue;
use super::rules::{self, Bench, Finding, Judged, Withheld};
use super::sight::Sight;
use super::view::{Broken, Edition, Fault, Mark, Place, Route, Text, View};
use super::vocabulary::Disclosure;
use crate::class::Class;
use crate::config::Config;
use rayon::prelude::*;
use std::cell::Cell;
use std::collections::{BTreeSet, HashMap, HashSet};

/// The right to see, of one edition. Made here and nowhere else; it lives as long as one view takes.
pub(crate) struct Clearance<'c> {
    edition: &'c Edition,
    config: &'c Config,
    catalogue: &'c Catalogue,
    issues: HashSet<&'c str>,
    agencies: HashSet<&'c str>,
    playbooks: HashSet<&'c str>,
    /// Drills of any class: what is about them is kept from the public even where the drill itself is hidden.
    drills: HashSet<&'c str>,
    /// What a public edition leaves out, because a rule of the field found an error there.
    withheld: &'c Withheld,
}

/// The bench of an edition and what its rules found: only of what it may see.
struct Desk<'d> {
    bench: Bench<'d>,
    judged: Judged,
}

impl Desk<'_> {
    /// The marks of a record.
    fn marks(&self, id: &str) -> Vec<Mark> {
        let mark = |f: &Finding| Mark {
            code: f.problem.code.as_str(),
            severity: f.problem.severity,
            args: f.problem.args.clone(),
            about: f.about.clone(),
        };
        self.judged.get(id).map_or_else(Vec::new, |found| found.iter().map(mark).collect())
    }
}

impl<'c> Clearance<'c> {
    fn new(
        catalogue: &'c Catalogue,
        withheld: &'c Withheld,
        config: &'c Config,
        edition: &'c Edition,
    ) -> Clearance<'c> {
        let none = HashSet::new;
        let mut clearance = Clearance {
            edition,
            config,
            catalogue,
            issues: none(),
            agencies: none(),
            playbooks: none(),
            drills: none(),
            withheld,
        };
        let records = &catalogue.records;
        let drills = records.issues.iter().filter(|e| e.guarded.for_author().drill == Some(true));
        clearance.drills = drills.map(|e| e.head.id.as_str()).collect();
        let seen = |e: &&Entity<Issue>| clearance.issue(e).is_some();
        clearance.issues = records.issues.iter().filter(seen).map(|e| e.head.id.as_str()).collect();
        clearance.agencies =
            records.agencies.iter().filter(|e| clearance.agency(e).is_some()).map(|e| e.head.stem.as_str()).collect();
        let playbooks = records.playbooks.iter().filter(|e| e.guarded.cleared(&clearance).is_some());
        clearance.playbooks = playbooks.filter(|_| !edition.config.public).map(|e| e.head.id.as_str()).collect();
        clearance
    }

    /// The strictest class that may be seen.
    pub(crate) fn ceiling(&self) -> Class {
        self.edition.config.ceiling
    }

    fn public(&self) -> bool {
        self.edition.config.public
    }

    pub(crate) fn in_scope(&self, code: &str) -> bool {
        let scope = self.edition.config.regions.as_ref();
        scope.is_none_or(|regions| regions.contains(code))
    }

    /// Something of these regions is in scope when one of them is; of no region, only in the whole book.
    fn any_in_scope(&self, regions: &[RegionRef]) -> bool {
        let mut codes = regions.iter().filter_map(|r| r.0.found.as_deref()).peekable();
        if codes.peek().is_none() {
            return self.edition.config.regions.is_none();
        }
        codes.any(|c| self.in_scope(c))
    }

    /// An issue: at or below the ceiling and in scope; for the public, open, real and not excluded.
    pub(crate) fn issue<'a>(&self, entity: &'a Entity<Issue>) -> Option<&'a Issue> {
        let issue = entity.guarded.cleared(self)?;
        let fit = !self.public() || (issue.drill != Some(true) && issue.disclosure != Some(Disclosure::Excluded));
        let sound = !self.public() || !self.withheld.has(&entity.head.span);
        (fit && sound && self.any_in_scope(&issue.regions)).then_some(issue)
    }

    /// Codes of the regions in scope.
    fn codes<'a>(&self, regions: &'a [RegionRef]) -> Vec<&'a str> {
        let codes = regions.iter().filter_map(|r| r.0.found.as_deref()).filter(|c| self.in_scope(c));
        let mut seen = BTreeSet::new();
        codes.filter(|c| seen.insert(*c)).collect()
    }

    /// Is an agency shown?
    pub(crate) fn shows_agency(&self, entity: &Entity<Agency>) -> bool {
        self.agencies.contains(entity.head.stem.as_str())
    }

    /// The agency that a reference means, if it is shown.
    pub(crate) fn agency_of<'a>(&self, reference: &'a AgencyRef) -> Option<&'a str> {
        reference.0.found.as_deref().filter(|id| self.agencies.contains(id))
    }
}

/// What goes through the gate for one record; remembers the strictest class that did.
struct Gate<'g, 'c> {
    clearance: &'g Clearance<'c>,
    mark: Cell<Class>,
    /// Ids of the facts and statements of the record that may be seen: nothing else may be named as a support.
    seen: BTreeSet<String>,
}

impl<'g, 'c> Gate<'g, 'c> {
    fn new(clearance: &'g Clearance<'c>, class: Class) -> Gate<'g, 'c> {
        Gate { clearance, mark: Cell::new(class), seen: BTreeSet::new() }
    }

    fn public(&self) -> bool {
        self.clearance.public()
    }

    /// Those of some references that lead to something seen.
    fn named<'a>(&self, references: impl Iterator<Item = &'a Reference>) -> Vec<&'a str> {
        references.filter_map(|r| r.found.as_deref()).filter(|id| self.seen.contains(*id)).collect()
    }

    /// `Some` in editions that are not public.
    fn inside<T>(&self, value: T) -> Option<T> {
        (!self.public()).then_some(value)
    }

    /// The list in editions that are not public, nothing in others.
    fn inside_all<'a, T, V>(&self, list: &'a [Item<T>], clear: impl Fn(&'a Item<T>, &'a T) -> Option<V>) -> Vec<V> {
        if self.public() { Vec::new() } else { self.all(list, clear) }
    }

    /// The items that may be seen, through the function of their kind.
    fn all<'a, T, V>(&self, list: &'a [Item<T>], clear: impl Fn(&'a Item<T>, &'a T) -> Option<V>) -> Vec<V> {
        let mut seen = Vec::with_capacity(list.len());
        seen.extend(list.iter().filter_map(|item| self.one(item, &clear)));
        seen
    }

    fn one<'a, T, V>(&self, item: &'a Item<T>, clear: impl Fn(&'a Item<T>, &'a T) -> Option<V>) -> Option<V> {
        let value = item.guarded.cleared(self.clearance)?;
        if self.public() && self.clearance.withheld.has(&item.span) {
            return None;
        }
        let view = clear(item, value)?;
        self.mark.set(self.mark.get().max(item.guarded.class()));
        Some(view)
    }

    fn opt<'a, T, V>(&self, item: &'a Option<Item<T>>, clear: impl Fn(&'a Item<T>, &'a T) -> Option<V>) -> Option<V> {
        item.as_ref().and_then(|item| self.one(item, clear))
    }

    fn boxed<'a, T, V>(
        &self,
        item: &'a Option<Box<Item<T>>>,
        clear: impl Fn(&'a Item<T>, &'a T) -> Option<V>,
    ) -> Option<V> {
        item.as_deref().and_then(|item| self.one(item, clear))
    }

    /// Prose that may become public: withheld like all, and for the public also while it tells of deaths
    /// before the families know.
    fn open<'a>(&self, prose: &'a Prose) -> Option<Text<'a>> {
        let kept = || prose.toll.is_some() || self.clearance.withheld.has_text(prose);
        text(prose).filter(|_| !(self.public() && kept()))
    }

    fn some_open<'a>(&self, prose: &'a Option<Prose>) -> Option<Text<'a>> {
        prose.as_ref().and_then(|p| self.open(p))
    }

    /// Sections of a body: those in `::: publik` for the public, all that are cleared for others.
    fn body<'a>(&self, body: &'a [Guarded<Section>]) -> Vec<Text<'a>> {
        let seen = body.iter().filter_map(|s| {
            let section = s.cleared(self.clearance)?;
            let shown = section.public || !self.public();
            let text = shown.then(|| self.open(&section.prose)).flatten()?;
            self.mark.set(self.mark.get().max(s.class()));
            Some(text)
        });
        seen.collect()
    }

    /// A body that is open as a whole, as those of free pages.
    fn open_body<'a>(&self, body: &'a [Guarded<Section>]) -> Vec<Text<'a>> {
        body.iter().filter_map(|s| s.cleared(self.clearance)).filter_map(|s| self.open(&s.prose)).collect()
    }

    fn faults(&self, faults: &[Guarded<Fault>]) -> Vec<Fault> {
        if self.public() {
            return Vec::new();
        }
        faults.iter().filter_map(|f| f.cleared(self.clearance)).cloned().collect()
    }
}

/// Prose, unless it is withheld.
fn text(prose: &Prose) -> Option<Text<'_>> {
    (!prose.withheld).then_some(prose.blocks.as_slice())
}

fn some_text(prose: &Option<Prose>) -> Option<Text<'_>> {
    prose.as_ref().and_then(text)
}

fn texts(list: &[Prose]) -> Vec<Text<'_>> {
    list.iter().filter_map(text).collect()
}

/// What an edition's reader may see.
pub(crate) fn view<'a>(
    catalogue: &'a Catalogue,
    withheld: &'a Withheld,
    config: &'a Config,
    edition: &'a Edition,
) -> View<'a> {
    let clearance = Clearance::new(catalogue, withheld, config, edition);
    let bench = Bench::new(Sight::Reader(&clearance), catalogue, config, edition.as_of, None);
    let judged = if edition.config.public { Judged::new() } else { rules::judge(&bench) };
    let desk = &Desk { bench, judged };
    let records = &catalogue.records;
    let c = &clearance;
    let mut regions: Vec<_> = records.regions.iter().filter_map(|e| c.region(e)).collect();
    regions.sort_by_key(|r| r.code);
    let mut agencies: Vec<_> = records.agencies.iter().filter_map(|e| c.agency(e)).collect();
    agencies.sort_by_key(|a| (a.region, a.name, a.id));
    let mut issues: Vec<_> = records.issues.par_iter().filter_map(|e| c.view_issue(e, desk)).collect();
    issues.sort_by(|a, b| gravity(a).cmp(&gravity(b)));
    let mut playbooks: Vec<_> = records.playbooks.iter().filter_map(|e| c.playbook(e, desk)).collect();
    playbooks.sort_by_key(|p| (p.title, p.id));
    let mut conferences: Vec<_> = records.conferences.iter().filter_map(|e| c.conference(e, desk)).collect();
    conferences.sort_by_key(|k| (k.at, k.id));
    let mut pages: Vec<_> = records.pages.iter().filter_map(|e| c.page(e)).collect();
    pages.sort_by_key(|p| (p.order, p.title, p.stem));
    let mut terms: Vec<_> = records.terms.iter().filter_map(|t| c.term(t)).collect();
    terms.sort_by_key(|t| t.term.to_lowercase());
    let mut view = View {
        edition: &edition.config.name,
        ceiling: edition.config.ceiling,
        public: edition.config.public,
        whole: edition.config.regions.is_none(),
        as_of: edition.as_of,
        zone: config.zone,
        method: config.risk,
        home: &config.region,
        regions,
        agencies,
        issues,
        playbooks,
        conferences,
        pages,
        pictures: BTreeSet::new(),
        terms,
        broken: c.broken(records),
        places: HashMap::new(),
        redirects: Vec::new(),
    };
    view.pictures = pictures::shown(&view);
    view.places = places(&view);
    redirect(&mut view, catalogue);
    view
}

/// Order of issues: open before closed, real before drill, gravest, newest, id. For the public, the
/// parts that it may not know are all equal and so do not show.
fn gravity<'v>(issue: &'v super::view::Issue<'_>) -> impl Ord + 'v {
    let risk = issue.risks.first().map_or(0, |r| r.score);
    let level = issue.risks.first().map_or(0, |r| r.level);
    (
        issue.closed,
        issue.drill,
        std::cmp::Reverse(issue.escalation),
        std::cmp::Reverse((level, risk)),
        std::cmp::Reverse(issue.opened_at),
        issue.id,
    )
}

fn places<'a>(view: &View<'a>) -> HashMap<&'a str, Place<'a>> {
    let mut places = HashMap::with_capacity(view.issues.len() + view.agencies.len() + 64);
    for i in &view.issues {
        places.insert(i.id, Place { route: Route::Issue(i.id.to_owned()), title: i.title });
    }
    for p in &view.playbooks {
        places.insert(p.id, Place { route: Route::Playbook(p.stem.to_owned()), title: p.title });
    }
    for k in &view.conferences {
        places.insert(k.id, Place { route: Route::Conference(k.stem.to_owned()), title: k.title });
    }
    places
}

fn redirect<'a>(view: &mut View<'a>, catalogue: &'a Catalogue) {
    for e in &catalogue.records.pages {
        if let Some(page) = view.pages.iter().find(|p| p.path == e.head.path) {
            view.places.insert(&e.head.id, Place { route: Route::Page(page.stem.to_owned()), title: page.title });
        }
    }
    for e in &catalogue.records.regions {
        if let Some(region) = view.regions.iter().find(|r| r.path == e.head.path) {
            view.places.insert(&e.head.id, Place { route: Route::Region(region.code.to_owned()), title: region.name });
        }
    }
    let stems: HashMap<&str, usize> = view.agencies.iter().enumerate().map(|(i, a)| (a.path, i)).collect();
    for e in &catalogue.records.agencies {
        if let Some(agency) = stems.get(e.head.path.as_str()).map(|i| &view.agencies[*i]) {
            view.places.insert(&e.head.id, Place { route: Route::Agency(agency.id.to_owned()), title: agency.name });
        }
    }
    for (alias, id) in &catalogue.index.aliases {
        let Some(place) = view.places.get(id.as_str()).cloned() else { continue };
        if !view.places.contains_key(alias.as_str()) {
            view.redirects.push((alias, place.route.clone()));
            view.places.insert(alias, place);
        }
    }
}

impl Clearance<'_> {
    fn broken<'a>(&self, records: &'a Records) -> Vec<Broken<'a>> {
        if self.public() {
            return Vec::new();
        }
        let seen = records.broken.iter().filter_map(|b| b.cleared(self));
        let here = seen.filter(|b| match &b.folder_region {
            Some(code) => self.in_scope(code),
            None => self.edition.config.regions.is_none(),
        });
        here.map(|b| Broken { id: &b.id, codes: b.codes.clone(), path: &b.path }).collect()
    }
}
