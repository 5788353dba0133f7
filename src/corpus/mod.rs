//! The corpus: a closed room. Everything that knows hidden things lives here.
//!
//! Doors: [`Corpus::load`] lets sources in; [`Corpus::view`] lets one edition's view out. Records, their
//! fields and the catalogue cannot be named outside:
//!
//! ```compile_fail
//! use kentongan::corpus::record::issue::Issue;
//! ```
//!
//! ```compile_fail
//! fn peek(corpus: &kentongan::corpus::Corpus) { let _ = &corpus.catalogue; }
//! ```

mod body;
mod catalogue;
mod clear;
mod document;
pub(crate) mod fields;
mod guarded;
pub mod guide;
mod lower;
mod prose;
mod record;
pub mod risk;
mod rules;
pub mod scct;
mod sight;
mod traps;
pub mod view;
pub mod vocabulary;
mod yaml;

pub(crate) use rules::tells_of_victims;

use crate::config::Config;
use crate::diagnostic::{self, Code, Diagnostic};
use crate::history::History;
use crate::source::SourceRef;
use crate::source::disk::Found;
use crate::source::span::Span;
use crate::time::Instant;
pub use catalogue::Cited;
use catalogue::{Catalogue, approval};
use rules::{Bench, Judged, Withheld};
use sight::Sight;
use view::{Edition, View};

/// A statement that may be approved: where it stands, and the fingerprints of what is approved.
pub struct ToApprove {
    /// Where its first key begins.
    pub place: Span,
    /// By name, that of the text first.
    pub prints: Vec<(String, String)>,
}

/// All that is known of a book's records; only a view of it can be seen.
pub struct Corpus {
    catalogue: Catalogue,
    /// What the field's rules found, as the author sees it.
    judged: Judged,
    /// What public editions leave out for it.
    withheld: Withheld,
}

impl Corpus {
    /// Reads, types and links the records, and holds them against the rules of the field at a moment. All problems of
    /// all files come back in canonical order; what is good is in the corpus.
    pub fn load(found: Vec<Found>, config: &Config, as_of: Instant, history: &History) -> (Corpus, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        let mut sources: Vec<SourceRef> = Vec::with_capacity(found.len());
        for file in found {
            match file {
                Found::Text(source) => sources.push(source),
                Found::NotText(path, at) => {
                    problems.push(Diagnostic::in_file(Code::E0201, path).with("byte", (at + 1).to_string()));
                }
            }
        }
        let (groups, found) = document::groups(&sources, &config.content);
        problems.extend(found);
        let (records, found) = lower::lower(groups, config);
        problems.extend(found);
        let (catalogue, found) = Catalogue::link(records, config);
        problems.extend(found);
        let judged = rules::judge(&Bench::new(Sight::Author, &catalogue, config, as_of, Some(&history.stages)));
        problems.extend(judged.values().flatten().map(|f| f.problem.clone()));
        let withheld = Withheld::of(judged.values().flatten(), &catalogue.records.issues);
        diagnostic::sort(&mut problems);
        (Corpus { catalogue, judged, withheld }, problems)
    }

    /// What an edition's reader may see. It cannot fail.
    pub fn view<'a>(&'a self, config: &'a Config, edition: &'a Edition) -> View<'a> {
        clear::view(&self.catalogue, &self.withheld, config, edition)
    }

    /// What stands between now and the microphone of a press conference, by its id or file name; with its title.
    /// `None` where there is no such conference. For its author: it sees all.
    pub fn ready(&self, config: &Config, as_of: Instant, name: &str) -> Option<(&str, Vec<view::ReadyItem>)> {
        let named = |e: &&lower::Entity<record::conference::Conference>| e.head.id == name || e.head.stem == name;
        let entity = self.catalogue.records.conferences.iter().find(named)?;
        let bench = Bench::new(Sight::Author, &self.catalogue, config, as_of, None);
        let conference = entity.guarded.for_author();
        Some((&conference.title, rules::ready::list(&bench, &self.judged, entity, conference)))
    }

    /// A statement by its full id, for its author to approve.
    pub fn to_approve(&self, id: &str) -> Option<ToApprove> {
        let (issue, item) = id.split_once('#').filter(|(_, item)| !item.is_empty())?;
        let issue = &self.catalogue.index.record(issue)?.id;
        let entity = self.catalogue.records.issues.iter().find(|e| e.head.id == *issue)?;
        let record = entity.guarded.for_author();
        let mut named = record.statements.iter().filter(|s| s.id == item);
        // Of two with one id nobody can tell which is meant.
        let statement = named.next().filter(|_| named.next().is_none())?;
        let text = &statement.guarded.for_author().text;
        let mut prints = vec![(approval::TEXT.to_owned(), approval::of_text(&text.raw()))];
        for cite in &text.cites {
            let own = cite.id.strip_prefix(issue.as_str()).and_then(|rest| rest.strip_prefix('#'));
            let name = own.unwrap_or(&cite.id);
            let print = approval::leaned_on(Sight::Author, &self.catalogue, record, name);
            if let Some((print, _)) = print.filter(|_| !prints.iter().any(|(known, _)| known == name)) {
                prints.push((name.to_owned(), print));
            }
        }
        Some(ToApprove { place: statement.span.clone(), prints })
    }

    /// Regions, other than the book's own, whose code is not among those that the map draws. For a
    /// diagnostic to the author of the book.
    pub fn regions_not_in(&self, drawn: &std::collections::BTreeSet<&str>, home: &str) -> Vec<String> {
        let codes = self.catalogue.records.regions.iter().map(|e| e.guarded.for_author().code.as_str());
        codes.filter(|c| *c != home && !drawn.contains(c)).map(str::to_owned).collect()
    }

    /// The pictures that records name, each with its key. For diagnostics to the author of the book, and to find the file
    /// of a picture that a view shows.
    pub fn pictures(&self) -> impl ExactSizeIterator<Item = (view::text::PictureKey, &Cited)> {
        let key = |at| view::text::PictureKey(u32::try_from(at).expect("numbered with as many bits"));
        self.catalogue.pictures.iter().enumerate().map(move |(at, cited)| (key(at), cited))
    }

    /// One of them.
    pub(crate) fn picture(&self, key: view::text::PictureKey) -> &Cited {
        &self.catalogue.pictures[key.0 as usize]
    }

    /// How many records there are, readable or not.
    pub fn count(&self) -> usize {
        let r = &self.catalogue.records;
        r.issues.len()
            + r.playbooks.len()
            + r.conferences.len()
            + r.regions.len()
            + r.agencies.len()
            + r.pages.len()
            + r.broken.len()
    }
}
