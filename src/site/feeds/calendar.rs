//! Calendars (RFC 5545): what is on whom, by when.
//!
//! Every entry is a VEVENT, also a deadline: phones, Outlook and Google show the VTODO of a subscribed calendar nowhere.
//! Moments are in UTC, days without an hour are whole days of the book's zone. Nothing has an end that nobody wrote, and
//! nothing blocks time but a press conference. DTSTAMP is the time of the data.

use super::{lasting_name, utc};
use crate::class::Class;
use crate::corpus::fields::Day;
use crate::corpus::view::{Action, Ask, Conference, Fact, Issue, Playbook, Route};
use crate::corpus::vocabulary::{ActionStatus, FactStatus};
use crate::present::Voice;
use crate::present::charts::counts;
use crate::present::plain::clean;
use crate::site::outlet::{Outlet, Outlets, Scope, updated};
use crate::site::route;
use crate::time::Instant;
use chrono::{Days, NaiveDate};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, EventStatus, Parameter, Property};
use std::collections::HashSet;
use std::io::{self, Write};

/// Octets of a line; what is longer goes on in the next.
const LINE: usize = 75;

/// Characters of a text in the title of an event; all of it stands in the description.
const TITLE: usize = 110;

/// Something with a time.
#[derive(Debug, Clone, Copy)]
pub struct Occasion<'s> {
    at: Day,
    what: What<'s>,
}

#[derive(Debug, Clone, Copy)]
enum What<'s> {
    /// A follow-up is due.
    Deadline(&'s Issue<'s>, &'s Action<'s>),
    /// The answer to something unconfirmed is due.
    Answer(&'s Issue<'s>, &'s Fact<'s>),
    /// The next update was promised.
    Update(&'s Issue<'s>),
    /// A decision was asked for.
    Decision(&'s Issue<'s>, &'s Ask<'s>),
    /// A press conference.
    Conference(&'s Conference<'s>),
    /// A playbook is rehearsed.
    Rehearsal(&'s Playbook<'s>),
    /// A playbook has to be reviewed.
    Review(&'s Playbook<'s>),
}

/// All that a view has with a time, by time.
pub(crate) fn occasions<'s>(voice: &Voice<'s>) -> Vec<Occasion<'s>> {
    let view = voice.view;
    let mut all = Vec::new();
    for issue in view.issues.iter().filter(|i| !i.drill) {
        let dues = issue.actions.iter().filter(|a| a.open() || a.status == ActionStatus::Dropped);
        all.extend(dues.filter_map(|a| Some(Occasion { at: a.due?, what: What::Deadline(issue, a) })));
        if counts(issue) {
            of_open(issue, &mut all);
        }
    }
    for k in &view.conferences {
        all.extend(k.at.map(|at| Occasion { at: moment(at), what: What::Conference(k) }));
    }
    for book in &view.playbooks {
        all.extend(book.rehearse_next.map(|at| Occasion { at, what: What::Rehearsal(book) }));
        all.extend(book.review_due.map(|at| Occasion { at, what: What::Review(book) }));
    }
    all.sort_by_key(|o| o.at);
    all
}

/// What is awaited only while an issue is open.
fn of_open<'s>(issue: &'s Issue<'s>, all: &mut Vec<Occasion<'s>>) {
    all.extend(issue.next_update.map(|at| Occasion { at: moment(at), what: What::Update(issue) }));
    all.extend(issue.asks.iter().filter_map(|a| Some(Occasion { at: a.due?, what: What::Decision(issue, a) })));
    let sought = issue.facts.iter().filter(|f| f.status == FactStatus::Unconfirmed && f.sought_by.is_some());
    all.extend(sought.filter_map(|f| Some(Occasion { at: moment(f.target?), what: What::Answer(issue, f) })));
}

fn moment(at: Instant) -> Day {
    Day { at, whole: false }
}

impl<'s> Occasion<'s> {
    /// Codes of the regions it concerns.
    pub(crate) fn regions(&self) -> &[&'s str] {
        match self.what {
            What::Deadline(issue, _) | What::Answer(issue, _) | What::Update(issue) | What::Decision(issue, _) => {
                &issue.regions
            }
            What::Conference(k) => &k.regions,
            What::Rehearsal(_) | What::Review(_) => &[],
        }
    }

