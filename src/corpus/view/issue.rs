//! An issue and all its parts, as an edition's reader may see them.

use super::{ClockRow, Contact, Fault, Mark, Text};
use crate::class::Class;
use crate::corpus::fields::Day;
use crate::corpus::scct::Weighed;
use crate::corpus::view::text::{Picture, PictureKey, Quantity, each_picture};
use crate::corpus::vocabulary::*;
use crate::locale::number::Decimal;
use crate::time::Instant;
use serde::Serialize;

/// An assessment with its score by the book's method.
#[derive(Debug, Clone, Serialize)]
pub struct Risk<'a> {
    /// 1 to 5.
    pub likelihood: u8,
    /// 1 to 5.
    pub impact: u8,
    /// 1 to 25.
    pub score: u8,
    /// Band 1 to 5.
    pub level: u8,
    /// Trend.
    pub trend: Option<Trend>,
    /// Confidence.
    pub confidence: Option<Confidence>,
    /// Office.
    pub by: Option<&'a str>,
    /// When.
    pub at: Instant,
    /// Why.
    pub reason: Option<Text<'a>>,
    /// Class.
    #[serde(skip)]
    pub class: Class,
}

/// An issue.
#[derive(Debug, Serialize)]
pub struct Issue<'a> {
    /// Id.
    pub id: &'a str,
    /// Title.
    pub title: &'a str,
    /// Codes of its regions, in scope only.
    pub regions: Vec<&'a str>,
    /// Districts.
    pub districts: &'a [String],
    /// Summary.
    pub summary: Option<Text<'a>>,
    /// Themes.
    pub themes: &'a [Theme],
    /// Class of the record.
    pub class: Class,
    /// Strictest class of what is shown.
    pub mark: Class,
    /// Class of information.
    pub disclosure: Option<Disclosure>,
    /// Ground of exclusion.
    pub exclusion_ground: Option<&'a str>,
    /// Escalation; never public.
    pub escalation: Option<Escalation>,
    /// Stage; never public.
    pub stage: Option<Stage>,
    /// Closed.
    pub closed: bool,
    /// A drill.
    pub drill: bool,
    /// When it happened.
    pub happened_at: Option<Instant>,
    /// When the record was opened.
    pub opened_at: Instant,
    /// T0.
    pub verified_at: Option<Instant>,
    /// Crisis since.
    pub crisis_since: Option<Instant>,
    /// Next update promised.
    pub next_update: Option<Instant>,
    /// Minutes by which the promised update is late.
    #[serde(skip)]
    pub update_late: Option<i64>,
    /// Valid until, written or by default.
    pub valid_until: Option<Instant>,
    /// Past its validity.
    #[serde(skip)]
    pub expired: bool,
    /// Closed when.
    pub closed_at: Option<Day>,
    /// Newest time of what is shown.
    pub data_at: Option<Instant>,
    /// Where it was found.
    pub origins: Vec<Found<'a>>,
    /// Lead agency.
    pub lead: Option<&'a str>,
    /// Other agencies.
    pub agencies: Vec<&'a str>,
    /// Spokesperson.
    pub spokesperson: Option<&'a str>,
    /// Deputy.
    pub deputy: Option<&'a str>,
    /// Id of the playbook.
    pub playbook: Option<&'a str>,
    /// Assessments, newest first; never public.
    pub risks: Vec<Risk<'a>>,
    /// Responsibility.
    pub responsibility: Option<Responsibility<'a>>,
    /// Admission.
    pub admission: Option<Admission<'a>>,
    /// Facts.
    pub facts: Vec<Fact<'a>>,
    /// Numbers.
    pub numbers: Vec<Number<'a>>,
    /// Chronology.
    pub events: Vec<Event<'a>>,
    /// Public contacts.
    pub contacts: Vec<Contact<'a>>,
    /// Services.
    pub services: Vec<Service<'a>>,
    /// Operations.
    pub operations: Vec<Operation<'a>>,
    /// Emergency.
    pub emergency: Option<Emergency<'a>>,
    /// Families of victims are still to be told, whoever may read what is written of it.
    #[serde(skip)]
    pub families_wait: bool,
    /// Families.
    pub families: Option<Families<'a>>,
    /// A breach of personal data.
    pub breach: Option<Breach<'a>>,
    /// Not ours to say.
    pub refer: Vec<Refer<'a>>,
    /// Stakeholders.
    pub stakeholders: Vec<Stakeholder<'a>>,
    /// Key messages.
    pub messages: Vec<MessageMap<'a>>,
    /// Do not say.
    pub do_not_say: Vec<DoNotSay<'a>>,
    /// Questions and answers.
    pub answers: Vec<Answer<'a>>,
    /// Statements.
    pub statements: Vec<Statement<'a>>,
    /// Notice.
    pub notice: Option<Notice<'a>>,
    /// Meetings.
    pub meetings: Vec<Meeting<'a>>,
    /// Follow-ups.
    pub actions: Vec<Action<'a>>,
    /// Decisions asked for.
    pub asks: Vec<Ask<'a>>,
    /// Rumours.
    pub rumours: Vec<Rumour<'a>>,
    /// Decisions taken.
    pub decisions: Vec<Decision<'a>>,
    /// Media questions.
    pub media: Vec<MediaQuestion<'a>>,
    /// Monitoring.
    pub monitoring: Vec<Monitoring<'a>>,
    /// Photos.
    pub photos: Vec<Photo<'a>>,
    /// Evaluation.
    pub review: Option<Review<'a>>,
    /// What the rules of the field found; never public.
    #[serde(skip)]
    pub marks: Vec<Mark>,
    /// Minutes from T0 and terms of the law; never public.
    #[serde(skip)]
    pub clock: Vec<ClockRow>,
    /// Ids of playbooks that fit, where none is named.
    #[serde(skip)]
    pub suggested: Vec<String>,
    /// Parts of the body.
    pub body: Vec<Text<'a>>,
    /// Items that could not be read.
    pub faults: Vec<Fault>,
    /// File.
    pub path: &'a str,
    /// SHA-256 of what is shown.
    #[serde(skip)]
    pub digest: [u8; 32],
}

