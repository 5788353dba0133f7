//! From a book on disk to published editions: the only place that holds a corpus and outputs.
//!
//! In: a book's folder, an as-of time, names of editions. Out: folders, and every problem found. An edition
//! is built whole or not at all; a theme that fails leaves yesterday's site as it was.

mod pictures;

use crate::chart::map::Geometry;
use crate::config::{Config, EditionConfig};
use crate::corpus::view::{Edition, ReadyItem, Route, View};
use crate::corpus::{Corpus, ToApprove};
use crate::diagnostic::{self, Code, Diagnostic};
use crate::failure::Failure;
use crate::history::{History, Past};
use crate::locale::{Language, Locale};
use crate::output::{OutputError, Staging, Summary};
use crate::picture::Album;
use crate::present::Voice;
use crate::site::assets::Assets;
use crate::site::outlet::Outlet;
use crate::site::templates::Templates;
use crate::site::{Around, Outlets, Site, route, search};
use crate::source::Source;
use crate::source::disk::{Disk, Found};
use crate::source::path::RelPath;
use crate::theme::Theme;
use crate::time::{Instant, Zone};
use rayon::prelude::*;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc;

use pictures::{Desk, Shelf};

/// A book, read.
pub struct Book {
    /// Its folder.
    pub disk: Disk,
    /// Its configuration.
    pub config: Config,
    /// Its theme.
    pub theme: Theme,
    /// Words of its language.
    pub locale: Locale,
    /// What Git knows.
    pub history: History,
    corpus: Corpus,
    /// The book as it stood some days ago, and when; or at its beginning.
    then: Option<(Corpus, Option<Instant>)>,
    geometry: Option<Geometry>,
    shelf: Shelf,
    /// The moment that decides what is late.
    pub as_of: Instant,
    /// The theme can be used; else nothing is published and yesterday's site stays.
    sound: bool,
}

/// A book, or why there is none, with all that is wrong.
pub struct Read {
    /// The book; absent where `book.toml` cannot be used.
    pub book: Option<Book>,
    /// Every problem, in canonical order.
    pub problems: Vec<Diagnostic>,
    /// The language of messages.
    pub language: Language,
}

/// An edition, published.
pub struct Published {
    /// Name.
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
    /// What was written.
    pub summary: Summary,
}

/// Endings of records.
const RECORDS: [&str; 2] = ["md", "yaml"];

/// Reads a book. Only a machine that fails is a failure; all else is a diagnostic.
///
/// `moment` says which moment decides what is late, once zone and words of the book are known.
pub fn read(
    folder: &Path,
    with_history: bool,
    moment: impl FnOnce(Zone, &Locale) -> Result<Instant, Failure>,
) -> Result<Read, Failure> {
    let disk = Disk::open(folder)?;
    let path = RelPath::new("book.toml").expect("a plain name");
    let nothing = |problems| Read { book: None, problems, language: Language::Id };
    let source = match disk.read_if_there(&path)? {
        Some(Found::Text(source)) => source,
        Some(Found::NotText(path, at)) => {
            return Ok(nothing(vec![Diagnostic::in_file(Code::E0201, path).with("byte", (at + 1).to_string())]));
        }
        None => {
            let missing = Diagnostic::in_file(Code::E0101, path).with("path", disk.root().display().to_string());
            return Ok(nothing(vec![missing]));
        }
    };
    let (config, mut problems) = Config::read(&source);
    let Some(config) = config else { return Ok(nothing(problems)) };
    let language = config.language;
    let (theme, found) = Theme::load(&disk, &config)?;
    let (locale, words) = theme.locale(language);
    let sound = found.is_empty() && words.is_empty();
    problems.extend(found);
    problems.extend(words);
    let files = disk.list(&config.content)?;
    let (records, others): (Vec<RelPath>, Vec<RelPath>) =
        files.into_iter().partition(|p| RECORDS.contains(&p.extension()));
    let records = disk.read_each(&records)?;
    let as_of = moment(config.zone, &locale)?;
    let history = if with_history { History::read(disk.root()) } else { History::stages(disk.root()) };
    let then = with_history.then(|| earlier(&disk, &config, &records, as_of)).flatten();
    let load = |records| Corpus::load(records, &config, as_of, &history);
    // What was wrong with the book some days ago is nobody's business any more.
    let ((corpus, found), then) = rayon::join(|| load(records), || then.map(|(records, at)| (load(records).0, at)));
    problems.extend(found);
    let named: BTreeSet<&RelPath> = corpus.pictures().map(|(_, cited)| &cited.path).collect();
    problems.extend(not_read(others.into_iter().filter(|p| !named.contains(p)).collect(), &config.content));
    let (shelf, found) = Shelf::look(&disk, &config, &corpus);
    problems.extend(found);
    let geometry = geometry(&disk, &config, &corpus, &mut problems)?;
    diagnostic::sort(&mut problems);
    Ok(Read {
        book: Some(Book { disk, config, theme, locale, history, corpus, then, geometry, shelf, as_of, sound }),
        problems,
        language,
    })
}

