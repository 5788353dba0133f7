//! What changed since an earlier state of the book, in words.
//!
//! In: two views of one edition, then and now. Out: a [`Change`] for each thing that is new or says something else. Both
//! views passed the gate, and only what stands in today's is told: what was taken away, or is not for this reader any
//! more, leaves no line.

use super::model::*;
use super::{Medium, Presenter};
use crate::corpus::view::text::Block;
use crate::corpus::view::{self, Route, View};
use crate::corpus::vocabulary::Vocabulary;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

type Lines<P> = Vec<ChangeLine<P>>;

impl<M: Medium> Presenter<'_, M> {
    /// All changes: issues by their newest data, then conferences, then what is looked up.
    pub fn changes(&self, then: &View<'_>) -> Vec<Change<M::Prose>> {
        let before: HashMap<&str, &view::Issue<'_>> = then.issues.iter().map(|i| (i.id, i)).collect();
        let mut issues: Vec<&view::Issue<'_>> = self.view().issues.iter().collect();
        issues.retain(|i| before.get(i.id).is_none_or(|old| old.digest != i.digest));
        issues.sort_by_key(|i| std::cmp::Reverse(i.data_at));
        let mut changes: Vec<Change<M::Prose>> =
            issues.into_iter().map(|i| self.issue_change(before.get(i.id).copied(), i)).collect();
        changes.extend(self.conference_changes(then));
        changes.extend(self.other_changes(then));
        changes
    }

    fn issue_change(&self, old: Option<&view::Issue<'_>>, issue: &view::Issue<'_>) -> Change<M::Prose> {
        let lines = old.map_or_else(Vec::new, |old| self.issue_lines(old, issue));
        // It says something else, and no line below tells what.
        let key = if old.is_none() { Some("new_issue") } else { lines.is_empty().then_some("page") };
        Change {
            link: self.link(issue.title, &Route::Issue(issue.id.to_owned())),
            regions: issue.regions.iter().map(|r| self.region_in_passing(r)).collect(),
            at: issue.data_at.map(|t| self.voice.when(t)),
            new: key.map(|key| self.locale().word(&format!("present.change.{key}")).to_owned()),
            summary: old.is_none().then(|| self.some_prose(issue.summary)).flatten(),
            drill: issue.drill,
            lines,
        }
    }

    fn issue_lines(&self, old: &view::Issue<'_>, new: &view::Issue<'_>) -> Lines<M::Prose> {
        let mut lines = Vec::new();
        lines.extend(self.word_line("escalation", old.escalation, new.escalation));
        lines.extend(self.word_line("stage", old.stage, new.stage));
        lines.extend(self.risk_line(old, new));
        // An agency that is not shown any more has no name.
        let agency = |i: &view::Issue<'_>| i.lead.and_then(|a| self.voice.agency(a)).map(|a| self.voice.agency_name(a));
        lines.extend(self.plain_line("lead", agency(old), agency(new)));
        let office = |i: &view::Issue<'_>| i.spokesperson.map(str::to_owned);
        lines.extend(self.plain_line("spokesperson", office(old), office(new)));
        let next = |i: &view::Issue<'_>| i.next_update.map(|t| self.voice.when(t).short);
        lines.extend(self.plain_line("next_update", next(old), next(new)));
        if old.title != new.title {
            lines.push(self.line("title", None));
        }
        if old.summary != new.summary {
            lines.extend(new.summary.map(|text| self.line("summary", Some(text))));
        }
        self.fact_lines(old, new, &mut lines);
        self.number_lines(old, new, &mut lines);
        self.text_lines(old, new, &mut lines);
        self.work_lines(old, new, &mut lines);
        lines
    }

    /// A newer assessment. What was the newest once is told only while it may still be seen: it may have been closed to
    /// this reader, and then nothing fell or rose.
    fn risk_line(&self, old: &view::Issue<'_>, new: &view::Issue<'_>) -> Option<ChangeLine<M::Prose>> {
        let level = |r: &view::Risk<'_>| format!("{} {}", r.level, self.level_text(r.level));
        let now = new.risks.first()?;
        let then = old.risks.first();
        if then.is_some_and(|then| then.at >= now.at) {
            return None;
        }
        let kept = then.filter(|then| new.risks.iter().any(|r| whole(r) == whole(*then)));
        self.plain_line("risk", kept.map(level), Some(level(now)))
    }

    fn line(&self, key: &str, text: Option<&[Block]>) -> ChangeLine<M::Prose> {
        let what = self.locale().word(&format!("present.change.{key}")).to_owned();
        ChangeLine { what, text: self.some_prose(text), from: None, to: None }
    }

    fn plain_line(&self, key: &str, from: Option<String>, to: Option<String>) -> Option<ChangeLine<M::Prose>> {
        (from != to && to.is_some()).then(|| ChangeLine { from, to, ..self.line(key, None) })
    }

    fn word_line<V: Vocabulary + PartialEq>(
        &self,
        key: &str,
        from: Option<V>,
        to: Option<V>,
    ) -> Option<ChangeLine<M::Prose>> {
        self.plain_line(key, from.map(|v| self.word(v).text), to.map(|v| self.word(v).text))
    }

    fn fact_lines(&self, old: &view::Issue<'_>, new: &view::Issue<'_>, lines: &mut Lines<M::Prose>) {
        let before = Before::of(&old.facts, |f| f.id);
        for fact in &new.facts {
            let status = |f: &view::Fact<'_>| self.word(f.status).text;
            match before.state(fact, |was, now| was.sentence == now.sentence) {
                None => lines.push(ChangeLine { to: Some(status(fact)), ..self.line("new_fact", Some(fact.sentence)) }),
                Some(was) if was.status != fact.status => lines.push(ChangeLine {
                    from: Some(status(was)),
                    to: Some(status(fact)),
                    ..self.line("fact_status", Some(fact.sentence))
                }),
                Some(was) if was.sentence != fact.sentence => lines.push(self.line("fact", Some(fact.sentence))),
                Some(_) => {}
            }
        }
        let known = Before::of(&old.rumours, |r| r.id);
        for rumour in &new.rumours {
            let old = known.state(rumour, |was, now| was.claim == now.claim);
            let was = old.map(|r| self.word(r.status).text);
            let text = old.filter(|r| r.answer != rumour.answer).map(|_| self.line("rumour", None));
            lines.extend(
                self.plain_line("rumour", was, Some(self.word(rumour.status).text))
                    .or(text)
                    .map(|l| ChangeLine { text: self.some_prose(rumour.answer.or(Some(rumour.claim))), ..l }),
            );
        }
        let told = |e: &view::Event<'_>| (e.at, whole(&e.what));
        let known: HashSet<_> = old.events.iter().map(told).collect();
        let fresh = new.events.iter().filter(|e| !known.contains(&told(e)));
        lines.extend(
            fresh.map(|e| ChangeLine { to: Some(self.voice.when(e.at).short), ..self.line("event", Some(e.what)) }),
        );
    }

    fn number_lines(&self, old: &view::Issue<'_>, new: &view::Issue<'_>, lines: &mut Lines<M::Prose>) {
        let before = Before::of(&old.numbers, |n| n.id);
        for number in &new.numbers {
            let value = |n: &view::Number<'_>| self.voice.quantity(&n.quantity);
            let was = before.state(number, |was, now| was.name == now.name).map(value);
            let line = self.plain_line("number", was, Some(value(number)));
            // What a number was before is internal.
            let line = line.map(|l| ChangeLine { from: l.from.filter(|_| !self.view().public), ..l });
            lines.extend(line.map(|l| ChangeLine { what: format!("{}: {}", l.what, number.name), ..l }));
        }
    }

    /// Statements, the notice, messages, answers.
    fn text_lines(&self, old: &view::Issue<'_>, new: &view::Issue<'_>, lines: &mut Lines<M::Prose>) {
        let before = Before::of(&old.statements, |s| s.id);
        for statement in &new.statements {
            let was = before.state(statement, |was, now| was.text == now.text);
            let kind = self.word(statement.kind).text;
            let status = self.plain_line(
                "statement",
                was.map(|s| self.word(s.status).text),
                Some(self.word(statement.status).text),
            );
            let text = was.filter(|s| s.text != statement.text).map(|_| self.line("statement_text", None));
            lines.extend(status.or(text).map(|l| ChangeLine { what: format!("{}: {kind}", l.what), ..l }));
        }
        let status = |i: &view::Issue<'_>| i.notice.as_ref().map(|n| n.status);
        let said = |i: &view::Issue<'_>| i.notice.as_ref().map(|n| whole(&n.items));
        let text = (said(old) != said(new) && new.notice.is_some()).then(|| self.line("notice_text", None));
        lines.extend(self.word_line("notice", status(old), status(new)).or(text));
        if whole(&old.contacts) != whole(&new.contacts) && !new.contacts.is_empty() {
            lines.push(self.line("contacts", None));
        }
        let sentences = |i: &view::Issue<'_>| -> Vec<Vec<Block>> {
            i.messages.iter().flat_map(|m| &m.messages).map(|m| m.sentence.to_vec()).collect()
        };
        if sentences(old) != sentences(new) && !new.messages.is_empty() {
            lines.push(self.line("messages", None));
        }
        let answers = Before::of(&old.answers, |a| a.id);
        for answer in &new.answers {
            let was = answers.state(answer, |was, now| was.question == now.question);
            let same = was.is_some_and(|a| a.answer == answer.answer && a.status == answer.status);
            if !same {
                lines.push(self.line("answer", Some(answer.question)));
            }
        }
        let status = |i: &view::Issue<'_>| i.admission.as_ref().map(|a| a.status);
        let said = |i: &view::Issue<'_>| i.admission.as_ref().map(|a| whole(&a.sentence));
        let text = (said(old) != said(new) && new.admission.is_some()).then(|| self.line("admission_text", None));
        lines.extend(self.word_line("admission", status(old), status(new)).or(text));
    }

    /// Meetings, follow-ups, the analysis, the evaluation.
    fn work_lines(&self, old: &view::Issue<'_>, new: &view::Issue<'_>, lines: &mut Lines<M::Prose>) {
        let before = Before::of(&old.actions, |a| a.id);
        for action in &new.actions {
            let status = |a: &view::Action<'_>| self.word(a.status).text;
            let due = |a: &view::Action<'_>| a.due.map(|d| self.voice.day(d).short);
            let text = || self.some_prose(Some(action.what));
            match before.state(action, |was, now| was.what == now.what) {
                None => lines.push(ChangeLine { to: due(action), text: text(), ..self.line("new_action", None) }),
                Some(was) => {
                    let status = self.plain_line("action", Some(status(was)), Some(status(action)));
                    let line = status.or_else(|| self.plain_line("due", due(was), due(action)));
                    lines.extend(line.map(|l| ChangeLine { text: text(), ..l }));
                }
            }
        }
        let met = Before::of(&old.meetings, |m| m.id);
        for meeting in new.meetings.iter().filter(|m| met.state(m, |was, now| was.at == now.at).is_none()) {
            let at = meeting.at.map(|t| self.voice.when(t).short);
            lines.push(ChangeLine { to: at, ..self.line("meeting", None) });
        }
        if old.body != new.body && !new.body.is_empty() {
            lines.push(self.line("analysis", None));
        }
        if old.review.is_none() && new.review.is_some() {
            lines.push(self.line("review", None));
        }
    }

    fn conference_changes(&self, then: &View<'_>) -> Vec<Change<M::Prose>> {
        let before: HashMap<&str, &view::Conference<'_>> = then.conferences.iter().map(|k| (k.id, k)).collect();
        let change = |k: &view::Conference<'_>| {
            let old = before.get(k.id);
            let at = |k: &view::Conference<'_>| k.at.map(|t| self.voice.when(t).short);
            let place = |k: &view::Conference<'_>| k.place.map(str::to_owned);
            let lines: Lines<M::Prose> = old.map_or_else(Vec::new, |old| {
                let lines = [
                    self.plain_line("conference_at", at(old), at(k)),
                    self.plain_line("conference_place", place(old), place(k)),
                ];
                lines.into_iter().flatten().collect()
            });
            (old.is_none() || !lines.is_empty()).then(|| Change {
                link: self.link(k.title, &Route::Conference(k.stem.to_owned())),
                regions: k.regions.iter().map(|r| self.region_in_passing(r)).collect(),
                at: k.at.map(|t| self.voice.when(t)),
                new: old.is_none().then(|| self.locale().word("present.change.new_conference").to_owned()),
                summary: None,
                drill: false,
                lines,
            })
        };
        self.view().conferences.iter().filter_map(change).collect()
    }

    /// Playbooks and free pages, told by their titles alone.
    fn other_changes(&self, then: &View<'_>) -> Vec<Change<M::Prose>> {
        let view = self.view();
        let playbook = |b: &view::Playbook<'_>| {
            (b.id.to_owned(), whole(b), b.title.to_owned(), Route::Playbook(b.stem.to_owned()))
        };
        let page =
            |p: &view::Page<'_>| (p.path.to_owned(), whole(p), p.title.to_owned(), Route::Page(p.stem.to_owned()));
        let kept = |view: &View<'_>| -> Vec<(String, String, String, Route)> {
            view.playbooks.iter().map(playbook).chain(view.pages.iter().map(page)).collect()
        };
        let before: HashMap<String, String> = kept(then).into_iter().map(|(id, text, ..)| (id, text)).collect();
        let change = |(id, text, title, route): (String, String, String, Route)| {
            let old = before.get(&id);
            let key = if old.is_none() { "new_page" } else { "page" };
            (old != Some(&text)).then(|| Change {
                link: self.link(title, &route),
                regions: Vec::new(),
                at: None,
                new: Some(self.locale().word(&format!("present.change.{key}")).to_owned()),
                summary: None,
                drill: false,
                lines: Vec::new(),
            })
        };
        kept(view).into_iter().filter_map(change).collect()
    }
}

