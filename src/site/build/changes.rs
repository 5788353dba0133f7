//! What changed: the page, and the first lines of it for the dashboard.

use super::{P, Shown, Site, TOP};
use crate::corpus::view::Route;
use crate::diagnostic::Diagnostic;
use crate::present::model::{Change, Link};
use crate::site::model::{ChangesPage, Html};

/// Highest number of things on the page; more is no news.
const TOLD: usize = 200;

impl Site<'_> {
    pub(super) fn changes(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let mut changes = self.around.then.map_or_else(Vec::new, |(then, _)| p.changes(then));
        let cut = changes.len() > TOLD;
        changes.truncate(TOLD);
        let then = self.around.then;
        let since = then.and_then(|(_, at)| at).map(|at| self.voice.when(at));
        let model = ChangesPage { known: then.is_some(), since, changes, cut };
        let view = self.view();
        let mut shown = Shown::of(view.issues.iter());
        let others = view.conferences.iter().map(|k| k.mark).chain(view.playbooks.iter().map(|b| b.class));
        shown.class = others.chain([shown.class]).max().unwrap_or(shown.class);
        self.finish(&self.page(p, route, self.title("site.title.changes"), shown), model)
    }

    /// For the dashboard: the newest, each with its first line.
    pub(super) fn changed(&self, p: &P<'_>) -> Vec<Change<Html>> {
        let Some((then, _)) = self.around.then else { return Vec::new() };
        let mut changes = p.changes(then);
        changes.retain(|c| !c.drill);
        changes.truncate(TOP);
        for change in &mut changes {
            change.lines.truncate(1);
            change.summary = None;
        }
        changes
    }

    pub(super) fn changes_link(&self, p: &P<'_>) -> Option<Link> {
        self.around.then.map(|_| p.link(p.locale().word("site.title.changes"), &Route::Changes))
    }
}
