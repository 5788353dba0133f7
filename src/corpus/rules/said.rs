//! The texts of a record, laid out for rules: where each stands, who hears it, and how far it may go.

use crate::class::Class;
use crate::corpus::fields::{Item, Keys, Looker, Spot};
use crate::corpus::lower::Entity;
use crate::corpus::prose::Prose;
use crate::corpus::record::issue::Issue;
use crate::corpus::sight::{Main, Sight};
use crate::corpus::vocabulary::*;
use crate::source::span::Span;
use std::ops::Range;

/// The key of what stands behind the front matter.
pub(crate) const BODY: &str = "isi";

/// Words of a record.
#[derive(Clone, Copy)]
pub(crate) enum Words<'a> {
    /// Markdown.
    Prose(&'a Prose),
    /// A line, and where its record begins.
    Line(&'a str, &'a Span),
}

/// A text.
pub(crate) struct Said<'a> {
    /// Where it stands.
    pub spot: Spot<'a>,
    /// What it says.
    pub words: Words<'a>,
    /// It is read aloud, or printed for others than the team.
    pub spoken: bool,
    /// A public edition shows it.
    pub public: bool,
    /// It is approved or released.
    pub settled: bool,
}

impl<'a> Said<'a> {
    /// The text as it was typed.
    pub(crate) fn raw(&self) -> &'a str {
        match self.words {
            Words::Prose(prose) => prose.span.text(),
            Words::Line(line, _) => line,
        }
    }

    /// The text as a tree.
    pub(crate) fn prose(&self) -> Option<&'a Prose> {
        match self.words {
            Words::Prose(prose) => Some(prose),
            Words::Line(..) => None,
        }
    }

    /// The place of a range of the raw text.
    pub(crate) fn place(&self, range: Range<usize>) -> Span {
        match self.words {
            Words::Prose(prose) => {
                let start = prose.span.range.start;
                Span::new(&prose.span.source, start + range.start..start + range.end)
            }
            Words::Line(line, head) => {
                let near = self.spot.item.map_or(head, |(_, span)| span);
                let from = near.range.start;
                let wanted = line.get(range).unwrap_or_default();
                let found = near.source.text.get(from..).and_then(|text| text.find(wanted));
                match found {
                    Some(at) if !wanted.is_empty() => Span::new(&near.source, from + at..from + at + wanted.len()),
                    _ => near.clone(),
                }
            }
        }
    }

    /// What a public edition leaves out when an error is found in this text.
    pub(crate) fn whole(&self) -> Span {
        match (self.spot.item, self.words) {
            (Some((_, span)), _) => span.clone(),
            (None, Words::Prose(prose)) => prose.span.clone(),
            (None, Words::Line(_, head)) => head.clone(),
        }
    }

    /// "pernyataan p1", "ringkasan".
    pub(crate) fn name(&self) -> String {
        match self.spot.item {
            Some((id, _)) if !id.is_empty() => format!("{} {id}", self.spot.list),
            _ => self.spot.list.to_owned(),
        }
    }
}

/// The text just before a place: enough for a sentence, and no more than that.
pub(crate) fn window(raw: &str, place: usize) -> &str {
    let mut from = place.saturating_sub(300);
    while !raw.is_char_boundary(from) {
        from += 1;
    }
    raw.get(from..place).unwrap_or_default()
}

/// Gathers the texts of any record.
struct Gatherer<'a, F> {
    sight: Sight<'a>,
    head: &'a Span,
    judge: F,
    said: Vec<Said<'a>>,
}

/// How far a text goes: spoken, public, settled.
pub(crate) type Reach = (bool, bool, bool);

impl<'a, F: Fn(&Spot<'a>) -> Reach> Looker<'a> for Gatherer<'a, F> {
    fn sees(&self, class: Class) -> bool {
        self.sight.reaches(class)
    }
    fn prose(&mut self, spot: Spot<'a>, prose: &'a Prose) {
        if self.sight.shows(prose) {
            let (spoken, public, settled) = self.reach(&spot);
            self.said.push(Said { spot, words: Words::Prose(prose), spoken, public, settled });
        }
    }
    fn line(&mut self, spot: Spot<'a>, line: &'a str) {
        let (spoken, public, settled) = self.reach(&spot);
        self.said.push(Said { spot, words: Words::Line(line, self.head), spoken, public, settled });
    }
}

impl<'a, F: Fn(&Spot<'a>) -> Reach> Gatherer<'a, F> {
    /// How far a text may go; nothing above B is public.
    fn reach(&self, spot: &Spot<'a>) -> Reach {
        let (spoken, public, settled) = (self.judge)(spot);
        (spoken, public && spot.class == Class::Ordinary, settled)
    }
}

