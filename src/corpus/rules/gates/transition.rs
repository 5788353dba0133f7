//! W0837. Stages follow each other; what was closed is opened by analysing it anew.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::Stage;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0837, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    // In a crisis people are brought to safety before anybody meets.
    if case.crisis() {
        return;
    }
    let Some((from, to)) = case.bench.stages.and_then(|s| s.get(&case.entity.head.path)) else { return };
    let order = |word: &str| Stage::KEYS.iter().position(|k| *k == word);
    let (Some(before), Some(after)) = (order(from), order(to)) else { return };
    let closed = from == Stage::Closed.key();
    let leaps = after > before + 1;
    if leaps || (closed && to != Stage::Analysed.key()) {
        out.at(Code::W0837, case.key("tahap")).with("from", from.as_str()).with("to", to.as_str());
    }
}
