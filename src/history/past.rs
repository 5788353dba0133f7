//! The book as it stood at an earlier moment: which files differ, and what they said.
//!
//! In: the book's folder, a moment. Out: [`Past`], texts only. What they mean, and who may see it, is not decided here.

use super::{ask, git};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Stdio;

/// The files of an earlier book that differ from those that lie there now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// The book began only after the moment: this is its first state. Otherwise it is the state at the moment. When the
    /// commit was made is not told: it may have changed only what a reader cannot see.
    pub first: bool,
    /// Path relative to the book → what it said; `None` where there was no such file, or no text.
    pub files: BTreeMap<String, Option<String>>,
}

impl Past {
    /// The newest state that is not younger than a moment, in Unix seconds; of a younger book its first. `None` where
    /// Git does not know: there is no repository, or the clone does not reach back so far. Only files with one of some
    /// endings are read.
    pub fn before(book: &Path, moment: i64, folder: &str, endings: &[&str]) -> Option<Past> {
        let (commit, first) = base(book, moment)?;
        let prefix = ask(book, &["rev-parse", "--show-prefix"])?;
        let differ = ["diff", "--name-only", "--no-renames", "--relative", "-z", &commit, "--", folder];
        let mut paths = list(book, &differ)?;
        paths.extend(list(book, &["ls-files", "--others", "--exclude-standard", "-z", "--", folder])?);
        // A path with a line end in it would be two questions.
        let record = |path: &str| path.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending));
        paths.retain(|path| record(path) && !path.contains('\n'));
        paths.sort();
        paths.dedup();
        let texts = texts(book, &commit, &prefix, &paths)?;
        Some(Past { first, files: paths.into_iter().zip(texts).collect() })
    }
}

/// A commit, and whether it is the book's first and younger than the moment.
fn base(book: &Path, moment: i64) -> Option<(String, bool)> {
    let before = format!("--before=@{moment} +0000");
    let found = ask(book, &["rev-list", "-1", "--first-parent", &before, "HEAD"])?;
    if !found.is_empty() {
        return Some((found, false));
    }
    // At the edge of a shallow clone the oldest commit is not the book's first.
    let whole = ask(book, &["rev-parse", "--is-shallow-repository"])? == "false";
    let roots = ask(book, &["rev-list", "--first-parent", "--max-parents=0", "HEAD"]).filter(|_| whole)?;
    Some((roots.lines().last()?.to_owned(), true))
}

fn list(book: &Path, args: &[&str]) -> Option<Vec<String>> {
    let answer = ask(book, args)?;
    Some(answer.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect())
}

/// What some files said in a commit, in their order. Asked in one process, whose questions and answers must flow at the
/// same time.
fn texts(book: &Path, commit: &str, prefix: &str, paths: &[String]) -> Option<Vec<Option<String>>> {
    if paths.is_empty() {
        return Some(Vec::new());
    }
    let mut child =
        git(book).args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    let mut questions = child.stdin.take()?;
    let mut answers = BufReader::new(child.stdout.take()?);
    let found = std::thread::scope(|scope| {
        scope.spawn(move || {
            // Who no longer listens has answered badly, and that is seen on the other side.
            paths.iter().try_for_each(|path| writeln!(questions, "{commit}:{prefix}{path}")).ok();
        });
        let found = paths.iter().map(|_| answer(&mut answers)).collect::<Option<Vec<_>>>();
        // Whoever still writes must be told that nobody reads any more.
        drop(answers);
        found
    });
    child.wait().ok()?;
    found
}

/// `<oid> blob <size>`, a line end, so many bytes, a line end; or `<question> missing`.
fn answer(from: &mut impl BufRead) -> Option<Option<String>> {
    let mut head = String::new();
    from.read_line(&mut head).ok()?;
    let mut parts = head.trim_end().rsplitn(3, ' ');
    let (size, kind) = (parts.next()?, parts.next()?);
    if size == "missing" {
        return Some(None);
    }
    let mut bytes = vec![0; size.parse().ok()?];
    from.read_exact(&mut bytes).ok()?;
    from.read_exact(&mut [0]).ok()?;
    Some((kind == "blob").then(|| String::from_utf8(bytes).ok()).flatten())
}
