//! W0830. A holding statement fits a minute, an opening three.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::view::text::count_words;
use crate::corpus::vocabulary::{StatementKind, TextStatus};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0830, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for (item, statement) in case.statements().filter(|(_, s)| s.status != Some(TextStatus::Withdrawn)) {
        let limit = match statement.kind {
            StatementKind::Holding => 150,
            StatementKind::Opening => 350,
            _ => continue,
        };
        let words = count_words(&statement.text.blocks);
        if words > limit {
            let found = out.at(Code::W0830, item.span.clone()).about("pernyataan", &item.id);
            found.with("id", &*item.id).with("kind", statement.kind.key());
            found.with("words", words.to_string()).with("limit", limit.to_string());
        }
    }
}
