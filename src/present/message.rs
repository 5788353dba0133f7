//! What is sent by messenger: a text that may be sent, plain, and the report of an issue in 900 characters.
//!
//! In: an issue of a view. Out: plain text. A report says nothing as a fact that is not confirmed, nothing secret, and
//! no death toll before the families know; it is cut at the ends of sentences. A text that may not be read has no copy.

use super::model::{Report, Verdict};
use super::plain::SENT;
use super::{Medium, Presenter};
use crate::class::Class;
use crate::corpus::tells_of_victims;
use crate::corpus::view::text::{Block, Inline, words_in};
use crate::corpus::view::{self, Text};
use crate::corpus::vocabulary::{FactStatus, FamilyStatus};
use crate::time::Instant;

/// What one screen of a messenger holds, and people read before they pass it on.
const LIMIT: usize = 900;

/// A title longer than this is cut, so that times and marks always have room.
const TITLE: usize = 260;

impl<M: Medium> Presenter<'_, M> {
    /// A statement as it is sent on: what must be minded first, then the text, then data time and verdict.
    pub(super) fn copy_of_statement(
        &self,
        issue: &view::Issue<'_>,
        statement: &view::Statement<'_>,
        verdict: &Verdict,
    ) -> Option<String> {
        let text = statement.text?;
        let locale = self.locale();
        let said = |key: &str, value: String| format!("{} {value}", locale.word(key));
        let mind = [
            statement.embargo.map(|at| said("site.statement.embargo", self.voice.when(at).short)),
            statement.condition.map(|c| format!("{}: {}", locale.word("site.statement.condition"), self.bare(c))),
        ];
        let kind = self.word(statement.kind).text;
        let head = [
            Some(statement.title.map_or_else(|| kind.clone(), |t| format!("{kind}: {t}"))),
            statement.number.map(|n| said("site.statement.number", n.to_owned())),
        ];
        let quotes = statement.quotes.iter().map(|q| {
            let office = q.office.map_or_else(String::new, |o| format!("\n– {o}"));
            format!("“{}”{office}", self.bare(q.sentence))
        });
        let contact = statement.contact.map(|c| said("site.statement.contact", c.to_owned()));
        let parts = [lines(mind), lines(head), self.bare(text)].into_iter().chain(quotes).chain(contact);
        let class = statement.quotes.iter().map(|q| q.class).fold(statement.class, Class::max);
        self.copy(issue, (class, statement.released_at), verdict, parts.collect())
    }

    /// The notice as it is sent on, item by item.
    pub(super) fn copy_of_notice(
        &self,
        issue: &view::Issue<'_>,
        notice: &view::Notice<'_>,
        verdict: &Verdict,
    ) -> Option<String> {
        let title = format!("{}: {}", self.locale().word("site.notice.title"), issue.title);
        let item = |(key, text): &(&'static str, Text<'_>)| {
            format!("{}:\n{}", self.locale().label("notice_item", key), self.bare(text))
        };
        let parts = std::iter::once(title).chain(notice.items.iter().map(item));
        self.copy(issue, (notice.class, notice.released_at), verdict, parts.collect())
    }

    /// The admission as it is sent on.
    pub(super) fn copy_of_admission(
        &self,
        issue: &view::Issue<'_>,
        admission: &view::Admission<'_>,
        verdict: &Verdict,
    ) -> Option<String> {
        let sentence = self.bare(admission.sentence?);
        self.copy(issue, (admission.class, None), verdict, vec![sentence])
    }

    /// A text with its marks; none where it may not be said, is secret, or nobody can copy it. What was released says
    /// nothing of what was learned since.
    fn copy(
        &self,
        issue: &view::Issue<'_>,
        (class, released_at): (Class, Option<Instant>),
        verdict: &Verdict,
        parts: Vec<String>,
    ) -> Option<String> {
        let may = matches!(verdict.key, "boleh" | "dirilis");
        let waits = issue.families_wait && parts.iter().any(|p| tells_of_victims(p));
        if !M::COPIES || !may || waits || class.max(issue.class) >= Class::Secret {
            return None;
        }
        let class = class.max(issue.class);
        let class = (class > Class::Ordinary).then(|| self.word(class).text.to_uppercase());
        let data_at = told_at(issue).map(|at| released_at.map_or(at, |released| at.min(released)));
        let data = data_at.map(|at| format!("{} {}", self.locale().word("present.as_of"), self.voice.when(at).short));
        let first = lines([self.drill(issue), class]);
        let last = lines([data, Some(verdict.text.clone())]);
        let parts: Vec<String> = std::iter::once(first).chain(parts).chain([last]).filter(|p| !p.is_empty()).collect();
        Some(parts.join("\n\n"))
    }

    fn drill(&self, issue: &view::Issue<'_>) -> Option<String> {
        issue.drill.then(|| self.locale().word("message.drill").to_owned())
    }

    fn bare(&self, text: Text<'_>) -> String {
        SENT.prose(text, self.voice)
    }

    /// The report of an issue, to be sent to those who decide; never for the public, and not of a secret issue.
    pub fn report(&self, issue: &view::Issue<'_>) -> Option<Report> {
        let told = families_know(issue) || !tells_of_victims(issue.title);
        if self.view().public || issue.class >= Class::Secret || !told {
            return None;
        }
        let risk = told_risk(issue);
        let class = risk.map_or(issue.class, |r| r.class.max(issue.class));
        let mut draft = Draft { parts: Default::default(), class };
        draft.parts[HEAD] = self.report_head(issue);
        draft.parts[TAIL] = self.report_tail(issue);
        let asks = self.asked(issue);
        let numbers = self.numbers_told(issue);
        let done = self.done(issue);
        let state = self.situation(issue);
        let facts = self.facts_told(issue);
        // What must not be missed has its room first; then all in turn, until the screen is full.
        let order = [(ASKED, &asks), (NUMBERS, &numbers), (DONE, &done)];
        let titles = ["", "", "message.numbers", "message.done", "message.asked", ""];
        let titles = titles.map(|key| if key.is_empty() { None } else { Some(self.locale().word(key)) });
        let mark = |class: Class| self.word(class).text.to_uppercase();
        state.iter().take(1).for_each(|l| draft.put(STATE, None, l, &mark));
        for round in 0..MOST {
            for (part, list) in order {
                list.get(round).into_iter().for_each(|l| draft.put(part, titles[part], l, &mark));
            }
        }
        state.iter().skip(1).for_each(|l| draft.put(STATE, None, l, &mark));
        facts.iter().take(MOST).for_each(|l| draft.put(NUMBERS, titles[NUMBERS], l, &mark));
        let text = cut(&draft.text(&mark), LIMIT);
        let size = self.locale().say(
            "message.size",
            &[("words", self.counted(words_in(&text))), ("characters", self.counted(text.chars().count()))],
        );
        Some(Report { text, size })
    }

    fn counted(&self, n: usize) -> String {
        self.locale().integer(i64::try_from(n).unwrap_or(i64::MAX))
    }

    /// Drill, opening with the data time, what it is about and how it stands.
    fn report_head(&self, issue: &view::Issue<'_>) -> Vec<String> {
        let locale = self.locale();
        let opening = match told_at(issue) {
            Some(at) => locale.say("message.opening", &[("time", self.voice.when(at).short)]),
            None => locale.word("message.opening_bare").to_owned(),
        };
        let regions = issue.regions.iter().map(|r| self.region_in_passing(r).text);
        let regions: Vec<String> = regions.filter(|name| !issue.title.contains(name.as_str())).collect();
        let place = if regions.is_empty() { String::new() } else { format!(" – {}", regions.join(", ")) };
        let risk = told_risk(issue).map(|r| {
            let level = format!("{} {}", r.level, locale.label("level", &r.level.to_string()));
            let trend = r.trend.map_or_else(String::new, |t| format!(", {}", self.word(t).text.to_lowercase()));
            format!("{} {level}{trend}", locale.word("site.card.risk"))
        });
        let state = [issue.escalation.map(|e| self.word(e).text), issue.stage.map(|s| self.word(s).text), risk];
        let state: Vec<String> = state.into_iter().flatten().collect();
        let head = [
            self.drill(issue),
            Some(opening),
            Some(cut(&format!("{}{place}", issue.title), TITLE)),
            (!state.is_empty()).then(|| state.join(" · ")),
        ];
        head.into_iter().flatten().collect()
    }

    /// What happens next, and until when this may be believed.
    fn report_tail(&self, issue: &view::Issue<'_>) -> Vec<String> {
        let said = |key: &str, at| format!("{} {}", self.locale().word(key), self.voice.when(at).short);
        let late = issue.update_late.map_or_else(String::new, |m| format!(" ({})", self.voice.late(m).to_lowercase()));
        let next =
            issue.next_update.filter(|_| !issue.closed).map(|at| format!("{}{late}", said("site.issue.next", at)));
        let key = if issue.expired { "site.expired_since" } else { "present.valid_until" };
        let valid = issue.valid_until.filter(|_| !issue.closed).map(|at| said(key, at));
        let closed =
            issue.closed_at.map(|d| format!("{}: {}", self.locale().word("present.closed"), self.voice.day(d).short));
        [next, valid, closed].into_iter().flatten().collect()
    }

    /// The summary by its sentences, as far as it may be told.
    fn situation(&self, issue: &view::Issue<'_>) -> Vec<Line> {
        let blocks = issue.summary.into_iter().flatten().filter(|b| self.may_tell(issue, std::slice::from_ref(*b)));
        let told: Vec<String> = blocks.map(|b| self.bare(std::slice::from_ref(b))).collect();
        told.iter().flat_map(|t| sentences(t)).map(|s| Line { text: s.to_owned(), class: issue.class }).collect()
    }

    /// Official numbers with source and time. A number without them is nobody's.
    fn numbers_told(&self, issue: &view::Issue<'_>) -> Vec<Line> {
        let quiet = !families_know(issue);
        let toll = |n: &view::Number<'_>| n.toll && n.quantity.value.digits > 0;
        let told = |n: &&view::Number<'_>| !(quiet && toll(n));
        let line = |n: &view::Number<'_>| {
            let source = format!("{}, {}", n.source?, self.voice.when(n.at?).short);
            Some(Line {
                text: format!("- {}: {} ({source})", n.name, self.voice.quantity(&n.quantity)),
                class: n.class,
            })
        };
        issue.numbers.iter().filter(told).filter_map(line).collect()
    }

    /// Confirmed facts that still hold, with source and time.
    fn facts_told(&self, issue: &view::Issue<'_>) -> Vec<Line> {
        let line = |f: &view::Fact<'_>| {
            let source = format!("{}, {}", f.source?, self.voice.when(f.at?).short);
            let sentence = self.first_sentence(issue, f.sentence)?;
            Some(Line { text: format!("- {} ({source})", sentence.trim_end_matches('.')), class: f.class })
        };
        issue.facts.iter().filter(|f| holds(f)).filter_map(line).collect()
    }

    /// What the government did, newest first.
    fn done(&self, issue: &view::Issue<'_>) -> Vec<Line> {
        let mut ours: Vec<&view::Event<'_>> = issue.events.iter().filter(|e| e.ours && !e.estimate).collect();
        ours.sort_by_key(|e| std::cmp::Reverse(e.at));
        let line = |e: &view::Event<'_>| {
            let sentence = self.first_sentence(issue, e.what)?;
            Some(Line { text: format!("- {}: {sentence}", self.voice.when(e.at).short), class: e.class })
        };
        ours.into_iter().filter_map(line).collect()
    }

    /// The decisions asked for, of whom and by when.
    fn asked(&self, issue: &view::Issue<'_>) -> Vec<Line> {
        let locale = self.locale();
        let line = |ask: &view::Ask<'_>| {
            let of = ask.of.map(|o| format!("{} {o}", locale.word("site.ask.of").to_lowercase()));
            let due = ask.due.map(|d| format!("{} {}", locale.word("site.ask.due"), self.voice.day(d).short));
            let more: Vec<String> = [of, due].into_iter().flatten().collect();
            let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join(", ")) };
            let sentence = self.first_sentence(issue, ask.what)?;
            Some(Line { text: format!("- {}{more}", sentence.trim_end_matches('.')), class: ask.class })
        };
        issue.asks.iter().filter_map(line).collect()
    }

    fn first_sentence(&self, issue: &view::Issue<'_>, text: Text<'_>) -> Option<String> {
        let told = self.may_tell(issue, text).then(|| self.bare(text))?;
        sentences(&told).first().map(|s| (*s).to_owned())
    }

    /// Nothing is cited in it that is not confirmed, and nothing is told of victims while their families wait.
    fn may_tell(&self, issue: &view::Issue<'_>, text: &[Block]) -> bool {
        let plain = |list: &[Inline]| self.bare(&[Block::Paragraph(list.to_vec())]);
        let cited = cited(text);
        let facts = issue.facts.iter().filter(|_| !cited.is_empty());
        let known: Vec<String> = facts.filter(|f| holds(f)).map(|f| self.bare(f.sentence)).collect();
        let is_known = |words: &str| known.iter().any(|k| k.trim_end_matches('.') == words.trim_end_matches('.'));
        let cites_known = cited.iter().all(|fact| is_known(&plain(fact)));
        cites_known && (families_know(issue) || !tells_of_victims(&self.bare(text)))
    }
}

