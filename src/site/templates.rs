//! Templates: the only file that knows Tera.
//!
//! A template is given `page`, `t` and `m` and nothing else: there is no way to render a name with a
//! map that somebody filled. Errors point at the theme's own line.
#![expect(clippy::disallowed_methods, reason = "the one file that may fill a context: with the words, once")]

use super::model::{self, Page};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Locale;
use crate::source::span::Span;
use crate::theme::Theme;
use serde::Serialize;
use tera::{ErrorKind, Tera};

mod sealed {
    pub trait Sealed {}
}

/// A struct that a template may be given. Sealed: only the models of this crate are.
pub trait PageModel: Serialize + sealed::Sealed {
    /// The template it belongs to.
    const TEMPLATE: &'static str;
}

macro_rules! models {
    ($($name:ident => $template:literal,)+) => {
        $(impl sealed::Sealed for model::$name {}
        impl PageModel for model::$name {
            const TEMPLATE: &'static str = $template;
        })+

        /// Templates that must be there.
        pub const TEMPLATES: &[&str] = &[$($template,)+];
    };
}

models! {
    Home => "beranda.html",
    MapPage => "peta.html",
    Register => "daftar-isu.html",
    IssuePage => "isu.html",
    RegionPage => "wilayah.html",
    Regions => "daftar-wilayah.html",
    AgencyPage => "instansi.html",
    Agencies => "daftar-instansi.html",
    PlaybookPage => "playbook.html",
    Playbooks => "daftar-playbook.html",
    ConferencePage => "konpers.html",
    Conferences => "daftar-konpers.html",
    Actions => "tindak-lanjut.html",
    Promises => "janji.html",
    Timeline => "linimasa.html",
    Archive => "arsip.html",
    Updates => "pemutakhiran.html",
    NotFound => "404.html",
    FreePage => "halaman.html",
    Glossary => "glosarium.html",
    SearchPage => "cari.html",
    ChangesPage => "perubahan.html",
    DataPage => "data.html",
    Moved => "alih.html",
    Parcel => "berkas.html",
}

/// Before the name of a built-in template that a theme replaces and extends.
const BUILT_IN: &str = "bawaan/";

/// The templates of a theme, loaded and checked.
pub struct Templates<'t> {
    tera: Tera,
    theme: &'t Theme,
}

#[derive(Serialize)]
struct Names<'a, M> {
    page: &'a Page,
    m: &'a M,
}

impl<'t> Templates<'t> {
    /// Loads all templates; what is wrong in them is found now and not on the page.
    pub fn load(theme: &'t Theme, locale: &Locale) -> Result<Templates<'t>, Box<Diagnostic>> {
        let mut tera = Tera::new();
        tera.global_context().insert("t", locale.words());
        let own = theme.below("site").map(|(name, s)| (name.to_owned(), s.text.as_str()));
        // A page that a theme replaces stays there under another name, to be extended block by block. Components may be
        // defined but once, so their files are replaced whole.
        let covered = theme.below("site").filter(|(name, _)| !name.starts_with("parts/"));
        let covered = covered.filter_map(|(name, _)| {
            Some((format!("{BUILT_IN}{name}"), theme.covered(&format!("site/{name}"))?.text.as_str()))
        });
        let loaded = tera.add_raw_templates(own.chain(covered));
        let templates = Templates { tera, theme };
        match loaded {
            Ok(()) => Ok(templates),
            Err(error) => Err(Box::new(templates.problem(Code::E0601, &error))),
        }
    }

    /// Renders a page. The model is given away, so that it does not lie beside its own copy in the engine.
    pub fn render<M: PageModel>(&self, page: &Page, model: M) -> Result<String, Box<Diagnostic>> {
        let names = Names { page, m: &model };
        let context = tera::Context::from_serialize(&names).map_err(|e| self.problem(Code::E0602, &e))?;
        drop(model);
        self.tera.render(M::TEMPLATE, &context).map_err(|e| Box::new(self.problem(Code::E0602, &e)))
    }

    fn problem(&self, code: Code, error: &tera::Error) -> Diagnostic {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let name = report.filename();
                let source = match name.strip_prefix(BUILT_IN) {
                    Some(name) => self.theme.covered(&format!("site/{name}")),
                    None => self.theme.file(&format!("site/{name}")),
                };
                let Some(source) = source else {
                    return Diagnostic::new(code, crate::diagnostic::Place::Book).with("what", report.message());
                };
                let span = report.span();
                let line = source.lines.line(&source.text, span.start_line);
                let column: usize = line.chars().take(span.start_col).map(char::len_utf8).sum();
                let start = source.lines.start(span.start_line) + column;
                let place = Span::new(source, start..start + 1);
                Diagnostic::at(code, place).with("what", report.message())
            }
            _ => Diagnostic::new(code, crate::diagnostic::Place::Book).with("what", error.to_string()),
        }
    }
}
