//! Feeds and exports of one edition: which there are, where each lies, what it is made of.
//!
//! In: a site, and so its view. Out: each file, written piece by piece into whatever takes bytes. Drills stand in none of
//! them: what is counted, subscribed to or computed with elsewhere must not hold an exercise. A press conference about a
//! drill is an appointment all the same and says LATIHAN in calendars.

use super::build::Site;
use super::{export, feeds, route};
use crate::class::Class;
use crate::corpus::view::{self, Route, View, file_name};
use crate::corpus::vocabulary::Theme;
use crate::present::plain::{LINES, Plain, clean};
use crate::present::{Presenter, Voice};
use crate::time::Instant;
use feeds::calendar::Occasion;
use percent_encoding::{CONTROLS, utf8_percent_encode};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::io::{self, Write};

/// What a feed or a calendar is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// All that the edition shows.
    All,
    /// A region by its code.
    Region(String),
    /// A theme.
    Theme(Theme),
    /// An agency by its file name.
    Agency(String),
}

/// A file to subscribe to or to download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outlet {
    /// Atom.
    Feed(Scope),
    /// iCalendar.
    Calendar(Scope),
    /// CSV.
    Table(Table),
    /// All issues as JSON.
    Json,
    /// The JSON Schema of it.
    Schema,
    /// Addresses for search engines.
    Sitemap,
    /// What they may read.
    Robots,
}

/// A table for spreadsheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Issues.
    Issues,
    /// Follow-ups.
    Actions,
    /// Facts.
    Facts,
    /// Official numbers.
    Numbers,
}

impl Table {
    /// All of them.
    pub const ALL: [Table; 4] = [Table::Issues, Table::Actions, Table::Facts, Table::Numbers];

    /// Name of the file, and of its words.
    pub fn key(self) -> &'static str {
        match self {
            Table::Issues => "isu",
            Table::Actions => "tindak-lanjut",
            Table::Facts => "fakta",
            Table::Numbers => "angka",
        }
    }
}

impl Outlet {
    /// Its path inside the edition's folder.
    pub fn path(&self) -> String {
        match self {
            Outlet::Feed(scope) => format!("umpan/{}.xml", scope.stem()),
            Outlet::Calendar(scope) => format!("kalender/{}.ics", scope.stem()),
            Outlet::Table(table) => format!("data/{}.csv", table.key()),
            Outlet::Json => "data/kentongan.json".to_owned(),
            Outlet::Schema => "data/kentongan.schema.json".to_owned(),
            Outlet::Sitemap => "sitemap.xml".to_owned(),
            Outlet::Robots => "robots.txt".to_owned(),
        }
    }
}

impl Scope {
    fn stem(&self) -> String {
        match self {
            Scope::All => "provinsi".to_owned(),
            Scope::Region(code) => file_name(code),
            Scope::Theme(theme) => format!("tema-{}", theme.key()),
            Scope::Agency(id) => format!("instansi-{}", file_name(id)),
        }
    }

    /// The page that shows the same.
    pub fn page(&self) -> Route {
        match self {
            Scope::All => Route::Home,
            Scope::Region(code) => Route::Region(code.clone()),
            Scope::Theme(_) => Route::Register,
            Scope::Agency(id) => Route::Agency(id.clone()),
        }
    }
}

/// Feeds and exports of one edition.
pub struct Outlets<'s> {
    pub(super) site: &'s Site<'s>,
    pub(super) plain: Presenter<'s, Plain>,
    /// Issues that are no drills, newest data first.
    pub(super) newest: Vec<&'s view::Issue<'s>>,
    /// What stands in calendars, by time.
    pub(super) occasions: Vec<Occasion<'s>>,
    /// Places in `occasions`.
    pub(super) of_region: HashMap<&'s str, Vec<usize>>,
    /// Places in `occasions`.
    pub(super) of_agency: HashMap<&'s str, Vec<usize>>,
}

/// When what an edition shows of an issue last changed, as far as the record tells: its newest data, a text that was
/// released, its closing; else when it was opened. What is dated ahead has not happened.
pub(super) fn updated(view: &View<'_>, issue: &view::Issue<'_>) -> Instant {
    let texts = issue.statements.iter().filter_map(|s| s.released_at);
    let notice = issue.notice.as_ref().and_then(|n| n.released_at);
    let closed = issue.closed_at.map(|day| day.at);
    let known = issue.data_at.into_iter().chain(texts).chain(notice).chain(closed);
    known.filter(|at| *at <= view.as_of).max().unwrap_or(issue.opened_at)
}

