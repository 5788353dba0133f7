//! Who has not updated: a row a region, the worst first, and how late the follow-ups are. Not for the public.

use super::{P, Shown, Site};
use crate::corpus::view::{self, Route};
use crate::diagnostic::Diagnostic;
use crate::present::charts::counts;
use crate::present::model::Link;
use crate::present::trends::Late;
use crate::site::model::{UpdateRow, Updates};
use crate::time::Instant;
use std::cmp::Reverse;

/// Bars of a drawing.
const BARS: usize = 12;

/// The open issues of a region, and what of them is not up to date.
struct Standing<'v> {
    region: Link,
    /// Its name in passing, for the drawing.
    short: Link,
    issues: Vec<&'v view::Issue<'v>>,
    silent: usize,
    expired: usize,
    late: Late,
    newest: Option<Instant>,
    oldest: Option<&'v view::Issue<'v>>,
}

impl<'v> Standing<'v> {
    fn of((region, short): (Link, Link), issues: Vec<&'v view::Issue<'v>>, late: Late) -> Standing<'v> {
        Standing {
            silent: issues.iter().filter(|i| i.update_late.is_some()).count(),
            expired: issues.iter().filter(|i| i.expired).count(),
            newest: issues.iter().filter_map(|i| i.data_at).max(),
            oldest: issues.iter().copied().min_by_key(|i| (i.data_at, i.id)),
            region,
            short,
            issues,
            late,
        }
    }

    /// Missed promises first, then what expired, then lateness, then the oldest data.
    fn worst(&self) -> impl Ord + use<> {
        let empty = self.issues.is_empty();
        (
            Reverse(self.silent),
            Reverse(self.expired),
            Reverse(self.late.all()),
            empty,
            self.oldest.and_then(|i| i.data_at),
        )
    }
}

impl<'s> Site<'s> {
    pub(super) fn updates(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let mut rows = self.standings(p);
        rows.sort_by_key(Standing::worst);
        let mut regions: Vec<(Link, Late)> = rows.iter().map(|r| (r.short.clone(), r.late.clone())).collect();
        let mut agencies: Vec<(Link, Late)> = self
            .view()
            .agencies
            .iter()
            .map(|a| (p.agency_link(a.id), Late::of(self.tasks_of(a.id).iter().map(|(_, action)| *action))))
            .collect();
        for list in [&mut regions, &mut agencies] {
            list.retain(|(_, late)| late.all() > 0);
            list.sort_by_key(|(_, late)| Reverse((late.all(), late.longest())));
        }
        agencies.truncate(BARS);
        let model = Updates {
            chart: p.late_bars("lambat", "present.late_regions_title", &regions),
            regions: regions.iter().map(|row| p.late_row(row)).collect(),
            agency_chart: p.late_bars("lambat-instansi", "present.late_agencies_title", &agencies),
            agencies: agencies.iter().map(|row| p.late_row(row)).collect(),
            actions: p.link(p.locale().word("site.home.all_late"), &Route::Actions),
            rows: rows.into_iter().map(|row| self.update_row(p, row)).collect(),
        };
        let open = self.view().issues.iter().filter(|i| counts(i));
        let shown = Shown::of(open.clone()).and_actions(open.flat_map(|i| &i.actions).filter(|a| a.late.is_some()));
        self.finish(&self.page(p, route, self.title("site.title.updates"), shown), model)
    }

    /// Each region with its own issues; the province with those that name it, or no region at all.
    fn standings(&self, p: &P<'_>) -> Vec<Standing<'s>> {
        let view = self.view();
        let of = |names: (Link, Link), all: Vec<&'s view::Issue<'s>>| {
            let late = Late::of(all.iter().filter(|i| !i.drill).flat_map(|i| &i.actions));
            Standing::of(names, all.into_iter().filter(|i| counts(i)).collect(), late)
        };
        let named = |code: &str| self.by_region.get(code).cloned().unwrap_or_default();
        let regions = view.regions.iter().filter(|r| r.code != view.home);
        let mut rows: Vec<Standing<'s>> =
            regions.map(|r| of((p.region_link(r.code), p.region_in_passing(r.code)), named(r.code))).collect();
        let mut rest = named(view.home);
        rest.extend(view.issues.iter().filter(|i| i.regions.is_empty()));
        if view.whole {
            let name = Link { text: self.title("site.update.province"), href: None };
            rows.push(of((name.clone(), name), rest));
        }
        rows
    }

    fn update_row(&self, p: &P<'_>, row: Standing<'_>) -> UpdateRow {
        UpdateRow {
            open: row.issues.len(),
            silent: row.silent,
            expired: row.expired,
            late: row.late.all(),
            data_at: row.newest.map(|at| self.voice.when(at)),
            oldest: row.oldest.map(|i| p.link(i.title, &Route::Issue(i.id.to_owned()))),
            oldest_at: row.oldest.and_then(|i| i.data_at).map(|at| self.voice.when(at)),
            region: row.region,
        }
    }
}
