//! E0817. A value that only circulates never leaves the internal editions.

use crate::corpus::rules::typed::{self, Relation};
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0817, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    typed::each(case, Relation::Rival, |said, typed, item, number| {
        let leaves = matches!(said.spot.list, "pernyataan" | "pengumuman" | "ringkasan" | "pengakuan" | "rumor");
        if leaves || said.public {
            let cite = format!("{{angka:{}}}", item.id);
            let found = out.in_text(Code::E0817, said, said.place(typed.range.clone()));
            found.and(&item.span).with("text", typed.text).with("id", &*item.id);
            found.with("name", &*number.name).with("cite", cite);
        }
    });
}
