//! W0833. Each stage has what it stands on.

use crate::corpus::rules::case::missing;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::{Escalation, Stage};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0833, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let (i, sight, stage) = (case.issue, case.bench.sight, case.stage());
    let mut wanted = Vec::new();
    if stage >= Stage::Analysed {
        wanted.push(("risiko", sight.items(&i.risks).next().is_some()));
        wanted.push(("instansi_pengampu", i.lead.as_ref().is_some_and(|a| sight.names(a))));
        let weighed = sight.part(i.responsibility.as_ref()).is_some();
        wanted.push(("tanggung_jawab", weighed || case.escalation() < Escalation::Case));
    }
    let small = case.closed() && case.escalation() < Escalation::Case;
    if stage >= Stage::Acted && !small {
        wanted.push(("tindak_lanjut", sight.items(&i.actions).next().is_some()));
    }
    if stage >= Stage::Monitored && !small {
        wanted.push(("pemantauan", sight.items(&i.monitoring).next().is_some()));
    }
    if let Some(missing) = missing(&wanted) {
        let found = out.at(Code::W0833, case.key("tahap"));
        found.with("stage", stage.key()).with("missing", missing).with("office", case.office());
    }
}
