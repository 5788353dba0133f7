//! The vocabularies of the record format: each value with the word that an officer types.
//!
//! Plain names without data; views hand them to renderers. Labels stand in the locale under
//! `label.<vocabulary>.<word>`.

use super::fields::{Field, Reader, Shape, read_word};
use super::yaml::Node;
use serde::{Serialize, Serializer};

macro_rules! vocabulary {
    ($($(#[doc = $doc:literal])+ $name:ident $label:literal { $($variant:ident = $key:literal,)+ })+) => {
        $($(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "the words themselves say it; labels stand in the locale")]
        pub enum $name { $($variant,)+ }

        impl $name {
            /// All values, in order.
            pub const ALL: &[$name] = &[$($name::$variant,)+];
            /// Their words.
            pub const KEYS: &[&'static str] = &[$($key,)+];
            /// Name of the vocabulary in the locale.
            pub const LABEL: &'static str = $label;

            /// The word of the record format.
            pub fn key(self) -> &'static str {
                match self { $($name::$variant => $key,)+ }
            }
        }

        impl Vocabulary for $name {
            fn label(self) -> &'static str { $label }
            fn word(self) -> &'static str { self.key() }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }

        impl Field for $name {
            fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
                read_word(node, reader, $name::KEYS, $name::ALL)
            }
            fn shape() -> Shape {
                Shape::Words($name::KEYS)
            }
        })+

        /// Each vocabulary: its name in the locale and its words. A test asks both languages for all.
        pub const VOCABULARIES: &[(&str, &[&str])] = &[$(($label, $name::KEYS),)+];
    };
}

/// A value with a label.
pub trait Vocabulary: Copy {
    /// Name of the vocabulary in the locale.
    fn label(self) -> &'static str;
    /// The word of the record format.
    fn word(self) -> &'static str;
}

impl ActionStatus {
    /// Still to be done.
    pub fn open(self) -> bool {
        matches!(self, ActionStatus::NotYet | ActionStatus::Running)
    }
}

impl Vocabulary for crate::class::Class {
    fn label(self) -> &'static str {
        "class"
    }
    fn word(self) -> &'static str {
        self.key()
    }
}

