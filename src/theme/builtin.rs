//! The built-in theme, embedded: every file of `themes/default`, which a test compares with the folder.

macro_rules! embed {
    ($($path:literal,)+) => {
        /// Path inside the theme, and text.
        pub(super) const FILES: &[(&str, &str)] =
            &[$(($path, include_str!(concat!("../../themes/default/", $path))),)+];
    };
}

embed! {
    "asset/ikon.svg",
    "locale/en/data.toml",
    "locale/en/diagnostics.toml",
    "locale/en/labels.toml",
    "locale/en/pack.toml",
    "locale/en/site.toml",
    "locale/en/words.toml",
    "locale/id/data.toml",
    "locale/id/diagnostics.toml",
    "locale/id/labels.toml",
    "locale/id/pack.toml",
    "locale/id/site.toml",
    "locale/id/words.toml",
    "pack/briefing.typ",
    "pack/lib.typ",
    "pack/prose.typ",
    "script/cari.js",
    "script/salin.js",
    "script/saring.js",
    "script/umur.js",
    "site/404.html",
    "site/alih.html",
    "site/arsip.html",
    "site/base.html",
    "site/beranda.html",
    "site/berkas.html",
    "site/cari.html",
    "site/daftar-instansi.html",
    "site/daftar-isu.html",
    "site/daftar-konpers.html",
    "site/daftar-playbook.html",
    "site/daftar-wilayah.html",
    "site/data.html",
    "site/glosarium.html",
    "site/halaman.html",
    "site/instansi.html",
    "site/isu.html",
    "site/janji.html",
    "site/konpers.html",
    "site/linimasa.html",
    "site/parts/actions.html",
    "site/parts/beats.html",
    "site/parts/cards.html",
    "site/parts/changes.html",
    "site/parts/charts.html",
    "site/parts/copy.html",
    "site/parts/data.html",
    "site/parts/facts.html",
    "site/parts/filters.html",
    "site/parts/frame.html",
    "site/parts/rules.html",
    "site/parts/speech.html",
    "site/parts/time.html",
    "site/parts/words.html",
    "site/pemutakhiran.html",
    "site/perubahan.html",
    "site/peta.html",
    "site/playbook.html",
    "site/tindak-lanjut.html",
    "site/wilayah.html",
    "style/base.css",
    "style/berkas.css",
    "style/find.css",
    "style/page.css",
    "style/print.css",
    "style/time.css",
    "style/tanpa-skrip.css",
    "style/tokens.css",
    "theme.toml",
}

#[cfg(test)]
mod tests {
    use super::FILES;
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn no_file_of_the_theme_is_forgotten() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
        let there: BTreeSet<String> = walkdir::WalkDir::new(&root)
            .into_iter()
            .map(|e| e.expect("the theme can be read"))
            .filter(|e| e.file_type().is_file())
            .map(|e| e.path().strip_prefix(&root).expect("below").to_string_lossy().into_owned())
            .collect();
        let embedded: BTreeSet<String> = FILES.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(embedded, there);
    }
}
