//! The gate for what is said: answers, statements, notices. Answers and do-not-say are never public.

use super::{Clearance, Gate, some_text, text, texts};
use crate::corpus::catalogue::approval::{self, Standing};
use crate::corpus::fields::Item;
use crate::corpus::record::speech;
use crate::corpus::view::{Answer, Approval, DoNotSay, Message, MessageMap, Notice, Quote, Statement, Text, Verdict};
use crate::corpus::vocabulary::*;

pub(super) fn message_map<'a>(
    gate: &Gate<'_, '_>,
    _item: &'a Item<speech::MessageMap>,
    map: &'a speech::MessageMap,
) -> Option<MessageMap<'a>> {
    let speech::MessageMap { audience, messages } = map;
    let messages = gate.all(&messages.0, |_, m| {
        let speech::Message { sentence, support } = m;
        Some(Message { sentence: text(sentence)?, support: gate.named(support.iter().map(|f| &f.0)) })
    });
    (!messages.is_empty()).then_some(MessageMap { audience: audience.as_deref(), messages })
}

pub(super) fn do_not_say<'a>(_item: &'a Item<speech::DoNotSay>, pair: &'a speech::DoNotSay) -> Option<DoNotSay<'a>> {
    let speech::DoNotSay { dont, instead } = pair;
    Some(DoNotSay { dont: text(dont)?, instead: some_text(instead) })
}

pub(super) fn answer<'a>(
    gate: &Gate<'_, '_>,
    item: &'a Item<speech::Answer>,
    answer: &'a speech::Answer,
) -> Option<Answer<'a>> {
    let speech::Answer { group, nature, question, answer, detail, support, answered_by, status } = answer;
    let default = if answer.is_some() { AnswerStatus::Ready } else { AnswerStatus::Waiting };
    Some(Answer {
        id: &item.id,
        group: *group,
        nature: nature.unwrap_or(QuestionNature::Plain),
        question: text(question)?,
        answer: some_text(answer),
        detail: some_text(detail),
        support: gate.named(support.iter().map(|f| &f.0)),
        answered_by: answered_by.as_ref().and_then(|a| gate.clearance.agency_of(a)),
        status: status.unwrap_or(default),
        class: item.guarded.class(),
    })
}

impl Clearance<'_> {
    /// The public sees what is released and past its embargo, and that one was withdrawn; never a text for a case that may
    /// come.
    pub(super) fn shows_statement(&self, statement: &speech::Statement) -> bool {
        let out = matches!(statement.status, Some(TextStatus::Released | TextStatus::Withdrawn));
        let until = [statement.embargo, statement.released_at].into_iter().flatten().max();
        let past = until.is_none_or(|until| until <= self.edition.as_of);
        !self.public() || out && past && statement.condition.is_none()
    }
}

/// A statement.
pub(super) fn statement<'a>(
    gate: &Gate<'_, '_>,
    standing: &Standing<'_>,
    item: &'a Item<speech::Statement>,
    statement: &'a speech::Statement,
) -> Option<Statement<'a>> {
    let seen: Vec<&speech::Approval> =
        statement.approvals.iter().filter_map(|a| a.guarded.cleared(gate.clearance)).collect();
    let verdict = approval::verdict(statement, &seen, standing);
    let speech::Statement {
        kind,
        status,
        title,
        number,
        embargo,
        contact,
        quotes,
        replaces,
        translation,
        condition,
        released_at,
        approvals,
        text: words,
    } = statement;
    let status = status.unwrap_or(TextStatus::Draft);
    if !gate.clearance.shows_statement(statement) {
        return None;
    }
    let withdrawn = status == TextStatus::Withdrawn;
    let words = gate.open(words)?;
    Some(Statement {
        id: &item.id,
        kind: *kind,
        status,
        title: title.as_deref(),
        number: number.as_deref(),
        embargo: gate.inside(*embargo).flatten(),
        contact: contact.as_deref(),
        quotes: gate.all(quotes, |item, q| {
            let speech::Quote { sentence, office } = q;
            let class = item.guarded.class();
            (!withdrawn).then_some(Quote { sentence: gate.open(sentence)?, office: office.as_deref(), class })
        }),
        replaces: gate.named(replaces.iter().map(|r| &r.0)).pop(),
        condition: gate.some_open(condition),
        released_at: *released_at,
        approvals: gate.inside_all(approvals, |_, a| {
            let speech::Approval { office, role, at, fingerprint: _ } = a;
            Some(Approval { office, role: *role, at: *at })
        }),
        text: (!withdrawn).then_some(words),
        translation: gate.some_open(translation).filter(|_| !withdrawn),
        verdict: match (gate.public(), withdrawn) {
            (true, true) => Verdict::Withdrawn,
            (true, false) => Verdict::Released,
            (false, _) => verdict,
        },
        class: item.guarded.class(),
    })
}

/// What stands for an item of a notice that nobody wrote.
#[derive(Default, Clone, Copy)]
pub(super) struct NoticeDefaults<'a> {
    pub responsible: Option<Text<'a>>,
    pub manner: Option<Text<'a>>,
}

/// A notice, its eight items in the order of the regulation. The public sees a released one.
pub(super) fn notice<'a>(
    gate: &Gate<'_, '_>,
    (defaults, expired): (NoticeDefaults<'a>, bool),
    item: &'a Item<speech::Notice>,
    notice: &'a speech::Notice,
) -> Option<Notice<'a>> {
    let speech::Notice { status, danger, affected, evacuation, avoid, help, responsible, manner, efforts, released_at } =
        notice;
    let status = status.unwrap_or(TextStatus::Draft);
    let later = released_at.is_some_and(|at| at > gate.clearance.edition.as_of);
    if gate.public() && (status != TextStatus::Released || later) {
        return None;
    }
    let items = [
        ("bahaya", gate.some_open(danger)),
        ("terdampak", gate.some_open(affected)),
        ("evakuasi", gate.some_open(evacuation)),
        ("hindari", gate.some_open(avoid)),
        ("bantuan", gate.some_open(help)),
        ("penanggung_jawab", gate.some_open(responsible).or(defaults.responsible)),
        ("cara_pengumuman", gate.some_open(manner).or(defaults.manner)),
        ("upaya", gate.some_open(efforts)),
    ];
    let items = items.into_iter().filter_map(|(key, text)| Some((key, text?))).collect();
    let verdict = approval::verdict_by_status(status, expired && !gate.public());
    Some(Notice { status, items, released_at: *released_at, verdict, class: item.guarded.class() })
}

/// Decisions of a meeting and the like.
pub(super) fn lines(list: &[crate::corpus::prose::Prose]) -> Vec<Text<'_>> {
    texts(list)
}
