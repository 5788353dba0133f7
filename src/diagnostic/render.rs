//! Diagnostics as text: `full` with excerpts, `short`, and JSON.
//!
//! In: diagnostics and a way to look up words. Out: text. Excerpts of the sources stand in `full`
//! only, because the other forms end up in logs that others read.

use super::{Diagnostic, Place, Severity};
use crate::source::span::Span;
use serde::Serialize;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// Where the words come from: the locale implements this.
pub trait Words {
    /// The message of a code, with `{name}` for its arguments.
    fn message(&self, code: &str) -> &str;
    /// Lines of help; one whose arguments are not all given is left out.
    fn help(&self, code: &str) -> &[String];
    /// "galat" or "peringatan".
    fn severity(&self, severity: Severity) -> &str;
    /// "lihat juga".
    fn see_also(&self) -> &str;
    /// "tulis".
    fn write_instead(&self) -> &str;
}

/// Fills `{name}` from the arguments; `None` if one is not given. `{n|word|words}` gives the first word where `n` is 1, the
/// second otherwise.
pub fn fill(template: &str, args: &[(&'static str, String)]) -> Option<String> {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let Some(close) = rest[open..].find('}') else { break };
        let mut asked = rest[open + 1..open + close].split('|');
        let name = asked.next().unwrap_or_default();
        let (_, value) = args.iter().find(|(n, _)| *n == name)?;
        let word = match (asked.next(), asked.next()) {
            (Some(one), Some(_)) if value == "1" => one,
            (Some(_), Some(other)) => other,
            _ => value,
        };
        out.push_str(word);
        rest = &rest[open + close + 1..];
    }
    out.push_str(rest);
    Some(out)
}

/// The message alone.
pub fn message(diagnostic: &Diagnostic, words: &dyn Words) -> String {
    let template = words.message(diagnostic.code.as_str());
    fill(template, &diagnostic.args).unwrap_or_else(|| template.to_owned())
}

fn help(diagnostic: &Diagnostic, words: &dyn Words) -> Vec<String> {
    words.help(diagnostic.code.as_str()).iter().filter_map(|h| fill(h, &diagnostic.args)).collect()
}

/// One line: `path:line:column: E0301 message`.
pub fn short(diagnostic: &Diagnostic, words: &dyn Words) -> String {
    let place = match (diagnostic.path(), diagnostic.line_column()) {
        (Some(path), Some((line, column))) => format!("{path}:{line}:{column}: "),
        (Some(path), None) => format!("{path}: "),
        _ => String::new(),
    };
    let severity = words.severity(diagnostic.severity);
    format!("{place}{severity} {}: {}", diagnostic.code.as_str(), message(diagnostic, words))
}

/// Several lines, with an excerpt, help and what to write instead.
pub fn full(diagnostic: &Diagnostic, words: &dyn Words) -> String {
    let severity = words.severity(diagnostic.severity);
    let mut out = format!("{severity}[{}]: {}\n", diagnostic.code.as_str(), message(diagnostic, words));
    match &diagnostic.place {
        Place::Span(span) => excerpt(&mut out, span, "-->"),
        Place::File(path) => writeln!(out, "  --> {path}").expect("a string takes all"),
        Place::Book => {}
    }
    for span in &diagnostic.others {
        writeln!(out, "  {}:", words.see_also()).expect("a string takes all");
        excerpt(&mut out, span, ":::");
    }
    for line in help(diagnostic, words) {
        writeln!(out, "  = {line}").expect("a string takes all");
    }
    if let Some(text) = &diagnostic.replacement {
        writeln!(out, "  = {}: {}", words.write_instead(), text.trim_end()).expect("a string takes all");
    }
    out
}

/// The line at a place, with carets under it.
fn excerpt(out: &mut String, span: &Span, arrow: &str) {
    let (line, column) = span.line_column();
    let text = span.source.lines.line(&span.source.text, line);
    let gutter = line.to_string().len();
    let before: String = text.chars().take(column - 1).collect();
    let marked = span.text().lines().next().unwrap_or_default();
    let room = text.chars().count().saturating_sub(column - 1).max(1);
    let carets = marked.width().clamp(1, room.max(1));
    let shown = text.replace('\t', "→");
    writeln!(out, "{:gutter$} {arrow} {}:{line}:{column}", "", span.source.path).expect("a string takes all");
    writeln!(out, "{:gutter$} |", "").expect("a string takes all");
    writeln!(out, "{line} | {shown}").expect("a string takes all");
    writeln!(out, "{:gutter$} | {}{}", "", " ".repeat(before.width()), "^".repeat(carets)).expect("a string takes all");
}

/// A problem as machines read it. No excerpt.
#[derive(Serialize)]
struct Json {
    code: &'static str,
    severity: &'static str,
    message: String,
    path: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    help: Vec<String>,
    replacement: Option<String>,
}

/// All problems as a JSON array.
pub fn json(diagnostics: &[Diagnostic], words: &dyn Words) -> String {
    let all: Vec<Json> = diagnostics
        .iter()
        .map(|d| Json {
            code: d.code.as_str(),
            severity: if d.severity == Severity::Error { "error" } else { "warning" },
            message: message(d, words),
            path: d.path().map(ToString::to_string),
            line: d.line_column().map(|p| p.0),
            column: d.line_column().map(|p| p.1),
            help: help(d, words),
            replacement: d.replacement.clone(),
        })
        .collect();
    serde_json::to_string_pretty(&all).expect("plain data becomes JSON")
}
