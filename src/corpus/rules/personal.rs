//! Personal data in a text: numbers of identity cards, phones, plates, addresses, children (UU 27/2022; UU 11/2012
//! article 19). What is found is told by its kind; the data themselves never stand in a message.

use super::Texts;
use super::said::Said;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A kind of personal data.
#[derive(Clone, Copy)]
pub(crate) struct Found {
    /// Key of its name in messages.
    pub kind: &'static str,
    start: usize,
    end: usize,
}

impl Found {
    /// Where in the raw text.
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a sound pattern")
}

static DIGITS16: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b\d{16}\b|\b\d{4}[ .-]\d{4}[ .-]\d{4}[ .-]\d{4}\b|\b\d{6}[ .-]\d{6}[ .-]\d{4}\b"));
/// Digits with what people put between them; whether they are a phone number is told by the digits.
static PHONE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\+?\(?\d[\d .()–-]{6,}\d"));
static HOUR: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|\D)\d{2}\.\d{2}(?:\D|$)"));
static PLATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:[ABDEFGHKLMNPRSTWZ]|A[ABDEG]|B[ABDEGHKLMN]|D[ABCDEGHKLMNPRST]|E[ABD]|K[BHTU]|P[AB])[ -]\d{3,4}[ -][A-Z]{1,3}\b|\b(?:KT|KU|DA|AD|AB)\d{3,4}[A-Z]{2,3}\b",
    )
});
static MAIL: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b[\w.+-]+@[\w-]+\.[\w.-]*\w"));
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:[Rr]umah|[Aa]lamat|[Kk]orban|[Pp]asien|[Kk]eluarga)\b[^.\n]{0,60}\b(?:Jalan|Jl\.?|Gang|Gg\.?)\s+[^,.\n]{2,40}?\b(?:No(?:mor)?\.?\s*)\d+",
    )
});
static CHILD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b[A-Z][\p{L}.]*(?:\s+[A-Z][\p{L}.]*)*(?:,\s*|\s*\()(?:1[0-7]|[0-9])\s+tahun\b|\b(?:[Aa]nak|[Ss]iswa|[Ss]iswi|[Pp]elajar|[Bb]ocah|[Bb]alita|[Bb]ayi|[Mm]urid)\b[^.\n]{0,40}\b(?:bernama|berinisial|inisial)\b",
    )
});

/// What personal data a text holds.
pub(crate) fn personal(texts: &Texts<'_>, said: &Said<'_>) -> Vec<Found> {
    let raw = said.raw();
    // Telephone numbers of desks and press contacts are there to be called.
    let called = matches!(said.spot.key, "nomor" | "kontak" | "narahubung" | "jam" | "tiket");
    if said.spot.list == "kontak_warga" {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut add = |kind: &'static str, m: regex::Match<'_>| found.push(Found { kind, start: m.start(), end: m.end() });
    if raw.bytes().any(|b| b.is_ascii_digit()) {
        DIGITS16.find_iter(raw).filter(|m| is_identity(&digits(m.as_str()))).for_each(|m| add("NIK/KK", m));
        let numbers = || texts.open_numbers.iter().chain(texts.desks);
        let open = |text: &str| numbers().any(|n| digits(n).contains(&digits(text)));
        PHONE
            .find_iter(raw)
            .filter(|m| !called && is_phone(m.as_str()) && !open(m.as_str()))
            .for_each(|m| add("nomor telepon", m));
        PLATE.find_iter(raw).for_each(|m| add("pelat nomor", m));
        ADDRESS.find_iter(raw).for_each(|m| add("alamat lengkap", m));
    }
    if raw.contains('@') {
        MAIL.find_iter(raw).filter(|_| !called).for_each(|m| add("surel", m));
    }
    CHILD.find_iter(raw).for_each(|m| add("identitas anak", m));
    found
}

/// A mobile number, or one with an area code set off from it. Hours are none.
fn is_phone(text: &str) -> bool {
    let number = digits(text);
    let mobile = (number.starts_with("08") || number.starts_with("628")) && (10..=14).contains(&number.len());
    let set_off = text.starts_with("(0") || text.contains(['-', '–', ')', ' ']);
    let area = number.starts_with('0') && !number.starts_with("00") && set_off && (9..=12).contains(&number.len());
    (mobile || area) && !HOUR.is_match(text)
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Sixteen digits as the population registry makes them: region, day (41 to 71 for women), month, year, serial.
fn is_identity(text: &str) -> bool {
    let number = |range: Range<usize>| text.get(range).and_then(|t| t.parse::<u32>().ok()).unwrap_or(0);
    let (province, day, month) = (number(0..2), number(6..8), number(8..10));
    let day = if day > 40 { day - 40 } else { day };
    (11..=97).contains(&province) && (1..=31).contains(&day) && (1..=12).contains(&month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_number_is_known_by_its_structure() {
        assert!(is_identity("6472012301900001") && is_identity("6472016301900001"));
        assert!(!is_identity("1234567890123456") && !is_identity("6472019901900001"));
    }

    #[test]
    fn plates_and_phones_are_told_from_neighbourhoods_and_times() {
        assert!(PLATE.is_match("truk KT 8123 XX") && !PLATE.is_match("RT 04 RW 02") && !PLATE.is_match("KK 312 di RT"));
        let phone = |t: &str| PHONE.find(t).is_some_and(|m| is_phone(m.as_str()));
        for told in
            ["0812-3456-7890", "+62 812 3456 789", "0541-123456", "0812.3456.7890", "(0812) 3456 7890", "(0541) 741040"]
        {
            assert!(phone(told), "{told}");
        }
        for none in ["07.00 WITA", "1.312 KK", "112", "08.00 - 12.00 - 15.00", "24 11 2026", "1234567890123456"] {
            assert!(!phone(none), "{none}");
        }
    }

    #[test]
    fn a_child_with_a_name_is_found_and_an_age_alone_is_not() {
        assert!(
            CHILD.is_match("Ananda Contoh (12 tahun)")
                && CHILD.is_match("Contoh, 12 tahun, dirawat")
                && CHILD.is_match("seorang siswa berinisial C")
        );
        assert!(!CHILD.is_match("anak usia 5 sampai 12 tahun divaksin"));
    }
}
