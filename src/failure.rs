//! Fatal failures and their exit codes. What is wrong with the *content* is a diagnostic, never one of these.

use std::path::{Path, PathBuf};

/// Why the program stops.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The command line asks for something that cannot be.
    #[error("{0}")]
    Usage(String),
    /// A file or folder cannot be read.
    #[error("tidak dapat membaca {path}: {cause} (cannot read)")]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        cause: std::io::Error,
    },
    /// Outputs cannot be written.
    #[error("{0}")]
    Write(String),
    /// The program itself is wrong.
    #[error("kesalahan program: {0} (a bug; please report it)")]
    Bug(String),
}

impl Failure {
    /// A failed read.
    pub fn read(path: &Path, cause: std::io::Error) -> Failure {
        Failure::Read { path: path.to_owned(), cause }
    }

    /// 2 the command line, 3 the machine, 101 a bug.
    pub fn exit_code(&self) -> u8 {
        match self {
            Failure::Usage(_) => 2,
            Failure::Read { .. } | Failure::Write(_) => 3,
            Failure::Bug(_) => 101,
        }
    }
}
