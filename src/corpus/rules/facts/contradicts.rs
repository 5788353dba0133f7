//! E0816. A number typed by hand does not contradict the declared one.

use crate::corpus::rules::typed::shown;
use crate::corpus::rules::typed::{self, Relation};
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0816, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    typed::each(case, Relation::Other, |said, typed, item, number| {
        let cite = format!("{{angka:{}}}", item.id);
        let found = out.in_text(Code::E0816, said, said.place(typed.range.clone()));
        found.and(&item.span).with("text", typed.text).with("id", &*item.id).with("name", &*number.name);
        found.with("cite", cite).with("value", shown(number));
    });
}
