//! What a page or a pack says, in words: plain data, ready to print.
//!
//! In: nothing; these are shapes. Out: the contract of the templates. `P` is prose as the medium
//! wants it: safe HTML for the site, a tree for Typst. A field that is empty or `null` is something
//! this edition's reader may not see, or that nobody has written; a template cannot tell which.

use serde::Serialize;

/// A time, three ways.
#[derive(Debug, Clone, Serialize)]
pub struct When {
    /// RFC 3339, for machines.
    pub iso: String,
    /// "Selasa, 24 November 2026 pukul 07.00 WITA".
    pub text: String,
    /// "24 Nov 2026, 07.00 WITA".
    pub short: String,
}

/// Words that may lead somewhere.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// What is read.
    pub text: String,
    /// Where it leads, relative to the page; absent where there is no such page, and on paper.
    pub href: Option<String>,
}

/// A value of a vocabulary.
#[derive(Debug, Clone, Serialize)]
pub struct Word {
    /// The word of the record format, for classes and tests.
    pub key: &'static str,
    /// The word of the interface.
    pub text: String,
}

/// An assessment of risk; a score never stands alone.
#[derive(Debug, Clone, Serialize)]
pub struct Risk {
    /// Likelihood, 1 to 5.
    pub likelihood: u8,
    /// Its word.
    pub likelihood_text: String,
    /// Impact, 1 to 5.
    pub impact: u8,
    /// Its word.
    pub impact_text: String,
    /// 1 to 25 by the book's method.
    pub score: u8,
    /// Band, 1 to 5: the number of beats.
    pub level: u8,
    /// "Sangat tinggi".
    pub level_text: String,
    /// naik, tetap, turun.
    pub trend: Option<Word>,
    /// tinggi, sedang, rendah.
    pub confidence: Option<Word>,
    /// The office that assessed.
    pub by: Option<String>,
    /// When.
    pub at: When,
    /// "matriks berbobot dampak" or "perkalian".
    pub method: String,
}

/// An issue in a list.
#[derive(Debug, Clone, Serialize)]
pub struct Card<P> {
    /// `ISU-64.72-2026-001`.
    pub id: String,
    /// Its page.
    pub link: Link,
    /// Regions, those in scope only.
    pub regions: Vec<Link>,
    /// Themes.
    pub themes: Vec<Word>,
    /// Stage of the procedure.
    pub stage: Option<Word>,
    /// isu, kasus, krisis.
    pub escalation: Option<Word>,
    /// Newest assessment.
    pub risk: Option<Risk>,
    /// Class, where it is above B.
    pub class: Option<Word>,
    /// Lead agency.
    pub lead: Option<Link>,
    /// Office of the spokesperson.
    pub spokesperson: Option<String>,
    /// Summary.
    pub summary: Option<P>,
    /// Newest time of what is shown.
    pub data_at: Option<When>,
    /// Next update promised.
    pub next_update: Option<When>,
    /// "Terlambat 2 jam", where the promised update has not come.
    pub update_late: Option<String>,
    /// Valid until.
    pub valid_until: Option<When>,
    /// Past its validity at as-of.
    pub expired: bool,
    /// A drill.
    pub drill: bool,
    /// Closed.
    pub closed: bool,
    /// How many follow-ups are late.
    pub late: usize,
    /// By what a list of them is narrowed; only in long lists.
    pub keys: Option<Keys>,
}

/// By what a list of issues is narrowed: words of the record format, several with a space between.
#[derive(Debug, Clone, Serialize)]
pub struct Keys {
    /// Codes of its regions.
    pub regions: String,
    /// Themes.
    pub themes: String,
    /// File names of its agencies, lead and others.
    pub agencies: String,
    /// segar, terlambat, lewat: as at as-of.
    pub fresh: &'static str,
}

