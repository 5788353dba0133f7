//! E0805. No personal data in a text that a public edition would show.

use crate::corpus::rules::personal::personal;
use crate::corpus::rules::{Bench, Texts};
use crate::corpus::rules::{Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0805, check: Check::Texts(check) };

fn check(_: &Bench<'_>, texts: &Texts<'_>, out: &mut Findings) {
    for said in texts.said.iter().filter(|said| said.public) {
        for found in personal(texts, said) {
            let finding = out.in_text(Code::E0805, said, said.place(found.range()));
            finding.with("kind", found.kind).with("office", &*texts.office);
        }
    }
}
