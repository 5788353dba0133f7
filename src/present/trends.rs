//! How things went over time, and how late they are: the drawings of risk and lateness with their twins in words.
//!
//! In: issues and follow-ups of a view. Out: SVG, and the rows of the tables that say the same.

use super::charts::{Drawing, closed_at, counts};
use super::model::{BandRow, LateRow, Link};
use super::moments::{minutes, ticks};
use super::{Medium, Presenter};
use crate::chart::axis::Span;
use crate::chart::bars::{self, Bar, BarsInput};
use crate::chart::columns::{self, Column, ColumnsInput};
use crate::chart::trend::{self, Point, TrendInput};
use crate::corpus::view::{self, Issue};
use crate::time::Instant;

/// Columns of a drawing over time.
const COLUMNS: usize = 12;

/// Until how many minutes a follow-up counts as briefly late, and as longer late.
const LATE: [i64; 2] = [2 * 1440, 7 * 1440];

const DAY: i64 = 1440;

/// A drawing over time and its twin.
pub struct Bands {
    /// The drawing.
    pub svg: String,
    /// Its twin, newest first.
    pub rows: Vec<BandRow>,
}

/// Late follow-ups of a region or an agency.
#[derive(Debug, Clone, Default)]
pub struct Late {
    counts: [usize; 3],
    longest: i64,
}

impl Late {
    /// Takes those that are late.
    pub fn of<'a, 'v: 'a>(actions: impl Iterator<Item = &'a view::Action<'v>>) -> Late {
        let mut late = Late::default();
        for minutes in actions.filter_map(|a| a.late) {
            late.counts[LATE.iter().filter(|most| minutes > **most).count()] += 1;
            late.longest = late.longest.max(minutes);
        }
        late
    }

    /// All of them.
    pub fn all(&self) -> usize {
        self.counts.iter().sum()
    }

    /// By how many minutes the longest is late.
    pub fn longest(&self) -> i64 {
        self.longest
    }
}

/// The ends of periods that lead up to as-of: days, weeks or months, whichever reach back to `first` in a few columns.
fn periods(view: &view::View<'_>, first: Instant) -> Vec<Instant> {
    let days = view.as_of.minutes_since(first) / DAY;
    let starts = |day: Instant| {
        let local = view.zone.show(day);
        match days {
            ..=12 => true,
            13..=84 => local.weekday() == 0,
            _ => local.date().2 == 1,
        }
    };
    // A period ends where the next begins; the running one ends now.
    let mut ends = vec![view.as_of];
    let mut day = view.zone.midnight(view.as_of);
    while ends.len() < COLUMNS && day > first {
        if starts(day) {
            ends.push(day);
        }
        day = view.zone.midnight(day.plus_minutes(-DAY / 2));
    }
    ends.reverse();
    ends
}

/// The band of an issue at a moment: `None` where it was not open, 0 where nobody had assessed it yet.
fn band_at(issue: &Issue<'_>, at: Instant) -> Option<u8> {
    if issue.drill || issue.opened_at >= at || (issue.closed && closed_at(issue) <= at) {
        return None;
    }
    // Newest first: the first that was there by then.
    Some(issue.risks.iter().find(|r| r.at <= at).map_or(0, |r| r.level))
}

