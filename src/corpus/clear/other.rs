//! The gate for everything that is no issue: regions, agencies, playbooks, conferences, pages, terms.

use super::{Clearance, Desk, Gate, some_text, text, texts};
use crate::corpus::fields::Item;
use crate::corpus::guarded::Guarded;
use crate::corpus::lower::Entity;
use crate::corpus::record::agency::{self, Agency};
use crate::corpus::record::conference::{self, Conference};
use crate::corpus::record::glossary::Term;
use crate::corpus::record::page::Page;
use crate::corpus::record::playbook::{self, Playbook};
use crate::corpus::record::region::{self, Region};
use crate::corpus::rules::{ready, review_due};
use crate::corpus::view;

use super::speech::{self, NoticeDefaults};

impl<'c> Clearance<'c> {
    /// A region in scope. The public sees its names and its head's office; the team is never public.
    pub(super) fn region<'a>(&self, entity: &'a Entity<Region>) -> Option<view::Region<'a>> {
        let record = entity.guarded.cleared(self)?;
        let gate = Gate::new(self, entity.guarded.class());
        let Region {
            code,
            bps,
            name,
            short,
            aliases,
            kind,
            capital,
            head,
            area,
            population,
            villages,
            tile,
            notice: _,
            team,
        } = record;
        if !self.in_scope(code) {
            return None;
        }
        let tile = match tile.as_slice() {
            [row, column] => Some((row.small(), column.small())),
            _ => None,
        };
        Some(view::Region {
            code,
            bps: bps.as_deref(),
            name,
            short: short.as_deref().unwrap_or(code),
            aliases,
            kind: *kind,
            capital: capital.as_deref(),
            head: head.as_deref(),
            area: *area,
            population: population.as_ref().map(|p| {
                let region::Population { value, source } = p;
                (*value, source.as_deref())
            }),
            villages,
            tile,
            team: gate.inside_all(team, member),
            faults: gate.faults(&entity.head.faults),
            path: &entity.head.path,
            class: gate.mark.get(),
        })
    }

    /// An agency of a region in scope, or of the book's own region. The public sees its name.
    pub(super) fn agency<'a>(&self, entity: &'a Entity<Agency>) -> Option<view::Agency<'a>> {
        let record = entity.guarded.cleared(self)?;
        let gate = Gate::new(self, entity.guarded.class());
        let Agency { name, acronym, region, kind, head, contacts } = record;
        let written = region.is_some();
        let region = region.as_ref().and_then(|r| r.0.found.as_deref());
        // A region that was written and cannot be found is nobody's: only the whole book shows its agency.
        let everywhere = region.map_or(!written || self.edition.config.regions.is_none(), |r| r == self.config.region);
        if !everywhere && !region.is_some_and(|r| self.in_scope(r)) {
            return None;
        }
        Some(view::Agency {
            id: &entity.head.stem,
            name,
            acronym: acronym.as_deref(),
            region: region.filter(|r| self.in_scope(r)),
            kind: *kind,
            head: gate.inside(head.as_deref()).flatten(),
            contacts: gate.inside_all(contacts, desk),
            faults: gate.faults(&entity.head.faults),
            path: &entity.head.path,
            class: gate.mark.get(),
        })
    }

    /// A playbook; never public.
    pub(super) fn playbook<'a>(&self, entity: &'a Entity<Playbook>, desk: &Desk<'_>) -> Option<view::Playbook<'a>> {
        let record = entity.guarded.cleared(self).filter(|_| !self.public())?;
        let gate = Gate::new(self, entity.guarded.class());
        let Playbook {
            title,
            trigger,
            activation,
            roles,
            steps,
            templates,
            answers,
            do_not_say,
            notice,
            rehearsed,
            rehearse_next,
            review_every,
            reviewed,
        } = record;
        let trigger = trigger.as_ref().map(|t| {
            let playbook::Trigger { themes, words, minimum } = t;
            let minimum = minimum.as_ref().map(|m| {
                let playbook::Minimum { likelihood, impact } = m;
                (likelihood.map(|l| l.small()), impact.map(|i| i.small()))
            });
            (themes.as_slice(), words.as_slice(), minimum)
        });
        let (themes, words, minimum) = trigger.unwrap_or_default();
        let mut view = view::Playbook {
            id: &entity.head.id,
            stem: &entity.head.stem,
            title,
            themes,
            words,
            minimum,
            activation: some_text(activation),
            roles: gate.all(roles, role),
            steps: gate.all(steps, step),
            templates: gate.all(templates, |_, t| {
                let playbook::Template { kind, text: words } = t;
                Some((*kind, text(words)?))
            }),
            answers: gate.all(answers, |i, a| speech::answer(&gate, i, a)),
            do_not_say: gate.all(do_not_say, speech::do_not_say),
            notice: gate.opt(notice, |i, n| speech::notice(&gate, (NoticeDefaults::default(), false), i, n)),
            rehearsed: *rehearsed,
            rehearse_next: *rehearse_next,
            review_every: review_every.as_deref(),
            reviewed: *reviewed,
            review_due: review_due(record),
            marks: desk.marks(&entity.head.id),
            body: gate.body(&entity.body),
            class: entity.guarded.class(),
            mark: entity.guarded.class(),
            faults: gate.faults(&entity.head.faults),
            path: &entity.head.path,
        };
        view.steps.sort_by_key(|s| s.minute);
        view.mark = gate.mark.get();
        Some(view)
    }

    /// What a conference that lies ahead still needs; never public.
    fn readiness(&self, entity: &Entity<Conference>, record: &Conference, desk: &Desk<'_>) -> Vec<view::ReadyItem> {
        let ahead = record.at.is_none_or(|at| at >= self.edition.as_of);
        if self.public() || !ahead {
            return Vec::new();
        }
        ready::list(&desk.bench, &desk.judged, entity, record)
    }

    /// Who may see a conference at all.
    pub(crate) fn sees_conference<'a>(&self, entity: &'a Entity<Conference>) -> Option<&'a Conference> {
        let record = entity.guarded.cleared(self)?;
        let withheld = self.public() && self.withheld.has(&entity.head.span);
        let hidden =
            withheld || !self.any_in_scope(&record.regions) || (self.public() && record.announce != Some(true));
        let mut about = record.issues.iter().filter_map(|i| i.0.found.as_deref());
        let of_a_drill = self.public() && about.any(|id| self.drills.contains(id));
        (!hidden && !of_a_drill).then_some(record)
    }

    /// A conference. The public sees title, time and place of one that is to be announced and is no drill.
    pub(super) fn conference<'a>(
        &self,
        entity: &'a Entity<Conference>,
        desk: &Desk<'_>,
    ) -> Option<view::Conference<'a>> {
        let record = self.sees_conference(entity)?;
        let gate = Gate::new(self, entity.guarded.class());
        let Conference {
            title,
            regions,
            issues,
            at,
            place,
            announce: _,
            posture,
            aim,
            speakers,
            moderator,
            opening,
            rundown,
            media,
            recipients,
            version,
            since: _,
            unanswered,
        } = record;
        let only = issues.first().filter(|_| issues.len() == 1).and_then(|i| i.0.found.as_deref());
        let issues: Vec<&str> =
            issues.iter().filter_map(|i| i.0.found.as_deref()).filter(|i| self.issues.contains(i)).collect();
        // The statement named, of the issue named with it or else of the only one; none where that is not shown.
        let named = opening.as_ref().and_then(|o| o.0.found.as_deref());
        let opening = named.and_then(|o| o.split_once('#').or(only.map(|issue| (issue, o))));
        let shown = |issue: &str, id: &str| {
            let statements = desk.bench.issue(issue).map(|(_, i)| desk.bench.sight.items(&i.statements));
            statements.is_some_and(|mut all| all.any(|(item, s)| item.id == id && self.shows_statement(s)))
        };
        let opening = opening.filter(|(issue, id)| issues.contains(issue) && shown(issue, id));
        let mut view = view::Conference {
            id: &entity.head.id,
            stem: &entity.head.stem,
            title,
            regions: self.codes(regions),
            opening: gate.inside(opening).flatten(),
            issues: gate.inside(issues).unwrap_or_default(),
            at: *at,
            past: at.is_some_and(|t| t < self.edition.as_of),
            place: place.as_deref(),
            posture: gate.inside(*posture).flatten(),
            aim: gate.inside(some_text(aim)).flatten(),
            speakers: gate.inside_all(speakers, speaker),
            moderator: gate.inside(moderator.as_deref()).flatten(),
            rundown: gate.inside_all(rundown, cue),
            media: gate.inside_all(media, medium),
            recipients: gate.inside_all(recipients, |_, r| {
                let conference::Recipient { office } = r;
                Some(office.as_str())
            }),
            version: gate.inside(version.as_deref()).flatten(),
            unanswered: gate.inside(texts(unanswered)).unwrap_or_default(),
            ready: self.readiness(entity, record, desk),
            marks: gate.inside(desk.marks(&entity.head.id)).unwrap_or_default(),
            body: gate.body(&entity.body),
            class: entity.guarded.class(),
            mark: entity.guarded.class(),
            faults: gate.faults(&entity.head.faults),
            path: &entity.head.path,
        };
        view.mark = gate.mark.get();
        Some(view)
    }

    /// A free page at or below the ceiling.
    pub(super) fn page<'a>(&self, entity: &'a Entity<Page>) -> Option<view::Page<'a>> {
        let record =
            entity.guarded.cleared(self).filter(|_| !(self.public() && self.withheld.has(&entity.head.span)))?;
        let gate = Gate::new(self, entity.guarded.class());
        let Page { title, order } = record;
        let body = if self.public() { gate.open_body(&entity.body) } else { gate.body(&entity.body) };
        Some(view::Page {
            stem: &entity.head.stem,
            title,
            order: order.map_or(999, |o| o.0),
            body,
            class: entity.guarded.class(),
            mark: gate.mark.get(),
            path: &entity.head.path,
        })
    }

    /// A term.
    pub(super) fn term<'a>(&self, term: &'a Guarded<Term>) -> Option<view::Term<'a>> {
        let Term { term, meaning } = term.cleared(self)?;
        let toll = self.public() && meaning.toll.is_some();
        Some(view::Term { term, meaning: text(meaning).filter(|_| !toll)? })
    }
}

