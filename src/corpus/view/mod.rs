//! What an edition's reader may see: plain data, nothing hidden behind it.
//!
//! In: nothing but what the gate lets out. Out: [`View`], from which pages, packs and feeds are made.
//! Lateness, staleness and counts are computed here from the edition's as-of, so that no renderer
//! compares dates. Texts are borrowed from the corpus; nothing is copied per page.

mod issue;
pub mod text;

pub use issue::*;

use super::fields::Day;
use super::vocabulary::*;
use crate::class::Class;
use crate::config::{EditionConfig, RiskMethod};
use crate::locale::number::Decimal;
use crate::time::{Instant, Zone};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};
use text::{Block, PictureKey};

/// An audience at a moment: ceiling, scope, as-of.
#[derive(Debug, Clone)]
pub struct Edition {
    /// Audience and scope.
    pub config: EditionConfig,
    /// The moment that decides what is late and what is stale.
    pub as_of: Instant,
}

/// Prose that may be seen.
pub type Text<'a> = &'a [Block];

/// Where something is shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Route {
    /// `index.html`
    Home,
    /// `peta.html`
    Map,
    /// `isu/index.html`
    Register,
    /// `isu/ISU-….html`
    Issue(String),
    /// `wilayah/index.html`
    Regions,
    /// `wilayah/64.72.html`
    Region(String),
    /// `berkas/64.72.html`: a region in one file, to be sent.
    Parcel(String),
    /// `instansi/index.html`
    Agencies,
    /// `instansi/bpbd-samarinda.html`
    Agency(String),
    /// `playbook/index.html`
    Playbooks,
    /// `playbook/banjir.html`
    Playbook(String),
    /// `konpers/index.html`
    Conferences,
    /// `konpers/2026-11-24-….html`
    Conference(String),
    /// `tindak-lanjut.html`
    Actions,
    /// `janji.html`: promises made in public.
    Promises,
    /// `linimasa.html`
    Timeline,
    /// `linimasa/2026-11.html`: what happened in a month, or a part of a long one.
    TimelinePart(String),
    /// `arsip.html`
    Archive,
    /// `arsip/2025.html`: what was closed in a year, or a part of a long one.
    ArchivePart(String),
    /// `pemutakhiran.html`: who has not updated.
    Updates,
    /// `404.html`: served for what is not there.
    NotFound,
    /// `glosarium.html`
    Glossary,
    /// `data.html`
    Data,
    /// `halaman/tentang.html`
    Page(String),
    /// `cari.html`
    Search,
    /// `perubahan.html`
    Changes,
    /// `isu/<alias>.html`: where a renamed record is found now.
    Redirect(String),
}

/// An id as a file name: letters, digits, dots, dashes; anything else becomes a dash. Two records whose names become one
/// are one too many, and the catalogue says so.
pub fn file_name(id: &str) -> String {
    id.chars().map(|c| if c.is_alphanumeric() || "._-".contains(c) { c } else { '-' }).collect()
}

/// All that an edition shows.
#[derive(Debug, Serialize)]
pub struct View<'a> {
    /// Name of the edition.
    pub edition: &'a str,
    /// Its ceiling.
    pub ceiling: Class,
    /// A public edition.
    pub public: bool,
    /// The whole book, not some regions of it.
    pub whole: bool,
    /// Decides what is late; left out of the digest.
    #[serde(skip)]
    pub as_of: Instant,
    /// The book's zone.
    #[serde(skip)]
    pub zone: Zone,
    /// How scores are made.
    #[serde(skip)]
    pub method: RiskMethod,
    /// Code of the book's own region (the province).
    pub home: &'a str,
    /// Regions in scope, by code; the province first.
    pub regions: Vec<Region<'a>>,
    /// Agencies, by region and name.
    pub agencies: Vec<Agency<'a>>,
    /// Issues, gravest first as far as this edition may know.
    pub issues: Vec<Issue<'a>>,
    /// Playbooks, by title.
    pub playbooks: Vec<Playbook<'a>>,
    /// Conferences, by time.
    pub conferences: Vec<Conference<'a>>,
    /// The pictures that it shows, and no other: a text may name one that this edition leaves out.
    #[serde(skip)]
    pub pictures: BTreeSet<PictureKey>,
    /// Free pages, in order.
    pub pages: Vec<Page<'a>>,
    /// The glossary, by term.
    pub terms: Vec<Term<'a>>,
    /// Records that could not be read.
    pub broken: Vec<Broken<'a>>,
    /// Ids, also former ones, to what is shown of them.
    #[serde(skip)]
    pub places: HashMap<&'a str, Place<'a>>,
    /// Former ids and where they lead.
    pub redirects: Vec<(&'a str, Route)>,
}