/// Where an issue was found.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Found<'a> {
    pub kind: Origin,
    pub ticket: Option<&'a str>,
    pub category: Option<Ticket>,
    pub received_at: Option<Instant>,
    pub answered_at: Option<Instant>,
    pub done_at: Option<Instant>,
    pub note: Option<&'a str>,
}

/// A breach of personal data.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Breach<'a> {
    pub known_at: Option<Instant>,
    pub data: Option<Text<'a>>,
    pub how: Option<Text<'a>>,
    pub efforts: Option<Text<'a>>,
    pub notified_at: Option<Instant>,
}

/// Responsibility.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Responsibility<'a> {
    pub kind: Option<EventKind>,
    pub share: Option<Share>,
    pub before: Option<bool>,
    pub strategy: &'a [Strategy],
    pub reason: Option<Text<'a>>,
    /// What crisis theory computes of the answers.
    #[serde(skip)]
    pub weighed: Option<Weighed>,
}

/// Admission.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Admission<'a> {
    pub status: AdmissionStatus,
    pub sentence: Option<Text<'a>>,
    pub approved_by: Option<&'a str>,
    #[serde(skip)]
    pub class: Class,
}

/// A fact.
#[derive(Debug, Serialize)]
pub struct Fact<'a> {
    /// Id.
    pub id: &'a str,
    /// Sentence.
    pub sentence: Text<'a>,
    /// Status; a confirmed fact past its validity stays confirmed and is marked expired.
    pub status: FactStatus,
    /// Source.
    pub source: Option<&'a str>,
    /// Confirmed by.
    pub confirmed_by: Option<&'a str>,
    /// Time.
    pub at: Option<Instant>,
    /// Valid until.
    pub valid_until: Option<Instant>,
    /// Past it.
    #[serde(skip)]
    pub expired: bool,
    /// Agency that looks into it.
    pub sought_by: Option<&'a str>,
    /// Until when.
    pub target: Option<Instant>,
    /// Minutes by which the answer is late.
    #[serde(skip)]
    pub late: Option<i64>,
    /// Class.
    pub class: Class,
}

