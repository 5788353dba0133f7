//! W0836. More is asked for as the escalation rises, and nothing before.

use crate::corpus::rules::case::missing;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::NumberKind;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0836, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    if !case.grave() {
        return;
    }
    let (i, sight) = (case.issue, case.bench.sight);
    let mut wanted = vec![
        ("instansi_pengampu", i.lead.as_ref().is_some_and(|a| sight.names(a))),
        ("fakta", case.facts().next().is_some()),
    ];
    if case.crisis() {
        wanted.extend([
            ("terverifikasi_pada", i.verified_at.is_some()),
            ("waktu_kejadian", i.happened_at.is_some()),
            ("pesan_kunci", sight.items(&i.messages).next().is_some()),
            ("jangan_dikatakan", sight.items(&i.do_not_say).next().is_some()),
            ("keluarga_korban", !casualties(case) || sight.part(i.families.as_ref()).is_some()),
        ]);
    } else {
        wanted.push(("juru_bicara", i.spokesperson.is_some()));
    }
    if let Some(missing) = missing(&wanted) {
        let found = out.at(Code::W0836, case.key("eskalasi"));
        found.with("escalation", case.escalation().key()).with("missing", missing).with("office", case.office());
    }
}

/// The numbers tell of dead, missing or badly hurt people.
pub(crate) fn casualties(case: &Case<'_>) -> bool {
    let kinds = [NumberKind::Dead, NumberKind::Missing, NumberKind::BadlyHurt];
    case.numbers().any(|(_, n)| n.kind.is_some_and(|k| kinds.contains(&k)) && n.value.digits > 0)
}
