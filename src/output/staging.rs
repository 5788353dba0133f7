//! The stage: a folder beside the published one, filled by many threads and swapped in whole.
//!
//! In: a path and its bytes, each once. Out: the folder with its manifest, or nothing at all. A stage that is dropped
//! without [`Staging::commit`] removes itself.
//!
//! A file that has not changed is not written again: the stage gets a hard link to the published one, so its time stays
//! and a mirror copies only what is new. **For that reason no file of a stage or of a published folder may ever be
//! modified in place**: old and new tree share it until the old one is gone. Here files are only created, linked and
//! removed.
#![expect(clippy::disallowed_methods, reason = "the writer of outputs")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, FileTimes, OpenOptions, TryLockError};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use super::manifest::{self, Entry, Manifest, Telling};
use super::swap::{MARKER, Site};
use super::{OutputError, failed};

/// An edition's folder being built. Holds the edition's lock.
#[derive(Debug)]
pub struct Staging {
    site: Site,
    stage: PathBuf,
    old: Option<Old>,
    files: Mutex<BTreeMap<String, Entry>>,
    folders: Mutex<BTreeSet<String>>,
    kept: AtomicUsize,
    published: bool,
    /// Released when dropped; the file stays, because removing a lock file lets two builds hold "the" lock.
    lock: File,
}

/// What a commit did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// Files of the edition, without the manifest.
    pub files: usize,
    /// Their bytes together.
    pub bytes: u64,
    /// Files that were written.
    pub written: usize,
    /// Files that had not changed and kept their time.
    pub kept: usize,
}

/// The tree that is published now.
#[derive(Debug)]
struct Old {
    root: PathBuf,
    files: BTreeMap<String, Entry>,
    at: SystemTime,
}

impl Staging {
    /// Locks the edition, clears up after dead builds and begins an empty stage beside `<out>/<edition>`.
    pub fn open(out: &Path, edition: &str) -> Result<Staging, OutputError> {
        let site = Site::new(out, edition)?;
        fs::create_dir_all(out).map_err(failed("membuat", out))?;
        let lock = acquire(&site)?;
        site.recover()?;
        site.admit()?;
        let stage = begin(&site)?;
        Ok(Staging {
            old: Old::read(&site.target()),
            site,
            stage,
            files: Mutex::default(),
            folders: Mutex::default(),
            kept: AtomicUsize::new(0),
            published: false,
            lock,
        })
    }