/// A fact.
#[derive(Debug, Clone, Serialize)]
pub struct Fact<P> {
    /// Item id.
    pub id: String,
    /// The sentence.
    pub sentence: P,
    /// terkonfirmasi, belum_terkonfirmasi, dibantah, kedaluwarsa.
    pub status: Word,
    /// Institution it comes from.
    pub source: Option<String>,
    /// Office that confirmed it.
    pub confirmed_by: Option<String>,
    /// Time of the fact.
    pub at: Option<When>,
    /// Valid until.
    pub valid_until: Option<When>,
    /// Past it at as-of.
    pub expired: bool,
    /// Who is looking into it.
    pub sought_by: Option<Link>,
    /// Until when.
    pub target: Option<When>,
    /// "Terlambat 3 jam", where the answer is overdue.
    pub late: Option<String>,
    /// Class, where it is above B.
    pub class: Option<Word>,
}

/// An official number with its earlier and competing values.
#[derive(Debug, Clone, Serialize)]
pub struct Number {
    /// Item id.
    pub id: String,
    /// "KK terdampak".
    pub name: String,
    /// "1.312".
    pub value: String,
    /// "KK".
    pub unit: Option<String>,
    /// "1.312 KK", "sekitar Rp1.312".
    pub text: String,
    /// Source.
    pub source: Option<String>,
    /// Data time.
    pub at: Option<When>,
    /// What it counts.
    pub scope: Option<String>,
    /// Earlier official values, newest first.
    pub previous: Vec<Earlier>,
    /// Values in circulation that are not official; never in a public edition.
    pub rivals: Vec<Earlier>,
    /// Class, where it is above B.
    pub class: Option<Word>,
}

/// Another value of a number.
#[derive(Debug, Clone, Serialize)]
pub struct Earlier {
    /// With its unit.
    pub text: String,
    /// Who says so.
    pub source: Option<String>,
    /// When.
    pub at: Option<When>,
}

/// A step of the chronology.
#[derive(Debug, Clone, Serialize)]
pub struct Event<P> {
    /// When.
    pub at: When,
    /// An estimate.
    pub approximate: bool,
    /// What happened.
    pub what: P,
    /// Source.
    pub source: Option<String>,
    /// An action of the government.
    pub ours: bool,
}

/// The key messages for one audience.
#[derive(Debug, Clone, Serialize)]
pub struct MessageMap<P> {
    /// Audience.
    pub audience: Option<String>,
    /// At most three.
    pub messages: Vec<Message<P>>,
    /// Words in all of them.
    pub words: usize,
    /// "112 kata".
    pub length: String,
    /// "9 detik".
    pub reading_time: String,
}

/// A key message.
#[derive(Debug, Clone, Serialize)]
pub struct Message<P> {
    /// The sentence.
    pub sentence: P,
    /// Ids of the facts it rests on.
    pub support: Vec<String>,
}

/// What not to say, and what instead.
#[derive(Debug, Clone, Serialize)]
pub struct DoNotSay<P> {
    /// Not this.
    pub dont: P,
    /// But this.
    pub instead: Option<P>,
}

/// A question and its answer.
#[derive(Debug, Clone, Serialize)]
pub struct Answer<P> {
    /// Item id.
    pub id: String,
    /// apa, penyebab, …
    pub group: Option<Word>,
    /// biasa, tajam, menjebak.
    pub nature: Word,
    /// The question.
    pub question: P,
    /// The answer that is said.
    pub answer: Option<P>,
    /// Background for the speaker.
    pub detail: Option<P>,
    /// Ids of the facts it rests on.
    pub support: Vec<String>,
    /// The agency that answers.
    pub answered_by: Option<Link>,
    /// siap, menunggu_data, dijawab_instansi_lain, tidak_dijawab.
    pub status: Word,
    /// Class, where it is above B.
    pub class: Option<Word>,
}

/// May this text be read aloud?
#[derive(Debug, Clone, Serialize)]
pub struct Verdict {
    /// boleh, belum, berubah, tinjau, lewat, dicabut.
    pub key: &'static str,
    /// "BOLEH DIBACAKAN – disetujui Sekda, 07.30 WITA".
    pub text: String,
}

/// An approval.
#[derive(Debug, Clone, Serialize)]
pub struct Approval {
    /// Office.
    pub office: String,
    /// teknis, hukum, pimpinan.
    pub role: Option<Word>,
    /// When.
    pub at: Option<When>,
}