/// A number.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Number<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub kind: Option<NumberKind>,
    pub quantity: Quantity,
    pub source: Option<&'a str>,
    pub at: Option<Instant>,
    pub scope: Option<&'a str>,
    pub previous: Vec<Earlier<'a>>,
    pub rivals: Vec<Earlier<'a>>,
    /// It counts the dead, by its kind or by its name.
    #[serde(skip)]
    pub toll: bool,
    pub class: Class,
}

/// Another value.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Earlier<'a> {
    pub value: Decimal,
    pub source: Option<&'a str>,
    pub at: Option<Instant>,
}

/// A step of the chronology.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Event<'a> {
    pub at: Instant,
    pub estimate: bool,
    pub what: Text<'a>,
    pub source: Option<&'a str>,
    pub ours: bool,
    pub class: Class,
}

/// A service.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Service<'a> {
    pub name: &'a str,
    pub status: ServiceStatus,
    pub until: Option<Day>,
    pub note: Option<&'a str>,
}

/// An operation.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Operation<'a> {
    pub kind: Option<&'a str>,
    pub what: Text<'a>,
    pub agency: Option<&'a str>,
    pub status: Option<OperationStatus>,
    pub at: Option<Instant>,
}

/// The legal status of an emergency.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Emergency<'a> {
    pub status: EmergencyStatus,
    pub decree: Option<&'a str>,
    pub from: Option<Day>,
    pub until: Option<Day>,
}

/// The families of victims.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Families<'a> {
    pub status: FamilyStatus,
    pub by: Option<&'a str>,
    pub at: Option<Instant>,
}

/// Not ours to say.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Refer<'a> {
    pub topic: &'a str,
    pub only: Option<&'a str>,
    pub we_say: Option<Text<'a>>,
}

/// A group with a stake.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Stakeholder<'a> {
    pub group: &'a str,
    pub power: Option<u8>,
    pub interest: Option<u8>,
    pub attitude: Option<Attitude>,
    pub feels: Option<Text<'a>>,
    pub mitigation: Option<Text<'a>>,
    pub channel: Option<&'a str>,
}

/// Key messages for an audience.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct MessageMap<'a> {
    pub audience: Option<&'a str>,
    pub messages: Vec<Message<'a>>,
}

/// A key message.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Message<'a> {
    pub sentence: Text<'a>,
    pub support: Vec<&'a str>,
}

/// What not to say.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct DoNotSay<'a> {
    pub dont: Text<'a>,
    pub instead: Option<Text<'a>>,
}

/// A question and its answer.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Answer<'a> {
    pub id: &'a str,
    pub group: Option<QuestionGroup>,
    pub nature: QuestionNature,
    pub question: Text<'a>,
    pub answer: Option<Text<'a>>,
    pub detail: Option<Text<'a>>,
    pub support: Vec<&'a str>,
    pub answered_by: Option<&'a str>,
    pub status: AnswerStatus,
    pub class: Class,
}

/// May a text be read aloud?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Verdict {
    /// It may.
    May,
    /// Nobody approved it.
    NotApproved,
    /// It changed since it was approved.
    Changed,
    /// Something it cites changed since it was approved.
    Suspect,
    /// Past its validity.
    Expired,
    /// Withdrawn.
    Withdrawn,
    /// Released; all that a public edition says.
    Released,
}

/// A text meant to be spoken or released.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Statement<'a> {
    pub id: &'a str,
    pub kind: StatementKind,
    pub status: TextStatus,
    pub title: Option<&'a str>,
    pub number: Option<&'a str>,
    pub embargo: Option<Instant>,
    pub contact: Option<&'a str>,
    pub quotes: Vec<Quote<'a>>,
    pub replaces: Option<&'a str>,
    pub condition: Option<Text<'a>>,
    pub released_at: Option<Instant>,
    pub approvals: Vec<Approval<'a>>,
    pub text: Option<Text<'a>>,
    pub translation: Option<Text<'a>>,
    #[serde(skip)]
    pub verdict: Verdict,
    pub class: Class,
}

/// A quotation.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Quote<'a> {
    pub sentence: Text<'a>,
    pub office: Option<&'a str>,
    #[serde(skip)]
    pub class: Class,
}

