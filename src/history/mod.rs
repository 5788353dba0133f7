//! What Git knows about the book, in one pass.
//!
//! In: the book's folder. Out: [`History`], a plain value: the commit it stands at, and when each file last changed. No
//! Git, no repository and no commit are values too ([`State::Absent`]), never errors: a book without history is a book.
//! This module may only ask: it writes nothing (not even Git's own index), fetches nothing, and reads no file of the
//! book itself.
#![expect(clippy::disallowed_methods, reason = "the only one that asks another program")]

mod past;

pub use past::Past;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};

/// How much Git knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// Nothing: no Git, no repository that it may read, or no commit.
    #[default]
    Absent,
    /// The newest commits only (a shallow or partial clone): a file that is not in `last_change` changed at an unknown
    /// time before.
    Shallow,
    /// Everything.
    Whole,
}

/// The book's history.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// How much Git knows.
    pub state: State,
    /// The commit that is checked out, in full; absent only where the state is.
    pub head: Option<String>,
    /// A file of the book that Git tracks differs from that commit.
    pub dirty: bool,
    /// Path relative to the book, with `/` → commit time of its last change, in Unix seconds. Deleted files are listed
    /// too.
    pub last_change: BTreeMap<String, i64>,
    /// Path relative to the book → the newest change of the key `tahap` in it: from, to.
    pub stages: BTreeMap<String, (String, String)>,
}

impl History {
    /// Asks Git for the changes of stages alone.
    pub fn stages(book: &Path) -> History {
        History { stages: stages(book).unwrap_or_default(), ..History::default() }
    }

    /// Asks Git.
    pub fn read(book: &Path) -> History {
        let Some(head) = ask(book, &["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]) else {
            return History::default();
        };
        let shallow = ask(book, &["rev-parse", "--is-shallow-repository"]);
        let state = match shallow.as_deref() {
            Some("false") => State::Whole,
            _ => State::Shallow,
        };
        let status = ["status", "--porcelain", "-uno", "--no-renames", "--", "."];
        let dirty = ask(book, &status).is_some_and(|changes| !changes.is_empty());
        let (last_change, ended_well) = changes(book, state).unwrap_or_default();
        History {
            // A log that broke off (a treeless clone) is partial knowledge as well.
            state: if ended_well { state } else { State::Shallow },
            head: Some(head),
            dirty,
            last_change,
            stages: stages(book).unwrap_or_default(),
        }
    }
}

/// The newest change of each record's stage, from the lines that modifications took away and put in. Files that came or
/// went are passed over: there is no change of stage in them, and the first commit of a book would be all of it.
fn stages(book: &Path) -> Option<BTreeMap<String, (String, String)>> {
    let prefix = ask(book, &["rev-parse", "--show-prefix"])?;
    let mut child = git(book)
        .args(["log", "-p", "-U0", "--format=", "--diff-filter=M", "--no-renames", "--no-color", "--no-ext-diff"])
        .args(["--no-textconv", "-G^tahap:", "--src-prefix=a/", "--dst-prefix=b/", "--", "*.md"])
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut found: BTreeMap<String, (String, String)> = BTreeMap::new();
    let (mut path, mut from) = (None, None);
    let lines = BufReader::new(child.stdout.take()?).split(b'\n');
    for line in lines.map_while(Result::ok) {
        let Ok(line) = std::str::from_utf8(&line) else { continue };
        if let Some(now) = line.strip_prefix("+++ b/") {
            // Git ends a path with a space in it by a tab.
            path = now.trim_end_matches('\t').strip_prefix(&prefix).map(str::to_owned);
            from = None;
        } else if let Some(value) = stage_in(line, '-') {
            from = Some(value);
        } else if let (Some(value), Some(path)) = (stage_in(line, '+'), &path)
            && let Some(from) = from.take()
        {
            // Newest first: what is known stays.
            found.entry(path.clone()).or_insert((from, value));
        }
    }
    child.wait().ok()?.success().then_some(found)
}

/// `dirapatkan` of `-tahap: dirapatkan # rapat kedua`.
fn stage_in(line: &str, sign: char) -> Option<String> {
    let value = line.strip_prefix(sign)?.strip_prefix("tahap:")?;
    Some(value.split('#').next().unwrap_or_default().trim().to_owned())
}

/// The log, read as it comes; and whether it came to its end.
fn changes(book: &Path, state: State) -> Option<(BTreeMap<String, i64>, bool)> {
    // `--relative` is ignored where a merge is shown (`-c`), so the prefix is cut here.
    let prefix = ask(book, &["rev-parse", "--show-prefix"])?;
    let mut child = git(book)
        .args(["log", "-c", "-z", "--format=%x00%ct%x01%P"])
        .args(["--name-only", "--no-renames", "--no-color", "--", "."])
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut log = Log::new(prefix, state);
    let whole = child.stdout.take().is_some_and(|stdout| log.read(BufReader::new(stdout)));
    let ended_well = child.wait().is_ok_and(|status| status.success());
    Some((log.last_change, whole && ended_well))
}

/// Reads `NUL time SOH parents NUL (LF)? path NUL path NUL …`, newest commit first.
struct Log {
    prefix: String,
    state: State,
    time: Option<i64>,
    last_change: BTreeMap<String, i64>,
}

impl Log {
    fn new(prefix: String, state: State) -> Log {
        Log { prefix, state, time: None, last_change: BTreeMap::new() }
    }

