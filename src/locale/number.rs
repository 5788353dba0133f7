//! Numbers as the language writes them: "1.240" and "12,5", or "1,240" and "12.5".

use super::{Language, Locale};

/// A decimal number exactly as it was typed: 12,5 is 125 with one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Decimal {
    /// All digits.
    pub digits: i64,
    /// How many of them stand behind the comma.
    pub places: u8,
}

impl Decimal {
    /// A whole number.
    pub fn whole(digits: i64) -> Decimal {
        Decimal { digits, places: 0 }
    }

    /// Digits only, with this sign before the decimals and a plain minus: as a machine reads it.
    pub fn bare(self, comma: char) -> String {
        let base = 10i64.pow(u32::from(self.places.min(9)));
        let sign = if self.digits < 0 { "-" } else { "" };
        let (whole, part) = (self.digits.unsigned_abs() / base.unsigned_abs(), (self.digits % base).unsigned_abs());
        match self.places {
            0 => format!("{sign}{whole}"),
            places => format!("{sign}{whole}{comma}{part:0width$}", width = usize::from(places)),
        }
    }

    /// With its thousands and decimals set off by these signs.
    pub fn written(self, thousand: char, comma: char) -> String {
        let base = 10i64.pow(u32::from(self.places.min(9)));
        let sign = if self.digits < 0 { "−" } else { "" };
        let whole = (self.digits / base).unsigned_abs().to_string();
        let mut out = String::from(sign);
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                out.push(thousand);
            }
            out.push(digit);
        }
        if self.places > 0 {
            out.push(comma);
            let part = (self.digits % base).unsigned_abs();
            out.push_str(&format!("{part:0width$}", width = usize::from(self.places)));
        }
        out
    }
}

impl Locale {
    /// A whole number with its thousands set off.
    pub fn integer(&self, value: i64) -> String {
        self.decimal(Decimal::whole(value))
    }

    /// A number with its thousands and decimals set off.
    pub fn decimal(&self, value: Decimal) -> String {
        match self.language {
            Language::Id => value.written('.', ','),
            Language::En => value.written(',', '.'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_the_language_writes_them() {
        let id = Locale::builtin(Language::Id);
        let en = Locale::builtin(Language::En);
        assert_eq!(id.integer(1_240), "1.240");
        assert_eq!(en.integer(1_240), "1,240");
        assert_eq!(id.decimal(Decimal { digits: 125, places: 1 }), "12,5");
        assert_eq!(id.decimal(Decimal { digits: 10_780_705, places: 2 }), "107.807,05");
        assert_eq!(id.integer(0), "0");
        assert_eq!(Decimal { digits: 10_780_705, places: 2 }.bare(','), "107807,05");
        assert_eq!(Decimal { digits: -5, places: 1 }.bare('.'), "-0.5");
    }
}
