//! Puts references, numbers and facts into every record, and finds what leaks.
//!
//! A text that cites something stricter than itself is withheld from every edition until it is
//! mended, so no sentence ever has a hole; a reference to what is not there prints as plain words.

use super::index::Index;
use super::values::{self, Values};
use crate::class::Class;
use crate::config::Config;
use crate::corpus::body::Section;
use crate::corpus::fields::{Field, Keys, Reference, RegionRef, Target, Visitor};
use crate::corpus::guarded::Guarded;
use crate::corpus::lower::{Entity, Records};
use crate::corpus::prose::{Cite, Prose, SUBSTITUTIONS};
use crate::corpus::view::text::{Block, Inline};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::span::Span;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// The words with which an inline cites something, as they stand in the text.
fn citation(inline: &Inline) -> Option<String> {
    match inline {
        Inline::Record(id, _) => Some(format!("[[{id}")),
        Inline::Pending(pending) => Some(format!("{{{}:{}}}", pending.kind, pending.id)),
        _ => None,
    }
}

/// Links all records, in parallel.
pub(crate) fn all(records: &mut Records, index: &Index, config: &Config, problems: &mut Vec<Diagnostic>) {
    records.issues.par_iter_mut().for_each(|e| resolve_regions(e, index, |i| &mut i.regions));
    let nowhere = records.issues.iter().filter(|e| e.guarded.for_author().regions.is_empty());
    problems.extend(nowhere.map(|e| Diagnostic::at(Code::E0302, e.head.span.clone()).with("key", "wilayah")));
    records.conferences.par_iter_mut().for_each(|e| resolve_regions(e, index, |c| &mut c.regions));
    records
        .agencies
        .par_iter_mut()
        .for_each(|e| e.guarded.for_linker().region.iter_mut().for_each(|r| find_region(r, index)));
    let values = values::of(records);
    let scopes = config.editions.iter().filter_map(|e| e.regions.as_ref()).collect();
    let around = Around { index, values: &values, scopes };
    let issues = records.issues.par_iter_mut().flat_map_iter(|e| {
        let regions = region_codes(&e.guarded.for_author().regions);
        around.entity(e, Some(&around.values[&e.head.id]), regions)
    });
    problems.par_extend(issues);
    for e in &mut records.conferences {
        let conference = e.guarded.for_author();
        let own = match conference.issues.as_slice() {
            [only] => index.record(&only.0.text).and_then(|k| around.values.get(&k.id)),
            _ => None,
        };
        let regions = region_codes(&conference.regions);
        problems.extend(around.entity(e, own, regions));
    }
    problems.par_extend(records.playbooks.par_iter_mut().flat_map_iter(|e| around.entity(e, None, Vec::new())));
    problems.par_extend(records.regions.par_iter_mut().flat_map_iter(|e| around.entity(e, None, Vec::new())));
    problems.par_extend(records.agencies.par_iter_mut().flat_map_iter(|e| around.entity(e, None, Vec::new())));
    problems.par_extend(records.pages.par_iter_mut().flat_map_iter(|e| around.entity(e, None, Vec::new())));
    for term in &mut records.terms {
        let class = term.class();
        let mut linker = around.linker(None, Vec::new());
        linker.prose(&mut term.for_linker().meaning, class);
        problems.append(&mut linker.problems);
    }
}

/// Regions first: agencies are looked up in them. Without any, the folder says which.
fn resolve_regions<T>(entity: &mut Entity<T>, index: &Index, regions: fn(&mut T) -> &mut Vec<RegionRef>) {
    let span = entity.head.span.clone();
    let list = regions(entity.guarded.for_linker());
    if list.is_empty() {
        let folder = entity.head.folder_region.clone().filter(|f| f != "lintas");
        list.extend(folder.map(|text| RegionRef(Reference { text, span, target: Target::Region, found: None })));
    }
    list.iter_mut().for_each(|r| find_region(r, index));
}

fn find_region(region: &mut RegionRef, index: &Index) {
    region.0.found = index.region(&region.0.text);
}

fn region_codes(regions: &[RegionRef]) -> Vec<String> {
    regions.iter().filter_map(|r| r.0.found.clone()).collect()
}

