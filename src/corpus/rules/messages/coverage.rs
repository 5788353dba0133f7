//! W0809. In a crisis the answers cover the five groups of questions.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::QuestionGroup;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0809, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    if !case.crisis() {
        return;
    }
    if let Some(missing) = uncovered(case) {
        out.at(Code::W0809, case.key("tanya_jawab")).with("missing", missing);
    }
}

/// Groups of questions without an answer.
pub(crate) fn uncovered(case: &Case<'_>) -> Option<String> {
    let groups = [
        QuestionGroup::What,
        QuestionGroup::Cause,
        QuestionGroup::Meaning,
        QuestionGroup::Responsibility,
        QuestionGroup::Prevention,
    ];
    let covered = |group| case.bench.sight.items(&case.issue.answers).any(|(_, a)| a.group == Some(group));
    let missing: Vec<&str> = groups.into_iter().filter(|g| !covered(*g)).map(QuestionGroup::key).collect();
    (!missing.is_empty()).then(|| missing.join(", "))
}
