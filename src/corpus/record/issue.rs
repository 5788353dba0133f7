//! An issue: what happened, what is known, what is said, what is done.

use crate::corpus::fields::{AgencyRef, Day, FactRef, Filled, Item, PictureFile, PlaybookRef, RegionRef, Scale};
use crate::corpus::prose::Prose;
use crate::corpus::record::speech::{Answer, DoNotSay, MessageMap, Notice, Statement};
use crate::corpus::vocabulary::*;
use crate::locale::number::Decimal;
use crate::record;
use crate::time::Instant;

record! {
    /// An issue record. Three fields are enough to begin with: `judul`, `tema`, `dibuka`.
    Issue {
        /// Judul isu, satu baris.
        "judul" title: String,
        /// Kabupaten/kota: nama, kode Kemendagri, atau daftar. Boleh kosong bila folder sudah menyebutnya.
        "wilayah" regions: Vec<RegionRef>,
        /// Kecamatan yang terdampak.
        "kecamatan" districts: Vec<String>,
        /// Ringkasan satu atau dua kalimat.
        "ringkasan" summary: Option<Prose>,
        /// Tema: satu atau lebih.
        "tema" themes: Filled<Theme>,
        /// Klasifikasi informasi menurut UU KIP.
        "kategori_informasi" disclosure: Option<Disclosure>,
        /// Dasar hukum bila dikecualikan, misalnya Pasal 17 huruf a.
        "dasar_pengecualian" exclusion_ground: Option<String>,
        /// Tingkat: isu, kasus, krisis.
        "eskalasi" escalation: Option<Escalation>,
        /// Tahap prosedur.
        "tahap" stage: Option<Stage>,
        /// Latihan: ya berarti LATIHAN di semua halaman, tidak dihitung, tidak pernah publik.
        "latihan" drill: Option<bool>,
        /// Kapan kejadian mulai.
        "waktu_kejadian" happened_at: Option<Instant>,
        /// Kapan catatan ini dibuka.
        "dibuka" opened_at: Instant,
        /// Kapan laporan pertama terverifikasi: T0 jam panduan.
        "terverifikasi_pada" verified_at: Option<Instant>,
        /// Kapan dinyatakan krisis.
        "naik_krisis_pada" crisis_since: Option<Instant>,
        /// Kapan pembaruan berikutnya dijanjikan.
        "pembaruan_berikutnya" next_update: Option<Instant>,
        /// Sampai kapan isi catatan berlaku.
        "berlaku_sampai" valid_until: Option<Instant>,
        /// Kapan ditutup.
        "ditutup_pada" closed_at: Option<Day>,
        /// Dari mana isu ditemukan.
        "sumber_temuan" origins: Vec<Item<Found>>,
        /// Instansi pengampu.
        "instansi_pengampu" lead: Option<AgencyRef>,
        /// Instansi lain yang terkait.
        "instansi_terkait" agencies: Vec<AgencyRef>,
        /// Jabatan juru bicara.
        "juru_bicara" spokesperson: Option<String>,
        /// Jabatan pengganti juru bicara.
        "pengganti" deputy: Option<String>,
        /// Panduan krisis yang dipakai.
        "playbook" playbook: Option<PlaybookRef>,
        /// Riwayat penilaian risiko.
        "risiko" risks: Vec<Item<Assessment>>,
        /// Tiga pertanyaan tanggung jawab.
        "tanggung_jawab" responsibility: Option<Item<Responsibility>>,
        /// Pengakuan di depan publik.
        "pengakuan" admission: Option<Item<Admission>>,
        /// Fakta.
        "fakta" facts: Vec<Item<Fact>>,
        /// Angka resmi, dinyatakan sekali dan dipakai di mana-mana.
        "angka" numbers: Vec<Item<Number>>,
        /// Kronologi.
        "kronologi" events: Vec<Item<Event>>,
        /// Kontak untuk warga: hotline, posko. Selalu boleh publik.
        "kontak_warga" contacts: Vec<Item<PublicContact>>,
        /// Layanan publik dan keadaannya.
        "layanan" services: Vec<Item<Service>>,
        /// Operasi yang berjalan, misalnya SAR.
        "operasi" operations: Vec<Item<Operation>>,
        /// Status darurat yang ditetapkan.
        "status_darurat" emergency: Option<Item<Emergency>>,
        /// Apakah keluarga korban sudah diberi tahu.
        "keluarga_korban" families: Option<Item<Families>>,
        /// Kebocoran data pribadi: pemberitahuan wajib dalam 3 × 24 jam.
        "kebocoran_data" breach: Option<Item<Breach>>,
        /// Hal yang hanya boleh dijawab instansi tertentu.
        "kewenangan_bicara" refer: Vec<Item<Refer>>,
        /// Pemangku kepentingan.
        "pemangku_kepentingan" stakeholders: Vec<Item<Stakeholder>>,
        /// Pesan kunci per khalayak.
        "pesan_kunci" messages: Vec<Item<MessageMap>>,
        /// Yang tidak boleh dikatakan dan penggantinya.
        "jangan_dikatakan" do_not_say: Vec<Item<DoNotSay>>,
        /// Tanya jawab.
        "tanya_jawab" answers: Vec<Item<Answer>>,
        /// Pernyataan dan naskah.
        "pernyataan" statements: Vec<Item<Statement>>,
        /// Pengumuman serta-merta: delapan unsur.
        "pengumuman" notice: Option<Box<Item<Notice>>>,
        /// Rapat.
        "rapat" meetings: Vec<Item<Meeting>>,
        /// Tindak lanjut.
        "tindak_lanjut" actions: Vec<Item<Action>>,
        /// Keputusan yang diminta dari pimpinan hari ini.
        "keputusan_diminta" asks: Vec<Item<Ask>>,
        /// Rumor.
        "rumor" rumours: Vec<Item<Rumour>>,
        /// Log keputusan.
        "log_keputusan" decisions: Vec<Item<Decision>>,
        /// Permintaan media.
        "permintaan_media" media: Vec<Item<MediaQuestion>>,
        /// Pemantauan media dan percakapan.
        "pemantauan" monitoring: Vec<Item<Monitoring>>,
        /// Foto.
        "foto" photos: Vec<Item<Photo>>,
        /// Evaluasi setelah ditutup.
        "evaluasi" review: Option<Box<Item<Review>>>,
    }
}

