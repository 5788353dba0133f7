//! A region in one file, to be sent by messenger: what its head or an officer needs without a network.

use super::{P, Shown, Site, Task};
use crate::corpus::view::{self, Route, file_name};
use crate::diagnostic::Diagnostic;
use crate::present::charts::counts;
use crate::present::model::*;
use crate::site::model::{Html, Parcel, ParcelLink};
use std::collections::BTreeSet;

/// Most follow-ups, other issues and contacts; what is sent must stay small.
const ROOM: usize = 30;

impl<'s> Site<'s> {
    /// Where the file of a region lies, and a name by which it is found again among a phone's downloads.
    pub(super) fn parcel_link(&self, p: &P<'_>, region: &view::Region<'_>) -> ParcelLink {
        let route = Route::Parcel(region.code.to_owned());
        let name = file_name(&format!("{} {}.html", region.name, self.view().edition));
        ParcelLink { link: p.link(p.locale().word("site.parcel.file"), &route), name }
    }

    pub(super) fn parcel(
        &self,
        p: &P<'_>,
        route: &Route,
        region: &view::Region<'_>,
    ) -> Result<Option<String>, Box<Diagnostic>> {
        let all = self.issues_of(region.code);
        let open: Vec<&view::Issue<'_>> = all.iter().copied().filter(|i| counts(i)).collect();
        let drills: Vec<&view::Issue<'_>> = all.iter().copied().filter(|i| i.drill && !i.closed).take(ROOM).collect();
        let lead = open.first().copied();
        let tasks = tasks(&open);
        let here = self.view().conferences.iter().filter(|k| !k.past && k.regions.contains(&region.code));
        let mut shown = Shown::of(open.iter().chain(&drills).copied())
            .and_actions(tasks.iter().map(|(_, a)| *a))
            .and_conferences(here);
        shown.class =
            region.team.iter().map(|t| t.class).chain([shown.class, region.class]).max().unwrap_or(shown.class);
        // A region where nothing is open is dated by the last that was told of it.
        shown.data_at = shown.data_at.or(all.iter().filter_map(|i| i.data_at).max());
        shown.expires = lead.and_then(|i| i.valid_until);
        let model = self.parcel_model(p, region, &open, &drills, &tasks);
        let title = region.name.to_owned();
        self.finish(&self.page(p, route, title, shown), model)
    }

    fn parcel_model(
        &self,
        p: &P<'_>,
        region: &view::Region<'_>,
        open: &[&view::Issue<'s>],
        drills: &[&view::Issue<'s>],
        tasks: &[Task<'_>],
    ) -> Parcel {
        let inlined = &self.assets.inlined;
        let lead = open.first().copied();
        let mut words = lead.map(|i| p.issue(i));
        let may = |s: &Statement<Html>| matches!(s.verdict.key, "boleh" | "dirilis") && s.text.is_some();
        let all = words.as_mut().map(|w| std::mem::take(&mut w.statements)).unwrap_or_default();
        let (texts, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(may);
        words.iter_mut().for_each(|w| w.statements.extend(rest.iter().cloned()));
        let more = |key: &str, n: usize| (n > ROOM).then(|| p.locale().count(key, n - ROOM));
        let mut seen = BTreeSet::new();
        let contacts = open.iter().flat_map(|i| &i.contacts).filter(|c| seen.insert((c.name, c.number)));
        let here = |k: &&view::Conference<'_>| !k.past && k.regions.contains(&region.code);
        Parcel {
            style: inlined.style.clone(),
            script: inlined.script.clone(),
            policy: inlined.policy.clone(),
            region: p.region(region),
            texts,
            report: lead.and_then(|i| p.report(i)),
            lead: words,
            notices: self.notices_of(p, open.iter().copied()),
            contacts: contacts.take(ROOM).map(|c| p.contact(c)).collect(),
            actions: tasks.iter().take(ROOM).map(|(i, a)| p.action(i, a)).collect(),
            more_actions: more("parcel.more_actions", tasks.len()),
            conferences: self.view().conferences.iter().filter(here).map(|k| p.conference_card(k)).collect(),
            others: open.iter().skip(1).take(ROOM).map(|i| p.row(i)).collect(),
            more_issues: more("parcel.more_issues", open.len().saturating_sub(1)),
            drills: drills.iter().map(|i| p.row(i)).collect(),
        }
    }

    /// Issues of a region; all of them for the province.
    pub(super) fn issues_of(&self, code: &str) -> Vec<&'s view::Issue<'s>> {
        if code == self.view().home {
            return self.view().issues.iter().collect();
        }
        self.by_region.get(code).cloned().unwrap_or_default()
    }
}

/// Open follow-ups by deadline, those without one last.
fn tasks<'i, 'v>(open: &[&'i view::Issue<'v>]) -> Vec<(&'i view::Issue<'v>, &'i view::Action<'v>)> {
    let mut tasks: Vec<_> = open.iter().flat_map(|i| i.actions.iter().filter(|a| a.open()).map(|a| (*i, a))).collect();
    tasks.sort_by_key(|(i, a)| (a.due.is_none(), a.due.map(|d| d.end()), i.id, a.id));
    tasks
}