/// Where a record is shown, and its title.
#[derive(Debug, Clone, Serialize)]
pub struct Place<'a> {
    /// Route.
    pub route: Route,
    /// Title.
    pub title: &'a str,
}

/// A record that could not be read, or some of it.
#[derive(Debug, Serialize)]
pub struct Broken<'a> {
    /// Id.
    pub id: &'a str,
    /// Codes of what is wrong.
    pub codes: Vec<&'static str>,
    /// File.
    pub path: &'a str,
}

/// A region.
#[derive(Debug, Serialize)]
pub struct Region<'a> {
    /// Code.
    pub code: &'a str,
    /// BPS code.
    pub bps: Option<&'a str>,
    /// Name.
    pub name: &'a str,
    /// Short name.
    pub short: &'a str,
    /// Other names.
    pub aliases: &'a [String],
    /// Kind.
    pub kind: Option<RegionKind>,
    /// Capital.
    pub capital: Option<&'a str>,
    /// Office of its head.
    pub head: Option<&'a str>,
    /// Square kilometres.
    pub area: Option<Decimal>,
    /// People, and the source of the figure.
    pub population: Option<(Decimal, Option<&'a str>)>,
    /// Districts' villages are called.
    pub villages: &'a [String],
    /// Row and column of the tile.
    pub tile: Option<(u8, u8)>,
    /// The team.
    pub team: Vec<Contact<'a>>,
    /// Items that could not be read.
    pub faults: Vec<Fault>,
    /// File.
    pub path: &'a str,
    /// Class of the record.
    pub class: Class,
}

/// A contact: role or name, office, number.
#[derive(Debug, Serialize)]
pub struct Contact<'a> {
    /// Role or name.
    pub name: &'a str,
    /// Office.
    pub office: Option<&'a str>,
    /// Number.
    pub number: Option<&'a str>,
    /// Hours or address.
    pub note: Option<&'a str>,
    /// Last checked.
    pub checked_at: Option<Day>,
    /// Class.
    pub class: Class,
}

/// An agency.
#[derive(Debug, Serialize)]
pub struct Agency<'a> {
    /// File name without ending.
    pub id: &'a str,
    /// Name.
    pub name: &'a str,
    /// Acronym.
    pub acronym: Option<&'a str>,
    /// Code of its region.
    pub region: Option<&'a str>,
    /// Kind.
    pub kind: Option<AgencyKind>,
    /// Office of its head.
    pub head: Option<&'a str>,
    /// Contacts.
    pub contacts: Vec<Contact<'a>>,
    /// Items that could not be read.
    pub faults: Vec<Fault>,
    /// File.
    pub path: &'a str,
    /// Class of the record.
    pub class: Class,
}

/// "BPBD Samarinda": acronym and region tell an agency from its namesakes. A name in full needs no region behind it.
pub(crate) fn agency_name(name: &str, acronym: Option<&str>, region: Option<&str>) -> String {
    match (acronym, region) {
        (Some(acronym), Some(region)) => format!("{acronym} {region}"),
        (Some(acronym), None) => acronym.to_owned(),
        (None, _) => name.to_owned(),
    }
}

/// What a region is called in passing: "Samarinda" for Kota Samarinda, "Kutai Kartanegara" for its regency.
pub(crate) fn common_name<'r>(name: &'r str, aliases: &'r [String]) -> &'r str {
    aliases.first().map_or(name, String::as_str)
}

/// What a rule of the field found.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Its code.
    pub code: &'static str,
    /// How grave it is.
    pub severity: crate::diagnostic::Severity,
    /// Values for the words of the message.
    pub args: Vec<(&'static str, String)>,
    /// The list and the item it is about.
    pub about: Option<(&'static str, String)>,
}

/// How a step of a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockState {
    /// Done in time.
    Met,
    /// It is there, and nobody wrote since when.
    There,
    /// Done after its time.
    MetLate,
    /// Not done, and its time is over.
    Late,
    /// Its time is still to come.
    Next,
    /// Its time is over, and the record cannot show whether it was done.
    Unknown,
}

