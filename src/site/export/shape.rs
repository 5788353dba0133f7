//! The shapes of the data file. Their comments become the schema that is published beside it, so they speak to whoever
//! reads the file; keys are the words of the record format.

use crate::class::Class;
use crate::corpus::fields::Day;
use crate::corpus::view::text::Precision;
use crate::corpus::vocabulary::*;
use crate::locale::number::Decimal;
use crate::time::{Instant, Zone};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// A moment, RFC 3339 in the book's zone.
#[derive(Debug)]
pub(super) struct Moment(pub(super) String);

/// A day, or a moment of it.
#[derive(Debug)]
pub(super) struct DayOrMoment(pub(super) String);

/// A decimal number exactly as it was written.
#[derive(Debug)]
pub(super) struct Exact(pub(super) Decimal);

/// A word of a vocabulary.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key<V>(pub(super) V);

/// "2026-11-24" for a day, RFC 3339 for a moment of it.
pub(super) fn day(zone: Zone, day: Day) -> String {
    let shown = zone.show(day.at);
    let (year, month, date) = shown.date();
    if day.whole { format!("{year:04}-{month:02}-{date:02}") } else { shown.iso() }
}

/// A moment in the book's zone.
pub(super) fn moment(zone: Zone, at: Instant) -> Moment {
    Moment(zone.show(at).iso())
}

/// How exactly a number is known, in the words of the record format.
pub(super) fn exactness(precision: Precision) -> Exactness {
    match precision {
        Precision::Exact => Exactness::Exact,
        Precision::About => Exactness::About,
        Precision::AtLeast => Exactness::AtLeast,
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Serialize for DayOrMoment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.places {
            0 => serializer.serialize_i64(self.0.digits),
            _ => serializer.serialize_f64(self.0.bare('.').parse().map_err(serde::ser::Error::custom)?),
        }
    }
}

impl<V: Vocabulary> Serialize for Key<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.word())
    }
}

impl JsonSchema for Moment {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "waktu".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date-time" })
    }
}

impl JsonSchema for DayOrMoment {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "hari".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "anyOf": [{ "format": "date" }, { "format": "date-time" }] })
    }
}

impl JsonSchema for Exact {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "bilangan".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number" })
    }
}

macro_rules! words {
    ($($name:ident)+) => {$(
        impl JsonSchema for Key<$name> {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                $name::LABEL.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "enum": $name::KEYS })
            }
        }
    )+};
}

words! {
    Theme Disclosure Escalation Stage Trend Confidence FactStatus NumberKind Exactness ServiceStatus StatementKind
    TextStatus ActionStatus ActionOrigin ClaimKind RumourStatus RegionKind AgencyKind AdmissionStatus
}

impl JsonSchema for Key<Class> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "klasifikasi".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": Class::ALL.map(Class::key) })
    }
}

