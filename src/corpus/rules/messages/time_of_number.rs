//! W0831. A number is said with the time of its data.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::TextStatus;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0831, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let sight = case.bench.sight;
    for (item, statement) in case.statements().filter(|(_, s)| s.status != Some(TextStatus::Withdrawn)) {
        let text = &statement.text;
        let Some(number) = text.cites.iter().find(|c| c.kind == "angka").filter(|_| sight.shows(text)) else { continue };
        let told = text.cites.iter().any(|c| c.kind == "waktu") || text.span.text().to_lowercase().contains("pukul");
        if !told {
            let name = number.id.rsplit('#').next().unwrap_or_default();
            let found = out.at(Code::W0831, number.place.clone()).about("pernyataan", &item.id);
            found.with("id", &*item.id).with("number", name).with("time_cite", format!("{{waktu:{name}}}"));
        }
    }
}