fn member<'a>(item: &'a Item<region::Member>, member: &'a region::Member) -> Option<view::Contact<'a>> {
    let region::Member { role, office, contact, checked_at } = member;
    Some(view::Contact {
        name: role,
        office: office.as_deref(),
        number: contact.as_deref(),
        note: None,
        checked_at: *checked_at,
        class: item.guarded.class(),
    })
}

fn desk<'a>(item: &'a Item<agency::Contact>, contact: &'a agency::Contact) -> Option<view::Contact<'a>> {
    let agency::Contact { name, number, checked_at } = contact;
    Some(view::Contact {
        name,
        office: None,
        number: number.as_deref(),
        note: None,
        checked_at: *checked_at,
        class: item.guarded.class(),
    })
}

fn role<'a>(item: &'a Item<playbook::Role>, role: &'a playbook::Role) -> Option<view::Contact<'a>> {
    let playbook::Role { role, office, task } = role;
    Some(view::Contact {
        name: role,
        office: office.as_deref(),
        number: None,
        note: task.as_deref(),
        checked_at: None,
        class: item.guarded.class(),
    })
}

fn step<'a>(_: &'a Item<playbook::Step>, step: &'a playbook::Step) -> Option<view::Step<'a>> {
    let playbook::Step { minute, task, role, result } = step;
    Some(view::Step { minute: minute.0, task: text(task)?, role: role.as_deref(), result: *result })
}

fn speaker<'a>(
    _: &'a Item<conference::Speaker>,
    speaker: &'a conference::Speaker,
) -> Option<(&'a str, Option<&'a str>)> {
    let conference::Speaker { office, role } = speaker;
    Some((office, role.as_deref()))
}

fn cue<'a>(_: &'a Item<conference::Cue>, cue: &'a conference::Cue) -> Option<(i64, &'a str, Option<&'a str>)> {
    let conference::Cue { minute, what, office } = cue;
    Some((minute.0, what, office.as_deref()))
}

type Medium<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

fn medium<'a>(_: &'a Item<conference::Medium>, medium: &'a conference::Medium) -> Option<Medium<'a>> {
    let conference::Medium { medium, kind, angle } = medium;
    Some((medium, kind.as_deref(), angle.as_deref()))
}