    /// The agency it is on.
    pub(crate) fn agency(&self) -> Option<&'s str> {
        match self.what {
            What::Deadline(_, action) => action.agency,
            What::Answer(_, fact) => fact.sought_by,
            What::Update(issue) => issue.lead,
            _ => None,
        }
    }

    /// Somebody has to have something done by then.
    fn is_due(&self) -> bool {
        !matches!(self.what, What::Conference(_) | What::Rehearsal(_) | What::Review(_))
    }

    fn cancelled(&self) -> bool {
        matches!(self.what, What::Deadline(_, action) if action.status == ActionStatus::Dropped)
    }
}

/// What an event says.
struct Words {
    /// What it is about, for its name.
    thing: String,
    /// "Tenggat".
    kind: &'static str,
    title: String,
    /// Lines of the description.
    lines: Vec<String>,
    page: Route,
    class: Class,
    /// When it was last changed, as far as the data tell.
    stamp: Instant,
    place: Option<String>,
    drill: bool,
}

/// Writes a calendar.
pub(crate) fn write(outlets: &Outlets<'_>, scope: &Scope, to: &mut dyn Write) -> io::Result<()> {
    let frame = frame(outlets, scope).to_string();
    let (head, tail) = frame.split_at(frame.len() - "END:VCALENDAR\r\n".len());
    to.write_all(folded(head).as_bytes())?;
    let mut seen = HashSet::new();
    let some = |places: Option<&Vec<usize>>| places.map_or(&[][..], Vec::as_slice).to_vec();
    let places = match scope {
        Scope::Region(code) => some(outlets.of_region.get(code.as_str())),
        Scope::Agency(id) => some(outlets.of_agency.get(id.as_str())),
        Scope::All | Scope::Theme(_) => (0..outlets.occasions.len()).collect(),
    };
    for occasion in places.into_iter().map(|at| &outlets.occasions[at]) {
        let words = words(outlets, occasion);
        let name = lasting_name(outlets.view(), &words.thing).to_string();
        // Two that say the same of the same are one.
        if seen.insert(name.clone()) {
            let event = event(outlets, occasion, &name, words);
            to.write_all(folded(&event.try_into_string().map_err(io::Error::other)?).as_bytes())?;
        }
    }
    to.write_all(tail.as_bytes())
}

/// Folds lines anew: the library's own go one octet over where a space begins the next line. No value holds a CR, so what
/// looks like a fold is one.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 32);
    for line in text.replace("\r\n ", "").split_inclusive("\r\n") {
        let mut octets = 0;
        for c in line.chars() {
            if c != '\r' && c != '\n' && octets + c.len_utf8() > LINE {
                out.push_str("\r\n ");
                octets = 1;
            }
            octets += c.len_utf8();
            out.push(c);
        }
    }
    out
}

/// A calendar without events.
fn frame(outlets: &Outlets<'_>, scope: &Scope) -> Calendar {
    let title = outlets.title(scope, "data.calendar.all");
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Kentongan//Kentongan//ID"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", &title),
        ("X-PUBLISHED-TTL", "PT1H"),
    ] {
        calendar.append_property((key, value));
    }
    calendar.append_property(typed("NAME", &title, "TEXT"));
    calendar.append_property(typed("REFRESH-INTERVAL", "PT1H", "DURATION"));
    if let Some(address) = outlets.absolute(&Outlet::Calendar(scope.clone()).path()) {
        calendar.append_property(typed("SOURCE", &address, "URI"));
    }
    calendar
}

fn typed(key: &str, value: &str, kind: &str) -> Property {
    Property::new(key, value).append_parameter(Parameter::new("VALUE", kind)).done()
}