struct Around<'a> {
    index: &'a Index,
    values: &'a HashMap<String, Values>,
    /// Regions of the editions that do not show all.
    scopes: Vec<&'a BTreeSet<String>>,
}

impl<'a> Around<'a> {
    fn linker(&'a self, own: Option<&'a Values>, regions: Vec<String>) -> Linker<'a> {
        Linker {
            index: self.index,
            values: self.values,
            own,
            regions,
            scopes: &self.scopes,
            seen: HashMap::new(),
            problems: Vec::new(),
            hole: false,
        }
    }

    fn entity<T: Keys>(
        &'a self,
        entity: &mut Entity<T>,
        own: Option<&'a Values>,
        regions: Vec<String>,
    ) -> Vec<Diagnostic> {
        let mut linker = self.linker(own, regions);
        let class = entity.guarded.class();
        entity.guarded.for_linker().walk_keys(class, &mut linker);
        entity.body.iter_mut().for_each(|s| linker.section(s));
        linker.problems
    }
}

struct Linker<'a> {
    index: &'a Index,
    values: &'a HashMap<String, Values>,
    own: Option<&'a Values>,
    regions: Vec<String>,
    scopes: &'a [&'a BTreeSet<String>],
    seen: HashMap<String, Span>,
    problems: Vec<Diagnostic>,
    /// Something in the text at hand could not be filled in.
    hole: bool,
}

impl Visitor for Linker<'_> {
    fn prose(&mut self, prose: &mut Prose, class: Class) {
        let mut blocks = std::mem::take(&mut prose.blocks);
        let mut met: HashMap<String, usize> = HashMap::new();
        each_inline(&mut blocks, &mut |inline| {
            let Some(words) = citation(inline) else { return };
            let before = met.entry(words.clone()).or_default();
            let place = prose.place_of(&words, *before);
            *before += 1;
            if matches!(&*inline, Inline::Pending(pending) if self.tells_toll(&pending.id)) {
                prose.toll.get_or_insert_with(|| place.clone());
            }
            prose.cites.extend(self.cite(inline, &place));
            let cited = self.inline(inline, &place);
            if let Some(cited) = cited.filter(|cited| *cited > class) {
                prose.withheld = true;
                let problem = Diagnostic::at(Code::E0501, place);
                let shown = if words.starts_with("[[") { format!("{words}]]") } else { words };
                self.problems.push(problem.with("cited", shown).with("own", class.key()).with("stricter", cited.key()));
            }
        });
        prose.blocks = blocks;
        prose.hole = std::mem::take(&mut self.hole);
    }

    fn reference(&mut self, reference: &mut Reference, _class: Class) {
        let text = reference.text.as_str();
        let found = match reference.target {
            Target::Region => self.region(reference),
            Target::Agency => self.agency(reference),
            Target::Playbook => self.record(reference, &format!("playbook:{text}"), Code::E0412),
            Target::Issue | Target::Record => self.record(reference, text, Code::E0403),
            Target::Fact => self.item_of(reference, |v, id| v.facts.get(id).is_some()),
            Target::Statement => self.item_of(reference, |v, id| v.statements.iter().any(|s| s == id)),
        };
        reference.found = found;
    }

    fn item(&mut self, id: &str, span: &Span) {
        if id.is_empty() {
            return;
        }
        if let Some(first) = self.seen.insert(id.to_owned(), span.clone()) {
            self.problems.push(Diagnostic::at(Code::E0402, span.clone()).with("id", id).and(first));
        }
    }
}

