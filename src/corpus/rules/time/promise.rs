//! W0810. Reporters will ask what became of the last promise.

use crate::corpus::lower::Entity;
use crate::corpus::record::conference::Conference;
use crate::corpus::rules::bench::key_place;
use crate::corpus::rules::time::late::late;
use crate::corpus::rules::{Bench, Case};
use crate::corpus::rules::{Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0810, check: Check::Conference(check) };

fn check(bench: &Bench<'_>, entity: &Entity<Conference>, conference: &Conference, out: &mut Findings) {
    if conference.at.is_none_or(|at| at < bench.as_of) {
        return;
    }
    let codes: Vec<&str> = conference.regions.iter().filter_map(|r| r.0.found.as_deref()).collect();
    let here = |e: &crate::corpus::record::issue::Issue| {
        e.drill != Some(true) && e.regions.iter().filter_map(|r| r.0.found.as_deref()).any(|c| codes.contains(&c))
    };
    for (issue_entity, issue) in bench.issues().filter(|(_, i)| here(i)) {
        let case = Case { bench, entity: issue_entity, issue, said: Vec::new() };
        for (item, action, due) in late(&case).filter(|(_, a, _)| a.promise == Some(true)) {
            let agency = action.agency.as_ref().and_then(|a| bench.agency(a));
            let found = out.at(Code::W0810, key_place(&entity.head.span, "isu"));
            found.and(&item.span).with("record", &*issue_entity.head.id).with("id", &*item.id);
            found.with("due", bench.show(due)).with("office", agency.unwrap_or_else(|| case.office()));
        }
    }
}
