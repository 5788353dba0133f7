//! W0841. A LAPOR ticket is answered and settled within its term (Perpres 76/2013, PermenPANRB 62/2018).

use crate::corpus::rules::clock;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0841, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for ticket in clock::tickets(case).into_iter().filter(|t| t.late) {
        let found = out.on(Code::W0841, "sumber_temuan", ticket.item);
        found.with("ticket", ticket.number).with("term", ticket.term.words());
        found.with("due", case.bench.show(ticket.due)).with("office", case.office());
    }
}
