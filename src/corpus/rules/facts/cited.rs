//! E0802. A text that is approved, released or public rests on confirmed facts that are still valid.

use crate::corpus::rules::case::unfit;
use crate::corpus::rules::said::Said;
use crate::corpus::rules::{Bench, Case, Check, Findings, Rule, Texts};
use crate::corpus::vocabulary::{AnswerStatus, FactStatus};
use crate::diagnostic::Code;
use crate::time::Instant;

/// The rule.
pub(crate) const RULE: Rule =
    Rule { code: Code::E0802, check: Check::Together(&[Check::Issue(check), Check::Texts(elsewhere)]) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for said in case.said.iter().filter(|s| s.settled || s.public) {
        let Some(prose) = said.prose() else { continue };
        for cite in prose.cites.iter().filter(|c| c.kind == "fakta") {
            let Some((item, fact)) = case.fact(&cite.id) else { continue };
            let at = spoken_at(case, said);
            if let Some(state) = unfit(fact, at).filter(|s| weighs(case, *s)) {
                let found = out.in_text(Code::E0802, said, cite.place.clone());
                found.and(&item.span).with("text", said.name()).with("fact", &*item.id);
                found.with("state", state.key()).with("office", case.office_of(fact));
            }
        }
    }
    for (item, answer) in case.bench.sight.items(&case.issue.answers) {
        if answer.answer.is_none() || answer.status.is_some_and(|s| s != AnswerStatus::Ready) {
            continue;
        }
        for reference in &answer.support {
            let Some((cited, fact)) = reference.0.found.as_deref().and_then(|id| case.fact(id)) else { continue };
            if let Some(state) = unfit(fact, case.bench.as_of).filter(|s| weighs(case, *s)) {
                let found =
                    out.at(Code::E0802, reference.0.span.clone()).about("tanya_jawab", &item.id).hit(&item.span);
                found.and(&cited.span).with("text", format!("tanya_jawab {}", item.id)).with("fact", &*cited.id);
                found.with("state", state.key()).with("office", case.office_of(fact));
            }
        }
    }
}

/// A released text was right or wrong when it was released; any other is judged now.
fn spoken_at(case: &Case<'_>, said: &Said<'_>) -> Instant {
    let now = case.bench.as_of;
    let Some((_, span)) = said.spot.item.filter(|_| said.spot.list == "pernyataan") else { return now };
    let statement = case.statements().find(|(item, _)| item.span.begins_with(span));
    statement.and_then(|(_, s)| s.released_at).map_or(now, |at| at.min(now))
}

/// What expired after an issue was closed was right in its time; what was never confirmed was not.
fn weighs(case: &Case<'_>, state: FactStatus) -> bool {
    !case.closed() || state != FactStatus::Expired
}

/// Public texts of records that are no issue.
fn elsewhere(bench: &Bench<'_>, texts: &Texts<'_>, out: &mut Findings) {
    for said in texts.said.iter().filter(|said| said.public && !texts.issue) {
        for cite in said.prose().iter().flat_map(|p| &p.cites).filter(|c| c.kind == "fakta") {
            let Some((issue, id)) = cite.id.split_once('#') else { continue };
            let fact =
                bench.issue(issue).and_then(|(_, i)| bench.sight.items(&i.facts).find(|(item, _)| item.id == id));
            let Some((item, fact)) = fact else { continue };
            if let Some(state) = unfit(fact, bench.as_of) {
                let found = out.in_text(Code::E0802, said, cite.place.clone());
                found.and(&item.span).with("text", said.name()).with("fact", &*item.id);
                found.with("state", state.key()).with("office", &*texts.office);
            }
        }
    }
}