/// A quotation for a press release.
#[derive(Debug, Clone, Serialize)]
pub struct Quote<P> {
    /// The sentence.
    pub sentence: P,
    /// The office that says it.
    pub office: Option<String>,
}

/// A text meant to be spoken or released.
#[derive(Debug, Clone, Serialize)]
pub struct Statement<P> {
    /// Item id.
    pub id: String,
    /// awal, pembuka, cadangan, …
    pub kind: Word,
    /// draf, ditinjau, disetujui, dirilis, dicabut.
    pub status: Word,
    /// Title.
    pub title: Option<String>,
    /// Number of the document.
    pub number: Option<String>,
    /// Under embargo until.
    pub embargo: Option<When>,
    /// Whom the press asks.
    pub contact: Option<String>,
    /// For a contingency text: when it is used.
    pub condition: Option<P>,
    /// Id of the text it replaces.
    pub replaces: Option<String>,
    /// The text; absent when withdrawn.
    pub text: Option<P>,
    /// Quotations.
    pub quotes: Vec<Quote<P>>,
    /// The verdict; stands over every text meant to be spoken.
    pub verdict: Verdict,
    /// Approvals.
    pub approvals: Vec<Approval>,
    /// Released when.
    pub released_at: Option<When>,
    /// Words of the text.
    pub words: usize,
    /// "112 kata".
    pub length: String,
    /// "1 menit 10 detik".
    pub reading_time: String,
    /// The plain text to be sent on; only where it may be, and not on paper.
    pub copy: Option<String>,
    /// Class, where it is above B.
    pub class: Option<Word>,
}

/// A heading and its text.
#[derive(Debug, Clone, Serialize)]
pub struct Labelled<P> {
    /// Heading.
    pub label: String,
    /// Text.
    pub text: P,
}

/// The notice of information that must be announced at once.
#[derive(Debug, Clone, Serialize)]
pub struct Notice<P> {
    /// draf, …, dirilis.
    pub status: Word,
    /// May it be read out?
    pub verdict: Verdict,
    /// The eight items, those that are written.
    pub items: Vec<Labelled<P>>,
    /// The plain text to be sent on; only where it may be, and not on paper.
    pub copy: Option<String>,
    /// Released when.
    pub released_at: Option<When>,
}

/// A public contact: hotline, post, shelter.
#[derive(Debug, Clone, Serialize)]
pub struct Contact {
    /// Name, or role and office.
    pub name: String,
    /// Number.
    pub number: Option<String>,
    /// `tel:…`, where the number can be dialled.
    pub tel: Option<String>,
    /// Hours or remark.
    pub hours: Option<String>,
    /// Last checked.
    pub checked_at: Option<When>,
}

/// A service and its state.
#[derive(Debug, Clone, Serialize)]
pub struct Service {
    /// Name.
    pub name: String,
    /// normal, terbatas, tutup.
    pub status: Word,
    /// Until.
    pub until: Option<When>,
    /// Remark.
    pub note: Option<String>,
}

/// What is not ours to say.
#[derive(Debug, Clone, Serialize)]
pub struct Refer<P> {
    /// Topic.
    pub topic: String,
    /// Only this agency speaks of it.
    pub only: Option<Link>,
    /// What we say instead.
    pub we_say: Option<P>,
}

/// A meeting and what it decided.
#[derive(Debug, Clone, Serialize)]
pub struct Meeting<P> {
    /// Item id.
    pub id: String,
    /// When.
    pub at: Option<When>,
    /// Where.
    pub place: Option<String>,
    /// Chair.
    pub chair: Option<String>,
    /// Agencies present.
    pub attendees: Vec<Link>,
    /// Discussion.
    pub discussion: Option<P>,
    /// Decisions.
    pub decisions: Vec<P>,
    /// Minutes taken by.
    pub minutes_by: Option<String>,
}

