//! What rules find: a problem for the author, a mark for pages, and what public editions withhold for it.

use super::said::Said;
use crate::corpus::fields::Item;
use crate::corpus::lower::Entity;
use crate::corpus::prose::Prose;
use crate::corpus::record::issue::Issue;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::span::Span;
use std::collections::HashSet;

/// A finding.
pub(crate) struct Finding {
    /// What is wrong, where.
    pub problem: Diagnostic,
    /// The list of the record and the item it is about.
    pub about: Option<(&'static str, String)>,
    /// Places of what a public edition leaves out where this is an error.
    pub hits: Vec<Span>,
}

impl Finding {
    /// Gives a word of the message its value.
    pub(crate) fn with(&mut self, name: &'static str, value: impl Into<String>) -> &mut Finding {
        self.problem.args.push((name, value.into()));
        self
    }

    /// Gives a word of the message its value, if there is one.
    pub(crate) fn with_some(&mut self, name: &'static str, value: Option<String>) -> &mut Finding {
        self.problem.args.extend(value.map(|value| (name, value)));
        self
    }

    /// Shows a second place.
    pub(crate) fn and(&mut self, span: &Span) -> &mut Finding {
        self.problem.others.push(span.clone());
        self
    }

    /// Says what to write at the place instead.
    pub(crate) fn instead(&mut self, text: impl Into<String>) -> &mut Finding {
        self.problem.replacement = Some(text.into());
        self
    }

    /// A public edition leaves this out.
    pub(crate) fn hit(&mut self, span: &Span) -> &mut Finding {
        self.hits.push(span.clone());
        self
    }

    /// Says which item it is about.
    pub(crate) fn about(&mut self, list: &'static str, item: &str) -> &mut Finding {
        self.about = Some((list, item.to_owned()));
        self
    }
}

/// Findings as they come.
#[derive(Default)]
pub(crate) struct Findings(pub Vec<Finding>);

impl Findings {
    /// Something at a place.
    pub(crate) fn at(&mut self, code: Code, span: Span) -> &mut Finding {
        self.0.push(Finding { problem: Diagnostic::at(code, span), about: None, hits: Vec::new() });
        self.0.last_mut().expect("just pushed")
    }

    /// Something about an item of a list; where it is an error, a public edition leaves the item out.
    pub(crate) fn on<T>(&mut self, code: Code, list: &'static str, item: &Item<T>) -> &mut Finding {
        self.at(code, item.span.clone()).about(list, &item.id).hit(&item.span)
    }

    /// Something in a text; where it is an error, a public edition leaves out the item that the text stands in, or the
    /// text itself.
    pub(crate) fn in_text(&mut self, code: Code, said: &Said<'_>, place: Span) -> &mut Finding {
        let finding = self.at(code, place).hit(&said.whole());
        match said.spot.item {
            Some((id, _)) => finding.about(said.spot.list, id),
            None => finding,
        }
    }
}

/// Places that public editions leave out, because a rule found an error there.
#[derive(Default)]
pub(crate) struct Withheld {
    places: HashSet<(String, usize)>,
    /// Full ids of facts and numbers among them: what cites one is left out with it.
    cited: HashSet<String>,
}

impl Withheld {
    /// Collects the hits of errors.
    pub(crate) fn of<'f>(findings: impl Iterator<Item = &'f Finding>, issues: &[Entity<Issue>]) -> Withheld {
        let errors = findings.filter(|f| f.problem.severity == Severity::Error);
        let mut withheld = Withheld { places: errors.flat_map(|f| &f.hits).map(key).collect(), ..Withheld::default() };
        if withheld.places.is_empty() {
            return withheld;
        }
        for entity in issues {
            let issue = entity.guarded.for_author();
            let facts = issue.facts.iter().map(|item| (&item.id, &item.span));
            let numbers = issue.numbers.iter().map(|item| (&item.id, &item.span));
            let hit = facts.chain(numbers).filter(|(_, span)| withheld.has(span));
            let ids: Vec<String> = hit.map(|(id, _)| format!("{}#{id}", entity.head.id)).collect();
            withheld.cited.extend(ids);
        }
        withheld
    }

    /// Is this place left out?
    pub(crate) fn has(&self, span: &Span) -> bool {
        !self.places.is_empty() && self.places.contains(&key(span))
    }

    /// Is a text left out, by itself or for what it cites?
    pub(crate) fn has_text(&self, prose: &Prose) -> bool {
        self.has(&prose.span) || (!self.cited.is_empty() && prose.cites.iter().any(|c| self.cited.contains(&c.id)))
    }
}

fn key(span: &Span) -> (String, usize) {
    (span.source.path.to_string(), span.range.start)
}
