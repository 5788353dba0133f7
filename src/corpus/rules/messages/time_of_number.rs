//! W0831. A number is said with the time of its data.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::TextStatus;
use crate::diagnostic::Code;
use regex::Regex;
use std::sync::LazyLock;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0831, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for (item, statement) in case.statements().filter(|(_, s)| s.status != Some(TextStatus::Withdrawn)) {
        let text = &statement.text;
        let Some(number) = text.cites.iter().find(|c| c.kind == "angka") else { continue };
        let told = text.cites.iter().any(|c| c.kind == "waktu") || tells_time(text.span.text());
        if !told {
            let name = number.id.rsplit('#').next().unwrap_or_default();
            let found = out.at(Code::W0831, number.place.clone()).about("pernyataan", &item.id);
            found.with("id", &*item.id).with("number", name).with("time_cite", format!("{{waktu:{name}}}"));
        }
    }
}

/// An hour or a date in a sentence that is not about the next news: every good statement ends with that one.
fn tells_time(text: &str) -> bool {
    let sentences = END.split(text);
    sentences.map(str::to_lowercase).any(|s| !NEXT.iter().any(|word| s.contains(word)) && TIME.is_match(&s))
}

const NEXT: [&str; 4] = ["kabar", "pembaruan", "berikutnya", "kami sampaikan lagi"];
static END: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[.?!](?:\s|$)").expect("a sound pattern"));
static TIME: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b(?:pukul|jam)\s+\d|\b\d{1,2}\s+\p{L}+\s+\d{4}\b").expect("a sound pattern"));
