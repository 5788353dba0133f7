//! W0858. A public photo has a consent and a description.

use crate::corpus::rules::case::missing;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::sight::Sight;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0858, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for (item, photo) in case.bench.sight.items(&case.issue.photos).filter(|(_, p)| p.public == Some(true)) {
        let wanted = [("izin", photo.consent.is_some()), ("alt", photo.alt.is_some())];
        if let Some(missing) = missing(&wanted) {
            // The name of a file is its author's alone.
            let name = if matches!(case.bench.sight, Sight::Author) { &*photo.file.text } else { &*item.id };
            out.on(Code::W0858, "foto", item).with("id", name).with("missing", missing);
        }
    }
}