fn event(outlets: &Outlets<'_>, occasion: &Occasion<'_>, name: &str, words: Words) -> Event {
    let mut event = Event::new();
    let kind = outlets.voice().locale.word(words.kind);
    let drill = if words.drill { outlets.word("site.drill.mark").to_owned() + " – " } else { String::new() };
    let summary = format!("{drill}{kind}: {}", clean(&words.title));
    let mut lines = words.lines;
    // No LAST-MODIFIED: a deadline may move without newer data, and programs that compare it would keep the old one.
    event.uid(name).timestamp(utc(words.stamp)).summary(&summary);
    if let Some(address) = outlets.absolute(&route::path(&words.page)) {
        event.url(&address);
        lines.push(address);
    }
    lines.push(outlets.mark(words.class));
    event.description(&clean(&lines.join("\n")));
    event.categories([kind]);
    event.class(secrecy(words.class));
    if let Some(place) = words.place {
        event.location(&clean(&place));
    }
    begin(outlets, occasion, &mut event);
    let blocks = matches!(occasion.what, What::Conference(_));
    event.add_property("TRANSP", if blocks { "OPAQUE" } else { "TRANSPARENT" });
    event.status(if occasion.cancelled() { EventStatus::Cancelled } else { EventStatus::Confirmed });
    if occasion.is_due() && !occasion.cancelled() && !outlets.view().public {
        event.alarm(alarm(name, words.stamp, &summary, occasion.at.whole));
    }
    event.done()
}

/// A moment in UTC; a day as a whole day, which ends where the next begins.
fn begin(outlets: &Outlets<'_>, occasion: &Occasion<'_>, event: &mut Event) {
    let (year, month, day) = outlets.view().zone.show(occasion.at.at).date();
    let date = NaiveDate::from_ymd_opt(year, month, day).filter(|_| occasion.at.whole);
    match date.and_then(|first| Some((first, first.checked_add_days(Days::new(1))?))) {
        Some((first, next)) => event.starts(first).ends(next),
        None => event.starts(utc(occasion.at.at)),
    };
}

/// The day before at eight for a whole day, two hours before a moment.
fn alarm(name: &str, stamp: Instant, text: &str, whole: bool) -> Alarm {
    let before = if whole { "-PT16H" } else { "-PT2H" };
    let mut alarm = Alarm::display(text, chrono::Duration::zero());
    // Given here, or the library would ask a clock and chance.
    alarm.uid(&format!("{name}-alarm")).timestamp(utc(stamp)).append_property(Property::new("TRIGGER", before));
    alarm.done()
}

fn secrecy(class: Class) -> icalendar::Class {
    match class {
        Class::Ordinary => icalendar::Class::Public,
        Class::Restricted => icalendar::Class::Private,
        Class::Secret => icalendar::Class::Confidential,
    }
}

/// The beginning of a text, whole words, on one line.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_end_matches('.');
    let Some((cut, _)) = line.char_indices().nth(TITLE) else { return line.to_owned() };
    let whole = line[..cut].rfind(' ').unwrap_or(cut);
    format!("{}…", line[..whole].trim_end_matches([' ', ',', ';', ':', '.']))
}

fn words(outlets: &Outlets<'_>, occasion: &Occasion<'_>) -> Words {
    match occasion.what {
        What::Deadline(issue, action) => deadline(outlets, issue, action),
        What::Answer(issue, fact) => {
            let sentence = outlets.plain.words(fact.sentence);
            let mut words = of_issue(outlets, issue, &format!("#{}", fact.id), "data.occasion.answer");
            words.title = on(outlets, short(&sentence), fact.sought_by);
            words.lines.insert(0, sentence);
            words.class = words.class.max(fact.class);
            words
        }
        What::Update(issue) => of_issue(outlets, issue, "/pembaruan", "data.occasion.update"),
        What::Decision(issue, ask) => {
            let what = outlets.plain.words(ask.what);
            let mut words = of_issue(outlets, issue, &format!("/keputusan/{what}"), "data.occasion.decision");
            words.title = short(&what);
            words.class = words.class.max(ask.class);
            let options = (!ask.options.is_empty()).then(|| ask.options.join(", "));
            let of = ask.of.map(|of| line(outlets, "data.column.asked", of));
            let options = options.map(|o| line(outlets, "present.options", &o));
            words.lines.splice(0..0, [Some(what), of, options].into_iter().flatten());
            words
        }
        What::Conference(k) => conference(outlets, k, occasion.at),
        What::Rehearsal(book) => of_playbook(book, "/latihan", "data.occasion.rehearsal", occasion.at),
        What::Review(book) => of_playbook(book, "/tinjauan", "data.occasion.review", occasion.at),
    }
}

/// "Tugas – BPBD Samarinda".
fn on(outlets: &Outlets<'_>, text: String, agency: Option<&str>) -> String {
    agency.map_or(text.clone(), |id| format!("{text} – {}", outlets.plain.agency_link(id).text))
}

fn line(outlets: &Outlets<'_>, key: &str, value: &str) -> String {
    format!("{}: {value}", outlets.voice().locale.word(key))
}

