//! W0804. A notice has its eight items (Perki 1/2021).

use crate::corpus::record::speech::Notice;
use crate::corpus::rules::case::missing;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::Disclosure;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0804, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    if case.issue.disclosure != Some(Disclosure::AtOnce) || case.closed() || case.issue.drill == Some(true) {
        return;
    }
    let notice = case.bench.sight.part(case.issue.notice.as_deref());
    let place = notice.map_or_else(|| case.key("kategori_informasi"), |(item, _)| item.span.clone());
    let n = notice.map(|(_, n)| n);
    let sight = case.bench.sight;
    let codes = case.issue.regions.iter().filter_map(|r| r.0.found.as_deref()).filter(|c| sight.region(c));
    let defaults: Vec<_> = codes.filter_map(|c| case.bench.region(c)?.notice.as_ref()).collect();
    let has = |f: fn(&Notice) -> bool| n.is_some_and(f);
    let wanted = [
        ("bahaya", has(|n| n.danger.is_some())),
        ("terdampak", has(|n| n.affected.is_some())),
        ("evakuasi", has(|n| n.evacuation.is_some())),
        ("hindari", has(|n| n.avoid.is_some())),
        ("bantuan", has(|n| n.help.is_some())),
        ("penanggung_jawab", has(|n| n.responsible.is_some()) || defaults.iter().any(|d| d.responsible.is_some())),
        ("cara_pengumuman", has(|n| n.manner.is_some()) || defaults.iter().any(|d| d.manner.is_some())),
        ("upaya", has(|n| n.efforts.is_some())),
    ];
    if let Some(missing) = missing(&wanted) {
        out.at(Code::W0804, place).with("missing", missing);
    }
}