impl<'s> Outlets<'s> {
    /// Sorts and groups once.
    pub fn new(site: &'s Site<'s>) -> Outlets<'s> {
        let voice = site.voice;
        let mut newest: Vec<_> = voice.view.issues.iter().filter(|i| !i.drill).collect();
        newest.sort_by_cached_key(|i| (Reverse(updated(voice.view, i)), i.id));
        let occasions = feeds::calendar::occasions(voice);
        let mut of_region: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut of_agency: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, occasion) in occasions.iter().enumerate() {
            occasion.regions().iter().for_each(|r| of_region.entry(*r).or_default().push(at));
            occasion.agency().iter().for_each(|a| of_agency.entry(*a).or_default().push(at));
        }
        Outlets { site, plain: Presenter::new(voice, LINES), newest, occasions, of_region, of_agency }
    }

    pub(super) fn voice(&self) -> &'s Voice<'s> {
        self.site.voice
    }

    pub(super) fn view(&self) -> &'s View<'s> {
        self.site.voice.view
    }

    pub(super) fn word(&self, key: &'s str) -> &'s str {
        self.site.voice.locale.word(key)
    }

    /// Every file of the edition. A region, theme or agency without anything has its feed and calendar too: who
    /// subscribed yesterday must not find the address gone.
    pub fn all(&self) -> Vec<Outlet> {
        let view = self.view();
        let regions = || view.regions.iter().filter(|r| r.code != view.home).map(|r| Scope::Region(r.code.to_owned()));
        let agencies = view.agencies.iter().map(|a| Scope::Agency(a.id.to_owned()));
        let themes = Theme::ALL.iter().map(|t| Scope::Theme(*t));
        // The largest first, so that no worker is left alone with it at the end.
        let mut all = vec![Outlet::Json];
        all.extend(Table::ALL.map(Outlet::Table));
        all.extend([Scope::All].into_iter().chain(regions()).chain(agencies).map(Outlet::Calendar));
        all.extend([Scope::All].into_iter().chain(regions()).chain(themes).map(Outlet::Feed));
        all.push(Outlet::Schema);
        if view.public && self.site.around.url.is_some() {
            all.extend([Outlet::Sitemap, Outlet::Robots]);
        }
        all
    }

    /// Writes one of them.
    pub fn write(&self, outlet: &Outlet, to: &mut dyn Write) -> io::Result<()> {
        match outlet {
            Outlet::Feed(scope) => feeds::atom::write(self, scope, to),
            Outlet::Calendar(scope) => feeds::calendar::write(self, scope, to),
            Outlet::Table(table) => export::table::write(self, *table, to),
            Outlet::Json => export::json::write(self, to),
            Outlet::Schema => export::json::write_schema(to),
            Outlet::Sitemap => feeds::sitemap::write(self, to),
            Outlet::Robots => feeds::sitemap::write_robots(self, to),
        }
    }

    /// The address of a file of the edition: absolute where it is known where the edition will lie, else relative to a
    /// file one folder down, where feeds and exports lie.
    pub(super) fn address(&self, path: &str) -> String {
        self.absolute(path).unwrap_or_else(|| format!("../{}", utf8_percent_encode(path, CONTROLS)))
    }

    /// The absolute address of a file of the edition, where the edition has one.
    pub(super) fn absolute(&self, path: &str) -> Option<String> {
        self.site.around.url.map(|url| format!("{url}{}", utf8_percent_encode(path, CONTROLS)))
    }

    /// The address of a page.
    pub(super) fn page(&self, route: &Route) -> String {
        self.address(&route::path(route))
    }

    /// "INTERNAL · Terbatas": what stands on a page's edge stands in each file too.
    pub(super) fn mark(&self, class: Class) -> String {
        format!("{} · {}", self.view().edition.to_uppercase(), self.voice().word(class).text)
    }

    /// "Kota Samarinda – Buku Krisis Kalimantan Timur (INTERNAL)": what a feed or calendar is called in the list of its
    /// subscriber; `all` is the key for everything. The public needs no edition's name.
    pub(super) fn title(&self, scope: &Scope, all: &'s str) -> String {
        let name = match scope {
            Scope::All => self.word(all).to_owned(),
            Scope::Region(code) => self.plain.region_link(code).text,
            Scope::Theme(theme) => self.voice().word(*theme).text,
            Scope::Agency(id) => self.plain.agency_link(id).text,
        };
        let edition = self.view().edition.to_uppercase();
        let edition = if self.view().public { String::new() } else { format!(" ({edition})") };
        clean(&format!("{name} – {}{edition}", self.site.around.book)).into_owned()
    }

    /// Names of an issue's regions.
    pub(super) fn regions(&self, codes: &[&str]) -> String {
        let names: Vec<String> = codes.iter().map(|c| self.plain.region_link(c).text).collect();
        names.join(", ")
    }
}
