//! W0801. The key messages for one audience have 27 words in all: 27 words, 9 seconds, 3 messages (Covello).

use crate::corpus::fields::Item;
use crate::corpus::record::speech::MessageMap;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::view::text::count_words;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0801, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for (item, map, words) in maps(case).filter(|(.., words)| (MOST + 1..=TOO_MANY).contains(words)) {
        let audience = map.audience.as_deref().unwrap_or("–");
        out.on(Code::W0801, "pesan_kunci", item).with("words", words.to_string()).with("audience", audience);
    }
}

/// Words that a listener keeps.
pub(crate) const MOST: usize = 27;
/// Words beyond which nobody does.
pub(crate) const TOO_MANY: usize = 36;

/// Message maps with their words.
pub(crate) fn maps<'a>(
    case: &Case<'a>,
) -> impl Iterator<Item = (&'a Item<MessageMap>, &'a MessageMap, usize)> + use<'a> {
    let sight = case.bench.sight;
    sight.items(&case.issue.messages).map(move |(item, map)| {
        (item, map, sight.items(&map.messages.0).map(|(_, m)| count_words(&m.sentence.blocks)).sum())
    })
}
