//! The binary: one call.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(kentongan::cli::run())
}
