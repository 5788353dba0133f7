//! The gate for issues. The table "Who sees what" of the record format, as code.
//!
//! For the public an issue is its title, summary, region, theme, times, confirmed facts, official
//! numbers, contacts, services, released texts, rumours answered, promises, a released admission, and
//! `::: publik` blocks. Never risk, responsibility, stakeholders, drafts, answers, meetings, logs.

use super::speech::{self, NoticeDefaults};
use super::{Clearance, Desk, Gate, some_text, text};
use crate::config::RiskMethod;
use crate::corpus::catalogue::approval::{self, Standing};
use crate::corpus::catalogue::{counts_dead, families_told};
use crate::corpus::fields::Item;
use crate::corpus::lower::Entity;
use crate::corpus::record::issue::{self, Issue};
use crate::corpus::risk;
use crate::corpus::rules::{Case, clock, default_validity, suggest};
use crate::corpus::scct;
use crate::corpus::sight::Sight;
use crate::corpus::view;
use crate::corpus::view::text::Quantity;
use crate::corpus::vocabulary::*;
use crate::time::Instant;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

impl<'c> Clearance<'c> {
    /// What of an issue may be seen.
    pub(super) fn view_issue<'a>(&self, entity: &'a Entity<Issue>, desk: &Desk<'_>) -> Option<view::Issue<'a>>
    where
        'c: 'a,
    {
        let issue = self.issue(entity)?;
        let mut gate = Gate::new(self, entity.guarded.class());
        gate.seen = self.seen_items(issue);
        let mut view = self.take_apart(&gate, entity, issue);
        if !self.public() {
            let case = Case::new(&desk.bench, entity, issue);
            view.marks = desk.marks(&entity.head.id);
            view.clock = clock::rows(&case);
            if view.playbook.is_none() && !view.closed {
                view.suggested = suggest::fitting(&case).into_iter().map(|(id, _)| id.to_owned()).collect();
            }
        }
        view.mark = gate.mark.get();
        view.data_at = newest(&view);
        view.digest = digest(&view);
        Some(view)
    }

