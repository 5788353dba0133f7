//! E0834. Closing needs an evaluation that says what was admitted and what became better.

use crate::corpus::rules::case::missing;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::Escalation;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0834, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    if !case.closed() {
        return;
    }
    let review = case.bench.sight.part(case.issue.review.as_deref()).map(|(_, r)| r);
    // After a rumour there may be nothing to admit, or nothing to gain: of a small issue one of the two is asked.
    if case.escalation() < Escalation::Case && review.is_some_and(|r| r.admitted.is_some() || r.opportunity.is_some()) {
        return;
    }
    let wanted = [
        ("evaluasi.kekurangan_diakui", review.is_some_and(|r| r.admitted.is_some())),
        ("evaluasi.kesempatan", review.is_some_and(|r| r.opportunity.is_some())),
    ];
    if let Some(missing) = missing(&wanted) {
        out.at(Code::E0834, case.key("tahap")).with("missing", missing).with("office", case.office());
    }
}
