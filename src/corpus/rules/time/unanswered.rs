//! W0854. A question left open at the podium becomes a follow-up.

use crate::corpus::lower::Entity;
use crate::corpus::record::conference::Conference;
use crate::corpus::rules::Bench;
use crate::corpus::rules::bench::key_place;
use crate::corpus::rules::{Check, Findings, Rule};
use crate::corpus::vocabulary::ActionOrigin;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0854, check: Check::Conference(check) };

fn check(bench: &Bench<'_>, entity: &Entity<Conference>, conference: &Conference, out: &mut Findings) {
    let past = conference.at.is_some_and(|at| at < bench.as_of);
    let count = conference.unanswered.len();
    if !past || count == 0 {
        return;
    }
    let issues = conference.issues.iter().filter_map(|i| bench.issue(i.0.found.as_deref()?));
    let followed = issues.flat_map(|(_, i)| bench.sight.items(&i.actions));
    if followed.filter(|(_, a)| a.origin == Some(ActionOrigin::Conference)).count() < count {
        let place = key_place(&entity.head.span, "pertanyaan_belum_dijawab");
        out.at(Code::W0854, place).with("count", count.to_string());
    }
}