fn of_issue(outlets: &Outlets<'_>, issue: &Issue<'_>, part: &str, kind: &'static str) -> Words {
    let mut lines = vec![line(outlets, "data.column.issue", &format!("{} ({})", issue.title, issue.id))];
    lines.push(line(outlets, "data.column.regions", &outlets.regions(&issue.regions)));
    Words {
        thing: format!("{}{part}", issue.id),
        kind,
        title: issue.title.to_owned(),
        lines,
        page: Route::Issue(issue.id.to_owned()),
        class: issue.class,
        stamp: updated(outlets.view(), issue),
        place: None,
        drill: false,
    }
}

fn deadline(outlets: &Outlets<'_>, issue: &Issue<'_>, action: &Action<'_>) -> Words {
    let what = outlets.plain.words(action.what);
    let part = if action.id.is_empty() { &what } else { action.id };
    let mut words = of_issue(outlets, issue, &format!("#{part}"), "data.occasion.deadline");
    words.title = on(outlets, short(&what), action.agency);
    let agency = action.agency.map(|id| outlets.plain.agency_link(id).text);
    let lines = [
        Some(what),
        agency.map(|name| line(outlets, "data.column.agency", &name)),
        action.officer.map(|office| line(outlets, "data.column.officer", office)),
        Some(line(outlets, "data.column.status", &outlets.voice().word(action.status).text)),
        (action.promise && !outlets.view().public).then(|| outlets.word("site.action.promise").to_owned()),
    ];
    words.lines.splice(0..0, lines.into_iter().flatten());
    words.class = words.class.max(action.class);
    words
}

fn conference(outlets: &Outlets<'_>, k: &Conference<'_>, at: Day) -> Words {
    let issues: Vec<&Issue<'_>> = k.issues.iter().filter_map(|id| outlets.voice().issue(id)).collect();
    let mut lines: Vec<String> =
        issues.iter().map(|i| line(outlets, "data.column.issue", &format!("{} ({})", i.title, i.id))).collect();
    if !k.regions.is_empty() {
        lines.push(line(outlets, "data.column.regions", &outlets.regions(&k.regions)));
    }
    let newest = issues.iter().map(|i| updated(outlets.view(), i)).max();
    Words {
        thing: k.id.to_owned(),
        kind: "data.occasion.conference",
        title: k.title.to_owned(),
        lines,
        page: Route::Conference(k.stem.to_owned()),
        class: issues.iter().map(|i| i.class).chain([k.class]).max().unwrap_or(k.class),
        stamp: newest.unwrap_or(at.at),
        place: k.place.map(str::to_owned),
        drill: issues.iter().any(|i| i.drill),
    }
}

fn of_playbook(book: &Playbook<'_>, part: &str, kind: &'static str, due: Day) -> Words {
    // Of a playbook it is known when it was reviewed or rehearsed, else only what was planned.
    let done = book.reviewed.max(book.rehearsed).unwrap_or(due);
    Words {
        thing: format!("{}{part}", book.id),
        kind,
        title: book.title.to_owned(),
        lines: Vec::new(),
        page: Route::Playbook(book.stem.to_owned()),
        class: book.class,
        stamp: done.at,
        place: None,
        drill: false,
    }
}

#[cfg(test)]
mod tests {
    use super::{folded, short};

    #[test]
    fn a_line_is_folded_at_75_octets_and_never_inside_a_letter() {
        let long = format!("SUMMARY:{}\r\nUID:1\r\n", "ké lurahan – 🥁".repeat(40));
        let folds = folded(&long);
        assert!(folds.split("\r\n").all(|l| l.len() <= 75));
        assert_eq!(folds.replace("\r\n ", ""), long);
        assert_eq!(folded(&folds), folds, "folding twice changes nothing");
        let exact = format!("SUMMARY:{}\r\n", "a".repeat(67));
        assert_eq!(folded(&exact), exact);
    }

    #[test]
    fn a_title_is_cut_between_words() {
        assert_eq!(short("Data ulang\nKK terdampak."), "Data ulang KK terdampak");
        let long = "kata ".repeat(40);
        assert_eq!(short(&long), format!("{}kata…", "kata ".repeat(21)));
        assert!(short(&"ä".repeat(400)).chars().count() <= 112);
    }
}
