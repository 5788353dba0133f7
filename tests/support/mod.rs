//! Books for tests: a folder that is written, changed and built.
#![allow(dead_code, unreachable_pub, reason = "each test binary uses its part")]
#![allow(clippy::disallowed_methods, reason = "tests stand outside the wall")]

use kentongan::diagnostic::Diagnostic;
use kentongan::locale::Locale;
use kentongan::publish::{self, Stopped};
use kentongan::time::Instant;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;
use tempfile::TempDir;

/// The moment of every test build: the sample's own morning.
pub const AS_OF: &str = "2026-11-24T09:00:00+08:00";

/// A book in a folder of its own.
pub struct Project {
    dir: Rc<TempDir>,
}

/// What a build left.
pub struct Built {
    /// Problems of form, references and audiences, in order.
    pub problems: Vec<Diagnostic>,
    /// What the rules of the field found, in order.
    pub rules: Vec<Diagnostic>,
    /// The folder of the editions.
    pub out: PathBuf,
    /// Keeps the folder while somebody looks.
    _dir: Rc<TempDir>,
}

/// The repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

const BOOK: &str = r#"
[book]
title = "Buku Uji"
organisation = "Diskominfo Uji"
region = "64"

[[edition]]
name = "internal"
ceiling = "terbatas"

[[edition]]
name = "pimpinan"
ceiling = "rahasia"
packs = ["briefing"]

[[edition]]
name = "samarinda"
ceiling = "terbatas"
regions = ["64.72"]
packs = ["briefing"]

[[edition]]
name = "publik"
ceiling = "biasa"
public = true
packs = ["briefing"]

[map]
geometry = "content/peta/kaltim.geojson"
"#;

impl Project {
    /// A small sane book: the province, two regions, two agencies, a playbook.
    pub fn new() -> Project {
        let project = Project { dir: Rc::new(tempfile::tempdir().expect("a folder for the test")) };
        let region = |code: &str, name: &str, short: &str| {
            format!(
                "kode: \"{code}\"\nnama: {name}\nsingkat: {short}\nsebutan: [{}]\nkepala: Wali Kota\n",
                name.trim_start_matches("Kota ")
            )
        };
        project
            .file("book.toml", BOOK)
            .file("content/wilayah/64.yaml", "kode: \"64\"\nnama: Kalimantan Timur\njenis: provinsi\n")
            .file("content/wilayah/64.72-samarinda.yaml", &region("64.72", "Kota Samarinda", "SMD"))
            .file("content/wilayah/64.74-bontang.yaml", &region("64.74", "Kota Bontang", "BTG"))
            .file(
                "content/instansi/bpbd-samarinda.yaml",
                "nama: BPBD Kota Samarinda\nsingkatan: BPBD\nwilayah: \"64.72\"\njenis: pd\n",
            )
            .file(
                "content/instansi/bpbd-bontang.yaml",
                "nama: BPBD Kota Bontang\nsingkatan: BPBD\nwilayah: \"64.74\"\njenis: pd\n",
            )
            .file("content/playbook/banjir.md", "---\njudul: Banjir\n---\nLangkah.\n")
            .copy("content/peta/kaltim.geojson")
    }

    /// The repository's own book.
    pub fn sample() -> Project {
        let project = Project { dir: Rc::new(tempfile::tempdir().expect("a folder for the test")) };
        let mut paths = vec!["book.toml".to_owned()];
        paths.extend(files_below(&repository().join("content")).into_keys().map(|p| format!("content/{p}")));
        paths.iter().fold(project, |p, path| p.copy(path))
    }

    /// Writes a file.
    pub fn file(self, path: &str, text: &str) -> Project {
        self.write(path, text.as_bytes());
        self
    }

    /// Writes a file of any bytes.
    pub fn write(&self, path: &str, bytes: &[u8]) {
        let full = self.dir.path().join(path);
        std::fs::create_dir_all(full.parent().expect("a file lies in a folder")).expect("the folder can be made");
        std::fs::write(full, bytes).expect("the file can be written");
    }

    /// Reads a file.
    pub fn read(&self, path: &str) -> Vec<u8> {
        std::fs::read(self.dir.path().join(path)).expect("the book has the file")
    }

    /// Copies a file of the repository.
    pub fn copy(self, path: &str) -> Project {
        let bytes = std::fs::read(repository().join(path)).expect("the repository has the file");
        self.write(path, &bytes);
        self
    }

