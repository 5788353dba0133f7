//! The page models: one struct a template, the contract between the program and a theme.
//!
//! A template is given exactly three names: `page` ([`Page`]), `t` (the words of the interface) and
//! `m`, one of the structs below. Nothing else, and nothing is inserted later.

use crate::present::model::*;
use serde::Serialize;

/// Safe HTML made from a record's prose.
pub type Html = String;

/// What every page knows.
#[derive(Debug, Serialize)]
pub struct Page {
    /// Title of the page.
    pub title: String,
    /// Language of the interface: id, en.
    pub lang: &'static str,
    /// Language of the records, where it is not that of the interface.
    pub records: Option<&'static str>,
    /// Title of the book.
    pub book: String,
    /// The office that publishes.
    pub organisation: String,
    /// "INTERNAL".
    pub edition: String,
    /// The strictest class of what is on the page.
    pub class: Word,
    /// A public edition.
    pub public: bool,
    /// A drill is shown: LATIHAN over everything.
    pub drill: bool,
    /// Newest data time of what is shown.
    pub data_at: Option<When>,
    /// When the page stops being valid (RFC 3339), for the reader's clock.
    pub expires: Option<String>,
    /// Way here.
    pub crumbs: Vec<Link>,
    /// Address of the search page; absent on that page itself.
    pub search: Option<String>,
    /// Menu.
    pub nav: Vec<NavItem>,
    /// What is looked up rather than watched: glossary and free pages, at the foot.
    pub more: Vec<NavItem>,
    /// Atom feeds of what the page shows, for the head.
    pub feeds: Vec<Link>,
    /// What of the page can be subscribed to or downloaded.
    pub outlets: Vec<Link>,
    /// Style sheets, relative.
    pub styles: Vec<String>,
    /// Style sheets for browsers that run no scripts; they hide what only scripts can work.
    pub without_scripts: Vec<String>,
    /// Scripts, relative; classic, deferred.
    pub scripts: Vec<String>,
    /// Relative address of the icon.
    pub icon: String,
    /// Ten hex of the SHA-256 of the view that this page shows.
    pub digest: String,
    /// Commit of the book; only in editions with provenance.
    pub commit: Option<String>,
    /// "Diubah terakhir" of the record's file; only with provenance.
    pub changed_at: Option<When>,
    /// Where the source can be edited; never in a public edition.
    pub edit: Option<String>,
}

/// An entry of the menu.
#[derive(Debug, Serialize)]
pub struct NavItem {
    /// Word and address.
    pub link: Link,
    /// This page is in this part.
    pub current: bool,
}

/// A figure of the dashboard.
#[derive(Debug, Serialize)]
pub struct Count {
    /// "Krisis terbuka".
    pub label: String,
    /// 3.
    pub value: String,
    /// Where the figure is broken down.
    pub href: Option<String>,
    /// Something is wrong when it is not nought.
    pub alarm: bool,
}

/// Something with a date.
#[derive(Debug, Serialize)]
pub struct Coming {
    /// When.
    pub at: When,
    /// What.
    pub link: Link,
    /// "Konferensi pers", "Pembaruan", "Tenggat".
    pub kind: String,
}

/// A row of the table twin of the map.
#[derive(Debug, Serialize)]
pub struct RegionRow {
    /// The region.
    pub region: Link,
    /// Short name.
    pub short: String,
    /// Open issues.
    pub open: usize,
    /// In crisis.
    pub crises: usize,
    /// Worst band, 0 where there is none or it may not be seen.
    pub level: u8,
    /// Its word, or "tidak ada isu terbuka".
    pub level_text: String,
    /// "2 isu terbuka".
    pub open_text: String,
    /// The lead issue.
    pub lead: Option<Link>,
    /// Newest data time.
    pub data_at: Option<When>,
    /// Updates that are overdue.
    pub silent: usize,
    /// Row and column of the tile map, from 1; absent for the province.
    pub tile: Option<(u8, u8)>,
}

/// A notice of a public page, before all else.
#[derive(Debug, Serialize)]
pub struct PublicNotice {
    /// Its issue.
    pub issue: Link,
    /// The notice.
    pub notice: Notice<Html>,
    /// Hotlines.
    pub contacts: Vec<Contact>,
}

