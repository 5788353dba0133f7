//! `approve`: writes an approval with its fingerprint into a statement.

use super::{Shared, clock};
use crate::corpus::ToApprove;
use crate::corpus::vocabulary::ApprovalRole;
use crate::diagnostic::Severity;
use crate::edit::{self, approval};
use crate::failure::Failure;
use crate::locale::{Language, Locale};
use crate::publish::{self, Book, Read};
use crate::time::Instant;
use clap::ValueEnum;

/// Catat persetujuan atas sebuah naskah. (Write an approval, with its fingerprint, into a statement.)
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The statement: ISU-64.72-2026-001#p1.
    id: String,
    /// The office that approves.
    #[arg(long, value_name = "JABATAN")]
    by: String,
    /// In which capacity.
    #[arg(long = "as", value_enum)]
    role: Role,
    /// When; default: the moment of the run.
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Role {
    Teknis,
    Hukum,
    Pimpinan,
}

impl Role {
    fn word(self) -> ApprovalRole {
        match self {
            Role::Teknis => ApprovalRole::Technical,
            Role::Hukum => ApprovalRole::Legal,
            Role::Pimpinan => ApprovalRole::Leadership,
        }
    }
}

pub(super) fn run(args: &Args, shared: &Shared) -> Result<u8, Failure> {
    let before = read(shared)?;
    let Some(book) = &before.book else {
        shared.terminal.problems(&before.problems, &Locale::builtin(before.language));
        return Ok(1);
    };
    let usage = |key: &str| Failure::Usage(book.locale.say(key, &[("id", args.id.clone())]));
    let target = book.to_approve(&args.id).ok_or_else(|| usage("cli.unknown_statement"))?;
    if args.by.trim().is_empty() || args.by.contains(char::is_control) {
        return Err(usage("cli.no_office"));
    }
    let at = match &args.at {
        Some(text) => Instant::parse(text, book.config.zone, false)
            .map_err(|_| Failure::Usage(book.locale.say("cli.bad_at", &[("text", text.clone())])))?,
        None => book.as_of,
    };
    let written = approval(args, &target, book, at);
    let text = &target.place.source.text;
    let new = approval::put(text, target.place.range.start, &written).map_err(|_| usage("cli.flow_statement"))?;
    let path = book.disk.root().join(target.place.source.path.as_str());
    edit::write(&path, &new)?;
    // What was written must read back as the same text with its approval; else the record stays as it was.
    let good = read(shared).is_ok_and(|after| {
        let same = after.book.as_ref().and_then(|b| b.to_approve(&args.id)).is_some_and(|t| t.prints == target.prints);
        same && broken(&after) <= broken(&before)
    });
    if !good {
        edit::write(&path, text)?;
        return Err(usage("cli.not_approved"));
    }
    let said = [
        ("id", args.id.clone()),
        ("office", args.by.clone()),
        ("role", book.locale.label("approval_role", written.role).to_owned()),
        ("path", target.place.source.path.to_string()),
    ];
    shared.terminal.result(&book.locale.say("cli.approved", &said));
    Ok(0)
}

fn read(shared: &Shared) -> Result<Read, Failure> {
    publish::read(&shared.book, false, |zone, locale| clock::as_of(shared.as_of.as_deref(), zone, locale))
}

/// Errors in the form of records; those of the field's rules may come with an approval.
fn broken(read: &Read) -> usize {
    let of_form = |d: &&crate::diagnostic::Diagnostic| {
        d.severity == Severity::Error && !d.code.as_str().get(1..).unwrap_or_default().starts_with("08")
    };
    read.problems.iter().filter(of_form).count()
}

fn approval(args: &Args, target: &ToApprove, book: &Book, at: Instant) -> approval::Approval {
    let words = Locale::builtin(Language::Id);
    let at = book.config.zone.show(at);
    approval::Approval {
        office: args.by.trim().to_owned(),
        role: args.role.word().key(),
        at: format!("{} {}", words.day_long(at), words.clock(at)),
        prints: target.prints.clone(),
        settles: args.role == Role::Pimpinan,
    }
}