impl Linker<'_> {
    fn section(&mut self, section: &mut Guarded<Section>) {
        let class = section.class();
        section.for_linker().prose.walk(class, self);
    }

    /// What an inline cites, under its full id; nothing where there is no such thing.
    fn cite(&self, inline: &Inline, place: &Span) -> Option<Cite> {
        let (kind, id) = match inline {
            Inline::Record(id, _) => (String::new(), self.index.record(id)?.id.clone()),
            Inline::Pending(pending) => {
                let (values, item) = self.values_of(&pending.id);
                (pending.kind.clone(), format!("{}#{item}", values?.id))
            }
            _ => return None,
        };
        Some(Cite { kind, id, place: place.clone() })
    }

    /// Substitutes one inline; says how strict is what it cites.
    fn inline(&mut self, inline: &mut Inline, place: &Span) -> Option<Class> {
        match inline {
            Inline::Record(id, _) => {
                let wanted = id.clone();
                match self.index.record(&wanted) {
                    // The id stays as it was typed: the present one may be hidden from who reads this.
                    Some(known) => Some(known.class),
                    None => {
                        let near = self.index.near(&wanted, Target::Record);
                        let problem = Diagnostic::at(Code::E0403, place.clone());
                        self.problems.push(problem.with("id", wanted).with_some("suggestion", near));
                        None
                    }
                }
            }
            Inline::Pending(pending) => {
                let words = format!("{{{}:{}}}", pending.kind, pending.id);
                match self.value(&pending.kind, &pending.id) {
                    Ok((class, value)) => {
                        *inline = value;
                        Some(class)
                    }
                    Err(code) => {
                        let problem = Diagnostic::at(code, place.clone());
                        let near = self.near_item(&pending.kind, &pending.id);
                        self.problems.push(
                            problem
                                .with("id", pending.id.clone())
                                .with("kind", pending.kind.clone())
                                .with_some("suggestion", near),
                        );
                        *inline = Inline::Text(words);
                        self.hole = true;
                        None
                    }
                }
            }
            _ => None,
        }
    }

    /// Is an item a number of deaths before the families know?
    fn tells_toll(&self, id: &str) -> bool {
        let (values, id) = self.values_of(id);
        values.is_some_and(|v| v.tolls.iter().any(|t| t == id))
    }

    /// The values of the issue that an item id speaks of, and the bare id.
    fn values_of<'i>(&self, id: &'i str) -> (Option<&Values>, &'i str) {
        match id.split_once('#') {
            Some((issue, item)) => (self.index.record(issue).and_then(|k| self.values.get(&k.id)), item),
            None => (self.own, id),
        }
    }

    /// The present id of the issue that an item is named with, where it is named with one.
    fn full_id(&self, text: &str) -> Option<&str> {
        let (issue, _) = text.split_once('#')?;
        self.index.record(issue).map(|k| k.id.as_str())
    }

    fn value(&self, kind: &str, id: &str) -> Result<(Class, Inline), Code> {
        if !SUBSTITUTIONS.contains(&kind) {
            return Err(Code::E0411);
        }
        let (values, id) = self.values_of(id);
        let values = values.ok_or(Code::E0406)?;
        let floor = if self.is_apart(values) { Class::Secret } else { values.class.unwrap_or(Class::Ordinary) };
        match kind {
            "angka" => {
                let cited = values.numbers.get(id).ok_or(Code::E0406)?;
                Ok((cited.class.max(floor), Inline::Number(cited.quantity.clone())))
            }
            "waktu" => {
                let cited = values.numbers.get(id).ok_or(Code::E0406)?;
                let at = cited.at.ok_or(Code::E0413)?;
                Ok((cited.class.max(floor), Inline::Time(at)))
            }
            "fakta" => {
                let (class, inlines) = values.facts.get(id).ok_or(Code::E0406)?;
                Ok((*class.max(&floor), Inline::Fact(inlines.clone())))
            }
            _ => Err(Code::E0411),
        }
    }

    /// May some edition show this record and not the issue that it cites? A drill and excluded information may be cited
    /// by their own texts only; another region's issue not by what an edition without that region shows.
    fn is_apart(&self, cited: &Values) -> bool {
        if self.own.is_some_and(|own| std::ptr::eq(own, cited)) {
            return false;
        }
        let seen = |regions: &[String], scope: &BTreeSet<String>| regions.iter().any(|r| scope.contains(r));
        let shown = |scope: &BTreeSet<String>| self.regions.is_empty() || seen(&self.regions, scope);
        cited.apart || self.scopes.iter().any(|scope| shown(scope) && !seen(&cited.regions, scope))
    }

    fn near_item(&self, kind: &str, id: &str) -> Option<String> {
        let (values, id) = self.values_of(id);
        let values = values?;
        match kind {
            "angka" | "waktu" => crate::corpus::fields::nearest(id, values.numbers.names()),
            "fakta" => crate::corpus::fields::nearest(id, values.facts.names()),
            other => crate::corpus::fields::nearest(other, SUBSTITUTIONS.into_iter()),
        }
    }

    fn region(&mut self, reference: &Reference) -> Option<String> {
        let found = self.index.region(&reference.text);
        if found.is_none() {
            let by_bps = self.index.region_by_bps(&reference.text.replace('.', "")).cloned();
            let code = if by_bps.is_some() && !reference.text.contains('.') { Code::E0313 } else { Code::E0405 };
            let near = by_bps.or_else(|| self.index.near(&reference.text, Target::Region));
            self.missing(code, reference, near);
        }
        found
    }

    fn agency(&mut self, reference: &Reference) -> Option<String> {
        match self.index.agency(&reference.text, &self.regions) {
            Ok(stem) => Some(stem),
            Err(several) if several.is_empty() => {
                let near = self.index.near(&reference.text, Target::Agency);
                self.missing(Code::E0404, reference, near);
                None
            }
            Err(several) => {
                let problem = Diagnostic::at(Code::E0407, reference.span.clone());
                self.problems.push(problem.with("id", reference.text.clone()).with("several", several.join(", ")));
                None
            }
        }
    }

    fn record(&mut self, reference: &Reference, id: &str, code: Code) -> Option<String> {
        let found = self.index.record(id).or_else(|| self.index.record(&reference.text)).map(|k| k.id.clone());
        if found.is_none() {
            let near = self.index.near(id, reference.target);
            self.missing(code, reference, near);
        }
        found
    }

    fn item_of(&mut self, reference: &Reference, there: fn(&Values, &str) -> bool) -> Option<String> {
        let (values, id) = self.values_of(&reference.text);
        if values.is_some_and(|v| there(v, id)) {
            return Some(match self.full_id(&reference.text) {
                Some(issue) => format!("{issue}#{id}"),
                None => id.to_owned(),
            });
        }
        self.missing(Code::E0406, reference, None);
        None
    }

    fn missing(&mut self, code: Code, reference: &Reference, near: Option<String>) {
        let mut problem = Diagnostic::at(code, reference.span.clone()).with("id", reference.text.clone());
        if let Some(near) = near {
            problem = problem.with("suggestion", near.clone()).instead(near);
        }
        self.problems.push(problem);
    }
}

