//! Themes: the built-in one, and a book's own laid over it file by file.
//!
//! In: the embedded files and those of `themes/<name>/` in the book. Out: [`Theme`]. May not render
//! anything; what a template or a style sheet says is not its business.

mod builtin;

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::failure::Failure;
use crate::locale::{FILES, Language, Locale};
use crate::source::disk::{Disk, Found};
use crate::source::path::RelPath;
use crate::source::span::Span;
use crate::source::{Source, SourceRef};
use serde::Deserialize;
use std::collections::BTreeMap;

/// All files of a theme, by their path inside it.
#[derive(Debug)]
pub struct Theme {
    files: BTreeMap<String, SourceRef>,
    /// Files of the built-in theme that the book's own lie over.
    covered: BTreeMap<String, SourceRef>,
    settings: Settings,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    #[expect(dead_code, reason = "for the reader of the file")]
    name: String,
    #[expect(dead_code, reason = "for the reader of the file")]
    version: String,
    /// In place of the built-in sheets; absent: those.
    #[serde(default)]
    styles: Vec<String>,
    #[serde(default)]
    scripts: Vec<String>,
    /// After them.
    #[serde(default)]
    add_styles: Vec<String>,
    #[serde(default)]
    add_scripts: Vec<String>,
    /// Sheets for browsers that run no scripts.
    #[serde(default)]
    without_scripts: Vec<String>,
    /// What is put into a file that is sent alone.
    #[serde(default)]
    parcel: Parcel,
}

/// Styles and scripts that stand in a file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Parcel {
    #[serde(default)]
    styles: Vec<String>,
    #[serde(default)]
    scripts: Vec<String>,
}

impl Settings {
    /// A theme's own settings over the built-in ones.
    fn over(mut self, built_in: Settings) -> Settings {
        let list = |own: Vec<String>, built_in: Vec<String>, added: &[String]| {
            let base = if own.is_empty() { built_in } else { own };
            base.into_iter().chain(added.iter().cloned()).collect()
        };
        self.styles = list(self.styles, built_in.styles, &self.add_styles);
        self.scripts = list(self.scripts, built_in.scripts, &self.add_scripts);
        self.without_scripts = list(self.without_scripts, built_in.without_scripts, &[]);
        self.parcel.styles = list(self.parcel.styles, built_in.parcel.styles, &[]);
        self.parcel.scripts = list(self.parcel.scripts, built_in.parcel.scripts, &[]);
        self
    }
}

/// Endings of files that a theme may have; all are text.
const ENDINGS: [&str; 6] = ["html", "css", "js", "svg", "typ", "toml"];

impl Theme {
    /// The built-in theme alone.
    pub fn builtin() -> Theme {
        let file = |(path, text): &(&str, &str)| {
            let full = RelPath::new(&format!("themes/default/{path}")).expect("a plain path");
            ((*path).to_owned(), Source::new(full, (*text).to_owned()))
        };
        let files: BTreeMap<_, _> = builtin::FILES.iter().map(file).collect();
        let settings = toml::from_str(&files["theme.toml"].text).expect("the built-in theme.toml is read by a test");
        Theme { files, covered: BTreeMap::new(), settings }
    }