/// All texts of a record that may be seen; `judge` says how far each may go.
pub(crate) fn gather<'a, T: Keys>(
    sight: Sight<'a>,
    entity: &'a Entity<T>,
    record: &'a T,
    judge: impl Fn(&Spot<'a>) -> Reach,
    body: impl Fn(bool) -> bool,
) -> Vec<Said<'a>> {
    let class = entity.guarded.class();
    let mut gatherer = Gatherer { sight, head: &entity.head.span, judge, said: Vec::new() };
    record.look_keys(class, None, &mut gatherer);
    let mut said = gatherer.said;
    for section in &entity.body {
        let Some(section_seen) = sight.see(section).filter(|s| sight.shows(&s.prose)) else { continue };
        let spot = Spot { list: BODY, key: BODY, item: None, class: section.class() };
        let public = section.class() == Class::Ordinary && body(section_seen.public);
        said.push(Said { spot, words: Words::Prose(&section_seen.prose), spoken: false, public, settled: public });
    }
    said
}

/// All texts of an issue.
pub(crate) fn texts_of<'a>(sight: Sight<'a>, entity: &'a Entity<Issue>, issue: &'a Issue) -> Vec<Said<'a>> {
    let open = entity.guarded.class() == Class::Ordinary
        && issue.drill != Some(true)
        && issue.disclosure != Some(Disclosure::Excluded);
    let judge = |spot: &Spot<'a>| {
        let (spoken, public, settled) = reach(sight, issue, spot);
        (spoken, public && open, settled)
    };
    gather(sight, entity, issue, judge, |public| open && public)
}

/// Does the item of a list that a text stands in satisfy something?
fn any<T: Main>(sight: Sight<'_>, list: &[Item<T>], spot: &Spot<'_>, wanted: impl Fn(&T) -> bool) -> bool {
    let Some((_, span)) = spot.item else { return false };
    sight.items(list).any(|(item, value)| item.span.begins_with(span) && wanted(value))
}

fn reach(sight: Sight<'_>, issue: &Issue, spot: &Spot<'_>) -> Reach {
    let notice = || sight.part(issue.notice.as_deref()).and_then(|(_, n)| n.status);
    match (spot.list, spot.key) {
        ("judul", _) => (false, true, true),
        ("ringkasan", _) => (true, true, true),
        ("fakta", "kalimat") => {
            let confirmed = any(sight, &issue.facts, spot, |f| f.status == Some(FactStatus::Confirmed));
            (confirmed, confirmed, confirmed)
        }
        ("fakta", "sumber") => {
            (false, any(sight, &issue.facts, spot, |f| f.status == Some(FactStatus::Confirmed)), true)
        }
        ("angka", "nama" | "cakupan" | "sumber" | "satuan") => (false, true, true),
        ("layanan", _) => (false, true, true),
        ("pesan_kunci", "kalimat") | ("tanya_jawab", "jawab") | ("kewenangan_bicara", "kami_katakan") => {
            (true, false, false)
        }
        ("jangan_dikatakan", "katakan") => (true, false, false),
        ("pernyataan", key) => {
            let released = any(sight, &issue.statements, spot, |s| s.status == Some(TextStatus::Released));
            let approved = any(sight, &issue.statements, spot, |s| s.status == Some(TextStatus::Approved));
            let spoken = matches!(key, "teks" | "terjemahan" | "judul" | "kalimat");
            let withdrawn = any(sight, &issue.statements, spot, |s| s.status == Some(TextStatus::Withdrawn));
            // Of a withdrawn text the public still reads what it was called.
            let called = withdrawn && matches!(key, "judul" | "nomor" | "narahubung");
            (spoken, (released && key != "bila") || called, released || approved)
        }
        ("pengumuman", _) => {
            let status = notice();
            (
                true,
                status == Some(TextStatus::Released),
                matches!(status, Some(TextStatus::Approved | TextStatus::Released)),
            )
        }
        ("pengakuan", "kalimat") => {
            let out = sight
                .part(issue.admission.as_ref())
                .is_some_and(|(_, a)| a.status == AdmissionStatus::Admitted && a.released == Some(true));
            (true, out, out)
        }
        ("rumor", "teks" | "jawaban") => {
            let answered = any(sight, &issue.rumours, spot, |r| {
                matches!(r.status, Some(RumourStatus::False | RumourStatus::PartlyTrue)) && r.answer.is_some()
            });
            (spot.key == "jawaban", answered, answered)
        }
        ("tindak_lanjut", "uraian") => (false, any(sight, &issue.actions, spot, |a| a.promise == Some(true)), true),
        ("foto", "keterangan" | "alt" | "pemotret") => {
            (false, any(sight, &issue.photos, spot, |p| p.public == Some(true)), true)
        }
        _ => (false, false, false),
    }
}