/// Parts of a report in the order in which they are read.
const PARTS: usize = 6;
const HEAD: usize = 0;
const STATE: usize = 1;
const NUMBERS: usize = 2;
const DONE: usize = 3;
const ASKED: usize = 4;
const TAIL: usize = 5;

/// Most lines of a part.
const MOST: usize = 5;

/// A line that may stand in a report, and how far it may travel.
struct Line {
    text: String,
    class: Class,
}

/// A report while it is filled.
struct Draft {
    parts: [Vec<String>; PARTS],
    class: Class,
}

impl Draft {
    /// Takes a line in where there is room for all of it; what is secret never.
    fn put(&mut self, part: usize, title: Option<&str>, line: &Line, mark: &dyn Fn(Class) -> String) {
        if line.class >= Class::Secret {
            return;
        }
        let (before, class) = (self.parts[part].len(), self.class);
        if before == 0 {
            self.parts[part].extend(title.map(str::to_owned));
        }
        self.parts[part].push(line.text.clone());
        self.class = class.max(line.class);
        if self.text(mark).chars().count() > LIMIT {
            self.parts[part].truncate(before);
            self.class = class;
        }
    }

    /// The class, then the parts, an empty line between them; the sentences of the situation run on.
    fn text(&self, mark: &dyn Fn(Class) -> String) -> String {
        let part = |(at, lines): (usize, &Vec<String>)| lines.join(if at == STATE { " " } else { "\n" });
        let parts = self.parts.iter().enumerate().filter(|(_, l)| !l.is_empty()).map(part);
        std::iter::once(mark(self.class)).chain(parts).collect::<Vec<_>>().join("\n\n")
    }
}

