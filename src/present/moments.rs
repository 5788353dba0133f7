//! What happened, and when: the moments of issues and press conferences in order of time, their words and their drawing.
//!
//! In: a view. Out: moments, and a timeline. Only what is over at as-of has happened.

use super::charts::Drawing;
use super::model::{Link, Moment as Words, Word};
use super::{Medium, Presenter, Voice};
use crate::chart::axis::{Span, Tick};
use crate::chart::timeline::{self, Lane, TimelineInput};
use crate::corpus::view::{self, Route};
use crate::corpus::vocabulary::TextStatus;
use crate::time::Instant;
use std::collections::BTreeMap;

/// What happened at a moment.
#[derive(Debug, Clone, Copy)]
enum What<'v> {
    Opened,
    Event(&'v view::Event<'v>),
    Risk(&'v view::Risk<'v>),
    Crisis,
    Statement(&'v view::Statement<'v>),
    Notice,
    Meeting(&'v view::Meeting<'v>),
    Conference(&'v view::Conference<'v>),
    Done(&'v view::Action<'v>),
    Closed,
}

/// Something that happened.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'v> {
    /// When.
    pub at: Instant,
    /// Only the day is known.
    whole: bool,
    what: What<'v>,
    issue: Option<&'v view::Issue<'v>>,
}

/// Lanes of an issue's timeline, from above.
const LANES: [&str; 6] = ["kejadian", "tindakan", "naskah", "pertemuan", "risiko", "penanganan"];

/// Fewer moments need no drawing.
const DRAWN: usize = 5;

impl<'v> Moment<'v> {
    /// Its kind, as labels call it.
    fn kind(&self) -> &'static str {
        match self.what {
            What::Opened => "dibuka",
            What::Event(event) if event.ours => "tindakan",
            What::Event(_) => "kejadian",
            What::Risk(_) => "risiko",
            What::Crisis => "krisis",
            What::Statement(_) => "pernyataan",
            What::Notice => "pengumuman",
            What::Meeting(_) => "rapat",
            What::Conference(_) => "konpers",
            What::Done(_) => "selesai",
            What::Closed => "ditutup",
        }
    }

    /// Its lane in the timeline of an issue.
    fn lane(&self) -> usize {
        match self.what {
            What::Event(event) if !event.ours => 0,
            What::Event(_) | What::Done(_) => 1,
            What::Statement(_) | What::Notice => 2,
            What::Meeting(_) | What::Conference(_) => 3,
            What::Risk(_) => 4,
            What::Opened | What::Crisis | What::Closed => 5,
        }
    }

    /// Codes of its regions.
    pub fn regions(&self) -> &[&'v str] {
        match (self.what, self.issue) {
            (What::Conference(conference), _) => &conference.regions,
            (_, Some(issue)) => &issue.regions,
            _ => &[],
        }
    }

    /// The issue that it is about; a press conference may be about several.
    pub fn issue(&self) -> Option<&'v view::Issue<'v>> {
        self.issue
    }

    /// The press conference that it was.
    pub fn conference(&self) -> Option<&'v view::Conference<'v>> {
        if let What::Conference(conference) = self.what { Some(conference) } else { None }
    }
}

/// All moments of an issue that are over, its press conferences left out, in no order.
fn own<'v>(as_of: Instant, issue: &'v view::Issue<'v>) -> impl Iterator<Item = Moment<'v>> {
    let moment = move |at: Instant, what: What<'v>| Moment { at, whole: false, what, issue: Some(issue) };
    let out = |s: &&view::Statement<'_>| matches!(s.status, TextStatus::Released | TextStatus::Withdrawn);
    let events = issue.events.iter().map(move |e| moment(e.at, What::Event(e)));
    let risks = issue.risks.iter().map(move |r| moment(r.at, What::Risk(r)));
    let statements = issue.statements.iter().filter(out);
    let statements = statements.filter_map(move |s| Some(moment(s.released_at?, What::Statement(s))));
    let notice = issue.notice.as_ref().filter(|n| n.status == TextStatus::Released).and_then(|n| n.released_at);
    let meetings = issue.meetings.iter().filter_map(move |m| Some(moment(m.at?, What::Meeting(m))));
    let done = issue.actions.iter().filter(|a| !a.open()).filter_map(move |a| {
        let day = a.done_at?;
        Some(Moment { whole: day.whole, ..moment(day.at, What::Done(a)) })
    });
    let closed = issue.closed_at.map(|day| Moment { whole: day.whole, ..moment(day.at, What::Closed) });
    let stages = [
        Some(moment(issue.opened_at, What::Opened)),
        issue.crisis_since.map(|at| moment(at, What::Crisis)),
        notice.map(|at| moment(at, What::Notice)),
        closed,
    ];
    stages
        .into_iter()
        .flatten()
        .chain(events)
        .chain(risks)
        .chain(statements)
        .chain(meetings)
        .chain(done)
        .filter(move |m| m.at <= as_of)
}

