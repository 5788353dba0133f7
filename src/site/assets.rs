//! Style sheets, scripts and the icon, named by their content so that a browser never keeps an old one.

use crate::theme::Theme;
use sha2::{Digest, Sha256};

/// A file of the theme as it is published.
#[derive(Debug)]
pub struct Asset {
    /// Path inside the edition.
    pub path: String,
    /// Content.
    pub text: String,
}

/// All assets of a theme.
#[derive(Debug)]
pub struct Assets {
    /// Style sheets, in order.
    pub styles: Vec<Asset>,
    /// Scripts, in order.
    pub scripts: Vec<Asset>,
    /// The icon.
    pub icon: Asset,
}

impl Assets {
    /// Collects and names them.
    pub fn of(theme: &Theme) -> Assets {
        let list = |folder: &str, names: &[String]| {
            names.iter().filter_map(|n| Some(asset(n, &theme.file(&format!("{folder}/{n}"))?.text))).collect()
        };
        let icon = theme.file("asset/ikon.svg").map_or("", |s| s.text.as_str());
        Assets {
            styles: list("style", theme.styles()),
            scripts: list("script", theme.scripts()),
            icon: asset("ikon.svg", icon),
        }
    }

    /// Each of them.
    pub fn all(&self) -> impl Iterator<Item = &Asset> {
        self.styles.iter().chain(&self.scripts).chain([&self.icon])
    }
}

fn asset(name: &str, text: &str) -> Asset {
    let hash: String = Sha256::digest(text.as_bytes()).iter().take(5).map(|b| format!("{b:02x}")).collect();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "txt"));
    Asset { path: format!("aset/{stem}.{hash}.{ending}"), text: text.to_owned() }
}