    #[expect(clippy::too_many_lines, reason = "one line a field: the table of who sees what")]
    fn take_apart<'a>(&self, gate: &Gate<'_, 'c>, entity: &'a Entity<Issue>, issue: &'a Issue) -> view::Issue<'a>
    where
        'c: 'a,
    {
        let Issue {
            title,
            regions,
            districts,
            summary,
            themes,
            disclosure,
            exclusion_ground,
            escalation,
            stage,
            drill,
            happened_at,
            opened_at,
            verified_at,
            crisis_since,
            next_update,
            valid_until,
            closed_at,
            origins,
            lead,
            agencies,
            spokesperson,
            deputy,
            playbook,
            risks,
            responsibility,
            admission,
            facts,
            numbers,
            events,
            contacts,
            services,
            operations,
            emergency,
            families,
            breach,
            refer,
            stakeholders,
            messages,
            do_not_say,
            answers,
            statements,
            notice,
            meetings,
            actions,
            asks,
            rumours,
            decisions,
            media,
            monitoring,
            photos,
            review,
        } = issue;
        let as_of = self.edition.as_of;
        let closed = *stage == Some(Stage::Closed);
        let default = || default_validity(Sight::Reader(self), self.config, issue);
        let valid = valid_until.or_else(|| (!closed).then(default));
        let print =
            |name: &str| approval::leaned_on(Sight::Reader(self), self.catalogue, issue, name).map(|(print, _)| print);
        let standing = Standing { print: &print, valid_until: valid.filter(|_| !closed), as_of };
        let toll_is_public = families_told(issue);
        let expired = !closed && valid.is_some_and(|until| until < as_of);
        let update = next_update.filter(|at| !closed && *at < as_of);
        view::Issue {
            id: &entity.head.id,
            title,
            regions: self.codes(regions),
            districts: gate.inside(districts.as_slice()).unwrap_or_default(),
            summary: gate.some_open(summary),
            themes: &themes.0,
            class: entity.guarded.class(),
            mark: entity.guarded.class(),
            disclosure: gate.inside(*disclosure).flatten(),
            exclusion_ground: gate.inside(exclusion_ground.as_deref()).flatten(),
            escalation: gate.inside(escalation.unwrap_or(Escalation::Issue)),
            stage: gate.inside(stage.unwrap_or(Stage::Mapped)),
            closed,
            drill: *drill == Some(true),
            happened_at: *happened_at,
            opened_at: *opened_at,
            verified_at: gate.inside(*verified_at).flatten(),
            crisis_since: gate.inside(*crisis_since).flatten(),
            next_update: next_update.filter(|_| !closed),
            update_late: update.map(|at| as_of.minutes_since(at)),
            valid_until: if gate.public() { *valid_until } else { valid },
            expired: !closed && if gate.public() { *valid_until } else { valid }.is_some_and(|until| until < as_of),
            closed_at: *closed_at,
            data_at: None,
            origins: gate.inside_all(origins, found),
            lead: gate.inside(lead.as_ref().and_then(|a| self.agency_of(a))).flatten(),
            agencies: gate.inside(agencies.iter().filter_map(|a| self.agency_of(a)).collect()).unwrap_or_default(),
            spokesperson: gate.inside(spokesperson.as_deref()).flatten(),
            deputy: gate.inside(deputy.as_deref()).flatten(),
            playbook: gate.inside(self.playbook_of(playbook.as_ref())).flatten(),
            risks: newest_first(gate.inside_all(risks, |i, a| assessment(self.config.risk, i, a))),
            responsibility: gate.inside(gate.opt(responsibility, taken)).flatten(),
            admission: gate.opt(admission, |i, a| admitted(gate, i, a)),
            facts: gate.all(facts, |i, f| fact(gate, as_of, closed, i, f)),
            numbers: gate.all(numbers, |i, n| number(gate, toll_is_public, i, n)),
            events: sorted_events(gate.inside_all(events, event)),
            contacts: gate.all(contacts, contact),
            services: gate.all(services, service),
            operations: gate.inside_all(operations, |i, o| operation(gate, i, o)),
            emergency: gate.inside(gate.opt(emergency, declared)).flatten(),
            families_wait: *drill != Some(true) && !toll_is_public,
            families: gate.inside(gate.opt(families, told)).flatten(),
            breach: gate.inside(gate.opt(breach, breached)).flatten(),
            refer: gate.inside_all(refer, |i, r| referral(gate, i, r)),
            stakeholders: gate.inside_all(stakeholders, stakeholder),
            messages: gate.inside_all(messages, |i, m| speech::message_map(gate, i, m)),
            do_not_say: gate.inside_all(do_not_say, speech::do_not_say),
            answers: gate.inside_all(answers, |i, a| speech::answer(gate, i, a)),
            statements: gate.all(statements, |i, s| speech::statement(gate, &standing, i, s)),
            notice: gate.boxed(notice, |i, n| speech::notice(gate, (self.notice_defaults(gate, issue), expired), i, n)),
            meetings: gate.inside_all(meetings, |i, m| meeting(gate, i, m)),
            actions: gate.all(actions, |i, a| action(gate, as_of, i, a)),
            asks: gate.inside_all(asks, ask),
            rumours: gate.all(rumours, |i, r| rumour(gate, i, r)),
            decisions: gate.inside_all(decisions, decision),
            media: gate.inside_all(media, media_question),
            monitoring: gate.inside_all(monitoring, monitored),
            photos: gate.all(photos, |i, p| photo(gate, i, p)),
            review: gate.inside(gate.boxed(review, reviewed)).flatten(),
            marks: Vec::new(),
            clock: Vec::new(),
            suggested: Vec::new(),
            body: gate.body(&entity.body),
            faults: gate.faults(&entity.head.faults),
            path: &entity.head.path,
            digest: [0; 32],
        }
    }

    /// Ids of the facts and statements that may be seen.
    fn seen_items(&self, issue: &Issue) -> BTreeSet<String> {
        let facts = issue.facts.iter().filter(|f| f.guarded.cleared(self).is_some_and(|f| self.shows_fact(f)));
        let statements =
            issue.statements.iter().filter(|s| s.guarded.cleared(self).is_some_and(|s| self.shows_statement(s)));
        facts.map(|f| &f.id).chain(statements.map(|s| &s.id)).cloned().collect()
    }