/// A press conference that is over, as a moment.
fn held<'v>(as_of: Instant, conference: &'v view::Conference<'v>) -> Option<Moment<'v>> {
    let at = conference.at.filter(|at| *at <= as_of)?;
    Some(Moment { at, whole: false, what: What::Conference(conference), issue: None })
}

/// All that happened to an issue, oldest first.
pub fn of_issue<'v>(voice: &Voice<'v>, issue: &'v view::Issue<'v>) -> Vec<Moment<'v>> {
    let as_of = voice.view.as_of;
    let conferences = voice.conferences_about(issue.id).iter().filter_map(|k| held(as_of, k));
    let mut moments: Vec<Moment<'v>> = own(as_of, issue).chain(conferences).collect();
    moments.sort_by_key(|m| m.at);
    moments
}

/// All that happened in a view, drills left out, oldest first.
pub fn of_view<'v>(voice: &Voice<'v>) -> Vec<Moment<'v>> {
    let view = voice.view;
    let real = |k: &&view::Conference<'_>| !k.issues.iter().any(|id| voice.issue(id).is_some_and(|i| i.drill));
    let issues = view.issues.iter().filter(|i| !i.drill).flat_map(|i| own(view.as_of, i));
    let conferences = view.conferences.iter().filter(real).filter_map(|k| held(view.as_of, k));
    let mut moments: Vec<Moment<'v>> = issues.chain(conferences).collect();
    // The view orders issues by gravity, which changes; at one moment they stand by id.
    moments.sort_by_key(|m| (m.at, m.issue.map_or("", |i| i.id)));
    moments
}

