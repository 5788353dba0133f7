//! W0823. What has happened lies in the past.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::TextStatus;
use crate::diagnostic::Code;
use crate::source::span::Span;
use crate::time::Instant;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0823, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let sight = case.bench.sight;
    let now = case.bench.as_of;
    let late = |at: Option<Instant>| at.filter(|at| *at > now);
    let mut say = |place: Span, key: &str, at: Instant| {
        let found = out.at(Code::W0823, place);
        found.with("key", key).with("time", case.bench.show(at)).with("now", case.bench.show(now));
    };
    let i = case.issue;
    let own = [
        ("dibuka", Some(i.opened_at)),
        ("terverifikasi_pada", i.verified_at),
        ("naik_krisis_pada", i.crisis_since),
        ("waktu_kejadian", i.happened_at),
    ];
    own.into_iter().for_each(|(key, at)| late(at).into_iter().for_each(|at| say(case.key(key), key, at)));
    let facts = case.facts().map(|(item, f)| (item.span.clone(), "fakta.waktu", f.at));
    let numbers = case.numbers().map(|(item, n)| (item.span.clone(), "angka.waktu", n.at));
    let events = sight.items(&i.events).map(|(item, e)| (item.span.clone(), "kronologi.waktu", Some(e.at)));
    let risks = sight.items(&i.risks).map(|(item, r)| (item.span.clone(), "risiko.dinilai_pada", Some(r.at)));
    let approvals = case.statements().flat_map(|(_, s)| sight.items(&s.approvals));
    let approvals = approvals.map(|(item, a)| (item.span.clone(), "persetujuan.pada", a.at));
    let released = case.statements().filter(|(_, s)| s.status == Some(TextStatus::Released));
    let released = released.map(|(item, s)| (item.span.clone(), "dirilis_pada", s.released_at));
    for (place, key, at) in facts.chain(numbers).chain(events).chain(risks).chain(approvals).chain(released) {
        late(at).into_iter().for_each(|at| say(place.clone(), key, at));
    }
}