/// A follow-up.
#[derive(Debug, Clone, Serialize)]
pub struct Action<P> {
    /// Item id.
    pub id: String,
    /// Its issue.
    pub issue: Link,
    /// What is to be done.
    pub what: P,
    /// By which agency.
    pub agency: Option<Link>,
    /// By which office.
    pub officer: Option<String>,
    /// By when.
    pub due: Option<When>,
    /// belum, berjalan, selesai, batal.
    pub status: Word,
    /// "Terlambat 2 hari".
    pub late: Option<String>,
    /// rapat, konpers, evaluasi, lapor.
    pub origin: Option<Word>,
    /// Promised in public.
    pub promise: bool,
    /// Done when.
    pub done_at: Option<When>,
}

/// A decision asked of the regent today.
#[derive(Debug, Clone, Serialize)]
pub struct Ask<P> {
    /// What is to be decided.
    pub what: P,
    /// Choices.
    pub options: Vec<String>,
    /// Of whom.
    pub of: Option<String>,
    /// By when.
    pub due: Option<When>,
}

/// A rumour; the answer comes first.
#[derive(Debug, Clone, Serialize)]
pub struct Rumour<P> {
    /// Item id.
    pub id: String,
    /// What is right.
    pub answer: Option<P>,
    /// The claim.
    pub claim: P,
    /// Where it was seen.
    pub channel: Option<String>,
    /// First seen.
    pub seen_at: Option<When>,
    /// Kind of claim.
    pub kind: Option<Word>,
    /// Status of verification.
    pub status: Word,
}

/// A group with a stake.
#[derive(Debug, Clone, Serialize)]
pub struct Stakeholder<P> {
    /// Group.
    pub group: String,
    /// Power 1 to 5.
    pub power: Option<u8>,
    /// Interest 1 to 5.
    pub interest: Option<u8>,
    /// "kelola erat" and so on, after Mendelow.
    pub handling: Option<String>,
    /// Attitude.
    pub attitude: Option<Word>,
    /// What they feel.
    pub feels: Option<P>,
    /// What is done for them.
    pub mitigation: Option<P>,
    /// Channel.
    pub channel: Option<String>,
}

/// One line of a log: decisions, media questions, monitoring, operations.
#[derive(Debug, Clone, Serialize)]
pub struct LogLine<P> {
    /// When, or the period.
    pub at: Option<When>,
    /// Short words before the text (medium, kind, period).
    pub lead: Option<String>,
    /// The text.
    pub text: Option<P>,
    /// Further labelled texts.
    pub more: Vec<Labelled<P>>,
}

/// What crisis theory says of responsibility, as the office answered.
#[derive(Debug, Clone, Serialize)]
pub struct Responsibility<P> {
    /// Kind of event.
    pub kind: Option<Word>,
    /// Share of the government.
    pub share: Option<Word>,
    /// Has it happened before.
    pub before: Option<bool>,
    /// The cluster that the answers make: korban, kecelakaan, dapat_dicegah.
    pub cluster: Option<Word>,
    /// Strategies that the theory advises.
    pub advice: Vec<Word>,
    /// Strategies chosen.
    pub strategy: Vec<Word>,
    /// Of those, the ones that do not become an agency.
    pub unfit: Vec<Word>,
    /// Why.
    pub reason: Option<P>,
}

/// The admission.
#[derive(Debug, Clone, Serialize)]
pub struct Admission<P> {
    /// belum_diputuskan, diakui, tidak_ada.
    pub status: Word,
    /// The sentence.
    pub sentence: Option<P>,
    /// May it be said? Only over a sentence, and not for the public.
    pub verdict: Option<Verdict>,
    /// Approved by.
    pub approved_by: Option<String>,
    /// The plain text to be sent on; only where it may be, and not on paper.
    pub copy: Option<String>,
}

/// The report of an issue as it is sent by messenger.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// Plain text, never longer than 900 characters.
    pub text: String,
    /// "112 kata, 873 karakter".
    pub size: String,
}

