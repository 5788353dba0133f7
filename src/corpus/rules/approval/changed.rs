//! W0848. A text stays as it was approved.

use crate::corpus::catalogue::approval;
use crate::corpus::rules::case::settled;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0848, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for (item, statement) in case.statements().filter(|(_, s)| settled(s.status)) {
        for approval in approval::valid(statement, case.bench.sight, case.bench.as_of) {
            let print = approval.fingerprint.as_ref().and_then(|f| f.0.iter().find(|(name, _)| name == approval::TEXT));
            if print.is_some_and(|(_, print)| *print != approval::of_text(&statement.text.raw())) {
                let found = out.at(Code::W0848, item.span.clone()).about("pernyataan", &item.id);
                found.with("id", &*item.id).with("approver", &*approval.office).with("office", case.office());
            }
        }
    }
}
