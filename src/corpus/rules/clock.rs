//! Clocks: minutes from T0 against the steps of a playbook, and the terms that the law sets.
//!
//! In: an issue and the moment. Out: what was met, what is late, what comes next. T0 is the moment at which the first
//! report was verified, else that at which the record was opened.

use super::Case;
use super::case::settled;
use crate::corpus::fields::Item;
use crate::corpus::prose::Prose;
use crate::corpus::record::issue::Found;
use crate::corpus::view::text::plain;
use crate::corpus::vocabulary::*;
use crate::time::Instant;

pub(crate) use crate::corpus::view::ClockState as State;
use crate::corpus::view::{ClockRow, ClockTask};

/// What is to be done.
#[derive(Clone, Copy)]
pub(crate) enum Task<'a> {
    /// A playbook says it.
    Written(&'a Prose),
    /// A step of the default clock, by its key.
    Usual(&'static str),
}

/// A step of the clock.
pub(crate) struct Step<'a> {
    /// Minutes from T0.
    pub minute: i64,
    /// What.
    pub task: Task<'a>,
    /// By when.
    pub due: Instant,
    /// Done when, where that is known.
    pub done_at: Option<Instant>,
    /// How it stands.
    pub state: State,
}

impl Step<'_> {
    /// The task in words.
    pub(crate) fn words(&self) -> String {
        match self.task {
            Task::Written(prose) => plain(&prose.blocks),
            Task::Usual(key) => USUAL.iter().find(|u| u.1 == key).map_or(key, |u| u.2).to_owned(),
        }
    }
}

/// The clock where no playbook has one: minute, key, words, what shows that it was done.
const USUAL: [(i64, &str, &str, StepResult); 4] = [
    (15, "verify", "catat fakta pertama yang terkonfirmasi", StepResult::Fact),
    (60, "statement", "terbitkan pernyataan awal", StepResult::Statement),
    (180, "meeting", "rapat perangkat daerah dengan hasil keputusan", StepResult::Meeting),
    (360, "conference", "konferensi pers atau siaran pers", StepResult::Conference),
];

/// The clock of a crisis; empty for anything less.
pub(crate) fn of<'a>(case: &Case<'a>) -> Vec<Step<'a>> {
    if case.escalation() != Escalation::Crisis {
        return Vec::new();
    }
    let start = case.issue.verified_at.unwrap_or(case.issue.opened_at);
    let playbook = case.issue.playbook.as_ref().and_then(|p| case.bench.playbook(p.0.found.as_deref()?));
    let written = playbook.map(|p| case.bench.sight.items(&p.steps).map(|(_, s)| s).collect::<Vec<_>>());
    let mut steps: Vec<Step<'a>> = match written.filter(|w| !w.is_empty()) {
        Some(written) => {
            let steps = written.into_iter();
            steps.map(|s| step(case, start, s.minute.0, Task::Written(&s.task), s.result)).collect()
        }
        None => USUAL.iter().map(|(m, key, _, r)| step(case, start, *m, Task::Usual(key), Some(*r))).collect(),
    };
    steps.sort_by_key(|s| s.minute);
    steps
}

fn step<'a>(case: &Case<'a>, start: Instant, minute: i64, task: Task<'a>, result: Option<StepResult>) -> Step<'a> {
    let due = start.plus_minutes(minute);
    let done = result.map(|r| done(case, r));
    let now = case.bench.as_of;
    let (done_at, state) = match done {
        Some(Some(Some(at))) if at > due => (Some(at), State::MetLate),
        Some(Some(None)) => (None, State::There),
        Some(Some(at)) => (at, State::Met),
        Some(None) if due < now && !case.closed() => (None, State::Late),
        Some(None) | None => (None, if due < now { State::Unknown } else { State::Next }),
    };
    Step { minute, task, due, done_at, state }
}

/// Whether the record shows that something was done, and when, where it says so.
fn done(case: &Case<'_>, result: StepResult) -> Option<Option<Instant>> {
    let (i, sight, now) = (case.issue, case.bench.sight, case.bench.as_of);
    let there = |there: bool| there.then_some(None);
    match result {
        StepResult::Fact => there(case.facts().any(|(_, f)| f.status == Some(FactStatus::Confirmed))),
        StepResult::Statement => {
            let spoken =
                [StatementKind::Holding, StatementKind::Opening, StatementKind::Release, StatementKind::Clarification];
            let out = case.statements().filter(|(_, s)| settled(s.status) && spoken.contains(&s.kind));
            // Out is out when it was released; where nobody wrote that, when it was first approved.
            let first = out.map(|(_, s)| {
                let approved = sight.items(&s.approvals).filter_map(|(_, a)| a.at);
                s.released_at.or(approved.min())
            });
            first.min_by_key(|at| (at.is_none(), *at))
        }
        StepResult::Meeting => {
            let held = sight.items(&i.meetings).filter(|(_, m)| !m.decisions.is_empty()).map(|(_, m)| m.at);
            held.filter(|at| at.is_none_or(|at| at <= now)).min_by_key(|at| (at.is_none(), *at))
        }
        StepResult::Conference => {
            let held = case.bench.conferences_about(&case.entity.head.id).iter().filter_map(|(_, k)| k.at);
            let released = case
                .statements()
                .filter(|(_, s)| s.kind == StatementKind::Release && s.status == Some(TextStatus::Released));
            let times = held.filter(|at| *at <= now).map(Some).chain(released.map(|(_, s)| s.released_at));
            times.min_by_key(|at| (at.is_none(), *at))
        }
        StepResult::Notice => {
            let notice = sight.part(i.notice.as_deref()).map(|(_, n)| n);
            notice.filter(|n| settled(n.status)).map(|n| n.released_at)
        }
        StepResult::Action => there(sight.items(&i.actions).next().is_some()),
        StepResult::Evaluation => sight.part(i.review.as_deref()).map(|(_, r)| r.at.map(|d| d.at)),
        StepResult::KeyMessage => there(sight.items(&i.messages).next().is_some()),
        StepResult::Answers => there(sight.items(&i.answers).next().is_some()),
    }
}

