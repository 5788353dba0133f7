//! One issue on the bench, with all its texts laid out.

use super::bench::{Bench, key_place};
use super::said::{Said, texts_of};
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

    /// Validity, written or by default: hours by escalation after the newest data.
    pub(crate) fn valid_until(&self) -> Instant {
        let validity = self.bench.config.validity;
        let hours = match self.escalation() {
            Escalation::Issue => validity.isu,
            Escalation::Case => validity.kasus,
            Escalation::Crisis => validity.krisis,
        };
        let times = self.facts().filter_map(|(_, f)| f.at).chain(self.numbers().filter_map(|(_, n)| n.at));
        let newest = times.max().unwrap_or(self.issue.opened_at);
        self.issue.valid_until.unwrap_or_else(|| newest.plus_minutes(i64::from(hours) * 60))
    }

    /// It names a playbook, as far as may be seen.
    pub(crate) fn follows_playbook(&self) -> bool {
        let named = self.issue.playbook.as_ref();
        match self.bench.sight {
            Sight::Author => named.is_some(),
            Sight::Reader(_) => named.and_then(|p| self.bench.playbook(p.0.found.as_deref()?)).is_some(),
        }
    }

    /// A support that might be there: for its author one that cannot be found. For a reader what is not seen is not there.
    pub(crate) fn may_be_there(&self, reference: &FactRef) -> bool {
        let found = reference.0.found.as_deref().and_then(|id| self.fact(id));
        matches!(self.bench.sight, Sight::Author) && found.is_none()
    }

    /// Texts that are read aloud or printed for others.
    pub(crate) fn spoken(&self) -> impl Iterator<Item = &Said<'a>> {
        self.said.iter().filter(|s| s.spoken)
    }
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