/// The evaluation of a closed issue.
#[derive(Debug, Clone, Serialize)]
pub struct Review<P> {
    /// Headed texts: aim, shortcomings admitted, opportunity taken.
    pub items: Vec<Labelled<P>>,
    /// What went well.
    pub well: Vec<P>,
    /// What to mend.
    pub mend: Vec<P>,
    /// When.
    pub at: Option<When>,
}

/// A picture as a page shows it.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    /// Its file.
    pub src: String,
    /// Its files with their widths, where there is more than one.
    pub srcset: Option<String>,
    /// Width of the largest.
    pub width: u32,
    /// Height of the largest.
    pub height: u32,
    /// What it shows, for those who cannot see it.
    pub alt: String,
}

/// A photo: the picture where it is shown, and what is said of it.
#[derive(Debug, Clone, Serialize)]
pub struct Photo {
    /// The picture; without it the words stand alone.
    pub picture: Option<Picture>,
    /// Caption.
    pub caption: Option<String>,
    /// Credit (an office).
    pub credit: Option<String>,
}

/// A label and a plain value.
#[derive(Debug, Clone, Serialize)]
pub struct Pair {
    /// Label.
    pub label: String,
    /// Value.
    pub value: String,
    /// A time, where the value is one.
    pub at: Option<When>,
}

/// What a rule of the field found.
#[derive(Debug, Clone, Serialize)]
pub struct Mark {
    /// E0802.
    pub code: &'static str,
    /// galat or peringatan, in words.
    pub severity: String,
    /// It is an error.
    pub grave: bool,
    /// The sentence.
    pub text: String,
    /// "pernyataan p1".
    pub place: Option<String>,
}

/// A line of a clock: a step of the playbook, or a term of the law.
#[derive(Debug, Clone, Serialize)]
pub struct ClockRow<P> {
    /// "T+60 menit"; absent for a term of the law.
    pub mark: Option<String>,
    /// What is to be done.
    pub task: P,
    /// By when.
    pub due: When,
    /// Done when, where that is known.
    pub done_at: Option<When>,
    /// tepat, susulan, terlambat, berikut, tidak_tercatat.
    pub state: Word,
    /// "Terlambat 2 jam".
    pub late: Option<String>,
}

/// One thing that a press conference needs.
#[derive(Debug, Clone, Serialize)]
pub struct Ready {
    /// It is there.
    pub done: bool,
    /// What it is, done or to be done.
    pub text: String,
    /// What is open.
    pub detail: Option<String>,
}

/// An issue, whole.
#[derive(Debug, Clone, Serialize)]
pub struct Issue<P> {
    /// As in a list.
    pub card: Card<P>,
    /// Times, districts, tickets, status of emergency: label and value.
    pub particulars: Vec<Pair>,
    /// Spokesperson's deputy.
    pub deputy: Option<String>,
    /// Other agencies.
    pub agencies: Vec<Link>,
    /// The playbook named.
    pub playbook: Option<Link>,
    /// Key messages.
    pub messages: Vec<MessageMap<P>>,
    /// Facts: confirmed.
    pub confirmed: Vec<Fact<P>>,
    /// Facts: unconfirmed, and not yet being looked into.
    pub unconfirmed: Vec<Fact<P>>,
    /// Facts: being looked into.
    pub sought: Vec<Fact<P>>,
    /// Facts: refuted or expired.
    pub refuted: Vec<Fact<P>>,
    /// Numbers.
    pub numbers: Vec<Number>,
    /// Chronology, oldest first.
    pub events: Vec<Event<P>>,
    /// Statements.
    pub statements: Vec<Statement<P>>,
    /// The notice.
    pub notice: Option<Notice<P>>,
    /// Public contacts.
    pub contacts: Vec<Contact>,
    /// Services.
    pub services: Vec<Service>,
    /// Questions and answers.
    pub answers: Vec<Answer<P>>,
    /// Do not say.
    pub do_not_say: Vec<DoNotSay<P>>,
    /// Not ours to say.
    pub refer: Vec<Refer<P>>,
    /// Families of victims, while not all of them have been told.
    pub families: Option<Word>,
    /// Rumours.
    pub rumours: Vec<Rumour<P>>,
    /// Follow-ups.
    pub actions: Vec<Action<P>>,
    /// Decisions asked for.
    pub asks: Vec<Ask<P>>,
    /// Meetings.
    pub meetings: Vec<Meeting<P>>,
    /// Stakeholders.
    pub stakeholders: Vec<Stakeholder<P>>,
    /// Responsibility.
    pub responsibility: Option<Responsibility<P>>,
    /// Admission.
    pub admission: Option<Admission<P>>,
    /// Earlier assessments, newest first.
    pub risks: Vec<Risk>,
    /// Decisions taken.
    pub decisions: Vec<LogLine<P>>,
    /// Questions of the media.
    pub media: Vec<LogLine<P>>,
    /// Monitoring.
    pub monitoring: Vec<LogLine<P>>,
    /// Operations.
    pub operations: Vec<LogLine<P>>,
    /// Photos.
    pub photos: Vec<Photo>,
    /// Evaluation.
    pub review: Option<Review<P>>,
    /// The analysis: the body's parts that may be seen.
    pub analysis: Vec<P>,
    /// Conferences about it.
    pub conferences: Vec<ConferenceCard>,
    /// "Butir rusak di fakta, baris 41 (E0308)": items that were left out.
    pub faults: Vec<String>,
    /// What the rules of the field found.
    pub marks: Vec<Mark>,
    /// Minutes from T0, and terms of the law.
    pub clock: Vec<ClockRow<P>>,
    /// Playbooks that fit, where none is named.
    pub suggested: Vec<Link>,
    /// A breach of personal data.
    pub breach: Vec<Labelled<P>>,
}