fn lines<const N: usize>(list: [Option<String>; N]) -> String {
    list.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// A fact that is confirmed and still holds.
fn holds(fact: &view::Fact<'_>) -> bool {
    fact.status == FactStatus::Confirmed && !fact.expired
}

/// The newest time of what may be sent on: that of something secret would say that it is there.
fn told_at(issue: &view::Issue<'_>) -> Option<Instant> {
    if issue.mark < Class::Secret {
        return issue.data_at;
    }
    let facts = issue.facts.iter().filter(|f| f.class < Class::Secret).filter_map(|f| f.at);
    let numbers = issue.numbers.iter().filter(|n| n.class < Class::Secret).filter_map(|n| n.at);
    let events = issue.events.iter().filter(|e| e.class < Class::Secret).map(|e| e.at);
    let risks = issue.risks.iter().filter(|r| r.class < Class::Secret).map(|r| r.at);
    facts.chain(numbers).chain(events).chain(risks).filter(|at| issue.data_at.is_some_and(|newest| *at <= newest)).max()
}

/// The newest assessment, where it may be sent on. An older one would be told as if it still held.
fn told_risk<'i, 'v>(issue: &'i view::Issue<'v>) -> Option<&'i view::Risk<'v>> {
    issue.risks.first().filter(|r| r.class < Class::Secret)
}

/// Families of victims are known to have been told. Where nobody says so – or this edition may not read it – they wait.
fn families_know(issue: &view::Issue<'_>) -> bool {
    let know = |f: &view::Families<'_>| matches!(f.status, FamilyStatus::Done | FamilyStatus::None);
    issue.drill || (!issue.families_wait && issue.families.as_ref().is_some_and(know))
}

/// Facts that a text cites.
fn cited(blocks: &[Block]) -> Vec<&[Inline]> {
    let mut found = Vec::new();
    blocks.iter().for_each(|b| cited_in(b, &mut found));
    found
}

fn cited_in<'b>(block: &'b Block, found: &mut Vec<&'b [Inline]>) {
    match block {
        Block::Paragraph(inner) | Block::Heading(_, inner) => cited_inline(inner, found),
        Block::List(_, items) => items.iter().flat_map(|i| &i.blocks).for_each(|b| cited_in(b, found)),
        Block::Quote(inner) | Block::Note(_, inner) => inner.iter().for_each(|b| cited_in(b, found)),
        Block::Table(table) => {
            std::iter::once(&table.head).chain(&table.rows).flatten().for_each(|c| cited_inline(c, found));
        }
        Block::Definitions(list) => list.iter().for_each(|d| {
            cited_inline(&d.term, found);
            d.meanings.iter().flatten().for_each(|b| cited_in(b, found));
        }),
        Block::Code(_) | Block::Rule | Block::Picture(_) => {}
    }
}

