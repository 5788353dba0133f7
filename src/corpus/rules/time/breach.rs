//! W0842. A breach of personal data is notified in writing within 3 × 24 hours (UU 27/2022, article 46).

use crate::corpus::rules::case::missing;
use crate::corpus::rules::clock;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0842, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let Some((item, breach)) = case.bench.sight.part(case.issue.breach.as_ref()) else { return };
    let Some(due) = breach.known_at.map(|at| at.plus_minutes(clock::BREACH)) else {
        let found = out.on(Code::W0842, "kebocoran_data", item);
        found.with("due", "–").with("missing", "diketahui_pada").with("office", case.office());
        return;
    };
    // A notice that came late is done; the clock shows how late it was.
    let late = breach.notified_at.is_none() && case.bench.as_of > due;
    let told = breach.notified_at.is_some();
    let wanted = [
        ("diberitahukan_pada", !late),
        ("data", !told || breach.data.is_some()),
        ("kronologi", !told || breach.how.is_some()),
        ("upaya", !told || breach.efforts.is_some()),
    ];
    if let Some(missing) = missing(&wanted) {
        let found = out.on(Code::W0842, "kebocoran_data", item);
        found.with("due", case.bench.show(due)).with("missing", missing).with("office", case.office());
    }
}
