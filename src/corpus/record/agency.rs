//! An agency: local, central, state company or authority.

use crate::corpus::fields::{Day, Item, RegionRef};
use crate::corpus::vocabulary::AgencyKind;
use crate::record;

record! {
    /// An agency. Ordinary by default; its contacts are restricted by default.
    Agency {
        /// Nama lengkap.
        "nama" name: String,
        /// Singkatan.
        "singkatan" acronym: Option<String>,
        /// Kabupaten/kota; 64 untuk provinsi dan pusat.
        "wilayah" region: Option<RegionRef>,
        /// Jenis.
        "jenis" kind: Option<AgencyKind>,
        /// Jabatan kepala.
        "jabatan_kepala" head: Option<String>,
        /// Kontak.
        "kontak" contacts: Vec<Item<Contact>>,
    }
}

record! {
    /// A contact of an agency.
    Contact {
        /// Nama bagian.
        "nama" name: String,
        /// Nomor.
        "nomor" number: Option<String>,
        /// Kapan terakhir dicek.
        "dicek_pada" checked_at: Option<Day>,
    }
}
