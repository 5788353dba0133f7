//! Diagnostics as literate cases: `tests/cases/E0301.md` holds the files that an officer wrote and the
//! problems that must be found in them, no more and no fewer. The words of all codes and labels are
//! checked here too, and the pages of `docs/` that are made from the program.
//!
//! `KENTONGAN_TULIS=1 cargo test --test diagnostics` writes those pages again.
#![expect(clippy::disallowed_methods, reason = "tests write the books that they read")]

use kentongan::class::Class;
use kentongan::corpus::{guide, vocabulary::VOCABULARIES};
use kentongan::diagnostic::render::{Words, fill};
use kentongan::diagnostic::{self, Code, Diagnostic};
use kentongan::locale::{FILES, Language, Locale};
use kentongan::publish::{self, Book, Stopped};
use kentongan::time::Instant;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The case that is no code: the book from which all others differ.
const BASE: &str = "dasar";

/// The moment at which editions are built.
const AS_OF: &str = "24 November 2026 10.00 WITA";

const LANGUAGES: [Language; 2] = [Language::Id, Language::En];

// ---- Cases ----------------------------------------------------------------------------------------

/// A literate case.
#[derive(Default)]
struct Case {
    /// Its file's name, without ending: a code.
    name: String,
    /// First line.
    heading: String,
    /// Contents by path; `None` takes a file of the base book away.
    files: BTreeMap<String, Option<Vec<u8>>>,
    /// Files that mend the mistake as little as can be: the code of the case is silent over them.
    mended: BTreeMap<String, Option<Vec<u8>>>,
    /// All editions are built, too.
    build: bool,
    /// It needs the packs.
    packs: bool,
    /// All problems of the run, in canonical order.
    expected: Vec<String>,
}

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn text_of(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// All cases by name, the base book among them.
fn cases() -> BTreeMap<String, Case> {
    let folder = fs::read_dir(project("tests/cases")).expect("tests/cases is in the repository");
    let paths = folder.map(|entry| entry.expect("a folder of the repository can be listed").path());
    let read = |path: PathBuf| {
        let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let case = parse(&name, &text_of(&path));
        (name, case)
    };
    paths.map(read).collect()
}

/// Reads a case. What it does not understand is a mistake in the case and never passed over.
fn parse(name: &str, text: &str) -> Case {
    let heading = text.lines().next().unwrap_or_default().to_owned();
    let mut case = Case { name: name.to_owned(), heading, ..Case::default() };
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let ticks = line.len() - line.trim_start_matches('`').len();
        if ticks < 3 {
            case.mark(line);
            continue;
        }
        let (fence, info) = line.split_at(ticks);
        let mut body = Vec::new();
        loop {
            match lines.next() {
                Some(line) if line == fence => break,
                Some(line) => body.push(line),
                None => panic!("{name}: the fence `{line}` is not closed"),
            }
        }
        case.fence(info, &body);
    }
    case
}

impl Case {
    fn mark(&mut self, line: &str) {
        match line.split_once(": ") {
            Some(("perintah", "build")) => self.build = true,
            Some(("fitur", "packs")) => self.packs = true,
            Some(("perintah" | "fitur", other)) => panic!("{}: nobody knows `{other}`", self.name),
            _ => {}
        }
    }

    fn fence(&mut self, info: &str, body: &[&str]) {
        let text = || body.iter().map(|line| format!("{line}\n")).collect::<String>();
        match info.split_once(' ').unwrap_or((info, "")) {
            ("diharapkan", "") => self.expected = body.iter().map(|line| (*line).to_owned()).collect(),
            ("berkas", path) => self.put(path, Some(text().into_bytes())),
            ("diam", path) => {
                self.mended.insert(path.to_owned(), Some(text().into_bytes()));
            }
            ("berkas-hex", path) => self.put(path, Some(bytes(&text()))),
            ("berkas-hapus", path) => self.put(path, None),
            _ => panic!("{}: nobody knows the fence `{info}`", self.name),
        }
    }

