//! What is searched: each thing that an edition shows, with its words by weight and its facets.
//!
//! In: the view, in words. Out: an [`Entry`] at a time; nothing is kept. What the view does not hold is not searched, so
//! the index of an edition tells no more than its pages do.

use crate::corpus::view::text::Block;
use crate::corpus::view::{self, Route, View, file_name};
use crate::present::plain::{LINES, Plain};
use crate::present::{Presenter, Voice};
use crate::site::route;

/// Kinds of things, in the order in which the index holds them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A region.
    Region,
    /// An agency.
    Agency,
    /// A playbook.
    Playbook,
    /// A press conference.
    Conference,
    /// A free page.
    Page,
    /// A term of the glossary.
    Term,
    /// An issue.
    Issue,
}

impl Kind {
    /// All, in order.
    pub const ALL: [Kind; 7] =
        [Kind::Region, Kind::Agency, Kind::Playbook, Kind::Conference, Kind::Page, Kind::Term, Kind::Issue];

    /// Its name in facets, and in the locale under `site.search.kind`.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Region => "wilayah",
            Kind::Agency => "instansi",
            Kind::Playbook => "playbook",
            Kind::Conference => "konpers",
            Kind::Page => "halaman",
            Kind::Term => "istilah",
            Kind::Issue => "isu",
        }
    }

    /// How much it is worth to a reader that a thing is of this kind, in hundredths: who types a region's name wants its
    /// page and what happens there, and not its forty agencies.
    pub(super) fn rank(self) -> u32 {
        match self {
            Kind::Region => 160,
            Kind::Issue => 140,
            Kind::Playbook | Kind::Conference => 120,
            Kind::Page | Kind::Term => 100,
            Kind::Agency => 60,
        }
    }
}

/// Something that is shown.
#[derive(Debug, Clone, Copy)]
pub(super) enum Item<'v> {
    /// A region.
    Region(&'v view::Region<'v>),
    /// An agency.
    Agency(&'v view::Agency<'v>),
    /// A playbook.
    Playbook(&'v view::Playbook<'v>),
    /// A press conference.
    Conference(&'v view::Conference<'v>),
    /// A free page.
    Page(&'v view::Page<'v>),
    /// A term.
    Term(&'v view::Term<'v>),
    /// An issue.
    Issue(&'v view::Issue<'v>),
}

/// All that an edition shows, by kind.
pub(super) fn items<'v>(view: &'v View<'v>) -> Vec<(Kind, Item<'v>)> {
    let mut all: Vec<(Kind, Item<'v>)> = Vec::with_capacity(view.issues.len() + view.agencies.len());
    all.extend(view.regions.iter().map(|r| (Kind::Region, Item::Region(r))));
    all.extend(view.agencies.iter().map(|a| (Kind::Agency, Item::Agency(a))));
    all.extend(view.playbooks.iter().map(|p| (Kind::Playbook, Item::Playbook(p))));
    all.extend(view.conferences.iter().map(|k| (Kind::Conference, Item::Conference(k))));
    all.extend(view.pages.iter().map(|p| (Kind::Page, Item::Page(p))));
    all.extend(view.terms.iter().map(|t| (Kind::Term, Item::Term(t))));
    all.extend(view.issues.iter().map(|i| (Kind::Issue, Item::Issue(i))));
    all
}

/// A thing and its words.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// Title, as the result shows it.
    pub title: String,
    /// Path inside the edition.
    pub href: String,
    /// The line under the title: kind, regions, time of the data.
    pub note: String,
    /// It is a drill.
    pub drill: bool,
    /// Words by weight: those of the title count most.
    pub texts: Vec<(u8, String)>,
    /// `w64.72`, `tbencana`, `y2026`, `sterbuka`.
    pub facets: Vec<String>,
}

/// Weight of a title or a name.
const NAME: u8 = 6;
/// … of where something happens.
const WHERE: u8 = 5;
/// … of the words by which a playbook suggests itself.
const TRIGGER: u8 = 4;
/// … of what sums a thing up.
const SUMMARY: u8 = 3;
/// … of its parts.
const PART: u8 = 2;
/// … of what stands around it: names of regions and agencies, words of values.
const AROUND: u8 = 1;