/// A press conference in a list.
#[derive(Debug, Clone, Serialize)]
pub struct ConferenceCard {
    /// Its page.
    pub link: Link,
    /// When.
    pub at: Option<When>,
    /// Where.
    pub place: Option<String>,
    /// Region.
    pub regions: Vec<Link>,
    /// Over at as-of.
    pub past: bool,
}

/// A press conference, whole.
#[derive(Debug, Clone, Serialize)]
pub struct Conference<P> {
    /// As in a list.
    pub card: ConferenceCard,
    /// menyampaikan, hanya_menjawab.
    pub posture: Option<Word>,
    /// Aim.
    pub aim: Option<P>,
    /// Speakers: office and role.
    pub speakers: Vec<Pair>,
    /// Moderator.
    pub moderator: Option<String>,
    /// Version printed.
    pub version: Option<String>,
    /// The opening statement.
    pub opening: Option<Statement<P>>,
    /// Its issues.
    pub issues: Vec<Card<P>>,
    /// Minute plan: label "-60" and what.
    pub rundown: Vec<Pair>,
    /// Media expected: name, kind, likely angle.
    pub media: Vec<Pair>,
    /// Recipients of numbered copies.
    pub recipients: Vec<String>,
    /// Questions left unanswered.
    pub unanswered: Vec<P>,
    /// Body.
    pub body: Vec<P>,
    /// Items that were left out.
    pub faults: Vec<String>,
    /// What stands between now and the microphone; only before it.
    pub ready: Vec<Ready>,
    /// "9 dari 15 siap".
    pub ready_count: String,
    /// What the rules of the field found.
    pub marks: Vec<Mark>,
}

/// A region.
#[derive(Debug, Clone, Serialize)]
pub struct Region {
    /// "64.72".
    pub code: String,
    /// "Kota Samarinda".
    pub name: String,
    /// "SMD".
    pub short: String,
    /// Its page.
    pub link: Link,
    /// Office of its head.
    pub head: Option<String>,
    /// Capital, area, population: label and value.
    pub particulars: Vec<Pair>,
    /// The team: role, office, number.
    pub team: Vec<Contact>,
}

/// An agency.
#[derive(Debug, Clone, Serialize)]
pub struct Agency {
    /// Its page.
    pub link: Link,
    /// Acronym.
    pub acronym: Option<String>,
    /// Full name.
    pub name: String,
    /// Kind.
    pub kind: Option<Word>,
    /// Region.
    pub region: Option<Link>,
    /// Office of its head.
    pub head: Option<String>,
    /// Contacts.
    pub contacts: Vec<Contact>,
    /// Open follow-ups on it.
    pub open: usize,
    /// Of those, late.
    pub late: usize,
}

