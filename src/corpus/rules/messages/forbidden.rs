//! W0832. No text says what the issue itself forbids.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::view::text::plain;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0832, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let sight = case.bench.sight;
    for (item, pair) in sight.items(&case.issue.do_not_say) {
        let dont = plain(&pair.dont.blocks);
        let words = dont.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        // One word alone says too little to be looked for.
        if words.split_whitespace().count() < 2 {
            continue;
        }
        for said in case.spoken().filter(|s| s.spot.list != "jangan_dikatakan" && s.spot.list != "fakta") {
            let raw = said.raw();
            let Some(at) = find(raw, &words) else { continue };
            let instead = pair.instead.as_ref().filter(|i| sight.shows(i)).map(|i| plain(&i.blocks));
            let found = out.in_text(Code::W0832, said, said.place(at..at + words.len()));
            found.and(&item.span).with("words", words.as_str()).with_some("instead", instead);
        }
    }
}

/// Where some words stand, in any case.
fn find(text: &str, words: &str) -> Option<usize> {
    let small = text.to_lowercase();
    // Small letters may have another length; then the place is not the same.
    (small.len() == text.len()).then(|| small.find(words)).flatten()
}
