//! E0847. What is called approved or released was approved by somebody.

use crate::corpus::rules::case::settled;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::TextStatus;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0847, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for (item, statement) in case.statements().filter(|(_, s)| settled(s.status)) {
        if case.bench.sight.items(&statement.approvals).next().is_none() {
            let status = statement.status.map_or("", TextStatus::key);
            let found = out.on(Code::E0847, "pernyataan", item);
            found.with("id", &*item.id).with("status", status).with("office", case.office());
        }
    }
}
