//! Numbers as an Indonesian types them.

use super::{Field, Reader, Shape};
use crate::corpus::yaml::Node;
use crate::diagnostic::Code;
use crate::locale::number::Decimal;

impl Field for Decimal {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "angka")?;
        match parse_number(text) {
            Ok(number) => Some(number),
            Err(BadNumber::TwoWays(one, other)) => {
                let problem = reader.report(Code::E0306, &node.range);
                problem.args.push(("one", one));
                problem.args.push(("other", other));
                None
            }
            Err(BadNumber::None) => {
                reader.report(Code::E0305, &node.range);
                None
            }
        }
    }
    fn shape() -> Shape {
        Shape::Number
    }
}

/// Why a text is no number.
pub(crate) enum BadNumber {
    /// It can be read in two ways.
    TwoWays(String, String),
    /// It cannot be read at all.
    None,
}

/// `1.240` is 1240, `12,5` is twelve and a half; `12.5` and `1,240` could be either and are neither.
pub(crate) fn parse_number(text: &str) -> Result<Decimal, BadNumber> {
    let (sign, body) = match text.strip_prefix(['-', '−']) {
        Some(body) => (-1, body),
        None => (1, text),
    };
    let (whole, part) = body.split_once(',').map_or((body, None), |(w, p)| (w, Some(p)));
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    if let Some(part) = part {
        if digits(whole) && digits(part) && part.len() == 3 && whole != "0" && whole.len() <= 3 {
            return Err(BadNumber::TwoWays(
                format!("{whole}.{part}"),
                format!("{whole},{}", part.trim_end_matches('0').get(..).filter(|p| !p.is_empty()).unwrap_or("0")),
            ));
        }
        if !digits(part) || part.len() > 6 {
            return Err(BadNumber::None);
        }
    }
    let groups: Vec<&str> = whole.split('.').collect();
    let good = digits(groups[0])
        && groups[1..].iter().all(|g| g.len() == 3 && digits(g))
        && (groups.len() == 1 || groups[0].len() <= 3);
    if !good {
        let two = groups.len() == 2 && part.is_none() && digits(groups[0]) && digits(groups[1]) && groups[1].len() < 3;
        return Err(if two {
            BadNumber::TwoWays(format!("{},{}", groups[0], groups[1]), groups.concat())
        } else {
            BadNumber::None
        });
    }
    let part = part.unwrap_or_default();
    let all = format!("{}{part}", groups.concat());
    let digits: i64 = all.parse().map_err(|_| BadNumber::None)?;
    Ok(Decimal { digits: sign * digits, places: u8::try_from(part.len()).unwrap_or(0) })
}

/// A whole number between two bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Whole<const LOW: i64, const HIGH: i64>(pub i64);

/// Likelihood, impact, power, interest: one to five.
pub(crate) type Scale = Whole<1, 5>;

impl<const LOW: i64, const HIGH: i64> Field for Whole<LOW, HIGH> {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let number = Decimal::read(node, reader)?;
        if number.places > 0 || number.digits < LOW || number.digits > HIGH {
            let problem = reader.report(Code::E0307, &node.range);
            problem.args.push(("low", LOW.to_string()));
            problem.args.push(("high", HIGH.to_string()));
            return None;
        }
        Some(Whole(number.digits))
    }
    fn shape() -> Shape {
        Shape::Whole(LOW, HIGH)
    }
}

impl<const LOW: i64, const HIGH: i64> Whole<LOW, HIGH> {
    /// The number as a small one.
    pub(crate) fn small(self) -> u8 {
        u8::try_from(self.0).unwrap_or(u8::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_an_indonesian_types_them() {
        let read = |text: &str| parse_number(text).ok().map(|n| (n.digits, n.places));
        assert_eq!(read("1.240"), Some((1240, 0)));
        assert_eq!(read("12,5"), Some((125, 1)));
        assert_eq!(read("881.225"), Some((881_225, 0)));
        assert_eq!(read("10.780,7"), Some((107_807, 1)));
        assert_eq!(read("0,125"), Some((125, 3)));
        for wrong in ["12.5", "1,240", "1240.5", "12 KK", "1.24", "", "1.2345"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_number_with_two_readings_offers_both() {
        assert!(matches!(parse_number("12.5"), Err(BadNumber::TwoWays(a, b)) if a == "12,5" && b == "125"));
        assert!(matches!(parse_number("1,240"), Err(BadNumber::TwoWays(a, b)) if a == "1.240" && b == "1,24"));
    }
}
