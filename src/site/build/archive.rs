//! The archive: what was closed, how long it took, what was admitted and learned.

use super::parts::{Leaf, leaves};
use super::{P, Shown, Site};
use crate::corpus::view::{self, Route, View};
use crate::corpus::vocabulary::Theme;
use crate::diagnostic::Diagnostic;
use crate::present::charts::closed_at;
use crate::site::model::{Archive, ArchiveEntry, ArchiveYear, Lesson, ThemeLessons};

/// Issues on the first page.
const NEWEST: usize = 60;

/// Issues on the page of a year.
const MOST: usize = 150;

/// Issues that a theme learns from.
const LESSONS: usize = 5;

/// Closed issues, those closed first first.
pub(super) fn closed<'s>(view: &'s View<'s>) -> Vec<&'s view::Issue<'s>> {
    let mut closed: Vec<_> = view.issues.iter().filter(|i| i.closed && !i.drill).collect();
    closed.sort_by_key(|i| (closed_at(i), i.id));
    closed
}

/// The pages of the years; none where the first page holds all.
pub(super) fn years(view: &View<'_>, closed: &[&view::Issue<'_>]) -> Vec<Leaf> {
    if closed.len() <= NEWEST {
        return Vec::new();
    }
    let year = |i: &&view::Issue<'_>| view.zone.show(closed_at(i)).date().0;
    leaves(closed, MOST, year, |i| (format!("{:04}", year(i)), year(i).to_string()))
}

impl Site<'_> {
    pub(super) fn archive(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let newest = &self.closed[self.closed.len().saturating_sub(NEWEST)..];
        let model = Archive {
            lessons: self.lessons(p),
            years: self.closed_by_year(p, newest),
            part: false,
            newer: None,
            older: None,
            parts: self.parts(p, &self.years, None, Route::ArchivePart),
        };
        // Lessons may come from issues that are not on the page themselves.
        let shown = Shown::of(self.closed.iter().copied());
        self.finish(&self.page(p, route, self.title("site.title.archive"), shown), model)
    }

    pub(super) fn archive_part(&self, p: &P<'_>, route: &Route, at: usize) -> Result<Option<String>, Box<Diagnostic>> {
        let leaf = &self.years[at];
        let issues = &self.closed[leaf.range.clone()];
        let beside = |leaf: &Leaf| p.link(self.leaf_title(leaf), &Route::ArchivePart(leaf.name.clone()));
        let model = Archive {
            lessons: Vec::new(),
            years: self.closed_by_year(p, issues),
            part: true,
            newer: self.years.get(at + 1).map(beside),
            older: at.checked_sub(1).and_then(|n| self.years.get(n)).map(beside),
            parts: Vec::new(),
        };
        let mut shown = Shown::of(issues.iter().copied());
        shown.crumbs = vec![self.crumb(p, &Route::Archive, "site.title.archive")];
        let title = format!("{}: {}", self.title("site.title.archive"), self.leaf_title(leaf));
        self.finish(&self.page(p, route, title, shown), model)
    }

    fn closed_by_year(&self, p: &P<'_>, issues: &[&view::Issue<'_>]) -> Vec<ArchiveYear> {
        let year = |i: &view::Issue<'_>| self.view().zone.show(closed_at(i)).date().0;
        let years = issues.chunk_by(|a, b| year(a) == year(b)).rev();
        years
            .map(|issues| ArchiveYear {
                title: year(issues[0]).to_string(),
                entries: issues.iter().rev().map(|i| self.entry(p, i)).collect(),
            })
            .collect()
    }

    fn entry(&self, p: &P<'_>, issue: &view::Issue<'_>) -> ArchiveEntry {
        let span = issue.closed_at.map(|day| day.end().minutes_since(issue.opened_at)).filter(|minutes| *minutes > 0);
        let said = issue.admission.as_ref().and_then(|a| a.sentence);
        let admission = said.filter(|_| issue.review.as_ref().is_none_or(|r| r.admitted.is_none()));
        ArchiveEntry {
            card: p.card(issue),
            closed_at: issue.closed_at.map(|day| self.voice.day(day)),
            duration: span.map(|minutes| p.locale().duration(minutes)),
            admission: admission.map(|text| p.words(text)),
            review: issue.review.as_ref().map(|r| p.review(r)),
        }
    }

    /// What is to be done better, by theme, from the newest evaluations.
    fn lessons(&self, p: &P<'_>) -> Vec<ThemeLessons> {
        let taught = |i: &&&view::Issue<'_>| i.review.as_ref().is_some_and(|r| !r.mend.is_empty());
        let about = |theme: &Theme| {
            let mut issues: Vec<&view::Issue<'_>> = self
                .closed
                .iter()
                .rev()
                .filter(|i| i.themes.contains(theme))
                .filter(taught)
                .take(LESSONS + 1)
                .copied()
                .collect();
            let cut = issues.len() > LESSONS;
            issues.truncate(LESSONS);
            let lesson = |issue: &&view::Issue<'_>| Lesson {
                issue: p.link(issue.title, &Route::Issue(issue.id.to_owned())),
                mend: issue.review.iter().flat_map(|r| &r.mend).map(|text| p.words(text)).collect(),
            };
            let lessons: Vec<Lesson> = issues.iter().map(lesson).collect();
            (!lessons.is_empty()).then(|| ThemeLessons { theme: p.word(*theme), lessons, cut })
        };
        Theme::ALL.iter().filter_map(about).collect()
    }
}
