//! A text cut into words, as the index and the reader's browser both cut it.

use super::stem::RULES;
use regex::Regex;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

static WORD: LazyLock<Regex> = LazyLock::new(|| Regex::new(RULES.word).expect("a constant, read by the tests"));

/// Longest word that is kept; what is longer is no word.
const LONGEST: usize = 40;

/// The words of a text, folded: lower case, without accents; `1.312` is `1312`.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    WORD.find_iter(text).map(|found| fold(found.as_str()))
}

fn fold(word: &str) -> String {
    if thousands(word) {
        return word.replace('.', "");
    }
    let plain = word.nfd().filter(|c| !is_combining_mark(*c));
    plain.flat_map(char::to_lowercase).take(LONGEST).collect()
}

/// `1.312` and `1.000.000`, but neither `07.00` nor `64.72`.
fn thousands(word: &str) -> bool {
    let mut groups = word.split('.');
    let first = groups.next().unwrap_or_default();
    let digits = |g: &str| g.bytes().all(|b| b.is_ascii_digit());
    let mut rest = groups.peekable();
    rest.peek().is_some() && (1..=3).contains(&first.len()) && digits(first) && rest.all(|g| g.len() == 3 && digits(g))
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_number_is_found_as_it_is_written_and_as_it_is_typed() {
        let cut: Vec<String> = words("Sebanyak 1.312 KK, 12,5 persen, pukul 07.00 di 64.72, RT06").collect();
        assert_eq!(cut, ["sebanyak", "1312", "kk", "12,5", "persen", "pukul", "07.00", "di", "64.72", "rt06"]);
        assert_eq!(words("1312 Québec").collect::<Vec<_>>(), ["1312", "quebec"]);
    }
}
