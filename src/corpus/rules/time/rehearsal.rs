//! W0814. A playbook is rehearsed at least once a year.

use crate::corpus::lower::Entity;
use crate::corpus::record::playbook::Playbook;
use crate::corpus::rules::Bench;
use crate::corpus::rules::bench::key_place;
use crate::corpus::rules::{Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0814, check: Check::Playbook(check) };

fn check(bench: &Bench<'_>, entity: &Entity<Playbook>, playbook: &Playbook, out: &mut Findings) {
    let year_ago = bench.as_of.plus_minutes(-365 * 24 * 60);
    let long_ago = playbook.rehearsed.is_none_or(|d| d.end() < year_ago);
    let due = playbook.rehearse_next.is_some_and(|d| d.end() < bench.as_of);
    if long_ago || due {
        let since = playbook.rehearsed.map_or_else(|| "–".to_owned(), |d| bench.show_day(d));
        let key = if due { "berikut_dilatih" } else { "terakhir_dilatih" };
        out.at(Code::W0814, key_place(&entity.head.span, key)).with("since", since);
    }
}
