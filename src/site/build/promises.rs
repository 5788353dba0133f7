//! What was promised in public: what is late or dropped, what is due, what was kept.

use super::{LONG, P, Shown, Site, Task};
use crate::corpus::view::{self, Route};
use crate::corpus::vocabulary::ActionStatus;
use crate::diagnostic::Diagnostic;
use crate::present::model::Action;
use crate::site::model::{Html, Promises};
use std::cmp::Reverse;

/// By how many minutes a promise was kept too late.
fn kept_late(action: &view::Action<'_>) -> Option<i64> {
    let over = action.done_at?.at.minutes_since(action.due?.end());
    (action.status == ActionStatus::Done && over > 0).then_some(over)
}

impl Site<'_> {
    /// Was something promised in public?
    pub(super) fn promised(&self) -> bool {
        let real = self.view().issues.iter().filter(|i| !i.drill);
        real.flat_map(|i| &i.actions).any(|a| a.promise)
    }

    pub(super) fn promises(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let due = |a: &view::Action<'_>| a.due.map(|d| d.end());
        let dropped = |a: &view::Action<'_>| a.status == ActionStatus::Dropped;
        let broken = self.sorted_actions(
            |a| a.promise && (a.late.is_some() || dropped(a)),
            |a| (dropped(a), Reverse(a.late), due(a)),
        );
        let open = self.sorted_actions(|a| a.promise && a.open() && a.late.is_none(), |a| (a.due.is_none(), due(a)));
        let kept = self.sorted_actions(
            |a| a.promise && a.status == ActionStatus::Done,
            |a| Reverse((a.done_at.map(|d| d.at), due(a))),
        );
        let words = |tasks: &[Task<'_>]| tasks.iter().take(LONG).map(|(i, a)| self.promise(p, i, a)).collect();
        let model = Promises {
            cut: broken.len().max(open.len()).max(kept.len()) > LONG,
            broken: words(&broken),
            open: words(&open),
            kept: words(&kept),
        };
        let all = || broken.iter().chain(&open).chain(&kept);
        let shown = Shown::of(all().map(|(i, _)| *i)).and_actions(all().map(|(_, a)| *a));
        self.finish(&self.page(p, route, self.title("site.title.promises"), shown), model)
    }

    /// A promise says also that it was kept too late.
    fn promise(&self, p: &P<'_>, issue: &view::Issue<'_>, action: &view::Action<'_>) -> Action<Html> {
        let mut words = p.action(issue, action);
        if let Some(over) = kept_late(action) {
            let span = p.locale().duration(over);
            words.late = Some(p.locale().say("present.kept_late", &[("span", span)]));
        }
        words
    }
}
