//! Long lists on static pages: cut by month or year, and again where one of them is too long for a page.
//!
//! In: a list in order of time, oldest first. Out: its pages. Their numbers grow with time, so that what is added leaves
//! the older pages as they were.

use super::{P, Site};
use crate::corpus::view::Route;
use crate::site::model::Part;
use std::ops::Range;

/// A static page of a long list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaf {
    /// "2026-11", "2026-11-2": its file.
    pub(super) name: String,
    /// "November 2026".
    pub(super) title: String,
    /// Number and count of the pages of this month or year.
    pub(super) number: (usize, usize),
    /// What of the list stands on it.
    pub(super) range: Range<usize>,
}

impl Leaf {
    /// Where a page of this name stands among all.
    pub(super) fn named(leaves: &[Leaf], name: &str) -> Option<usize> {
        leaves.iter().position(|leaf| leaf.name == name)
    }
}

/// Cuts a list where its key changes, and again at every `most`; `call` says name and title of a key.
pub(super) fn leaves<T, K: PartialEq>(
    list: &[T],
    most: usize,
    key: impl Fn(&T) -> K,
    call: impl Fn(&T) -> (String, String),
) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    let mut start = 0;
    for group in list.chunk_by(|a, b| key(a) == key(b)) {
        let (name, title) = call(&group[0]);
        let all = group.len().div_ceil(most);
        for number in 1..=all {
            let first = start + (number - 1) * most;
            let end = (start + group.len()).min(first + most);
            let name = if number == 1 { name.clone() } else { format!("{name}-{number}") };
            leaves.push(Leaf { name, title: title.clone(), number: (number, all), range: first..end });
        }
        start += group.len();
    }
    leaves
}

impl Site<'_> {
    /// "November 2026", or "November 2026, bagian 2 dari 3".
    pub(super) fn leaf_title(&self, leaf: &Leaf) -> String {
        match leaf.number {
            (_, 1) => leaf.title.clone(),
            (number, all) => {
                let args = [("title", leaf.title.clone()), ("n", number.to_string()), ("all", all.to_string())];
                self.voice.locale.say("site.part.title", &args)
            }
        }
    }

    /// All pages of a list, newest first; `here` is the one that links to them.
    pub(super) fn parts(
        &self,
        p: &P<'_>,
        leaves: &[Leaf],
        here: Option<usize>,
        route: fn(String) -> Route,
    ) -> Vec<Part> {
        let part = |(n, leaf): (usize, &Leaf)| Part {
            link: p.link(self.leaf_title(leaf), &route(leaf.name.clone())),
            count: p.locale().integer(i64::try_from(leaf.range.len()).unwrap_or(i64::MAX)),
            current: here == Some(n),
        };
        leaves.iter().enumerate().rev().map(part).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(list: &[u32]) -> Vec<(String, Range<usize>)> {
        let all = leaves(list, 3, |n| n / 100, |n| (format!("{}", n / 100), String::new()));
        all.into_iter().map(|leaf| (leaf.name, leaf.range)).collect()
    }

    #[test]
    fn every_entry_stands_on_one_page() {
        let pages = cut(&[100, 101, 200, 201, 202, 203, 300]);
        let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["1", "2", "2-2", "3"]);
        assert_eq!(pages.iter().map(|(_, r)| r.clone()).collect::<Vec<_>>(), [0..2, 2..5, 5..6, 6..7]);
        assert!(cut(&[]).is_empty());
    }

    #[test]
    fn what_is_added_leaves_older_pages_as_they_were() {
        let before = cut(&[100, 101, 102, 103, 104]);
        let after = cut(&[100, 101, 102, 103, 104, 105, 106, 200]);
        assert_eq!(before[0], after[0]);
        assert_eq!(after[1], ("1-2".to_owned(), 3..6));
    }
}
