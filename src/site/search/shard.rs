//! The form of the index files: sorted lines, cut into shards that a browser loads one at a time.
//!
//! A line is a key and a value; the key gives the letters that it shares with the key before as one character. Lists of
//! documents are gaps in base 64, five bits a character. Every file is a classic script that calls one function: that
//! works from `file://`, where nothing can be fetched.

/// Size at which a shard is closed.
const FULL: usize = 24 * 1024;

/// What every index file calls.
pub(super) const CALL: &str = "kentonganCari";

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Appends a number: five bits a character, the lowest first; the sixth says that more follow.
pub(super) fn number(mut n: u32, out: &mut String) {
    loop {
        let low = (n & 31) as usize;
        n >>= 5;
        out.push(char::from(DIGITS[low | if n > 0 { 32 } else { 0 }]));
        if n == 0 {
            return;
        }
    }
}

/// Appends ascending numbers as gaps.
pub(super) fn gaps(list: impl IntoIterator<Item = u32>, out: &mut String) {
    let mut last = 0;
    for n in list {
        number(n - last, out);
        last = n;
    }
}

/// Sorted lines, as they are cut.
#[derive(Debug, Default)]
pub(super) struct Shards {
    /// First key of each shard.
    pub firsts: Vec<String>,
    /// Their texts.
    pub texts: Vec<String>,
    last: String,
}

impl Shards {
    /// Adds a line; keys come in order.
    pub(super) fn line(&mut self, key: &str, value: &str) {
        if self.texts.last().is_none_or(|t| t.len() + value.len() > FULL && !t.is_empty()) {
            self.firsts.push(key.to_owned());
            self.texts.push(String::new());
            self.last.clear();
        }
        // Counted as the browser counts: letters beyond its units are never shared.
        let shared =
            key.chars().zip(self.last.chars()).take_while(|(a, b)| a == b && a.len_utf16() == 1).take(35).count();
        let text = self.texts.last_mut().expect("a shard was just made");
        text.push(char::from_digit(u32::try_from(shared).expect("at most 35"), 36).expect("below 36"));
        text.extend(key.chars().skip(shared));
        text.push(':');
        text.push_str(value);
        text.push('\n');
        key.clone_into(&mut self.last);
    }
}

/// A file of the index: a call with the kind of the file, its number and its data as JSON.
pub(super) fn file(kind: &str, at: usize, data: &impl serde::Serialize) -> String {
    let json = serde_json::to_string(data).expect("plain data becomes JSON");
    // Both are line ends in older JavaScript, and no script may end inside a text.
    let json = json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029").replace("</", "<\\/");
    format!("{CALL}(\"{kind}\",{at},{json});\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_value_in_base_64() {
        let back = |text: &str| {
            let mut list = Vec::new();
            let (mut n, mut shift) = (0u32, 0);
            for c in text.bytes() {
                let digit = u32::try_from(DIGITS.iter().position(|d| *d == c).expect("a digit")).expect("below 64");
                n |= (digit & 31) << shift;
                shift += 5;
                if digit < 32 {
                    list.push(n);
                    (n, shift) = (0, 0);
                }
            }
            list
        };
        let mut text = String::new();
        [0, 31, 32, 1023, 1024, 99_999, u32::MAX].into_iter().for_each(|n| number(n, &mut text));
        assert_eq!(back(&text), [0, 31, 32, 1023, 1024, 99_999, u32::MAX]);
    }

    #[test]
    fn a_script_cannot_be_ended_from_inside() {
        let text = file("d", 0, &["</script>\u{2028}"]);
        assert!(!text.contains("</") && !text.contains('\u{2028}'), "{text}");
    }
}
