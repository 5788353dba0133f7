//! W0853. On some topics one agency alone speaks.

use crate::corpus::fields::AgencyRef;
use crate::corpus::prose::Prose;
use crate::corpus::rules::said::Said;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::view::text::plain;
use crate::diagnostic::Code;
use std::ops::Range;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0853, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let sight = case.bench.sight;
    for (_, refer) in sight.items(&case.issue.refer) {
        let Some(only) = &refer.only else { continue };
        let Some(agency) = case.bench.agency(only) else { continue };
        let names = case.bench.agency_words(only);
        let topic = refer.topic.to_lowercase();
        for said in case.spoken().filter(|s| !matches!(s.spot.list, "kewenangan_bicara" | "jangan_dikatakan" | "fakta"))
        {
            if answers_itself(case, said, only) || says_ours(said, refer.we_say.as_ref()) {
                continue;
            }
            let Some(range) = speaks_of(said.raw(), &topic, &names) else { continue };
            let found = out.in_text(Code::W0853, said, said.place(range));
            found.with("topic", &*refer.topic).with("office", agency.as_str()).with("text", said.name());
        }
    }
}

/// The text says what was agreed for us to say: its first five words.
fn says_ours(said: &Said<'_>, ours: Option<&Prose>) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    let (Some(ours), Some(text)) = (ours, said.prose()) else { return false };
    let ours: Vec<String> = words(&plain(&ours.blocks)).into_iter().take(5).collect();
    !ours.is_empty() && words(&plain(&text.blocks)).windows(ours.len()).any(|w| w == ours)
}

/// The answer is given by that agency.
fn answers_itself(case: &Case<'_>, said: &Said<'_>, only: &AgencyRef) -> bool {
    let Some((_, span)) = said.spot.item.filter(|_| said.spot.list == "tanya_jawab") else { return false };
    let mut answers = case.bench.sight.items(&case.issue.answers);
    let by = answers.find(|(item, _)| item.span.begins_with(span)).and_then(|(_, a)| a.answered_by.as_ref());
    by.is_some_and(|by| by.0.found == only.0.found)
}

/// Where a text speaks of a topic in a sentence that does not name who may.
fn speaks_of(raw: &str, topic: &str, names: &[String]) -> Option<Range<usize>> {
    let small = raw.to_lowercase();
    if small.len() != raw.len() {
        return None;
    }
    let whole = |at: usize| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let before = small.get(..at).and_then(|t| t.chars().next_back());
        let behind = small.get(at + topic.len()..).and_then(|t| t.chars().next());
        !letter(before) && !letter(behind)
    };
    let told = |at: usize| {
        let from = small.get(..at)?.rfind(['.', '?', '!']).map_or(0, |p| p + 1);
        let to = small.get(at..)?.find(['.', '?', '!']).map_or(small.len(), |p| at + p);
        let sentence = small.get(from..to)?;
        let left =
            names.iter().any(|n| sentence.contains(n.as_str())) || DEFERS.iter().any(|word| sentence.contains(word));
        (!left).then_some(at)
    };
    let mut places = small.match_indices(topic).map(|(at, _)| at);
    places.find_map(|at| told(at).filter(|at| whole(*at))).map(|at| at..at + topic.len())
}

/// Words by which a sentence leaves a topic to others, or asks something of the listener.
const DEFERS: [&str; 12] = [
    "belum",
    "periksa",
    "selidik",
    "tunggu",
    "mohon",
    "jangan",
    "disampaikan",
    "ditanyakan",
    "serahkan",
    "wenang",
    "berspekulasi",
    "menebak",
];