record! {
    /// Where an issue was found.
    Found {
        /// Jenis sumber.
        "jenis" kind: Origin,
        /// Nomor tiket LAPOR.
        "tiket" ticket: Option<String>,
        /// Kategori LAPOR; menentukan tenggat 3/5/14/60 hari.
        "kategori" category: Option<Ticket>,
        /// Kapan diterima.
        "diterima" received_at: Option<Instant>,
        /// Kapan tanggapan pertama diberikan; tenggatnya 3 hari kerja.
        "ditanggapi_pada" answered_at: Option<Instant>,
        /// Kapan tiket diselesaikan.
        "selesai_pada" done_at: Option<Instant>,
        /// Keterangan.
        "keterangan" note: Option<String>,
    }
}

record! {
    /// An assessment of risk.
    Assessment {
        /// Kemungkinan memburuk, 1 sampai 5.
        "kemungkinan" likelihood: Scale,
        /// Dampak, 1 sampai 5.
        "dampak" impact: Scale,
        /// Arah.
        "tren" trend: Option<Trend>,
        /// Keyakinan penilai.
        "keyakinan" confidence: Option<Confidence>,
        /// Jabatan penilai.
        "dinilai_oleh" by: Option<String>,
        /// Kapan dinilai.
        "dinilai_pada" at: Instant,
        /// Alasan.
        "alasan" reason: Option<Prose>,
    }
}

