//! W0844. A promised update comes.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0844, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let due = case.issue.next_update.filter(|due| !case.closed() && *due < case.bench.as_of);
    if let Some(due) = due {
        let found = out.at(Code::W0844, case.key("pembaruan_berikutnya"));
        found.with("due", case.bench.show(due)).with("office", case.office());
    }
}
