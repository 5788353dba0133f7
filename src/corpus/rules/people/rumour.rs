//! W0855. A rumour is called false when it was checked, and then it is answered.

use crate::corpus::rules::case::missing;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::RumourStatus;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0855, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for (item, rumour) in case.bench.sight.items(&case.issue.rumours) {
        if !matches!(rumour.status, Some(RumourStatus::False | RumourStatus::PartlyTrue)) {
            continue;
        }
        let wanted =
            [("jawaban", rumour.answer.is_some()), ("dasar yang terkonfirmasi", case.carried(&rumour.support))];
        if let Some(missing) = missing(&wanted) {
            let found = out.on(Code::W0855, "rumor", item);
            found.with("id", &*item.id).with("missing", missing).with("office", case.office());
        }
    }
}