fn cited_inline<'b>(inlines: &'b [Inline], found: &mut Vec<&'b [Inline]>) {
    for inline in inlines {
        match inline {
            Inline::Fact(inner) => found.push(inner),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Struck(inner) | Inline::Link(_, inner) => {
                cited_inline(inner, found);
            }
            _ => {}
        }
    }
}

/// Short words that end in a full stop and no sentence.
const SHORT: [&str; 22] = [
    "jl", "no", "kec", "kab", "kel", "ds", "dr", "drs", "ir", "prof", "h", "hj", "kh", "pt", "cv", "st", "tgl", "hlm",
    "a.n", "u.p", "s.d", "d.a",
];

/// The sentences of a text, lines without a full stop among them.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in text.lines() {
        let mut start = 0;
        for (at, sign) in line.char_indices().filter(|(_, c)| ".?!".contains(*c)) {
            let end = at + sign.len_utf8();
            let end = end + line[end..].chars().take_while(|c| "”\"')".contains(*c)).map(char::len_utf8).sum::<usize>();
            let next = line[end..].trim_start();
            let apart = next.len() < line[end..].len() && next.starts_with(|c: char| !c.is_lowercase());
            let word = line[start..at].rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
            if end == line.len() || (apart && !SHORT.contains(&word.trim_start_matches('('))) {
                found.push(line[start..end].trim());
                start = end;
            }
        }
        found.push(line[start..].trim());
    }
    found.retain(|s| !s.is_empty());
    found
}

/// At most so many characters, cut at a word.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let short: String = text.chars().take(most.saturating_sub(2)).collect();
    let end = short.rfind(char::is_whitespace).unwrap_or(short.len());
    format!("{} …", short[..end].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_its_sentences_end() {
        let text = "Jl. Meranti terendam pukul 07.00 WITA. Warga mengungsi ke Kec. Sambutan (SDN 3). “Kami menunggu.” Bantuan tiba";
        assert_eq!(
            sentences(text),
            [
                "Jl. Meranti terendam pukul 07.00 WITA.",
                "Warga mengungsi ke Kec. Sambutan (SDN 3).",
                "“Kami menunggu.”",
                "Bantuan tiba",
            ]
        );
    }

    #[test]
    fn what_is_too_long_is_cut_at_a_word() {
        assert_eq!(cut("satu dua tiga", 13), "satu dua tiga");
        let short = cut("satu dua tiga empat", 13);
        assert_eq!(short, "satu dua …");
        assert!(short.chars().count() <= 13);
    }
}
