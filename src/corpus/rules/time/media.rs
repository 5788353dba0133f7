//! W0856. A question of the media is answered before its deadline.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::MediaStatus;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0856, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let open = case.bench.sight.items(&case.issue.media);
    let open = open.filter(|(_, m)| {
        m.answer.is_none() && !matches!(m.status, Some(MediaStatus::Answered | MediaStatus::Declined))
    });
    for (item, question) in open.filter(|_| !case.closed()) {
        if let Some(due) = question.due.filter(|due| due.end() < case.bench.as_of) {
            let medium = question.medium.as_deref().unwrap_or("–");
            let found = out.on(Code::W0856, "permintaan_media", item);
            found.with("medium", medium).with("due", case.bench.show_day(due)).with("office", case.office());
        }
    }
}
