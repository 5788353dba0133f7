//! `book.toml`, read and checked.
//!
//! In: its text. Out: [`Config`] and what is wrong with it. Keys that are not known are errors, as in
//! the records. May not read files.

mod raw;

use crate::class::Class;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::locale::Language;
use crate::source::path::RelPath;
use crate::source::span::Span;
use crate::source::{Source, SourceRef};
use crate::time::Zone;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

pub use raw::{Paper, RiskMethod, Validity};

/// What the administrator decided.
#[derive(Debug, Clone)]
pub struct Config {
    /// Title of the book.
    pub title: String,
    /// Language of interface and messages.
    pub language: Language,
    /// The office that publishes.
    pub organisation: String,
    /// Code of the region whose book this is ("64").
    pub region: String,
    /// Zone of times that are written without one.
    pub zone: Zone,
    /// Folder of the records.
    pub content: RelPath,
    /// Name of the theme.
    pub theme: String,
    /// Folder of the outputs, relative to the book.
    pub output: String,
    /// How far back "what changed" looks, in days; 0 leaves the page out.
    pub changes_days: u32,
    /// How a score is made of likelihood and impact.
    pub risk: RiskMethod,
    /// Default validity by escalation.
    pub validity: Validity,
    /// Audiences.
    pub editions: Vec<EditionConfig>,
    /// Geometry of the map.
    pub geometry: Option<RelPath>,
    /// Paper of the packs.
    pub paper: Paper,
    /// PDF standards of the packs.
    pub standards: Vec<String>,
    /// Levels of the field's rules.
    pub lint: BTreeMap<String, Option<Severity>>,
    /// Where a source can be edited, with `{path}`.
    pub edit_url: Option<String>,
}

/// An audience with its scope; with an as-of time it becomes an edition.
#[derive(Debug, Clone)]
pub struct EditionConfig {
    /// Its name, and that of its folder.
    pub name: String,
    /// Strictest class that its reader may see.
    pub ceiling: Class,
    /// For everyone: only what is meant for the public.
    pub public: bool,
    /// Codes of its regions; `None` is all.
    pub regions: Option<BTreeSet<String>>,
    /// Kinds of packs.
    pub packs: Vec<String>,
    /// Prints the commit.
    pub provenance: bool,
    /// Where it will be published.
    pub url: Option<String>,
}

/// Kinds of packs that an edition may ask for.
pub const PACKS: [&str; 14] = [
    "briefing",
    "jam-pertama",
    "kartu-jubir",
    "kartu-pimpinan",
    "siaran-pers",
    "lembar-fakta",
    "pengumuman",
    "klarifikasi",
    "undangan-liputan",
    "laporan-harian",
    "daftar-periksa",
    "notulen",
    "daftar-hadir",
    "pesan-wa",
];

impl Config {
    /// Reads `book.toml`. Problems are returned beside what could be read; `None` only where it is
    /// no TOML of ours at all.
    pub fn read(source: &SourceRef) -> (Option<Config>, Vec<Diagnostic>) {
        match toml::from_str::<raw::Raw>(&source.text) {
            Ok(raw) => {
                let mut reader = Reader { source, problems: Vec::new() };
                let config = reader.config(raw);
                (config, reader.problems)
            }
            Err(error) => {
                let range = error.span().unwrap_or(0..0);
                let problem = Diagnostic::at(Code::E0102, Span::new(source, range)).with("what", error.message());
                (None, vec![problem])
            }
        }
    }

    /// A book's configuration from text alone, for tests and tools.
    pub fn parse(text: &str) -> (Option<Config>, Vec<Diagnostic>) {
        let path = RelPath::new("book.toml").expect("a plain name");
        Config::read(&Source::new(path, text.to_owned()))
    }
}

