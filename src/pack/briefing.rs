//! The data of a briefing: what `briefing.typ` is given as `/data.json`.

use super::prose::Paper;
use crate::class::Class;
use crate::config::Paper as Size;
use crate::corpus::view::{self, View};
use crate::corpus::vocabulary::{QuestionNature, StatementKind};
use crate::present::charts::counts;
use crate::present::model::*;
use crate::present::{Presenter, Voice};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// A briefing of a region.
#[derive(Debug, Serialize)]
pub struct Briefing {
    title: String,
    lang: &'static str,
    organisation: String,
    book: String,
    region: Region,
    class: Word,
    class_code: &'static str,
    edition: String,
    data_at: Option<When>,
    valid_until: Option<When>,
    printed_for: Option<String>,
    digest: String,
    commit: Option<String>,
    drill: bool,
    version: String,
    paper: &'static str,
    recipients: Vec<String>,
    lead: Option<Issue<Value>>,
    opening: Option<Statement<Value>>,
    conference: Option<Conference<Value>>,
    others: Vec<Card<Value>>,
    actions: Vec<Action<Value>>,
    promises: Vec<Action<Value>>,
    contacts: Vec<Contact>,
    team: Vec<Contact>,
    agencies: Vec<Agency>,
    charts: Charts,
    numbers_top: Vec<Number>,
    dont_top: Vec<DoNotSay<Value>>,
    hard_top: Vec<Answer<Value>>,
    residents: Vec<Labelled<Value>>,
    messages_top: Option<MessageMap<Value>>,
}

#[derive(Debug, Serialize)]
struct Charts {
    map: bool,
    map_alt: String,
    map_source: String,
    matrix: bool,
    matrix_alt: String,
    timeline: bool,
    timeline_alt: String,
    trend: bool,
    trend_alt: String,
}

/// What was drawn for a briefing besides the map, as far as there was something to draw.
#[derive(Debug, Default)]
pub struct Drawn {
    /// The matrix.
    pub matrix: bool,
    /// What the timeline of the lead issue says.
    pub timeline: Option<String>,
    /// What the trend of its risk says.
    pub trend: Option<String>,
}

/// What stands around the view.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// Title of the book.
    pub book: &'a str,
    /// The office.
    pub organisation: &'a str,
    /// Commit; only with provenance.
    pub commit: Option<&'a str>,
    /// Size of the paper.
    pub paper: Size,
    /// Attribution of the geometry, where there is a map.
    pub map_source: Option<&'a str>,
}

/// A region's issues, as the briefing wants them.
struct Parts<'v> {
    issues: Vec<&'v view::Issue<'v>>,
    lead: Option<&'v view::Issue<'v>>,
    conference: Option<&'v view::Conference<'v>>,
}

impl<'v> Parts<'v> {
    fn of(view: &'v View<'v>, code: &str) -> Parts<'v> {
        let issues: Vec<_> = view.issues.iter().filter(|i| counts(i) && i.regions.contains(&code)).collect();
        // The view's own order: highest escalation, then risk as far as it may be seen, then newest, then id.
        let lead = issues.first().copied();
        let about = |k: &&view::Conference<'_>| lead.is_some_and(|l| k.issues.contains(&l.id));
        let conference = view.conferences.iter().filter(about).find(|k| !k.past);
        let conference = conference.or_else(|| view.conferences.iter().rfind(|k| about(k)));
        Parts { issues, lead, conference }
    }
}

/// The issue that a region's briefing is about.
pub(super) fn lead<'v>(view: &'v View<'v>, code: &str) -> Option<&'v view::Issue<'v>> {
    Parts::of(view, code).lead
}

impl Briefing {
    /// The briefing of a region that the view shows.
    pub fn of<'v>(voice: &'v Voice<'v>, region: &'v view::Region<'v>, drawn: Drawn, around: Around<'_>) -> Briefing {
        let parts = Parts::of(voice.view, region.code);
        // What is read aloud tomorrow says of today's hours which day they were.
        let day = parts.conference.and_then(|k| k.at).unwrap_or(voice.view.as_of);
        let voice = &voice.read_on(day);
        let p = Presenter::new(voice, Paper);
        let lead = parts.lead;
        let conference = parts.conference.map(|k| p.conference(k));
        let agencies = concerned(voice, lead);
        let class = agencies.iter().map(|a| a.class).chain([class(&parts, region)]).max().unwrap_or(region.class);
        let words = lead.map(|i| p.issue(i));
        let say = |key: &str, name: &'static str, value: &str| voice.locale.say(key, &[(name, value.to_owned())]);
        Briefing {
            title: say("present.pack_title", "region", region.name),
            lang: voice.locale.language.code(),
            organisation: around.organisation.to_owned(),
            book: around.book.to_owned(),
            region: p.region(region),
            class: p.word(class),
            class_code: class.code(),
            edition: voice.view.edition.to_owned(),
            data_at: parts.issues.iter().filter_map(|i| i.data_at).max().map(|t| voice.when(t)),
            valid_until: lead.and_then(|i| i.valid_until).map(|t| voice.when(t)),
            printed_for: None,
            digest: digest(&parts, region),
            commit: around.commit.map(str::to_owned),
            drill: lead.is_some_and(|i| i.drill),
            version: conference.as_ref().and_then(|k| k.version.clone()).unwrap_or_else(|| "1".to_owned()),
            paper: if around.paper == Size::F4 { "f4" } else { "a4" },
            recipients: conference.as_ref().map(|k| k.recipients.clone()).unwrap_or_default(),
            opening: lead.and_then(opening).map(|s| p.statement(s)),
            others: parts.issues.iter().skip(1).map(|i| p.card(i)).collect(),
            actions: tasks(&parts, |a| a.open()).map(|(i, a)| p.action(i, a)).collect(),
            promises: tasks(&parts, |a| a.promise).map(|(i, a)| p.action(i, a)).collect(),
            contacts: lead.into_iter().flat_map(|i| &i.contacts).map(|c| p.contact(c)).collect(),
            team: p.region(region).team,
            agencies: agencies.into_iter().map(|a| p.agency(a, 0, 0)).collect(),
            charts: Charts {
                map: around.map_source.is_some(),
                map_alt: say("present.map_title", "place", region.name),
                map_source: around.map_source.unwrap_or_default().to_owned(),
                matrix: drawn.matrix,
                matrix_alt: voice.locale.word("present.matrix_title").to_owned(),
                timeline: drawn.timeline.is_some(),
                timeline_alt: drawn.timeline.unwrap_or_default(),
                trend: drawn.trend.is_some(),
                trend_alt: drawn.trend.unwrap_or_default(),
            },
            numbers_top: words.iter().flat_map(|i| &i.numbers).take(5).cloned().collect(),
            dont_top: words.iter().flat_map(|i| &i.do_not_say).take(3).cloned().collect(),
            hard_top: hardest(words.iter().flat_map(|i| &i.answers)),
            residents: lead.and_then(|i| i.notice.as_ref()).map(|n| advice(&p, n)).unwrap_or_default(),
            messages_top: words.as_ref().and_then(|i| for_media(&i.messages)),
            lead: words,
            conference,
        }
    }
}