record! {
    /// The three questions of responsibility.
    Responsibility {
        /// Jenis kejadian.
        "jenis_kejadian" kind: Option<EventKind>,
        /// Andil pemerintah.
        "andil_pemerintah" share: Option<Share>,
        /// Pernah terjadi sebelumnya.
        "pernah_terjadi" before: Option<bool>,
        /// Strategi yang dipilih.
        "strategi" strategy: Vec<Strategy>,
        /// Alasan bila berbeda dari anjuran.
        "alasan" reason: Option<Prose>,
    }
}

record! {
    /// The admission.
    Admission {
        /// Diakui, tidak ada, atau belum diputuskan.
        "status" status: AdmissionStatus,
        /// Kalimat pengakuan.
        "kalimat" sentence: Option<Prose>,
        /// Jabatan yang menyetujui.
        "disetujui_oleh" approved_by: Option<String>,
        /// Sudah dirilis ke publik.
        "dirilis" released: Option<bool>,
    }
}

record! {
    /// A fact.
    Fact {
        /// Kalimat fakta.
        "kalimat" sentence: Prose,
        /// Status.
        "status" status: Option<FactStatus>,
        /// Lembaga sumber.
        "sumber" source: Option<String>,
        /// Jabatan yang mengonfirmasi.
        "dikonfirmasi_oleh" confirmed_by: Option<String>,
        /// Waktu data.
        "waktu" at: Option<Instant>,
        /// Berlaku sampai.
        "berlaku_sampai" valid_until: Option<Instant>,
        /// Instansi yang mencari tahu.
        "dicari_oleh" sought_by: Option<AgencyRef>,
        /// Kapan jawabannya ditargetkan.
        "target" target: Option<Instant>,
    }
}

record! {
    /// An official number.
    Number {
        /// Nama, misalnya KK terdampak.
        "nama" name: String,
        /// Jenis korban atau kerusakan.
        "jenis" kind: Option<NumberKind>,
        /// Nilai resmi.
        "nilai" value: Decimal,
        /// Satuan.
        "satuan" unit: Option<String>,
        /// Ketepatan.
        "ketepatan" exactness: Option<Exactness>,
        /// Sumber.
        "sumber" source: Option<String>,
        /// Waktu data.
        "waktu" at: Option<Instant>,
        /// Cakupan.
        "cakupan" scope: Option<String>,
        /// Nilai resmi sebelumnya.
        "sebelumnya" previous: Vec<Item<Earlier>>,
        /// Angka lain yang beredar.
        "angka_lain_beredar" rivals: Vec<Item<Earlier>>,
    }
}

record! {
    /// Another value of a number.
    Earlier {
        /// Nilai.
        "nilai" value: Decimal,
        /// Sumber.
        "sumber" source: Option<String>,
        /// Waktu.
        "waktu" at: Option<Instant>,
    }
}

record! {
    /// A step of the chronology.
    Event {
        /// Waktu.
        "waktu" at: Instant,
        /// Pasti atau perkiraan.
        "ketepatan" exactness: Option<TimeExactness>,
        /// Peristiwa.
        "peristiwa" what: Prose,
        /// Sumber.
        "sumber" source: Option<String>,
        /// Tindakan pemerintah daerah.
        "tindakan_pemda" ours: Option<bool>,
    }
}

record! {
    /// A contact for residents.
    PublicContact {
        /// Nama layanan.
        "nama" name: String,
        /// Nomor.
        "nomor" number: Option<String>,
        /// Jam layanan.
        "jam" hours: Option<String>,
        /// Alamat posko atau tempat pengungsian.
        "alamat" address: Option<String>,
    }
}

record! {
    /// A public service.
    Service {
        /// Nama layanan.
        "nama" name: String,
        /// Keadaan.
        "status" status: ServiceStatus,
        /// Sampai kapan.
        "sampai" until: Option<Day>,
        /// Keterangan.
        "keterangan" note: Option<String>,
    }
}