    /// The public sees confirmed facts.
    fn shows_fact(&self, fact: &issue::Fact) -> bool {
        !self.public() || fact.status == Some(FactStatus::Confirmed)
    }

    fn playbook_of<'a>(&self, reference: Option<&'a crate::corpus::fields::PlaybookRef>) -> Option<&'a str> {
        reference?.0.found.as_deref().filter(|id| self.playbooks.contains(id))
    }

    /// The region's own words for who announces and how.
    fn notice_defaults<'a>(&self, gate: &Gate<'_, 'c>, issue: &Issue) -> NoticeDefaults<'a>
    where
        'c: 'a,
    {
        let code = self.codes(&issue.regions).first().copied();
        let regions = &self.catalogue.records.regions;
        let region = regions.iter().filter_map(|e| e.guarded.cleared(self)).find(|r| Some(r.code.as_str()) == code);
        region.and_then(|r| r.notice.as_ref()).map_or_else(NoticeDefaults::default, |n| {
            let crate::corpus::record::region::NoticeDefaults { responsible, manner } = n;
            NoticeDefaults { responsible: gate.some_open(responsible), manner: gate.some_open(manner) }
        })
    }
}

/// Newest time of what is shown.
fn newest(issue: &view::Issue<'_>) -> Option<Instant> {
    let facts = issue.facts.iter().filter_map(|f| f.at);
    let numbers = issue.numbers.iter().filter_map(|n| n.at);
    let events = issue.events.iter().map(|e| e.at);
    let risks = issue.risks.iter().map(|r| r.at);
    facts.chain(numbers).chain(events).chain(risks).max().or(Some(issue.opened_at))
}

fn digest(issue: &view::Issue<'_>) -> [u8; 32] {
    let mut hasher = Sha256::new();
    serde_json::to_writer(Hashing(&mut hasher), issue).expect("plain data becomes JSON");
    hasher.finalize().into()
}

/// Hashes what is written to it.
struct Hashing<'h>(&'h mut Sha256);

impl std::io::Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn newest_first(mut risks: Vec<view::Risk<'_>>) -> Vec<view::Risk<'_>> {
    risks.sort_by_key(|r| std::cmp::Reverse(r.at));
    risks
}

fn sorted_events(mut events: Vec<view::Event<'_>>) -> Vec<view::Event<'_>> {
    events.sort_by_key(|e| e.at);
    events
}

fn found<'a>(_: &'a Item<issue::Found>, found: &'a issue::Found) -> Option<view::Found<'a>> {
    let issue::Found { kind, ticket, category, received_at, answered_at, done_at, note } = found;
    Some(view::Found {
        kind: *kind,
        ticket: ticket.as_deref(),
        category: *category,
        received_at: *received_at,
        answered_at: *answered_at,
        done_at: *done_at,
        note: note.as_deref(),
    })
}

fn assessment<'a>(
    method: RiskMethod,
    item: &'a Item<issue::Assessment>,
    a: &'a issue::Assessment,
) -> Option<view::Risk<'a>> {
    let issue::Assessment { likelihood, impact, trend, confidence, by, at, reason } = a;
    let (likelihood, impact) = (likelihood.small(), impact.small());
    let (score, level) = risk::score(method, likelihood, impact);
    Some(view::Risk {
        likelihood,
        impact,
        score,
        level,
        trend: *trend,
        confidence: *confidence,
        by: by.as_deref(),
        at: *at,
        reason: some_text(reason),
        class: item.guarded.class(),
    })
}

fn taken<'a>(_: &'a Item<issue::Responsibility>, r: &'a issue::Responsibility) -> Option<view::Responsibility<'a>> {
    let issue::Responsibility { kind, share, before, strategy, reason } = r;
    let weighed = scct::weigh(*kind, *share, *before);
    Some(view::Responsibility {
        kind: *kind,
        share: *share,
        before: *before,
        strategy,
        reason: some_text(reason),
        weighed,
    })
}

