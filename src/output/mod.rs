//! The last step: bytes become files, whole or not at all.
//!
//! In: paths below one edition's folder with their bytes, in any order and from many threads. Out: that folder,
//! replaced in one step, with a manifest of every file. Nothing is ever written into the published folder: a build
//! fills a stage beside it, and a build that fails leaves yesterday's site as it was.
//!
//! These modules may not know what the bytes mean, may not read the book, and may not touch a folder that this program
//! did not make. Beside the folder `<edition>` they own the names `.<edition>.baru-<pid>` (stage),
//! `.<edition>.lama-<pid>` (old tree, set aside) and `.<edition>.kunci` (lock).

pub mod manifest;
pub mod staging;
mod swap;

pub use manifest::{Difference, Entry};
pub use staging::{Staging, Summary};

use std::io;
use std::path::{Path, PathBuf};

/// Why outputs cannot be written or checked.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// The folder exists, is not empty, and was not made by this program.
    #[error(
        "{path} sudah ada dan bukan buatan kentongan; pilih folder lain atau kosongkan sendiri \
         (not ours, left as it is)"
    )]
    NotOurs {
        /// The folder.
        path: PathBuf,
    },
    /// Another build holds the lock of this edition.
    #[error("{path} sedang dibangun oleh proses lain; ulangi setelah selesai (busy)")]
    Busy {
        /// The folder.
        path: PathBuf,
    },
    /// Two pages want the same path.
    #[error("dua keluaran memakai alamat yang sama: {path} (duplicate output)")]
    Duplicate {
        /// The path inside the edition.
        path: String,
    },
    /// A path that would leave the folder, or a name this program keeps for itself.
    #[error("alamat keluaran tidak sah: {path:?} (bad output path)")]
    BadPath {
        /// The path, or the name of the edition.
        path: String,
    },
    /// The new edition is published, but the old tree could not be removed and still lies beside it.
    #[error("edisi baru sudah terbit, tetapi folder lama {path} tidak dapat dihapus: {cause} (leftover)")]
    Leftover {
        /// What is left of the old tree.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// The machine refuses.
    #[error("tidak dapat {action} {path}: {cause} (output)")]
    Io {
        /// What was tried, as a verb.
        action: &'static str,
        /// On what.
        path: PathBuf,
        /// Why not.
        cause: io::Error,
    },
}

/// Turns an I/O error into ours; made for `map_err`.
fn failed(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> OutputError {
    let path = path.to_owned();
    move |cause| OutputError::Io { action, path, cause }
}