record! {
    /// An operation.
    Operation {
        /// Jenis, misalnya SAR.
        "jenis" kind: Option<String>,
        /// Uraian.
        "uraian" what: Prose,
        /// Instansi.
        "instansi" agency: Option<AgencyRef>,
        /// Status.
        "status" status: Option<OperationStatus>,
        /// Waktu.
        "waktu" at: Option<Instant>,
    }
}

record! {
    /// The legal status of an emergency.
    Emergency {
        /// Status.
        "status" status: EmergencyStatus,
        /// Nomor SK.
        "sk" decree: Option<String>,
        /// Mulai.
        "mulai" from: Option<Day>,
        /// Sampai.
        "sampai" until: Option<Day>,
    }
}

record! {
    /// The families of victims.
    Families {
        /// Sudah diberi tahu atau belum.
        "status" status: FamilyStatus,
        /// Oleh siapa.
        "oleh" by: Option<String>,
        /// Kapan.
        "pada" at: Option<Instant>,
    }
}

record! {
    /// A breach of personal data and its notification (UU 27/2022, article 46).
    Breach {
        /// Kapan kebocoran diketahui: awal hitungan 3 × 24 jam.
        "diketahui_pada" known_at: Option<Instant>,
        /// Data pribadi apa yang terungkap.
        "data" data: Option<Prose>,
        /// Kapan dan bagaimana terungkap.
        "kronologi" how: Option<Prose>,
        /// Upaya penanganan dan pemulihan.
        "upaya" efforts: Option<Prose>,
        /// Kapan pemilik data dan lembaga pelindungan data diberi tahu secara tertulis.
        "diberitahukan_pada" notified_at: Option<Instant>,
    }
}

record! {
    /// A topic on which only one agency speaks.
    Refer {
        /// Topik.
        "topik" topic: String,
        /// Hanya instansi ini.
        "hanya" only: Option<AgencyRef>,
        /// Yang kami katakan.
        "kami_katakan" we_say: Option<Prose>,
    }
}

record! {
    /// A group with a stake.
    Stakeholder {
        /// Kelompok.
        "kelompok" group: String,
        /// Pengaruh, 1 sampai 5.
        "pengaruh" power: Option<Scale>,
        /// Kepentingan, 1 sampai 5.
        "kepentingan" interest: Option<Scale>,
        /// Sikap.
        "sikap" attitude: Option<Attitude>,
        /// Yang dirasakan.
        "yang_dirasakan" feels: Option<Prose>,
        /// Mitigasi.
        "mitigasi" mitigation: Option<Prose>,
        /// Saluran.
        "saluran" channel: Option<String>,
    }
}

record! {
    /// A meeting.
    Meeting {
        /// Waktu.
        "waktu" at: Option<Instant>,
        /// Tempat.
        "tempat" place: Option<String>,
        /// Jabatan pimpinan rapat.
        "pimpinan" chair: Option<String>,
        /// Instansi peserta.
        "peserta" attendees: Vec<AgencyRef>,
        /// Bahasan.
        "bahasan" discussion: Option<Prose>,
        /// Hasil keputusan.
        "hasil_keputusan" decisions: Vec<Prose>,
        /// Jabatan notulis.
        "notulis" minutes_by: Option<String>,
    }
}

record! {
    /// A follow-up.
    Action {
        /// Uraian.
        "uraian" what: Prose,
        /// Instansi.
        "instansi" agency: Option<AgencyRef>,
        /// Jabatan penanggung jawab.
        "penanggung_jawab" officer: Option<String>,
        /// Tenggat.
        "tenggat" due: Option<Day>,
        /// Status; terlambat dihitung.
        "status" status: Option<ActionStatus>,
        /// Asal.
        "asal" origin: Option<ActionOrigin>,
        /// Dijanjikan kepada publik.
        "janji_publik" promise: Option<bool>,
        /// Kapan selesai.
        "selesai_pada" done_at: Option<Day>,
        /// Bukti selesai.
        "bukti" evidence: Option<String>,
    }
}

