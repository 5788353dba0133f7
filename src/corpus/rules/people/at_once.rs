//! W0851. Information that must be announced at once is not closed (UU 14/2008, article 10; Perki 1/2021).

use crate::class::Class;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::Disclosure;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0851, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let class = case.entity.guarded.class();
    if case.issue.disclosure == Some(Disclosure::AtOnce) && class > Class::Ordinary && case.issue.drill != Some(true) {
        let found = out.at(Code::W0851, case.key("kategori_informasi"));
        found.with("class", class.key()).with("office", case.office());
    }
}
