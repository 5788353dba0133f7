//! `check`: all problems of all records, for every edition at once.

use super::{Shared, clock};
use crate::diagnostic;
use crate::failure::Failure;
use crate::locale::Locale;
use crate::publish;

/// Periksa semua catatan. (Check all records, for all editions.)
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Warnings fail too.
    #[arg(long)]
    strict: bool,
}

pub(super) fn run(args: &Args, shared: &Shared) -> Result<u8, Failure> {
    let read = publish::read(&shared.book, false, |zone, locale| clock::as_of(shared.as_of.as_deref(), zone, locale))?;
    let builtin = Locale::builtin(read.language);
    let locale = read.book.as_ref().map_or(&builtin, |b| &b.locale);
    shared.terminal.problems(&read.problems, locale);
    shared.terminal.summary(&read.problems, read.book.as_ref().map_or(0, publish::Book::count), locale);
    Ok(u8::from(diagnostic::any_error(&read.problems) || (args.strict && !read.problems.is_empty())))
}
