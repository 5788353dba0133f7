//! Compiles packs: theme and data in, PDF out. The only file that calls Typst.

use super::briefing::{self, Around, Briefing, Drawn};
use super::glyphs;
use super::prose::Paper;
use super::world::{PackWorld, id};
use crate::chart::map::Geometry;
use crate::corpus::view;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::locale::Locale;
use crate::present::charts::{Standing, counts};
use crate::present::{Presenter, Voice, moments};
use crate::source::span::Span;
use crate::theme::Theme;
use crate::time::Instant;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use typst::WorldExt;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Smart};
use typst::syntax::{FileId, Source};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// Packs compiled between two evictions of Typst's caches; more would only cost memory.
const BATCH: usize = 2;

/// A theme's paper, ready to compile.
pub struct Engine<'t> {
    theme: &'t Theme,
    sources: HashMap<FileId, Source>,
    names: HashMap<FileId, String>,
    words: Bytes,
    standards: Vec<PdfStandard>,
}

/// One pack to make.
pub struct Job<'v> {
    /// Its path inside the edition.
    pub path: String,
    /// Its region.
    pub region: &'v view::Region<'v>,
}

impl<'t> Engine<'t> {
    /// Parses the theme's Typst files once.
    pub fn new(theme: &'t Theme, locale: &Locale, standards: &[String]) -> Result<Engine<'t>, Box<Diagnostic>> {
        let mut sources = HashMap::new();
        let mut names = HashMap::new();
        for (name, source) in theme.below("pack") {
            let Some(id) = id(&format!("/pack/{name}")) else { continue };
            sources.insert(id, Source::new(id, source.text.clone()));
            names.insert(id, format!("pack/{name}"));
        }
        let words = serde_json::to_vec(locale.words()).expect("words become JSON");
        let standards = standards.iter().map(|s| standard(s)).collect::<Result<_, _>>()?;
        Ok(Engine { theme, sources, names, words: Bytes::new(words), standards })
    }

    /// Makes many packs, two at a time, and hands each to `done`.
    pub fn compile_all<'v, E: Send>(
        &self,
        voice: &'v Voice<'v>,
        jobs: &[Job<'v>],
        geometry: Option<&Geometry>,
        around: Around<'_>,
        done: impl Fn(&str, Vec<u8>) -> Result<(), E> + Sync,
    ) -> Result<Vec<Diagnostic>, E> {
        let mut problems = Vec::new();
        for batch in jobs.chunks(BATCH) {
            let made: Vec<_> = batch.par_iter().map(|job| self.compile(voice, job, geometry, around)).collect();
            for (job, (pdf, found)) in batch.iter().zip(made) {
                problems.extend(found);
                if let Some(pdf) = pdf {
                    done(&job.path, pdf)?;
                }
            }
            comemo::evict(0);
        }
        Ok(problems)
    }

    /// Makes one pack.
    pub fn compile<'v>(
        &self,
        voice: &'v Voice<'v>,
        job: &Job<'v>,
        geometry: Option<&Geometry>,
        around: Around<'_>,
    ) -> (Option<Vec<u8>>, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        let p = Presenter::new(voice, Paper);
        let code = job.region.code;
        let of_region = |c: &str| Standing::of(voice.view.issues.iter().filter(|i| i.regions.contains(&c)));
        let map = geometry.map(|g| p.map(g, of_region, Some(code), true));
        let matrix =
            p.matrix(voice.view.issues.iter().filter(|i| counts(i) && i.regions.contains(&code)), true).map(|m| m.svg);
        let lead = briefing::lead(voice.view, code);
        let timeline = lead.and_then(|i| p.issue_timeline(&moments::of_issue(voice, i)));
        let trend = lead.and_then(|i| p.issue_trend(i, true));
        let drawn = Drawn {
            matrix: matrix.is_some(),
            timeline: timeline.as_ref().map(|d| d.says.clone()),
            trend: trend.as_ref().map(|d| d.says.clone()),
        };
        let around = Around { map_source: around.map_source.filter(|_| map.is_some()), ..around };
        let briefing = Briefing::of(voice, job.region, drawn, around);
        let mut data = serde_json::to_value(&briefing).expect("plain data becomes JSON");
        let mut missing = BTreeSet::new();
        glyphs::replace_missing(&mut data, &mut missing);
        if !missing.is_empty() {
            let chars: Vec<String> = missing.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
            let what = format!("{} ({})", chars.join(" "), job.path);
            problems.push(Diagnostic::new(Code::W0702, Place::Book).with("what", what));
        }
        let mut files = HashMap::new();
        let mut put = |path: &str, bytes: Bytes| {
            files.extend(id(path).map(|id| (id, bytes)));
        };
        put("/data.json", Bytes::new(serde_json::to_vec(&data).expect("plain data becomes JSON")));
        put("/words.json", self.words.clone());
        map.into_iter().for_each(|svg| put("/map.svg", Bytes::from_string(svg)));
        matrix.into_iter().for_each(|svg| put("/matrix.svg", Bytes::from_string(svg)));
        timeline.into_iter().for_each(|d| put("/timeline.svg", Bytes::from_string(d.svg)));
        trend.into_iter().for_each(|d| put("/trend.svg", Bytes::from_string(d.svg)));
        let main = id("/pack/briefing.typ").expect("a plain path");
        let world = PackWorld { sources: &self.sources, files, main };
        let ident = format!("{}-{}", voice.view.edition, job.path);
        let newest = voice.view.issues.iter().filter_map(|i| i.data_at).max().unwrap_or(voice.view.as_of);
        let pdf = self.pdf(&world, ident, newest, &mut problems);
        (pdf, problems)
    }

