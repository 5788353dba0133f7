//! One issue on the bench, with all its texts laid out.

use super::bench::{Bench, key_place};
use super::said::{Said, texts_of};
use crate::config::Config;
use crate::corpus::fields::{FactRef, Item};
use crate::corpus::lower::Entity;
use crate::corpus::record::issue::{Fact, Issue, Number};
use crate::corpus::record::speech::Statement;
use crate::corpus::sight::Sight;
use crate::corpus::vocabulary::*;
use crate::source::span::Span;
use crate::time::Instant;

/// An issue as one looker may see it.
pub(crate) struct Case<'a> {
    /// All records.
    pub bench: &'a Bench<'a>,
    /// Its head.
    pub entity: &'a Entity<Issue>,
    /// Its fields.
    pub issue: &'a Issue,
    /// Its texts.
    pub said: Vec<Said<'a>>,
}

impl<'a> Case<'a> {
    /// Lays an issue out.
    pub(crate) fn new(bench: &'a Bench<'a>, entity: &'a Entity<Issue>, issue: &'a Issue) -> Case<'a> {
        let said = texts_of(bench.sight, entity, issue);
        Case { bench, entity, issue, said }
    }

    /// It is closed.
    pub(crate) fn closed(&self) -> bool {
        self.stage() == Stage::Closed
    }

    /// How grave it is.
    pub(crate) fn escalation(&self) -> Escalation {
        self.issue.escalation.unwrap_or(Escalation::Issue)
    }

    /// A case or a crisis that is not closed.
    pub(crate) fn grave(&self) -> bool {
        !self.closed() && self.escalation() >= Escalation::Case
    }

    /// A crisis that is not closed.
    pub(crate) fn crisis(&self) -> bool {
        !self.closed() && self.escalation() == Escalation::Crisis
    }

    /// How far the procedure has come.
    pub(crate) fn stage(&self) -> Stage {
        self.issue.stage.unwrap_or(Stage::Mapped)
    }

    /// The line of a top-level key.
    pub(crate) fn key(&self, key: &str) -> Span {
        key_place(&self.entity.head.span, key)
    }

    /// The office that must act: the lead agency, else the communication office of the book.
    pub(crate) fn office(&self) -> String {
        let lead = self.issue.lead.as_ref().and_then(|a| self.bench.agency(a));
        lead.unwrap_or_else(|| self.bench.config.organisation.clone())
    }

    /// The office that must act on a fact: who looks into it, else the lead.
    pub(crate) fn office_of(&self, fact: &Fact) -> String {
        fact.sought_by.as_ref().and_then(|a| self.bench.agency(a)).unwrap_or_else(|| self.office())
    }

    /// Facts that may be seen.
    pub(crate) fn facts(&self) -> impl Iterator<Item = (&'a Item<Fact>, &'a Fact)> + use<'a> {
        self.bench.sight.items(&self.issue.facts)
    }

    /// Official numbers that may be seen.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = (&'a Item<Number>, &'a Number)> + use<'a> {
        self.bench.sight.items(&self.issue.numbers)
    }

    /// Statements that may be seen.
    pub(crate) fn statements(&self) -> impl Iterator<Item = (&'a Item<Statement>, &'a Statement)> + use<'a> {
        self.bench.sight.items(&self.issue.statements)
    }

    /// A fact of this issue by its bare or full id. `None` where it is not there or may not be seen.
    pub(crate) fn fact(&self, id: &str) -> Option<(&'a Item<Fact>, &'a Fact)> {
        match id.split_once('#') {
            Some((issue, item)) if issue != self.entity.head.id => {
                let (_, other) = self.bench.issue(issue)?;
                self.bench.sight.items(&other.facts).find(|(i, _)| i.id == item)
            }
            Some((_, item)) => self.facts().find(|(i, _)| i.id == item),
            None => self.facts().find(|(i, _)| i.id == id),
        }
    }

    /// Validity, written or by default.
    pub(crate) fn valid_until(&self) -> Instant {
        let bench = self.bench;
        self.issue.valid_until.unwrap_or_else(|| default_validity(bench.sight, bench.config, self.issue))
    }

    /// It names a playbook, as far as may be seen.
    pub(crate) fn follows_playbook(&self) -> bool {
        let named = self.issue.playbook.as_ref();
        match self.bench.sight {
            Sight::Author => named.is_some(),
            Sight::Reader(_) => named.and_then(|p| self.bench.playbook(p.0.found.as_deref()?)).is_some(),
        }
    }

    /// A confirmed fact is among those named as support. What the author's record does not find was reported where it
    /// was linked and is not held against the text here; for a reader what is not seen is not there.
    pub(crate) fn carried(&self, support: &[FactRef]) -> bool {
        let author = matches!(self.bench.sight, Sight::Author);
        support.iter().any(|r| match r.0.found.as_deref().and_then(|id| self.fact(id)) {
            Some((_, fact)) => self.closed() || unfit(fact, self.bench.as_of).is_none(),
            None => author,
        })
    }

    /// Texts that are read aloud or printed for others.
    pub(crate) fn spoken(&self) -> impl Iterator<Item = &Said<'a>> {
        self.said.iter().filter(|s| s.spoken)
    }
}

/// Validity that follows from the escalation, where nobody wrote one: hours after the newest data that may be seen.
pub(crate) fn default_validity(sight: Sight<'_>, config: &Config, issue: &Issue) -> Instant {
    let validity = config.validity;
    let hours = match issue.escalation.unwrap_or(Escalation::Issue) {
        Escalation::Issue => validity.isu,
        Escalation::Case => validity.kasus,
        Escalation::Crisis => validity.krisis,
    };
    let facts = sight.items(&issue.facts).filter_map(|(_, f)| f.at);
    let numbers = sight.items(&issue.numbers).filter_map(|(_, n)| n.at);
    let newest = facts.chain(numbers).max().unwrap_or(issue.opened_at);
    newest.plus_minutes(i64::from(hours) * 60)
}

/// Is a text approved or out?
pub(crate) fn settled(status: Option<TextStatus>) -> bool {
    matches!(status, Some(TextStatus::Approved | TextStatus::Released))
}

/// Why a fact cannot carry a text at a moment; `None` where it can.
pub(crate) fn unfit(fact: &Fact, at: Instant) -> Option<FactStatus> {
    match fact.status.unwrap_or(FactStatus::Unconfirmed) {
        FactStatus::Confirmed if fact.valid_until.is_some_and(|until| until < at) => Some(FactStatus::Expired),
        FactStatus::Confirmed => None,
        other => Some(other),
    }
}

/// "sumber, waktu": the names of what is missing, or `None`.
pub(crate) fn missing(wanted: &[(&str, bool)]) -> Option<String> {
    let names: Vec<&str> = wanted.iter().filter(|(_, there)| !there).map(|(name, _)| *name).collect();
    (!names.is_empty()).then(|| names.join(", "))
}
