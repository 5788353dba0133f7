//! Is a press conference ready? What stands between now and the microphone, in the order in which it is done.
//!
//! In: a conference and its issues, as one looker may see them. Out: the list, ready or not. The same list is printed by
//! `check --ready`, on the conference's page and on the control sheet of the pack.

use super::case::{missing, unfit};
use super::gates::admission::decided;
use super::gates::escalation::casualties;
use super::messages::coverage::uncovered;
use super::messages::words::{MOST, maps};
use super::time::promise::late_promises;
use super::{Bench, Case, Judged};
use crate::corpus::catalogue::approval;
use crate::corpus::lower::Entity;
use crate::corpus::record::conference::Conference;
use crate::corpus::record::speech::Statement;
use crate::corpus::view::{ReadyItem, Verdict};
use crate::corpus::vocabulary::*;
use crate::diagnostic::Severity;

/// The list of a conference.
pub(crate) fn list(bench: &Bench<'_>, judged: &Judged, entity: &Entity<Conference>, k: &Conference) -> Vec<ReadyItem> {
    let ids = k.issues.iter().filter_map(|i| i.0.found.as_deref());
    let issues: Vec<_> = ids.filter_map(|id| bench.issue(id)).collect();
    let cases: Vec<Case<'_>> = issues.into_iter().map(|(e, issue)| Case::new(bench, e, issue)).collect();
    let all = |test: &dyn Fn(&Case<'_>) -> Option<String>| {
        let open: Vec<String> = cases.iter().filter_map(test).collect();
        (!open.is_empty()).then(|| open.join("; "))
    };
    let mut items = vec![
        item("issues", cases.is_empty().then(String::new)),
        item("when", missing(&[("waktu", k.at.is_some()), ("tempat", k.place.is_some())])),
        item("people", people(bench, k)),
        item("families", all(&families)),
        item("facts", all(&facts)),
        item("numbers", all(&numbers)),
        item("admission", all(&|c| (c.crisis() && !decided(c)).then(|| c.entity.head.id.clone()))),
        item("messages", all(&messages)),
        item("opening", opening(bench, k, &cases)),
        item("answers", all(&answers)),
        item(
            "dont",
            all(&|c| bench.sight.items(&c.issue.do_not_say).next().is_none().then(|| c.entity.head.id.clone())),
        ),
        item("notice", all(&notice)),
        item("promises", promises(bench, k)),
        item("next_update", all(&|c| next_update(c, k))),
    ];
    items.push(item("rules", errors(judged, entity, &cases)));
    items
}

fn item(key: &'static str, open: Option<String>) -> ReadyItem {
    ReadyItem { key, done: open.is_none(), detail: open.unwrap_or_default() }
}

fn people(bench: &Bench<'_>, k: &Conference) -> Option<String> {
    let speaks = bench.sight.items(&k.speakers).next().is_some();
    missing(&[("pembicara", speaks), ("moderator", k.moderator.is_some())])
}

fn families(case: &Case<'_>) -> Option<String> {
    let told = case.bench.sight.part(case.issue.families.as_ref());
    let Some((_, families)) = told else {
        // Nobody wrote whether they know, and there are victims.
        return casualties(case).then(|| case.entity.head.id.clone());
    };
    matches!(families.status, FamilyStatus::NotYet | FamilyStatus::Partly).then(|| families.status.key().to_owned())
}

/// At least one confirmed fact, and none that is said to be confirmed past its validity.
fn facts(case: &Case<'_>) -> Option<String> {
    let now = case.bench.as_of;
    let confirmed = case.facts().filter(|(_, f)| f.status == Some(FactStatus::Confirmed));
    let (good, stale): (Vec<_>, Vec<_>) = confirmed.partition(|(_, f)| unfit(f, now).is_none());
    if good.is_empty() {
        return Some(case.entity.head.id.clone());
    }
    let stale: Vec<&str> = stale.into_iter().map(|(item, _)| item.id.as_str()).collect();
    (!stale.is_empty()).then(|| stale.join(", "))
}

fn numbers(case: &Case<'_>) -> Option<String> {
    let bare = case.numbers().filter(|(_, n)| n.source.is_none() || n.at.is_none());
    let bare: Vec<&str> = bare.map(|(item, _)| item.id.as_str()).collect();
    (!bare.is_empty()).then(|| bare.join(", "))
}