    /// The book's theme over the built-in one.
    pub fn load(disk: &Disk, config: &Config) -> Result<(Theme, Vec<Diagnostic>), Failure> {
        let mut theme = Theme::builtin();
        let mut problems = Vec::new();
        let folder = RelPath::new(&format!("themes/{}", config.theme)).expect("a theme's name is a plain word");
        let own = disk.read_below(&folder, &ENDINGS)?;
        if own.is_empty() && config.theme != "default" {
            problems.push(Diagnostic::in_file(Code::E0601, folder.clone()).with("what", "themes/"));
        }
        for found in own {
            match found {
                Found::Text(source) => {
                    let Some(inside) = source.path.below(folder.as_str()).map(|p| p.join("/")) else { continue };
                    let text = source.clone();
                    let covered = theme.files.insert(inside.clone(), source).filter(|c| c.text != text.text);
                    theme.covered.extend(covered.map(|built_in| (inside, built_in)));
                }
                Found::NotText(path, at) => {
                    problems.push(Diagnostic::in_file(Code::E0201, path).with("byte", (at + 1).to_string()));
                }
            }
        }
        let settings = &theme.files["theme.toml"];
        match toml::from_str::<Settings>(&settings.text) {
            Ok(read) => theme.settings = read.over(theme.settings),
            Err(e) => {
                let place = Span::new(settings, e.span().unwrap_or(0..0));
                problems.push(Diagnostic::at(Code::E0601, place).with("what", e.message()));
            }
        }
        theme.check_named(&mut problems);
        Ok((theme, problems))
    }

    /// Style sheets and scripts that are named must be there.
    fn check_named(&self, problems: &mut Vec<Diagnostic>) {
        let settings = &self.files["theme.toml"];
        let styles = settings_of(&self.settings.styles, &self.settings.parcel.styles, "style");
        let styles = styles.chain(self.settings.without_scripts.iter().map(|s| ("style", s)));
        for (folder, name) in styles.chain(settings_of(&self.settings.scripts, &self.settings.parcel.scripts, "script"))
        {
            let path = format!("{folder}/{name}");
            if self.files.contains_key(&path) {
                continue;
            }
            let at = settings.text.find(name.as_str()).unwrap_or(0);
            let place = Span::new(settings, at..at + name.len());
            problems.push(Diagnostic::at(Code::E0603, place).with("path", path));
        }
    }

    /// Files below a folder of the theme, by their path inside that folder.
    pub fn below<'t>(&'t self, folder: &'t str) -> impl Iterator<Item = (&'t str, &'t SourceRef)> {
        self.files.iter().filter_map(move |(path, source)| {
            let inside = path.strip_prefix(folder)?.strip_prefix('/')?;
            Some((inside, source))
        })
    }

    /// One file.
    pub fn file(&self, path: &str) -> Option<&SourceRef> {
        self.files.get(path)
    }

    /// A file of the built-in theme that the book's own lies over.
    pub fn covered(&self, path: &str) -> Option<&SourceRef> {
        self.covered.get(path)
    }

    /// Style sheets, in order.
    pub fn styles(&self) -> &[String] {
        &self.settings.styles
    }

    /// Sheets for browsers that run no scripts.
    pub fn without_scripts(&self) -> &[String] {
        &self.settings.without_scripts
    }

    /// Scripts, in order.
    pub fn scripts(&self) -> &[String] {
        &self.settings.scripts
    }

    /// Style sheets of a file that is sent alone, in order.
    pub fn parcel_styles(&self) -> &[String] {
        &self.settings.parcel.styles
    }

    /// Its scripts, in order.
    pub fn parcel_scripts(&self) -> &[String] {
        &self.settings.parcel.scripts
    }

    /// The words of a language: the built-in ones with the theme's own over them.
    pub fn locale(&self, language: Language) -> (Locale, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        let mut overlay = Vec::new();
        for name in FILES {
            let Some(source) = self.files.get(&format!("locale/{}/{name}", language.code())) else { continue };
            match source.text.parse::<toml::Table>() {
                Ok(table) => overlay.push(table),
                Err(e) => {
                    let place = Span::new(source, e.span().unwrap_or(0..0));
                    problems.push(Diagnostic::at(Code::E0601, place).with("what", e.message()));
                }
            }
        }
        (Locale::with_overlay(language, overlay), problems)
    }
}

/// Names of files with the folder they lie in.
fn settings_of<'s>(
    pages: &'s [String],
    parcel: &'s [String],
    folder: &'static str,
) -> impl Iterator<Item = (&'static str, &'s String)> {
    pages.iter().chain(parcel).map(move |name| (folder, name))
}
