//! E0803. One indicator has one official value.

use crate::corpus::fields::Item;
use crate::corpus::record::issue::Number;
use crate::corpus::rules::typed::shown;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::NumberKind;
use crate::diagnostic::Code;
use std::collections::HashMap;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0803, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let mut first: HashMap<(String, &str, &str), &Item<Number>> = HashMap::new();
    for (item, number) in case.numbers() {
        let unit = number.unit.as_deref().unwrap_or_default();
        let key = (number.name.to_lowercase(), unit, number.scope.as_deref().unwrap_or_default());
        let Some(other) = first.insert(key, item) else { continue };
        let Some(value) = case.bench.sight.see(&other.guarded) else { continue };
        let found = out.on(Code::E0803, "angka", item);
        found.and(&other.span).hit(&other.span).with("name", &*number.name).with("one", shown(value));
        found.with("other", shown(number)).with("office", case.office());
    }
    same_kind(case, out);
}

/// Two numbers of one kind and unit that nobody tells apart by what they cover.
fn same_kind(case: &Case<'_>, out: &mut Findings) {
    let mut first: HashMap<(NumberKind, &str), &Item<Number>> = HashMap::new();
    for (item, number) in case.numbers().filter(|(_, n)| n.scope.is_none()) {
        let Some(kind) = number.kind.filter(|k| *k != NumberKind::Other) else { continue };
        let Some(other) = first.insert((kind, number.unit.as_deref().unwrap_or_default()), item) else { continue };
        let Some(value) = case.bench.sight.see(&other.guarded) else { continue };
        if value.name.eq_ignore_ascii_case(&number.name) {
            continue;
        }
        let found = out.on(Code::E0803, "angka", item);
        found.and(&other.span).hit(&other.span).with("name", kind.key()).with("one", shown(value));
        found.with("other", shown(number)).with("office", case.office());
    }
}