/// Visits every inline of some blocks.
fn each_inline(blocks: &mut [Block], f: &mut dyn FnMut(&mut Inline)) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(_, inlines) => inlines_in(inlines, f),
            Block::List(_, items) => items.iter_mut().for_each(|i| each_inline(&mut i.blocks, f)),
            Block::Quote(blocks) | Block::Note(_, blocks) => each_inline(blocks, f),
            Block::Table(table) => {
                table.head.iter_mut().for_each(|c| inlines_in(c, f));
                table.rows.iter_mut().flatten().for_each(|c| inlines_in(c, f));
            }
            Block::Definitions(list) => {
                for definition in list {
                    inlines_in(&mut definition.term, f);
                    definition.meanings.iter_mut().for_each(|m| each_inline(m, f));
                }
            }
            Block::Code(_) | Block::Rule | Block::Picture(_) => {}
        }
    }
}

fn inlines_in(inlines: &mut [Inline], f: &mut dyn FnMut(&mut Inline)) {
    for inline in inlines.iter_mut() {
        match inline {
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Struck(inner) | Inline::Link(_, inner) => {
                inlines_in(inner, f);
            }
            other => {
                f(other);
                // What a fact brings along is weighed like everything else in the text.
                if let Inline::Fact(inner) = other {
                    inlines_in(inner, f);
                }
            }
        }
    }
    for at in 1..inlines.len() {
        let (before, after) = inlines.split_at_mut(at);
        if let (Some(Inline::Fact(sentence)), Some(Inline::Text(text))) = (before.last_mut(), after.first())
            && goes_on(text)
        {
            drop_full_stop(sentence);
        }
    }
}

/// Does the sentence go on behind a fact, or bring a full stop of its own?
fn goes_on(text: &str) -> bool {
    text.starts_with(['.', ',', ';', ':', '!', '?', ')']) || text.trim_start().starts_with(char::is_lowercase)
}

fn drop_full_stop(sentence: &mut [Inline]) {
    if let Some(Inline::Text(text)) = sentence.last_mut() {
        let end = text.trim_end().trim_end_matches('.').len();
        text.truncate(end);
    }
}