/// An approval.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Approval<'a> {
    pub office: &'a str,
    pub role: Option<ApprovalRole>,
    pub at: Option<Instant>,
}

/// The eight items of a notice, in the order of the regulation.
#[derive(Debug, Serialize)]
pub struct Notice<'a> {
    /// Status.
    pub status: TextStatus,
    /// Key of the item and its text.
    pub items: Vec<(&'static str, Text<'a>)>,
    /// Released when.
    pub released_at: Option<Instant>,
    /// May it be read out?
    #[serde(skip)]
    pub verdict: Verdict,
    /// Class.
    pub class: Class,
}

/// A meeting.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Meeting<'a> {
    pub id: &'a str,
    pub at: Option<Instant>,
    pub place: Option<&'a str>,
    pub chair: Option<&'a str>,
    pub attendees: Vec<&'a str>,
    pub discussion: Option<Text<'a>>,
    pub decisions: Vec<Text<'a>>,
    pub minutes_by: Option<&'a str>,
}

/// A follow-up.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Action<'a> {
    pub id: &'a str,
    pub what: Text<'a>,
    pub agency: Option<&'a str>,
    pub officer: Option<&'a str>,
    pub due: Option<Day>,
    pub status: ActionStatus,
    /// Minutes by which it is late; only while it is open.
    #[serde(skip)]
    pub late: Option<i64>,
    pub origin: Option<ActionOrigin>,
    pub promise: bool,
    pub done_at: Option<Day>,
    pub evidence: Option<&'a str>,
    pub class: Class,
}

impl Action<'_> {
    /// Still to be done.
    pub fn open(&self) -> bool {
        self.status.open()
    }
}

/// A decision asked for.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Ask<'a> {
    pub what: Text<'a>,
    pub options: &'a [String],
    pub of: Option<&'a str>,
    pub due: Option<Day>,
    pub class: Class,
}

/// A rumour.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Rumour<'a> {
    pub id: &'a str,
    pub claim: Text<'a>,
    pub channel: Option<&'a str>,
    pub seen_at: Option<Instant>,
    pub kind: Option<ClaimKind>,
    pub status: RumourStatus,
    pub answer: Option<Text<'a>>,
    pub support: Vec<&'a str>,
}

/// A decision taken.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Decision<'a> {
    pub at: Option<Instant>,
    pub what: Text<'a>,
    pub options: &'a [String],
    pub reason: Option<Text<'a>>,
    pub by: Option<&'a str>,
}

/// A question of the media.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct MediaQuestion<'a> {
    pub at: Option<Instant>,
    pub medium: Option<&'a str>,
    pub question: Text<'a>,
    pub due: Option<Day>,
    pub answer: Option<Text<'a>>,
    pub by: Option<&'a str>,
    pub status: Option<MediaStatus>,
}

/// Monitoring.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Monitoring<'a> {
    pub period: Option<&'a str>,
    pub count: Option<Decimal>,
    pub sample: Option<Decimal>,
    pub positive: Option<Decimal>,
    pub neutral: Option<Decimal>,
    pub negative: Option<Decimal>,
    pub topics: &'a [String],
    pub obstacles: Option<Text<'a>>,
    pub plan: Option<Text<'a>>,
}

impl Issue<'_> {
    /// The pictures of an issue, in its order: of its photos and of its body.
    pub fn pictures(&self) -> Vec<PictureKey> {
        let mut keys: Vec<PictureKey> = self.photos.iter().filter_map(|p| p.picture).collect();
        let mut take = |picture: &Picture| keys.extend(picture.key);
        self.body.iter().for_each(|text| each_picture(text, &mut take));
        keys
    }
}

/// A photo.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Photo<'a> {
    #[serde(skip)]
    pub picture: Option<PictureKey>,
    pub caption: Option<&'a str>,
    pub alt: Option<&'a str>,
    pub credit: Option<&'a str>,
}

/// An evaluation.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "as in the record format")]
pub struct Review<'a> {
    pub aim: Option<Text<'a>>,
    pub well: Vec<Text<'a>>,
    pub mend: Vec<Text<'a>>,
    pub admitted: Option<Text<'a>>,
    pub opportunity: Option<Text<'a>>,
    pub at: Option<Day>,
}
