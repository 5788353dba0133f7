//! W0818. A declared number is cited and not typed again.

use crate::corpus::rules::typed::{self, Relation};
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0818, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    typed::each(case, Relation::Same, |said, typed, item, number| {
        let cite = format!("{{angka:{}}}", item.id);
        let found = out.in_text(Code::W0818, said, said.place(typed.range.clone()));
        found.and(&item.span).with("text", typed.text).with("id", &*item.id).with("name", &*number.name);
        found.with("cite", cite.as_str()).instead(cite);
    });
}