/// What a clock asks for.
#[derive(Debug, Clone)]
pub enum ClockTask {
    /// A step of the playbook.
    Written(Vec<Block>),
    /// A step of the usual clock, by its key.
    Usual(&'static str),
    /// A LAPOR ticket: its number, and the term by its key and its working days.
    Ticket(String, &'static str, u32),
    /// The notification of a breach of personal data.
    Breach,
}

/// A line of a clock.
#[derive(Debug, Clone)]
pub struct ClockRow {
    /// Minutes from T0; absent for a term of the law.
    pub minute: Option<i64>,
    /// What is to be done.
    pub task: ClockTask,
    /// By when.
    pub due: Instant,
    /// Done when, where that is known.
    pub done_at: Option<Instant>,
    /// How it stands.
    pub state: ClockState,
}

/// One thing that a press conference needs.
#[derive(Debug, Clone)]
pub struct ReadyItem {
    /// Key of its words.
    pub key: &'static str,
    /// It is there.
    pub done: bool,
    /// What is open.
    pub detail: String,
}

/// An item that was left out because it could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Key of the list it stands in.
    pub key: String,
    /// Code of what is wrong.
    pub code: &'static str,
    /// Line of the file.
    pub line: usize,
}

/// A playbook.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Playbook<'a> {
    pub id: &'a str,
    pub stem: &'a str,
    pub title: &'a str,
    pub themes: &'a [Theme],
    pub words: &'a [String],
    pub minimum: Option<(Option<u8>, Option<u8>)>,
    pub activation: Option<Text<'a>>,
    pub roles: Vec<Contact<'a>>,
    pub steps: Vec<Step<'a>>,
    pub templates: Vec<(StatementKind, Text<'a>)>,
    pub answers: Vec<Answer<'a>>,
    pub do_not_say: Vec<DoNotSay<'a>>,
    pub notice: Option<Notice<'a>>,
    pub rehearsed: Option<Day>,
    pub rehearse_next: Option<Day>,
    pub review_every: Option<&'a str>,
    pub reviewed: Option<Day>,
    /// When it has to be reviewed again.
    #[serde(skip)]
    pub review_due: Option<Day>,
    #[serde(skip)]
    pub marks: Vec<Mark>,
    pub body: Vec<Text<'a>>,
    pub class: Class,
    pub mark: Class,
    pub faults: Vec<Fault>,
    pub path: &'a str,
}

/// A step of a playbook.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Step<'a> {
    pub minute: i64,
    pub task: Text<'a>,
    pub role: Option<&'a str>,
    pub result: Option<StepResult>,
}

/// A press conference.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Conference<'a> {
    pub id: &'a str,
    pub stem: &'a str,
    pub title: &'a str,
    pub regions: Vec<&'a str>,
    /// Ids of its issues, those that are shown.
    pub issues: Vec<&'a str>,
    pub at: Option<Instant>,
    #[serde(skip)]
    pub past: bool,
    pub place: Option<&'a str>,
    pub posture: Option<Posture>,
    pub aim: Option<Text<'a>>,
    pub speakers: Vec<(&'a str, Option<&'a str>)>,
    pub moderator: Option<&'a str>,
    /// Issue and id of the opening statement.
    pub opening: Option<(&'a str, &'a str)>,
    pub rundown: Vec<(i64, &'a str, Option<&'a str>)>,
    pub media: Vec<(&'a str, Option<&'a str>, Option<&'a str>)>,
    pub recipients: Vec<&'a str>,
    pub version: Option<&'a str>,
    pub unanswered: Vec<Text<'a>>,
    /// What stands between now and the microphone; only before it.
    #[serde(skip)]
    pub ready: Vec<ReadyItem>,
    #[serde(skip)]
    pub marks: Vec<Mark>,
    pub body: Vec<Text<'a>>,
    pub class: Class,
    pub mark: Class,
    pub faults: Vec<Fault>,
    pub path: &'a str,
}

/// A free page.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Page<'a> {
    pub stem: &'a str,
    pub title: &'a str,
    pub order: i64,
    pub body: Vec<Text<'a>>,
    pub class: Class,
    pub mark: Class,
    pub path: &'a str,
}

/// A term.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Term<'a> {
    pub term: &'a str,
    pub meaning: Text<'a>,
}