/// A record that could not be read: id and the codes of what is wrong, never its text.
#[derive(Debug, Serialize)]
pub struct Broken {
    /// Id, or the kind and stem.
    pub id: String,
    /// "E0301, E0204".
    pub codes: String,
    /// Its file.
    pub path: String,
}

/// Map, matrix and their twins.
#[derive(Debug, Serialize)]
pub struct Charts {
    /// The choropleth, inline SVG.
    pub map: String,
    /// Words under it: the attribution.
    pub map_source: String,
    /// Its twin; also the tiles of small screens.
    pub regions: Vec<RegionRow>,
    /// The 5×5 matrix, inline SVG; absent where risk may not be seen.
    pub matrix: Option<String>,
    /// How scores are made; printed with them.
    pub method: String,
    /// Its twin: the issues in order of risk.
    pub ranked: Vec<Card<Html>>,
}

/// `beranda.html`: the dashboard.
#[derive(Debug, Serialize)]
pub struct Home {
    /// Public editions begin with these.
    pub notices: Vec<PublicNotice>,
    /// Figures.
    pub counts: Vec<Count>,
    /// What is burning: crises, then the highest risks.
    pub burning: Vec<Card<Html>>,
    /// Where all issues stand.
    pub register: Link,
    /// Follow-ups that are late.
    pub late: Vec<Action<Html>>,
    /// Where all follow-ups stand; in a public edition all promises.
    pub actions: Link,
    /// Issues whose promised update has not come.
    pub silent: Vec<Card<Html>>,
    /// Who has not updated, by region; never in a public edition.
    pub updates: Option<Link>,
    /// What happened, day by day.
    pub timeline: Link,
    /// What is next.
    pub coming: Vec<Coming>,
    /// What changed, newest first, each as its title and first line; and where all of it stands.
    pub changed: Vec<Change<Html>>,
    /// The page of all changes; absent where Git does not know.
    pub changes: Option<Link>,
    /// Records that could not be read; never in a public edition.
    pub broken: Vec<Broken>,
    /// Map and matrix.
    pub charts: Charts,
}

/// `peta.html`: the issue map.
#[derive(Debug, Serialize)]
pub struct MapPage {
    /// Map and matrix.
    pub charts: Charts,
}

/// `daftar-isu.html`: the register.
#[derive(Debug, Serialize)]
pub struct Register {
    /// Open issues, gravest first.
    pub open: Vec<Card<Html>>,
    /// Closed ones, newest first.
    pub closed: Vec<Card<Html>>,
    /// Drills.
    pub drills: Vec<Card<Html>>,
    /// Risk may be seen in this edition.
    pub risk: bool,
    /// What narrows the list.
    pub filters: Vec<Filter>,
    /// The archive, where something is closed.
    pub archive: Option<Link>,
}

/// `isu.html`: an issue.
#[derive(Debug, Serialize)]
pub struct IssuePage {
    /// The issue.
    pub issue: Issue<Html>,
    /// The report to be sent; never in a public edition.
    pub report: Option<Report>,
    /// Its regions' packs.
    pub packs: Vec<Link>,
    /// Its timeline, inline SVG; absent where there is too little to draw.
    pub timeline: Option<String>,
    /// The twin of the timeline, oldest first.
    pub moments: Vec<Moment<Html>>,
    /// How its risk went, inline SVG; its twin are the assessments. Absent where there are less than two.
    pub trend: Option<String>,
}

/// `wilayah.html`: a region.
#[derive(Debug, Serialize)]
pub struct RegionPage {
    /// The region.
    pub region: Region,
    /// Where all issues stand, where the lists below are cut to the gravest.
    pub all: Option<Link>,
    /// Open issues, gravest first.
    pub open: Vec<Card<Html>>,
    /// Closed.
    pub closed: Vec<Card<Html>>,
    /// Drills.
    pub drills: Vec<Card<Html>>,
    /// Open follow-ups, latest first.
    pub actions: Vec<Action<Html>>,
    /// Conferences.
    pub conferences: Vec<ConferenceCard>,
    /// Public contacts of its open issues.
    pub contacts: Vec<Contact>,
    /// The map with this region set off.
    pub map: String,
    /// Words under it.
    pub map_source: String,
    /// The matrix of its issues; absent where risk may not be seen.
    pub matrix: Option<String>,
    /// The issues numbered in it, from 1.
    pub ranked: Vec<Link>,
    /// How scores are made; printed with them.
    pub method: String,
    /// Open issues by band over time, inline SVG; absent where risk may not be seen.
    pub bands: Option<String>,
    /// Its twin, newest first.
    pub band_rows: Vec<BandRow>,
    /// Its packs.
    pub packs: Vec<Link>,
    /// The region in one file, to be sent.
    pub parcel: ParcelLink,
}

