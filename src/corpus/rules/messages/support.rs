//! W0829. A key message and a ready answer rest on a confirmed fact.

use crate::corpus::fields::FactRef;
use crate::corpus::prose::Prose;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::AnswerStatus;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0829, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let sight = case.bench.sight;
    for (item, map) in sight.items(&case.issue.messages) {
        for (at, (_, message)) in sight.items(&map.messages.0).enumerate() {
            if unsupported(case, &message.support, &message.sentence) {
                let text = format!("pesan_kunci {} butir {}", item.id, at + 1);
                let found = out.on(Code::W0829, "pesan_kunci", item);
                found.with("text", text).with("office", case.office());
            }
        }
    }
    for (item, answer) in sight.items(&case.issue.answers) {
        let ready = answer.answer.as_ref().filter(|_| answer.status.is_none_or(|s| s == AnswerStatus::Ready));
        if ready.is_some_and(|said| unsupported(case, &answer.support, said)) {
            let found = out.on(Code::W0829, "tanya_jawab", item);
            found.with("text", format!("tanya_jawab {}", item.id)).with("office", case.office());
        }
    }
}

/// Nothing carries it: no fact named, no declared number or fact cited.
fn unsupported(case: &Case<'_>, support: &[FactRef], text: &Prose) -> bool {
    if support.is_empty() {
        return !text.cites.iter().any(|c| !c.kind.is_empty());
    }
    !case.carried(support)
}