record! {
    /// A decision asked of the leadership.
    Ask {
        /// Yang harus diputuskan.
        "uraian" what: Prose,
        /// Pilihan.
        "pilihan" options: Vec<String>,
        /// Kepada jabatan.
        "kepada" of: Option<String>,
        /// Tenggat.
        "tenggat" due: Option<Day>,
    }
}

record! {
    /// A rumour.
    Rumour {
        /// Bunyi rumor.
        "teks" claim: Prose,
        /// Kanal.
        "kanal" channel: Option<String>,
        /// Pertama terlihat.
        "pertama_terlihat" seen_at: Option<Instant>,
        /// Jenis klaim.
        "jenis" kind: Option<ClaimKind>,
        /// Status pemeriksaan.
        "status" status: Option<RumourStatus>,
        /// Jawaban.
        "jawaban" answer: Option<Prose>,
        /// Fakta pendukung.
        "dasar" support: Vec<FactRef>,
    }
}

record! {
    /// A decision taken.
    Decision {
        /// Waktu.
        "waktu" at: Option<Instant>,
        /// Keputusan.
        "keputusan" what: Prose,
        /// Pilihan yang ada.
        "pilihan" options: Vec<String>,
        /// Alasan.
        "alasan" reason: Option<Prose>,
        /// Jabatan yang memutuskan.
        "oleh" by: Option<String>,
    }
}

record! {
    /// A question of the media.
    MediaQuestion {
        /// Waktu.
        "waktu" at: Option<Instant>,
        /// Media.
        "media" medium: Option<String>,
        /// Pertanyaan.
        "pertanyaan" question: Prose,
        /// Tenggat media.
        "tenggat" due: Option<Day>,
        /// Jawaban.
        "jawaban" answer: Option<Prose>,
        /// Jabatan yang menjawab.
        "oleh" by: Option<String>,
        /// Status.
        "status" status: Option<MediaStatus>,
    }
}

record! {
    /// Monitoring of media and talk.
    Monitoring {
        /// Periode.
        "periode" period: Option<String>,
        /// Jumlah temuan.
        "jumlah" count: Option<Decimal>,
        /// Besar sampel.
        "sampel" sample: Option<Decimal>,
        /// Positif.
        "positif" positive: Option<Decimal>,
        /// Netral.
        "netral" neutral: Option<Decimal>,
        /// Negatif.
        "negatif" negative: Option<Decimal>,
        /// Topik.
        "topik" topics: Vec<String>,
        /// Hambatan.
        "hambatan" obstacles: Option<Prose>,
        /// Rencana 24 jam.
        "rencana_24_jam" plan: Option<Prose>,
    }
}

record! {
    /// A photo.
    Photo {
        /// Berkas gambar (jpg, png, webp), dihitung dari folder catatan, misalnya lampiran/lokasi.jpg.
        "berkas" file: PictureFile,
        /// Keterangan.
        "keterangan" caption: Option<String>,
        /// Uraian untuk yang tidak melihat.
        "alt" alt: Option<String>,
        /// Instansi pemotret.
        "pemotret" credit: Option<String>,
        /// Izin.
        "izin" consent: Option<String>,
        /// Boleh publik.
        "boleh_publik" public: Option<bool>,
    }
}

record! {
    /// The evaluation.
    Review {
        /// Tujuan.
        "tujuan" aim: Option<Prose>,
        /// Yang berjalan baik.
        "berjalan_baik" well: Vec<Prose>,
        /// Yang perlu diperbaiki.
        "perlu_diperbaiki" mend: Vec<Prose>,
        /// Kekurangan yang diakui.
        "kekurangan_diakui" admitted: Option<Prose>,
        /// Yang menjadi lebih baik karenanya.
        "kesempatan" opportunity: Option<Prose>,
        /// Kapan dievaluasi.
        "dievaluasi_pada" at: Option<Day>,
    }
}
