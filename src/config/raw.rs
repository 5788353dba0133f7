//! `book.toml` as it is written: serde structs, one a table, that know every key.

use crate::locale::Language;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    pub book: Book,
    #[serde(default)]
    pub build: Build,
    #[serde(default)]
    pub risk: Risk,
    #[serde(default)]
    pub validity: Validity,
    #[serde(default)]
    pub edition: Vec<Edition>,
    #[serde(default)]
    pub map: Map,
    #[serde(default)]
    pub pack: Pack,
    #[serde(default)]
    pub lint: BTreeMap<Spanned<String>, Level>,
    #[serde(default)]
    pub repository: Repository,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Book {
    pub title: String,
    #[serde(default)]
    pub language: Language,
    pub organisation: String,
    pub region: String,
    #[serde(default = "makassar")]
    pub timezone: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Build {
    pub content: Spanned<String>,
    pub theme: Spanned<String>,
    pub output: String,
    pub changes_days: u32,
}

impl Default for Build {
    fn default() -> Build {
        Build { content: bare("content"), theme: bare("default"), output: "dist".to_owned(), changes_days: 7 }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Risk {
    #[serde(default)]
    pub method: RiskMethod,
}

/// How a score is made of likelihood and impact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RiskMethod {
    /// The lookup matrix of government registers, in which impact weighs more.
    #[default]
    Matrix,
    /// Likelihood times impact.
    Product,
}

/// Default `berlaku_sampai` by escalation, in hours.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Validity {
    /// For an issue.
    pub isu: u32,
    /// For a case.
    pub kasus: u32,
    /// For a crisis.
    pub krisis: u32,
}

impl Default for Validity {
    fn default() -> Validity {
        Validity { isu: 168, kasus: 48, krisis: 12 }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Edition {
    pub name: Spanned<String>,
    pub ceiling: Spanned<String>,
    #[serde(default)]
    pub public: bool,
    pub regions: Option<Vec<String>>,
    #[serde(default)]
    pub packs: Vec<Spanned<String>>,
    #[serde(default)]
    pub provenance: bool,
    pub url: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Map {
    pub geometry: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Pack {
    pub paper: Paper,
    pub standard: Vec<String>,
}

impl Default for Pack {
    fn default() -> Pack {
        Pack { paper: Paper::A4, standard: vec!["a-2a".to_owned(), "ua-1".to_owned()] }
    }
}

/// Paper of the packs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 215 × 330 mm, the folio of Indonesian offices.
    F4,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Level {
    Off,
    Warn,
    Error,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Repository {
    pub edit_url: Option<String>,
}

fn bare(text: &str) -> Spanned<String> {
    Spanned::new(0..0, text.to_owned())
}

fn makassar() -> Spanned<String> {
    bare("Asia/Makassar")
}