/// Where the file of a region lies, and what it is called when it is saved.
#[derive(Debug, Serialize)]
pub struct ParcelLink {
    /// Its address.
    pub link: Link,
    /// "Kota-Samarinda-internal.html".
    pub name: String,
}

/// `berkas.html`: a region in one file, to be sent; nothing in it leads out of it.
#[derive(Debug, Serialize)]
pub struct Parcel {
    /// All styles, ready to stand in the page.
    pub style: String,
    /// All scripts, ready to stand in the page.
    pub script: String,
    /// The policy that lets these and nothing else run.
    pub policy: String,
    /// The region.
    pub region: Region,
    /// Its lead issue.
    pub lead: Option<Issue<Html>>,
    /// Of its texts, those that may be read.
    pub texts: Vec<Statement<Html>>,
    /// The report of the lead issue; never in a public edition.
    pub report: Option<Report>,
    /// Notices of its open issues; public editions begin with them.
    pub notices: Vec<PublicNotice>,
    /// Public contacts of its open issues.
    pub contacts: Vec<Contact>,
    /// Open follow-ups by deadline, as many as have room.
    pub actions: Vec<Action<Html>>,
    /// "12 tindak lanjut lagi ada di situs."
    pub more_actions: Option<String>,
    /// Conferences to come.
    pub conferences: Vec<ConferenceCard>,
    /// Its other open issues, gravest first, as many as have room.
    pub others: Vec<Card<Html>>,
    /// "12 isu terbuka lagi ada di situs."
    pub more_issues: Option<String>,
    /// Drills.
    pub drills: Vec<Card<Html>>,
}

/// `daftar-wilayah.html`: the regions.
#[derive(Debug, Serialize)]
pub struct Regions {
    /// The province first.
    pub rows: Vec<RegionRow>,
}

/// `instansi.html`: an agency.
#[derive(Debug, Serialize)]
pub struct AgencyPage {
    /// The agency.
    pub agency: Agency,
    /// Issues it leads or takes part in.
    pub issues: Vec<Card<Html>>,
    /// Follow-ups on it.
    pub actions: Vec<Action<Html>>,
}

/// `daftar-instansi.html`: the agencies by region.
#[derive(Debug, Serialize)]
pub struct Agencies {
    /// Groups.
    pub groups: Vec<AgencyGroup>,
}

/// Agencies of a region.
#[derive(Debug, Serialize)]
pub struct AgencyGroup {
    /// Region.
    pub region: Link,
    /// Its agencies.
    pub agencies: Vec<Agency>,
}

/// `playbook.html`: a playbook.
#[derive(Debug, Serialize)]
pub struct PlaybookPage {
    /// The playbook.
    pub playbook: Playbook<Html>,
}

/// `daftar-playbook.html`: the playbooks.
#[derive(Debug, Serialize)]
pub struct Playbooks {
    /// All, by title.
    pub playbooks: Vec<Playbook<Html>>,
}

/// `konpers.html`: a press conference.
#[derive(Debug, Serialize)]
pub struct ConferencePage {
    /// The conference.
    pub conference: Conference<Html>,
    /// Packs of its regions.
    pub packs: Vec<Link>,
}

/// `daftar-konpers.html`: the press conferences.
#[derive(Debug, Serialize)]
pub struct Conferences {
    /// To come, next first.
    pub coming: Vec<ConferenceCard>,
    /// Held, newest first.
    pub past: Vec<ConferenceCard>,
}

