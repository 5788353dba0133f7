//! W0861. What is said in a drill says that it is one.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0861, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    if case.issue.drill != Some(true) {
        return;
    }
    for (item, _) in case.statements().filter(|(_, s)| !says_so(s.text.span.text())) {
        out.on(Code::W0861, "pernyataan", item).with("id", &*item.id);
    }
}

/// The word stands by itself and in capitals, as it is called out.
fn says_so(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| word == "LATIHAN")
}