fn geometry(
    disk: &Disk,
    config: &Config,
    corpus: &Corpus,
    problems: &mut Vec<Diagnostic>,
) -> Result<Option<Geometry>, Failure> {
    let Some(path) = &config.geometry else { return Ok(None) };
    let text = match disk.read_if_there(path)? {
        Some(Found::Text(source)) => Geometry::parse(&source.text),
        _ => Err(path.to_string()),
    };
    match text {
        Ok(geometry) => {
            let drawn: BTreeSet<&str> = geometry.regions().map(|(code, _)| code).collect();
            let missing = corpus.regions_not_in(&drawn, &config.region);
            if !missing.is_empty() {
                problems.push(Diagnostic::in_file(Code::W0704, path.clone()).with("what", missing.join(", ")));
            }
            Ok(Some(geometry))
        }
        Err(what) => {
            problems.push(Diagnostic::in_file(Code::E0703, path.clone()).with("what", what));
            Ok(None)
        }
    }
}

/// The records as they stood some days before a moment, and that day; none for a younger book, whose first state it is.
fn earlier(disk: &Disk, config: &Config, records: &[Found], as_of: Instant) -> Option<(Vec<Found>, Option<Instant>)> {
    if config.changes_days == 0 {
        return None;
    }
    let moment = as_of.plus_minutes(-i64::from(config.changes_days) * 24 * 60);
    let past = Past::before(disk.root(), moment.unix(), config.content.as_str(), &RECORDS)?;
    let path = |found: &Found| match found {
        Found::Text(source) => source.path.clone(),
        Found::NotText(path, _) => path.clone(),
    };
    let same = records.iter().filter(|found| !past.files.contains_key(path(found).as_str()));
    let mut then: BTreeMap<RelPath, Found> = same.map(|found| (path(found), found.clone())).collect();
    for (path, text) in past.files {
        let Some((path, text)) = RelPath::new(&path).zip(text) else { continue };
        if RECORDS.contains(&path.extension()) {
            then.insert(path.clone(), Found::Text(Source::new(path, text)));
        }
    }
    Some((then.into_values().collect(), (!past.first).then_some(moment)))
}

/// Files in the folder of the records that have another ending than theirs, attachments and maps left out. A record that
/// was saved as `.txt` or `.yml` would otherwise vanish without a word.
fn not_read(paths: Vec<RelPath>, content: &RelPath) -> Vec<Diagnostic> {
    let stray = |path: &RelPath| {
        let parts = path.below(content.as_str()).unwrap_or_default();
        parts.first() != Some(&"peta") && !parts.contains(&"lampiran")
    };
    paths.into_iter().filter(stray).map(|path| Diagnostic::in_file(Code::W0214, path)).collect()
}

/// Why an edition was not published.
pub enum Stopped {
    /// The theme is wrong.
    Theme(Vec<Diagnostic>),
    /// The machine refused.
    Failed(Failure),
}

impl From<OutputError> for Stopped {
    fn from(error: OutputError) -> Stopped {
        Stopped::Failed(Failure::Write(error.to_string()))
    }
}

impl From<Box<Diagnostic>> for Stopped {
    fn from(problem: Box<Diagnostic>) -> Stopped {
        Stopped::Theme(vec![*problem])
    }
}

impl Book {
    /// How many records there are.
    pub fn count(&self) -> usize {
        self.corpus.count()
    }

