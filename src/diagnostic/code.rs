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
    /// A picture that is not there.
    E0414,
    /// A picture outside the book.
    E0415,
    /// A file that is no picture, or one that cannot be read.
    E0416,
    /// A picture that is too large.
    E0417,
    /// A picture that nobody described.
    W0418,
    /// A picture where none can be shown.
    W0419,
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
    /// A fact has a source, a time and a status wherever it appears.
    E0801,
    /// The key messages for one audience have 27 words in all: 27 words, 9 seconds, 3 messages (Covello).
    W0801,
    /// A text that is approved, released or public rests on confirmed facts that are still valid.
    E0802,
    /// An answer has thirty words at most.
    W0802,
    /// One indicator has one official value.
    E0803,
    /// An open issue is within its validity.
    W0803,
    /// A notice has its eight items (Perki 1/2021).
    W0804,
    /// No personal data in a text that a public edition would show.
    E0805,
    /// No speculation, no "no comment", no comfort without ground, no hour that only its writer knows.
    W0805,
    /// A strategy that differs from the advice of crisis theory has a reason (SCCT, Coombs 2007).
    W0806,
    /// A follow-up is done by its deadline.
    W0807,
    /// A crisis has one spokesperson and a holding statement that is approved (SE Mendagri 480/3503/SJ; the first hour).
    E0808,
    /// A case or crisis says when the next update comes.
    W0808,
    /// Nothing is "dirapatkan" without minutes that say what was decided.
    E0809,
    /// In a crisis the answers cover the five groups of questions.
    W0809,
    /// Every action has an agency, an office and a deadline.
    E0810,
    /// Reporters will ask what became of the last promise.
    W0810,
    /// Information is excluded on a ground of the law (UU 14/2008, article 17).
    W0811,
    /// An hour is said with its zone: media in Jakarta quote WIB.
    W0812,
    /// Personal data stand in no text without need.
    W0813,
    /// A playbook is rehearsed at least once a year.
    W0814,
    /// An official number has a source and a time.
    E0815,
    /// A number typed by hand does not contradict the declared one.
    E0816,
    /// A value that only circulates never leaves the internal editions.
    E0817,
    /// A declared number is cited and not typed again.
    W0818,
    /// An older value is not quoted any more.
    W0819,
    /// A confirmed fact names the office that confirmed it.
    W0820,
    /// In a case or crisis somebody looks into what is not confirmed, and until when.
    W0821,
    /// The answer on an unconfirmed fact came by its target.
    W0822,
    /// What has happened lies in the past.
    W0823,
    /// A score never stands alone: who assessed, how surely, which way it moves.
    W0824,
    /// More than 36 words are no key messages any more.
    E0825,
    /// Denying and giving way at once weakens both.
    W0826,
    /// An agency does not blame or attack.
    W0827,
    /// A case or crisis has three key messages for each audience.
    W0828,
    /// A key message and a ready answer rest on a confirmed fact.
    W0829,
    /// A holding statement fits a minute, an opening three.
    W0830,
    /// A number is said with the time of its data.
    W0831,
    /// No text says what the issue itself forbids.
    W0832,
    /// Each stage has what it stands on.
    W0833,
    /// Closing needs an evaluation that says what was admitted and what became better.
    E0834,
    /// A closed issue has no follow-up that is still open.
    W0835,
    /// More is asked for as the escalation rises, and nothing before.
    W0836,
    /// Stages follow each other; what was closed is opened by analysing it anew.
    W0837,
    /// Before the podium it is decided what is admitted.
    W0838,
    /// A crisis follows a playbook.
    W0839,
    /// The playbook's clock runs from T0.
    W0840,
    /// A LAPOR ticket is answered and settled within its term (Perpres 76/2013, PermenPANRB 62/2018).
    W0841,
    /// A breach of personal data is notified in writing within 3 × 24 hours (UU 27/2022, article 46).
    W0842,
    /// A confirmed fact of an open issue is within its validity.
    W0843,
    /// A promised update comes.
    W0844,
    /// A playbook is reviewed at its interval.
    W0845,
    /// A contact was checked within half a year.
    W0846,
    /// What is called approved or released was approved by somebody.
    E0847,
    /// A text stays as it was approved.
    W0848,
    /// What an approved text leans on is as it was when it was approved.
    W0849,
    /// An approval carries the fingerprint of what was approved.
    W0850,
    /// Information that must be announced at once is not closed (UU 14/2008, article 10; Perki 1/2021).
    W0851,
    /// No death toll and no name of a victim before the families know.
    E0852,
    /// On some topics one agency alone speaks.
    W0853,
    /// A question left open at the podium becomes a follow-up.
    W0854,
    /// A rumour is called false when it was checked, and then it is answered.
    W0855,
    /// A question of the media is answered before its deadline.
    W0856,
    /// Shares of sentiment stand with the size of their sample.
    W0857,
    /// A public photo has a consent and a description.
    W0858,
    /// Offices, not persons.
    W0859,
    /// An issue lies in the folder of a region that it is about.
    W0860,
    /// What is said in a drill says that it is one.
    W0861,
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
