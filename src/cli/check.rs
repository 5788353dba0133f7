//! `check`: all problems of all records, for every edition at once; or what a press conference still needs.

use super::{Shared, clock};
use crate::corpus::view::ReadyItem;
use crate::diagnostic;
use crate::failure::Failure;
use crate::locale::Locale;
use crate::publish::{self, Book};

/// Periksa semua catatan. (Check all records, for all editions.)
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Warnings fail too.
    #[arg(long)]
    strict: bool,
    /// What stands between now and the microphone of this press conference (its id or file name)?
    #[arg(long, value_name = "KONPERS")]
    ready: Option<String>,
}

pub(super) fn run(args: &Args, shared: &Shared) -> Result<u8, Failure> {
    let moment = |zone, locale: &Locale| clock::as_of(shared.as_of.as_deref(), zone, locale);
    let read = publish::read(&shared.book, false, moment)?;
    let builtin = Locale::builtin(read.language);
    let locale = read.book.as_ref().map_or(&builtin, |b| &b.locale);
    if let (Some(name), Some(book)) = (&args.ready, &read.book) {
        return ready(name, book, shared);
    }
    shared.terminal.problems(&read.problems, locale);
    shared.terminal.summary(&read.problems, read.book.as_ref().map_or(0, Book::count), locale);
    let failed = diagnostic::any_error(&read.problems) || (args.strict && !read.problems.is_empty());
    Ok(u8::from(failed || read.book.is_none()))
}

/// Prints the list in order; exit code 1 while something is open.
fn ready(name: &str, book: &Book, shared: &Shared) -> Result<u8, Failure> {
    let unknown = || Failure::Usage(book.locale.say("cli.unknown_conference", &[("name", name.to_owned())]));
    let (title, items) = book.ready(name).ok_or_else(unknown)?;
    shared.terminal.result(title);
    for (at, item) in items.iter().enumerate() {
        shared.terminal.result(&line(at + 1, item, &book.locale));
    }
    let open = items.iter().filter(|i| !i.done).count();
    let args = [("open", book.locale.integer(i64::try_from(open).unwrap_or(i64::MAX)))];
    let verdict = if open == 0 { "cli.ready" } else { "cli.not_ready" };
    shared.terminal.result(&book.locale.say(verdict, &args));
    Ok(u8::from(open > 0))
}

/// " 3. [ ] Fakta terkonfirmasi … – f11, f22"
fn line(number: usize, item: &ReadyItem, locale: &Locale) -> String {
    let sign = if item.done { "✔" } else { " " };
    let detail = if item.detail.is_empty() { String::new() } else { format!(" – {}", item.detail) };
    format!("{number:>2}. [{sign}] {}{detail}", locale.label("ready", item.key))
}