/// A playbook, whole.
#[derive(Debug, Clone, Serialize)]
pub struct Playbook<P> {
    /// Its page.
    pub link: Link,
    /// When it suggests itself: label and value.
    pub triggers: Vec<Pair>,
    /// How it is activated.
    pub activation: Option<P>,
    /// Roles and offices.
    pub roles: Vec<Pair>,
    /// Steps with minute marks.
    pub steps: Vec<Step<P>>,
    /// Starter texts.
    pub templates: Vec<Labelled<P>>,
    /// Questions to expect.
    pub answers: Vec<Answer<P>>,
    /// Do not say.
    pub do_not_say: Vec<DoNotSay<P>>,
    /// Starter of the notice.
    pub notice: Option<Notice<P>>,
    /// Rehearsed, due, review.
    pub particulars: Vec<Pair>,
    /// The procedure.
    pub body: Vec<P>,
    /// Issues that use it.
    pub issues: Vec<Link>,
    /// What the rules of the field found.
    pub marks: Vec<Mark>,
}

/// A step of a playbook.
#[derive(Debug, Clone, Serialize)]
pub struct Step<P> {
    /// "T+15 menit", "T+3 jam".
    pub mark: String,
    /// Minutes from T0.
    pub minute: i64,
    /// What.
    pub task: P,
    /// Role.
    pub role: Option<String>,
    /// What in the record shows that it was done.
    pub result: Option<String>,
}

/// A thing that changed, or is new.
#[derive(Debug, Clone, Serialize)]
pub struct Change<P> {
    /// Its page.
    pub link: Link,
    /// Its regions.
    pub regions: Vec<Link>,
    /// Newest time of what is shown of it.
    pub at: Option<When>,
    /// "Isu baru", for what was not there before; "Diubah", for what is told by its title alone.
    pub new: Option<String>,
    /// What a new issue is about.
    pub summary: Option<P>,
    /// A drill.
    pub drill: bool,
    /// What changed of it.
    pub lines: Vec<ChangeLine<P>>,
}

/// One thing that changed.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeLine<P> {
    /// "Tahap", "Fakta baru", "Angka: KK terdampak".
    pub what: String,
    /// Its text.
    pub text: Option<P>,
    /// What it was.
    pub from: Option<String>,
    /// What it is.
    pub to: Option<String>,
}

/// Something that happened, on the timeline.
#[derive(Debug, Clone, Serialize)]
pub struct Moment<P> {
    /// When.
    pub at: When,
    /// "07.00 WITA"; absent where only the day is known.
    pub clock: Option<String>,
    /// An estimate.
    pub approximate: bool,
    /// kejadian, tindakan, pernyataan, pengumuman, rapat, konpers, risiko, krisis, dibuka, ditutup, selesai.
    pub kind: Word,
    /// What happened; absent where the kind says it all.
    pub text: Option<P>,
    /// The assessment, where it is one.
    pub risk: Option<Risk>,
    /// The issue or press conference, at the place of its page that tells more.
    pub to: Link,
    /// Regions.
    pub regions: Vec<Link>,
}

/// A row of the table twin of columns over time.
#[derive(Debug, Clone, Serialize)]
pub struct BandRow {
    /// "24 Nov 2026".
    pub at: String,
    /// Open issues.
    pub open: usize,
    /// Of those, by band from 5 to 1.
    pub bands: Vec<usize>,
    /// Of those, not assessed.
    pub unknown: usize,
}

/// A row of the table twin of lateness.
#[derive(Debug, Clone, Serialize)]
pub struct LateRow {
    /// A region or an agency.
    pub of: Link,
    /// Late follow-ups by how late, shortest first.
    pub counts: Vec<usize>,
    /// All of them.
    pub late: usize,
    /// "Terlambat 12 hari": the longest.
    pub longest: String,
}