/// The strictest class of what is in the pack.
fn class(parts: &Parts<'_>, region: &view::Region<'_>) -> Class {
    let lead = parts.lead.map(|i| i.mark);
    let others = parts.issues.iter().map(|i| i.mark);
    let actions = parts.issues.iter().flat_map(|i| &i.actions).map(|a| a.class);
    let team = region.team.iter().map(|c| c.class);
    let conference = parts.conference.map(|k| k.mark);
    lead.into_iter()
        .chain([region.class])
        .chain(others)
        .chain(actions)
        .chain(team)
        .chain(conference)
        .max()
        .unwrap_or(region.class)
}

/// Ten hex of the views that the pack is made of.
fn digest(parts: &Parts<'_>, region: &view::Region<'_>) -> String {
    let mut hasher = Sha256::new();
    hasher.update(serde_json::to_vec(region).expect("plain data becomes JSON"));
    parts.issues.iter().for_each(|i| hasher.update(i.digest));
    hasher.update(serde_json::to_vec(&parts.conference).expect("plain data becomes JSON"));
    hasher.finalize().iter().take(5).map(|b| format!("{b:02x}")).collect()
}

/// Follow-ups of the region by deadline.
fn tasks<'p, 'v>(
    parts: &'p Parts<'v>,
    wanted: fn(&view::Action<'_>) -> bool,
) -> impl Iterator<Item = (&'v view::Issue<'v>, &'v view::Action<'v>)> + use<'p, 'v> {
    let mut all: Vec<_> =
        parts.issues.iter().flat_map(|i| i.actions.iter().map(|a| (*i, a))).filter(|(_, a)| wanted(a)).collect();
    all.sort_by_key(|(i, a)| (a.due.is_none(), a.due.map(|d| d.end()), i.id, a.id));
    all.into_iter()
}

/// What is read aloud: an opening, else a holding statement; one that may be read before one that may not.
fn opening<'v>(issue: &'v view::Issue<'v>) -> Option<&'v view::Statement<'v>> {
    let rank = |s: &&view::Statement<'_>| {
        let kind = match s.kind {
            StatementKind::Opening => 0,
            StatementKind::Holding => 1,
            _ => 2,
        };
        (kind, s.verdict != view::Verdict::May)
    };
    issue.statements.iter().filter(|s| rank(s).0 < 2 && s.text.is_some()).min_by_key(rank)
}

/// Agencies concerned, the lead first.
fn concerned<'v>(voice: &Voice<'v>, lead: Option<&view::Issue<'_>>) -> Vec<&'v view::Agency<'v>> {
    let ids = lead.into_iter().flat_map(|i| i.lead.iter().chain(&i.agencies).copied());
    let mut seen = std::collections::BTreeSet::new();
    ids.filter(|id| seen.insert(id.to_string())).filter_map(|id| voice.agency(id)).collect()
}

/// The three hardest questions: traps first, then sharp ones.
fn hardest<'w>(answers: impl Iterator<Item = &'w Answer<Value>>) -> Vec<Answer<Value>> {
    let rank = |a: &&Answer<Value>| QuestionNature::KEYS.iter().position(|k| *k == a.nature.key);
    let mut hard: Vec<_> = answers.filter(|a| a.nature.key != QuestionNature::Plain.key()).collect();
    hard.sort_by_key(|a| std::cmp::Reverse(rank(a)));
    hard.into_iter().take(3).cloned().collect()
}

/// What residents should do: where to go, what to avoid, how to get help.
fn advice(p: &Presenter<'_, Paper>, notice: &view::Notice<'_>) -> Vec<Labelled<Value>> {
    let wanted = ["evakuasi", "hindari"];
    let items = notice.items.iter().filter(|(key, _)| wanted.contains(key));
    items
        .map(|(key, text)| Labelled { label: p.locale().label("notice_item", key).to_owned(), text: p.words(text) })
        .collect()
}

/// The messages for the media and the public, who are in the room; else the first.
fn for_media(maps: &[MessageMap<Value>]) -> Option<MessageMap<Value>> {
    let suits = |m: &&MessageMap<Value>| {
        let audience = m.audience.as_deref().unwrap_or_default().to_lowercase();
        ["media", "umum", "masyarakat"].iter().any(|word| audience.contains(word))
    };
    maps.iter().find(suits).or(maps.first()).cloned()
}