/// Shapes with what is always there, and then what is left out where there is nothing of it.
macro_rules! shapes {
    ($($(#[$about:meta])+ $name:ident {
        always { $($(#[$fixed_about:meta])+ $fixed_key:literal $fixed:ident: $fixed_kind:ty,)* }
        maybe { $($(#[$loose_about:meta])+ $loose_key:literal $loose:ident: $loose_kind:ty,)* }
    })+) => {$(
        $(#[$about])+
        #[derive(Debug, Serialize, JsonSchema)]
        pub(super) struct $name<'a> {
            $($(#[$fixed_about])+
            #[serde(rename = $fixed_key)]
            pub(super) $fixed: $fixed_kind,)*
            $($(#[$loose_about])+
            #[serde(rename = $loose_key, skip_serializing_if = "Absent::absent")]
            pub(super) $loose: $loose_kind,)*
        }
    )+};
}

/// What may be absent: an option without a value, an empty list.
trait Absent {
    /// There is nothing.
    fn absent(&self) -> bool;
}

impl<T> Absent for Option<T> {
    fn absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Absent for Vec<T> {
    fn absent(&self) -> bool {
        self.is_empty()
    }
}

shapes! {
    /// Everything that one edition of a Kentongan book shows of its issues, for computing. Drills are left out. Texts
    /// are plain. A key that is absent was not written, or is not for this edition's reader; which of the two is not told.
    Document {
        always {
            /// Version of this form. It grows only when a key changes its meaning or vanishes; new keys and new words of a
            /// vocabulary may come at any time.
            "versi" version: u32,
            /// Name of the edition.
            "edisi" edition: &'a str,
            /// The strictest class that its reader may see; treat the file accordingly.
            "batas_kelas" ceiling: Key<Class>,
            /// Made for everyone.
            "publik" public: bool,
            /// Title of the book.
            "buku" book: &'a str,
            /// The office that publishes.
            "organisasi" organisation: &'a str,
            /// Code of the region whose book this is.
            "wilayah_buku" home: &'a str,
            /// Digest of the edition, as printed at the foot of its first page.
            "sidik" digest: &'a str,
            /// Regions.
            "wilayah" regions: Vec<Region<'a>>,
            /// Agencies.
            "instansi" agencies: Vec<Agency<'a>>,
            /// Press conferences, by time.
            "konpers" conferences: Vec<Conference<'a>>,
            /// Newest data time of all issues; null where there is none.
            "data_per" data_at: Option<Moment>,
            /// Issues, gravest first as far as this edition may know.
            "isu" issues: Vec<Issue<'a>>,
        }
        maybe {}
    }
    /// A region.
    Region {
        always {
            /// Code (Kemendagri).
            "kode" code: &'a str,
            /// Name.
            "nama" name: &'a str,
            /// Short name.
            "singkat" short: &'a str,
            /// Its page: absolute where the address of the edition is known, else relative to this file.
            "tautan" link: String,
        }
        maybe {
            /// Kind.
            "jenis" kind: Option<Key<RegionKind>>,
            /// Code (BPS).
            "bps" bps: Option<&'a str>,
        }
    }
    /// An agency.
    Agency {
        always {
            /// Id: the name of its file in the book.
            "id" id: &'a str,
            /// Name.
            "nama" name: &'a str,
            /// Its page.
            "tautan" link: String,
        }
        maybe {
            /// Acronym.
            "singkatan" acronym: Option<&'a str>,
            /// Code of its region.
            "wilayah" region: Option<&'a str>,
            /// Kind.
            "jenis" kind: Option<Key<AgencyKind>>,
        }
    }
    /// A press conference.
    Conference {
        always {
            /// Id.
            "id" id: &'a str,
            /// Title.
            "judul" title: &'a str,
            /// Its page.
            "tautan" link: String,
        }
        maybe {
            /// Codes of its regions.
            "wilayah" regions: Vec<&'a str>,
            /// Ids of its issues.
            "isu" issues: Vec<&'a str>,
            /// When.
            "waktu" at: Option<Moment>,
            /// Where.
            "tempat" place: Option<&'a str>,
        }
    }
    /// An issue.
    Issue {
        always {
            /// Id.
            "id" id: &'a str,
            /// Title.
            "judul" title: &'a str,
            /// Codes of its regions, those in scope. An issue of two regions stands here once.
            "wilayah" regions: Vec<&'a str>,
            /// Themes.
            "tema" themes: Vec<Key<Theme>>,
            /// Class of the record.
            "klasifikasi" class: Key<Class>,
            /// Strictest class of all that the edition shows of it.
            "klasifikasi_isi" mark: Key<Class>,
            /// When the record was opened.
            "dibuka" opened_at: Moment,
            /// It is closed.
            "tertutup" closed: bool,
            /// Its page.
            "tautan" link: String,
            /// Digest of what the edition shows of it: it changes whenever something of it does.
            "sidik" digest: String,
        }
        maybe {
            /// Summary.
            "ringkasan" summary: Option<String>,
            /// Districts.
            "kecamatan" districts: Vec<&'a str>,
            /// Class of information (UU 14/2008).
            "kategori_informasi" disclosure: Option<Key<Disclosure>>,
            /// How far it has escalated.
            "eskalasi" escalation: Option<Key<Escalation>>,
            /// Stage of the procedure.
            "tahap" stage: Option<Key<Stage>>,
            /// When it happened.
            "waktu_kejadian" happened_at: Option<Moment>,
            /// When it was verified (T0 of the clocks).
            "terverifikasi_pada" verified_at: Option<Moment>,
            /// Since when it is a crisis.
            "naik_krisis_pada" crisis_since: Option<Moment>,
            /// Newest data time of what the edition shows of it.
            "data_per" data_at: Option<Moment>,
            /// When the next update was promised.
            "pembaruan_berikutnya" next_update: Option<Moment>,
            /// Until when it is valid.
            "berlaku_sampai" valid_until: Option<Moment>,
            /// When it was closed.
            "ditutup_pada" closed_at: Option<DayOrMoment>,
            /// Id of the lead agency.
            "instansi_pengampu" lead: Option<&'a str>,
            /// Ids of the other agencies.
            "instansi_terkait" agencies: Vec<&'a str>,
            /// Office of the spokesperson.
            "juru_bicara" spokesperson: Option<&'a str>,
            /// Office of the deputy.
            "pengganti" deputy: Option<&'a str>,
            /// Id of its playbook.
            "playbook" playbook: Option<&'a str>,
            /// Assessments, newest first.
            "risiko" risks: Vec<Risk<'a>>,
            /// Was a shortcoming admitted?
            "pengakuan" admission: Option<Admission<'a>>,
            /// Facts.
            "fakta" facts: Vec<Fact<'a>>,
            /// Official numbers.
            "angka" numbers: Vec<Number<'a>>,
            /// Contacts for residents.
            "kontak_warga" contacts: Vec<Contact<'a>>,
            /// State of services.
            "layanan" services: Vec<Service<'a>>,
            /// Texts that were released or withdrawn; drafts stand on pages only.
            "pernyataan" statements: Vec<Statement<'a>>,
            /// The notice to the public, once it is released.
            "pengumuman" notice: Option<Notice<'a>>,
            /// Follow-ups.
            "tindak_lanjut" actions: Vec<Action<'a>>,
            /// Decisions asked for.
            "keputusan_diminta" asks: Vec<Ask<'a>>,
            /// Rumours and what is right.
            "rumor" rumours: Vec<Rumour<'a>>,
        }
    }
    /// An assessment of risk.
    Risk {
        always {
            /// Likelihood of getting worse, 1 to 5.
            "kemungkinan" likelihood: u8,
            /// Impact, 1 to 5.
            "dampak" impact: u8,
            /// Score, 1 to 25, by the method of the book.
            "skor" score: u8,
            /// Band, 1 to 5.
            "tingkat" level: u8,
            /// When it was assessed.
            "dinilai_pada" at: Moment,
        }
        maybe {
            /// Which way it moves.
            "tren" trend: Option<Key<Trend>>,
            /// How sure the assessor is.
            "keyakinan" confidence: Option<Key<Confidence>>,
            /// Office that assessed.
            "dinilai_oleh" by: Option<&'a str>,
        }
    }
    /// An admission.
    Admission {
        always {
            /// Status.
            "status" status: Key<AdmissionStatus>,
        }
        maybe {
            /// The sentence.
            "kalimat" sentence: Option<String>,
            /// Office that approved it.
            "disetujui_oleh" approved_by: Option<&'a str>,
        }
    }
    /// A fact.
    Fact {
        always {
            /// Id within its issue.
            "id" id: &'a str,
            /// The sentence.
            "kalimat" sentence: String,
            /// Status. Only what is `terkonfirmasi` may be quoted.
            "status" status: Key<FactStatus>,
            /// Class; never less strict than that of its issue.
            "klasifikasi" class: Key<Class>,
        }
        maybe {
            /// Institution it comes from.
            "sumber" source: Option<&'a str>,
            /// Office that confirmed it.
            "dikonfirmasi_oleh" confirmed_by: Option<&'a str>,
            /// Time of the fact.
            "waktu" at: Option<Moment>,
            /// Until when it holds.
            "berlaku_sampai" valid_until: Option<Moment>,
            /// Id of the agency that looks into it.
            "dicari_oleh" sought_by: Option<&'a str>,
            /// Until when the answer is due.
            "target" target: Option<Moment>,
        }
    }
    /// An official number. There is one for each thing that is counted; values in circulation are not exported.
    Number {
        always {
            /// Id within its issue.
            "id" id: &'a str,
            /// What it is called.
            "nama" name: &'a str,
            /// Value.
            "nilai" value: Exact,
            /// How exactly it is known.
            "ketepatan" precision: Key<Exactness>,
            /// Class; never less strict than that of its issue.
            "klasifikasi" class: Key<Class>,
        }
        maybe {
            /// What it counts.
            "jenis" kind: Option<Key<NumberKind>>,
            /// Unit, as the office writes it.
            "satuan" unit: Option<&'a str>,
            /// Source.
            "sumber" source: Option<&'a str>,
            /// Data time.
            "waktu" at: Option<Moment>,
            /// What it covers.
            "cakupan" covers: Option<&'a str>,
            /// Earlier official values, newest first.
            "sebelumnya" previous: Vec<Earlier<'a>>,
        }
    }
    /// An earlier official value.
    Earlier {
        always {
            /// Value.
            "nilai" value: Exact,
        }
        maybe {
            /// Source.
            "sumber" source: Option<&'a str>,
            /// Data time.
            "waktu" at: Option<Moment>,
        }
    }
    /// A contact for residents.
    Contact {
        always {
            /// Name.
            "nama" name: &'a str,
        }
        maybe {
            /// Number.
            "nomor" number: Option<&'a str>,
            /// Hours.
            "jam" hours: Option<&'a str>,
            /// Address.
            "alamat" address: Option<&'a str>,
        }
    }
    /// A service and its state.
    Service {
        always {
            /// Name.
            "nama" name: &'a str,
            /// State.
            "status" status: Key<ServiceStatus>,
        }
        maybe {
            /// Until when.
            "sampai" until: Option<DayOrMoment>,
            /// Remark.
            "keterangan" note: Option<&'a str>,
        }
    }
    /// A text that was released or withdrawn.
    Statement {
        always {
            /// Id within its issue.
            "id" id: &'a str,
            /// Kind.
            "jenis" kind: Key<StatementKind>,
            /// `dirilis` or `dicabut`. What is `dicabut` must not be quoted any more.
            "status" status: Key<TextStatus>,
            /// Class; never less strict than that of its issue.
            "klasifikasi" class: Key<Class>,
        }
        maybe {
            /// Title.
            "judul" title: Option<&'a str>,
            /// Number of the document.
            "nomor" number: Option<&'a str>,
            /// When it was released.
            "dirilis_pada" released_at: Option<Moment>,
            /// The text.
            "teks" text: Option<String>,
        }
    }
    /// A released notice of what must be announced at once.
    Notice {
        always {
            /// Its items, in the order of the regulation.
            "butir" items: Vec<NoticeItem<'a>>,
        }
        maybe {
            /// When it was released.
            "dirilis_pada" released_at: Option<Moment>,
        }
    }
    /// An item of a notice.
    NoticeItem {
        always {
            /// Which: `bahaya`, `evakuasi` and so on, as in the record.
            "kunci" key: &'a str,
            /// What it says.
            "teks" text: String,
        }
        maybe {}
    }
    /// A follow-up.
    Action {
        always {
            /// Id within its issue.
            "id" id: &'a str,
            /// What is to be done.
            "uraian" what: String,
            /// Status. Whether it is late follows from `tenggat` and your own clock.
            "status" status: Key<ActionStatus>,
            /// It was promised in public.
            "janji_publik" promise: bool,
            /// Class; never less strict than that of its issue.
            "klasifikasi" class: Key<Class>,
        }
        maybe {
            /// Id of the agency.
            "instansi" agency: Option<&'a str>,
            /// Office in charge.
            "penanggung_jawab" officer: Option<&'a str>,
            /// By when.
            "tenggat" due: Option<DayOrMoment>,
            /// Where it comes from.
            "asal" origin: Option<Key<ActionOrigin>>,
            /// When it was done.
            "selesai_pada" done_at: Option<DayOrMoment>,
        }
    }
    /// A decision that was asked for.
    Ask {
        always {
            /// What is to be decided.
            "uraian" what: String,
            /// Class; never less strict than that of its issue.
            "klasifikasi" class: Key<Class>,
        }
        maybe {
            /// Choices.
            "pilihan" options: Vec<&'a str>,
            /// Of whom.
            "kepada" of: Option<&'a str>,
            /// By when.
            "tenggat" due: Option<DayOrMoment>,
        }
    }
    /// A rumour.
    Rumour {
        always {
            /// Id within its issue.
            "id" id: &'a str,
            /// The claim. Never repeat it without the answer.
            "teks" claim: String,
            /// Status of verification.
            "status" status: Key<RumourStatus>,
        }
        maybe {
            /// What is right.
            "jawaban" answer: Option<String>,
            /// Kind of claim.
            "jenis" kind: Option<Key<ClaimKind>>,
        }
    }
}
