//! W0810. Reporters will ask what became of the last promise.

use crate::corpus::fields::{Day, Item};
use crate::corpus::lower::Entity;
use crate::corpus::record::conference::Conference;
use crate::corpus::record::issue::{Action, Issue};
use crate::corpus::rules::Bench;
use crate::corpus::rules::bench::key_place;
use crate::corpus::rules::time::late::late_since;
use crate::corpus::rules::{Check, Findings, Rule};
use crate::corpus::vocabulary::Stage;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0810, check: Check::Conference(check) };

fn check(bench: &Bench<'_>, entity: &Entity<Conference>, conference: &Conference, out: &mut Findings) {
    if conference.at.is_none_or(|at| at < bench.as_of) {
        return;
    }
    for promise in late_promises(bench, conference) {
        let found = out.at(Code::W0810, key_place(&entity.head.span, "isu"));
        found.and(&promise.item.span).with("record", &*promise.entity.head.id).with("id", &*promise.item.id);
        found.with("due", bench.show_day(promise.due)).with("office", promise.office);
    }
}

/// A promise made in public that is late.
pub(crate) struct Late<'a> {
    /// Its issue.
    pub entity: &'a Entity<Issue>,
    /// The follow-up.
    pub item: &'a Item<Action>,
    /// By when it was promised.
    pub due: Day,
    /// Who must act.
    pub office: String,
}

/// Late promises of the regions of a conference, whatever issue they were made in.
pub(crate) fn late_promises<'a>(bench: &Bench<'a>, conference: &Conference) -> Vec<Late<'a>> {
    let seen = |c: &&str| bench.sight.region(c);
    let codes: Vec<&str> = conference.regions.iter().filter_map(|r| r.0.found.as_deref()).filter(seen).collect();
    let here = |i: &Issue| {
        i.drill != Some(true) && i.regions.iter().filter_map(|r| r.0.found.as_deref()).any(|c| codes.contains(&c))
    };
    let issues = bench.issues().filter(|(_, i)| here(i) && i.stage != Some(Stage::Closed));
    let promises = issues.flat_map(|(entity, issue)| {
        let items = bench.sight.items(&issue.actions).filter(|(_, a)| a.promise == Some(true));
        items.filter_map(move |(item, action)| {
            let due = late_since(action, bench.as_of)?;
            let agency = action.agency.as_ref().or(issue.lead.as_ref()).and_then(|a| bench.agency(a));
            let office = agency.unwrap_or_else(|| bench.config.organisation.clone());
            Some(Late { entity, item, due, office })
        })
    });
    promises.collect()
}
