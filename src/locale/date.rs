//! Dates, times and spans of time in words.

use super::{Language, Locale};
use crate::time::Instant;
use std::fmt::Write;

impl Locale {
    /// "Selasa, 24 November 2026 pukul 14.30 WITA".
    pub fn time_long(&self, at: Instant) -> String {
        let mut out = self.weekday_long(at);
        out.push(' ');
        out.push_str(self.word("date.at"));
        out.push(' ');
        self.put_clock(&mut out, at);
        out
    }

    /// "24 Nov 2026, 14.30 WITA".
    pub fn time_short(&self, at: Instant) -> String {
        let mut out = String::with_capacity(28);
        put_day(&mut out, at, &self.months_short);
        out.push_str(", ");
        self.put_clock(&mut out, at);
        out
    }

    /// "24 November 2026".
    pub fn day_long(&self, at: Instant) -> String {
        let mut out = String::with_capacity(20);
        put_day(&mut out, at, &self.months);
        out
    }

    /// "Selasa, 24 November 2026".
    pub fn weekday_long(&self, at: Instant) -> String {
        let mut out = String::with_capacity(32);
        out.push_str(self.days.get(at.weekday()).map_or("", String::as_str));
        out.push_str(", ");
        put_day(&mut out, at, &self.months);
        out
    }

    /// "24 Nov".
    pub fn day_brief(&self, at: Instant) -> String {
        let (_, month, day) = at.date();
        format!("{day} {}", name_of(&self.months_short, month))
    }

    /// "Nov 2026".
    pub fn month_short(&self, at: Instant) -> String {
        let (year, month, _) = at.date();
        format!("{} {year}", name_of(&self.months_short, month))
    }

    /// "November 2026".
    pub fn month_long(&self, at: Instant) -> String {
        let (year, month, _) = at.date();
        format!("{} {year}", name_of(&self.months, month))
    }

    /// "14.30 WITA"; English writes "14:30 WITA".
    pub fn clock(&self, at: Instant) -> String {
        let mut out = String::with_capacity(12);
        self.put_clock(&mut out, at);
        out
    }

    fn put_clock(&self, out: &mut String, at: Instant) {
        let (hour, minute) = at.hour_minute();
        let point = if self.language == Language::Id { '.' } else { ':' };
        write!(out, "{hour:02}{point}{minute:02} {}", at.zone_name()).expect("a string takes all");
    }

    /// "pukul 07.00 WITA", with the date where it is not the day of `now`.
    pub fn time_of(&self, at: Instant, now: Instant) -> String {
        let clock = format!("{} {}", self.word("date.at"), self.clock(at));
        if at.date() == now.date() { clock } else { format!("{} {clock}", self.day_long(at)) }
    }

    /// "2 hari", "3 jam", "20 menit": the largest unit that says enough.
    pub fn duration(&self, minutes: i64) -> String {
        let minutes = minutes.max(0);
        let (count, unit) = match minutes {
            0..120 => (minutes, "date.minute"),
            120..2880 => (minutes / 60, "date.hour"),
            _ => (minutes / 1440, "date.day"),
        };
        self.counted(count, unit)
    }

    /// "T+15 menit".
    pub fn minute_mark(&self, minutes: i64) -> String {
        let sign = if minutes < 0 { "T−" } else { "T+" };
        let size = minutes.abs();
        let exact = match size {
            0 => return "T0".to_owned(),
            _ if size % 1440 == 0 => self.counted(size / 1440, "date.day"),
            _ if size % 60 == 0 => self.counted(size / 60, "date.hour"),
            _ if size > 120 => {
                format!("{} {}", self.counted(size / 60, "date.hour"), self.counted(size % 60, "date.minute"))
            }
            _ => self.counted(size, "date.minute"),
        };
        format!("{sign}{exact}")
    }

    fn counted(&self, count: i64, unit: &str) -> String {
        self.count(unit, usize::try_from(count).unwrap_or(usize::MAX))
    }
}

/// Day, month and year; there are tens of thousands of times in a large book, so nothing is made on the way.
fn put_day(out: &mut String, at: Instant, months: &[String]) {
    let (year, month, day) = at.date();
    write!(out, "{day} {} {year}", name_of(months, month)).expect("a string takes all");
}

fn name_of(months: &[String], month: u32) -> &str {
    months.get(month as usize - 1).map_or("", String::as_str)
}
