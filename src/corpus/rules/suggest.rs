//! Playbooks that suggest themselves: by theme, by words of title and summary, by risk.

use super::Case;
use crate::corpus::record::playbook::Trigger;
use crate::corpus::view::text::plain;

/// How many are suggested.
const MOST: usize = 3;

/// Playbooks that fit an issue, best first: id and title.
pub(crate) fn fitting<'a>(case: &Case<'a>) -> Vec<(&'a str, &'a str)> {
    let sight = case.bench.sight;
    let summary = case.issue.summary.as_ref().filter(|s| sight.shows(s)).map(|s| plain(&s.blocks));
    let text = format!("{} {}", case.issue.title, summary.unwrap_or_default()).to_lowercase();
    let playbooks = case.bench.catalogue.records.playbooks.iter();
    let seen = playbooks.filter_map(|e| Some((e, sight.see(&e.guarded)?)));
    let mut fit: Vec<_> = seen
        .filter_map(|(e, p)| Some((weight(case, &text, p.trigger.as_ref()?)?, e.head.id.as_str(), p.title.as_str())))
        .collect();
    fit.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| (a.2, a.1).cmp(&(b.2, b.1))));
    fit.into_iter().take(MOST).map(|(_, id, title)| (id, title)).collect()
}

/// How many of its words are met; `None` where theme, words or risk speak against it.
fn weight(case: &Case<'_>, text: &str, trigger: &Trigger) -> Option<usize> {
    let themes = &trigger.themes;
    let theme = themes.is_empty() || themes.iter().any(|t| case.issue.themes.0.contains(t));
    let words = trigger.words.iter().filter(|w| text.contains(&w.to_lowercase())).count();
    let worded = trigger.words.is_empty() || words > 0;
    let newest = case.bench.sight.items(&case.issue.risks).max_by_key(|(_, r)| r.at).map(|(_, r)| r);
    // A risk that nobody has assessed yet speaks against nothing.
    let grave = trigger.minimum.as_ref().is_none_or(|m| {
        newest.is_none_or(|r| m.likelihood.is_none_or(|l| r.likelihood >= l) && m.impact.is_none_or(|i| r.impact >= i))
    });
    (theme && worded && grave).then_some(words)
}
