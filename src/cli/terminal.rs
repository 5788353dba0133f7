//! The only writer to the terminal. Results go to standard output, all else to standard error.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "the only writer to the terminal")]

use super::Format;
use crate::diagnostic::render::{self, Words};
use crate::diagnostic::{Diagnostic, Severity};
use crate::failure::Failure;
use crate::locale::Locale;

/// How to print.
pub(super) struct Terminal {
    format: Format,
}

/// Prints clap's own words; exit code 2 for mistakes, 0 for help and version.
pub(super) fn usage(error: &clap::Error) -> u8 {
    let code = if error.use_stderr() { 2 } else { 0 };
    // Nothing is left to say it with if the terminal is gone.
    let _ = error.print();
    code
}

impl Terminal {
    pub(super) fn new(format: Format) -> Terminal {
        Terminal { format }
    }

    /// Prints all problems in the chosen form.
    pub(super) fn problems(&self, problems: &[Diagnostic], locale: &Locale) {
        let words: &dyn Words = locale;
        match self.format {
            Format::Full => problems.iter().for_each(|d| eprintln!("{}", render::full(d, words))),
            Format::Short => problems.iter().for_each(|d| eprintln!("{}", render::short(d, words))),
            Format::Json => println!("{}", render::json(problems, words)),
        }
    }

    /// "2 galat, 1 peringatan dalam 130 catatan."
    pub(super) fn summary(&self, problems: &[Diagnostic], records: usize, locale: &Locale) {
        let errors = problems.iter().filter(|d| d.severity == Severity::Error).count();
        let number = |n: usize| locale.integer(i64::try_from(n).unwrap_or(i64::MAX));
        if problems.is_empty() {
            self.note(&locale.say("cli.summary_clean", &[("records", number(records))]));
        } else {
            let warnings = number(problems.len() - errors);
            let args = [("errors", number(errors)), ("warnings", warnings), ("records", number(records))];
            self.note(&locale.say("cli.summary_problems", &args));
        }
    }

    /// A remark beside the results.
    pub(super) fn note(&self, text: &str) {
        eprintln!("{text}");
    }

    /// A result.
    pub(super) fn result(&self, text: &str) {
        println!("{text}");
    }

    /// Why the program stops.
    pub(super) fn failure(&self, failure: &Failure) {
        eprintln!("{failure}");
    }
}
