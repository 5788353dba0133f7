//! Instants with their zone, the forms in which officers type them, and durations.
//!
//! In: texts. Out: [`Instant`], [`Zone`]. May not ask a clock: there is no `now()` here.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Timelike};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// A moment, with the zone in which the office wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(DateTime<FixedOffset>);

/// A zone by its IANA name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone(chrono_tz::Tz);

/// Why a text is not a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadTime {
    /// An hour without a date, or words such as "tadi pagi".
    Relative,
    /// A date where an hour is needed too.
    NoHour,
    /// Day, month or hour that does not exist.
    Impossible,
    /// None of the forms.
    Unknown,
}

/// Zones an Indonesian writes, with their hours east of UTC.
const ABBREVIATIONS: [(&str, i32); 3] = [("WIB", 7), ("WITA", 8), ("WIT", 9)];

/// Month names, Indonesian and English, long and short.
const MONTHS: [&[&str]; 12] = [
    &["januari", "jan", "january"],
    &["februari", "feb", "february", "pebruari"],
    &["maret", "mar", "march"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "jun", "june"],
    &["juli", "jul", "july"],
    &["agustus", "agu", "ags", "agt", "august", "aug"],
    &["september", "sep", "sept"],
    &["oktober", "okt", "october", "oct"],
    &["november", "nov", "nopember"],
    &["desember", "des", "december", "dec"],
];

/// Words that tell a time only to someone who was there.
const RELATIVE: [&str; 9] =
    ["tadi", "kemarin", "besok", "sekarang", "nanti", "saat ini", "hari ini", "semalam", "lusa"];

impl Zone {
    /// Finds a zone by its IANA name.
    pub fn named(name: &str) -> Option<Zone> {
        name.parse().ok().map(Zone)
    }

    /// Sets a wall-clock time in this zone.
    fn at(self, local: NaiveDateTime) -> Option<Instant> {
        let moment = self.0.from_local_datetime(&local).earliest()?;
        let offset = moment.offset().fix();
        Some(Instant(moment.with_timezone(&offset)))
    }

    /// The start of the day of a moment, in this zone.
    pub fn midnight(self, instant: Instant) -> Instant {
        let day = self.show(instant).0.date_naive();
        self.at(day.and_time(NaiveTime::MIN)).unwrap_or(instant)
    }

    /// The same moment, seen in this zone.
    pub fn show(self, instant: Instant) -> Instant {
        let moment = instant.0.with_timezone(&self.0);
        let offset = moment.offset().fix();
        Instant(moment.with_timezone(&offset))
    }
}

impl Instant {
    /// From seconds since 1970, in UTC.
    pub fn from_unix(seconds: i64) -> Option<Instant> {
        DateTime::from_timestamp(seconds, 0).map(|t| Instant(t.fixed_offset()))
    }

    /// Seconds since 1970.
    pub fn unix(self) -> i64 {
        self.0.timestamp()
    }

    /// Later by this many minutes.
    pub fn plus_minutes(self, minutes: i64) -> Instant {
        let span = chrono::Duration::try_minutes(minutes);
        span.and_then(|span| self.0.checked_add_signed(span)).map_or(self, Instant)
    }

    /// Minutes from `earlier` to this.
    pub fn minutes_since(self, earlier: Instant) -> i64 {
        (self.0 - earlier.0).num_minutes()
    }

    /// Later by this many working days, Monday to Friday; holidays are nobody's to know here.
    pub fn plus_working_days(self, days: u32) -> Instant {
        let mut at = self;
        let mut left = days;
        while left > 0 {
            at = at.plus_minutes(24 * 60);
            if at.weekday() < 5 {
                left -= 1;
            }
        }
        at
    }

    /// "24/11/2026 14.30 WITA": the same in both languages.
    pub fn plain(self) -> String {
        let ((year, month, day), (hour, minute)) = (self.date(), self.hour_minute());
        format!("{day:02}/{month:02}/{year} {hour:02}.{minute:02} {}", self.zone_name())
    }

    /// "24/11/2026": the day of it.
    pub fn plain_day(self) -> String {
        let (year, month, day) = self.date();
        format!("{day:02}/{month:02}/{year}")
    }