    fn put(&mut self, path: &str, content: Option<Vec<u8>>) {
        let twice = self.files.insert(path.to_owned(), content).is_some();
        assert!(!twice, "{}: `{path}` stands twice", self.name);
    }

    /// Can this build of the program run it?
    fn can_run(&self) -> bool {
        cfg!(feature = "packs") || !self.packs
    }
}

fn bytes(hex: &str) -> Vec<u8> {
    let byte = |text| u8::from_str_radix(text, 16).expect("two hex digits");
    hex.split_whitespace().map(byte).collect()
}

/// Is this a rule of the field?
fn of_the_field(code: &str) -> bool {
    code.get(1..3) == Some("08")
}

/// Writes the book of a case, runs the program over it, and returns what it found: of the field's rules only the case's
/// own, for a record that shows one mistake would otherwise have to be complete in all the others.
fn run(case: &Case, base: &Case) -> Vec<Diagnostic> {
    run_with(case, base, &BTreeMap::new())
}

fn run_with(case: &Case, base: &Case, over: &BTreeMap<String, Option<Vec<u8>>>) -> Vec<Diagnostic> {
    let folder = tempfile::tempdir().expect("a folder for the book");
    let files: BTreeMap<_, _> = base.files.iter().chain(&case.files).chain(over).collect();
    for (path, content) in files {
        if let Some(content) = content {
            write(&folder.path().join(path), content);
        }
    }
    let moment = |zone, _: &Locale| Ok(Instant::parse(AS_OF, zone, false).expect("a full time"));
    let read = publish::read(folder.path(), false, moment).expect("the folder was just written");
    let mut problems = read.problems;
    if case.build {
        let book = read.book.expect("a case that is built has a book.toml that can be used");
        problems.extend(build(&book, &folder.path().join("dist")));
    }
    diagnostic::sort(&mut problems);
    problems.retain(|d| !of_the_field(d.code.as_str()) || d.code.as_str() == case.name);
    problems
}

fn write(path: &Path, content: &[u8]) {
    let folder = path.parent().expect("a file lies in a folder");
    fs::create_dir_all(folder).expect("the temporary folder takes folders");
    fs::write(path, content).expect("the temporary folder takes files");
}

fn build(book: &Book, out: &Path) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for edition in &book.config.editions {
        match book.publish(edition, out) {
            Ok((_, found)) | Err(Stopped::Theme(found)) => problems.extend(found),
            Err(Stopped::Failed(failure)) => panic!("edition {}: {failure}", edition.name),
        }
    }
    problems
}

/// `content/…/2026-001-banjir.md:5:11: E0304`
fn place_and_code(problem: &Diagnostic) -> String {
    let code = problem.code.as_str();
    match (problem.path(), problem.line_column()) {
        (Some(path), Some((line, column))) => format!("{path}:{line}:{column}: {code}"),
        (Some(path), None) => format!("{path}: {code}"),
        (None, _) => code.to_owned(),
    }
}

/// Says all that is wrong at once: one broken case should not hide the next.
fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} wrong:\n\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn each_case_finds_what_it_promises_and_nothing_else() {
    let cases = cases();
    let base = &cases[BASE];
    let mut wrong = Vec::new();
    for case in cases.values().filter(|c| c.can_run()) {
        let found: Vec<String> = run(case, base).iter().map(place_and_code).collect();
        if found != case.expected {
            let (expected, found) = (case.expected.join("\n    "), found.join("\n    "));
            wrong.push(format!("{}\n  expected\n    {expected}\n  found\n    {found}", case.heading));
        }
    }
    assert_none(&wrong);
}

/// A rule that cries over what is right is switched off, and then it says nothing any more.
#[test]
fn each_rule_of_the_field_is_silent_just_beside_its_case() {
    let cases = cases();
    let base = &cases[BASE];
    let mut wrong = Vec::new();
    for case in cases.values().filter(|c| of_the_field(&c.name)) {
        if case.mended.is_empty() {
            wrong.push(format!("{}: nothing shows where the rule is silent", case.heading));
        }
        let found: Vec<String> = run_with(case, base, &case.mended).iter().map(place_and_code).collect();
        if !found.is_empty() {
            wrong.push(format!("{}\n  mended, and still\n    {}", case.heading, found.join("\n    ")));
        }
    }
    assert_none(&wrong);
}