    /// What stands between now and the microphone of a press conference, with its title.
    pub fn ready(&self, conference: &str) -> Option<(&str, Vec<ReadyItem>)> {
        self.corpus.ready(&self.config, self.as_of, conference)
    }

    /// A statement that may be approved.
    pub fn to_approve(&self, id: &str) -> Option<ToApprove> {
        self.corpus.to_approve(id)
    }

    /// Publishes an edition below `out`.
    pub fn publish(&self, edition: &EditionConfig, out: &Path) -> Result<(Published, Vec<Diagnostic>), Stopped> {
        if !self.sound {
            return Err(Stopped::Theme(Vec::new()));
        }
        let edition = Edition { config: edition.clone(), as_of: self.as_of };
        let view = self.corpus.view(&self.config, &edition);
        // What was under embargo then is news now.
        let earlier = self.then.as_ref().and_then(|(_, at)| *at).unwrap_or(self.as_of);
        let earlier = Edition { config: edition.config.clone(), as_of: earlier };
        let then = self.then.as_ref().map(|(corpus, at)| (corpus.view(&self.config, &earlier), *at));
        let templates = Templates::load(&self.theme, &self.locale)?;
        let staging = Staging::open(out, &edition.config.name)?;
        let desk = Desk { disk: &self.disk, config: &self.config, corpus: &self.corpus };
        let (album, broken) = self.shelf.put(&view, desk, &staging)?;
        let voice = Voice::new(&view, &self.locale).showing(&album);
        let assets = Assets::of(&self.theme);
        let provenance = edition.config.provenance && !edition.config.public;
        let commit = self.commit().filter(|_| provenance);
        let packs = pack_kinds(&edition.config, &self.locale);
        let digest = digest(&view, &album);
        let around = Around {
            book: &self.config.title,
            organisation: &self.config.organisation,
            geometry: self.geometry.as_ref(),
            commit: commit.as_deref(),
            changed: provenance.then_some(&self.history.last_change),
            url: edition.config.url.as_deref(),
            edit_url: self.config.edit_url.as_deref().filter(|_| !edition.config.public),
            packs: &packs,
            changes: self.config.changes_days > 0,
            then: then.as_ref().map(|(view, at)| (view, *at)),
        };
        let site = Site::new(&voice, around, &templates, &assets, digest.clone());
        for asset in assets.all() {
            staging.put(&asset.path, asset.text.as_bytes())?;
        }
        render_site(&site, &staging)?;
        for (path, text) in search::index(&voice) {
            staging.put(&path, text.as_bytes())?;
        }
        write_outlets(&Outlets::new(&site), &staging)?;
        let mut problems = self.packs(&voice, &packs, commit.as_deref(), &staging)?;
        if diagnostic::any_error(&problems) {
            return Err(Stopped::Theme(problems));
        }
        staging.put("edisi.json", &about(&view, &digest))?;
        problems.extend(broken);
        let summary = staging.commit()?;
        self.shelf.published(&edition.config.name, &view);
        let name = edition.config.name.clone();
        Ok((Published { folder: out.join(&name), name, summary }, problems))
    }

    /// "9c41d0a1b2", or with a plus where the folder differs from the commit.
    fn commit(&self) -> Option<String> {
        let head = self.history.head.as_ref()?;
        let short: String = head.chars().take(10).collect();
        Some(if self.history.dirty { format!("{short}+") } else { short })
    }

