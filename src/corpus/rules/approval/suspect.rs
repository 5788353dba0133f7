//! W0849. What an approved text leans on is as it was when it was approved.

use crate::corpus::catalogue::approval;
use crate::corpus::rules::case::settled;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::sight::Sight;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0849, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for (item, statement) in case.statements().filter(|(_, s)| settled(s.status)) {
        for approval in approval::valid(statement, case.bench.sight, case.bench.as_of) {
            let prints = approval.fingerprint.iter().flat_map(|f| &f.0).filter(|(name, _)| name != approval::TEXT);
            for (name, print) in prints {
                let leaned = approval::leaned_on(case.bench.sight, case.bench.catalogue, case.issue, name);
                let hidden = matches!(case.bench.sight, Sight::Reader(_)) && leaned.is_none();
                if hidden || leaned.as_ref().is_some_and(|(today, _)| today == print) {
                    continue;
                }
                let found = out.at(Code::W0849, item.span.clone()).about("pernyataan", &item.id);
                found.with("id", &*item.id).with("cited", name.as_str());
                leaned.iter().for_each(|(_, place)| found.problem.others.push(place.clone()));
            }
        }
    }
}
