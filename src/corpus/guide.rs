//! The field guide: every record kind and every field, from the one definition of each.
//!
//! Out: Markdown, which `docs/bidang.md` holds and a test compares.

use super::fields::{FieldDef, Shape};
use super::record;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The whole guide, in Indonesian, because officers read it.
pub fn markdown() -> String {
    let mut out = String::from(
        "# Bidang setiap catatan\n\nHalaman ini dibuat dari definisi yang sama dengan pembaca catatan; jangan disunting langsung.\n\
         Setiap catatan boleh memuat `id`, `klasifikasi`, `alias`, `catatan`; setiap butir daftar boleh memuat `id`, `klasifikasi`, `catatan`.\n",
    );
    let mut told = BTreeSet::new();
    for (name, fields) in record::kinds() {
        writeln!(out, "\n## {name}\n").expect("a string takes all");
        table(&mut out, fields);
        parts(&mut out, fields, &mut told);
    }
    out
}

/// The parts that a kind is made of, each told once.
fn parts(out: &mut String, fields: &[FieldDef], told: &mut BTreeSet<&'static str>) {
    for field in fields {
        let mut shape = (field.shape)();
        while let Shape::List(inner) = shape {
            shape = *inner;
        }
        if let Shape::Keys(name, inner) = shape
            && told.insert(name)
        {
            writeln!(out, "\n### {} ({name})\n", field.key).expect("a string takes all");
            table(out, inner);
            parts(out, inner, told);
        }
    }
}

fn table(out: &mut String, fields: &[FieldDef]) {
    out.push_str("| kunci | isi | wajib | keterangan |\n|---|---|---|---|\n");
    for field in fields {
        let required = if (field.required)() { "ya" } else { "" };
        let doc = field.doc.trim();
        writeln!(out, "| `{}` | {} | {required} | {doc} |", field.key, words(&(field.shape)()))
            .expect("a string takes all");
    }
}

fn words(shape: &Shape) -> String {
    match shape {
        Shape::Line => "satu baris".to_owned(),
        Shape::Prose => "teks (Markdown, di bawah `|`)".to_owned(),
        Shape::Number => "angka (`1.240`, `12,5`)".to_owned(),
        Shape::Whole(low, high) => format!("bilangan {low} sampai {high}"),
        Shape::Moment => "tanggal dan jam".to_owned(),
        Shape::Day => "tanggal, boleh dengan jam".to_owned(),
        Shape::YesNo => "`ya` / `tidak`".to_owned(),
        Shape::Words(all) => all.iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(" "),
        Shape::Reference(what) => format!("rujukan ke {what}"),
        Shape::List(inner) => format!("daftar: {}", words(inner)),
        Shape::Keys(name, _) => format!("kunci-kunci {name}"),
    }
}
