//! Issues in words.

use super::model::*;
use super::{Medium, Presenter};
use crate::class::Class;
use crate::corpus::scct;
use crate::corpus::view::text::count_words;
use crate::corpus::view::{self, Route, Verdict as Standing, file_name};
use crate::corpus::vocabulary::*;

/// How fresh an issue is, gravest first: past its validity, its promised update late, neither.
pub const FRESHNESS: [&str; 3] = ["segar", "terlambat", "lewat"];

fn freshness(issue: &view::Issue<'_>) -> &'static str {
    match (issue.expired, issue.update_late) {
        (true, _) => FRESHNESS[2],
        (_, Some(_)) => FRESHNESS[1],
        _ => FRESHNESS[0],
    }
}

impl<M: Medium> Presenter<'_, M> {
    /// An issue in a list.
    pub fn card(&self, issue: &view::Issue<'_>) -> Card<M::Prose> {
        Card {
            id: issue.id.to_owned(),
            link: self.link(issue.title, &Route::Issue(issue.id.to_owned())),
            regions: issue.regions.iter().map(|r| self.region_in_passing(r)).collect(),
            themes: issue.themes.iter().map(|t| self.word(*t)).collect(),
            stage: issue.stage.map(|s| self.word(s)),
            escalation: issue.escalation.map(|e| self.word(e)),
            risk: issue.risks.first().map(|r| self.risk(r)),
            class: self.mark(issue.class),
            lead: self.some_agency(issue.lead),
            spokesperson: issue.spokesperson.map(str::to_owned),
            summary: self.some_prose(issue.summary),
            data_at: issue.data_at.map(|t| self.voice.when(t)),
            next_update: issue.next_update.map(|t| self.voice.when(t)),
            update_late: issue.update_late.map(|m| self.voice.late(m)),
            valid_until: issue.valid_until.map(|t| self.voice.when(t)),
            expired: issue.expired,
            drill: issue.drill,
            closed: issue.closed,
            late: issue.actions.iter().filter(|a| a.late.is_some()).count(),
            keys: None,
        }
    }

    /// An issue in a long list: what a row shows and no more.
    pub fn row(&self, issue: &view::Issue<'_>) -> Card<M::Prose> {
        let keys = Some(Self::keys(issue));
        Card { summary: None, themes: Vec::new(), spokesperson: None, keys, ..self.card(issue) }
    }

    fn keys(issue: &view::Issue<'_>) -> Keys {
        // A space stands between them.
        let agencies: Vec<String> = issue.lead.iter().chain(&issue.agencies).map(|id| file_name(id)).collect();
        Keys {
            regions: issue.regions.join(" "),
            themes: issue.themes.iter().map(|t| t.key()).collect::<Vec<_>>().join(" "),
            agencies: agencies.join(" "),
            fresh: freshness(issue),
        }
    }

    /// A class, where it is above B and the reader is not the public.
    pub fn mark(&self, class: Class) -> Option<Word> {
        (class > Class::Ordinary).then(|| self.word(class))
    }

    /// An assessment.
    pub fn risk(&self, risk: &view::Risk<'_>) -> Risk {
        let label = |vocabulary, value: u8| self.locale().label(vocabulary, &value.to_string()).to_owned();
        Risk {
            likelihood: risk.likelihood,
            likelihood_text: label("likelihood", risk.likelihood),
            impact: risk.impact,
            impact_text: label("impact", risk.impact),
            score: risk.score,
            level: risk.level,
            level_text: label("level", risk.level),
            trend: risk.trend.map(|t| self.word(t)),
            confidence: risk.confidence.map(|c| self.word(c)),
            by: risk.by.map(str::to_owned),
            at: self.voice.when(risk.at),
            method: self.voice.method().to_owned(),
        }
    }

    /// An issue, whole.
    pub fn issue(&self, issue: &view::Issue<'_>) -> Issue<M::Prose> {
        let facts = |wanted: fn(&view::Fact<'_>) -> bool| {
            issue.facts.iter().filter(|f| wanted(f)).map(|f| self.fact(f)).collect()
        };
        Issue {
            card: self.card(issue),
            particulars: self.particulars(issue),
            deputy: issue.deputy.map(str::to_owned),
            agencies: issue.agencies.iter().map(|a| self.agency_link(a)).collect(),
            playbook: issue.playbook.and_then(|p| self.voice.place(p)).map(|p| self.link(p.title, &p.route)),
            messages: issue.messages.iter().map(|m| self.message_map(m)).collect(),
            confirmed: facts(|f| f.status == FactStatus::Confirmed),
            unconfirmed: facts(|f| f.status == FactStatus::Unconfirmed && f.sought_by.is_none()),
            sought: facts(|f| f.status == FactStatus::Unconfirmed && f.sought_by.is_some()),
            refuted: facts(|f| matches!(f.status, FactStatus::Refuted | FactStatus::Expired)),
            numbers: issue.numbers.iter().map(|n| self.number(n)).collect(),
            events: issue.events.iter().map(|e| self.event(e)).collect(),
            statements: issue.statements.iter().map(|s| self.statement_of(issue, s)).collect(),
            notice: issue.notice.as_ref().map(|n| self.notice_of(issue, n)),
            contacts: issue.contacts.iter().map(|c| self.contact(c)).collect(),
            services: issue.services.iter().map(|s| self.service(s)).collect(),
            answers: issue.answers.iter().map(|a| self.answer(a)).collect(),
            do_not_say: issue.do_not_say.iter().map(|d| self.do_not_say(d)).collect(),
            refer: issue.refer.iter().map(|r| self.refer(r)).collect(),
            families: issue
                .families
                .as_ref()
                .filter(|f| matches!(f.status, FamilyStatus::NotYet | FamilyStatus::Partly))
                .map(|f| self.word(f.status)),
            rumours: issue.rumours.iter().map(|r| self.rumour(r)).collect(),
            actions: issue.actions.iter().map(|a| self.action(issue, a)).collect(),
            asks: issue.asks.iter().map(|a| self.ask(a)).collect(),
            meetings: issue.meetings.iter().map(|m| self.meeting(m)).collect(),
            stakeholders: issue.stakeholders.iter().map(|s| self.stakeholder(s)).collect(),
            responsibility: issue.responsibility.as_ref().map(|r| self.responsibility(r)),
            admission: issue.admission.as_ref().map(|a| self.admission(issue, a)),
            risks: issue.risks.iter().map(|r| self.risk(r)).collect(),
            decisions: issue.decisions.iter().map(|d| self.decision(d)).collect(),
            media: issue.media.iter().map(|m| self.media_question(m)).collect(),
            monitoring: issue.monitoring.iter().map(|m| self.monitoring(m)).collect(),
            operations: issue.operations.iter().map(|o| self.operation(o)).collect(),
            photos: issue.photos.iter().filter_map(|p| self.photo(p)).collect(),
            review: issue.review.as_ref().map(|r| self.review(r)),
            analysis: self.all_prose(&issue.body),
            conferences: self.conferences_about(issue.id),
            faults: self.faults(&issue.faults),
            marks: self.marks(&issue.marks),
            clock: issue.clock.iter().map(|row| self.clock_row(row)).collect(),
            suggested: issue
                .suggested
                .iter()
                .filter_map(|id| self.voice.place(id))
                .map(|p| self.link(p.title, &p.route))
                .collect(),
            breach: issue.breach.as_ref().map(|b| self.breach(b)).unwrap_or_default(),
        }
    }

    /// A photo. Where the picture is not shown, the description takes the place of a missing caption.
    fn photo(&self, photo: &view::Photo<'_>) -> Option<Photo> {
        let alt = photo.alt.or(photo.caption).unwrap_or_default();
        let picture = self.voice.picture(photo.picture, alt, |path| self.medium.file(path));
        let caption = if picture.is_some() { photo.caption } else { photo.caption.or(photo.alt) };
        if picture.is_none() && caption.is_none() {
            return None;
        }
        Some(Photo { picture, caption: caption.map(str::to_owned), credit: photo.credit.map(str::to_owned) })
    }

    fn admission(&self, issue: &view::Issue<'_>, admission: &view::Admission<'_>) -> Admission<M::Prose> {
        let sentence = admission.sentence.filter(|_| !self.view().public);
        let verdict = sentence.map(|_| self.admission_verdict(admission));
        Admission {
            status: self.word(admission.status),
            sentence: self.some_prose(admission.sentence),
            copy: verdict.as_ref().and_then(|v| self.copy_of_admission(issue, admission, v)),
            verdict,
            approved_by: admission.approved_by.map(str::to_owned),
        }
    }

    /// Items that could not be read, in words.
    pub fn faults(&self, faults: &[view::Fault]) -> Vec<String> {
        let say = |f: &view::Fault| {
            let list = self.locale().label("list", &f.key).to_owned();
            let args = [("list", list), ("line", f.line.to_string()), ("code", f.code.to_owned())];
            self.locale().say("present.fault", &args)
        };
        faults.iter().map(say).collect()
    }

    fn particulars(&self, issue: &view::Issue<'_>) -> Vec<Pair> {
        let time = |key: &str, at: Option<crate::time::Instant>| {
            at.map(|at| self.voice.when(at)).map(|w| Pair {
                label: self.locale().word(key).to_owned(),
                value: w.short.clone(),
                at: Some(w),
            })
        };
        let text = |key: &str, value: Option<String>| {
            value.map(|value| Pair { label: self.locale().word(key).to_owned(), value, at: None })
        };
        let list = |items: Vec<String>| (!items.is_empty()).then(|| items.join(", "));
        let tickets = issue.origins.iter().filter_map(|o| {
            let kind = o.category.map(|c| self.word(c).text);
            o.ticket.map(|t| kind.map_or_else(|| t.to_owned(), |k| format!("{t} ({k})")))
        });
        let origins = issue.origins.iter().map(|o| self.word(o.kind).text).collect();
        [
            time("present.happened", issue.happened_at),
            time("present.opened", Some(issue.opened_at)),
            time("present.verified", issue.verified_at),
            time("present.crisis_since", issue.crisis_since),
            time("present.next_update", issue.next_update),
            time("present.valid_until", issue.valid_until),
            text("present.closed", issue.closed_at.map(|d| self.voice.day(d).short)),
            text("present.districts", list(issue.districts.to_vec())),
            text("present.origin", list(origins)),
            text("present.ticket", list(tickets.collect())),
            text("present.disclosure", issue.disclosure.map(|d| self.word(d).text)),
            text("present.exclusion", issue.exclusion_ground.map(str::to_owned)),
            text("present.emergency", issue.emergency.as_ref().map(|e| self.emergency(e))),
            text("present.families", issue.families.as_ref().map(|f| self.word(f.status).text)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn emergency(&self, emergency: &view::Emergency<'_>) -> String {
        let status = self.word(emergency.status).text;
        let dates = [emergency.from, emergency.until].into_iter().flatten().map(|d| self.voice.day(d).short);
        let dates: Vec<String> = dates.collect();
        let mut parts = vec![status];
        parts.extend(emergency.decree.map(str::to_owned));
        if !dates.is_empty() {
            parts.push(dates.join(" – "));
        }
        parts.join(", ")
    }

    fn fact(&self, fact: &view::Fact<'_>) -> Fact<M::Prose> {
        Fact {
            id: fact.id.to_owned(),
            sentence: self.prose(fact.sentence),
            status: self.word(fact.status),
            source: fact.source.map(str::to_owned),
            confirmed_by: fact.confirmed_by.map(str::to_owned),
            at: fact.at.map(|t| self.voice.when(t)),
            valid_until: fact.valid_until.map(|t| self.voice.when(t)),
            expired: fact.expired,
            sought_by: self.some_agency(fact.sought_by),
            target: fact.target.map(|t| self.voice.when(t)),
            late: fact.late.map(|m| self.voice.late(m)),
            class: self.mark(fact.class),
        }
    }

    fn number(&self, number: &view::Number<'_>) -> Number {
        let other = |e: &view::Earlier<'_>| {
            let quantity = view::text::Quantity {
                value: e.value,
                precision: view::text::Precision::Exact,
                ..number.quantity.clone()
            };
            Earlier {
                text: self.voice.quantity(&quantity),
                source: e.source.map(str::to_owned),
                at: e.at.map(|t| self.voice.when(t)),
            }
        };
        Number {
            id: number.id.to_owned(),
            name: number.name.to_owned(),
            value: self.locale().decimal(number.quantity.value),
            unit: number.quantity.unit.clone(),
            text: self.voice.quantity(&number.quantity),
            source: number.source.map(str::to_owned),
            at: number.at.map(|t| self.voice.when(t)),
            scope: number.scope.map(str::to_owned),
            previous: number.previous.iter().map(other).collect(),
            rivals: number.rivals.iter().map(other).collect(),
            class: self.mark(number.class),
        }
    }

    fn event(&self, event: &view::Event<'_>) -> Event<M::Prose> {
        Event {
            at: self.voice.when(event.at),
            approximate: event.estimate,
            what: self.prose(event.what),
            source: event.source.map(str::to_owned),
            ours: event.ours,
        }
    }

    fn message_map(&self, map: &view::MessageMap<'_>) -> MessageMap<M::Prose> {
        let words = map.messages.iter().map(|m| count_words(m.sentence)).sum();
        let messages = map.messages.iter().map(|m| Message {
            sentence: self.prose(m.sentence),
            support: m.support.iter().map(|s| (*s).to_owned()).collect(),
        });
        MessageMap {
            audience: map.audience.map(str::to_owned),
            messages: messages.collect(),
            words,
            length: self.locale().count("present.words", words),
            reading_time: self.reading_time(words),
        }
    }

    pub(super) fn do_not_say(&self, pair: &view::DoNotSay<'_>) -> DoNotSay<M::Prose> {
        DoNotSay { dont: self.prose(pair.dont), instead: self.some_prose(pair.instead) }
    }

    pub(super) fn answer(&self, answer: &view::Answer<'_>) -> Answer<M::Prose> {
        Answer {
            id: answer.id.to_owned(),
            group: answer.group.map(|g| self.word(g)),
            nature: self.word(answer.nature),
            question: self.prose(answer.question),
            answer: self.some_prose(answer.answer),
            detail: self.some_prose(answer.detail),
            support: answer.support.iter().map(|s| (*s).to_owned()).collect(),
            answered_by: self.some_agency(answer.answered_by),
            status: self.word(answer.status),
            class: self.mark(answer.class),
        }
    }

    /// A statement with its verdict.
    pub fn statement(&self, statement: &view::Statement<'_>) -> Statement<M::Prose> {
        let words = statement.text.map_or(0, count_words);
        Statement {
            id: statement.id.to_owned(),
            kind: self.word(statement.kind),
            status: self.word(statement.status),
            title: statement.title.map(str::to_owned),
            number: statement.number.map(str::to_owned),
            embargo: statement.embargo.map(|t| self.voice.when(t)),
            contact: statement.contact.map(str::to_owned),
            condition: self.some_prose(statement.condition),
            replaces: statement.replaces.map(str::to_owned),
            text: self.some_prose(statement.text),
            quotes: statement
                .quotes
                .iter()
                .map(|q| Quote { sentence: self.prose(q.sentence), office: q.office.map(str::to_owned) })
                .collect(),
            verdict: self.verdict(statement.verdict, &statement.approvals, statement.released_at),
            approvals: statement
                .approvals
                .iter()
                .map(|a| Approval {
                    office: a.office.to_owned(),
                    role: a.role.map(|r| self.word(r)),
                    at: a.at.map(|t| self.voice.when(t)),
                })
                .collect(),
            released_at: statement.released_at.map(|t| self.voice.when(t)),
            words,
            length: self.locale().count("present.words", words),
            reading_time: self.reading_time(words),
            copy: None,
            class: self.mark(statement.class),
        }
    }

    /// A statement of an issue, with the text to be sent on.
    pub fn statement_of(&self, issue: &view::Issue<'_>, statement: &view::Statement<'_>) -> Statement<M::Prose> {
        let words = self.statement(statement);
        Statement { copy: self.copy_of_statement(issue, statement, &words.verdict), ..words }
    }

    /// Three words a second under lights (Covello: 27 words in 9 seconds).
    fn reading_time(&self, words: usize) -> String {
        let seconds = words.div_ceil(3);
        let args = [("minutes", (seconds / 60).to_string()), ("seconds", (seconds % 60).to_string())];
        let key = if seconds < 60 { "present.reading_time_short" } else { "present.reading_time" };
        self.locale().say(key, &args)
    }

    /// The line over a text: may it be read?
    fn verdict(
        &self,
        standing: Standing,
        approvals: &[view::Approval<'_>],
        released_at: Option<crate::time::Instant>,
    ) -> Verdict {
        let locale = self.locale();
        let plain = |key: &'static str, word: &str| Verdict { key, text: locale.word(word).to_owned() };
        match standing {
            Standing::May => {
                let approval = approvals.iter().rev().find(|a| a.role == Some(ApprovalRole::Leadership));
                let approval = approval.or(approvals.last());
                let Some(approval) = approval else { return plain("boleh", "present.verdict_boleh") };
                let office = approval.office.to_owned();
                match approval.at {
                    Some(at) => {
                        let time = self.voice.time_of(at);
                        let time = time
                            .strip_prefix(&format!("{} ", locale.word("date.at")))
                            .map_or(time.clone(), str::to_owned);
                        Verdict {
                            key: "boleh",
                            text: locale.say("present.verdict_may", &[("office", office), ("time", time)]),
                        }
                    }
                    None => {
                        Verdict { key: "boleh", text: locale.say("present.verdict_may_bare", &[("office", office)]) }
                    }
                }
            }
            Standing::NotApproved => plain("belum", "present.verdict_belum"),
            Standing::Changed => plain("berubah", "present.verdict_berubah"),
            Standing::Suspect => plain("tinjau", "present.verdict_tinjau"),
            Standing::Expired => plain("lewat", "present.verdict_lewat"),
            Standing::Withdrawn if self.view().public => plain("dicabut", "present.verdict_dicabut_public"),
            Standing::Withdrawn => plain("dicabut", "present.verdict_dicabut"),
            Standing::Released => match released_at {
                Some(at) => {
                    let time = self.voice.when(at).short;
                    Verdict { key: "dirilis", text: locale.say("present.verdict_dirilis", &[("time", time)]) }
                }
                None => plain("dirilis", "present.verdict_dirilis_bare"),
            },
        }
    }

    /// A notice that is out may be read out inside; the public reads that it is out.
    fn notice_verdict(&self, notice: &view::Notice<'_>) -> Verdict {
        match (notice.verdict, notice.released_at) {
            (Standing::Released, Some(at)) if !self.view().public => {
                let time = self.voice.when(at).short;
                Verdict { key: "boleh", text: self.locale().say("present.verdict_notice_out", &[("time", time)]) }
            }
            (Standing::Released, None) if !self.view().public => self.verdict(Standing::May, &[], None),
            (standing, at) => self.verdict(standing, &[], at),
        }
    }

    /// An admission is said when somebody answers for it.
    fn admission_verdict(&self, admission: &view::Admission<'_>) -> Verdict {
        let locale = self.locale();
        match admission.approved_by.filter(|_| admission.status != AdmissionStatus::Undecided) {
            Some(office) => {
                Verdict { key: "boleh", text: locale.say("present.verdict_may_bare", &[("office", office.to_owned())]) }
            }
            None => Verdict { key: "belum", text: locale.word("present.verdict_belum").to_owned() },
        }
    }

    /// A notice.
    pub fn notice(&self, notice: &view::Notice<'_>) -> Notice<M::Prose> {
        let item = |(key, text): &(&'static str, view::Text<'_>)| Labelled {
            label: self.locale().label("notice_item", key).to_owned(),
            text: self.prose(text),
        };
        Notice {
            verdict: self.notice_verdict(notice),
            status: self.word(notice.status),
            items: notice.items.iter().map(item).collect(),
            copy: None,
            released_at: notice.released_at.map(|t| self.voice.when(t)),
        }
    }

    /// The notice of an issue, with the text to be sent on.
    pub fn notice_of(&self, issue: &view::Issue<'_>, notice: &view::Notice<'_>) -> Notice<M::Prose> {
        let words = self.notice(notice);
        Notice { copy: self.copy_of_notice(issue, notice, &words.verdict), ..words }
    }

    /// A contact whose name is its own.
    pub fn contact(&self, contact: &view::Contact<'_>) -> Contact {
        let name = match contact.office {
            Some(office) => format!("{} – {office}", contact.name),
            None => contact.name.to_owned(),
        };
        Contact {
            name,
            number: contact.number.map(str::to_owned),
            tel: contact.number.and_then(dialled),
            hours: contact.note.map(str::to_owned),
            checked_at: contact.checked_at.map(|d| self.voice.day(d)),
        }
    }

    fn service(&self, service: &view::Service<'_>) -> Service {
        Service {
            name: service.name.to_owned(),
            status: self.word(service.status),
            until: service.until.map(|d| self.voice.day(d)),
            note: service.note.map(str::to_owned),
        }
    }

    fn refer(&self, refer: &view::Refer<'_>) -> Refer<M::Prose> {
        Refer {
            topic: refer.topic.to_owned(),
            only: self.some_agency(refer.only),
            we_say: self.some_prose(refer.we_say),
        }
    }

    fn rumour(&self, rumour: &view::Rumour<'_>) -> Rumour<M::Prose> {
        Rumour {
            id: rumour.id.to_owned(),
            answer: self.some_prose(rumour.answer),
            claim: self.prose(rumour.claim),
            channel: rumour.channel.map(str::to_owned),
            seen_at: rumour.seen_at.map(|t| self.voice.when(t)),
            kind: rumour.kind.map(|k| self.word(k)),
            status: self.word(rumour.status),
        }
    }

    /// A follow-up.
    pub fn action(&self, issue: &view::Issue<'_>, action: &view::Action<'_>) -> Action<M::Prose> {
        Action {
            id: action.id.to_owned(),
            issue: self.link(issue.title, &Route::Issue(issue.id.to_owned())),
            what: self.prose(action.what),
            agency: self.some_agency(action.agency),
            officer: action.officer.map(str::to_owned),
            due: action.due.map(|d| self.voice.day(d)),
            status: self.word(action.status),
            late: action.late.map(|m| self.voice.late(m)),
            origin: action.origin.map(|o| self.word(o)),
            promise: action.promise,
            done_at: action.done_at.map(|d| self.voice.day(d)),
        }
    }

    fn ask(&self, ask: &view::Ask<'_>) -> Ask<M::Prose> {
        Ask {
            what: self.prose(ask.what),
            options: ask.options.to_vec(),
            of: ask.of.map(str::to_owned),
            due: ask.due.map(|d| self.voice.day(d)),
        }
    }

    fn meeting(&self, meeting: &view::Meeting<'_>) -> Meeting<M::Prose> {
        Meeting {
            id: meeting.id.to_owned(),
            at: meeting.at.map(|t| self.voice.when(t)),
            place: meeting.place.map(str::to_owned),
            chair: meeting.chair.map(str::to_owned),
            attendees: meeting.attendees.iter().map(|a| self.agency_link(a)).collect(),
            discussion: self.some_prose(meeting.discussion),
            decisions: self.all_prose(&meeting.decisions),
            minutes_by: meeting.minutes_by.map(str::to_owned),
        }
    }

    fn stakeholder(&self, stakeholder: &view::Stakeholder<'_>) -> Stakeholder<M::Prose> {
        Stakeholder {
            group: stakeholder.group.to_owned(),
            power: stakeholder.power,
            interest: stakeholder.interest,
            handling: self.handling(stakeholder).map(str::to_owned),
            attitude: stakeholder.attitude.map(|a| self.word(a)),
            feels: self.some_prose(stakeholder.feels),
            mitigation: self.some_prose(stakeholder.mitigation),
            channel: stakeholder.channel.map(str::to_owned),
        }
    }

    /// Mendelow's grid: power × interest.
    fn handling(&self, stakeholder: &view::Stakeholder<'_>) -> Option<&str> {
        let high = |v: u8| v >= 3;
        let key = match (high(stakeholder.power?), high(stakeholder.interest?)) {
            (true, true) => "present.manage_closely",
            (true, false) => "present.keep_satisfied",
            (false, true) => "present.keep_informed",
            (false, false) => "present.monitor",
        };
        Some(self.locale().word(key))
    }

    fn responsibility(&self, r: &view::Responsibility<'_>) -> Responsibility<M::Prose> {
        Responsibility {
            kind: r.kind.map(|k| self.word(k)),
            share: r.share.map(|s| self.word(s)),
            before: r.before,
            cluster: r.weighed.as_ref().map(|w| self.word(w.cluster)),
            advice: r.weighed.iter().flat_map(|w| &w.advice).map(|s| self.word(*s)).collect(),
            strategy: r.strategy.iter().map(|s| self.word(*s)).collect(),
            unfit: r.strategy.iter().filter(|s| scct::unfit(**s)).map(|s| self.word(*s)).collect(),
            reason: self.some_prose(r.reason),
        }
    }

    /// An evaluation.
    pub fn review(&self, review: &view::Review<'_>) -> Review<M::Prose> {
        let items = [
            ("present.aim", review.aim),
            ("present.admitted", review.admitted),
            ("present.opportunity", review.opportunity),
        ];
        let item = |(key, text): (&str, Option<view::Text<'_>>)| {
            text.map(|t| Labelled { label: self.locale().word(key).to_owned(), text: self.prose(t) })
        };
        Review {
            items: items.into_iter().filter_map(item).collect(),
            well: self.all_prose(&review.well),
            mend: self.all_prose(&review.mend),
            at: review.at.map(|d| self.voice.day(d)),
        }
    }
}

/// `tel:0541000000`: a number that is nothing but one number. Short ones are emergency numbers and stay as they are.
fn dialled(number: &str) -> Option<String> {
    let plain = number.chars().all(|c| c.is_ascii_digit() || " +-.()".contains(c));
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let plus = digits.rfind('+').unwrap_or(0) == 0;
    (plain && plus && (3..=16).contains(&digits.len())).then(|| format!("tel:{digits}"))
}