/// `tindak-lanjut.html`: follow-ups.
#[derive(Debug, Serialize)]
pub struct Actions {
    /// The lists are cut; the rest stands on the pages of the agencies.
    pub cut: bool,
    /// Late, longest first.
    pub late: Vec<Action<Html>>,
    /// Open, by deadline.
    pub open: Vec<Action<Html>>,
    /// Done or dropped, newest first.
    pub done: Vec<Action<Html>>,
    /// The page of what was promised in public, where something was.
    pub promises: Option<Link>,
    /// How many are open, by agency.
    pub agencies: Vec<AgencyActions>,
}

/// Follow-ups of one agency.
#[derive(Debug, Serialize)]
pub struct AgencyActions {
    /// The agency.
    pub agency: Link,
    /// Open on it; its page lists them.
    pub open: usize,
    /// Of those, late.
    pub late: usize,
}

/// `janji.html`: promises made in public.
#[derive(Debug, Serialize)]
pub struct Promises {
    /// Late or dropped: the longest late first.
    pub broken: Vec<Action<Html>>,
    /// Open and in time, by deadline.
    pub open: Vec<Action<Html>>,
    /// Kept, newest first; `late` says which were kept late.
    pub kept: Vec<Action<Html>>,
    /// The lists are cut; the rest stands on the pages of the issues.
    pub cut: bool,
}

/// `linimasa.html`: what happened, newest day first.
#[derive(Debug, Serialize)]
pub struct Timeline {
    /// By region, inline SVG; absent where there is too little to draw. The list below is its twin.
    pub chart: Option<String>,
    /// Days, newest first.
    pub days: Vec<TimelineDay>,
    /// A page of its own, not the first.
    pub part: bool,
    /// The page with what happened after.
    pub newer: Option<Link>,
    /// The page with what happened before.
    pub older: Option<Link>,
    /// All pages, newest first.
    pub parts: Vec<Part>,
}

/// What happened on a day.
#[derive(Debug, Serialize)]
pub struct TimelineDay {
    /// "Selasa, 24 November 2026".
    pub title: String,
    /// "2026-11-24".
    pub anchor: String,
    /// Newest first.
    pub moments: Vec<Moment<Html>>,
}

/// A static page of a long list.
#[derive(Debug, Serialize)]
pub struct Part {
    /// "November 2026", its page.
    pub link: Link,
    /// How much is on it.
    pub count: String,
    /// This page.
    pub current: bool,
}

/// `arsip.html`: closed issues and what was learned.
#[derive(Debug, Serialize)]
pub struct Archive {
    /// By theme; on the first page only.
    pub lessons: Vec<ThemeLessons>,
    /// Years, newest first.
    pub years: Vec<ArchiveYear>,
    /// A page of its own, not the first.
    pub part: bool,
    /// The page with what was closed after.
    pub newer: Option<Link>,
    /// The page with what was closed before.
    pub older: Option<Link>,
    /// All pages, newest first.
    pub parts: Vec<Part>,
}

/// Issues closed in a year.
#[derive(Debug, Serialize)]
pub struct ArchiveYear {
    /// "2026".
    pub title: String,
    /// Newest first.
    pub entries: Vec<ArchiveEntry>,
}

/// A closed issue.
#[derive(Debug, Serialize)]
pub struct ArchiveEntry {
    /// As in a list.
    pub card: Card<Html>,
    /// When it was closed.
    pub closed_at: Option<When>,
    /// "12 hari": from opened to closed.
    pub duration: Option<String>,
    /// What was admitted in public, where no evaluation tells more.
    pub admission: Option<Html>,
    /// The evaluation; never in a public edition.
    pub review: Option<Review<Html>>,
}

/// What was learned about a theme.
#[derive(Debug, Serialize)]
pub struct ThemeLessons {
    /// The theme.
    pub theme: Word,
    /// Newest first.
    pub lessons: Vec<Lesson>,
    /// There are more, with the issues below.
    pub cut: bool,
}

/// What an issue taught.
#[derive(Debug, Serialize)]
pub struct Lesson {
    /// The issue.
    pub issue: Link,
    /// What is to be done better.
    pub mend: Vec<Html>,
}

