//! What is said: key messages, answers, statements, notices. Issues and playbooks share them.

use crate::corpus::fields::{AgencyRef, AtMost, FactRef, Item, StatementRef};
use crate::corpus::prose::Prose;
use crate::corpus::vocabulary::*;
use crate::record;
use crate::time::Instant;

record! {
    /// The key messages for one audience.
    MessageMap {
        /// Khalayak.
        "khalayak" audience: Option<String>,
        /// Paling banyak tiga pesan, 27 kata seluruhnya.
        "pesan" messages: AtMost<3, Item<Message>>,
    }
}

record! {
    /// A key message.
    Message {
        /// Kalimat.
        "kalimat" sentence: Prose,
        /// Fakta pendukung.
        "dasar" support: Vec<FactRef>,
    }
}

record! {
    /// What not to say.
    DoNotSay {
        /// Jangan dikatakan.
        "jangan" dont: Prose,
        /// Katakan.
        "katakan" instead: Option<Prose>,
    }
}

record! {
    /// A question and its answer.
    Answer {
        /// Golongan pertanyaan.
        "golongan" group: Option<QuestionGroup>,
        /// Sifat pertanyaan.
        "sifat" nature: Option<QuestionNature>,
        /// Pertanyaan.
        "tanya" question: Prose,
        /// Jawaban yang diucapkan, paling banyak 30 kata.
        "jawab" answer: Option<Prose>,
        /// Penjelasan untuk juru bicara.
        "penjelasan" detail: Option<Prose>,
        /// Fakta pendukung.
        "dasar" support: Vec<FactRef>,
        /// Instansi yang menjawab.
        "dijawab_oleh" answered_by: Option<AgencyRef>,
        /// Status jawaban.
        "status" status: Option<AnswerStatus>,
    }
}

record! {
    /// A text meant to be spoken or released.
    Statement {
        /// Jenis naskah.
        "jenis" kind: StatementKind,
        /// Status naskah.
        "status" status: Option<TextStatus>,
        /// Judul.
        "judul" title: Option<String>,
        /// Nomor naskah.
        "nomor" number: Option<String>,
        /// Embargo sampai.
        "embargo_sampai" embargo: Option<Instant>,
        /// Narahubung.
        "narahubung" contact: Option<String>,
        /// Kutipan.
        "kutipan" quotes: Vec<Item<Quote>>,
        /// Naskah yang digantikan.
        "menggantikan" replaces: Option<StatementRef>,
        /// Terjemahan.
        "terjemahan" translation: Option<Prose>,
        /// Untuk naskah cadangan: dipakai bila.
        "bila" condition: Option<Prose>,
        /// Kapan dirilis.
        "dirilis_pada" released_at: Option<Instant>,
        /// Persetujuan.
        "persetujuan" approvals: Vec<Item<Approval>>,
        /// Naskah.
        "teks" text: Prose,
    }
}

record! {
    /// A quotation.
    Quote {
        /// Kalimat.
        "kalimat" sentence: Prose,
        /// Jabatan yang mengatakan.
        "jabatan" office: Option<String>,
    }
}

record! {
    /// An approval.
    Approval {
        /// Jabatan.
        "jabatan" office: String,
        /// Sebagai.
        "sebagai" role: Option<ApprovalRole>,
        /// Kapan.
        "pada" at: Option<Instant>,
        /// Sidik dari yang disetujui; ditulis oleh `kentongan approve`.
        "sidik" fingerprint: Option<Fingerprint>,
    }
}

/// Twelve hex of the text and of each thing it cites, by name.
pub(crate) struct Fingerprint(pub Vec<(String, String)>);

impl crate::corpus::fields::Field for Fingerprint {
    fn read(node: &crate::corpus::yaml::Node, reader: &mut crate::corpus::fields::Reader<'_>) -> Option<Self> {
        let entries = crate::corpus::fields::entries(node, reader)?;
        let read = |e: &crate::corpus::yaml::Entry, reader: &mut crate::corpus::fields::Reader<'_>| {
            String::read(&e.node, reader).map(|value| (e.key.clone(), value))
        };
        Some(Fingerprint(entries.iter().filter_map(|e| read(e, reader)).collect()))
    }
    fn shape() -> crate::corpus::fields::Shape {
        crate::corpus::fields::Shape::Line
    }
}

record! {
    /// The notice of information that must be announced at once: eight items (Perki 1/2021).
    Notice {
        /// Status naskah.
        "status" status: Option<TextStatus>,
        /// Potensi bahaya atau besaran dampak.
        "bahaya" danger: Option<Prose>,
        /// Pihak yang mungkin terdampak.
        "terdampak" affected: Option<Prose>,
        /// Prosedur dan tempat evakuasi.
        "evakuasi" evacuation: Option<Prose>,
        /// Cara menghindari bahaya.
        "hindari" avoid: Option<Prose>,
        /// Cara mendapat bantuan.
        "bantuan" help: Option<Prose>,
        /// Pihak yang wajib mengumumkan; bila kosong diambil dari wilayah.
        "penanggung_jawab" responsible: Option<Prose>,
        /// Tata cara pengumuman; bila kosong diambil dari wilayah.
        "cara_pengumuman" manner: Option<Prose>,
        /// Upaya yang dilakukan.
        "upaya" efforts: Option<Prose>,
        /// Kapan dirilis.
        "dirilis_pada" released_at: Option<Instant>,
    }
}
