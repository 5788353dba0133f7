//! Times, numbers and names in words; what every medium needs to print prose.

use super::model::{Picture, When, Word};
use crate::config::RiskMethod;
use crate::corpus::fields::Day;
use crate::corpus::view::text::{PictureKey, Precision, Quantity};
use crate::corpus::view::{self, Agency, Conference, Issue, Place, Region, View};
use crate::corpus::vocabulary::Vocabulary;
use crate::locale::Locale;
use crate::picture::Album;
use crate::time::Instant;
use std::collections::HashMap;
use std::sync::Arc;

/// The words of one view in one language.
pub struct Voice<'p> {
    /// What may be seen.
    pub view: &'p View<'p>,
    /// The language.
    pub locale: &'p Locale,
    /// The pictures that are shown; without it, their words stand for them.
    album: Option<&'p Album>,
    /// The day on which the words are read: a time of another day is printed with its date.
    today: Instant,
    names: Arc<Names<'p>>,
}

/// Everything by its name.
struct Names<'p> {
    agencies: HashMap<&'p str, &'p Agency<'p>>,
    regions: HashMap<&'p str, &'p Region<'p>>,
    issues: HashMap<&'p str, &'p Issue<'p>>,
    conferences: HashMap<&'p str, Vec<&'p Conference<'p>>>,
    uses: HashMap<&'p str, Vec<&'p Issue<'p>>>,
}

impl<'p> Voice<'p> {
    /// A voice.
    pub fn new(view: &'p View<'p>, locale: &'p Locale) -> Voice<'p> {
        let agencies = view.agencies.iter().map(|a| (a.id, a)).collect();
        let regions = view.regions.iter().map(|r| (r.code, r)).collect();
        let issues = view.issues.iter().map(|i| (i.id, i)).collect();
        let mut conferences: HashMap<&str, Vec<_>> = HashMap::new();
        for conference in &view.conferences {
            conference.issues.iter().for_each(|id| conferences.entry(*id).or_default().push(conference));
        }
        let mut uses: HashMap<&str, Vec<_>> = HashMap::new();
        for issue in view.issues.iter().filter(|i| !i.drill) {
            issue.playbook.iter().for_each(|p| uses.entry(*p).or_default().push(issue));
        }
        let names = Arc::new(Names { agencies, regions, issues, conferences, uses });
        Voice { view, locale, album: None, today: view.as_of, names }
    }

    /// The same voice for a medium that shows pictures.
    #[must_use]
    pub fn showing(self, album: &'p Album) -> Voice<'p> {
        Voice { album: Some(album), ..self }
    }

    /// The same voice for words that are read on another day, such as that of a press conference.
    pub fn read_on(&self, day: Instant) -> Voice<'p> {
        Voice { today: day, names: self.names.clone(), ..*self }
    }

    /// An issue by its id.
    pub fn issue(&self, id: &str) -> Option<&'p Issue<'p>> {
        self.names.issues.get(id).copied()
    }

    /// Conferences about an issue.
    pub fn conferences_about(&self, id: &str) -> &[&'p Conference<'p>] {
        self.names.conferences.get(id).map_or(&[], Vec::as_slice)
    }

    /// Issues that use a playbook.
    pub fn uses_of(&self, playbook: &str) -> &[&'p Issue<'p>] {
        self.names.uses.get(playbook).map_or(&[], Vec::as_slice)
    }

    /// An agency by its file name.
    pub fn agency(&self, id: &str) -> Option<&'p Agency<'p>> {
        self.names.agencies.get(id).copied()
    }

    /// A region by its code.
    pub fn region(&self, code: &str) -> Option<&'p Region<'p>> {
        self.names.regions.get(code).copied()
    }

    /// "BPBD Samarinda": an agency as offices call it.
    pub fn agency_name(&self, agency: &Agency<'_>) -> String {
        let region = agency.region.filter(|r| *r != self.view.home).and_then(|r| self.region(r));
        view::agency_name(agency.name, agency.acronym, region.map(common_name))
    }

    /// Where a record is shown.
    pub fn place(&self, id: &str) -> Option<&Place<'p>> {
        self.view.places.get(id)
    }

