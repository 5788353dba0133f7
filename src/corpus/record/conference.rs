//! A press conference.

use crate::corpus::fields::{IssueRef, Item, RegionRef, StatementRef, Whole};
use crate::corpus::prose::Prose;
use crate::corpus::vocabulary::Posture;
use crate::record;
use crate::time::Instant;

record! {
    /// A press conference; the body is background for the team.
    Conference {
        /// Judul.
        "judul" title: String,
        /// Kabupaten/kota.
        "wilayah" regions: Vec<RegionRef>,
        /// Isu yang dibahas.
        "isu" issues: Vec<IssueRef>,
        /// Waktu.
        "waktu" at: Option<Instant>,
        /// Tempat.
        "tempat" place: Option<String>,
        /// Diumumkan di edisi publik.
        "umumkan" announce: Option<bool>,
        /// Sikap: menyampaikan atau hanya menjawab.
        "sikap" posture: Option<Posture>,
        /// Tujuan.
        "tujuan" aim: Option<Prose>,
        /// Pembicara.
        "pembicara" speakers: Vec<Item<Speaker>>,
        /// Jabatan moderator.
        "moderator" moderator: Option<String>,
        /// Pernyataan pembuka.
        "pembuka" opening: Option<StatementRef>,
        /// Susunan acara.
        "rundown" rundown: Vec<Item<Cue>>,
        /// Media yang hadir.
        "media" media: Vec<Item<Medium>>,
        /// Penerima salinan bernomor.
        "penerima" recipients: Vec<Item<Recipient>>,
        /// Versi bahan.
        "versi" version: Option<String>,
        /// Perubahan dihitung sejak revisi atau tanggal ini.
        "berbasis" since: Option<String>,
        /// Pertanyaan yang belum dijawab.
        "pertanyaan_belum_dijawab" unanswered: Vec<Prose>,
    }
}

record! {
    /// A speaker.
    Speaker {
        /// Jabatan.
        "jabatan" office: String,
        /// Peran.
        "peran" role: Option<String>,
    }
}

record! {
    /// A line of the rundown.
    Cue {
        /// Menit terhadap mulai acara; minus berarti sebelumnya.
        "menit" minute: Whole<-10_080, 10_080>,
        /// Acara.
        "acara" what: String,
        /// Jabatan.
        "jabatan" office: Option<String>,
    }
}

record! {
    /// A medium.
    Medium {
        /// Media.
        "media" medium: String,
        /// Jenis.
        "jenis" kind: Option<String>,
        /// Arah pertanyaan.
        "arah_pertanyaan" angle: Option<String>,
    }
}

record! {
    /// A recipient of a numbered copy.
    Recipient {
        /// Jabatan.
        "jabatan" office: String,
    }
}
