//! CSV for spreadsheets.
//!
//! In an Indonesian book the separator is `;` and decimals have a comma, because that is what an Indonesian Excel reads
//! without being asked; in an English one `,` and a point. UTF-8 with a byte order mark, lines end with CR LF. Times are
//! ISO 8601 with their zone.

use crate::corpus::fields::Day;
use crate::corpus::view::Route;
use crate::corpus::view::{Action, Fact, Issue, Number};
use crate::corpus::vocabulary::Vocabulary;
use crate::locale::Language;
use crate::locale::number::Decimal;
use crate::present::plain::clean;
use crate::site::outlet::{Outlets, Table};
use crate::time::Instant;
use csv::{Terminator, WriterBuilder};
use std::io::{self, Write};

/// By it Excel knows UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// A column: key of its head, whether only those inside may see it, its cell.
struct Column<'a, T> {
    key: &'static str,
    inside: bool,
    cell: fn(&Sheet<'a>, &Row<'a, T>) -> String,
}

/// An issue, and the item of it that a row is about.
struct Row<'a, T> {
    issue: &'a Issue<'a>,
    item: &'a T,
}

/// How cells are written.
struct Sheet<'a> {
    outlets: &'a Outlets<'a>,
    comma: char,
}

/// Writes a table.
pub(crate) fn write(outlets: &Outlets<'_>, table: Table, to: &mut dyn Write) -> io::Result<()> {
    match table {
        Table::Issues => rows(outlets, &issues(), std::slice::from_ref, to),
        Table::Actions => rows(outlets, &actions(), |i| &i.actions, to),
        Table::Facts => rows(outlets, &facts(), |i| &i.facts, to),
        Table::Numbers => rows(outlets, &numbers(), |i| &i.numbers, to),
    }
}

fn rows<'a, T: 'a>(
    outlets: &'a Outlets<'a>,
    columns: &[Column<'a, T>],
    items: impl Fn(&'a Issue<'a>) -> &'a [T],
    to: &mut dyn Write,
) -> io::Result<()> {
    let (separator, comma) = match outlets.voice().locale.language {
        Language::Id => (b';', ','),
        Language::En => (b',', '.'),
    };
    let sheet = Sheet { outlets, comma };
    let seen: Vec<&Column<'a, T>> = columns.iter().filter(|c| !c.inside || !outlets.view().public).collect();
    to.write_all(MARK)?;
    let mut csv = WriterBuilder::new().delimiter(separator).terminator(Terminator::CRLF).from_writer(to);
    csv.write_record(seen.iter().map(|c| outlets.voice().locale.word(c.key)))?;
    for issue in outlets.view().issues.iter().filter(|i| !i.drill) {
        for item in items(issue) {
            let row = Row { issue, item };
            csv.write_record(seen.iter().map(|c| (c.cell)(&sheet, &row)))?;
        }
    }
    csv.flush()
}

/// A text as a cell: without control characters, and not a formula. A spreadsheet computes what begins with one of these
/// signs, whoever wrote it; an apostrophe before it makes it a text.
fn harmless(text: &str) -> String {
    let text = clean(text);
    let first = text.trim_start_matches([' ', '\n', '\u{a0}']).chars().next();
    let formula = first.is_some_and(|c| "=+-@\t|＝＋－＠".contains(c));
    if formula { format!("'{text}") } else { text.into_owned() }
}

fn some(text: Option<&str>) -> String {
    text.map(harmless).unwrap_or_default()
}

impl Sheet<'_> {
    fn when(&self, at: Option<Instant>) -> String {
        at.map(|at| self.outlets.view().zone.show(at).iso()).unwrap_or_default()
    }

    fn day(&self, day: Option<Day>) -> String {
        day.map(|day| super::shape::day(self.outlets.view().zone, day)).unwrap_or_default()
    }

    fn word(&self, value: Option<impl Vocabulary>) -> String {
        value.map(|v| harmless(&self.outlets.voice().word(v).text)).unwrap_or_default()
    }

    fn agency(&self, id: Option<&str>) -> String {
        id.map(|id| harmless(&self.outlets.plain.agency_link(id).text)).unwrap_or_default()
    }

    fn number(&self, value: Decimal) -> String {
        value.bare(self.comma)
    }

    fn yes(&self, value: bool) -> String {
        self.outlets.word(if value { "present.yes" } else { "present.no" }).to_owned()
    }

    fn prose(&self, text: crate::corpus::view::Text<'_>) -> String {
        harmless(&self.outlets.plain.words(text))
    }

    fn page(&self, issue: &Issue<'_>) -> String {
        self.outlets.page(&Route::Issue(issue.id.to_owned()))
    }
}

macro_rules! columns {
    ($name:ident of $item:ident { $($key:literal $who:ident |$sheet:pat_param, $row:pat_param| $cell:expr,)+ }) => {
        fn $name<'a>() -> Vec<Column<'a, $item<'a>>> {
            vec![$(Column {
                key: concat!("data.column.", $key),
                inside: columns!(@ $who),
                cell: |$sheet, $row| $cell,
            },)+]
        }
    };
    (@ all) => { false };
    (@ inside) => { true };
}