impl<M: Medium> Presenter<'_, M> {
    /// How the risk of an issue went; `None` where it was assessed less than twice, or its risk may not be seen.
    pub fn issue_trend(&self, issue: &Issue<'_>, paper: bool) -> Option<Drawing> {
        let risks: Vec<&view::Risk<'_>> = issue.risks.iter().rev().filter(|r| r.at <= self.view().as_of).collect();
        let [first, .., last] = risks[..] else { return None };
        let say = |r: &view::Risk<'_>| {
            let (score, level) = (r.score.to_string(), self.level_text(r.level));
            let args = [("score", score), ("level", level), ("at", self.voice.when(r.at).short)];
            self.locale().say("present.trend_point", &args)
        };
        let point = |r: &&view::Risk<'_>| Point {
            at: minutes(r.at),
            level: r.level,
            // By both methods a band is five scores wide.
            within: f64::from(r.score.saturating_sub(1) % 5) / 4.0,
            score: r.score.to_string(),
            title: say(r),
        };
        let args = [("first", say(first)), ("last", say(last))];
        let title = format!("{} ({})", self.locale().word("present.trend_title"), self.voice.method());
        let all: Vec<String> = risks.iter().map(|r| say(r)).collect();
        let says = format!("{title}: {}", all.join("; "));
        let svg = trend::bands(&TrendInput {
            id_prefix: "tren".to_owned(),
            title,
            desc: self.locale().say("present.trend_desc", &args),
            words: [1, 2, 3, 4, 5].map(|level| self.level_text(level)),
            points: risks.iter().map(point).collect(),
            span: Span { start: minutes(first.at), end: minutes(last.at) },
            ticks: ticks(self.voice, first.at, last.at),
            patterns: paper,
        });
        Some(Drawing { svg, says })
    }

    /// How many issues were open in each band, as far as their assessments tell; `None` where nothing is to be seen.
    pub fn bands_over_time(&self, issues: &[&Issue<'_>]) -> Option<Bands> {
        let view = self.view();
        if !issues.iter().any(|i| counts(i) && !i.risks.is_empty()) {
            return None;
        }
        let first = issues.iter().filter(|i| !i.drill).map(|i| i.opened_at).min()?;
        let column = |at: &Instant| {
            let mut counts = [0usize; 6];
            issues.iter().filter_map(|i| band_at(i, *at)).for_each(|level| counts[usize::from(level.min(5))] += 1);
            // The end of a period is the start of the next; it is called by its own last day.
            let day = view.zone.show(if *at < view.as_of { at.plus_minutes(-1) } else { *at });
            let open = self.voice.open_issues(counts.iter().sum());
            let long = self.locale().day_long(day);
            (Column { label: self.locale().day_brief(day), counts, title: format!("{long}: {open}") }, long)
        };
        let (columns, days): (Vec<Column>, Vec<String>) = periods(view, first).iter().map(column).unzip();
        if columns.len() < 2 {
            return None;
        }
        let row = |(c, at): (&Column, String)| BandRow {
            at,
            open: c.all(),
            bands: c.counts[1..].iter().rev().copied().collect(),
            unknown: c.counts[0],
        };
        let rows = columns.iter().zip(days).rev().map(row).collect();
        let says: Vec<&str> =
            [columns.first(), columns.last()].into_iter().flatten().map(|c| c.title.as_str()).collect();
        let svg = columns::stacked(&ColumnsInput {
            id_prefix: "waktu".to_owned(),
            title: self.locale().word("present.bands_title").to_owned(),
            desc: self.locale().say("present.bands_desc", &[("columns", says.join("; "))]),
            columns,
            patterns: false,
        });
        Some(Bands { svg, rows })
    }

    /// Lateness as bars; `None` where nothing is late.
    pub fn late_bars(&self, prefix: &str, title: &str, rows: &[(Link, Late)]) -> Option<String> {
        if rows.is_empty() {
            return None;
        }
        let bar =
            |(link, late): &(Link, Late)| Bar { name: link.text.clone(), href: link.href.clone(), counts: late.counts };
        let all: usize = rows.iter().map(|(_, late)| late.all()).sum();
        let count = self.locale().integer(i64::try_from(all).unwrap_or(i64::MAX));
        Some(bars::late(&BarsInput {
            id_prefix: prefix.to_owned(),
            title: self.locale().word(title).to_owned(),
            desc: self.locale().say("present.late_desc", &[("count", count)]),
            key: ["present.late_brief", "present.late_longer", "present.late_long"]
                .map(|key| self.locale().word(key).to_owned()),
            rows: rows.iter().map(bar).collect(),
            patterns: false,
        }))
    }

    /// The twin of a bar.
    pub fn late_row(&self, (of, late): &(Link, Late)) -> LateRow {
        LateRow {
            of: of.clone(),
            counts: late.counts.to_vec(),
            late: late.all(),
            longest: self.voice.late(late.longest),
        }
    }
}