/// The public sees an admission that was made and released.
fn admitted<'a>(
    gate: &Gate<'_, '_>,
    item: &'a Item<issue::Admission>,
    a: &'a issue::Admission,
) -> Option<view::Admission<'a>> {
    let issue::Admission { status, sentence, approved_by, released } = a;
    if gate.public() && (*status != AdmissionStatus::Admitted || *released != Some(true)) {
        return None;
    }
    Some(view::Admission {
        status: *status,
        sentence: gate.some_open(sentence),
        approved_by: gate.inside(approved_by.as_deref()).flatten(),
        class: item.guarded.class(),
    })
}

/// The public sees confirmed facts with source and time.
fn fact<'a>(
    gate: &Gate<'_, '_>,
    as_of: Instant,
    closed: bool,
    item: &'a Item<issue::Fact>,
    fact: &'a issue::Fact,
) -> Option<view::Fact<'a>> {
    let issue::Fact { sentence, status, source, confirmed_by, at, valid_until, sought_by, target } = fact;
    let status = status.unwrap_or(FactStatus::Unconfirmed);
    if !gate.clearance.shows_fact(fact) {
        return None;
    }
    let open = status == FactStatus::Unconfirmed && !closed;
    Some(view::Fact {
        id: &item.id,
        sentence: gate.open(sentence)?,
        status,
        source: source.as_deref(),
        confirmed_by: gate.inside(confirmed_by.as_deref()).flatten(),
        at: *at,
        valid_until: *valid_until,
        expired: !closed && valid_until.is_some_and(|until| until < as_of),
        sought_by: gate.inside(sought_by.as_ref().and_then(|a| gate.clearance.agency_of(a))).flatten(),
        target: gate.inside(*target).flatten(),
        late: gate.inside(target.filter(|t| open && *t < as_of).map(|t| as_of.minutes_since(t))).flatten(),
        class: item.guarded.class(),
    })
}

/// The public sees official values only, and no death toll before the families know.
fn number<'a>(
    gate: &Gate<'_, '_>,
    toll_is_public: bool,
    item: &'a Item<issue::Number>,
    number: &'a issue::Number,
) -> Option<view::Number<'a>> {
    let quantity: Quantity = crate::corpus::catalogue::quantity(number);
    let issue::Number { name, kind, value: _, unit: _, exactness: _, source, at, scope, previous, rivals } = number;
    if gate.public() && counts_dead(number) && !toll_is_public {
        return None;
    }
    let mut previous = gate.inside_all(previous, earlier);
    previous.sort_by_key(|p| std::cmp::Reverse(p.at));
    Some(view::Number {
        id: &item.id,
        name,
        kind: *kind,
        quantity,
        source: source.as_deref(),
        at: *at,
        scope: scope.as_deref(),
        previous,
        rivals: gate.inside_all(rivals, earlier),
        toll: counts_dead(number),
        class: item.guarded.class(),
    })
}

fn earlier<'a>(_: &'a Item<issue::Earlier>, earlier: &'a issue::Earlier) -> Option<view::Earlier<'a>> {
    let issue::Earlier { value, source, at } = earlier;
    Some(view::Earlier { value: *value, source: source.as_deref(), at: *at })
}

fn event<'a>(item: &'a Item<issue::Event>, event: &'a issue::Event) -> Option<view::Event<'a>> {
    let issue::Event { at, exactness, what, source, ours } = event;
    let estimate = *exactness == Some(TimeExactness::Estimate);
    Some(view::Event {
        at: *at,
        estimate,
        what: text(what)?,
        source: source.as_deref(),
        ours: *ours == Some(true),
        class: item.guarded.class(),
    })
}

fn contact<'a>(item: &'a Item<issue::PublicContact>, contact: &'a issue::PublicContact) -> Option<view::Contact<'a>> {
    let issue::PublicContact { name, number, hours, address } = contact;
    Some(view::Contact {
        name,
        office: address.as_deref(),
        number: number.as_deref(),
        note: hours.as_deref(),
        checked_at: None,
        class: item.guarded.class(),
    })
}

