//! Routes to paths, and paths relative to one another.
//!
//! Every link is relative and ends in a file name, so that the site works from `file://` and below any
//! path.

use crate::corpus::view::{Route, file_name};

/// The path of a route inside an edition's folder.
pub fn path(route: &Route) -> String {
    match route {
        Route::Home => "index.html".to_owned(),
        Route::Map => "peta.html".to_owned(),
        Route::Register => "isu/index.html".to_owned(),
        Route::Issue(id) => format!("isu/{}.html", file_name(id)),
        Route::Regions => "wilayah/index.html".to_owned(),
        Route::Region(code) => format!("wilayah/{}.html", file_name(code)),
        Route::Parcel(code) => format!("berkas/{}.html", file_name(code)),
        Route::Agencies => "instansi/index.html".to_owned(),
        Route::Agency(id) => format!("instansi/{}.html", file_name(id)),
        Route::Playbooks => "playbook/index.html".to_owned(),
        Route::Playbook(id) => format!("playbook/{}.html", file_name(id)),
        Route::Conferences => "konpers/index.html".to_owned(),
        Route::Conference(id) => format!("konpers/{}.html", file_name(id)),
        Route::Actions => "tindak-lanjut.html".to_owned(),
        Route::Promises => "janji.html".to_owned(),
        Route::Timeline => "linimasa.html".to_owned(),
        Route::TimelinePart(name) => format!("linimasa/{}.html", file_name(name)),
        Route::Archive => "arsip.html".to_owned(),
        Route::ArchivePart(name) => format!("arsip/{}.html", file_name(name)),
        Route::Updates => "pemutakhiran.html".to_owned(),
        Route::NotFound => "404.html".to_owned(),
        Route::Glossary => "glosarium.html".to_owned(),
        Route::Changes => "perubahan.html".to_owned(),
        Route::Search => "cari.html".to_owned(),
        Route::Data => "data.html".to_owned(),
        Route::Page(id) => format!("halaman/{}.html", file_name(id)),
        Route::Redirect(alias) => format!("alih/{}.html", file_name(alias)),
    }
}

/// The path of a pack inside an edition's folder.
pub fn pack(region: &str, kind: &str) -> String {
    format!("paket/{}/{kind}.pdf", file_name(region))
}

/// What leads from a page up to the edition's folder.
pub fn up(route: &Route) -> &'static str {
    if path(route).contains('/') { "../" } else { "" }
}
