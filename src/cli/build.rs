//! `build`: every edition, site and packs, into its folder.

use super::{Shared, clock};
use crate::config::EditionConfig;
use crate::diagnostic::{self, Diagnostic};
use crate::failure::Failure;
use crate::history::State;
use crate::locale::Locale;
use crate::publish::{self, Book, Stopped};
use std::path::PathBuf;

/// Bangun situs dan bahan cetak. (Build site and packs into dist/<edition>/.)
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Only this edition; may be given more than once.
    #[arg(long, value_name = "NAME")]
    edition: Vec<String>,
    /// Warnings fail the build too.
    #[arg(long)]
    strict: bool,
    /// Folder of the outputs; default as in book.toml.
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

pub(super) fn run(args: &Args, shared: &Shared) -> Result<u8, Failure> {
    let read = publish::read(&shared.book, true, |zone, locale| clock::as_of(shared.as_of.as_deref(), zone, locale))?;
    let Some(book) = read.book else {
        shared.terminal.problems(&read.problems, &Locale::builtin(read.language));
        return Ok(1);
    };
    let mut problems = read.problems;
    let editions = chosen(&book, &args.edition)?;
    let out = args.output.clone().unwrap_or_else(|| book.disk.root().join(&book.config.output));
    say_what_is_missing(&book, &editions, shared);
    let mut published = Vec::new();
    for edition in &editions {
        match book.publish(edition, &out) {
            Ok((done, found)) => {
                problems.extend(found);
                published.push(done);
            }
            Err(Stopped::Theme(found)) => problems.extend(found),
            Err(Stopped::Failed(failure)) => return Err(failure),
        }
    }
    diagnostic::sort(&mut problems);
    shared.terminal.problems(&problems, &book.locale);
    for done in &published {
        let number = |n: usize| book.locale.integer(i64::try_from(n).unwrap_or(i64::MAX));
        let args = [
            ("edition", done.name.clone()),
            ("files", number(done.summary.files)),
            ("kept", number(done.summary.kept)),
            ("folder", done.folder.display().to_string()),
        ];
        shared.terminal.note(&book.locale.say("cli.built", &args));
    }
    shared.terminal.summary(&problems, book.count(), &book.locale);
    // The process ends here; taking thousands of records apart one by one would only cost time.
    std::mem::forget(book);
    Ok(exit_code(&problems, args.strict))
}

fn exit_code(problems: &[Diagnostic], strict: bool) -> u8 {
    u8::from(diagnostic::any_error(problems) || (strict && !problems.is_empty()))
}

/// The editions that were asked for, or all.
fn chosen(book: &Book, names: &[String]) -> Result<Vec<EditionConfig>, Failure> {
    let all = &book.config.editions;
    if names.is_empty() {
        return Ok(all.clone());
    }
    let find = |name: &String| {
        let unknown = || Failure::Usage(book.locale.say("cli.unknown_edition", &[("name", name.clone())]));
        all.iter().find(|e| e.name == *name).cloned().ok_or_else(unknown)
    };
    names.iter().map(find).collect()
}

/// What this build cannot print, and why.
fn say_what_is_missing(book: &Book, editions: &[EditionConfig], shared: &Shared) {
    if editions.iter().any(|e| e.provenance) {
        match book.history.state {
            State::Absent => shared.terminal.note(book.locale.word("cli.no_history")),
            State::Shallow => shared.terminal.note(book.locale.word("cli.shallow_history")),
            State::Whole => {}
        }
    }
    let wanted = editions.iter().flat_map(|e| &e.packs).filter(|p| !publish::can_make(p));
    let wanted: std::collections::BTreeSet<&str> = wanted.map(String::as_str).collect();
    if cfg!(feature = "packs") && !wanted.is_empty() {
        let kinds = wanted.into_iter().collect::<Vec<_>>().join(", ");
        shared.terminal.note(&book.locale.say("cli.not_yet", &[("kinds", kinds)]));
    }
    if cfg!(not(feature = "packs")) && editions.iter().any(|e| !e.packs.is_empty()) {
        shared.terminal.note(book.locale.word("cli.no_packs"));
    }
}
