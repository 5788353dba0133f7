//! W0850. An approval carries the fingerprint of what was approved.

use crate::corpus::catalogue::approval;
use crate::corpus::rules::case::settled;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::ApprovalRole;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0850, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for (item, statement) in case.statements().filter(|(_, s)| settled(s.status)) {
        for approval in approval::valid(statement, case.bench.sight, case.bench.as_of) {
            if approval.fingerprint.is_none() {
                let role = approval.role.map_or("pimpinan", ApprovalRole::key);
                let id = format!("{}#{}", case.entity.head.id, item.id);
                let command = format!("kentongan approve {id} --by \"{}\" --as {role}", approval.office);
                let found = out.at(Code::W0850, item.span.clone()).about("pernyataan", &item.id);
                found.with("id", &*item.id).with("approver", &*approval.office).with("command", command);
            }
        }
    }
}
