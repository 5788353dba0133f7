//! The rules of the field: what an experienced crisis communicator would check.
//!
//! In: all records as one looker may see them, and the moment. Out: findings. For the author they become diagnostics;
//! what an error hits, public editions leave out; in all other editions they are marks beside the record, worked out
//! again of what that edition may see. A rule may not decide who sees what, and none takes anything from an internal
//! edition. One rule a file, each linear in its record.

mod bench;
mod case;
pub(crate) mod clock;
mod finding;
mod kind;
mod personal;
pub(crate) mod ready;
mod said;
pub(crate) mod suggest;
mod typed;

pub(crate) use bench::Bench;
pub(crate) use case::{Case, default_validity};
pub(crate) use finding::{Finding, Findings, Withheld};
use kind::{Kind, Own};
pub(crate) use people::families::tells_of_victims;
use said::Said;
pub(crate) use time::review::due as review_due;

use super::lower::Entity;
use super::record::agency::Agency;
use super::record::conference::Conference;
use super::record::playbook::Playbook;
use super::record::region::Region;
use crate::diagnostic::Code;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// A rule.
pub(crate) struct Rule {
    /// Its code.
    pub code: Code,
    /// What it looks at.
    pub check: Check,
}

/// What a rule looks at.
pub(crate) enum Check {
    /// An issue.
    Issue(fn(&Case<'_>, &mut Findings)),
    /// A press conference.
    Conference(Own<Conference>),
    /// A playbook.
    Playbook(Own<Playbook>),
    /// A region.
    Region(Own<Region>),
    /// An agency.
    Agency(Own<Agency>),
    /// The texts of any record.
    Texts(fn(&Bench<'_>, &Texts<'_>, &mut Findings)),
    /// Several of these, for one rule that holds in records of more than one kind.
    Together(&'static [Check]),
}

/// The texts of a record.
pub(crate) struct Texts<'a> {
    /// The texts.
    pub said: &'a [Said<'a>],
    /// They are those of an issue.
    pub issue: bool,
    /// Numbers of the record that residents are meant to call.
    pub open_numbers: Vec<&'a str>,
    /// Numbers of offices.
    pub desks: &'a [&'a str],
    /// The office that must act.
    pub office: String,
}

/// Facts and numbers.
mod facts {
    pub(super) mod cited;
    pub(super) mod complete;
    pub(super) mod confirmed_by;
    pub(super) mod contradicts;
    pub(super) mod future;
    pub(super) mod number_complete;
    pub(super) mod older;
    pub(super) mod one_value;
    pub(super) mod overdue;
    pub(super) mod repeats;
    pub(super) mod rival;
    pub(super) mod sought;
}

/// Risk and responsibility.
mod weighing {
    pub(super) mod assessor;
    pub(super) mod mixed;
    pub(super) mod scapegoat;
    pub(super) mod strategy;
}

/// Messages, answers, texts.
mod messages {
    pub(super) mod answer_length;
    pub(super) mod authority;
    pub(super) mod coverage;
    pub(super) mod forbidden;
    pub(super) mod length;
    pub(super) mod support;
    pub(super) mod three;
    pub(super) mod time_of_number;
    pub(super) mod too_many_words;
    pub(super) mod unsayable;
    pub(super) mod words;
    pub(super) mod zone;
}

/// Stages and escalation as gates.
mod gates {
    pub(super) mod action;
    pub(super) mod admission;
    pub(super) mod closing;
    pub(super) mod crisis;
    pub(super) mod escalation;
    pub(super) mod folder;
    pub(super) mod minutes;
    pub(super) mod next_update;
    pub(super) mod open_actions;
    pub(super) mod playbook;
    pub(super) mod stage;
    pub(super) mod transition;
}

/// Clocks and freshness.
mod time {
    pub(super) mod breach;
    pub(super) mod contact;
    pub(super) mod fact_stale;
    pub(super) mod late;
    pub(super) mod media;
    pub(super) mod promise;
    pub(super) mod rehearsal;
    pub(super) mod review;
    pub(super) mod stale;
    pub(super) mod steps;
    pub(super) mod ticket;
    pub(super) mod unanswered;
    pub(super) mod update;
}

/// Approval.
mod approval {
    pub(super) mod changed;
    pub(super) mod none;
    pub(super) mod suspect;
    pub(super) mod unmarked;
}

/// Classification and people.
mod people {
    pub(super) mod at_once;
    pub(super) mod drill;
    pub(super) mod families;
    pub(super) mod ground;
    pub(super) mod inside_data;
    pub(super) mod notice;
    pub(super) mod office;
    pub(super) mod photo;
    pub(super) mod public_data;
    pub(super) mod rumour;
    pub(super) mod sample;
}