impl Entry {
    /// The words from which a result quotes: from what sums it up to its parts.
    pub(super) fn quotable(&self) -> impl Iterator<Item = &str> {
        [SUMMARY, PART]
            .into_iter()
            .flat_map(|w| self.texts.iter().filter(move |(of, _)| *of == w).map(|(_, t)| t.as_str()))
    }

    /// Describes an item.
    pub(super) fn of(item: Item<'_>, voice: &Voice<'_>) -> Entry {
        let mut maker = Maker { p: Presenter::new(voice, LINES), entry: Entry::default() };
        match item {
            Item::Region(region) => maker.region(region),
            Item::Agency(agency) => maker.agency(agency),
            Item::Playbook(book) => maker.playbook(book),
            Item::Conference(k) => maker.conference(k),
            Item::Page(page) => maker.page(page),
            Item::Term(term) => maker.term(term),
            Item::Issue(issue) => maker.issue(issue),
        }
        maker.entry
    }
}

struct Maker<'m> {
    p: Presenter<'m, Plain>,
    entry: Entry,
}

impl Maker<'_> {
    fn head(&mut self, kind: Kind, title: &str, href: String, note: Vec<String>) {
        title.clone_into(&mut self.entry.title);
        self.entry.href = href;
        let kind = self.p.locale().word(&format!("site.search.kind.{}", kind.key())).to_owned();
        self.entry.note = std::iter::once(kind).chain(note).filter(|n| !n.is_empty()).collect::<Vec<_>>().join(" · ");
        self.say(NAME, title);
    }

    fn say(&mut self, weight: u8, text: &str) {
        if !text.is_empty() {
            self.entry.texts.push((weight, text.to_owned()));
        }
    }

    fn say_all<'t>(&mut self, weight: u8, texts: impl IntoIterator<Item = &'t str>) {
        texts.into_iter().for_each(|t| self.say(weight, t));
    }

    fn tell(&mut self, weight: u8, text: &[Block]) {
        let text = self.p.words(text);
        self.say(weight, &text);
    }

    fn tell_all<'t>(&mut self, weight: u8, texts: impl IntoIterator<Item = &'t [Block]>) {
        texts.into_iter().for_each(|t| self.tell(weight, t));
    }

    fn facet(&mut self, family: char, value: &str) {
        self.entry.facets.push(format!("{family}{value}"));
    }

    /// All names of a region: "Kukar" finds what happens in Kutai Kartanegara.
    fn region_names(&mut self, weight: u8, code: &str) {
        self.facet('w', code);
        self.say(AROUND, code);
        if let Some(region) = self.p.voice.region(code) {
            self.say_all(weight, [region.name, region.short]);
            self.say_all(weight, region.aliases.iter().map(String::as_str));
        }
    }

    fn agency_names(&mut self, id: &str) {
        if let Some(agency) = self.p.voice.agency(id) {
            self.say_all(AROUND, agency.acronym.into_iter().chain([agency.name]));
        }
    }

    fn region(&mut self, region: &view::Region<'_>) {
        let route = Route::Region(region.code.to_owned());
        self.head(Kind::Region, region.name, route::path(&route), vec![region.code.to_owned()]);
        self.region_names(NAME, region.code);
        self.say_all(PART, region.capital.into_iter().chain(region.head));
        self.contacts(&region.team);
    }

    fn contacts(&mut self, contacts: &[view::Contact<'_>]) {
        for contact in contacts {
            let parts = [Some(contact.name), contact.office, contact.number, contact.note];
            let line: Vec<&str> = parts.into_iter().flatten().collect();
            self.say(PART, &line.join(" "));
        }
    }

    fn agency(&mut self, agency: &view::Agency<'_>) {
        let route = Route::Agency(agency.id.to_owned());
        let name = self.p.voice.agency_name(agency);
        let full = if name == agency.name { String::new() } else { agency.name.to_owned() };
        self.head(Kind::Agency, &name, route::path(&route), vec![full]);
        self.say_all(NAME, agency.acronym.into_iter().chain([agency.name]));
        self.say_all(PART, agency.head);
        agency.region.iter().for_each(|code| self.region_names(AROUND, code));
        self.contacts(&agency.contacts);
    }

    fn playbook(&mut self, book: &view::Playbook<'_>) {
        let route = Route::Playbook(book.stem.to_owned());
        self.head(Kind::Playbook, book.title, route::path(&route), Vec::new());
        self.themes(book.themes);
        self.say_all(TRIGGER, book.words.iter().map(String::as_str));
        self.tell_all(PART, book.activation);
        self.tell_all(PART, book.steps.iter().map(|s| s.task));
        self.tell_all(PART, book.templates.iter().map(|(_, text)| *text));
        self.answers(&book.answers);
        self.do_not_say(&book.do_not_say);
        self.tell_all(PART, book.body.iter().copied());
    }

    fn conference(&mut self, k: &view::Conference<'_>) {
        let at = k.at.map(|at| self.p.voice.when(at).short).unwrap_or_default();
        let route = Route::Conference(k.stem.to_owned());
        self.head(Kind::Conference, k.title, route::path(&route), vec![at]);
        k.regions.iter().for_each(|code| self.region_names(WHERE, code));
        self.say_all(SUMMARY, k.place.into_iter().chain(k.moderator));
        self.tell_all(SUMMARY, k.aim);
        self.say_all(PART, k.speakers.iter().map(|(office, _)| *office));
        self.say_all(
            AROUND,
            k.issues.iter().filter_map(|id| self.p.voice.issue(id)).map(|i| i.title).collect::<Vec<_>>(),
        );
        self.tell_all(PART, k.unanswered.iter().copied());
        self.tell_all(PART, k.body.iter().copied());
    }

    fn page(&mut self, page: &view::Page<'_>) {
        self.head(Kind::Page, page.title, route::path(&Route::Page(page.stem.to_owned())), Vec::new());
        self.tell_all(SUMMARY, page.body.iter().copied());
    }

    fn term(&mut self, term: &view::Term<'_>) {
        let href = format!("{}#{}", route::path(&Route::Glossary), file_name(&term.term.to_lowercase()));
        self.head(Kind::Term, term.term, href, Vec::new());
        self.tell(SUMMARY, term.meaning);
    }

    fn themes(&mut self, themes: &[crate::corpus::vocabulary::Theme]) {
        for theme in themes {
            self.facet('t', theme.key());
            let word = self.p.word(*theme).text;
            self.say(AROUND, &word);
        }
    }

    fn issue(&mut self, issue: &view::Issue<'_>) {
        let regions: Vec<String> = issue.regions.iter().map(|r| self.p.region_in_passing(r).text).collect();
        let escalation = issue.escalation.map(|e| self.p.word(e).text).unwrap_or_default();
        let closed = if issue.closed { self.p.locale().word("site.card.closed").to_owned() } else { String::new() };
        let data = issue
            .data_at
            .map(|at| format!("{} {}", self.p.locale().word("site.edition.data_at"), self.p.voice.when(at).short));
        let note = vec![regions.join(", "), escalation, closed, data.unwrap_or_default()];
        self.head(Kind::Issue, issue.title, route::path(&Route::Issue(issue.id.to_owned())), note);
        self.entry.drill = issue.drill;
        self.facet('s', if issue.closed { "selesai" } else { "terbuka" });
        self.facet('y', &self.p.voice.year(issue.opened_at));
        self.themes(issue.themes);
        self.say(NAME, issue.id);
        self.tell_all(SUMMARY, issue.summary);
        issue.regions.iter().for_each(|code| self.region_names(WHERE, code));
        self.say_all(PART, issue.districts.iter().map(String::as_str));
        issue.lead.iter().chain(&issue.agencies).for_each(|id| self.agency_names(id));
        self.say_all(AROUND, issue.spokesperson.into_iter().chain(issue.deputy));
        self.known(issue);
        self.said(issue);
        self.done(issue);
        self.tell_all(PART, issue.body.iter().copied());
    }

    /// What is known: facts, numbers, what happened.
    fn known(&mut self, issue: &view::Issue<'_>) {
        for fact in &issue.facts {
            self.tell(PART, fact.sentence);
            self.say_all(AROUND, fact.source);
        }
        for number in &issue.numbers {
            let value = self.p.voice.quantity(&number.quantity);
            self.say(PART, &format!("{}: {value}", number.name));
            self.say_all(AROUND, number.source.into_iter().chain(number.scope));
        }
        self.tell_all(PART, issue.events.iter().map(|e| e.what));
        self.tell_all(PART, issue.operations.iter().map(|o| o.what));
        self.contacts(&issue.contacts);
        self.say_all(PART, issue.services.iter().map(|s| s.name));
        self.say_all(AROUND, issue.origins.iter().filter_map(|o| o.ticket));
        for rumour in &issue.rumours {
            self.tell_all(PART, rumour.answer.into_iter().chain([rumour.claim]));
        }
    }

    /// What is said: messages, statements, answers.
    fn said(&mut self, issue: &view::Issue<'_>) {
        self.tell_all(SUMMARY, issue.messages.iter().flat_map(|m| &m.messages).map(|m| m.sentence));
        for statement in &issue.statements {
            self.say_all(PART, statement.title.into_iter().chain(statement.number));
            self.tell_all(PART, statement.text.into_iter().chain(statement.condition));
            self.tell_all(PART, statement.quotes.iter().map(|q| q.sentence));
        }
        self.tell_all(PART, issue.notice.iter().flat_map(|n| &n.items).map(|(_, text)| *text));
        self.tell_all(PART, issue.admission.as_ref().and_then(|a| a.sentence));
        self.answers(&issue.answers);
        self.do_not_say(&issue.do_not_say);
        for refer in &issue.refer {
            self.say(PART, refer.topic);
            self.tell_all(PART, refer.we_say);
        }
    }

    fn answers(&mut self, answers: &[view::Answer<'_>]) {
        for answer in answers {
            self.tell(PART, answer.question);
            self.tell_all(PART, answer.answer.into_iter().chain(answer.detail));
        }
    }

    fn do_not_say(&mut self, pairs: &[view::DoNotSay<'_>]) {
        for pair in pairs {
            self.tell(PART, pair.dont);
            self.tell_all(PART, pair.instead);
        }
    }

    /// What is done about it: meetings, follow-ups, decisions, lessons.
    fn done(&mut self, issue: &view::Issue<'_>) {
        for meeting in &issue.meetings {
            self.say_all(AROUND, meeting.place.into_iter().chain(meeting.chair));
            self.tell_all(PART, meeting.discussion);
            self.tell_all(PART, meeting.decisions.iter().copied());
        }
        for action in &issue.actions {
            self.tell(PART, action.what);
            self.say_all(AROUND, action.officer);
            action.agency.iter().for_each(|id| self.agency_names(id));
        }
        self.tell_all(PART, issue.asks.iter().map(|a| a.what));
        for decision in &issue.decisions {
            self.tell(PART, decision.what);
            self.tell_all(PART, decision.reason);
        }
        for media in &issue.media {
            self.say_all(AROUND, media.medium);
            self.tell(PART, media.question);
            self.tell_all(PART, media.answer);
        }
        for group in &issue.stakeholders {
            self.say(PART, group.group);
            self.tell_all(PART, group.feels.into_iter().chain(group.mitigation));
        }
        self.say_all(AROUND, issue.monitoring.iter().flat_map(|m| m.topics).map(String::as_str));
        self.say_all(PART, issue.photos.iter().flat_map(|p| p.caption.into_iter().chain(p.alt)));
        if let Some(review) = &issue.review {
            self.tell_all(PART, review.aim.into_iter().chain(review.admitted).chain(review.opportunity));
            self.tell_all(PART, review.well.iter().chain(&review.mend).copied());
        }
    }
}
