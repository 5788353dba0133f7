//! W0846. A contact was checked within half a year.

use crate::corpus::fields::{Day, Item};
use crate::corpus::lower::Entity;
use crate::corpus::record::agency::Agency;
use crate::corpus::record::region::Region;
use crate::corpus::rules::Bench;
use crate::corpus::rules::{Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule =
    Rule { code: Code::W0846, check: Check::Together(&[Check::Agency(agency), Check::Region(region)]) };

/// Days after which a number may lead nowhere.
const DAYS: i64 = 180;

fn agency(bench: &Bench<'_>, _: &Entity<Agency>, agency: &Agency, out: &mut Findings) {
    for (item, contact) in bench.sight.items(&agency.contacts).filter(|(_, c)| c.number.is_some()) {
        look(bench, item, &contact.name, contact.checked_at, ("kontak", out));
    }
}

fn region(bench: &Bench<'_>, _: &Entity<Region>, region: &Region, out: &mut Findings) {
    for (item, member) in bench.sight.items(&region.team).filter(|(_, m)| m.contact.is_some()) {
        let name = member.office.as_deref().unwrap_or(&member.role);
        look(bench, item, name, member.checked_at, ("tim", out));
    }
}

fn look<T>(
    bench: &Bench<'_>,
    item: &Item<T>,
    name: &str,
    checked: Option<Day>,
    (list, out): (&'static str, &mut Findings),
) {
    let old = bench.as_of.plus_minutes(-DAYS * 24 * 60);
    if checked.is_none_or(|d| d.end() < old) {
        let since = checked.map_or_else(|| "–".to_owned(), |d| bench.show_day(d));
        out.on(Code::W0846, list, item).with("name", name).with("since", since);
    }
}