impl<M: Medium> Presenter<'_, M> {
    /// A moment in words.
    pub fn moment(&self, moment: &Moment<'_>) -> Words<M::Prose> {
        let key = moment.kind();
        let at = self.view().zone.show(moment.at);
        Words {
            at: self.voice.when(moment.at),
            clock: (!moment.whole).then(|| self.locale().clock(at)),
            approximate: matches!(moment.what, What::Event(event) if event.estimate),
            kind: Word { key, text: self.locale().label("moment", key).to_owned() },
            text: self.told(moment),
            risk: if let What::Risk(risk) = moment.what { Some(self.risk(risk)) } else { None },
            to: self.place_of(moment),
            regions: moment.regions().iter().map(|r| self.region_in_passing(r)).collect(),
        }
    }

    /// What the kind alone does not say.
    fn told(&self, moment: &Moment<'_>) -> Option<M::Prose> {
        match moment.what {
            What::Event(event) => Some(self.words(event.what)),
            What::Done(action) => Some(self.words(action.what)),
            What::Statement(statement) => {
                let kind = self.word(statement.kind).text;
                let words = statement.title.map_or(kind.clone(), |title| format!("{kind}: {title}"));
                let withdrawn = statement.status == TextStatus::Withdrawn;
                let status = self.word(statement.status).text.to_lowercase();
                Some(self.plain(if withdrawn { format!("{words} ({status})") } else { words }))
            }
            What::Meeting(meeting) => meeting.place.map(|place| self.plain(place.to_owned())),
            What::Conference(conference) => conference.place.map(|place| self.plain(place.to_owned())),
            What::Opened | What::Risk(_) | What::Crisis | What::Notice | What::Closed => None,
        }
    }

    fn place_of(&self, moment: &Moment<'_>) -> Link {
        if let What::Conference(k) = moment.what {
            return self.link(k.title, &Route::Conference(k.stem.to_owned()));
        }
        let Some(issue) = moment.issue else { return Link { text: String::new(), href: None } };
        let mut link = self.link(issue.title, &Route::Issue(issue.id.to_owned()));
        let item = match moment.what {
            What::Statement(statement) => Some(statement.id),
            What::Meeting(meeting) => Some(meeting.id),
            What::Done(action) => Some(action.id),
            _ => None,
        };
        if let (Some(href), Some(item)) = (link.href.as_mut(), item) {
            href.push('#');
            href.push_str(item);
        }
        link
    }

    /// The timeline of an issue; `None` where there is too little to draw.
    pub fn issue_timeline(&self, moments: &[Moment<'_>]) -> Option<Drawing> {
        let lane = |(n, key): (usize, &str)| Lane {
            name: self.locale().label("lane", key).to_owned(),
            href: None,
            moments: moments.iter().filter(|m| m.lane() == n).map(|m| self.mark_of(m, m.kind())).collect(),
        };
        let lanes = LANES.into_iter().enumerate().map(lane).filter(|l| !l.moments.is_empty()).collect();
        self.timeline("linimasa", "present.timeline_title", "present.timeline_desc", moments, lanes)
    }

    /// The timeline of some moments by region; `None` where there is too little to draw.
    pub fn region_timeline(&self, moments: &[Moment<'_>]) -> Option<Drawing> {
        let mut by_region: BTreeMap<&str, Vec<&Moment<'_>>> = BTreeMap::new();
        for moment in moments {
            moment.regions().iter().for_each(|code| by_region.entry(code).or_default().push(moment));
        }
        let lane = |(code, moments): (&str, Vec<&Moment<'_>>)| {
            let Link { text, href } = self.region_in_passing(code);
            Lane { name: text, href, moments: moments.into_iter().map(|m| self.mark_of(m, m.kind())).collect() }
        };
        let lanes = by_region.into_iter().map(lane).collect();
        self.timeline("linimasa", "present.timeline_regions_title", "present.timeline_regions_desc", moments, lanes)
    }

    fn mark_of(&self, moment: &Moment<'_>, kind: &str) -> timeline::Moment {
        let at = if moment.whole {
            self.locale().day_long(self.view().zone.show(moment.at))
        } else {
            self.voice.when(moment.at).short
        };
        let kind = self.locale().label("moment", kind);
        timeline::Moment { at: minutes(moment.at), title: format!("{at}: {kind}") }
    }

    fn timeline(
        &self,
        prefix: &str,
        title: &str,
        desc: &str,
        moments: &[Moment<'_>],
        lanes: Vec<Lane>,
    ) -> Option<Drawing> {
        let first = moments.iter().map(|m| m.at).min()?;
        let last = moments.iter().map(|m| m.at).max()?;
        if moments.len() < DRAWN || lanes.is_empty() || first == last {
            return None;
        }
        let when = |at| self.voice.when(at).short;
        let count = self.locale().integer(i64::try_from(moments.len()).unwrap_or(i64::MAX));
        let args = [("count", count), ("first", when(first)), ("last", when(last))];
        let (title, desc) = (self.locale().word(title).to_owned(), self.locale().say(desc, &args));
        let says = lanes.iter().fold(format!("{title}."), |says, lane| format!("{says} {}", told_lane(lane)));
        let span = Span { start: minutes(first), end: minutes(last) };
        let ticks = ticks(self.voice, first, last);
        let svg = timeline::lanes(&TimelineInput { id_prefix: prefix.to_owned(), title, desc, lanes, span, ticks });
        Some(Drawing { svg, says })
    }
}

/// A lane in words, for those who do not see it; its name is not said again with each of its moments.
fn told_lane(lane: &Lane) -> String {
    let kind = format!(": {}", lane.name);
    let moments = lane.moments.iter().map(|m| m.title.strip_suffix(&kind).unwrap_or(&m.title));
    format!("{}: {}.", lane.name, moments.collect::<Vec<_>>().join("; "))
}

/// A moment on the axis of a drawing.
pub(super) fn minutes(at: Instant) -> i64 {
    at.unix().div_euclid(60)
}

/// The ticks of a span: hours, days, weeks, months or years, whichever are few enough to be read.
pub(super) fn ticks(voice: &Voice<'_>, first: Instant, last: Instant) -> Vec<Tick> {
    const DAY: i64 = 1440;
    let zone = voice.view.zone;
    let show = |at: Instant| zone.show(at);
    let hours = [0, 6, 12, 18];
    let span = last.minutes_since(first);
    let mut ticks = Vec::new();
    let mut day = zone.midnight(first);
    while day <= last {
        let local = show(day);
        let (_, month, date) = local.date();
        let tick = |at: Instant, label: String| Tick { at: minutes(at), label };
        let brief = || voice.locale.day_brief(local);
        match span {
            ..=2880 => ticks.extend(hours.iter().map(|h| {
                let at = day.plus_minutes(h * 60);
                tick(at, if *h == 0 { brief() } else { voice.locale.clock(show(at)) })
            })),
            2881..=20_160 => ticks.push(tick(day, brief())),
            20_161..=129_600 if local.weekday() == 0 => ticks.push(tick(day, brief())),
            129_601..=1_576_800 if date == 1 => ticks.push(tick(day, voice.locale.month_short(local))),
            1_576_801.. if date == 1 && month == 1 => ticks.push(tick(day, local.date().0.to_string())),
            _ => {}
        }
        // Half a day more than a day ends in the next one wherever clocks are changed.
        day = zone.midnight(day.plus_minutes(DAY + DAY / 2));
    }
    ticks
}
