//! Puts a finished stage in the place of the published folder, and clears up after builds that died.
//!
//! In: the folder's place ([`Site`]) while its lock is held. Out: the folder is the old tree or the new one, at every
//! moment a whole one. This module moves and removes only what it can prove to be ours.
#![expect(clippy::disallowed_methods, reason = "the writer of outputs")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::manifest::Manifest;
use super::{OutputError, failed};

/// Lies in a stage while it is filled, so that the stage of a dead build is known as ours.
pub(super) const MARKER: &str = ".kentongan-stage";

const STAGE: &str = "baru";
const ASIDE: &str = "lama";

/// The place of one edition: its folder and the names beside it.
#[derive(Debug)]
pub(super) struct Site {
    out: PathBuf,
    edition: String,
}

impl Site {
    /// The place of `edition` below `out`; an edition's name is one plain, visible path segment.
    pub(super) fn new(out: &Path, edition: &str) -> Result<Site, OutputError> {
        let plain = !edition.is_empty() && !edition.starts_with('.') && !edition.contains(['/', '\\', '\0']);
        if !plain {
            return Err(OutputError::BadPath { path: edition.to_owned() });
        }
        Ok(Site { out: out.to_owned(), edition: edition.to_owned() })
    }

    /// Another edition below the same folder.
    pub(super) fn neighbour(&self, edition: &str) -> Result<Site, OutputError> {
        Site::new(&self.out, edition)
    }

    /// The folder that is published.
    pub(super) fn target(&self) -> PathBuf {
        self.out.join(&self.edition)
    }

    /// The file whose lock this build holds.
    pub(super) fn lock(&self) -> PathBuf {
        self.out.join(format!(".{}.kunci", self.edition))
    }

    /// Where this process builds.
    pub(super) fn stage(&self) -> PathBuf {
        self.beside(STAGE)
    }

    fn beside(&self, role: &str) -> PathBuf {
        let pid = std::process::id();
        self.out.join(format!(".{}.{role}-{pid}", self.edition))
    }

    /// Ends what dead builds left: puts an old tree back where none is published, removes stages and old trees.
    ///
    /// Only for the holder of the lock, who knows that nobody else is building.
    pub(super) fn recover(&self) -> Result<(), OutputError> {
        if fs::symlink_metadata(self.target()).is_err()
            && let Some(aside) = self.leftovers(ASIDE)?.pop()
            && Manifest::read(&aside).is_some()
        {
            fs::rename(&aside, self.target()).map_err(failed("mengembalikan", &aside))?;
        }
        for role in [STAGE, ASIDE] {
            for path in self.leftovers(role)? {
                if is_ours(&path) {
                    fs::remove_dir_all(&path).map_err(failed("menghapus", &path))?;
                }
            }
        }
        Ok(())
    }

    /// Folders named `.<edition>.<role>-<pid>`, in order.
    fn leftovers(&self, role: &str) -> Result<Vec<PathBuf>, OutputError> {
        let prefix = format!(".{}.{role}-", self.edition);
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.out).map_err(failed("membaca", &self.out))? {
            let entry = entry.map_err(failed("membaca", &self.out))?;
            let name = entry.file_name();
            let pid = name.to_str().and_then(|name| name.strip_prefix(&prefix));
            let numbered = pid.is_some_and(|pid| !pid.is_empty() && pid.bytes().all(|b| b.is_ascii_digit()));
            if numbered && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                found.push(entry.path());
            }
        }
        found.sort();
        Ok(found)
    }

    /// Refuses a published folder that this program did not make. Missing or empty is welcome.
    pub(super) fn admit(&self) -> Result<(), OutputError> {
        let target = self.target();
        let foreign = match fs::symlink_metadata(&target) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => false,
            Err(cause) => return Err(failed("membaca", &target)(cause)),
            // A link is foreign too: swapping it would replace the link and leave its folder behind.
            Ok(found) if !found.is_dir() => true,
            Ok(_) => !is_empty(&target) && Manifest::read(&target).is_none(),
        };
        if foreign {
            return Err(OutputError::NotOurs { path: target });
        }
        Ok(())
    }

    /// Publishes the stage, whole, and removes what it replaces.
    pub(super) fn publish(&self, stage: &Path) -> Result<(), OutputError> {
        let target = self.target();
        if fs::symlink_metadata(&target).is_err() {
            return fs::rename(stage, &target).map_err(failed("menerbitkan", &target));
        }
        match exchange(stage, &target) {
            Ok(()) => remove(stage),
            Err(cause) if is_unsupported(&cause) => self.rename_aside(stage),
            Err(cause) => Err(failed("menerbitkan", &target)(cause)),
        }
    }

    /// The way for file systems that cannot exchange: for a moment nothing is published, and [`Site::recover`] ends
    /// that moment if the machine stops in it.
    fn rename_aside(&self, stage: &Path) -> Result<(), OutputError> {
        let (target, aside) = (self.target(), self.beside(ASIDE));
        fs::rename(&target, &aside).map_err(failed("menyisihkan", &target))?;
        if let Err(cause) = fs::rename(stage, &target) {
            fs::rename(&aside, &target).map_err(failed("mengembalikan", &aside))?;
            return Err(failed("menerbitkan", &target)(cause));
        }
        remove(&aside)
    }
}