    /// A picture with its description, where the edition shows it and the medium shows pictures; `href` says how a page
    /// reaches a file of the edition.
    pub fn picture(
        &self,
        key: Option<PictureKey>,
        alt: &str,
        href: impl Fn(&str) -> Option<String>,
    ) -> Option<Picture> {
        let printed = self.album?.get(key?)?;
        let hrefs: Option<Vec<String>> = printed.files.iter().map(|f| href(&f.path)).collect();
        let hrefs = hrefs?;
        let sources = hrefs.iter().zip(&printed.files).map(|(href, f)| format!("{href} {}w", f.width));
        let undescribed = || self.locale.word("present.undescribed").to_owned();
        Some(Picture {
            srcset: (hrefs.len() > 1).then(|| sources.collect::<Vec<_>>().join(", ")),
            src: hrefs.into_iter().next()?,
            width: printed.width,
            height: printed.height,
            alt: Some(alt.to_owned()).filter(|a| !a.is_empty()).unwrap_or_else(undescribed),
        })
    }

    /// The digest of an issue, its pictures among it.
    pub fn digest_of(&self, issue: &Issue<'_>) -> [u8; 32] {
        self.album.map_or(issue.digest, |album| album.digest_of(issue))
    }

    /// A value of a vocabulary with its label.
    pub fn word(&self, value: impl Vocabulary) -> Word {
        let key = value.word();
        Word { key, text: self.locale.label(value.label(), key).to_owned() }
    }

    /// A time, three ways, in the book's zone.
    pub fn when(&self, at: Instant) -> When {
        let at = self.view.zone.show(at);
        When { iso: at.iso(), text: self.locale.time_long(at), short: self.locale.time_short(at) }
    }

    /// "2026", in the book's zone.
    pub fn year(&self, at: Instant) -> String {
        self.view.zone.show(at).date().0.to_string()
    }

    /// A day, or a moment of it.
    pub fn day(&self, day: Day) -> When {
        if !day.whole {
            return self.when(day.at);
        }
        let at = self.view.zone.show(day.at);
        let text = self.locale.day_long(at);
        When { iso: at.iso(), short: text.clone(), text }
    }

    /// "pukul 07.00 WITA", with the date where it is another day than the edition's.
    pub fn time_of(&self, at: Instant) -> String {
        let today = self.view.zone.show(self.today);
        self.locale.time_of(self.view.zone.show(at), today)
    }

    /// "Terlambat 2 jam".
    pub fn late(&self, minutes: i64) -> String {
        self.locale.say("present.late", &[("span", self.locale.duration(minutes))])
    }

    /// "sekitar 1.312 KK", "Rp1.312", "12,5 persen".
    pub fn quantity(&self, quantity: &Quantity) -> String {
        let number = self.locale.decimal(quantity.value);
        let text = match quantity.unit.as_deref() {
            Some(unit) if unit.eq_ignore_ascii_case("rupiah") => format!("Rp{number}"),
            Some(unit) if unit.eq_ignore_ascii_case("persen") || unit == "%" => {
                self.locale.say("present.percent", &[("n", number)])
            }
            Some(unit) => format!("{number} {unit}"),
            None => number,
        };
        match quantity.precision {
            Precision::Exact => text,
            Precision::About => self.locale.say("present.about", &[("text", text)]),
            Precision::AtLeast => self.locale.say("present.at_least", &[("text", text)]),
        }
    }

    /// The method of scores, in words; printed wherever a score is.
    pub fn method(&self) -> &str {
        let key = match self.view.method {
            RiskMethod::Matrix => "matrix",
            RiskMethod::Product => "product",
        };
        self.locale.label("method", key)
    }

    /// "3 isu terbuka".
    pub fn open_issues(&self, count: usize) -> String {
        self.locale.count("present.issues_open", count)
    }
}

/// What a region is called in passing.
pub(super) fn common_name<'r>(region: &'r Region<'_>) -> &'r str {
    view::common_name(region.name, region.aliases)
}