/// All rules. One that is forgotten here is dead code, and the compiler says so.
const RULES: &[&Rule] = &[
    &facts::complete::RULE,
    &facts::cited::RULE,
    &facts::one_value::RULE,
    &facts::number_complete::RULE,
    &facts::contradicts::RULE,
    &facts::rival::RULE,
    &facts::repeats::RULE,
    &facts::older::RULE,
    &facts::confirmed_by::RULE,
    &facts::sought::RULE,
    &facts::overdue::RULE,
    &facts::future::RULE,
    &weighing::assessor::RULE,
    &weighing::strategy::RULE,
    &weighing::mixed::RULE,
    &weighing::scapegoat::RULE,
    &messages::words::RULE,
    &messages::too_many_words::RULE,
    &messages::three::RULE,
    &messages::support::RULE,
    &messages::answer_length::RULE,
    &messages::coverage::RULE,
    &messages::unsayable::RULE,
    &messages::zone::RULE,
    &messages::length::RULE,
    &messages::time_of_number::RULE,
    &messages::forbidden::RULE,
    &messages::authority::RULE,
    &gates::minutes::RULE,
    &gates::stage::RULE,
    &gates::closing::RULE,
    &gates::open_actions::RULE,
    &gates::crisis::RULE,
    &gates::escalation::RULE,
    &gates::next_update::RULE,
    &gates::transition::RULE,
    &gates::admission::RULE,
    &gates::playbook::RULE,
    &gates::folder::RULE,
    &gates::action::RULE,
    &time::steps::RULE,
    &time::ticket::RULE,
    &time::breach::RULE,
    &time::stale::RULE,
    &time::fact_stale::RULE,
    &time::update::RULE,
    &time::review::RULE,
    &time::rehearsal::RULE,
    &time::contact::RULE,
    &time::late::RULE,
    &time::promise::RULE,
    &time::unanswered::RULE,
    &time::media::RULE,
    &approval::none::RULE,
    &approval::changed::RULE,
    &approval::suspect::RULE,
    &approval::unmarked::RULE,
    &people::at_once::RULE,
    &people::notice::RULE,
    &people::ground::RULE,
    &people::public_data::RULE,
    &people::inside_data::RULE,
    &people::families::RULE,
    &people::office::RULE,
    &people::rumour::RULE,
    &people::sample::RULE,
    &people::photo::RULE,
    &people::drill::RULE,
];

/// Findings by the id of their record, in the order of the rules.
pub(crate) type Judged = BTreeMap<String, Vec<Finding>>;

/// Runs all rules over all records, in parallel over issues.
pub(crate) fn judge(bench: &Bench<'_>) -> Judged {
    let records = &bench.catalogue.records;
    let sight = bench.sight;
    let mut judged: Judged = records
        .issues
        .par_iter()
        .filter_map(|e| Some((e, sight.issue(e)?)))
        .map(|(e, issue)| (e.head.id.clone(), of_issue(&Case::new(bench, e, issue))))
        .filter(|(_, found)| !found.0.is_empty())
        .map(|(id, found)| (id, found.0))
        .collect();
    others(bench, &records.conferences, &mut judged);
    others(bench, &records.playbooks, &mut judged);
    others(bench, &records.regions, &mut judged);
    others(bench, &records.agencies, &mut judged);
    others(bench, &records.pages, &mut judged);
    levelled(&mut judged, bench);
    judged
}

fn of_issue(case: &Case<'_>) -> Findings {
    let mut out = Findings::default();
    let contacts = case.bench.sight.items(&case.issue.contacts);
    let open_numbers = contacts.filter_map(|(_, c)| c.number.as_deref()).collect();
    let texts = Texts { said: &case.said, issue: true, open_numbers, desks: &case.bench.desks, office: case.office() };
    for rule in RULES.iter().filter(|r| !off(r, case.bench)) {
        each(&rule.check, &mut |check| match check {
            Check::Issue(check) => check(case, &mut out),
            Check::Texts(check) => check(case.bench, &texts, &mut out),
            _ => {}
        });
    }
    out
}

/// The rules over all records of a kind that is no issue.
fn others<T: Kind>(bench: &Bench<'_>, records: &[Entity<T>], judged: &mut Judged) {
    for (entity, record) in records.iter().filter_map(|e| Some((e, T::seen(bench.sight, e)?))) {
        let said = said::gather(bench.sight, entity, record, |spot| record.reach(spot), |_| T::OPEN_BODY);
        let office = bench.config.organisation.clone();
        let texts = Texts { said: &said, issue: false, open_numbers: Vec::new(), desks: &bench.desks, office };
        let mut out = Findings::default();
        for rule in RULES.iter().filter(|r| !off(r, bench)) {
            each(&rule.check, &mut |check| match (check, T::own(check)) {
                (Check::Texts(check), _) => check(bench, &texts, &mut out),
                (_, Some(own)) => own(bench, entity, record, &mut out),
                _ => {}
            });
        }
        if !out.0.is_empty() {
            judged.entry(entity.head.id.clone()).or_default().extend(out.0);
        }
    }
}

fn each<'r>(check: &'r Check, f: &mut dyn FnMut(&'r Check)) {
    match check {
        Check::Together(all) => all.iter().for_each(|c| each(c, f)),
        one => f(one),
    }
}

/// Levels as `[lint]` of `book.toml` has them.
fn levelled(judged: &mut Judged, bench: &Bench<'_>) {
    let lint = &bench.config.lint;
    if lint.is_empty() {
        return;
    }
    for finding in judged.values_mut().flatten() {
        if let Some(Some(severity)) = lint.get(finding.problem.code.as_str()) {
            finding.problem.severity = *severity;
        }
    }
}

/// Is a rule switched off?
fn off(rule: &Rule, bench: &Bench<'_>) -> bool {
    matches!(bench.config.lint.get(rule.code.as_str()), Some(None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_of_the_field_has_one_rule() {
        let mut ruled: Vec<&str> = RULES.iter().map(|r| r.code.as_str()).collect();
        ruled.sort_unstable();
        let mut codes: Vec<&str> = Code::ALL.iter().map(|c| c.as_str()).filter(|c| c[1..].starts_with("08")).collect();
        codes.sort_unstable();
        assert_eq!(ruled, codes);
    }
}
