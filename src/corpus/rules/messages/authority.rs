//! W0853. On some topics one agency alone speaks.

use crate::corpus::fields::AgencyRef;
use crate::corpus::rules::said::Said;
use crate::corpus::rules::{Case, Check, Findings, Rule};
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
        for said in case.spoken().filter(|s| !matches!(s.spot.list, "kewenangan_bicara" | "jangan_dikatakan" | "fakta")) {
            if answers_itself(case, said, only) {
                continue;
            }
            let Some(range) = speaks_of(said.raw(), &topic, &names) else { continue };
            let found = out.in_text(Code::W0853, said.spot, said.place(range));
            found.with("topic", &*refer.topic).with("office", agency.as_str()).with("text", said.name());
        }
    }
}

/// The answer is given by that agency.
fn answers_itself(case: &Case<'_>, said: &Said<'_>, only: &AgencyRef) -> bool {
    let Some((id, _)) = said.spot.item.filter(|_| said.spot.list == "tanya_jawab") else { return false };
    let mut answers = case.bench.sight.items(&case.issue.answers);
    let by = answers.find(|(item, _)| item.id == id).and_then(|(_, a)| a.answered_by.as_ref());
    by.is_some_and(|by| by.0.found == only.0.found)
}

/// Where a text speaks of a topic in a sentence that does not name who may.
fn speaks_of(raw: &str, topic: &str, names: &[String]) -> Option<Range<usize>> {
    let small = raw.to_lowercase();
    if small.len() != raw.len() {
        return None;
    }
    // The agency may be named in the sentence, or anywhere in a short text.
    if names.iter().any(|n| small.contains(n.as_str())) {
        return None;
    }
    small.find(topic).map(|at| at..at + topic.len())
}
