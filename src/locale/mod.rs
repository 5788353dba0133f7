//! The words of the interface: labels, messages, dates and numbers in one language.
//!
//! In: TOML files, the built-in ones and a theme's over them. Out: [`Locale`]. Templates and packs
//! get the same tables as JSON. May not know records or pages.

pub mod date;
pub mod number;

use crate::diagnostic::Severity;
use crate::diagnostic::render::Words;
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Indonesian.
    #[default]
    Id,
    /// English.
    En,
}

impl Language {
    /// "id" or "en".
    pub fn code(self) -> &'static str {
        match self {
            Language::Id => "id",
            Language::En => "en",
        }
    }
}

/// The files of a language, as they lie in `locale/<language>/`.
pub const FILES: [&str; 6] = ["words.toml", "labels.toml", "diagnostics.toml", "site.toml", "pack.toml", "data.toml"];

macro_rules! builtin {
    ($code:literal) => {
        [
            include_str!(concat!("../../themes/default/locale/", $code, "/words.toml")),
            include_str!(concat!("../../themes/default/locale/", $code, "/labels.toml")),
            include_str!(concat!("../../themes/default/locale/", $code, "/diagnostics.toml")),
            include_str!(concat!("../../themes/default/locale/", $code, "/site.toml")),
            include_str!(concat!("../../themes/default/locale/", $code, "/pack.toml")),
            include_str!(concat!("../../themes/default/locale/", $code, "/data.toml")),
        ]
    };
}

/// All words of one language.
#[derive(Debug)]
pub struct Locale {
    /// Which.
    pub language: Language,
    words: Value,
    labels: HashMap<String, HashMap<String, String>>,
    messages: BTreeMap<String, Message>,
    months: Vec<String>,
    months_short: Vec<String>,
    days: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Message {
    message: String,
    #[serde(default)]
    help: Vec<String>,
    #[serde(default)]
    explain: String,
}

impl Locale {
    /// The built-in words.
    pub fn builtin(language: Language) -> Locale {
        let texts = match language {
            Language::Id => builtin!("id"),
            Language::En => builtin!("en"),
        };
        let mut table = toml::Table::new();
        for text in texts {
            let part: toml::Table = text.parse().expect("built-in words are TOML; a test reads them");
            merge(&mut table, part);
        }
        Locale::from_table(language, table)
    }

    /// The built-in words with a theme's own laid over them, key by key.
    pub fn with_overlay(language: Language, overlay: Vec<toml::Table>) -> Locale {
        let base = Locale::builtin(language);
        let mut table = toml::Table::try_from(&base.words).expect("words came from TOML");
        overlay.into_iter().for_each(|part| merge(&mut table, part));
        Locale::from_table(language, table)
    }

    fn from_table(language: Language, mut table: toml::Table) -> Locale {
        let messages = table.remove("code").and_then(|t| t.try_into().ok()).unwrap_or_default();
        let words = serde_json::to_value(&table).expect("TOML becomes JSON");
        let list = |key: &str| -> Vec<String> {
            let list = words["date"][key].as_array().cloned().unwrap_or_default();
            list.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect()
        };
        let labels = serde_json::from_value(words["label"].clone()).unwrap_or_default();
        let (months, months_short, days) = (list("months"), list("months_short"), list("days"));
        Locale { language, words, labels, messages, months, months_short, days }
    }

    /// All words as JSON, for templates.
    pub fn words(&self) -> &Value {
        &self.words
    }

    /// Label of a value of a vocabulary; the key itself when nobody gave it words.
    pub fn label<'l>(&'l self, vocabulary: &str, key: &'l str) -> &'l str {
        self.labels.get(vocabulary).and_then(|v| v.get(key)).map_or(key, String::as_str)
    }

    /// A word by its dotted key; the key itself when it is missing, which a test refuses.
    pub fn word<'l>(&'l self, key: &'l str) -> &'l str {
        let found = key.split('.').try_fold(&self.words, |value, part| value.get(part));
        found.and_then(Value::as_str).unwrap_or(key)
    }

    /// A word with its arguments filled in.
    pub fn say(&self, key: &str, args: &[(&'static str, String)]) -> String {
        let template = self.word(key);
        crate::diagnostic::render::fill(template, args).unwrap_or_else(|| template.to_owned())
    }

    /// A word with the number `n` in it; `{n|word|words}` follows the number.
    pub fn count(&self, key: &str, n: usize) -> String {
        self.say(key, &[("n", self.integer(i64::try_from(n).unwrap_or(i64::MAX)))])
    }

    /// The long explanation of a code.
    pub fn explain(&self, code: &str) -> &str {
        self.messages.get(code).map_or("", |m| m.explain.as_str())
    }
}

impl Words for Locale {
    fn message(&self, code: &str) -> &str {
        self.messages.get(code).map_or("", |m| m.message.as_str())
    }

    fn help(&self, code: &str) -> &[String] {
        self.messages.get(code).map_or(&[], |m| m.help.as_slice())
    }

    fn severity(&self, severity: Severity) -> &str {
        match severity {
            Severity::Error => self.word("cli.error"),
            Severity::Warning => self.word("cli.warning"),
        }
    }

    fn see_also(&self) -> &str {
        self.word("cli.see_also")
    }

    fn write_instead(&self) -> &str {
        self.word("cli.write_instead")
    }
}

/// Lays one table over another, table by table.
fn merge(base: &mut toml::Table, over: toml::Table) {
    for (key, value) in over {
        match (base.get_mut(&key), value) {
            (Some(toml::Value::Table(inner)), toml::Value::Table(value)) => merge(inner, value),
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}