/// Git alone knows how a stage changed: its case is a test of its own in `tests/rules.rs`.
const BY_GIT: [&str; 1] = ["W0837"];

#[test]
fn each_code_has_one_case_that_shows_it() {
    let cases = cases();
    let there: BTreeSet<&str> = cases.keys().map(String::as_str).filter(|name| *name != BASE).collect();
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).filter(|c| !BY_GIT.contains(c)).collect();
    assert_eq!(there, codes, "files of tests/cases against the codes of the program");
    for (name, case) in cases.iter().filter(|(name, _)| *name != BASE) {
        assert!(case.heading.starts_with(&format!("# {name} ")), "{name}: the heading names another code");
        assert!(case.expected.iter().any(|line| line.ends_with(name)), "{name}: the case does not show its code");
    }
}

/// A `{name}` that nobody fills reaches the reader as braces; a help line with one is never printed at all.
#[test]
fn every_message_and_every_help_line_can_be_printed() {
    let cases = cases();
    let base = &cases[BASE];
    let mut wrong = Vec::new();
    for case in cases.values().filter(|c| c.can_run()) {
        let own = run(case, base).into_iter().filter(|d| d.code.as_str() == case.name);
        for problem in own {
            wrong.extend(LANGUAGES.iter().flat_map(|l| unprintable(&problem, &Locale::builtin(*l))));
        }
    }
    assert_none(&wrong);
}

/// Lines of a problem that ask for what it does not say. A suggestion is there only where something is near.
fn unprintable(problem: &Diagnostic, words: &dyn Words) -> Vec<String> {
    let code = problem.code.as_str();
    let mut args = problem.args.clone();
    let message = std::iter::once(words.message(code)).filter(|line| fill(line, &args).is_none());
    let mut wrong: Vec<String> = message.map(|line| format!("{code} message: {line}")).collect();
    args.push(("suggestion", String::new()));
    let help = words.help(code).iter().filter(|line| fill(line, &args).is_none());
    wrong.extend(help.map(|line| format!("{code} help: {line}")));
    wrong
}

// ---- Words ----------------------------------------------------------------------------------------

/// The leaves of a locale file, by dotted key.
fn leaves(language: Language, file: &str) -> BTreeMap<String, toml::Value> {
    let path = project(&format!("themes/default/locale/{}/{file}", language.code()));
    let table: toml::Table = text_of(&path).parse().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut out = BTreeMap::new();
    flatten("", table, &mut out);
    out
}

fn flatten(prefix: &str, table: toml::Table, out: &mut BTreeMap<String, toml::Value>) {
    for (key, value) in table {
        let key = format!("{prefix}{key}");
        match value {
            toml::Value::Table(inner) => flatten(&format!("{key}."), inner, out),
            leaf => {
                out.insert(key, leaf);
            }
        }
    }
}

/// The names that a word's `{name}` ask for.
fn arguments(value: &toml::Value) -> BTreeSet<String> {
    let text = value.to_string();
    let inner = text.split('{').skip(1).filter_map(|part| part.split_once('}'));
    inner.map(|(name, _)| name).filter(|name| is_argument(name)).map(str::to_owned).collect()
}

