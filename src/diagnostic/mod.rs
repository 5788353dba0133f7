//! Diagnostics: plain data about what is wrong, where, and what to write instead.
//!
//! In: codes, places and arguments from every step. Out: [`Diagnostic`] values in canonical order. The
//! words live in the locale and meet the arguments in [`render`]; nothing here prints.

pub mod code;
pub mod render;

pub use code::{Code, Severity};

use crate::source::path::RelPath;
use crate::source::span::Span;

/// Where a problem shows.
#[derive(Debug, Clone)]
pub enum Place {
    /// In a text.
    Span(Span),
    /// A file as a whole.
    File(RelPath),
    /// Nowhere in particular.
    Book,
}

/// One problem.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// What kind.
    pub code: Code,
    /// Its severity: the code's own, or as `[lint]` says.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// Other places that matter.
    pub others: Vec<Span>,
    /// Values for the words of the message.
    pub args: Vec<(&'static str, String)>,
    /// What to write at the place instead, where that is certain.
    pub replacement: Option<String>,
}

impl Diagnostic {
    /// A problem at a place in a text.
    pub fn at(code: Code, span: Span) -> Diagnostic {
        Diagnostic::new(code, Place::Span(span))
    }

    /// A problem of a file.
    pub fn in_file(code: Code, path: RelPath) -> Diagnostic {
        Diagnostic::new(code, Place::File(path))
    }

    /// A problem at any place.
    pub fn new(code: Code, place: Place) -> Diagnostic {
        let severity = code.severity();
        Diagnostic { code, severity, place, others: Vec::new(), args: Vec::new(), replacement: None }
    }

    /// Gives a word of the message its value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Diagnostic {
        self.args.push((name, value.into()));
        self
    }

    /// Gives a word of the message its value, if there is one.
    #[must_use]
    pub fn with_some(self, name: &'static str, value: Option<String>) -> Diagnostic {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Shows a second place.
    #[must_use]
    pub fn and(mut self, span: Span) -> Diagnostic {
        self.others.push(span);
        self
    }

    /// Says what to write instead.
    #[must_use]
    pub fn instead(mut self, text: impl Into<String>) -> Diagnostic {
        self.replacement = Some(text.into());
        self
    }

    /// The file it is about.
    pub fn path(&self) -> Option<&RelPath> {
        match &self.place {
            Place::Span(span) => Some(&span.source.path),
            Place::File(path) => Some(path),
            Place::Book => None,
        }
    }

    /// Line and column, where there is a place in a text.
    pub fn line_column(&self) -> Option<(usize, usize)> {
        match &self.place {
            Place::Span(span) => Some(span.line_column()),
            _ => None,
        }
    }

    fn order(&self) -> (String, usize, Code) {
        let start = match &self.place {
            Place::Span(span) => span.range.start,
            _ => 0,
        };
        (self.path().map(ToString::to_string).unwrap_or_default(), start, self.code)
    }
}

/// Puts problems into canonical order (file, place, code), whatever thread found them first, and tells
/// each once, however many editions or pages met it.
pub fn sort(problems: &mut Vec<Diagnostic>) {
    problems.sort_by_cached_key(Diagnostic::order);
    problems.dedup_by(|a, b| a.order() == b.order() && a.args == b.args);
}

/// Is there an error among them?
pub fn any_error(problems: &[Diagnostic]) -> bool {
    problems.iter().any(|d| d.severity == Severity::Error)
}