    /// Adds a file. The path is relative, with `/`; from any thread, in any order, each path once.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        if !is_plain(path) {
            return Err(OutputError::BadPath { path: path.to_owned() });
        }
        let entry = Entry::of(bytes);
        self.claim(path, &entry)?;
        self.make_folder(path)?;
        let to = self.stage.join(path);
        match self.unchanged(path, &entry) {
            Some((from, time)) => {
                self.kept.fetch_add(1, Ordering::Relaxed);
                // Linking may be refused (no links here, too many of them): then a copy with the old time says the
                // same.
                fs::hard_link(&from, &to).or_else(|_| write(&to, bytes, Some(time)))
            }
            None => write(&to, bytes, None),
        }
        .map_err(failed("menulis", &to))
    }

    /// Adds a file that is written piece by piece, so that a large one never lies in memory whole.
    pub fn stream(&self, path: &str, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), OutputError> {
        if !is_plain(path) {
            return Err(OutputError::BadPath { path: path.to_owned() });
        }
        // Of two that want it the second is refused before it writes into the first.
        self.claim(path, &Entry::of(b""))?;
        self.make_folder(path)?;
        let to = self.stage.join(path);
        let entry = fill_file(&to, fill).map_err(failed("menulis", &to))?;
        held(&self.files).insert(path.to_owned(), entry.clone());
        if let Some((from, time)) = self.unchanged(path, &entry) {
            self.kept.fetch_add(1, Ordering::Relaxed);
            replace(&from, &to, time).map_err(failed("menulis", &to))?;
        }
        Ok(())
    }

    /// Adds a file that another edition beside this one has published with these bytes; false where it is not there any
    /// more as it was. It is copied and not linked: what a hand does to the one folder must not reach the other.
    pub fn put_from(&self, edition: &str, path: &str, entry: &Entry) -> Result<bool, OutputError> {
        let from = self.site.neighbour(edition)?.target().join(path);
        match fs::read(&from) {
            Ok(bytes) if Entry::of(&bytes) == *entry => self.put(path, &bytes).map(|()| true),
            _ => Ok(false),
        }
    }

    /// Writes the manifest and puts the stage in the place of the published folder.
    pub fn commit(mut self) -> Result<Summary, OutputError> {
        let files = std::mem::take(&mut *held(&self.files));
        let kept = *self.kept.get_mut();
        let summary = Summary {
            files: files.len(),
            bytes: files.values().map(|entry| entry.bytes).sum(),
            written: files.len() - kept,
            kept,
        };
        self.finish(&Manifest::new(files))?;
        match self.site.publish(&self.stage) {
            Err(error @ OutputError::Leftover { .. }) => {
                self.published = true;
                Err(error)
            }
            Err(error) => Err(error),
            Ok(()) => {
                self.published = true;
                Ok(summary)
            }
        }
    }

    /// Takes the path before anything is written: of two that want it, the second is refused.
    fn claim(&self, path: &str, entry: &Entry) -> Result<(), OutputError> {
        let mut files = held(&self.files);
        if files.contains_key(path) {
            return Err(OutputError::Duplicate { path: path.to_owned() });
        }
        files.insert(path.to_owned(), entry.clone());
        Ok(())
    }

    /// Makes the parent folders, once for each.
    fn make_folder(&self, path: &str) -> Result<(), OutputError> {
        let Some((folder, _)) = path.rsplit_once('/') else {
            return Ok(());
        };
        if held(&self.folders).contains(folder) {
            return Ok(());
        }
        let full = self.stage.join(folder);
        // Outside the lock: two threads may both make it, and the second finds it made.
        fs::create_dir_all(&full).map_err(failed("membuat", &full))?;
        held(&self.folders).insert(folder.to_owned());
        Ok(())
    }

    /// The published file with these bytes, and its time.
    fn unchanged(&self, path: &str, entry: &Entry) -> Option<(PathBuf, SystemTime)> {
        let old = self.old.as_ref()?;
        old.files.get(path).filter(|known| *known == entry)?;
        let from = old.root.join(path);
        let found = fs::symlink_metadata(&from).ok()?;
        let time = found.modified().ok()?;
        // The manifest is written last: a younger file was changed by another hand, and its hash is no longer known.
        let trusted = found.is_file() && found.len() == entry.bytes && time <= old.at;
        trusted.then_some((from, time))
    }

    /// Manifest in, then marker out: so a finished stage is at every moment known as ours.
    fn finish(&self, manifest: &Manifest) -> Result<(), OutputError> {
        let path = self.stage.join(manifest::NAME);
        let written = File::create_new(&path).and_then(|mut file| {
            file.write_all(&manifest.to_bytes())?;
            file.sync_all()
        });
        written.map_err(failed("menulis", &path))?;
        let marker = self.stage.join(MARKER);
        fs::remove_file(&marker).map_err(failed("menghapus", &marker))
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.published {
            // Nothing can be reported from here; what stays is cleared by the next build.
            let _ = fs::remove_dir_all(&self.stage);
        }
        let _ = self.lock.unlock();
    }
}

impl Old {
    fn read(root: &Path) -> Option<Old> {
        let files = Manifest::read(root)?.files;
        let at = fs::metadata(root.join(manifest::NAME)).and_then(|found| found.modified());
        Some(Old { root: root.to_owned(), files, at: at.ok()? })
    }
}

/// Takes the edition's lock, or says that it is taken.
fn acquire(site: &Site) -> Result<File, OutputError> {
    let path = site.lock();
    let lock =
        OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(failed("mengunci", &path))?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(OutputError::Busy { path: site.target() }),
        Err(TryLockError::Error(cause)) => Err(failed("mengunci", &path)(cause)),
    }
}

/// Makes the stage, with the permissions of the folder it will replace.
fn begin(site: &Site) -> Result<PathBuf, OutputError> {
    let stage = site.stage();
    fs::create_dir(&stage).map_err(failed("membuat", &stage))?;
    let marker = stage.join(MARKER);
    fs::write(&marker, "").map_err(failed("menulis", &marker))?;
    if let Ok(target) = fs::metadata(site.target()) {
        fs::set_permissions(&stage, target.permissions()).map_err(failed("membuat", &stage))?;
    }
    Ok(stage)
}

/// Relative, normalised, inside; and not one of the names we keep for ourselves.
fn is_plain(path: &str) -> bool {
    let part = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']);
    path.split('/').all(part) && path != manifest::NAME && path != MARKER
}

/// Writes a new file; one that is already there (a name that differs only in case) is an error, not overwritten.
fn write(to: &Path, bytes: &[u8], time: Option<SystemTime>) -> std::io::Result<()> {
    let mut file = File::create_new(to)?;
    file.write_all(bytes)?;
    match time {
        Some(time) => file.set_times(FileTimes::new().set_modified(time)),
        None => Ok(()),
    }
}

/// Puts a link to the published file in the place of one that turned out the same. Where links are refused, the new file
/// takes the old one's time.
fn replace(from: &Path, to: &Path, time: SystemTime) -> io::Result<()> {
    let mut name = to.as_os_str().to_owned();
    name.push(".tautan");
    match fs::hard_link(from, &name) {
        Ok(()) => fs::rename(&name, to),
        Err(_) => File::options().write(true).open(to)?.set_times(FileTimes::new().set_modified(time)),
    }
}