/// Three messages of 27 words for one audience at least, and none that is longer.
fn messages(case: &Case<'_>) -> Option<String> {
    let mut found = 0;
    for (item, _, words) in maps(case) {
        if words > MOST {
            return Some(format!("{} ({words})", item.id));
        }
        found += 1;
    }
    (found == 0).then(|| case.entity.head.id.clone())
}

/// The opening statement may be read out.
fn opening(bench: &Bench<'_>, k: &Conference, cases: &[Case<'_>]) -> Option<String> {
    if k.posture == Some(Posture::AnswerOnly) && k.opening.is_none() {
        return None;
    }
    let Some(named) = k.opening.as_ref().and_then(|o| o.0.found.as_deref()) else { return Some("–".to_owned()) };
    let (issue, id) = match named.split_once('#') {
        Some((issue, id)) => (Some(issue), id),
        None => (None, named),
    };
    let missing = || Some("–".to_owned());
    let Some(case) = cases.iter().find(|c| issue.is_none_or(|i| c.entity.head.id == i)) else { return missing() };
    // A statement that may not be seen is as good as none.
    let Some((_, statement)) = case.statements().find(|(item, _)| item.id == id) else { return missing() };
    let verdict = verdict(bench, case, statement);
    (verdict != Verdict::May).then(|| id.to_owned())
}

fn verdict(bench: &Bench<'_>, case: &Case<'_>, statement: &Statement) -> Verdict {
    let print =
        |name: &str| approval::leaned_on(bench.sight, bench.catalogue, case.issue, name).map(|(print, _)| print);
    let valid = (!case.closed()).then(|| case.valid_until());
    let approvals: Vec<_> = bench.sight.items(&statement.approvals).map(|(_, a)| a).collect();
    approval::verdict(
        statement,
        &approvals,
        &approval::Standing { print: &print, valid_until: valid, as_of: bench.as_of },
    )
}

/// The five groups covered, and no answer that still waits for data.
fn answers(case: &Case<'_>) -> Option<String> {
    let waiting = case.bench.sight.items(&case.issue.answers).filter(|(_, a)| a.status == Some(AnswerStatus::Waiting));
    let waiting: Vec<&str> = waiting.map(|(item, _)| item.id.as_str()).collect();
    let open = [uncovered(case), (!waiting.is_empty()).then(|| waiting.join(", "))];
    let open: Vec<String> = open.into_iter().flatten().collect();
    (!open.is_empty()).then(|| open.join("; "))
}

fn notice(case: &Case<'_>) -> Option<String> {
    if case.issue.disclosure != Some(Disclosure::AtOnce) || case.issue.drill == Some(true) {
        return None;
    }
    let notice = case.bench.sight.part(case.issue.notice.as_deref());
    let out = notice.is_some_and(|(_, n)| n.status == Some(TextStatus::Released));
    (!out).then(|| case.entity.head.id.clone())
}

/// Promises of the region that are late: the same that W0810 tells.
fn promises(bench: &Bench<'_>, k: &Conference) -> Option<String> {
    let late = late_promises(bench, k);
    let ids: Vec<String> = late.iter().map(|p| format!("{}#{}", p.entity.head.id, p.item.id)).collect();
    (!ids.is_empty()).then(|| ids.join(", "))
}

/// The next update comes after the conference.
fn next_update(case: &Case<'_>, k: &Conference) -> Option<String> {
    let after = case.issue.next_update.is_some_and(|at| at > case.bench.as_of && k.at.is_none_or(|k| at > k));
    (!after && !case.closed()).then(|| case.entity.head.id.clone())
}

/// Errors of the field's rules that stand in the records.
fn errors(judged: &Judged, entity: &Entity<Conference>, cases: &[Case<'_>]) -> Option<String> {
    let ids = cases.iter().map(|c| c.entity.head.id.as_str()).chain([entity.head.id.as_str()]);
    let found = ids.filter_map(|id| judged.get(id)).flatten();
    let mut codes: Vec<&str> =
        found.filter(|f| f.problem.severity == Severity::Error).map(|f| f.problem.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    (!codes.is_empty()).then(|| codes.join(", "))
}
