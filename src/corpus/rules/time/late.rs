//! W0807. A follow-up is done by its deadline.

use crate::corpus::fields::{Day, Item};
use crate::corpus::record::issue::Action;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::ActionStatus;
use crate::diagnostic::Code;
use crate::time::Instant;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0807, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for (item, action, due) in late(case) {
        let agency = action.agency.as_ref().and_then(|a| case.bench.agency(a));
        let found = out.on(Code::W0807, "tindak_lanjut", item);
        found.with("id", &*item.id).with("due", case.bench.show_day(due));
        found.with("office", agency.unwrap_or_else(|| case.office()));
    }
}

/// Follow-ups that are open and past their deadline.
fn late<'a>(case: &Case<'a>) -> impl Iterator<Item = (&'a Item<Action>, &'a Action, Day)> + use<'a> {
    let now = case.bench.as_of;
    let items = case.bench.sight.items(&case.issue.actions);
    items.filter_map(move |(item, action)| late_since(action, now).map(|due| (item, action, due)))
}

/// The deadline of a follow-up that is open and past it.
pub(crate) fn late_since(action: &Action, now: Instant) -> Option<Day> {
    let open = action.status.is_none_or(ActionStatus::open);
    action.due.filter(|due| open && due.end() < now)
}
