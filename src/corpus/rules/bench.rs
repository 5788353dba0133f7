//! The bench at which rules work: all records as one looker may see them, at one moment.

use crate::class::Class;
use crate::config::Config;
use crate::corpus::catalogue::Catalogue;
use crate::corpus::fields::{AgencyRef, Day};
use crate::corpus::lower::Entity;
use crate::corpus::record::agency::Agency;
use crate::corpus::record::conference::Conference;
use crate::corpus::record::issue::Issue;
use crate::corpus::record::playbook::Playbook;
use crate::corpus::record::region::Region;
use crate::corpus::sight::Sight;
use crate::corpus::view;
use crate::source::span::Span;
use crate::time::Instant;
use std::collections::{BTreeMap, HashMap};

/// The newest change of a record's stage in Git, by its path: from, to.
pub(crate) type Stages = BTreeMap<String, (String, String)>;

/// All records and the moment.
pub(crate) struct Bench<'c> {
    /// Who looks.
    pub sight: Sight<'c>,
    /// All records.
    pub catalogue: &'c Catalogue,
    /// What the administrator decided.
    pub config: &'c Config,
    /// The moment that decides what is late.
    pub as_of: Instant,
    /// What Git knows of stages; nothing for readers, who would learn of changes that they may not see.
    pub stages: Option<&'c Stages>,
    /// Numbers of offices: they are there to be called.
    pub desks: Vec<&'c str>,
    issues: HashMap<&'c str, &'c Entity<Issue>>,
    playbooks: HashMap<&'c str, &'c Playbook>,
    agencies: HashMap<&'c str, &'c Agency>,
    regions: HashMap<&'c str, &'c Region>,
    conferences: HashMap<&'c str, Vec<(&'c Entity<Conference>, &'c Conference)>>,
}

impl<'c> Bench<'c> {
    /// Sets out the records.
    pub(crate) fn new(
        sight: Sight<'c>,
        catalogue: &'c Catalogue,
        config: &'c Config,
        as_of: Instant,
        stages: Option<&'c Stages>,
    ) -> Bench<'c> {
        let r = &catalogue.records;
        let seen = |e: &&Entity<Issue>| sight.issue(e).is_some();
        let issues = r.issues.iter().filter(seen).map(|e| (e.head.id.as_str(), e)).collect();
        let playbooks = r.playbooks.iter().filter_map(|e| Some((e.head.id.as_str(), sight.see(&e.guarded)?))).collect();
        let agencies = r.agencies.iter().filter_map(|e| Some((e.head.stem.as_str(), sight.see(&e.guarded)?))).collect();
        let regions = r.regions.iter().filter_map(|e| sight.see(&e.guarded)).map(|r| (r.code.as_str(), r)).collect();
        let mut conferences: HashMap<&str, Vec<_>> = HashMap::new();
        for e in &r.conferences {
            let Some(conference) = sight.conference(e) else { continue };
            let about = conference.issues.iter().filter_map(|i| i.0.found.as_deref());
            about.for_each(|id| conferences.entry(id).or_default().push((e, conference)));
        }
        let agencies_seen = r.agencies.iter().filter_map(|e| sight.office(e));
        let contacts = agencies_seen.flat_map(|a| sight.items(&a.contacts));
        // An office's own line is open; a mobile number only where its record says that it is.
        let mobile = |n: &str| n.trim_start_matches(['+', '(', ' ']).starts_with("08") || n.contains("+62");
        let open = contacts
            .filter(|(item, c)| item.guarded.class() == Class::Ordinary || !c.number.as_deref().is_some_and(mobile));
        let desks = open.filter_map(|(_, c)| c.number.as_deref()).collect();
        Bench { desks, sight, catalogue, config, as_of, stages, issues, playbooks, agencies, regions, conferences }
    }

    /// An issue by its id.
    pub(crate) fn issue(&self, id: &str) -> Option<(&'c Entity<Issue>, &'c Issue)> {
        let entity = *self.issues.get(id)?;
        Some((entity, self.sight.issue(entity)?))
    }

    /// All issues that may be seen.
    pub(crate) fn issues(&self) -> impl Iterator<Item = (&'c Entity<Issue>, &'c Issue)> {
        let all = self.catalogue.records.issues.iter();
        all.filter_map(|e| self.sight.issue(e).map(|issue| (e, issue)))
    }

    /// A playbook by its id.
    pub(crate) fn playbook(&self, id: &str) -> Option<&'c Playbook> {
        self.playbooks.get(id).copied()
    }

    /// Press conferences about an issue.
    pub(crate) fn conferences_about(&self, id: &str) -> &[(&'c Entity<Conference>, &'c Conference)] {
        self.conferences.get(id).map_or(&[], Vec::as_slice)
    }

    /// "BPBD Samarinda": an agency as offices call it.
    pub(crate) fn agency(&self, reference: &AgencyRef) -> Option<String> {
        let agency = self.agencies.get(self.sight.agency(reference)?)?;
        let code = agency.region.as_ref().and_then(|r| r.0.found.as_deref());
        let region = code.filter(|c| *c != self.config.region).and_then(|c| self.regions.get(c));
        let region = region.map(|r| view::common_name(&r.name, &r.aliases));
        Some(view::agency_name(&agency.name, agency.acronym.as_deref(), region))
    }

    /// Words by which a text names an agency: acronym and name.
    pub(crate) fn agency_words(&self, reference: &AgencyRef) -> Vec<String> {
        let agency = self.sight.agency(reference).and_then(|stem| self.agencies.get(stem));
        agency.map_or_else(Vec::new, |a| a.acronym.iter().chain([&a.name]).map(|w| w.to_lowercase()).collect())
    }

    /// The region of a code, where it may be seen.
    pub(crate) fn region(&self, code: &str) -> Option<&'c Region> {
        self.regions.get(code).copied()
    }

    /// A day as messages print it; with its hour only where one was written.
    pub(crate) fn show_day(&self, day: Day) -> String {
        if day.whole { self.config.zone.show(day.at).plain_day() } else { self.show(day.at) }
    }

    /// A time as messages print it.
    pub(crate) fn show(&self, at: Instant) -> String {
        self.config.zone.show(at).plain()
    }
}

/// The line of a top-level key in a record's main file; where the record begins if the key is not there.
pub(crate) fn key_place(head: &Span, key: &str) -> Span {
    let text = &head.source.text;
    let wanted = format!("\n{key}:");
    match text.find(&wanted) {
        Some(at) => Span::new(&head.source, at + 1..at + 1 + key.len()),
        None => head.clone(),
    }
}
