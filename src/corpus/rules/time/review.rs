//! W0845. A playbook is reviewed at its interval.

use crate::corpus::fields::Day;
use crate::corpus::lower::Entity;
use crate::corpus::record::playbook::Playbook;
use crate::corpus::rules::Bench;
use crate::corpus::rules::bench::key_place;
use crate::corpus::rules::{Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0845, check: Check::Playbook(check) };

fn check(bench: &Bench<'_>, entity: &Entity<Playbook>, playbook: &Playbook, out: &mut Findings) {
    let Some(interval) = &playbook.review_every else { return };
    let place = key_place(&entity.head.span, "tinjau_tiap");
    if days(interval).is_none() {
        out.at(Code::W0845, place).with("due", interval.as_str());
        return;
    }
    if let Some(due) = due(playbook).filter(|due| due.end() < bench.as_of) {
        out.at(Code::W0845, place).with("due", bench.show_day(due));
    }
}

/// When a playbook has to be reviewed again.
pub(crate) fn due(playbook: &Playbook) -> Option<Day> {
    let days = days(playbook.review_every.as_deref()?)?;
    let from = playbook.reviewed.or(playbook.rehearsed)?;
    Some(Day { at: from.at.plus_minutes(days * 24 * 60), whole: from.whole })
}

/// "180 hari", "6 bulan", "1 tahun" in days.
fn days(interval: &str) -> Option<i64> {
    let (number, unit) = interval.trim().split_once(' ')?;
    let number: i64 = number.parse().ok().filter(|n| (1..=36_500).contains(n))?;
    let days = match unit.trim().to_lowercase().as_str() {
        "hari" => 1,
        "minggu" => 7,
        "bulan" => 30,
        "tahun" => 365,
        _ => return None,
    };
    Some(number * days)
}
