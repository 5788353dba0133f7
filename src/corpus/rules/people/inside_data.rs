//! W0813. Personal data stand in no text without need.

use crate::corpus::rules::personal::personal;
use crate::corpus::rules::{Bench, Texts};
use crate::corpus::rules::{Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0813, check: Check::Texts(check) };

fn check(_: &Bench<'_>, texts: &Texts<'_>, out: &mut Findings) {
    for said in texts.said.iter().filter(|said| !said.public) {
        for found in personal(texts, said) {
            let finding = out.in_text(Code::W0813, said, said.place(found.range()));
            finding.with("kind", found.kind);
        }
    }
}