    /// RFC 3339.
    pub fn iso(self) -> String {
        self.0.to_rfc3339()
    }

    /// Year, month, day.
    pub fn date(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// Hour and minute.
    pub fn hour_minute(self) -> (u32, u32) {
        (self.0.hour(), self.0.minute())
    }

    /// Second of the minute.
    pub fn second(self) -> u32 {
        self.0.second()
    }

    /// Day of the week, Monday 0.
    pub fn weekday(self) -> usize {
        self.0.weekday().num_days_from_monday() as usize
    }

    /// "WITA", or "UTC+05:30" where Indonesia has no name for it.
    pub fn zone_name(self) -> Cow<'static, str> {
        let seconds = self.0.offset().local_minus_utc();
        let named = ABBREVIATIONS.iter().find(|(_, hours)| hours * 3600 == seconds);
        named.map_or_else(|| format!("UTC{}", self.0.offset()).into(), |(name, _)| Cow::Borrowed(*name))
    }

    /// Reads any of the forms an officer types; `zone` is the book's, used where none is written.
    /// With `date_only`, a date without an hour means the start of that day.
    pub fn parse(text: &str, zone: Zone, date_only: bool) -> Result<Instant, BadTime> {
        let text = text.trim();
        if let Ok(full) = DateTime::parse_from_rfc3339(text) {
            return Ok(Instant(full));
        }
        if RELATIVE.iter().any(|word| text.to_lowercase().contains(word)) {
            return Err(BadTime::Relative);
        }
        let (rest, offset) = split_zone(text);
        let (date, hour) = split_date(rest)?;
        if named_weekday(rest).is_some_and(|day| day != date.weekday().num_days_from_monday() as usize) {
            return Err(BadTime::Impossible);
        }
        let hour = match hour {
            Some(hour) => parse_hour(hour)?,
            None if date_only => NaiveTime::MIN,
            None => return Err(BadTime::NoHour),
        };
        let local = date.and_time(hour);
        match offset {
            Some(hours) => FixedOffset::east_opt(hours * 3600)
                .and_then(|o| o.from_local_datetime(&local).single())
                .map(Instant)
                .ok_or(BadTime::Impossible),
            None => zone.at(local).ok_or(BadTime::Impossible),
        }
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.iso())
    }
}

/// Days of the week, from Monday, as they are written before a date.
const WEEKDAYS: [&[&str]; 7] = [
    &["senin", "monday"],
    &["selasa", "tuesday"],
    &["rabu", "wednesday"],
    &["kamis", "thursday"],
    &["jumat", "jum'at", "friday"],
    &["sabtu", "saturday"],
    &["minggu", "ahad", "sunday"],
];

/// The day of the week before a date, where somebody wrote one. It has to be the right one: either it or the date is a
/// slip.
fn named_weekday(text: &str) -> Option<usize> {
    let (day, _) = text.split_once(',')?;
    let day = day.trim().to_lowercase();
    WEEKDAYS.iter().position(|names| names.contains(&day.as_str()))
}

/// Takes a zone's abbreviation off the end.
fn split_zone(text: &str) -> (&str, Option<i32>) {
    for (name, hours) in ABBREVIATIONS {
        if let Some(rest) = text.strip_suffix(name) {
            return (rest.trim_end(), Some(hours));
        }
    }
    (text, None)
}

/// Splits a text into its date and, if there is one, its hour.
fn split_date(text: &str) -> Result<(NaiveDate, Option<&str>), BadTime> {
    let text =
        text.split_once(", ").filter(|(day, _)| day.chars().all(char::is_alphabetic)).map_or(text, |(_, rest)| rest);
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        [hour] if parse_hour(hour).is_ok() && !hour.contains('-') => Err(BadTime::Relative),
        [date] if date.contains('T') => match date.split_once('T') {
            Some((d, h)) if numeric_date(d).is_ok() => Ok((numeric_date(d)?, text.get(text.len() - h.len()..))),
            _ => Err(BadTime::Unknown),
        },
        [date] => Ok((numeric_date(date)?, None)),
        [day, month, year] if month_number(month).is_some() => Ok((worded_date(day, month, year)?, None)),
        [day, month, year, hour @ ..] if month_number(month).is_some() => {
            Ok((worded_date(day, month, year)?, one_hour(hour)?))
        }
        [date, hour @ ..] => Ok((numeric_date(date)?, one_hour(hour)?)),
        [] => Err(BadTime::Unknown),
    }
}

