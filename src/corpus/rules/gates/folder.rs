//! W0860. An issue lies in the folder of a region that it is about.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0860, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let Some(folder) = case.entity.head.folder_region.as_deref().filter(|f| *f != "lintas") else { return };
    let named: Vec<&str> = case.issue.regions.iter().filter_map(|r| r.0.found.as_deref()).collect();
    if named.is_empty() || named.contains(&folder) || !case.bench.sight.region(folder) {
        return;
    }
    let seen: Vec<&str> = named.into_iter().filter(|c| case.bench.sight.region(c)).collect();
    out.at(Code::W0860, case.key("wilayah")).with("folder", folder).with("regions", seen.join(", "));
}
