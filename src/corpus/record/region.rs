//! A region: one of the ten regencies and cities, or the province.

use crate::corpus::fields::{Day, Item, Whole};
use crate::corpus::prose::Prose;
use crate::corpus::vocabulary::RegionKind;
use crate::locale::number::Decimal;
use crate::record;

record! {
    /// A region. Ordinary by default; its team is restricted by default.
    Region {
        /// Kode Kemendagri, misalnya 64.72.
        "kode" code: String,
        /// Kode BPS; tidak pernah diturunkan dari kode Kemendagri.
        "bps" bps: Option<String>,
        /// Nama lengkap.
        "nama" name: String,
        /// Singkatan tiga huruf.
        "singkat" short: Option<String>,
        /// Sebutan lain.
        "sebutan" aliases: Vec<String>,
        /// Jenis.
        "jenis" kind: Option<RegionKind>,
        /// Ibu kota.
        "ibu_kota" capital: Option<String>,
        /// Jabatan kepala.
        "kepala" head: Option<String>,
        /// Luas dalam kilometer persegi.
        "luas_km2" area: Option<Decimal>,
        /// Penduduk.
        "penduduk" population: Option<Population>,
        /// Sebutan desa dan kelurahan.
        "sebutan_desa" villages: Vec<String>,
        /// Baris dan kolom di peta petak, mulai 1.
        "posisi_peta" tile: Vec<Whole<1, 12>>,
        /// Bawaan pengumuman.
        "pengumuman" notice: Option<NoticeDefaults>,
        /// Tim komunikasi krisis.
        "tim" team: Vec<Item<Member>>,
    }
}

record! {
    /// The population and where the figure comes from.
    Population {
        /// Jiwa.
        "nilai" value: Decimal,
        /// Sumber.
        "sumber" source: Option<String>,
    }
}

record! {
    /// Defaults of a notice.
    NoticeDefaults {
        /// Pihak yang wajib mengumumkan.
        "penanggung_jawab" responsible: Option<Prose>,
        /// Tata cara pengumuman.
        "cara_pengumuman" manner: Option<Prose>,
    }
}

record! {
    /// A member of the team, by office.
    Member {
        /// Peran.
        "peran" role: String,
        /// Jabatan.
        "jabatan" office: Option<String>,
        /// Kontak.
        "kontak" contact: Option<String>,
        /// Kapan terakhir dicek.
        "dicek_pada" checked_at: Option<Day>,
    }
}