/// Fills a new file and describes what went into it.
fn fill_file(to: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<Entry> {
    let mut file = Counted { file: BufWriter::new(File::create_new(to)?), told: Telling::default() };
    fill(&mut file)?;
    file.flush()?;
    Ok(file.told.entry())
}

/// A file that knows what was written into it.
struct Counted {
    file: BufWriter<File>,
    told: Telling,
}

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.file.write(bytes)?;
        self.told.take(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// The value behind the lock; a panic elsewhere does not make the map wrong, only incomplete, and such a stage is never
/// committed.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rayon::prelude::*;
    use std::time::Duration;

    fn build(out: &Path, files: &[(&str, &str)]) -> Summary {
        let staging = Staging::open(out, "publik").expect("opened");
        for (path, text) in files {
            staging.put(path, text.as_bytes()).expect("put");
        }
        staging.commit().expect("committed")
    }

    fn hidden(out: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(out)
            .expect("read")
            .map(|entry| entry.expect("entry").file_name().to_string_lossy().into())
            .filter(|name: &String| name.starts_with('.'))
            .collect();
        names.sort();
        names
    }

    fn text(out: &Path, path: &str) -> String {
        fs::read_to_string(out.join("publik").join(path)).expect("read")
    }

    /// Makes the published tree older, manifest included, so that a rewrite would show.
    fn age(out: &Path) -> SystemTime {
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        for name in ["a.html", "b.html", manifest::NAME] {
            let file = File::options().write(true).open(out.join("publik").join(name));
            let times = FileTimes::new().set_modified(time);
            file.expect("open").set_times(times).expect("aged");
        }
        time
    }

    #[test]
    fn a_foreign_folder_is_never_touched() {
        let out = tempfile::tempdir().expect("a folder");
        fs::create_dir(out.path().join("publik")).expect("made");
        fs::write(out.path().join("publik/skripsi.txt"), "x").expect("written");
        let refused = Staging::open(out.path(), "publik");
        assert!(matches!(refused, Err(OutputError::NotOurs { .. })));
        assert_eq!(text(out.path(), "skripsi.txt"), "x");
        assert_eq!(hidden(out.path()), [".publik.kunci"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_place_of_the_folder_is_foreign() {
        let out = tempfile::tempdir().expect("a folder");
        fs::create_dir(out.path().join("lain")).expect("made");
        std::os::unix::fs::symlink("lain", out.path().join("publik")).expect("linked");
        let refused = Staging::open(out.path(), "publik");
        assert!(matches!(refused, Err(OutputError::NotOurs { .. })));
    }

    #[test]
    fn a_commit_replaces_the_folder_whole() {
        let out = tempfile::tempdir().expect("a folder");
        build(out.path(), &[("a.html", "a"), ("isu/lama.html", "x")]);
        let summary = build(out.path(), &[("a.html", "A"), ("isu/baru.html", "yz")]);
        assert_eq!((summary.files, summary.bytes), (2, 3));
        assert_eq!(text(out.path(), "a.html"), "A");
        assert!(!out.path().join("publik/isu/lama.html").exists());
        assert_eq!(hidden(out.path()), [".publik.kunci"]);
        let differences = manifest::verify(&out.path().join("publik")).expect("ours");
        assert_eq!(differences, []);
    }

    #[test]
    fn an_unchanged_file_keeps_its_time() {
        let out = tempfile::tempdir().expect("a folder");
        build(out.path(), &[("a.html", "a"), ("b.html", "b")]);
        let time = age(out.path());
        let summary = build(out.path(), &[("a.html", "a"), ("b.html", "B")]);
        assert_eq!((summary.kept, summary.written), (1, 1));
        let modified = |name| {
            let found = fs::metadata(out.path().join("publik").join(name)).expect("there");
            found.modified().expect("a time")
        };
        assert_eq!(modified("a.html"), time);
        assert!(modified("b.html") > time);
    }

    #[test]
    fn a_published_file_changed_by_hand_is_written_again() {
        let out = tempfile::tempdir().expect("a folder");
        build(out.path(), &[("a.html", "a"), ("b.html", "b")]);
        age(out.path());
        fs::write(out.path().join("publik/a.html"), "!").expect("written");
        let summary = build(out.path(), &[("a.html", "a"), ("b.html", "b")]);
        assert_eq!((summary.kept, summary.written), (1, 1));
        assert_eq!(text(out.path(), "a.html"), "a");
    }

    #[test]
    fn a_duplicate_is_refused() {
        let out = tempfile::tempdir().expect("a folder");
        let staging = Staging::open(out.path(), "publik").expect("opened");
        staging.put("a.html", b"a").expect("put");
        let refused = staging.put("a.html", b"a");
        assert!(matches!(refused, Err(OutputError::Duplicate { path }) if path == "a.html"));
    }

    #[test]
    fn a_file_in_pieces_is_one_file_and_keeps_its_time_too() {
        let out = tempfile::tempdir().expect("a folder");
        let pieces = |pieces: &[&str]| {
            let staging = Staging::open(out.path(), "publik").expect("opened");
            staging.put("a.html", b"a").expect("put");
            let fill = |to: &mut dyn Write| pieces.iter().try_for_each(|p| to.write_all(p.as_bytes()));
            staging.stream("b.html", fill).expect("streamed");
            let again = staging.stream("b.html", |_| Ok(()));
            assert!(matches!(again, Err(OutputError::Duplicate { path }) if path == "b.html"));
            staging.commit().expect("committed")
        };
        assert_eq!(pieces(&["satu ", "dua"]).bytes, 9);
        assert_eq!(manifest::verify(&out.path().join("publik")).expect("ours"), []);
        let time = age(out.path());
        assert_eq!(pieces(&["satu", " dua"]).kept, 2);
        let modified = fs::metadata(out.path().join("publik/b.html")).expect("there").modified().expect("a time");
        assert_eq!(modified, time);
        assert_eq!(text(out.path(), "b.html"), "satu dua");
        assert_eq!(pieces(&["tiga"]).kept, 1);
        assert_eq!(text(out.path(), "b.html"), "tiga");
    }

    #[test]
    fn a_file_that_cannot_be_filled_fails_the_stage() {
        let out = tempfile::tempdir().expect("a folder");
        let staging = Staging::open(out.path(), "publik").expect("opened");
        let refused = staging.stream("a.html", |_| Err(io::Error::other("penuh")));
        assert!(matches!(refused, Err(OutputError::Io { .. })));
    }

    #[test]
    fn a_path_cannot_leave_the_stage() {
        let out = tempfile::tempdir().expect("a folder");
        let staging = Staging::open(out.path(), "publik").expect("opened");
        for path in ["", "/a", "../a", "a/../b", "a//b", "a/", "./a", "a\\b", "a\0", "manifest.json", MARKER] {
            let refused = staging.put(path, b"x");
            assert!(matches!(refused, Err(OutputError::BadPath { .. })), "{path:?}");
        }
        staging.put("isu/manifest.json", b"x").expect("only the root's is ours");
    }

    #[test]
    fn a_dropped_stage_removes_itself() {
        let out = tempfile::tempdir().expect("a folder");
        build(out.path(), &[("a.html", "a")]);
        let staging = Staging::open(out.path(), "publik").expect("opened");
        staging.put("a.html", b"baru").expect("put");
        drop(staging);
        assert_eq!(text(out.path(), "a.html"), "a");
        assert_eq!(hidden(out.path()), [".publik.kunci"]);
    }

    #[test]
    fn a_killed_build_leaves_the_old_site_and_the_next_clears_up() {
        let out = tempfile::tempdir().expect("a folder");
        build(out.path(), &[("a.html", "a")]);
        let killed = Staging::open(out.path(), "publik").expect("opened");
        killed.put("a.html", b"setengah").expect("put");
        // The system releases a dead process's lock; here we do it in its place.
        killed.lock.unlock().expect("unlocked");
        let left = killed.stage.clone();
        std::mem::forget(killed);
        let dead = out.path().join(".publik.baru-1");
        fs::rename(&left, &dead).expect("as if by another process");
        assert_eq!(text(out.path(), "a.html"), "a");

        let next = Staging::open(out.path(), "publik").expect("opened");
        assert!(!dead.exists());
        next.put("b.html", b"b").expect("put");
        next.commit().expect("committed");
        assert_eq!(text(out.path(), "b.html"), "b");
    }

    #[test]
    fn two_builds_of_one_edition_do_not_collide() {
        let out = tempfile::tempdir().expect("a folder");
        let first = Staging::open(out.path(), "publik").expect("opened");
        let second = Staging::open(out.path(), "publik");
        assert!(matches!(second, Err(OutputError::Busy { .. })));
        Staging::open(out.path(), "internal").expect("another edition is free");
        drop(first);
        Staging::open(out.path(), "publik").expect("free again");
    }

    #[test]
    fn many_threads_may_put() {
        let out = tempfile::tempdir().expect("a folder");
        for kept in [0, 2000] {
            let staging = Staging::open(out.path(), "publik").expect("opened");
            (0..2000_u32)
                .into_par_iter()
                .try_for_each(|n| staging.put(&format!("isu/{}/{n}.html", n % 40), &n.to_le_bytes()))
                .expect("put");
            let summary = staging.commit().expect("committed");
            assert_eq!((summary.files, summary.kept), (2000, kept));
        }
    }
}