/// The items of a list as they were.
struct Before<'o, T> {
    all: &'o [T],
    id: fn(&T) -> &str,
    by_id: HashMap<&'o str, &'o T>,
    /// Those without an id, by all that they say.
    nameless: HashMap<String, &'o T>,
}

impl<'o, T: Serialize> Before<'o, T> {
    fn of(all: &'o [T], id: fn(&T) -> &str) -> Self {
        let named = all.iter().filter(|item| !id(item).is_empty());
        let nameless = all.iter().filter(|item| id(item).is_empty());
        Before {
            all,
            id,
            by_id: named.map(|item| (id(item), item)).collect(),
            nameless: nameless.map(|item| (whole(item), item)).collect(),
        }
    }

    /// What an item was. One without an id is found by what it says: the very same, else one that is alike.
    fn state(&self, now: &T, alike: impl Fn(&T, &T) -> bool) -> Option<&'o T> {
        let id = (self.id)(now);
        if !id.is_empty() {
            return self.by_id.get(id).copied();
        }
        let alike = || self.all.iter().filter(|was| (self.id)(was).is_empty()).find(|was| alike(was, now));
        self.nameless.get(&whole(now)).copied().or_else(alike)
    }
}

/// All that is shown of a thing, to be compared.
fn whole(thing: &impl Serialize) -> String {
    serde_json::to_string(thing).expect("plain data becomes JSON")
}