    /// Rewrites every record; `None` removes it.
    pub fn rewrite(&self, change: impl Fn(&str, &str) -> Option<String>) {
        for (path, bytes) in files_below(&self.dir.path().join("content")) {
            let Ok(text) = String::from_utf8(bytes) else { continue };
            let full = self.dir.path().join("content").join(&path);
            match change(&path, &text) {
                Some(new) if new == text => {}
                Some(new) => std::fs::write(full, new).expect("the record can be written"),
                None => std::fs::remove_file(full).expect("the record can be removed"),
            }
        }
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    fn read_book(&self) -> publish::Read {
        self.read_book_at(AS_OF)
    }

    fn read_book_at(&self, moment: &str) -> publish::Read {
        let moment = |zone, _: &Locale| Ok(Instant::parse(moment, zone, false).expect("a moment"));
        publish::read(self.path(), self.path().join(".git").exists(), moment).expect("the folder can be read")
    }

    /// What the rules of the field find in the book.
    pub fn rules(&self) -> Vec<Diagnostic> {
        self.rules_at(AS_OF)
    }

    /// What they find at another moment.
    pub fn rules_at(&self, moment: &str) -> Vec<Diagnostic> {
        split(self.read_book_at(moment).problems).1
    }

    /// Reads the book; its problems of form, references and audiences.
    pub fn check(&self) -> Vec<Diagnostic> {
        split(self.read_book().problems).0
    }

    /// Builds editions (all, when none is named) into `dist`.
    pub fn build(&self, editions: &[&str]) -> Built {
        let read = self.read_book();
        let out = self.path().join("dist");
        let mut problems = read.problems;
        let Some(book) = read.book else { return Built { problems, rules: Vec::new(), out, _dir: self.dir.clone() } };
        for edition in &book.config.editions {
            if !editions.is_empty() && !editions.contains(&edition.name.as_str()) {
                continue;
            }
            match book.publish(edition, &out) {
                Ok((_, found)) => problems.extend(found),
                Err(Stopped::Theme(found)) => problems.extend(found),
                Err(Stopped::Failed(failure)) => panic!("the machine refused: {failure}"),
            }
        }
        let (problems, rules) = split(problems);
        Built { problems, rules, out, _dir: self.dir.clone() }
    }
}

/// Problems of form, and those of the field's rules. A record of a test that shows one thing is seldom complete as an
/// officer's would be.
fn split(problems: Vec<Diagnostic>) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    problems.into_iter().partition(|d| d.code.as_str().get(1..3) != Some("08"))
}

impl Built {
    /// Every file of an edition.
    pub fn tree(&self, edition: &str) -> BTreeMap<String, Vec<u8>> {
        files_below(&self.out.join(edition))
    }

    /// A page as text.
    pub fn page(&self, edition: &str, path: &str) -> String {
        let full = self.out.join(edition).join(path);
        std::fs::read_to_string(&full).unwrap_or_else(|e| panic!("{}: {e}", full.display()))
    }

    /// "path:line:column CODE" of every problem.
    pub fn lines(&self) -> Vec<String> {
        lines(&self.problems)
    }
}

/// "path:line:column CODE" of every problem.
pub fn lines(problems: &[Diagnostic]) -> Vec<String> {
    let line = |d: &Diagnostic| {
        let path = d.path().map(ToString::to_string).unwrap_or_default();
        let (line, column) = d.line_column().unwrap_or((0, 0));
        format!("{path}:{line}:{column} {}", d.code.as_str())
    };
    problems.iter().map(line).collect()
}

/// All files below a folder, by relative path.
pub fn files_below(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let walk = walkdir::WalkDir::new(root).into_iter().filter_map(Result::ok).filter(|e| e.file_type().is_file());
    walk.map(|e| {
        let path = e.path().strip_prefix(root).expect("below").to_string_lossy().into_owned();
        (path, std::fs::read(e.path()).expect("a file can be read"))
    })
    .collect()
}

/// Says which files of two trees differ, for a message worth reading.
pub fn differences(a: &BTreeMap<String, Vec<u8>>, b: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let paths: std::collections::BTreeSet<&String> = a.keys().chain(b.keys()).collect();
    paths
        .into_iter()
        .filter(|p| a.get(*p) != b.get(*p))
        .map(|p| format!("{p}: {}", first_difference(a.get(p), b.get(p))))
        .collect()
}

fn first_difference(a: Option<&Vec<u8>>, b: Option<&Vec<u8>>) -> String {
    let (Some(a), Some(b)) = (a, b) else { return "only in one".to_owned() };
    let at = a.iter().zip(b).position(|(x, y)| x != y).unwrap_or(a.len().min(b.len()));
    let show =
        |bytes: &[u8]| String::from_utf8_lossy(&bytes[at.saturating_sub(60)..(at + 60).min(bytes.len())]).into_owned();
    format!("…{}… and …{}…", show(a), show(b))
}

/// The words of a PDF in reading order.
pub fn pdf_text(path: &Path) -> String {
    let done =
        Command::new("pdftotext").arg("-q").arg(path).arg("-").output().expect("pdftotext is installed by tests/run");
    String::from_utf8_lossy(&done.stdout).into_owned()
}

/// All that a PDF holds, its streams uncompressed: metadata, outline, alternative texts.
pub fn pdf_insides(path: &Path) -> Vec<u8> {
    let done = Command::new("qpdf")
        .args(["--qdf", "--object-streams=disable", "--warning-exit-0"])
        .arg(path)
        .arg("-")
        .output()
        .expect("qpdf is installed by tests/run");
    done.stdout
}