    /// `false` if the pipe broke.
    fn read(&mut self, mut input: impl BufRead) -> bool {
        let mut token = Vec::new();
        loop {
            token.clear();
            match input.read_until(0, &mut token) {
                Ok(0) => return true,
                Ok(_) => self.token(token.strip_suffix(b"\0").unwrap_or(&token)),
                Err(_) => return false,
            }
        }
    }

    fn token(&mut self, token: &[u8]) {
        // Only UTF-8 paths can be ids of records; others are nobody's.
        let Ok(token) = std::str::from_utf8(token) else {
            return;
        };
        match token.split_once('\u{1}') {
            Some((time, parents)) => self.commit(time, parents),
            None => self.path(token.strip_prefix('\n').unwrap_or(token)),
        }
    }

    fn commit(&mut self, time: &str, parents: &str) {
        // At the edge of a shallow clone every file looks new: a time taken from there would be a lie.
        let edge = self.state == State::Shallow && parents.trim().is_empty();
        self.time = if edge { None } else { time.parse().ok() };
    }

    fn path(&mut self, path: &str) {
        let (Some(time), Some(path)) = (self.time, path.strip_prefix(&self.prefix)) else {
            return;
        };
        if path.is_empty() {
            return;
        }
        // Parallel branches are not in order of time, so "the first seen" would not do.
        let known = self.last_change.entry(path.to_owned()).or_insert(time);
        *known = time.max(*known);
    }
}

/// The answer without its line end; `None` if Git is missing or says no.
fn ask(book: &Path, args: &[&str]) -> Option<String> {
    let mut child = git(book).args(args).stdout(Stdio::piped()).spawn().ok()?;
    let mut answer = String::new();
    let read = child.stdout.take()?.read_to_string(&mut answer);
    let said_yes = child.wait().ok()?.success();
    (read.is_ok() && said_yes).then(|| answer.trim_end_matches(['\n', '\r']).to_owned())
}

/// Git, made to speak of the repository the book lies in, whatever the caller's environment and settings say.
fn git(book: &Path) -> Command {
    let mut git = Command::new("git");
    // A hook sets these for the repository it runs in; the book may lie in another.
    for name in REPOSITORY_ENV {
        git.env_remove(name);
    }
    git.env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    for setting in SETTINGS {
        git.arg("-c").arg(setting);
    }
    git.args([OsStr::new("-C"), book.as_os_str()]);
    git
}

/// Settings that would change the output's form, or run programs.
const SETTINGS: [&str; 5] = [
    "core.quotepath=off",
    "core.fsmonitor=false",
    "diff.relative=false",
    "log.showSignature=false",
    "log.follow=false",
];

/// `git rev-parse --local-env-vars` without the settings (`GIT_CONFIG_…` may carry a needed `safe.directory`), and what
/// bends paths.
const REPOSITORY_ENV: [&str; 16] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_GLOB_PATHSPECS",
    "GIT_GRAFT_FILE",
    "GIT_ICASE_PATHSPECS",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_LITERAL_PATHSPECS",
    "GIT_NAMESPACE",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// A repository in a folder of its own.
    struct Repository(tempfile::TempDir);

    impl Repository {
        fn new() -> Repository {
            let repository = Repository(tempfile::tempdir().expect("a folder"));
            repository.git(0, &["init", "-q", "-b", "main"]);
            repository
        }

        fn path(&self) -> &Path {
            self.0.path()
        }

        fn git(&self, time: i64, args: &[&str]) {
            let date = format!("{time} +0000");
            let status = git(self.path())
                .args(["-c", "user.name=a", "-c", "user.email=a@example.org"])
                .args(["-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"])
                .args(["-c", "protocol.file.allow=always"])
                .args(args)
                .env("GIT_COMMITTER_DATE", &date)
                .env("GIT_AUTHOR_DATE", "1000000000 +0000")
                .stdout(Stdio::null())
                .status();
            assert!(status.expect("git runs").success(), "{args:?}");
        }

        fn write(&self, path: &str, text: &str) {
            let path = self.path().join(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("made");
            fs::write(path, text).expect("written");
        }

        fn commit(&self, time: i64, files: &[(&str, &str)]) {
            for (path, text) in files {
                self.write(path, text);
            }
            self.git(time, &["add", "-A"]);
            self.git(time, &["commit", "-q", "--allow-empty", "-m", "x"]);
        }
    }

    const T: i64 = 1_700_000_000;

    #[test]
    fn without_a_repository_there_is_no_history() {
        let dir = tempfile::tempdir().expect("a folder");
        assert_eq!(History::read(dir.path()), History::default());
        assert_eq!(History::read(&dir.path().join("tidak-ada")), History::default());
    }