    fn pdf(
        &self,
        world: &PackWorld<'_>,
        ident: String,
        at: Instant,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Vec<u8>> {
        let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
        problems.extend(warnings.iter().map(|w| self.problem(Code::W0705, world, w)));
        let document = match output {
            Ok(document) => document,
            Err(errors) => {
                problems.extend(errors.iter().map(|e| self.problem(Code::E0701, world, e)));
                return None;
            }
        };
        let standards = match PdfStandards::new(&self.standards) {
            Ok(standards) => standards,
            Err(error) => {
                problems.push(Diagnostic::new(Code::E0701, Place::Book).with("what", error.message().to_string()));
                return None;
            }
        };
        let options = PdfOptions {
            ident: Smart::Custom(ident),
            creator: Smart::Custom(Some(concat!("kentongan ", env!("CARGO_PKG_VERSION")).into())),
            timestamp: timestamp(at),
            page_ranges: None,
            standards,
            tagged: true,
            pretty: false,
        };
        match typst_pdf::pdf(&document, &options) {
            Ok(bytes) => Some(bytes),
            Err(errors) => {
                problems.extend(errors.iter().map(|e| self.problem(Code::E0701, world, e)));
                None
            }
        }
    }

    /// Typst's own words, on the theme's own line.
    fn problem(&self, code: Code, world: &PackWorld<'_>, found: &SourceDiagnostic) -> Diagnostic {
        let source = found.span.id().and_then(|id| self.names.get(&id)).and_then(|name| self.theme.file(name));
        let place = match (source, world.range(found.span)) {
            (Some(source), Some(range)) => Place::Span(Span::new(source, range)),
            _ => Place::Book,
        };
        let hints: Vec<String> = found.hints.iter().map(|h| h.v.to_string()).collect();
        let hint = (!hints.is_empty()).then(|| hints.join("; "));
        Diagnostic::new(code, place).with("what", found.message.to_string()).with_some("hint", hint)
    }
}

fn standard(name: &str) -> Result<PdfStandard, Box<Diagnostic>> {
    match name {
        "a-2a" => Ok(PdfStandard::A_2a),
        "a-2b" => Ok(PdfStandard::A_2b),
        "a-2u" => Ok(PdfStandard::A_2u),
        "a-3a" => Ok(PdfStandard::A_3a),
        "ua-1" => Ok(PdfStandard::Ua_1),
        "1.7" => Ok(PdfStandard::V_1_7),
        other => Err(Box::new(
            Diagnostic::new(Code::E0701, Place::Book).with("what", format!("[pack] standard = \"{other}\"")),
        )),
    }
}

fn timestamp(at: Instant) -> Option<Timestamp> {
    let utc = Instant::from_unix(at.unix())?;
    let ((year, month, day), (hour, minute)) = (utc.date(), utc.hour_minute());
    let small = |n: u32| u8::try_from(n).ok();
    Datetime::from_ymd_hms(year, small(month)?, small(day)?, small(hour)?, small(minute)?, small(utc.second())?)
        .map(Timestamp::new_utc)
}
