//! What texts may cite: the numbers, times, facts and statements of each issue.

use crate::class::Class;
use crate::corpus::fields::Item;
use crate::corpus::lower::{Entity, Records};
use crate::corpus::record::issue::{Fact, Issue, Number};
use crate::corpus::view::text::{Block, Inline, Precision, Quantity};
use crate::corpus::vocabulary::{Exactness, FamilyStatus, NumberKind};
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
    /// Official numbers.
    pub numbers: Named<Cited>,
    /// Facts: their sentences, with numbers put in.
    pub facts: Named<(Class, Vec<Inline>)>,
    /// Statements.
    pub statements: Vec<String>,
    /// Class of the issue.
    pub class: Option<Class>,
    /// Numbers and facts that tell of deaths before the families know.
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
    let mut values = Values { class: Some(entity.guarded.class()), ..Values::default() };
    for item in &issue.numbers {
        let number = item.guarded.for_author();
        let cited = Cited { class: item.guarded.class(), quantity: quantity(number), at: number.at };
        values.numbers.0.push((item.id.clone(), cited));
    }
    for item in &issue.facts {
        let fact = item.guarded.for_author();
        let cited = sentence(fact, item.guarded.class(), &values.numbers);
        values.facts.0.push((item.id.clone(), cited));
    }
    if !families_told(issue) {
        let deaths = issue.numbers.iter().filter(|n| n.guarded.for_author().kind == Some(NumberKind::Dead));
        values.tolls.extend(deaths.map(|n| n.id.clone()));
        let cites = |f: &&Item<Fact>| {
            values.tolls.iter().any(|t| f.guarded.for_author().sentence.raw().contains(&format!("{{angka:{t}}}")))
        };
        let facts: Vec<String> = issue.facts.iter().filter(cites).map(|f| f.id.clone()).collect();
        values.tolls.extend(facts);
    }
    values.statements = issue.statements.iter().map(|s| s.id.clone()).collect();
    values
}

/// Have the families been told? Without a word about it there are none to tell.
pub(crate) fn families_told(issue: &Issue) -> bool {
    let status = issue.families.as_ref().map(|f| f.guarded.for_author().status);
    !matches!(status, Some(FamilyStatus::NotYet | FamilyStatus::Partly))
}

/// A fact's sentence with its numbers put in. It is as strict as the strictest of them.
fn sentence(fact: &Fact, class: Class, numbers: &Named<Cited>) -> (Class, Vec<Inline>) {
    let mut class = class;
    let mut out = Vec::new();
    for block in &fact.sentence.blocks {
        let Block::Paragraph(inlines) = block else { continue };
        for inline in inlines {
            out.push(match inline {
                Inline::Pending(p) if p.kind == "angka" || p.kind == "waktu" => match numbers.get(&p.id) {
                    Some(cited) => {
                        class = class.max(cited.class);
                        match (p.kind.as_str(), cited.at) {
                            ("waktu", Some(at)) => Inline::Time(at),
                            ("waktu", None) => Inline::Text(format!("{{waktu:{}}}", p.id)),
                            _ => Inline::Number(cited.quantity.clone()),
                        }
                    }
                    None => Inline::Text(format!("{{{}:{}}}", p.kind, p.id)),
                },
                other => other.clone(),
            });
        }
    }
    (class, out)
}