columns! { issues of Issue {
    "id" all |_, r| harmless(r.issue.id),
    "title" all |_, r| harmless(r.issue.title),
    "regions" all |s, r| harmless(&s.outlets.regions(&r.issue.regions)),
    "region_codes" all |_, r| harmless(&r.issue.regions.join(", ")),
    "themes" all |s, r| r.issue.themes.iter().map(|t| s.word(Some(*t))).collect::<Vec<_>>().join(", "),
    "escalation" inside |s, r| s.word(r.issue.escalation),
    "stage" inside |s, r| s.word(r.issue.stage),
    "class" inside |s, r| s.word(Some(r.issue.risks.first().map_or(r.issue.class, |risk| risk.class.max(r.issue.class)))),
    "likelihood" inside |_, r| r.issue.risks.first().map(|k| k.likelihood.to_string()).unwrap_or_default(),
    "impact" inside |_, r| r.issue.risks.first().map(|k| k.impact.to_string()).unwrap_or_default(),
    "score" inside |_, r| r.issue.risks.first().map(|k| k.score.to_string()).unwrap_or_default(),
    "level" inside |_, r| r.issue.risks.first().map(|k| k.level.to_string()).unwrap_or_default(),
    "trend" inside |s, r| s.word(r.issue.risks.first().and_then(|k| k.trend)),
    "assessed_at" inside |s, r| s.when(r.issue.risks.first().map(|k| k.at)),
    "lead" inside |s, r| s.agency(r.issue.lead),
    "spokesperson" inside |_, r| some(r.issue.spokesperson),
    "happened_at" all |s, r| s.when(r.issue.happened_at),
    "opened_at" all |s, r| s.when(Some(r.issue.opened_at)),
    "data_at" all |s, r| s.when(r.issue.data_at),
    "next_update" all |s, r| s.when(r.issue.next_update),
    "valid_until" all |s, r| s.when(r.issue.valid_until),
    "closed" all |s, r| s.yes(r.issue.closed),
    "closed_at" all |s, r| s.day(r.issue.closed_at),
    "summary" all |s, r| r.issue.summary.map(|t| s.prose(t)).unwrap_or_default(),
    "link" all |s, r| s.page(r.issue),
} }

columns! { actions of Action {
    "issue_id" all |_, r| harmless(r.issue.id),
    "issue" all |_, r| harmless(r.issue.title),
    "regions" all |s, r| harmless(&s.outlets.regions(&r.issue.regions)),
    "item_id" all |_, r| harmless(r.item.id),
    "what" all |s, r| s.prose(r.item.what),
    "agency" all |s, r| s.agency(r.item.agency),
    "officer" inside |_, r| some(r.item.officer),
    "due" all |s, r| s.day(r.item.due),
    "status" all |s, r| s.word(Some(r.item.status)),
    "late" all |s, r| r.item.late.map(|m| s.outlets.voice().late(m)).unwrap_or_default(),
    "origin" inside |s, r| s.word(r.item.origin),
    "promise" inside |s, r| s.yes(r.item.promise),
    "done_at" inside |s, r| s.day(r.item.done_at),
    "class" inside |s, r| s.word(Some(r.issue.class.max(r.item.class))),
    "link" all |s, r| s.page(r.issue),
} }

columns! { facts of Fact {
    "issue_id" all |_, r| harmless(r.issue.id),
    "issue" all |_, r| harmless(r.issue.title),
    "regions" all |s, r| harmless(&s.outlets.regions(&r.issue.regions)),
    "item_id" all |_, r| harmless(r.item.id),
    "sentence" all |s, r| s.prose(r.item.sentence),
    "status" all |s, r| s.word(Some(r.item.status)),
    "source" all |_, r| some(r.item.source),
    "confirmed_by" inside |_, r| some(r.item.confirmed_by),
    "at" all |s, r| s.when(r.item.at),
    "valid_until" all |s, r| s.when(r.item.valid_until),
    "sought_by" inside |s, r| s.agency(r.item.sought_by),
    "target" inside |s, r| s.when(r.item.target),
    "class" inside |s, r| s.word(Some(r.issue.class.max(r.item.class))),
    "link" all |s, r| s.page(r.issue),
} }

columns! { numbers of Number {
    "issue_id" all |_, r| harmless(r.issue.id),
    "issue" all |_, r| harmless(r.issue.title),
    "regions" all |s, r| harmless(&s.outlets.regions(&r.issue.regions)),
    "item_id" all |_, r| harmless(r.item.id),
    "name" all |_, r| harmless(r.item.name),
    "kind" all |s, r| s.word(r.item.kind),
    "value" all |s, r| s.number(r.item.quantity.value),
    "unit" all |_, r| some(r.item.quantity.unit.as_deref()),
    "precision" all |s, r| s.word(Some(super::shape::exactness(r.item.quantity.precision))),
    "source" all |_, r| some(r.item.source),
    "at" all |s, r| s.when(r.item.at),
    "covers" all |_, r| some(r.item.scope),
    "previous" inside |s, r| r.item.previous.first().map(|e| s.number(e.value)).unwrap_or_default(),
    "previous_at" inside |s, r| s.when(r.item.previous.first().and_then(|e| e.at)),
    "class" inside |s, r| s.word(Some(r.issue.class.max(r.item.class))),
    "link" all |s, r| s.page(r.issue),
} }

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+62 541", "-2", "@SUM(A1)", "\t=1", " =1", "\n=1", "\r=1", "＝1", "|calc"] {
            assert!(harmless(text).starts_with('\''), "{text:?}");
        }
        for text in ["Banjir", "1 = 1", "a-b", "'lama", ""] {
            assert_eq!(harmless(text), text);
        }
    }
}
