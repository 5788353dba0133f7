//! Names to records: ids, former ids, region names, agency acronyms.

use crate::class::Class;
use crate::config::Config;
use crate::corpus::fields::{LONGEST, Target, nearest, nearest_within};
use crate::corpus::guarded::Guarded;
use crate::corpus::lower::{Broken, Entity, Head, Records};
use crate::corpus::view::file_name;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::span::Span;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is known of a record from its name alone.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    /// Its id today.
    pub id: String,
    /// Its class.
    pub class: Class,
}

/// All names.
#[derive(Default)]
pub(crate) struct Index {
    ids: HashMap<String, Known>,
    places: HashMap<String, Span>,
    /// Names of pages, in small letters, and the record that has each.
    pages: HashMap<String, Span>,
    regions: BTreeMap<String, String>,
    bps: BTreeMap<String, String>,
    agencies: BTreeMap<String, Vec<(String, String)>>,
    /// Former ids and what they are now.
    pub aliases: BTreeMap<String, String>,
    home: String,
}

impl Index {
    /// Collects the names of all records; a second record with one id is left out and reported.
    pub(crate) fn of(records: &mut Records, config: &Config, problems: &mut Vec<Diagnostic>) -> Index {
        let mut index = Index { home: config.region.clone(), ..Index::default() };
        // The book's own region has its code even before somebody wrote its record.
        index.regions.insert(config.region.clone(), config.region.clone());
        index.regions(records);
        let mut broken = Vec::new();
        index.take("wilayah", &mut records.regions, problems, &mut broken);
        index.take("instansi", &mut records.agencies, problems, &mut broken);
        index.take("isu", &mut records.issues, problems, &mut broken);
        index.take("playbook", &mut records.playbooks, problems, &mut broken);
        index.take("konpers", &mut records.conferences, problems, &mut broken);
        index.take("halaman", &mut records.pages, problems, &mut broken);
        records.broken.extend(broken);
        index.agencies(records);
        index
    }

    fn regions(&mut self, records: &mut Records) {
        for entity in &mut records.regions {
            let region = entity.guarded.for_author();
            let code = region.code.clone();
            let names = region.aliases.iter().chain([&region.name, &code]).cloned();
            self.regions.extend(names.map(|n| (n.to_lowercase(), code.clone())));
            if let Some(bps) = &region.bps {
                self.bps.insert(bps.clone(), code.clone());
            }
            entity.head.id = format!("wilayah:{code}");
        }
    }

    fn agencies(&mut self, records: &Records) {
        for entity in &records.agencies {
            let agency = entity.guarded.for_author();
            let region =
                agency.region.as_ref().and_then(|r| self.region(&r.0.text)).unwrap_or_else(|| self.home.clone());
            let names = agency.acronym.iter().map(|a| a.to_lowercase());
            for name in names.chain([entity.head.stem.clone()]).collect::<BTreeSet<String>>() {
                self.agencies.entry(name).or_default().push((region.clone(), entity.head.stem.clone()));
            }
        }
    }

    /// Takes a kind of records in, without those whose id or page another one has.
    fn take<T>(
        &mut self,
        kind: &str,
        entities: &mut Vec<Entity<T>>,
        problems: &mut Vec<Diagnostic>,
        broken: &mut Vec<Guarded<Broken>>,
    ) {
        entities.retain(|entity| {
            let Head { id, span, aliases, path, folder_region, .. } = &entity.head;
            let page = page(kind, id, &entity.head.stem);
            let twice = self.places.get(id).or_else(|| self.pages.get(page.as_ref()?)).cloned();
            let problem = match (&page, twice) {
                (_, Some(first)) => Some(Diagnostic::at(Code::E0401, span.clone()).and(first)),
                (None, None) => Some(Diagnostic::at(Code::E0314, span.clone())),
                (Some(_), None) => None,
            };
            if let Some(problem) = problem {
                let codes = vec![problem.code.as_str()];
                problems.push(problem.with("id", id.clone()));
                let left_out =
                    Broken { id: id.clone(), path: path.clone(), folder_region: folder_region.clone(), codes };
                broken.push(Guarded::new(entity.guarded.class(), left_out));
                return false;
            }
            let known = Known { id: id.clone(), class: entity.guarded.class() };
            self.places.insert(id.clone(), span.clone());
            self.pages.extend(page.map(|page| (page, span.clone())));
            for alias in aliases {
                let old = format!("alih/{}", file_name(alias).to_lowercase());
                if let Some(first) = self.pages.insert(old, span.clone()) {
                    problems.push(Diagnostic::at(Code::E0401, span.clone()).with("id", alias.clone()).and(first));
                    continue;
                }
                self.aliases.insert(alias.clone(), id.clone());
                self.ids.entry(alias.clone()).or_insert_with(|| known.clone());
            }
            self.ids.insert(id.clone(), known);
            true
        });
    }

    /// The record with an id, also a former one.
    pub(crate) fn record(&self, id: &str) -> Option<&Known> {
        self.ids.get(id)
    }

    /// The code of a region by name, alias or code.
    pub(crate) fn region(&self, name: &str) -> Option<String> {
        self.regions.get(&name.to_lowercase()).cloned()
    }

    /// The region that a BPS code stands for, where somebody wrote that instead.
    pub(crate) fn region_by_bps(&self, code: &str) -> Option<&String> {
        self.bps.get(code)
    }

    /// The agency that a name means in some regions: by acronym there, then in the book's own
    /// region, then by file name. An acronym that several of the regions know is ambiguous.
    pub(crate) fn agency(&self, name: &str, regions: &[String]) -> Result<String, Vec<String>> {
        let Some(found) = self.agencies.get(&name.to_lowercase()) else { return Err(Vec::new()) };
        for scope in [regions, std::slice::from_ref(&self.home)] {
            let here: Vec<&String> = found.iter().filter(|(r, _)| scope.contains(r)).map(|(_, stem)| stem).collect();
            match here.as_slice() {
                [] => {}
                [one] => return Ok((*one).clone()),
                several => return Err(several.iter().map(|s| (*s).clone()).collect()),
            }
        }
        match found.iter().find(|(_, stem)| stem == name) {
            Some((_, stem)) => Ok(stem.clone()),
            None => Err(found.iter().map(|(_, stem)| stem.clone()).collect()),
        }
    }

    /// The nearest name of a kind, for "did you mean".
    pub(crate) fn near(&self, text: &str, target: Target) -> Option<String> {
        match target {
            Target::Region => nearest(text, self.regions.keys().map(String::as_str)),
            // Another agency is no slip of the hand: only what is nearly the same is offered.
            Target::Agency => nearest_within(&text.to_lowercase(), self.agencies.keys().map(String::as_str), 2),
            // Ids differ by a digit without being meant: only a slip of the hand is near.
            _ => nearest_within(&text.to_lowercase(), self.ids.keys().map(String::as_str), 2),
        }
    }
}

/// The page of a record, in small letters: not every disk tells capitals apart. Issues and regions are named by their id,
/// everything else by its file. `None` where it would be no file name, or that of a list.
fn page(kind: &str, id: &str, stem: &str) -> Option<String> {
    let name = match kind {
        "isu" => file_name(id),
        "wilayah" => file_name(id.trim_start_matches("wilayah:")),
        _ => file_name(stem),
    };
    let good = name.len() <= LONGEST && !name.eq_ignore_ascii_case("index");
    good.then(|| format!("{kind}/{name}").to_lowercase())
}