vocabulary! {
    /// Themes: PEST as it was taught, and what practice added.
    Theme "theme" {
        Politics = "politik", Economy = "ekonomi", Social = "sosial", Technology = "teknologi",
        Environment = "lingkungan", Law = "hukum", Health = "kesehatan", Security = "keamanan",
        Disaster = "bencana", PublicService = "layanan_publik",
    }
    /// Classes of information under the law on public information (UU 14/2008).
    Disclosure "disclosure" {
        Periodic = "berkala", AtOnce = "serta_merta", AnyTime = "setiap_saat", Excluded = "dikecualikan",
    }
    /// isu → kasus → krisis.
    Escalation "escalation" { Issue = "isu", Case = "kasus", Crisis = "krisis", }
    /// Stages of the procedure.
    Stage "stage" {
        Mapped = "dipetakan", Analysed = "dianalisis", Met = "dirapatkan", Acted = "ditindaklanjuti",
        Monitored = "dipantau", Closed = "ditutup",
    }
    /// Where an issue was found.
    Origin "origin" {
        Lapor = "lapor", Media = "media", SocialMedia = "medsos", Agency = "instansi",
        Residents = "warga", Monitoring = "pemantauan",
    }
    /// Kinds of LAPOR tickets; each has its term.
    Ticket "ticket" { Information = "informasi", Complaint = "pengaduan", FieldComplaint = "pengaduan_lapangan", }
    /// Which way a risk moves.
    Trend "trend" { Up = "naik", Same = "tetap", Down = "turun", }
    /// How sure an assessor is.
    Confidence "confidence" { High = "tinggi", Middle = "sedang", Low = "rendah", }
    /// Kinds of events: the types of crisis theory (SCCT) in office words.
    EventKind "event_kind" {
        NaturalDisaster = "bencana_alam", Rumour = "rumor", Violence = "kekerasan", Tampering = "sabotase",
        Challenge = "tantangan", TechnicalError = "gangguan_teknis", TechnicalHarm = "kerusakan_teknis",
        HumanError = "kelalaian", HumanHarm = "kelalaian_berakibat", MisdeedNoInjury = "pelanggaran_tanpa_korban",
        Misconduct = "pelanggaran_pimpinan", MisdeedWithInjury = "pelanggaran_berakibat", Misdeed = "pelanggaran",
    }
    /// The government's share in an event.
    Share "share" { None = "tidak_ada", Unintended = "tidak_sengaja", Present = "ada", }
    /// Clusters of crisis theory: how strongly the public holds the government responsible.
    Cluster "cluster" { Victim = "korban", Accident = "kecelakaan", Preventable = "dapat_dicegah", }
    /// Strategies of response.
    Strategy "strategy" {
        Instructing = "instruksi", Adjusting = "penyesuaian", Excuse = "penjelasan", Justification = "pembenaran",
        Denial = "bantahan", Apology = "permintaan_maaf", Compensation = "ganti_rugi", Reminder = "pengingat",
        Sympathy = "simpati", Scapegoat = "kambing_hitam", Attack = "serang_penuduh",
    }
    /// Was a shortcoming admitted?
    AdmissionStatus "admission" { Undecided = "belum_diputuskan", Admitted = "diakui", None = "tidak_ada", }
    /// Status of a fact.
    FactStatus "fact_status" {
        Confirmed = "terkonfirmasi", Unconfirmed = "belum_terkonfirmasi", Refuted = "dibantah", Expired = "kedaluwarsa",
    }
    /// What a number counts.
    NumberKind "number_kind" {
        Dead = "meninggal", Missing = "hilang", BadlyHurt = "luka_berat", Hurt = "luka_ringan", Ill = "sakit",
        Displaced = "mengungsi", Affected = "terdampak", HousesBad = "rumah_rb", HousesMiddle = "rumah_rs",
        HousesLight = "rumah_rr", Other = "lainnya",
    }
    /// How exactly a number is known.
    Exactness "exactness" { Exact = "pasti", About = "sekitar", AtLeast = "sekurangnya", }
    /// How exactly a time is known.
    TimeExactness "time_exactness" { Exact = "pasti", Estimate = "perkiraan", }
    /// State of a service.
    ServiceStatus "service" { Normal = "normal", Limited = "terbatas", Closed = "tutup", }
    /// Status of an operation.
    OperationStatus "operation" { Running = "berlangsung", Done = "selesai", Stopped = "dihentikan", }
    /// Legal status of an emergency (UU 24/2007).
    EmergencyStatus "emergency" { Alert = "siaga_darurat", Response = "tanggap_darurat", Transition = "transisi", }
    /// Have the families been told?
    FamilyStatus "family" { None = "tidak_ada", NotYet = "belum", Partly = "sebagian", Done = "sudah", }
    /// Attitude of a group.
    Attitude "attitude" { Supports = "mendukung", Neutral = "netral", Demands = "menuntut", Opposes = "menolak", }
    /// The five groups of questions, and one on officials.
    QuestionGroup "question_group" {
        What = "apa", Cause = "penyebab", Meaning = "dampak_bagi_warga", Responsibility = "tanggung_jawab",
        Prevention = "pencegahan", Officials = "sikap_pejabat",
    }
    /// How a question is meant.
    QuestionNature "question_nature" { Plain = "biasa", Sharp = "tajam", Trap = "menjebak", }
    /// Is the answer ready?
    AnswerStatus "answer_status" {
        Ready = "siap", Waiting = "menunggu_data", Elsewhere = "dijawab_instansi_lain", NotAnswered = "tidak_dijawab",
    }
    /// Kinds of statements.
    StatementKind "statement_kind" {
        Holding = "awal", Opening = "pembuka", Contingency = "cadangan", Closing = "penutup", Release = "siaran_pers",
        Clarification = "klarifikasi", Correction = "ralat", Invitation = "undangan_liputan",
    }
    /// Status of a text.
    TextStatus "text_status" {
        Draft = "draf", Reviewed = "ditinjau", Approved = "disetujui", Released = "dirilis", Withdrawn = "dicabut",
    }
    /// In which capacity somebody approved.
    ApprovalRole "approval_role" { Technical = "teknis", Legal = "hukum", Leadership = "pimpinan", }
    /// Status of a follow-up; lateness is computed.
    ActionStatus "action_status" { NotYet = "belum", Running = "berjalan", Done = "selesai", Dropped = "batal", }
    /// Where a follow-up comes from.
    ActionOrigin "action_origin" { Meeting = "rapat", Conference = "konpers", Evaluation = "evaluasi", Lapor = "lapor", }
    /// Kinds of claims, as fact-checkers in Indonesia name them.
    ClaimKind "claim_kind" {
        Satire = "satire", Misleading = "konten_menyesatkan", Imposter = "konten_tiruan", Fabricated = "konten_palsu",
        FalseConnection = "koneksi_salah", FalseContext = "konteks_salah", Manipulated = "konten_dimanipulasi",
    }
    /// Is a rumour true?
    RumourStatus "rumour_status" {
        Unchecked = "belum_diperiksa", Checking = "diperiksa", True = "benar", PartlyTrue = "sebagian_benar",
        False = "salah", Unverifiable = "tidak_dapat_diverifikasi",
    }
    /// State of a media question.
    MediaStatus "media_status" { Open = "belum", Answered = "dijawab", Declined = "ditolak", }
    /// Kinds of regions.
    RegionKind "region_kind" { Regency = "kabupaten", City = "kota", Province = "provinsi", }
    /// Kinds of agencies.
    AgencyKind "agency_kind" { Local = "pd", Central = "vertikal", StateCompany = "bumn", Authority = "otorita", }
    /// Does a conference present, or only answer?
    Posture "posture" { Present = "menyampaikan", AnswerOnly = "hanya_menjawab", }
    /// What in a record shows that a playbook's step was done.
    StepResult "step_result" {
        Fact = "fakta", Statement = "pernyataan", Meeting = "rapat", Conference = "konpers", Notice = "pengumuman",
        Action = "tindak_lanjut", Evaluation = "evaluasi", KeyMessage = "pesan_kunci", Answers = "tanya_jawab",
    }
}