fn is_argument(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

#[test]
fn both_languages_have_the_same_keys() {
    for file in FILES {
        let [id, en] = LANGUAGES.map(|language| leaves(language, file));
        let only = |one: &BTreeMap<_, _>, other: &BTreeMap<_, _>| {
            let keys = one.keys().filter(|key| !other.contains_key(*key));
            keys.cloned().collect::<Vec<String>>()
        };
        assert_eq!(only(&id, &en), only(&en, &id), "{file}: keys that one language lacks (left: only id)");
    }
}

/// Explanations are prose, where braces are the reader's own; everything else is filled by the program.
#[test]
fn both_languages_ask_for_the_same_arguments() {
    for file in FILES {
        let [id, en] = LANGUAGES.map(|language| leaves(language, file));
        for (key, value) in id.iter().filter(|(key, _)| !key.ends_with(".explain")) {
            let other = en.get(key).map(arguments);
            assert_eq!(Some(arguments(value)), other, "{file}: {key} (left: id)");
        }
    }
}

#[test]
fn each_code_has_its_words_in_both_languages() {
    for language in LANGUAGES {
        let locale = Locale::builtin(language);
        for code in Code::ALL.iter().map(|code| code.as_str()) {
            assert!(!locale.message(code).trim().is_empty(), "{code} has no message in {}", language.code());
            assert!(!locale.explain(code).trim().is_empty(), "{code} has no explanation in {}", language.code());
        }
    }
}

#[test]
fn each_word_of_the_record_format_has_a_label_in_both_languages() {
    let classes = Class::ALL.map(Class::key);
    let all = VOCABULARIES.iter().copied().chain([("class", classes.as_slice())]);
    let all: Vec<(&str, &[&str])> = all.collect();
    for language in LANGUAGES {
        let locale = Locale::builtin(language);
        for (vocabulary, key) in all.iter().flat_map(|(v, keys)| keys.iter().map(move |key| (*v, *key))) {
            let written = locale.words()["label"][vocabulary][key].is_string();
            let label = locale.label(vocabulary, key);
            assert!(written || label != key, "{vocabulary}.{key} has no label in {}", language.code());
        }
    }
}

// ---- Pages made from the program ------------------------------------------------------------------

/// Compares a page with what the program says, or writes it where `KENTONGAN_TULIS=1` asks for that.
fn assert_page(path: &str, made: &str) {
    let full = project(path);
    if std::env::var("KENTONGAN_TULIS").is_ok_and(|value| value == "1") {
        return write(&full, made.as_bytes());
    }
    let there = text_of(&full);
    let differs = made.lines().zip(there.lines()).position(|(made, there)| made != there);
    let line = differs.unwrap_or_else(|| made.lines().count().min(there.lines().count())) + 1;
    assert!(made == there, "{path}:{line} is out of date; KENTONGAN_TULIS=1 cargo test --test diagnostics mends it");
}

/// `docs/diagnostics.md`: each code at length in Indonesian, in one line in English.
fn page_of_codes() -> String {
    let mut out = String::from(
        "# Kode diagnostik\n\nHalaman ini dibuat dari kata-kata di `themes/default/locale`; jangan disunting langsung.\n\
         `kentongan explain E0301` mencetak penjelasan yang sama. Tanda … berarti sesuatu dari berkas Anda.\n",
    );
    let [id, en] = LANGUAGES.map(Locale::builtin);
    for code in Code::ALL.iter().map(|code| code.as_str()) {
        let help: String = id.help(code).iter().map(|line| format!("- {}\n", without_names(line))).collect();
        let gap = if help.is_empty() { "" } else { "\n" };
        let (message, english) = (without_names(id.message(code)), without_names(en.message(code)));
        let explain = id.explain(code).trim();
        write!(out, "\n## {code}\n\n**{message}**\n\n{help}{gap}{explain}\n\nEnglish: {english}\n")
            .expect("a string takes all");
    }
    out
}

/// Where an argument will stand, the page prints an ellipsis.
fn without_names(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}') {
            Some((name, behind)) if is_argument(name) => {
                out.push('…');
                rest = behind;
            }
            // A word that follows a number stands as it does for most of them.
            Some((choice, behind)) if choice.matches('|').count() == 2 => {
                out.push_str(choice.rsplit('|').next().unwrap_or_default());
                rest = behind;
            }
            _ => {
                out.push('{');
                rest = after;
            }
        }
    }
    out + rest
}

#[test]
fn the_page_of_codes_is_up_to_date() {
    assert_page("docs/diagnostics.md", &page_of_codes());
}

#[test]
fn the_field_guide_is_up_to_date() {
    assert_page("docs/bidang.md", &guide::markdown());
}