fn service<'a>(_: &'a Item<issue::Service>, service: &'a issue::Service) -> Option<view::Service<'a>> {
    let issue::Service { name, status, until, note } = service;
    Some(view::Service { name, status: *status, until: *until, note: note.as_deref() })
}

fn operation<'a>(
    gate: &Gate<'_, '_>,
    _: &'a Item<issue::Operation>,
    operation: &'a issue::Operation,
) -> Option<view::Operation<'a>> {
    let issue::Operation { kind, what, agency, status, at } = operation;
    Some(view::Operation {
        kind: kind.as_deref(),
        what: text(what)?,
        agency: agency.as_ref().and_then(|a| gate.clearance.agency_of(a)),
        status: *status,
        at: *at,
    })
}

fn declared<'a>(_: &'a Item<issue::Emergency>, emergency: &'a issue::Emergency) -> Option<view::Emergency<'a>> {
    let issue::Emergency { status, decree, from, until } = emergency;
    Some(view::Emergency { status: *status, decree: decree.as_deref(), from: *from, until: *until })
}

fn told<'a>(_: &'a Item<issue::Families>, families: &'a issue::Families) -> Option<view::Families<'a>> {
    let issue::Families { status, by, at } = families;
    Some(view::Families { status: *status, by: by.as_deref(), at: *at })
}

fn breached<'a>(_: &'a Item<issue::Breach>, breach: &'a issue::Breach) -> Option<view::Breach<'a>> {
    let issue::Breach { known_at, data, how, efforts, notified_at } = breach;
    Some(view::Breach {
        known_at: *known_at,
        data: some_text(data),
        how: some_text(how),
        efforts: some_text(efforts),
        notified_at: *notified_at,
    })
}

fn referral<'a>(gate: &Gate<'_, '_>, _: &'a Item<issue::Refer>, refer: &'a issue::Refer) -> Option<view::Refer<'a>> {
    let issue::Refer { topic, only, we_say } = refer;
    Some(view::Refer {
        topic,
        only: only.as_ref().and_then(|a| gate.clearance.agency_of(a)),
        we_say: some_text(we_say),
    })
}

fn stakeholder<'a>(
    _: &'a Item<issue::Stakeholder>,
    stakeholder: &'a issue::Stakeholder,
) -> Option<view::Stakeholder<'a>> {
    let issue::Stakeholder { group, power, interest, attitude, feels, mitigation, channel } = stakeholder;
    Some(view::Stakeholder {
        group,
        power: power.map(|p| p.small()),
        interest: interest.map(|i| i.small()),
        attitude: *attitude,
        feels: some_text(feels),
        mitigation: some_text(mitigation),
        channel: channel.as_deref(),
    })
}

fn meeting<'a>(
    gate: &Gate<'_, '_>,
    item: &'a Item<issue::Meeting>,
    meeting: &'a issue::Meeting,
) -> Option<view::Meeting<'a>> {
    let issue::Meeting { at, place, chair, attendees, discussion, decisions, minutes_by } = meeting;
    Some(view::Meeting {
        id: &item.id,
        at: *at,
        place: place.as_deref(),
        chair: chair.as_deref(),
        attendees: attendees.iter().filter_map(|a| gate.clearance.agency_of(a)).collect(),
        discussion: some_text(discussion),
        decisions: speech::lines(decisions),
        minutes_by: minutes_by.as_deref(),
    })
}

/// The public sees promises: what, who, by when, how far.
fn action<'a>(
    gate: &Gate<'_, '_>,
    as_of: Instant,
    item: &'a Item<issue::Action>,
    action: &'a issue::Action,
) -> Option<view::Action<'a>> {
    let issue::Action { what, agency, officer, due, status, origin, promise, done_at, evidence } = action;
    let promise = *promise == Some(true);
    if gate.public() && !promise {
        return None;
    }
    let status = status.unwrap_or(ActionStatus::NotYet);
    let late = due.filter(|d| status.open() && d.end() < as_of).map(|d| as_of.minutes_since(d.end()));
    Some(view::Action {
        id: &item.id,
        what: gate.open(what)?,
        agency: agency.as_ref().and_then(|a| gate.clearance.agency_of(a)),
        officer: gate.inside(officer.as_deref()).flatten(),
        due: *due,
        status,
        late,
        origin: gate.inside(*origin).flatten(),
        promise,
        done_at: gate.inside(*done_at).flatten(),
        evidence: gate.inside(evidence.as_deref()).flatten(),
        class: item.guarded.class(),
    })
}