/// Removes the tree that was replaced. That it stays matters: it may hold what was withdrawn.
fn remove(old: &Path) -> Result<(), OutputError> {
    fs::remove_dir_all(old).map_err(|cause| OutputError::Leftover { path: old.to_owned(), cause })
}

/// A stage being filled has the marker, a finished tree has the manifest, and one just begun is empty: one of them
/// always holds.
fn is_ours(dir: &Path) -> bool {
    dir.join(MARKER).is_file() || Manifest::read(dir).is_some() || is_empty(dir)
}

fn is_empty(dir: &Path) -> bool {
    fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_none())
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// The system or the file system does not know the exchange: ENOSYS, EOPNOTSUPP, EINVAL.
fn is_unsupported(cause: &io::Error) -> bool {
    matches!(cause.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn tree(path: &Path, name: &str) {
        fs::create_dir_all(path).expect("made");
        fs::write(path.join(name), name).expect("written");
        let manifest = Manifest::new(BTreeMap::new()).to_bytes();
        fs::write(path.join("manifest.json"), manifest).expect("written");
    }

    fn site(out: &Path) -> Site {
        Site::new(out, "publik").expect("a plain name")
    }

    #[test]
    fn an_edition_is_one_visible_segment() {
        for name in ["", ".", "..", ".git", "a/b", "a\\b", "/a"] {
            assert!(matches!(Site::new(Path::new("out"), name), Err(OutputError::BadPath { .. })));
        }
    }

    #[test]
    fn renaming_aside_replaces_whole() {
        let out = tempfile::tempdir().expect("a folder");
        let site = site(out.path());
        tree(&site.target(), "lama.html");
        tree(&site.stage(), "baru.html");
        site.rename_aside(&site.stage()).expect("published");
        assert!(site.target().join("baru.html").is_file());
        assert!(!site.target().join("lama.html").exists());
        assert!(!site.stage().exists() && !site.beside(ASIDE).exists());
    }

    #[test]
    fn a_failed_rename_puts_the_old_tree_back() {
        let out = tempfile::tempdir().expect("a folder");
        let site = site(out.path());
        tree(&site.target(), "lama.html");
        assert!(site.rename_aside(&out.path().join("tidak-ada")).is_err());
        assert!(site.target().join("lama.html").is_file());
    }

    #[test]
    fn an_old_tree_set_aside_comes_back_when_nothing_is_published() {
        let out = tempfile::tempdir().expect("a folder");
        let site = site(out.path());
        tree(&out.path().join(".publik.lama-77"), "lama.html");
        tree(&out.path().join(".publik.baru-77"), "baru.html");
        site.recover().expect("recovered");
        assert!(site.target().join("lama.html").is_file());
        assert!(!out.path().join(".publik.baru-77").exists());
    }

    #[test]
    fn what_is_not_ours_is_left_alone() {
        let out = tempfile::tempdir().expect("a folder");
        let names = [".publik.baru-77", ".publik.baru-x", ".publik.lama-8"];
        for name in names {
            fs::create_dir(out.path().join(name)).expect("made");
            fs::write(out.path().join(name).join("surat.txt"), "x").expect("written");
        }
        site(out.path()).recover().expect("recovered");
        assert!(names.iter().all(|name| out.path().join(name).exists()));
        assert!(!out.path().join("publik").exists());
    }

    #[test]
    fn only_a_missing_exchange_falls_back() {
        let raw = io::Error::from_raw_os_error;
        for errno in [rustix::io::Errno::NOSYS, rustix::io::Errno::INVAL, rustix::io::Errno::OPNOTSUPP] {
            assert!(is_unsupported(&raw(errno.raw_os_error())));
        }
        assert!(!is_unsupported(&raw(rustix::io::Errno::ACCESS.raw_os_error())));
    }
}