/// `pemutakhiran.html`: who has not updated. Never in a public edition.
#[derive(Debug, Serialize)]
pub struct Updates {
    /// Worst first.
    pub rows: Vec<UpdateRow>,
    /// Lateness by region, inline SVG; absent where nothing is late.
    pub chart: Option<String>,
    /// Its twin.
    pub regions: Vec<LateRow>,
    /// Lateness by agency, inline SVG.
    pub agency_chart: Option<String>,
    /// Its twin: the agencies that are latest.
    pub agencies: Vec<LateRow>,
    /// Where the follow-ups stand.
    pub actions: Link,
}

/// How a region keeps its issues up to date.
#[derive(Debug, Serialize)]
pub struct UpdateRow {
    /// The region; without an address: what belongs to no region.
    pub region: Link,
    /// Open issues.
    pub open: usize,
    /// Promised updates that have not come.
    pub silent: usize,
    /// Past their validity.
    pub expired: usize,
    /// Late follow-ups.
    pub late: usize,
    /// Newest data time.
    pub data_at: Option<When>,
    /// The issue whose data are oldest.
    pub oldest: Option<Link>,
    /// When they were of.
    pub oldest_at: Option<When>,
}

/// `404.html`: served for what is not there. Without an address of the edition it knows no way to any page.
#[derive(Debug, Serialize)]
pub struct NotFound {
    /// The first page, absolute.
    pub home: Option<Link>,
    /// The register, absolute.
    pub register: Option<Link>,
}

/// `halaman.html`: a free page.
#[derive(Debug, Serialize)]
pub struct FreePage {
    /// Body.
    pub body: Vec<Html>,
}

/// `glosarium.html`: the glossary.
#[derive(Debug, Serialize)]
pub struct Glossary {
    /// Terms, by letter.
    pub letters: Vec<Letter>,
}

/// Terms that begin with a letter.
#[derive(Debug, Serialize)]
pub struct Letter {
    /// The letter.
    pub letter: String,
    /// Terms.
    pub terms: Vec<Term>,
}

/// A term.
#[derive(Debug, Serialize)]
pub struct Term {
    /// The term.
    pub term: String,
    /// Fragment of its place.
    pub anchor: String,
    /// Meaning.
    pub meaning: Html,
}

/// A choice of a filter.
#[derive(Debug, Serialize)]
pub struct Choice {
    /// Its value, as it stands in the address of the page.
    pub value: String,
    /// Its words.
    pub text: String,
}

/// A filter: all its choices, of which one may be taken.
#[derive(Debug, Serialize)]
pub struct Filter {
    /// Its name in the address of the page.
    pub name: &'static str,
    /// Its words.
    pub label: String,
    /// Its choices, in order.
    pub choices: Vec<Choice>,
}

/// `perubahan.html`: what changed.
#[derive(Debug, Serialize)]
pub struct ChangesPage {
    /// There is an earlier state to compare with.
    pub known: bool,
    /// Its moment; absent for the first state of a younger book.
    pub since: Option<When>,
    /// Issues, conferences, playbooks and pages that changed.
    pub changes: Vec<Change<Html>>,
    /// There are more than are told.
    pub cut: bool,
}

/// `cari.html`: the search.
#[derive(Debug, Serialize)]
pub struct SearchPage {
    /// Address of the folder of the index.
    pub index: String,
    /// What narrows a search.
    pub filters: Vec<Filter>,
    /// Where to look without scripts.
    pub places: Vec<Link>,
}

/// `data.html`: what can be subscribed to and downloaded.
#[derive(Debug, Serialize)]
pub struct DataPage {
    /// Calendars of everything and of the regions.
    pub calendars: Vec<Link>,
    /// Calendars of the agencies.
    pub agencies: Vec<Link>,
    /// Feeds of everything and of the regions.
    pub feeds: Vec<Link>,
    /// Feeds of the themes.
    pub themes: Vec<Link>,
    /// Tables.
    pub tables: Vec<Download>,
    /// The JSON file and its schema.
    pub files: Vec<Download>,
}

/// A file, and what is in it.
#[derive(Debug, Serialize)]
pub struct Download {
    /// Its name and address.
    pub link: Link,
    /// What is in it.
    pub text: String,
}

/// `alih.html`: where a renamed record is found now.
#[derive(Debug, Serialize)]
pub struct Moved {
    /// Its page.
    pub to: Link,
}
