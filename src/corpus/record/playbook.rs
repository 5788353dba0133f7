//! A crisis playbook: when it suggests itself, who does what by which minute. Never public.

use crate::corpus::fields::{Day, Item, Scale, Whole};
use crate::corpus::prose::Prose;
use crate::corpus::record::speech::{Answer, DoNotSay, Notice};
use crate::corpus::vocabulary::*;
use crate::record;

record! {
    /// A playbook; the body is the procedure.
    Playbook {
        /// Judul.
        "judul" title: String,
        /// Kapan panduan ini diusulkan.
        "pemicu" trigger: Option<Trigger>,
        /// Cara mengaktifkan.
        "aktivasi" activation: Option<Prose>,
        /// Peran dan jabatannya.
        "peran" roles: Vec<Item<Role>>,
        /// Langkah, menit sejak T0.
        "langkah" steps: Vec<Item<Step>>,
        /// Naskah pembuka siap isi.
        "templat" templates: Vec<Item<Template>>,
        /// Tanya jawab yang biasa muncul.
        "tanya_jawab" answers: Vec<Item<Answer>>,
        /// Jangan dikatakan.
        "jangan_dikatakan" do_not_say: Vec<Item<DoNotSay>>,
        /// Awal pengumuman serta-merta.
        "pengumuman" notice: Option<Item<Notice>>,
        /// Terakhir dilatih.
        "terakhir_dilatih" rehearsed: Option<Day>,
        /// Dilatih berikutnya.
        "berikut_dilatih" rehearse_next: Option<Day>,
        /// Ditinjau tiap, misalnya 180 hari atau 6 bulan.
        "tinjau_tiap" review_every: Option<String>,
        /// Terakhir ditinjau; bila kosong dihitung dari terakhir dilatih.
        "ditinjau_pada" reviewed: Option<Day>,
    }
}

record! {
    /// When a playbook suggests itself.
    Trigger {
        /// Tema.
        "tema" themes: Vec<Theme>,
        /// Kata dalam judul atau ringkasan.
        "kata" words: Vec<String>,
        /// Risiko paling rendah.
        "minimal" minimum: Option<Minimum>,
    }
}

record! {
    /// The least risk that triggers.
    Minimum {
        /// Kemungkinan.
        "kemungkinan" likelihood: Option<Scale>,
        /// Dampak.
        "dampak" impact: Option<Scale>,
    }
}

record! {
    /// A role.
    Role {
        /// Peran.
        "peran" role: String,
        /// Jabatan.
        "jabatan" office: Option<String>,
        /// Tugas.
        "tugas" task: Option<String>,
    }
}

record! {
    /// A step.
    Step {
        /// Menit sejak T0.
        "menit" minute: Whole<0, 525_600>,
        /// Tugas.
        "tugas" task: Prose,
        /// Peran.
        "peran" role: Option<String>,
        /// Hasil yang tampak di catatan.
        "hasil" result: Option<StepResult>,
    }
}

record! {
    /// A starter text.
    Template {
        /// Jenis naskah.
        "jenis" kind: StatementKind,
        /// Naskah.
        "teks" text: Prose,
    }
}
