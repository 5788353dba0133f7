//! Views to charts: the issue map and the risk matrix, for screen and paper alike.

use super::{Medium, Presenter};
use crate::chart::map::{self, Geometry, MapInput, MapRegion};
use crate::chart::matrix::{self, Mark, MatrixInput};
use crate::corpus::risk;
use crate::corpus::view::{Issue, Route};
use crate::time::Instant;

/// What a region's issues come to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Standing {
    /// Open issues, drills left out.
    pub open: usize,
    /// Of those, crises.
    pub crises: usize,
    /// Worst band; 0 where there is none or it may not be seen.
    pub level: u8,
    /// Of those, with an update overdue.
    pub silent: usize,
}

impl Standing {
    /// Counts issues.
    pub fn of<'i, 'a: 'i>(issues: impl Iterator<Item = &'i Issue<'a>>) -> Standing {
        let mut standing = Standing::default();
        for issue in issues.filter(|i| counts(i)) {
            standing.open += 1;
            standing.crises += usize::from(issue.escalation == Some(crate::corpus::vocabulary::Escalation::Crisis));
            standing.level = standing.level.max(issue.risks.first().map_or(0, |r| r.level));
            standing.silent += usize::from(issue.update_late.is_some());
        }
        standing
    }
}

/// A drawing, and what it shows in words for those who do not see it.
pub struct Drawing {
    /// The drawing.
    pub svg: String,
    /// What it shows.
    pub says: String,
}

/// A matrix and the issues that stand in it with a number.
pub struct Matrix<'i, 'a> {
    /// The drawing.
    pub svg: String,
    /// Issues, the first is number 1.
    pub numbered: Vec<&'i Issue<'a>>,
}

/// An issue that counts: open, and no drill.
pub fn counts(issue: &Issue<'_>) -> bool {
    !issue.closed && !issue.drill
}

/// When a closed issue was closed; where nobody wrote it, the newest that is known of it.
pub fn closed_at(issue: &Issue<'_>) -> Instant {
    issue.closed_at.map(|day| day.at).or(issue.data_at).unwrap_or(issue.opened_at)
}

impl<M: Medium> Presenter<'_, M> {
    /// The issue map; `here` sets one region off. On paper the levels are patterns too.
    pub fn map(
        &self,
        geometry: &Geometry,
        standing: impl Fn(&str) -> Standing,
        here: Option<&str>,
        paper: bool,
    ) -> String {
        let locale = self.locale();
        let regions: Vec<MapRegion> = self
            .view()
            .regions
            .iter()
            .filter(|r| r.code != self.view().home)
            .map(|region| {
                let stands = standing(region.code);
                MapRegion {
                    code: region.code.to_owned(),
                    name: region.name.to_owned(),
                    short: region.short.to_owned(),
                    level: stands.level,
                    level_text: if stands.level == 0 { String::new() } else { self.level_text(stands.level) },
                    open: stands.open,
                    label: self.voice.open_issues(stands.open),
                    href: self.medium.href(&Route::Region(region.code.to_owned())),
                    here: here == Some(region.code),
                }
            })
            .collect();
        let say = |r: &MapRegion| {
            if r.level_text.is_empty() {
                format!("{}: {}", r.name, r.label)
            } else {
                format!("{}: {}, {}", r.name, r.label, r.level_text)
            }
        };
        let all: Vec<String> = regions.iter().map(say).collect();
        let home = self.voice.region(self.view().home).map_or("", |r| r.name);
        map::province(
            geometry,
            &MapInput {
                id_prefix: "peta".to_owned(),
                title: locale.say("present.map_title", &[("place", home.to_owned())]).trim().to_owned(),
                desc: locale.say("present.map_desc", &[("regions", all.join(". "))]),
                regions,
                patterns: paper,
            },
        )
    }

    /// "4 Tinggi" without its number: the word of a band.
    pub fn level_text(&self, level: u8) -> String {
        self.locale().label("level", &level.to_string()).to_owned()
    }

    /// The matrix of some issues, and those that stand in it with a number, in order: a cell has room for
    /// the gravest few and counts the rest. `None` where no risk may be seen.
    pub fn matrix<'i, 'a: 'i>(
        &self,
        issues: impl Iterator<Item = &'i Issue<'a>>,
        paper: bool,
    ) -> Option<Matrix<'i, 'a>> {
        let locale = self.locale();
        let mut taken = [[0usize; 5]; 5];
        let mut numbered: Vec<&Issue<'a>> = Vec::new();
        let mut marks: Vec<Mark> = Vec::new();
        for (issue, risk) in issues.filter(|i| counts(i)).filter_map(|i| Some((i, i.risks.first()?))) {
            let cell =
                &mut taken[usize::from(risk.likelihood.clamp(1, 5) - 1)][usize::from(risk.impact.clamp(1, 5) - 1)];
            *cell += 1;
            let mut mark = Mark { likelihood: risk.likelihood, impact: risk.impact, ..Mark::default() };
            if *cell <= matrix::ROOM {
                numbered.push(issue);
                mark.text = numbered.len().to_string();
                mark.title = issue.title.to_owned();
                mark.href = self.medium.href(&Route::Issue(issue.id.to_owned()));
            }
            marks.push(mark);
        }
        if marks.is_empty() {
            return None;
        }
        let words = |vocabulary| [1u8, 2, 3, 4, 5].map(|n| locale.label(vocabulary, &n.to_string()).to_owned());
        let row = |l: u8| {
            [1u8, 2, 3, 4, 5].map(|i| {
                let (score, level) = risk::score(self.view().method, l, i);
                (u32::from(score), level)
            })
        };
        let svg = matrix::risk(&MatrixInput {
            id_prefix: "matriks".to_owned(),
            title: format!("{} ({})", locale.word("present.matrix_title"), self.voice.method()),
            desc: locale.say("present.matrix_desc", &[("count", self.voice.open_issues(marks.len()))]),
            likelihood_title: locale.word("present.likelihood").to_owned(),
            likelihood_words: words("likelihood"),
            impact_title: locale.word("present.impact").to_owned(),
            impact_words: words("impact"),
            cells: [row(1), row(2), row(3), row(4), row(5)],
            marks,
            patterns: paper,
        });
        Some(Matrix { svg, numbered })
    }
}
