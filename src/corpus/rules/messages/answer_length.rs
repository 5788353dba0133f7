//! W0802. An answer has thirty words at most.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::view::text::count_words;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0802, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let sight = case.bench.sight;
    for (item, answer) in sight.items(&case.issue.answers) {
        let Some(said) = answer.answer.as_ref().filter(|a| sight.shows(a)) else { continue };
        let words = count_words(&said.blocks);
        if words > 30 {
            out.on(Code::W0802, "tanya_jawab", item).with("id", &*item.id).with("words", words.to_string());
        }
    }
}
