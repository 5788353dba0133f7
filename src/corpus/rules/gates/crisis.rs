//! E0808. A crisis has one spokesperson and a holding statement that is approved (SE Mendagri 480/3503/SJ; the first hour).

use crate::corpus::record::speech::Statement;
use crate::corpus::rules::case::{missing, settled};
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::StatementKind;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0808, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    if !case.crisis() {
        return;
    }
    let first = |s: &Statement| matches!(s.kind, StatementKind::Holding | StatementKind::Opening) && settled(s.status);
    let wanted = [
        ("juru_bicara", case.issue.spokesperson.is_some()),
        ("pernyataan awal yang disetujui", case.statements().any(|(_, s)| first(s))),
    ];
    if let Some(missing) = missing(&wanted) {
        out.at(Code::E0808, case.key("eskalasi")).with("missing", missing).with("office", case.office());
    }
}
