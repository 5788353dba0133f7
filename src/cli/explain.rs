//! `explain`: a code, at length.

use super::Shared;
use crate::diagnostic::Code;
use crate::diagnostic::render::Words;
use crate::failure::Failure;
use crate::locale::{Language, Locale};

/// Jelaskan sebuah kode. (Explain a code, such as E0301.)
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The code.
    code: String,
    /// Language of the explanation.
    #[arg(long, default_value = "id")]
    language: String,
}

pub(super) fn run(args: &Args, shared: &Shared) -> Result<u8, Failure> {
    let language = if args.language == "en" { Language::En } else { Language::Id };
    let locale = Locale::builtin(language);
    let unknown = || Failure::Usage(locale.say("cli.unknown_code", &[("code", args.code.clone())]));
    let code = Code::named(&args.code).ok_or_else(unknown)?.as_str();
    shared.terminal.result(&format!("{code}: {}\n\n{}", locale.message(code), locale.explain(code).trim()));
    Ok(0)
}