/// All lines of the clock, for pages and packs: the steps, then the terms of the law.
pub(crate) fn rows(case: &Case<'_>) -> Vec<ClockRow> {
    let steps = of(case).into_iter().map(|s| {
        let task = match s.task {
            Task::Written(prose) => ClockTask::Written(prose.blocks.clone()),
            Task::Usual(key) => ClockTask::Usual(key),
        };
        ClockRow { minute: Some(s.minute), task, due: s.due, done_at: s.done_at, state: s.state }
    });
    let now = case.bench.as_of;
    let stand = |due: Instant, done: Option<Instant>| match done {
        Some(at) if at > due => State::MetLate,
        Some(_) => State::Met,
        None if due < now => State::Late,
        None => State::Next,
    };
    let tickets = tickets(case).into_iter().filter(|t| t.late || !case.closed()).map(|t| ClockRow {
        minute: None,
        task: ClockTask::Ticket(t.number.to_owned(), t.term.key(), t.term.days()),
        due: t.due,
        done_at: t.done_at,
        state: stand(t.due, t.done_at),
    });
    let breach = case.bench.sight.part(case.issue.breach.as_ref()).and_then(|(_, b)| {
        let due = b.known_at?.plus_minutes(BREACH);
        let state = stand(due, b.notified_at);
        Some(ClockRow { minute: None, task: ClockTask::Breach, due, done_at: b.notified_at, state })
    });
    steps.chain(tickets).chain(breach).collect()
}

/// 3 × 24 hours (UU 27/2022, article 46), in minutes.
pub(crate) const BREACH: i64 = 3 * 24 * 60;

/// A term of the law.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Term {
    /// The first response to a ticket.
    FirstResponse,
    /// A ticket settled.
    Settled(Ticket),
}

impl Term {
    /// Working days (SP4N-LAPOR!).
    fn days(self) -> u32 {
        match self {
            Term::FirstResponse => 3,
            Term::Settled(Ticket::Information) => 5,
            Term::Settled(Ticket::Complaint) => 14,
            Term::Settled(Ticket::FieldComplaint) => 60,
        }
    }

    /// Key of its words.
    fn key(self) -> &'static str {
        match self {
            Term::FirstResponse => "first_response",
            Term::Settled(ticket) => ticket.key(),
        }
    }

    /// "tanggapan pertama, 3 hari kerja"
    pub(crate) fn words(self) -> String {
        let what = match self {
            Term::FirstResponse => "tanggapan pertama",
            Term::Settled(Ticket::Information) => "permintaan informasi",
            Term::Settled(Ticket::Complaint) => "pengaduan tanpa pemeriksaan lapangan",
            Term::Settled(Ticket::FieldComplaint) => "pengaduan dengan pemeriksaan lapangan",
        };
        format!("{what}, {} hari kerja", self.days())
    }
}

/// A ticket and the term that counts now.
pub(crate) struct TicketTerm<'a> {
    /// The finding.
    pub item: &'a Item<Found>,
    /// Its number.
    pub number: &'a str,
    /// The term.
    pub term: Term,
    /// By when.
    pub due: Instant,
    /// Met when.
    pub done_at: Option<Instant>,
    /// Past it, and nothing done.
    pub late: bool,
}

/// The terms of the LAPOR tickets of an issue.
pub(crate) fn tickets<'a>(case: &Case<'a>) -> Vec<TicketTerm<'a>> {
    let found = case.bench.sight.items(&case.issue.origins);
    let tickets = found.filter_map(|(item, f)| Some((item, f, f.ticket.as_deref()?, f.received_at?)));
    tickets
        .flat_map(|(item, f, number, received)| {
            let settled = f.category.map(|c| (Term::Settled(c), f.done_at));
            [Some((Term::FirstResponse, f.answered_at.or(f.done_at))), settled].into_iter().flatten().map(
                move |(term, done_at)| {
                    let due = received.plus_working_days(term.days());
                    // Closing the issue does not close the ticket.
                    let late = done_at.is_none() && due < case.bench.as_of;
                    TicketTerm { item, number, term, due, done_at, late }
                },
            )
        })
        .collect()
}
