//! E0802. A text that is approved, released or public rests on confirmed facts that are still valid.

use crate::corpus::rules::case::unfit;
use crate::corpus::rules::said::Said;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::AnswerStatus;
use crate::diagnostic::Code;
use crate::time::Instant;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0802, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for said in case.said.iter().filter(|s| s.settled || s.public) {
        let Some(prose) = said.prose() else { continue };
        for cite in prose.cites.iter().filter(|c| c.kind == "fakta") {
            let Some((item, fact)) = case.fact(&cite.id) else { continue };
            let at = spoken_at(case, said);
            if let Some(state) = unfit(fact, at).filter(|_| !case.closed()) {
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
            if let Some(state) = unfit(fact, case.bench.as_of).filter(|_| !case.closed()) {
                let found = out.at(Code::E0802, reference.0.span.clone()).about("tanya_jawab", &item.id).hit(&item.span);
                found.and(&cited.span).with("text", format!("tanya_jawab {}", item.id)).with("fact", &*cited.id);
                found.with("state", state.key()).with("office", case.office_of(fact));
            }
        }
    }
}

/// A released text was right or wrong when it was released; any other is judged now.
fn spoken_at(case: &Case<'_>, said: &Said<'_>) -> Instant {
    let now = case.bench.as_of;
    let Some((id, _)) = said.spot.item.filter(|_| said.spot.list == "pernyataan") else { return now };
    let statement = case.statements().find(|(item, _)| item.id == id);
    statement.and_then(|(_, s)| s.released_at).map_or(now, |at| at.min(now))
}