/// The hour among the words after a date ("pukul 14.30", "jam 14.30", "14.30").
fn one_hour<'t>(words: &[&'t str]) -> Result<Option<&'t str>, BadTime> {
    match words {
        [hour] | ["pukul" | "jam", hour] => Ok(Some(hour)),
        _ => Err(BadTime::Unknown),
    }
}

fn month_number(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.').to_lowercase();
    let at = MONTHS.iter().position(|names| names.contains(&word.as_str()))?;
    u32::try_from(at + 1).ok()
}

fn worded_date(day: &str, month: &str, year: &str) -> Result<NaiveDate, BadTime> {
    let month = month_number(month).ok_or(BadTime::Unknown)?;
    date_of(year, &month.to_string(), day)
}

/// `24/11/2026`, `24-11-2026` or `2026-11-24`.
fn numeric_date(text: &str) -> Result<NaiveDate, BadTime> {
    let parts: Vec<&str> = text.split(['/', '-']).collect();
    match parts.as_slice() {
        [y, m, d] if y.len() == 4 => date_of(y, m, d),
        [d, m, y] if y.len() == 4 => date_of(y, m, d),
        _ => Err(BadTime::Unknown),
    }
}

fn date_of(year: &str, month: &str, day: &str) -> Result<NaiveDate, BadTime> {
    if year.len() != 4 {
        return Err(BadTime::Unknown);
    }
    let number = |t: &str| t.parse::<u32>().map_err(|_| BadTime::Unknown);
    let year = i32::try_from(number(year)?).map_err(|_| BadTime::Impossible)?;
    NaiveDate::from_ymd_opt(year, number(month)?, number(day)?).ok_or(BadTime::Impossible)
}

/// `14.30`, `14:30`, `14:30:05`.
fn parse_hour(text: &str) -> Result<NaiveTime, BadTime> {
    let parts: Vec<&str> = text.split(['.', ':']).collect();
    let number = |t: &str| t.parse::<u32>().map_err(|_| BadTime::Unknown);
    let (h, m, s) = match parts.as_slice() {
        [h, m] if m.len() == 2 => (number(h)?, number(m)?, 0),
        [h, m, s] if m.len() == 2 && s.len() == 2 => (number(h)?, number(m)?, number(s)?),
        _ => return Err(BadTime::Unknown),
    };
    NaiveTime::from_hms_opt(h, m, s).ok_or(BadTime::Impossible)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, BadTime> {
        let zone = Zone::named("Asia/Makassar").expect("a zone");
        Instant::parse(text, zone, false).map(Instant::iso)
    }

    #[test]
    fn every_form_an_officer_types_is_the_same_moment() {
        for text in [
            "24 November 2026 14.30 WITA",
            "Selasa, 24 November 2026 pukul 14.30 WITA",
            "24/11/2026 14.30",
            "2026-11-24 14:30",
            "2026-11-24T14:30",
            "2026-11-24T14:30:00+08:00",
        ] {
            assert_eq!(read(text), Ok("2026-11-24T14:30:00+08:00".to_owned()), "{text}");
        }
        assert_eq!(read("24 November 2026 13.30 WIB"), Ok("2026-11-24T13:30:00+07:00".to_owned()));
    }

    #[test]
    fn what_only_the_writer_understands_is_refused() {
        assert_eq!(read("14.30"), Err(BadTime::Relative));
        assert_eq!(read("tadi pagi"), Err(BadTime::Relative));
        assert_eq!(read("24 November 2026"), Err(BadTime::NoHour));
        assert_eq!(read("31 Februari 2026 10.00"), Err(BadTime::Impossible));
        assert_eq!(read("segera"), Err(BadTime::Unknown));
        assert_eq!(read("24 November 26 14.30"), Err(BadTime::Unknown), "a year has four digits");
        assert_eq!(read("Senin, 24 November 2026 14.30"), Err(BadTime::Impossible), "that day is a Tuesday");
    }
}
