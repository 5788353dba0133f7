//! Logs, conferences, regions, agencies, playbooks in words.

use super::model::*;
use super::{Medium, Presenter};
use crate::corpus::view::text::{Block, Inline};
use crate::corpus::view::{self, Route};
use crate::corpus::vocabulary::Theme;
use crate::locale::number::Decimal;

impl<M: Medium> Presenter<'_, M> {
    fn say(&self, key: &str) -> String {
        self.locale().word(key).to_owned()
    }

    fn labelled(&self, key: &str, text: Option<M::Prose>) -> Option<Labelled<M::Prose>> {
        text.map(|text| Labelled { label: self.say(key), text })
    }

    /// A plain sentence as prose.
    pub(super) fn plain(&self, text: String) -> M::Prose {
        self.prose(&[Block::Paragraph(vec![Inline::Text(text)])])
    }

    pub(super) fn decision(&self, decision: &view::Decision<'_>) -> LogLine<M::Prose> {
        let options = (!decision.options.is_empty()).then(|| decision.options.join(", "));
        let more = [
            self.labelled("present.reason", self.some_prose(decision.reason)),
            self.labelled("present.options", options.map(|o| self.plain(o))),
        ];
        LogLine {
            at: decision.at.map(|t| self.voice.when(t)),
            lead: decision.by.map(str::to_owned),
            text: Some(self.prose(decision.what)),
            more: more.into_iter().flatten().collect(),
        }
    }

    pub(super) fn media_question(&self, media: &view::MediaQuestion<'_>) -> LogLine<M::Prose> {
        let due = media.due.map(|d| self.voice.day(d).short);
        let status = media.status.map(|s| self.word(s).text);
        let state: Vec<String> = [
            status,
            media.by.map(str::to_owned),
            due.map(|d| format!("{} {d}", self.say("present.due").to_lowercase())),
        ]
        .into_iter()
        .flatten()
        .collect();
        let more = [
            self.labelled("present.answer", self.some_prose(media.answer)),
            (!state.is_empty())
                .then(|| Labelled { label: self.say("present.status"), text: self.plain(state.join(" · ")) }),
        ];
        LogLine {
            at: media.at.map(|t| self.voice.when(t)),
            lead: media.medium.map(str::to_owned),
            text: Some(self.prose(media.question)),
            more: more.into_iter().flatten().collect(),
        }
    }

    /// A share of sentiment never stands without the size of its sample.
    pub(super) fn monitoring(&self, m: &view::Monitoring<'_>) -> LogLine<M::Prose> {
        let number = |n: Option<Decimal>| n.map_or_else(|| "–".to_owned(), |n| self.locale().decimal(n));
        let sentiment = m.sample.map(|sample| {
            let args =
                [("positive", number(m.positive)), ("neutral", number(m.neutral)), ("negative", number(m.negative))];
            let shares = self.locale().say("present.sentiment", &args);
            format!("{shares} ({} {})", self.say("present.sample").to_lowercase(), self.locale().decimal(sample))
        });
        let topics = (!m.topics.is_empty()).then(|| self.plain(m.topics.join(", ")));
        let more = [
            self.labelled("present.count", m.count.map(|c| self.plain(self.locale().decimal(c)))),
            self.labelled("present.topics", topics),
            self.labelled("present.obstacles", self.some_prose(m.obstacles)),
            self.labelled("present.plan", self.some_prose(m.plan)),
        ];
        LogLine {
            at: None,
            lead: m.period.map(str::to_owned),
            text: sentiment.map(|s| self.plain(s)),
            more: more.into_iter().flatten().collect(),
        }
    }

    pub(super) fn operation(&self, operation: &view::Operation<'_>) -> LogLine<M::Prose> {
        let agency = operation.agency.map(|a| self.agency_link(a).text);
        let status = operation.status.map(|s| self.word(s).text);
        let lead: Vec<String> = [operation.kind.map(str::to_owned), agency, status].into_iter().flatten().collect();
        LogLine {
            at: operation.at.map(|t| self.voice.when(t)),
            lead: (!lead.is_empty()).then(|| lead.join(" · ")),
            text: Some(self.prose(operation.what)),
            more: Vec::new(),
        }
    }

    /// Conferences about an issue.
    pub(super) fn conferences_about(&self, id: &str) -> Vec<ConferenceCard> {
        self.voice.conferences_about(id).iter().map(|k| self.conference_card(k)).collect()
    }

    /// A conference in a list.
    pub fn conference_card(&self, conference: &view::Conference<'_>) -> ConferenceCard {
        ConferenceCard {
            link: self.link(conference.title, &Route::Conference(conference.stem.to_owned())),
            at: conference.at.map(|t| self.voice.when(t)),
            place: conference.place.map(str::to_owned),
            regions: conference.regions.iter().map(|r| self.region_in_passing(r)).collect(),
            past: conference.past,
        }
    }

    /// A conference, whole.
    pub fn conference(&self, k: &view::Conference<'_>) -> Conference<M::Prose> {
        let issue = |id: &str| self.voice.issue(id);
        let opening = k
            .opening
            .and_then(|(id, item)| issue(id).and_then(|i| Some((i, i.statements.iter().find(|s| s.id == item)?))))
            .map(|(issue, statement)| self.statement_of(issue, statement));
        let role = |r: &str| self.locale().label("role", r).to_owned();
        let pair = |label: &str, value: String| Pair { label: label.to_owned(), value, at: None };
        Conference {
            card: self.conference_card(k),
            posture: k.posture.map(|p| self.word(p)),
            aim: self.some_prose(k.aim),
            speakers: k.speakers.iter().map(|(office, r)| pair(office, r.map(role).unwrap_or_default())).collect(),
            moderator: k.moderator.map(str::to_owned),
            version: k.version.map(str::to_owned),
            opening,
            issues: k.issues.iter().filter_map(|id| issue(id)).map(|i| self.card(i)).collect(),
            rundown: k
                .rundown
                .iter()
                .map(|(minute, what, office)| {
                    let what = office.map_or_else(|| (*what).to_owned(), |o| format!("{what} ({o})"));
                    Pair {
                        label: self.locale().minute_mark(*minute),
                        value: what,
                        at: k.at.map(|t| self.voice.when(t.plus_minutes(*minute))),
                    }
                })
                .collect(),
            media: k
                .media
                .iter()
                .map(|(medium, kind, angle)| {
                    let kind = kind.map(|x| self.locale().label("media_kind", x).to_owned());
                    let angle = angle.map(|a| self.locale().label("question_group", a).to_owned());
                    let parts: Vec<String> = [kind, angle].into_iter().flatten().collect();
                    pair(medium, parts.join(" · "))
                })
                .collect(),
            recipients: k.recipients.iter().map(|r| (*r).to_owned()).collect(),
            unanswered: self.all_prose(&k.unanswered),
            body: self.all_prose(&k.body),
            faults: self.faults(&k.faults),
            ready: self.ready(&k.ready),
            ready_count: self.ready_count(&k.ready),
            marks: self.marks(&k.marks),
        }
    }

    /// A region.
    pub fn region(&self, region: &view::Region<'_>) -> Region {
        let pair = |key: &str, value: Option<String>| value.map(|value| Pair { label: self.say(key), value, at: None });
        let area = region.area.map(|a| self.locale().say("present.area_value", &[("n", self.locale().decimal(a))]));
        let population = region.population.map(|(n, source)| {
            let people = self.locale().say("present.population_value", &[("n", self.locale().decimal(n))]);
            source.map_or(people.clone(), |s| format!("{people} ({s})"))
        });
        let villages = (!region.villages.is_empty()).then(|| region.villages.join(", "));
        let particulars = [
            pair("present.head", region.head.map(str::to_owned)),
            pair("present.capital", region.capital.map(str::to_owned)),
            pair("present.area", area),
            pair("present.population", population),
            pair("present.villages", villages),
            pair("present.code", Some(region.code.to_owned())),
            pair("present.bps", region.bps.map(str::to_owned)),
        ];
        Region {
            code: region.code.to_owned(),
            name: region.name.to_owned(),
            short: region.short.to_owned(),
            link: self.region_link(region.code),
            head: region.head.map(str::to_owned),
            particulars: particulars.into_iter().flatten().collect(),
            team: region.team.iter().map(|m| self.member(m)).collect(),
        }
    }

    /// A member of a team: the role in words.
    fn member(&self, contact: &view::Contact<'_>) -> Contact {
        let mut contact_words = self.contact(contact);
        let role = self.locale().label("role", contact.name);
        contact_words.name = contact.office.map_or_else(|| role.to_owned(), |o| format!("{role}: {o}"));
        contact_words
    }

    /// An agency with the state of its follow-ups.
    pub fn agency(&self, agency: &view::Agency<'_>, open: usize, late: usize) -> Agency {
        Agency {
            link: self.link(self.voice.agency_name(agency), &Route::Agency(agency.id.to_owned())),
            acronym: agency.acronym.map(str::to_owned),
            name: agency.name.to_owned(),
            kind: agency.kind.map(|k| self.word(k)),
            region: agency.region.map(|r| self.region_link(r)),
            head: agency.head.map(str::to_owned),
            contacts: agency.contacts.iter().map(|c| self.contact(c)).collect(),
            open,
            late,
        }
    }

    /// A playbook.
    pub fn playbook(&self, p: &view::Playbook<'_>) -> Playbook<M::Prose> {
        let pair = |key: &str, value: Option<String>| value.map(|value| Pair { label: self.say(key), value, at: None });
        let list = |words: Vec<String>| (!words.is_empty()).then(|| words.join(", "));
        let themes = p.themes.iter().map(|t: &Theme| self.word(*t).text).collect();
        let minimum = p.minimum.map(|(l, i)| {
            let n = |v: Option<u8>| v.map_or_else(|| "–".to_owned(), |v| v.to_string());
            self.locale().say("present.trigger_minimum_value", &[("likelihood", n(l)), ("impact", n(i))])
        });
        let overdue = p.rehearse_next.is_some_and(|d| d.end() < self.view().as_of);
        let next = p.rehearse_next.map(|d| {
            let day = self.voice.day(d).short;
            if overdue { format!("{day} ({})", self.say("present.overdue")) } else { day }
        });
        let triggers = [
            pair("present.trigger_themes", list(themes)),
            pair("present.trigger_words", list(p.words.to_vec())),
            pair("present.trigger_minimum", minimum),
        ];
        let particulars = [
            pair("present.rehearsed", p.rehearsed.map(|d| self.voice.day(d).short)),
            pair("present.rehearse_next", next),
            pair("present.review_every", p.review_every.map(str::to_owned)),
            pair("present.reviewed", p.reviewed.map(|d| self.voice.day(d).short)),
        ];
        let uses = self.voice.uses_of(p.id).iter();
        Playbook {
            link: self.link(p.title, &Route::Playbook(p.stem.to_owned())),
            triggers: triggers.into_iter().flatten().collect(),
            activation: self.some_prose(p.activation),
            roles: p.roles.iter().map(|r| self.role(r)).collect(),
            steps: p.steps.iter().map(|s| self.step(s)).collect(),
            templates: p
                .templates
                .iter()
                .map(|(k, t)| Labelled { label: self.word(*k).text, text: self.prose(t) })
                .collect(),
            answers: p.answers.iter().map(|a| self.answer(a)).collect(),
            do_not_say: p.do_not_say.iter().map(|d| self.do_not_say(d)).collect(),
            notice: p.notice.as_ref().map(|n| self.notice(n)),
            particulars: particulars.into_iter().flatten().collect(),
            body: self.all_prose(&p.body),
            issues: uses.map(|i| self.link(i.title, &Route::Issue(i.id.to_owned()))).collect(),
            marks: self.marks(&p.marks),
        }
    }

    fn role(&self, role: &view::Contact<'_>) -> Pair {
        let office = role.office.unwrap_or_default();
        let value = role.note.map_or_else(|| office.to_owned(), |task| format!("{office} – {task}"));
        Pair { label: self.locale().label("role", role.name).to_owned(), value, at: None }
    }

    fn step(&self, step: &view::Step<'_>) -> Step<M::Prose> {
        Step {
            mark: self.locale().minute_mark(step.minute),
            minute: step.minute,
            task: self.prose(step.task),
            role: step.role.map(|r| self.locale().label("role", r).to_owned()),
            result: step.result.map(|r| self.word(r).text),
        }
    }
}
