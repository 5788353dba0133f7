//! The timeline: what happened in the view, newest day first, on one page and, where that is long, on a page a month.

use super::parts::{Leaf, leaves};
use super::{P, Shown, Site};
use crate::corpus::view::Route;
use crate::diagnostic::Diagnostic;
use crate::present::Voice;
use crate::present::model::Link;
use crate::present::moments::Moment;
use crate::site::model::{Timeline, TimelineDay};

/// Moments on the first page.
const NEWEST: usize = 300;

/// Minutes before the newest moment that the drawing of the first page shows: two weeks, so that days can be told apart.
const DRAWN: i64 = 14 * 1440;

/// Moments on the page of a month.
const MOST: usize = 500;

/// The pages of the months; none where the first page holds all.
pub(super) fn months(voice: &Voice<'_>, moments: &[Moment<'_>]) -> Vec<Leaf> {
    if moments.len() <= NEWEST {
        return Vec::new();
    }
    let local = |m: &Moment<'_>| voice.view.zone.show(m.at);
    let month = |m: &Moment<'_>| {
        let (year, month, _) = local(m).date();
        (year, month)
    };
    leaves(moments, MOST, month, |m| {
        let (year, number) = month(m);
        (format!("{year:04}-{number:02}"), voice.locale.month_long(local(m)))
    })
}

impl Site<'_> {
    pub(super) fn timeline(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let newest = &self.moments[self.moments.len().saturating_sub(NEWEST)..];
        let drawn = newest.last().map_or(0, |last| newest.partition_point(|m| last.at.minutes_since(m.at) > DRAWN));
        let model = Timeline {
            chart: p.region_timeline(&newest[drawn..]).map(|d| d.svg),
            days: self.days(p, newest),
            part: false,
            newer: None,
            older: None,
            parts: self.parts(p, &self.months, None, Route::TimelinePart),
        };
        self.finish(&self.page(p, route, self.title("site.title.timeline"), self.shown_in(newest)), model)
    }

    pub(super) fn timeline_part(&self, p: &P<'_>, route: &Route, at: usize) -> Result<Option<String>, Box<Diagnostic>> {
        let leaf = &self.months[at];
        let moments = &self.moments[leaf.range.clone()];
        let beside = |leaf: &Leaf| p.link(self.leaf_title(leaf), &Route::TimelinePart(leaf.name.clone()));
        let model = Timeline {
            chart: p.region_timeline(moments).map(|d| d.svg),
            days: self.days(p, moments),
            part: true,
            newer: self.months.get(at + 1).map(beside),
            older: at.checked_sub(1).and_then(|n| self.months.get(n)).map(beside),
            parts: Vec::new(),
        };
        let mut shown = self.shown_in(moments);
        shown.crumbs = vec![self.crumb(p, &Route::Timeline, "site.title.timeline")];
        let title = format!("{}: {}", self.title("site.title.timeline"), self.leaf_title(leaf));
        self.finish(&self.page(p, route, title, shown), model)
    }

    /// Moments by day, newest first.
    fn days(&self, p: &P<'_>, moments: &[Moment<'_>]) -> Vec<TimelineDay> {
        let local = |m: &Moment<'_>| self.view().zone.show(m.at);
        let days = moments.chunk_by(|a, b| local(a).date() == local(b).date());
        let day = |moments: &[Moment<'_>]| {
            let at = local(&moments[0]);
            let (year, month, date) = at.date();
            TimelineDay {
                title: p.locale().weekday_long(at),
                anchor: format!("{year:04}-{month:02}-{date:02}"),
                moments: moments.iter().rev().map(|m| p.moment(m)).collect(),
            }
        };
        days.rev().map(day).collect()
    }

    /// What the frame of a timeline tells: class and data time of what stands on it.
    fn shown_in(&self, moments: &[Moment<'_>]) -> Shown<'static> {
        let mut shown = Shown::of(moments.iter().filter_map(Moment::issue));
        let conferences = moments.iter().filter_map(Moment::conference).map(|k| k.mark);
        shown.class = conferences.chain([shown.class]).max().unwrap_or(shown.class);
        shown
    }

    /// "Linimasa", for the first page of the site.
    pub(super) fn timeline_link(&self, p: &P<'_>) -> Link {
        p.link(p.locale().word("site.home.timeline"), &Route::Timeline)
    }
}
