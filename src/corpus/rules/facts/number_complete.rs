//! E0815. An official number has a source and a time.

use crate::corpus::rules::case::missing;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0815, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for (item, number) in case.numbers() {
        let wanted = [("sumber", number.source.is_some()), ("waktu", number.at.is_some())];
        if let Some(missing) = missing(&wanted) {
            let found = out.on(Code::E0815, "angka", item);
            found.with("id", &*item.id).with("missing", missing).with("office", case.office());
        }
    }
}
