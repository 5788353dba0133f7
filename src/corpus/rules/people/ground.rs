//! W0811. Information is excluded on a ground of the law (UU 14/2008, article 17).

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::Disclosure;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0811, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let ground = case.issue.exclusion_ground.as_deref().unwrap_or_default().to_lowercase();
    let letter =
        ground.split_once("huruf").is_some_and(|(_, rest)| rest.trim_start().starts_with(|c| ('a'..='j').contains(&c)));
    let named = ground.contains("pasal") && letter;
    if case.issue.disclosure == Some(Disclosure::Excluded) && !named {
        out.at(Code::W0811, case.key("kategori_informasi"));
    }
}