fn ask<'a>(item: &'a Item<issue::Ask>, ask: &'a issue::Ask) -> Option<view::Ask<'a>> {
    let issue::Ask { what, options, of, due } = ask;
    Some(view::Ask { what: text(what)?, options, of: of.as_deref(), due: *due, class: item.guarded.class() })
}

/// The public sees a rumour that is false or half true, with its answer.
fn rumour<'a>(
    gate: &Gate<'_, '_>,
    item: &'a Item<issue::Rumour>,
    rumour: &'a issue::Rumour,
) -> Option<view::Rumour<'a>> {
    let issue::Rumour { claim, channel, seen_at, kind, status, answer, support } = rumour;
    let status = status.unwrap_or(RumourStatus::Unchecked);
    let answer = gate.some_open(answer);
    let answered = matches!(status, RumourStatus::False | RumourStatus::PartlyTrue) && answer.is_some();
    if gate.public() && !answered {
        return None;
    }
    Some(view::Rumour {
        id: &item.id,
        claim: gate.open(claim)?,
        channel: gate.inside(channel.as_deref()).flatten(),
        seen_at: gate.inside(*seen_at).flatten(),
        kind: gate.inside(*kind).flatten(),
        status,
        answer,
        support: gate.inside(gate.named(support.iter().map(|f| &f.0))).unwrap_or_default(),
    })
}

fn decision<'a>(_: &'a Item<issue::Decision>, decision: &'a issue::Decision) -> Option<view::Decision<'a>> {
    let issue::Decision { at, what, options, reason, by } = decision;
    Some(view::Decision { at: *at, what: text(what)?, options, reason: some_text(reason), by: by.as_deref() })
}

fn media_question<'a>(
    _: &'a Item<issue::MediaQuestion>,
    media: &'a issue::MediaQuestion,
) -> Option<view::MediaQuestion<'a>> {
    let issue::MediaQuestion { at, medium, question, due, answer, by, status } = media;
    Some(view::MediaQuestion {
        at: *at,
        medium: medium.as_deref(),
        question: text(question)?,
        due: *due,
        answer: some_text(answer),
        by: by.as_deref(),
        status: *status,
    })
}

fn monitored<'a>(_: &'a Item<issue::Monitoring>, monitoring: &'a issue::Monitoring) -> Option<view::Monitoring<'a>> {
    let issue::Monitoring { period, count, sample, positive, neutral, negative, topics, obstacles, plan } = monitoring;
    Some(view::Monitoring {
        period: period.as_deref(),
        count: *count,
        sample: *sample,
        positive: *positive,
        neutral: *neutral,
        negative: *negative,
        topics,
        obstacles: some_text(obstacles),
        plan: some_text(plan),
    })
}

/// The public sees photos that may be public.
fn photo<'a>(gate: &Gate<'_, '_>, _: &'a Item<issue::Photo>, photo: &'a issue::Photo) -> Option<view::Photo<'a>> {
    let issue::Photo { file, caption, alt, credit, consent: _, public } = photo;
    if gate.public() && *public != Some(true) {
        return None;
    }
    // What says nothing and shows nothing is not there.
    file.key.map(|_| "").or(caption.as_deref()).or(alt.as_deref())?;
    Some(view::Photo { picture: file.key, caption: caption.as_deref(), alt: alt.as_deref(), credit: credit.as_deref() })
}

fn reviewed<'a>(_: &'a Item<issue::Review>, review: &'a issue::Review) -> Option<view::Review<'a>> {
    let issue::Review { aim, well, mend, admitted, opportunity, at } = review;
    Some(view::Review {
        aim: some_text(aim),
        well: speech::lines(well),
        mend: speech::lines(mend),
        admitted: some_text(admitted),
        opportunity: some_text(opportunity),
        at: *at,
    })
}
