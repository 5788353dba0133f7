//! `verify`: does a published folder match its manifest?

use super::Shared;
use crate::failure::Failure;
use crate::locale::{Language, Locale};
use crate::output::{Difference, manifest};
use std::path::PathBuf;

/// Cocokkan folder terbitan dengan daftarnya. (Compare a published folder with its manifest.)
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder of an edition.
    folder: PathBuf,
}

pub(super) fn run(args: &Args, shared: &Shared) -> Result<u8, Failure> {
    let locale = Locale::builtin(Language::Id);
    let differences = manifest::verify(&args.folder).map_err(|e| Failure::Write(e.to_string()))?;
    let folder = [("folder", args.folder.display().to_string())];
    if differences.is_empty() {
        shared.terminal.result(&locale.say("cli.verified", &folder));
        return Ok(0);
    }
    shared.terminal.result(&locale.say("cli.differs", &folder));
    for difference in &differences {
        let sign = match difference {
            Difference::Missing(_) => '-',
            Difference::Extra(_) => '+',
            Difference::Changed(_) => '~',
        };
        shared.terminal.result(&format!("{sign} {}", difference.path()));
    }
    Ok(1)
}
