//! What texts may cite: the numbers, times, facts and statements of each issue.

use crate::class::Class;
use crate::corpus::lower::{Entity, Records};
use crate::corpus::record::issue::{Fact, Issue, Number};
use crate::corpus::view::text::{Block, Inline, Pending, Precision, Quantity};
use crate::corpus::vocabulary::{Disclosure, Exactness, FamilyStatus, NumberKind};
use crate::time::Instant;
use rayon::prelude::*;
use std::collections::HashMap;

/// A handful of things by name. An issue has few of each, and there are many issues: a list costs less than a map.
pub(crate) struct Named<T>(Vec<(String, T)>);

impl<T> Default for Named<T> {
    fn default() -> Named<T> {
        Named(Vec::new())
    }
}

impl<T> Named<T> {
    /// The thing with a name.
    pub(crate) fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value)
    }

    /// All names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(n, _)| n.as_str())
    }
}

/// What the texts of one issue may cite.
#[derive(Default)]
pub(crate) struct Values {
    /// Id of the issue.
    pub id: String,
    /// Official numbers.
    pub numbers: Named<Cited>,
    /// Facts: class and sentence.
    pub facts: Named<(Class, Vec<Inline>)>,
    /// Statements.
    pub statements: Vec<String>,
    /// Class of the issue.
    pub class: Option<Class>,
    /// Codes of its regions.
    pub regions: Vec<String>,
    /// A drill, or information that the law excludes: no other record may cite it.
    pub apart: bool,
    /// Numbers of deaths, while the families do not know.
    pub tolls: Vec<String>,
}

/// A number as texts cite it.
pub(crate) struct Cited {
    /// Class.
    pub class: Class,
    /// Value, unit, precision.
    pub quantity: Quantity,
    /// Data time.
    pub at: Option<Instant>,
}

/// The quantity of a number.
pub(crate) fn quantity(number: &Number) -> Quantity {
    let precision = match number.exactness {
        Some(Exactness::About) => Precision::About,
        Some(Exactness::AtLeast) => Precision::AtLeast,
        Some(Exactness::Exact) | None => Precision::Exact,
    };
    Quantity { value: number.value, unit: number.unit.clone(), precision }
}

/// Collects the values of all issues.
pub(crate) fn of(records: &Records) -> HashMap<String, Values> {
    records.issues.par_iter().map(|e| (e.head.id.clone(), of_issue(e))).collect()
}

fn of_issue(entity: &Entity<Issue>) -> Values {
    let issue = entity.guarded.for_author();
    let apart = issue.drill == Some(true) || issue.disclosure == Some(Disclosure::Excluded);
    let regions = issue.regions.iter().filter_map(|r| r.0.found.clone()).collect();
    let id = entity.head.id.clone();
    let mut values = Values { id, class: Some(entity.guarded.class()), regions, apart, ..Values::default() };
    for item in &issue.numbers {
        let number = item.guarded.for_author();
        let cited = Cited { class: item.guarded.class(), quantity: quantity(number), at: number.at };
        values.numbers.0.push((item.id.clone(), cited));
    }
    for item in &issue.facts {
        let fact = item.guarded.for_author();
        let cited = (item.guarded.class(), sentence(fact, &entity.head.id));
        values.facts.0.push((item.id.clone(), cited));
    }
    if !families_told(issue) {
        let deaths = issue.numbers.iter().filter(|n| counts_dead(n.guarded.for_author()));
        values.tolls.extend(deaths.map(|n| n.id.clone()));
    }
    values.statements = issue.statements.iter().map(|s| s.id.clone()).collect();
    values
}

/// Does a number count the dead? Also where only its name says so.
pub(crate) fn counts_dead(number: &Number) -> bool {
    let name = number.name.to_lowercase();
    let named = ["meninggal", "tewas", "jenazah", "korban jiwa"].iter().any(|word| name.contains(word));
    number.kind == Some(NumberKind::Dead) || (matches!(number.kind, None | Some(NumberKind::Other)) && named)
}

/// Have the families been told? Without a word about it there are none to tell.
pub(crate) fn families_told(issue: &Issue) -> bool {
    let status = issue.families.as_ref().map(|f| f.guarded.for_author().status);
    !matches!(status, Some(FamilyStatus::NotYet | FamilyStatus::Partly))
}

/// A fact's sentence as other texts take it in: its paragraphs in one line, its numbers named with their issue so that
/// they mean the same anywhere. The linker fills and weighs them where the fact is cited.
fn sentence(fact: &Fact, issue: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    gather(&fact.sentence.blocks, issue, &mut out);
    out
}

fn gather(blocks: &[Block], issue: &str, out: &mut Vec<Inline>) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(_, inlines) => {
                if !out.is_empty() {
                    out.push(Inline::Text(" ".to_owned()));
                }
                out.extend(inlines.iter().map(|i| at_home(i, issue)));
            }
            Block::List(_, items) => items.iter().for_each(|i| gather(&i.blocks, issue, out)),
            Block::Quote(blocks) | Block::Note(_, blocks) => gather(blocks, issue, out),
            Block::Code(text) => out.push(Inline::Code(text.clone())),
            Block::Table(_) | Block::Rule | Block::Definitions(_) | Block::Picture(_) => {}
        }
    }
}

/// An inline with its numbers named by issue. A fact inside a fact would never end: it prints as it was typed.
fn at_home(inline: &Inline, issue: &str) -> Inline {
    let all = |inner: &[Inline]| inner.iter().map(|i| at_home(i, issue)).collect();
    match inline {
        Inline::Pending(p) if p.kind == "fakta" => Inline::Text(format!("{{fakta:{}}}", p.id)),
        Inline::Pending(p) if !p.id.contains('#') => {
            Inline::Pending(Pending { kind: p.kind.clone(), id: format!("{issue}#{}", p.id) })
        }
        Inline::Strong(inner) => Inline::Strong(all(inner)),
        Inline::Emphasis(inner) => Inline::Emphasis(all(inner)),
        Inline::Struck(inner) => Inline::Struck(all(inner)),
        Inline::Link(href, inner) => Inline::Link(href.clone(), all(inner)),
        other => other.clone(),
    }
}
