//! W0838. Before the podium it is decided what is admitted.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::AdmissionStatus;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0838, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    if !case.crisis() || decided(case) {
        return;
    }
    let ahead = case.bench.conferences_about(&case.entity.head.id).iter();
    let next = ahead.filter(|(_, k)| k.at.is_some_and(|at| at > case.bench.as_of)).min_by_key(|(_, k)| k.at);
    let Some((entity, conference)) = next else { return };
    let time = conference.at.map(|at| case.bench.show(at)).unwrap_or_default();
    let found = out.at(Code::W0838, case.key("pengakuan"));
    found
        .and(&entity.head.span)
        .with("conference", &*conference.title)
        .with("time", time)
        .with("office", case.office());
}

/// It is decided whether something is admitted.
pub(crate) fn decided(case: &Case<'_>) -> bool {
    let admission = case.bench.sight.part(case.issue.admission.as_ref());
    admission.is_some_and(|(_, a)| a.status != AdmissionStatus::Undecided)
}
