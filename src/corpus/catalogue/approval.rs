//! Fingerprints: what was approved, so that a change shows.
//!
//! Twelve hex of SHA-256 of the text in NFC with its spaces collapsed (`teks`), and of the content of
//! each fact and number that the text cites.

use crate::corpus::record::issue::{Fact, Number};
use crate::corpus::record::speech::{Approval, Statement};
use crate::corpus::view::Verdict;
use crate::corpus::vocabulary::TextStatus;
use crate::time::Instant;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Twelve hex of a text.
pub(crate) fn of_text(text: &str) -> String {
    let spaced: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let normal: String = spaced.nfc().collect();
    hex(&Sha256::digest(normal.as_bytes()), 12)
}

/// The first digits of a hash.
pub(crate) fn hex(bytes: &[u8], digits: usize) -> String {
    let mut out: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
    out.truncate(digits);
    out
}

/// Of a fact: sentence, status, source, time.
pub(crate) fn of_fact(fact: &Fact) -> String {
    let status = fact.status.map_or("", |s| s.key());
    let at = fact.at.map(Instant::iso).unwrap_or_default();
    of_text(&[&fact.sentence.raw(), status, fact.source.as_deref().unwrap_or_default(), &at].join("\n"))
}

/// Of a number: value, unit, precision, time, source.
pub(crate) fn of_number(number: &Number) -> String {
    let value = format!("{}e-{}", number.value.digits, number.value.places);
    let unit = number.unit.as_deref().unwrap_or_default();
    let exactness = number.exactness.map_or("", |e| e.key());
    let at = number.at.map(Instant::iso).unwrap_or_default();
    of_text(&[&value, unit, exactness, &at, number.source.as_deref().unwrap_or_default()].join("\n"))
}

/// What decides a verdict besides the text itself; only of what the reader may see.
pub(crate) struct Standing<'s> {
    /// Today's fingerprints of the issue's facts and numbers.
    pub cited: &'s BTreeMap<String, String>,
    /// Validity of the issue.
    pub valid_until: Option<Instant>,
    /// The edition's moment.
    pub as_of: Instant,
}

/// The verdict over a text, by the approvals that the reader may see.
pub(crate) fn verdict(statement: &Statement, approvals: &[&Approval], standing: &Standing<'_>) -> Verdict {
    match statement.status.unwrap_or(TextStatus::Draft) {
        TextStatus::Withdrawn => return Verdict::Withdrawn,
        TextStatus::Draft | TextStatus::Reviewed => return Verdict::NotApproved,
        TextStatus::Approved | TextStatus::Released if approvals.is_empty() => return Verdict::NotApproved,
        TextStatus::Approved | TextStatus::Released => {}
    }
    // The newest word of an office counts, and none that is given in the future.
    let given = |a: &&Approval| a.at.is_none_or(|at| at <= standing.as_of);
    let later =
        |a: &Approval| approvals.iter().any(|b| b.office == a.office && b.role == a.role && b.at > a.at && given(b));
    let approvals: Vec<&Approval> = approvals.iter().copied().filter(|a| given(a) && !later(a)).collect();
    if approvals.is_empty() {
        return Verdict::NotApproved;
    }
    if statement.text.hole {
        return Verdict::Suspect;
    }
    let prints = approvals.iter().filter_map(|a| a.fingerprint.as_ref());
    let mut suspect = false;
    for (name, print) in prints.flat_map(|f| &f.0) {
        if name == "teks" {
            if *print != of_text(&statement.text.raw()) {
                return Verdict::Changed;
            }
        } else if standing.cited.get(name).is_some_and(|today| today != print) {
            suspect = true;
        }
    }
    if suspect {
        Verdict::Suspect
    } else if standing.valid_until.is_some_and(|until| until < standing.as_of) {
        Verdict::Expired
    } else {
        Verdict::May
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_does_not_depend_on_spaces_or_keyboard() {
        assert_eq!(of_text("Kami  minta\nmaaf"), of_text("Kami minta maaf "));
        assert_eq!(of_text("caf\u{e9}"), of_text("cafe\u{301}"));
        assert_ne!(of_text("312 KK"), of_text("313 KK"));
        assert_eq!(of_text("a").len(), 12);
    }
}
