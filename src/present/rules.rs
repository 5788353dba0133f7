//! What the field's rules found, clocks and readiness, in words.

use super::model::{ClockRow, Labelled, Mark, Ready, Word};
use super::{Medium, Presenter};
use crate::corpus::view::text::{Block, Inline};
use crate::corpus::view::{self, ClockState, ClockTask};
use crate::diagnostic::Severity;
use crate::diagnostic::render::{self, Words};

impl<M: Medium> Presenter<'_, M> {
    /// Findings in words, errors first: the sentence that `check` prints, without its place in the file.
    pub fn marks(&self, marks: &[view::Mark]) -> Vec<Mark> {
        let mut all: Vec<Mark> = marks.iter().map(|m| self.finding(m)).collect();
        all.sort_by_key(|m| !m.grave);
        all.dedup_by(|a, b| (a.code, &a.text, &a.place) == (b.code, &b.text, &b.place));
        all
    }

    fn finding(&self, mark: &view::Mark) -> Mark {
        let place = |(list, id): &(&'static str, String)| {
            let list = self.locale().label("list", list);
            if id.is_empty() { list.to_owned() } else { format!("{list} {id}") }
        };
        let template = self.locale().message(mark.code);
        Mark {
            code: mark.code,
            severity: self.locale().severity(mark.severity).to_owned(),
            grave: mark.severity == Severity::Error,
            // Backticks set words off at a terminal; a page has its own ways.
            text: render::fill(template, &mark.args).unwrap_or_else(|| template.to_owned()).replace('`', ""),
            place: mark.about.as_ref().map(place),
        }
    }

    /// A line of a clock.
    pub(super) fn clock_row(&self, row: &view::ClockRow) -> ClockRow<M::Prose> {
        let plain = |text: String| self.words(&[Block::Paragraph(vec![Inline::Text(text)])]);
        let task = match &row.task {
            ClockTask::Written(blocks) => self.words(blocks),
            ClockTask::Usual(key) => plain(self.locale().label("clock", key).to_owned()),
            ClockTask::Ticket(number, term, days) => {
                let term = self.locale().label("term", term).to_owned();
                let args = [("ticket", number.clone()), ("term", term), ("days", days.to_string())];
                plain(self.locale().say("present.ticket_term", &args))
            }
            ClockTask::Breach => plain(self.locale().word("present.breach_term").to_owned()),
        };
        let key = match row.state {
            ClockState::Met => "tepat",
            ClockState::There => "ada",
            ClockState::MetLate => "susulan",
            ClockState::Late => "terlambat",
            ClockState::Next => "berikut",
            ClockState::Unknown => "tidak_tercatat",
        };
        let over = match (row.state, row.done_at) {
            (ClockState::Late, _) => Some(self.view().as_of.minutes_since(row.due)),
            (ClockState::MetLate, Some(at)) => Some(at.minutes_since(row.due)),
            _ => None,
        };
        ClockRow {
            mark: row.minute.map(|m| self.locale().minute_mark(m)),
            task,
            due: self.voice.when(row.due),
            done_at: row.done_at.map(|at| self.voice.when(at)),
            state: Word { key, text: self.locale().label("clock_state", key).to_owned() },
            late: over.map(|minutes| self.voice.late(minutes)),
        }
    }

    /// A breach of personal data: what was disclosed, how, what is done.
    pub(super) fn breach(&self, breach: &view::Breach<'_>) -> Vec<Labelled<M::Prose>> {
        let time = |at: Option<crate::time::Instant>| {
            at.map(|at| self.words(&[Block::Paragraph(vec![Inline::Text(self.voice.when(at).text)])]))
        };
        let text = |text: Option<view::Text<'_>>| text.map(|t| self.words(t));
        let items = [
            ("present.breach_known", time(breach.known_at)),
            ("present.breach_data", text(breach.data)),
            ("present.breach_how", text(breach.how)),
            ("present.breach_efforts", text(breach.efforts)),
            ("present.breach_notified", time(breach.notified_at)),
        ];
        let labelled = |(key, text): (&str, Option<M::Prose>)| {
            text.map(|text| Labelled { label: self.locale().word(key).to_owned(), text })
        };
        items.into_iter().filter_map(labelled).collect()
    }

    /// What a conference needs, in order.
    pub fn ready(&self, items: &[view::ReadyItem]) -> Vec<Ready> {
        let item = |i: &view::ReadyItem| Ready {
            done: i.done,
            text: self.locale().label("ready", i.key).to_owned(),
            detail: (!i.detail.is_empty()).then(|| i.detail.clone()),
        };
        items.iter().map(item).collect()
    }

    /// "9 dari 15 siap".
    pub fn ready_count(&self, items: &[view::ReadyItem]) -> String {
        let done = items.iter().filter(|i| i.done).count();
        let args = [("done", done.to_string()), ("all", items.len().to_string())];
        self.locale().say("present.ready_count", &args)
    }
}