struct Reader<'s> {
    source: &'s SourceRef,
    problems: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn config(&mut self, raw: raw::Raw) -> Option<Config> {
        let zone_name = raw.book.timezone;
        let zone = Zone::named(zone_name.get_ref());
        if zone.is_none() {
            self.bad(&zone_name, "timezone", "Asia/Makassar");
        }
        let content = self.path(&raw.build.content, "content");
        let geometry = raw.map.geometry.as_ref().and_then(|g| self.path(g, "geometry"));
        let theme = self.name(&raw.build.theme, "theme");
        let editions = self.editions(raw.edition);
        let lint = self.lint(raw.lint);
        Some(Config {
            title: raw.book.title,
            language: raw.book.language,
            organisation: raw.book.organisation,
            region: raw.book.region,
            zone: zone?,
            content: content?,
            theme: theme?,
            output: raw.build.output,
            changes_days: raw.build.changes_days,
            risk: raw.risk.method,
            validity: raw.validity,
            editions,
            geometry,
            paper: raw.pack.paper,
            standards: raw.pack.standard,
            lint,
            edit_url: raw.repository.edit_url,
        })
    }

    fn editions(&mut self, raw: Vec<raw::Edition>) -> Vec<EditionConfig> {
        let mut seen = BTreeMap::new();
        let mut editions = Vec::new();
        for edition in raw {
            let Some(name) = self.name(&edition.name, "edition.name") else { continue };
            if let Some(first) = seen.insert(name.clone(), edition.name.span()) {
                let problem = Diagnostic::at(Code::E0104, Span::new(self.source, edition.name.span()));
                self.problems.push(problem.with("name", name).and(Span::new(self.source, first)));
                continue;
            }
            let Some(ceiling) = Class::from_key(edition.ceiling.get_ref()) else {
                self.bad(&edition.ceiling, "edition.ceiling", "biasa, terbatas, rahasia");
                continue;
            };
            if edition.public && (ceiling > Class::Ordinary || edition.provenance) {
                self.bad(&edition.ceiling, "edition.ceiling", "biasa (public = true, provenance = false)");
                continue;
            }
            for kind in edition.packs.iter().filter(|k| !PACKS.contains(&k.get_ref().as_str())) {
                self.bad(kind, "edition.packs", &PACKS.join(", "));
            }
            editions.push(EditionConfig {
                name,
                ceiling,
                public: edition.public,
                regions: edition.regions.map(|r| r.into_iter().collect()),
                packs: edition.packs.into_iter().map(Spanned::into_inner).collect(),
                provenance: edition.provenance,
                url: edition.url,
            });
        }
        editions
    }

    fn lint(&mut self, raw: BTreeMap<Spanned<String>, raw::Level>) -> BTreeMap<String, Option<Severity>> {
        let mut lint = BTreeMap::new();
        for (code, level) in raw {
            if !code.get_ref().starts_with("E08") && !code.get_ref().starts_with("W08") {
                self.bad(&code, "lint", "E08xx, W08xx");
                continue;
            }
            let level = match level {
                raw::Level::Off => None,
                raw::Level::Warn => Some(Severity::Warning),
                raw::Level::Error => Some(Severity::Error),
            };
            lint.insert(code.into_inner(), level);
        }
        lint
    }

    /// A name that may become a folder.
    fn name(&mut self, name: &Spanned<String>, field: &'static str) -> Option<String> {
        let text = name.get_ref();
        let good = !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !good {
            self.bad(name, field, "a-z, 0-9, -");
        }
        good.then(|| text.clone())
    }

    fn path(&mut self, path: &Spanned<String>, field: &'static str) -> Option<RelPath> {
        let inside = RelPath::new(path.get_ref());
        if inside.is_none() {
            self.bad(path, field, "content");
        }
        inside
    }

    fn bad(&mut self, value: &Spanned<String>, field: &'static str, expected: &str) {
        let problem = Diagnostic::at(Code::E0103, Span::new(self.source, value.span()));
        self.problems.push(problem.with("field", field).with("expected", expected));
    }
}
