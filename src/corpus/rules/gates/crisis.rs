//! E0808. A crisis has one spokesperson and a holding statement that is approved (SE Mendagri 480/3503/SJ; the first hour).

use crate::corpus::record::speech::Statement;
use crate::corpus::rules::case::{missing, settled};
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::StatementKind::{Clarification, Holding, Opening, Release};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0808, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    if !case.crisis() {
        return;
    }
    let first = |s: &Statement| matches!(s.kind, Holding | Opening | Release | Clarification) && settled(s.status);
    let start = case.issue.verified_at.unwrap_or(case.issue.opened_at);
    // The first hour is there to write it.
    let in_time = case.bench.as_of <= start.plus_minutes(60);
    let wanted = [
        ("juru_bicara", case.issue.spokesperson.is_some()),
        ("pernyataan awal yang disetujui", in_time || case.statements().any(|(_, s)| first(s))),
    ];
    if let Some(missing) = missing(&wanted) {
        out.at(Code::E0808, case.key("eskalasi")).with("missing", missing).with("office", case.office());
    }
}
