//! The command line: one command a file, its doc comment is its help.
//!
//! `terminal` alone writes to the terminal; `clock` alone knows what time it is.

mod approve;
mod build;
mod check;
mod clock;
mod explain;
mod terminal;
mod verify;

use crate::failure::Failure;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use terminal::Terminal;

/// Buku krisis: dari catatan isu menjadi situs dan bahan cetak. (Crisis book: from issue records to a site and paper.)
#[derive(Debug, Parser)]
#[command(name = "kentongan", version, about, propagate_version = true)]
struct Arguments {
    /// Folder of the book.
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    book: PathBuf,
    /// The moment that decides what is late: "24 November 2026 10.00 WITA", RFC 3339. Default:
    /// SOURCE_DATE_EPOCH, else now.
    #[arg(long, global = true, value_name = "TIME")]
    as_of: Option<String>,
    /// How problems are printed.
    #[arg(long, global = true, value_enum, default_value_t = Format::Full)]
    format: Format,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With excerpts, for people.
    Full,
    /// A line a problem, without excerpts: logs are read by others.
    Short,
    /// For machines.
    Json,
}

#[derive(Debug, Subcommand)]
enum Command {
    Approve(approve::Args),
    Build(build::Args),
    Check(check::Args),
    Explain(explain::Args),
    Verify(verify::Args),
}

/// What commands share.
struct Shared {
    book: PathBuf,
    as_of: Option<String>,
    terminal: Terminal,
}

/// Runs the program; returns its exit code.
pub fn run() -> u8 {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return terminal::usage(&error),
    };
    let shared = Shared { book: arguments.book, as_of: arguments.as_of, terminal: Terminal::new(arguments.format) };
    let done: Result<u8, Failure> = match arguments.command {
        Command::Approve(args) => approve::run(&args, &shared),
        Command::Build(args) => build::run(&args, &shared),
        Command::Check(args) => check::run(&args, &shared),
        Command::Explain(args) => explain::run(&args, &shared),
        Command::Verify(args) => verify::run(&args, &shared),
    };
    done.unwrap_or_else(|failure| {
        shared.terminal.failure(&failure);
        failure.exit_code()
    })
}
