//! E0817. A value that only circulates never leaves the internal editions.

use crate::corpus::rules::typed::{self, Relation};
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0817, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    typed::each(case, Relation::Rival, |meant| {
        let leaves = matches!(meant.said.spot.list, "pernyataan" | "pengumuman" | "ringkasan" | "pengakuan" | "rumor");
        if leaves || meant.said.public {
            meant.report(Code::E0817, out);
        }
    });
}
