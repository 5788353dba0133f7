//! Word families of Indonesian: which roots a word may come from, and which of them a book's index keeps.
//!
//! Without a dictionary nobody can tell whether *menolak* comes from *tolak* or *nolak*; so every root that the rules of
//! affixes allow is a candidate, and the texts of the book decide: the root that most of their words may come from.
//! The rules are data ([`Rules`]) that the index hands to the reader's browser, so that they stand in one place.
//! Source of the rules: *Tata Bahasa Baku Bahasa Indonesia* (affixes and the nasal changes of meN- and peN-).

use rayon::prelude::*;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap, HashSet};

/// The affixes, in the order in which they are taken off.
#[derive(Debug, Serialize)]
pub(super) struct Rules {
    /// What a word of a text looks like: a number with its separators, or letters and digits.
    pub word: &'static str,
    /// Endings, one set after the other; from each set at most one.
    pub endings: &'static [&'static [&'static str]],
    /// Beginnings, and what may have stood there before the nasal took its place.
    pub beginnings: &'static [(&'static str, &'static [&'static str])],
    /// Shortest root.
    pub shortest: usize,
    /// How many beginnings a word may have.
    pub rounds: usize,
    /// Words that tell nothing where others stand beside them.
    pub small: &'static [&'static str],
}

/// The rules of Indonesian.
pub(super) const RULES: Rules = Rules {
    word: r"[0-9]+(?:[.,][0-9]+)*|[\p{L}\p{N}]+",
    endings: &[&["lah", "kah", "tah", "pun"], &["ku", "mu", "nya"], &["kan", "an", "i"]],
    beginnings: &[
        ("di", &[""]),
        ("ke", &[""]),
        ("se", &[""]),
        ("ter", &["", "r"]),
        ("ber", &["", "r"]),
        ("bel", &[""]),
        ("be", &[""]),
        ("per", &["", "r"]),
        ("pel", &["", "l"]),
        ("pe", &[""]),
        ("menge", &[""]),
        ("meng", &["", "k"]),
        ("meny", &["s"]),
        ("men", &["", "t"]),
        ("mem", &["", "p"]),
        ("me", &[""]),
        ("penge", &[""]),
        ("peng", &["", "k"]),
        ("peny", &["s"]),
        ("pen", &["", "t"]),
        ("pem", &["", "p"]),
    ],
    shortest: 3,
    rounds: 2,
    small: &[
        "yang", "di", "dan", "ke", "dari", "untuk", "pada", "dengan", "ini", "itu", "oleh", "dalam", "atau", "adalah",
        "the", "of", "and", "in", "to",
    ],
};

/// Every form that a word may come from, itself first.
pub(super) fn candidates(word: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::from([word.to_owned()]);
    if !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return found;
    }
    for set in RULES.endings {
        let shorter: Vec<String> = found
            .iter()
            .flat_map(|w| set.iter().filter_map(|e| w.strip_suffix(e)))
            .filter(|rest| root_like(rest))
            .map(str::to_owned)
            .collect();
        found.extend(shorter);
    }
    for _ in 0..RULES.rounds {
        let shorter: Vec<String> = found.iter().flat_map(|w| without_beginning(w)).collect();
        found.extend(shorter);
    }
    found
}

fn without_beginning(word: &str) -> Vec<String> {
    let rules = RULES.beginnings.iter().filter_map(|(beginning, before)| Some((word.strip_prefix(beginning)?, before)));
    let roots = rules.flat_map(|(rest, before)| before.iter().map(move |b| format!("{b}{rest}")));
    roots.filter(|root| root_like(root)).collect()
}

fn root_like(text: &str) -> bool {
    text.len() >= RULES.shortest && vowels(text) > 0
}

fn vowels(text: &str) -> usize {
    text.bytes().filter(|b| b"aeiou".contains(b)).count()
}

/// For each word of the texts, the root under which the index keeps it.
pub(super) fn roots(words: &[String]) -> Vec<String> {
    let there: HashSet<&str> = words.iter().map(String::as_str).collect();
    let families: Vec<BTreeSet<String>> = words.par_iter().map(|w| candidates(w)).collect();
    let mut votes: HashMap<&str, u32> = HashMap::new();
    families.iter().flatten().for_each(|c| *votes.entry(c).or_default() += 1);
    let best = |family: &BTreeSet<String>| {
        let worth = |c: &&String| {
            let likely = vowels(c) > 1 || there.contains(c.as_str());
            // Most roots have two syllables.
            let odd = vowels(c).abs_diff(2);
            (likely, votes[c.as_str()], std::cmp::Reverse(odd), c.len(), std::cmp::Reverse((*c).clone()))
        };
        family.iter().max_by_key(worth).cloned().expect("a word is its own candidate")
    };
    families.par_iter().map(best).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(words: &[&str]) -> bool {
        let words: Vec<String> = words.iter().map(|w| (*w).to_owned()).collect();
        roots(&words).iter().collect::<BTreeSet<_>>().len() == 1
    }

    #[test]
    fn a_family_of_words_has_one_root() {
        for family in [
            &["kebakaran", "terbakar", "membakar", "pembakaran", "dibakar", "bakar"][..],
            &["menolak", "penolakan", "ditolak", "tolak"],
            &["mengirim", "kiriman", "pengiriman", "dikirim"],
            &["penanganan", "menangani", "ditangani", "tangan"],
            &["menyebar", "penyebaran", "tersebar", "disebarkan"],
            &["pemadaman", "padam", "memadamkan", "dipadamkan"],
            &["pelayanan", "layanan", "melayani", "dilayani"],
            &["keluhan", "mengeluh", "dikeluhkan"],
            &["pengungsi", "mengungsi", "pengungsian"],
            &["pelajaran", "belajar", "diajarkan", "ajar"],
            &["mempertahankan", "pertahanan", "bertahan", "tahan"],
            &["airnya", "berair", "pengairan", "air"],
        ] {
            assert!(
                joined(family),
                "{family:?} → {:?}",
                roots(&family.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>())
            );
        }
    }

    #[test]
    fn words_of_different_families_stay_apart() {
        for pair in [["banjir", "banding"], ["tangan", "tanggul"], ["sekolah", "kolam"], ["berita", "derita"]] {
            assert!(!joined(&pair), "{pair:?}");
        }
    }

    #[test]
    fn a_word_that_no_text_has_still_reaches_its_family() {
        let words = ["kebakaran".to_owned(), "hutan".to_owned()];
        let root = &roots(&words)[0];
        assert!(candidates("terbakar").contains(root), "{root}");
    }

    #[test]
    fn numbers_and_acronyms_are_left_alone() {
        assert_eq!(candidates("1312").len(), 1);
        assert_eq!(candidates("64.72").len(), 1);
    }
}