    #[cfg(feature = "packs")]
    fn packs(
        &self,
        voice: &Voice<'_>,
        kinds: &[(&'static str, String)],
        commit: Option<&str>,
        staging: &Staging,
    ) -> Result<Vec<Diagnostic>, Stopped> {
        use crate::pack::{self, Engine, Job};
        if kinds.is_empty() {
            return Ok(Vec::new());
        }
        let engine = Engine::new(&self.theme, &self.locale, &self.config.standards)?;
        let around = pack::Around {
            book: &self.config.title,
            organisation: &self.config.organisation,
            commit,
            paper: self.config.paper,
            map_source: self.geometry.as_ref().map(Geometry::attribution),
        };
        let regions = voice.view.regions.iter().filter(|r| r.code != voice.view.home);
        let jobs: Vec<Job<'_>> = regions.map(|r| Job { path: route::pack(r.code, "briefing"), region: r }).collect();
        let put = |path: &str, bytes: Vec<u8>| staging.put(path, &bytes).map_err(Stopped::from);
        engine.compile_all(voice, &jobs, self.geometry.as_ref(), around, put)
    }

    #[cfg(not(feature = "packs"))]
    #[expect(clippy::unused_self, reason = "the same signature with and without packs")]
    fn packs(
        &self,
        _: &Voice<'_>,
        _: &[(&'static str, String)],
        _: Option<&str>,
        _: &Staging,
    ) -> Result<Vec<Diagnostic>, Stopped> {
        Ok(Vec::new())
    }
}

/// Pages that may wait for the writer; more would only be held in memory.
const WAITING: usize = 64;

/// Renders all routes in parallel, each straight into the stage. One thread writes: two that make files in one folder
/// wait for each other most of the time.
fn render_site(site: &Site<'_>, staging: &Staging) -> Result<(), Stopped> {
    let (sender, pages) = mpsc::sync_channel::<(String, String)>(WAITING);
    let (written, problems) = std::thread::scope(|scope| {
        let writer = scope.spawn(move || pages.iter().try_for_each(|(path, html)| staging.put(&path, html.as_bytes())));
        let one = |r: &Route| -> Option<Diagnostic> {
            match site.render(r) {
                // A writer that is gone has failed; it says why when it is asked.
                Ok(Some(html)) => sender.send((route::path(r), html)).err().and(None),
                Ok(None) => None,
                Err(problem) => Some(*problem),
            }
        };
        let problems: Vec<Diagnostic> = site.routes().par_iter().filter_map(one).collect();
        drop(sender);
        (writer.join().expect("the writer does not panic"), problems)
    });
    written?;
    if problems.is_empty() { Ok(()) } else { Err(Stopped::Theme(problems)) }
}

/// Writes feeds and exports in parallel, each piece by piece into the stage.
fn write_outlets(outlets: &Outlets<'_>, staging: &Staging) -> Result<(), OutputError> {
    let one = |outlet: &Outlet| staging.stream(&outlet.path(), |to| outlets.write(outlet, to));
    outlets.all().par_iter().try_for_each(one)
}

/// Kinds of packs that this program can make.
const MAKES: &[&str] = if cfg!(feature = "packs") { &["briefing"] } else { &[] };

/// Can this program make a kind of pack?
pub fn can_make(kind: &str) -> bool {
    MAKES.contains(&kind)
}

/// Kinds of packs that an edition asks for and this program can make.
fn pack_kinds(edition: &EditionConfig, locale: &Locale) -> Vec<(&'static str, String)> {
    let wanted = MAKES.iter().filter(|k| edition.packs.iter().any(|p| p == *k));
    wanted.map(|k| (*k, locale.word("present.pack_briefing").to_owned())).collect()
}

/// Ten hex of the SHA-256 of a view and its pictures.
fn digest(view: &View<'_>, album: &Album) -> String {
    let mut hasher = Sha256::new();
    view.issues.iter().for_each(|i| hasher.update(i.digest));
    let rest = (
        &view.edition,
        &view.regions,
        &view.agencies,
        &view.playbooks,
        &view.conferences,
        &view.pages,
        &view.terms,
        &view.redirects,
    );
    hasher.update(serde_json::to_vec(&rest).expect("plain data becomes JSON"));
    album.paths().iter().for_each(|path| hasher.update(path));
    hasher.finalize().iter().take(5).map(|b| format!("{b:02x}")).collect()
}

/// `edisi.json`: which edition this is. The as-of time stands here and nowhere else.
fn about(view: &View<'_>, digest: &str) -> Vec<u8> {
    let about = json!({
        "edition": view.edition,
        "ceiling": view.ceiling.key(),
        "public": view.public,
        "as_of": view.zone.show(view.as_of).iso(),
        "sidik": digest,
        "generator": concat!("kentongan ", env!("CARGO_PKG_VERSION")),
    });
    let mut text = serde_json::to_vec_pretty(&about).expect("plain data becomes JSON");
    text.push(b'\n');
    text
}
