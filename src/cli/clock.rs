//! The only clock: as-of from the command line, else `SOURCE_DATE_EPOCH`, else now.
#![expect(clippy::disallowed_methods, reason = "the only clock, and the only look at its variable")]

use crate::failure::Failure;
use crate::locale::Locale;
use crate::time::{Instant, Zone};
use std::time::{SystemTime, UNIX_EPOCH};

/// The edition's moment.
pub(super) fn as_of(argument: Option<&str>, zone: Zone, locale: &Locale) -> Result<Instant, Failure> {
    let bad = |text: &str| Failure::Usage(locale.say("cli.bad_as_of", &[("text", text.to_owned())]));
    if let Some(text) = argument {
        return Instant::parse(text, zone, true).map_err(|_| bad(text));
    }
    let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => text.trim().parse().map_err(|_| bad(&text))?,
        Err(_) => {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
        }
    };
    Instant::from_unix(seconds).map(|t| zone.show(t)).ok_or_else(|| bad(&seconds.to_string()))
}
