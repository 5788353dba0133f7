//! What changed: the page, and the first lines of it for the dashboard.

use super::{P, Shown, Site, TOP};
use crate::class::Class;
use crate::corpus::view::Route;
use crate::diagnostic::Diagnostic;
use crate::present::model::{Change, Link};
use crate::site::model::{ChangesPage, Html};

/// Highest number of things on the page; more is no news.
const TOLD: usize = 200;

impl Site<'_> {
    pub(super) fn changes(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let all = self.all_changes(p);
        let (changes, cut) = (all.iter().take(TOLD).cloned().collect(), all.len() > TOLD);
        let then = self.around.then;
        let since = then.and_then(|(_, at)| at).map(|at| self.voice.when(at));
        let model = ChangesPage { known: then.is_some(), since, changes, cut };
        let view = self.view();
        let mut shown = Shown::of(view.issues.iter()).and_conferences(&view.conferences);
        shown.class = view.playbooks.iter().map(|b| b.class).fold(shown.class, Class::max);
        self.finish(&self.page(p, route, self.title("site.title.changes"), shown), model)
    }

    /// For the dashboard: the newest, each with its first line.
    pub(super) fn changed(&self, p: &P<'_>) -> Vec<Change<Html>> {
        let first =
            |c: &Change<Html>| Change { lines: c.lines.iter().take(1).cloned().collect(), summary: None, ..c.clone() };
        self.all_changes(p).iter().filter(|c| !c.drill).take(TOP).map(first).collect()
    }

    /// The two views are compared once: both pages lie at the top of the edition, and their links are the same.
    fn all_changes(&self, p: &P<'_>) -> &[Change<Html>] {
        self.compared.get_or_init(|| self.around.then.map_or_else(Vec::new, |(then, _)| p.changes(then)))
    }

    pub(super) fn changes_link(&self, p: &P<'_>) -> Option<Link> {
        self.around.then.map(|_| p.link(p.locale().word("site.title.changes"), &Route::Changes))
    }
}
