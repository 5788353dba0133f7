//! Fingerprints: what was approved, so that a change shows.
//!
//! Twelve hex of SHA-256 of the text in NFC with its spaces collapsed (`teks`), and of the content of
//! each fact, number and playbook that the text leans on.

use crate::class::Class;
use crate::corpus::catalogue::Catalogue;
use crate::corpus::fields::{Keys, Looker, Spot};
use crate::corpus::lower::Entity;
use crate::corpus::prose::Prose;
use crate::corpus::record::issue::Issue;
use crate::corpus::record::issue::{Fact, Number};
use crate::corpus::record::playbook::Playbook;
use crate::corpus::record::speech::{Approval, Statement};
use crate::corpus::sight::Sight;
use crate::corpus::view::Verdict;
use crate::corpus::vocabulary::TextStatus;
use crate::source::span::Span;
use crate::time::Instant;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// The name under which the text itself stands among the prints.
pub(crate) const TEXT: &str = "teks";

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
    /// Today's print of a thing that the text leans on; nothing where it is gone.
    pub print: &'s dyn Fn(&str) -> Option<String>,
    /// Validity of the issue.
    pub valid_until: Option<Instant>,
    /// The edition's moment.
    pub as_of: Instant,
}

/// The newest word of an office counts, and none that is given in the future.
fn newest<'a>(approvals: &[&'a Approval], as_of: Instant) -> Vec<&'a Approval> {
    let given = |a: &&Approval| a.at.is_none_or(|at| at <= as_of);
    let later =
        |a: &Approval| approvals.iter().any(|b| b.office == a.office && b.role == a.role && b.at > a.at && given(b));
    approvals.iter().copied().filter(|a| given(a) && !later(a)).collect()
}

/// The approvals of a text that count.
pub(crate) fn valid<'a>(statement: &'a Statement, sight: Sight<'_>, as_of: Instant) -> Vec<&'a Approval> {
    let seen: Vec<&Approval> = sight.items(&statement.approvals).map(|(_, a)| a).collect();
    newest(&seen, as_of)
}

/// Today's print of a thing that a text leans on, and where it stands: a fact or number of its issue, one of another
/// issue by its full id, a playbook. Nothing where it is gone, or may not be seen.
pub(crate) fn leaned_on(sight: Sight<'_>, catalogue: &Catalogue, issue: &Issue, name: &str) -> Option<(String, Span)> {
    let records = &catalogue.records;
    if name.starts_with("playbook:") {
        let entity = records.playbooks.iter().find(|e| e.head.id == name)?;
        return sight.see(&entity.guarded).map(|p| (of_playbook(entity, p), entity.head.span.clone()));
    }
    let (issue, id) = match name.split_once('#') {
        Some((other, id)) => (sight.issue(records.issues.iter().find(|e| e.head.id == other)?)?, id),
        None => (issue, name),
    };
    let fact = sight.items(&issue.facts).find(|(item, _)| item.id == id).map(|(i, f)| (of_fact(f), i.span.clone()));
    let number = || sight.items(&issue.numbers).find(|(i, _)| i.id == id).map(|(i, n)| (of_number(n), i.span.clone()));
    fact.or_else(number)
}

/// Of a playbook: all it says at its own class. What is stricter in it is not read with the text, and its change must not
/// show to who may not see it.
pub(crate) fn of_playbook(entity: &Entity<Playbook>, playbook: &Playbook) -> String {
    let class = entity.guarded.class();
    let mut words = Gathered { class, out: String::new() };
    playbook.look_keys(class, None, &mut words);
    for section in entity.body.iter().filter(|s| s.class() <= class) {
        words.out.push_str(&section.for_author().prose.raw());
    }
    of_text(&words.out)
}

struct Gathered {
    class: Class,
    out: String,
}

impl<'a> Looker<'a> for Gathered {
    fn sees(&self, class: Class) -> bool {
        class <= self.class
    }
    fn prose(&mut self, _: Spot<'a>, prose: &'a Prose) {
        self.out.push_str(&prose.raw());
        self.out.push('\n');
    }
    fn line(&mut self, _: Spot<'a>, line: &'a str) {
        self.out.push_str(line);
        self.out.push('\n');
    }
}

/// The verdict over a text whose record names no approvals: its status says it.
pub(crate) fn verdict_by_status(status: TextStatus, expired: bool) -> Verdict {
    match status {
        TextStatus::Withdrawn => Verdict::Withdrawn,
        TextStatus::Draft | TextStatus::Reviewed => Verdict::NotApproved,
        TextStatus::Approved | TextStatus::Released if expired => Verdict::Expired,
        TextStatus::Approved => Verdict::May,
        TextStatus::Released => Verdict::Released,
    }
}

/// The verdict over a text, by the approvals that the reader may see.
pub(crate) fn verdict(statement: &Statement, approvals: &[&Approval], standing: &Standing<'_>) -> Verdict {
    match statement.status.unwrap_or(TextStatus::Draft) {
        TextStatus::Withdrawn => return Verdict::Withdrawn,
        TextStatus::Draft | TextStatus::Reviewed => return Verdict::NotApproved,
        TextStatus::Approved | TextStatus::Released if approvals.is_empty() => return Verdict::NotApproved,
        TextStatus::Approved | TextStatus::Released => {}
    }
    let approvals = newest(approvals, standing.as_of);
    if approvals.is_empty() {
        return Verdict::NotApproved;
    }
    if statement.text.hole {
        return Verdict::Suspect;
    }
    let prints = approvals.iter().filter_map(|a| a.fingerprint.as_ref());
    let mut suspect = false;
    for (name, print) in prints.flat_map(|f| &f.0) {
        if name == TEXT {
            if *print != of_text(&statement.text.raw()) {
                return Verdict::Changed;
            }
        } else if (standing.print)(name).as_ref() != Some(print) {
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
