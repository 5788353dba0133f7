//! Every code. A code is never reused; its message, help and explanation stand under its name in
//! `themes/default/locale/<language>/diagnostics.toml`, from which `explain` and
//! `docs/diagnostics.md` are made.

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// To be known; the build goes on and ends well.
    Warning,
    /// Something was left out or marked; exit code 1.
    Error,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident,)+) => {
        /// The kind of a problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])+ $name,)+ }

        impl Code {
            /// All codes, in order.
            pub const ALL: &[Code] = &[$(Code::$name,)+];

            /// "E0301".
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => stringify!($name),)+ }
            }
        }
    };
}

codes! {
    /// `book.toml` is missing.
    E0101,
    /// `book.toml` cannot be read as TOML, or has a key or value that is not known.
    E0102,
    /// A value in `book.toml` cannot be used.
    E0103,
    /// Two editions have one name.
    E0104,
    /// A file is not UTF-8.
    E0201,
    /// Front matter is missing or not closed.
    E0202,
    /// YAML cannot be read.
    E0203,
    /// A key without a space after its colon.
    E0204,
    /// A tab where YAML wants spaces.
    E0205,
    /// Curly quotation marks where straight ones belong.
    E0206,
    /// A non-breaking space in a key or in the indentation.
    E0207,
    /// A colon in an unquoted text.
    E0208,
    /// A text that starts with a sign which YAML keeps for itself.
    E0209,
    /// A text cut off at ` #`.
    E0210,
    /// A stray key in `{ }`, made by a comma.
    E0211,
    /// An anchor, alias or tag.
    E0212,
    /// A key that stands twice.
    E0213,
    /// A file that belongs to no record.
    W0214,
    /// A list that is given in more than one place.
    E0215,
    /// A merge of Git that is not finished.
    E0216,
    /// A key that is not known.
    E0301,
    /// A field that must be there.
    E0302,
    /// A value of another shape: a list where a text belongs.
    E0303,
    /// A word that is not in the vocabulary.
    E0304,
    /// Not a number as an Indonesian types it.
    E0305,
    /// A number that can be read in two ways.
    E0306,
    /// A number outside its range.
    E0307,
    /// Not a time.
    E0308,
    /// A time that only its writer understands.
    E0309,
    /// A date where the hour is needed too.
    E0310,
    /// Neither yes nor no.
    E0311,
    /// Class SR.
    E0312,
    /// Not a region code of the Ministry of Home Affairs.
    E0313,
    /// Not an id.
    E0314,
    /// An empty value.
    E0315,
    /// An item that is stated less strict than its record.
    E0316,
    /// Too many items.
    E0317,
    /// Two records with one id.
    E0401,
    /// Two items with one id.
    E0402,
    /// A record that does not exist.
    E0403,
    /// An agency that does not exist.
    E0404,
    /// A region that does not exist.
    E0405,
    /// An item that does not exist.
    E0406,
    /// An agency acronym that means more than one.
    E0407,
    /// A block that is unknown, nested or not closed.
    E0410,
    /// A substitution that is not known.
    E0411,
    /// A playbook that does not exist.
    E0412,
    /// A number without the value or time that a text wants to print.
    E0413,
    /// A text cites something stricter than itself.
    E0501,
    /// Excluded information in a record that may be public.
    W0502,
    /// The theme cannot be read.
    E0601,
    /// A template fails.
    E0602,
    /// A style, script or asset that is named but missing.
    E0603,
    /// A pack cannot be laid out.
    E0701,
    /// A character for which the pack has no glyph.
    W0702,
    /// The geometry of the map cannot be read.
    E0703,
    /// A region of the book has no geometry.
    W0704,
    /// Typst warns of something in a pack's theme.
    W0705,
}

impl Code {
    /// E… is an error, W… a warning.
    pub fn severity(self) -> Severity {
        if self.as_str().starts_with('W') { Severity::Warning } else { Severity::Error }
    }

    /// Finds a code by its name, in either case.
    pub fn named(name: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|c| c.as_str().eq_ignore_ascii_case(name))
    }
}
