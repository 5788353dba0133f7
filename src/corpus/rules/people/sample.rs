//! W0857. Shares of sentiment stand with the size of their sample.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0857, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for (item, monitoring) in case.bench.sight.items(&case.issue.monitoring) {
        let shares = [monitoring.positive, monitoring.neutral, monitoring.negative];
        if shares.iter().any(Option::is_some) && monitoring.sample.is_none() {
            out.on(Code::W0857, "pemantauan", item);
        }
    }
}