    #[test]
    fn a_repository_without_a_commit_has_none_either() {
        let repository = Repository::new();
        assert_eq!(History::read(repository.path()), History::default());
    }

    #[test]
    fn each_file_has_the_time_of_its_last_commit() {
        let repository = Repository::new();
        repository.commit(T, &[("buku/a.md", "1"), ("buku/isu/banjir é.md", "1")]);
        repository.commit(T + 10, &[("buku/a.md", "2"), ("luar.md", "1")]);
        let history = History::read(&repository.path().join("buku"));
        assert_eq!(history.state, State::Whole);
        assert_eq!(history.head.map(|head| head.len()), Some(40));
        assert!(!history.dirty);
        let expected = [("a.md", T + 10), ("isu/banjir é.md", T)];
        let expected = expected.map(|(path, time)| (path.to_owned(), time));
        assert_eq!(history.last_change, BTreeMap::from(expected));
    }

    #[test]
    fn the_past_holds_what_files_said_before_a_moment() {
        let repository = Repository::new();
        repository.commit(T, &[("buku/isu/a.md", "lama é\n"), ("buku/isu/b.md", "tetap"), ("luar.md", "1")]);
        repository.commit(T + 100, &[("buku/isu/a.md", "baru"), ("buku/isu/c.md", "1"), ("luar.md", "2")]);
        repository.write("buku/isu/d e.md", "belum dicatat");
        let past =
            Past::before(&repository.path().join("buku"), T + 50, "isu", &["md"]).expect("a commit is old enough");
        assert!(!past.first);
        let said = |path: &str| past.files.get(path).map(|text| text.as_deref());
        assert_eq!(said("isu/a.md"), Some(Some("lama é\n")));
        assert_eq!(said("isu/c.md"), Some(None), "it was not there");
        assert_eq!(said("isu/d e.md"), Some(None), "it is there and nobody committed it");
        assert_eq!(past.files.len(), 3, "what did not change, and what is not of the book, is left out");
        let younger = Past::before(&repository.path().join("buku"), T - 50, "isu", &["md"]).expect("the first commit");
        assert!(younger.first, "of a book younger than the moment its beginning");
        assert_eq!(Past::before(tempfile::tempdir().expect("a folder").path(), T, "isu", &["md"]), None);
    }

    #[test]
    fn branches_and_what_a_merge_itself_changed_are_seen() {
        let repository = Repository::new();
        repository.commit(T, &[("buku/a.md", "1"), ("buku/b.md", "1")]);
        repository.git(T, &["checkout", "-q", "-b", "sisi"]);
        repository.commit(T + 20, &[("buku/a.md", "sisi"), ("buku/c.md", "1")]);
        repository.git(T, &["checkout", "-q", "main"]);
        repository.commit(T + 10, &[("buku/a.md", "utama"), ("buku/d.md", "1")]);
        repository.git(T + 30, &["merge", "-q", "-s", "ours", "--no-commit", "sisi"]);
        repository.commit(T + 30, &[("buku/a.md", "keduanya"), ("buku/c.md", "1")]);
        let history = History::read(&repository.path().join("buku"));
        let time = |path: &str| history.last_change.get(path).map(|time| time - T);
        assert_eq!(time("a.md"), Some(30));
        assert_eq!(time("b.md"), Some(0));
        assert_eq!(time("c.md"), Some(20));
        assert_eq!(time("d.md"), Some(10));
    }

    #[test]
    fn only_tracked_files_of_the_book_make_it_dirty() {
        let repository = Repository::new();
        repository.commit(T, &[("buku/a.md", "1"), ("luar.md", "1")]);
        let dirty = || History::read(&repository.path().join("buku")).dirty;
        repository.write("buku/baru.md", "1");
        repository.write("luar.md", "2");
        assert!(!dirty());
        repository.write("buku/a.md", "2");
        assert!(dirty());
    }

    #[test]
    fn a_shallow_clone_says_so_and_invents_no_times() {
        let repository = Repository::new();
        repository.commit(T, &[("a.md", "1"), ("b.md", "1")]);
        repository.commit(T + 10, &[("a.md", "2")]);
        repository.commit(T + 20, &[("c.md", "1")]);
        let clone = Repository(tempfile::tempdir().expect("a folder"));
        let from = format!("file://{}", repository.path().display());
        clone.git(T, &["clone", "-q", "--depth", "2", &from, "k"]);
        let history = History::read(&clone.path().join("k"));
        assert_eq!(history.state, State::Shallow);
        assert!(history.head.is_some());
        let expected = BTreeMap::from([("c.md".to_owned(), T + 20)]);
        assert_eq!(history.last_change, expected);
    }

    #[test]
    fn a_log_that_is_no_text_does_no_harm() {
        let mut log = Log::new(String::new(), State::Whole);
        assert!(log.read(&b"a\0\xff\0x\x01\0b\0\0\n\0 7\x01p\0\nc"[..]));
        assert_eq!(log.last_change, BTreeMap::new());
    }
}
