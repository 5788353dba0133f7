//! Style sheets, scripts and the icon, named by their content so that a browser never keeps an old one; and those that
//! are put into a file that is sent alone, under a policy that lets these very bytes run and nothing else.

use crate::theme::Theme;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
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
    /// Style sheets for browsers that run no scripts.
    pub without_scripts: Vec<Asset>,
    /// Scripts, in order.
    pub scripts: Vec<Asset>,
    /// The icon.
    pub icon: Asset,
    /// What a file that is sent alone has in it.
    pub inlined: Inlined,
}

/// Styles and scripts as they stand in a page, and the policy for them.
#[derive(Debug)]
pub struct Inlined {
    /// Text of the `style` element.
    pub style: String,
    /// Text of the `script` element.
    pub script: String,
    /// The Content-Security-Policy.
    pub policy: String,
}

impl Inlined {
    fn of(theme: &Theme) -> Inlined {
        let all = |folder: &str, names: &[String]| {
            let texts = names.iter().filter_map(|n| theme.file(&format!("{folder}/{n}")));
            texts.map(|s| inside_a_tag(&s.text)).collect::<Vec<_>>().join("\n")
        };
        let style = all("style", theme.parcel_styles());
        let script = all("script", theme.parcel_scripts());
        let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
        let policy = format!(
            "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'",
            hash(&style),
            hash(&script)
        );
        Inlined { style, script, policy }
    }
}

/// A browser hashes what it reads: line ends become one sign, and nothing in the text may end the element. In strings and
/// comments, the only places where `</` can stand, `<\/` says the same.
fn inside_a_tag(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace("</", "<\\/").replace("<!--", "<\\!--")
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
            without_scripts: list("style", theme.without_scripts()),
            scripts: list("script", theme.scripts()),
            icon: asset("ikon.svg", icon),
            inlined: Inlined::of(theme),
        }
    }

    /// Each of them.
    pub fn all(&self) -> impl Iterator<Item = &Asset> {
        self.styles.iter().chain(&self.without_scripts).chain(&self.scripts).chain([&self.icon])
    }
}

fn asset(name: &str, text: &str) -> Asset {
    let hash: String = Sha256::digest(text.as_bytes()).iter().take(5).map(|b| format!("{b:02x}")).collect();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "txt"));
    Asset { path: format!("aset/{stem}.{hash}.{ending}"), text: text.to_owned() }
}
