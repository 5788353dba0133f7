//! Situational crisis communication theory (Coombs 2007), from three plain questions: what kind of event, what share the
//! government has in it, whether it has happened before.
//!
//! In: the answers. Out: the cluster and the strategies that the theory advises. May not decide anything: the office
//! chooses, and gives a reason where it chooses otherwise.

use super::vocabulary::{Cluster, EventKind, Share, Strategy};

/// What the theory says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighed {
    /// How strongly the public holds the government responsible.
    pub cluster: Cluster,
    /// Strategies advised; the first two are the base of every response.
    pub advice: Vec<Strategy>,
    family: Option<Family>,
    may_deny: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Deny,
    Diminish,
    Rebuild,
}

fn family(strategy: Strategy) -> Option<Family> {
    match strategy {
        Strategy::Denial | Strategy::Scapegoat | Strategy::Attack => Some(Family::Deny),
        Strategy::Excuse | Strategy::Justification => Some(Family::Diminish),
        Strategy::Apology | Strategy::Compensation => Some(Family::Rebuild),
        // What everybody is told first, and what only supports.
        Strategy::Instructing | Strategy::Adjusting | Strategy::Reminder | Strategy::Sympathy => None,
    }
}

/// Weighs the answers; `None` while neither kind nor share is answered.
pub fn weigh(kind: Option<EventKind>, share: Option<Share>, before: Option<bool>) -> Option<Weighed> {
    let by_kind = kind.map(of_kind);
    let by_share = share.map(|s| match s {
        Share::None => Cluster::Victim,
        Share::Unintended => Cluster::Accident,
        Share::Present => Cluster::Preventable,
    });
    let cluster = by_kind.max(by_share)?;
    let may_deny = matches!(kind, Some(EventKind::Rumour | EventKind::Challenge)) && cluster < Cluster::Preventable;
    let family = match (cluster, before == Some(true)) {
        (Cluster::Victim, false) => None,
        (Cluster::Victim, true) | (Cluster::Accident, false) => Some(Family::Diminish),
        (Cluster::Accident, true) | (Cluster::Preventable, _) => Some(Family::Rebuild),
    };
    let mut advice = vec![Strategy::Instructing, Strategy::Adjusting];
    match family {
        None if may_deny => advice.push(Strategy::Denial),
        None | Some(Family::Deny) => {}
        Some(Family::Diminish) => advice.extend([Strategy::Excuse, Strategy::Justification]),
        Some(Family::Rebuild) => advice.extend([Strategy::Apology, Strategy::Compensation]),
    }
    Some(Weighed { cluster, advice, family, may_deny })
}

fn of_kind(kind: EventKind) -> Cluster {
    match kind {
        EventKind::NaturalDisaster | EventKind::Rumour | EventKind::Violence | EventKind::Tampering => Cluster::Victim,
        EventKind::Challenge | EventKind::TechnicalError | EventKind::TechnicalHarm => Cluster::Accident,
        EventKind::HumanError
        | EventKind::HumanHarm
        | EventKind::MisdeedNoInjury
        | EventKind::Misconduct
        | EventKind::MisdeedWithInjury
        | EventKind::Misdeed => Cluster::Preventable,
    }
}

impl Weighed {
    /// Does a choice agree with the advice? Each strategy of a family does what the family does; denying what is not true
    /// fits rumours and challenges.
    pub fn fits(&self, chosen: &[Strategy]) -> bool {
        let families: Vec<Family> = chosen.iter().filter_map(|s| family(*s)).collect();
        let good = |f: &Family| Some(*f) == self.family || (*f == Family::Deny && self.may_deny);
        families.iter().all(good) && (self.family.is_none() || self.may_deny || !families.is_empty())
    }
}

/// Denying together with giving way.
pub fn mixes(chosen: &[Strategy]) -> bool {
    let has = |wanted: fn(Family) -> bool| chosen.iter().filter_map(|s| family(*s)).any(wanted);
    has(|f| f == Family::Deny) && has(|f| f != Family::Deny)
}

/// Strategies that do not become a government agency.
pub fn unfit(strategy: Strategy) -> bool {
    matches!(strategy, Strategy::Scapegoat | Strategy::Attack)
}

/// "penjelasan, permintaan_maaf"
pub(crate) fn keys(strategies: &[Strategy]) -> String {
    strategies.iter().map(|s| s.key()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_decision_table_is_that_of_the_theory() {
        let of = |kind, share, before| weigh(Some(kind), Some(share), Some(before)).expect("answered");
        let flood = of(EventKind::NaturalDisaster, Share::None, false);
        assert_eq!((flood.cluster, flood.advice.len()), (Cluster::Victim, 2));
        let again = of(EventKind::NaturalDisaster, Share::None, true);
        assert!(again.advice.contains(&Strategy::Excuse) && again.fits(&[Strategy::Justification]));
        let outage = of(EventKind::TechnicalError, Share::None, true);
        assert!(outage.advice.contains(&Strategy::Apology) && !outage.fits(&[Strategy::Excuse]));
        let neglect = of(EventKind::NaturalDisaster, Share::Present, false);
        assert_eq!(neglect.cluster, Cluster::Preventable);
        let rumour = of(EventKind::Rumour, Share::None, false);
        assert!(rumour.fits(&[Strategy::Denial]) && !flood.fits(&[Strategy::Denial]));
    }

    #[test]
    fn denying_and_giving_way_do_not_mix() {
        assert!(mixes(&[Strategy::Denial, Strategy::Apology]) && !mixes(&[Strategy::Excuse, Strategy::Apology]));
    }
}
