//! The pages, one function each: a page model made of the view, and its frame.

use super::{LONG, MOST, P, Shown, Site, TOP, Task, hex};
use crate::class::Class;
use crate::corpus::view::{self, Route, file_name};
use crate::corpus::vocabulary::Escalation;
use crate::diagnostic::Diagnostic;
use crate::present::Presenter;
use crate::present::charts::counts;
use crate::present::model::*;
use crate::present::moments;
use crate::site::model::*;
use crate::site::prose::Screen;
use crate::site::route;
use crate::time::Instant;

impl<'s> Site<'s> {
    pub(super) fn home(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let view = self.view();
        let open: Vec<&view::Issue<'_>> = view.issues.iter().filter(|i| counts(i)).collect();
        let late = self.sorted_actions(|a| a.late.is_some(), |a| std::cmp::Reverse(a.late));
        let model = Home {
            notices: self.notices(p),
            counts: self.counts(p, &open, late.len()),
            burning: open.iter().take(TOP).map(|i| p.card(i)).collect(),
            register: p.link(p.locale().word("site.home.all_issues"), &Route::Register),
            actions: p.link(
                p.locale().word(if view.public { "site.home.all_promises" } else { "site.home.all_late" }),
                &self.tasks_page(),
            ),
            updates: (!view.public).then(|| p.link(p.locale().word("site.home.all_updates"), &Route::Updates)),
            timeline: self.timeline_link(p),
            late: late.iter().take(TOP).map(|(i, a)| p.action(i, a)).collect(),
            silent: open.iter().filter(|i| i.update_late.is_some()).take(TOP).map(|i| p.card(i)).collect(),
            coming: self.coming(p, &open),
            changed: self.changed(p),
            changes: self.changes_link(p),
            broken: view
                .broken
                .iter()
                .map(|b| Broken { id: b.id.to_owned(), codes: b.codes.join(", "), path: b.path.to_owned() })
                .collect(),
            charts: self.charts(p),
        };
        // Closed issues may have changed, and what is next may be a conference or a rehearsal.
        let mut shown = Shown::of(view.issues.iter().filter(|i| !i.drill))
            .and_actions(late.iter().take(TOP).map(|(_, a)| *a))
            .and_conferences(&view.conferences);
        shown.class = view.playbooks.iter().map(|b| b.class).fold(shown.class, Class::max);
        shown.data_at = open.iter().filter_map(|i| i.data_at).max();
        self.finish(&self.page(p, route, self.title("site.title.home"), shown), model)
    }

    /// What the public reads first: released notices of open issues, with their hotlines.
    fn notices(&self, p: &P<'_>) -> Vec<PublicNotice> {
        self.notices_of(p, self.view().issues.iter())
    }

    pub(super) fn notices_of<'i>(
        &self,
        p: &P<'_>,
        issues: impl Iterator<Item = &'i view::Issue<'s>>,
    ) -> Vec<PublicNotice>
    where
        's: 'i,
    {
        let public = self.view().public;
        let open = issues.filter(|i| public && counts(i));
        open.filter_map(|i| Some((i, i.notice.as_ref()?)))
            .map(|(issue, notice)| PublicNotice {
                issue: p.link(issue.title, &Route::Issue(issue.id.to_owned())),
                notice: p.notice_of(issue, notice),
                contacts: issue.contacts.iter().map(|c| p.contact(c)).collect(),
            })
            .collect()
    }

    fn counts(&self, p: &P<'_>, open: &[&view::Issue<'_>], late: usize) -> Vec<Count> {
        let counted = |key: &str, value: usize, href: Option<String>, alarm: bool| Count {
            label: p.locale().word(key).to_owned(),
            value: p.locale().integer(i64::try_from(value).unwrap_or(i64::MAX)),
            href,
            alarm: alarm && value > 0,
        };
        let count = |key: &str, value: usize, to: Route, alarm: bool| counted(key, value, p.link("", &to).href, alarm);
        // The register, narrowed to what was counted.
        let narrowed = |key: &str, value: usize, by: &str| {
            let href = p.link("", &Route::Register).href.map(|register| format!("{register}?{by}"));
            counted(key, value, href, true)
        };
        let mut counts = vec![count("present.count_open", open.len(), Route::Register, false)];
        if !self.view().public {
            let crises = open.iter().filter(|i| i.escalation == Some(Escalation::Crisis)).count();
            let silent = open.iter().filter(|i| i.update_late.is_some()).count();
            counts.insert(0, narrowed("present.count_crises", crises, "eskalasi=krisis"));
            counts.push(count("present.count_late", late, Route::Actions, true));
            counts.push(count("present.count_silent", silent, Route::Updates, true));
            if !self.view().broken.is_empty() {
                counts.push(count("present.count_broken", self.view().broken.len(), Route::Home, true));
            }
        }
        counts
    }

    /// What is next: updates promised, conferences, deadlines, rehearsals.
    fn coming(&self, p: &P<'_>, open: &[&view::Issue<'_>]) -> Vec<Coming> {
        let view = self.view();
        let mut coming: Vec<(Instant, Link, &str)> = Vec::new();
        for issue in open {
            let link = || p.link(issue.title, &Route::Issue(issue.id.to_owned()));
            let update = issue.next_update.filter(|at| *at >= view.as_of);
            coming.extend(update.map(|at| (at, link(), "present.coming_update")));
            let dues = issue
                .actions
                .iter()
                .filter(|a| a.open())
                .filter_map(|a| a.due)
                .map(|d| d.at)
                .filter(|at| *at >= view.as_of);
            coming.extend(dues.map(|at| (at, link(), "present.coming_deadline")));
        }
        for k in view.conferences.iter().filter(|k| !k.past) {
            let link = p.link(k.title, &Route::Conference(k.stem.to_owned()));
            coming.extend(k.at.map(|at| (at, link, "present.coming_conference")));
        }
        for book in &view.playbooks {
            let due = book.rehearse_next.map(|d| d.at).filter(|at| *at >= view.as_of);
            coming.extend(due.map(|at| {
                (at, p.link(book.title, &Route::Playbook(book.stem.to_owned())), "present.coming_rehearsal")
            }));
        }
        coming.sort_by(|a, b| (a.0, &a.1.text, a.2).cmp(&(b.0, &b.1.text, b.2)));
        coming.dedup_by(|a, b| a.0 == b.0 && a.1.href == b.1.href && a.2 == b.2);
        let say = |(at, link, key): (Instant, Link, &str)| Coming {
            at: self.voice.when(at),
            link,
            kind: p.locale().word(key).to_owned(),
        };
        coming.into_iter().take(TOP).map(say).collect()
    }

    pub(super) fn map(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let shown = Shown::of(self.view().issues.iter().filter(|i| counts(i)));
        self.finish(&self.page(p, route, self.title("site.title.map"), shown), MapPage { charts: self.charts(p) })
    }

    pub(super) fn register(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let view = self.view();
        let cards =
            |wanted: fn(&view::Issue<'_>) -> bool| view.issues.iter().filter(|i| wanted(i)).map(|i| p.row(i)).collect();
        let model = Register {
            open: cards(counts),
            closed: cards(|i| i.closed && !i.drill),
            drills: cards(|i| i.drill),
            risk: view.issues.iter().any(|i| !i.risks.is_empty()),
            filters: self.register_filters(p),
            archive: (!self.closed.is_empty())
                .then(|| p.link(p.locale().word("site.register.archive"), &Route::Archive)),
        };
        let shown = Shown::of(view.issues.iter());
        self.finish(&self.page(p, route, self.title("site.title.register"), shown), model)
    }

    pub(super) fn issue(
        &self,
        p: &P<'_>,
        route: &Route,
        issue: &view::Issue<'_>,
    ) -> Result<Option<String>, Box<Diagnostic>> {
        let mut crumbs: Vec<Link> = issue.regions.iter().take(1).map(|r| p.region_link(r)).collect();
        crumbs.push(self.crumb(p, &Route::Register, "site.title.register"));
        let about = self.voice.conferences_about(issue.id).iter().map(|k| k.mark);
        let shown = Shown {
            class: about.fold(issue.mark, Class::max),
            data_at: issue.data_at,
            expires: issue.valid_until.filter(|_| !issue.closed),
            drill: issue.drill,
            crumbs,
            digest: Some(hex(&self.voice.digest_of(issue))),
            path: Some(issue.path),
        };
        let packs = issue.regions.iter().flat_map(|r| self.packs(p, r)).collect();
        let moments = moments::of_issue(self.voice, issue);
        let timeline = p.issue_timeline(&moments).map(|d| d.svg);
        let told = if timeline.is_some() { moments.iter().map(|m| p.moment(m)).collect() } else { Vec::new() };
        let model = IssuePage {
            issue: p.issue(issue),
            report: p.report(issue),
            packs,
            timeline,
            moments: told,
            trend: p.issue_trend(issue, false).map(|d| d.svg),
        };
        self.finish(&self.page(p, route, issue.title.to_owned(), shown), model)
    }

    /// The packs of a region.
    fn packs(&self, p: &P<'_>, code: &str) -> Vec<Link> {
        if code == self.view().home {
            return Vec::new();
        }
        let name = self.voice.region(code).map_or(code, |r| r.name);
        let packs = self.around.packs.iter().map(|(kind, word)| Link {
            text: format!("{word}, {name}"),
            href: Some(format!("{}{}", p.medium.up, route::pack(code, kind))),
        });
        packs.collect()
    }

    pub(super) fn regions(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let rows = self.view().regions.iter().map(|r| self.region_row(p, r)).collect();
        let shown = Shown::of(self.view().issues.iter().filter(|i| counts(i)));
        self.finish(&self.page(p, route, self.title("site.title.regions"), shown), Regions { rows })
    }

    pub(super) fn region(
        &self,
        p: &P<'_>,
        route: &Route,
        region: &view::Region<'_>,
    ) -> Result<Option<String>, Box<Diagnostic>> {
        let whole = region.code == self.view().home;
        let all = self.issues_of(region.code);
        // The province stands above its regions: it shows the gravest, the register has them all.
        let most = if whole { MOST } else { usize::MAX };
        let cards = |wanted: fn(&view::Issue<'_>) -> bool| {
            all.iter().filter(|i| wanted(i)).take(most).map(|i| p.row(i)).collect()
        };
        let mut tasks: Vec<Task<'_>> = all
            .iter()
            .filter(|i| !i.drill)
            .flat_map(|i| i.actions.iter().filter(|a| a.open()).map(|a| (*i, a)))
            .collect();
        tasks.sort_by_key(|(i, a)| (a.due.map(|d| d.end()), i.id, a.id));
        let mut seen = std::collections::BTreeSet::new();
        let contacts = all.iter().filter(|i| counts(i)).flat_map(|i| &i.contacts);
        let contacts = contacts.filter(|c| seen.insert((c.name, c.number))).take(most).map(|c| p.contact(c)).collect();
        let here = (!whole).then_some(region.code);
        let matrix = p.matrix(all.iter().copied(), false);
        let numbered = matrix.as_ref().map_or(&[][..], |m| m.numbered.as_slice());
        let ranked = numbered.iter().map(|i| p.link(i.title, &Route::Issue(i.id.to_owned()))).collect();
        let cut = all.iter().filter(|i| counts(i)).count() > most;
        let (bands, band_rows) = p.bands_over_time(&all).map_or((None, Vec::new()), |b| (Some(b.svg), b.rows));
        let model = RegionPage {
            all: cut.then(|| p.link(p.locale().word("site.title.register"), &Route::Register)),
            region: p.region(region),
            open: all.iter().filter(|i| counts(i)).take(most).map(|i| p.card(i)).collect(),
            closed: cards(|i| i.closed && !i.drill),
            drills: cards(|i| i.drill),
            actions: tasks.iter().take(most).map(|(i, a)| p.action(i, a)).collect(),
            conferences: self
                .view()
                .conferences
                .iter()
                .filter(|k| k.regions.contains(&region.code))
                .map(|k| p.conference_card(k))
                .collect(),
            contacts,
            map: self.around.geometry.map(|g| p.map(g, |code| self.standing(code), here, false)).unwrap_or_default(),
            map_source: self.around.geometry.map_or_else(String::new, |g| g.attribution().to_owned()),
            ranked,
            method: self.voice.method().to_owned(),
            matrix: matrix.map(|m| m.svg),
            bands,
            band_rows,
            packs: self.packs(p, region.code),
            parcel: self.parcel_link(p, region),
        };
        let here = self.view().conferences.iter().filter(|k| k.regions.contains(&region.code));
        let mut shown = Shown::of(all.iter().copied()).and_actions(tasks.iter().map(|(_, a)| *a)).and_conferences(here);
        shown.drill = false;
        shown.class =
            region.team.iter().map(|t| t.class).chain([shown.class, region.class]).max().unwrap_or(shown.class);
        shown.crumbs = vec![self.crumb(p, &Route::Regions, "site.title.regions")];
        shown.path = Some(region.path);
        self.finish(&self.page(p, route, region.name.to_owned(), shown), model)
    }

    pub(super) fn tasks_of(&self, agency: &str) -> &[Task<'s>] {
        self.actions_of.get(agency).map_or(&[], Vec::as_slice)
    }

    fn agency_words(&self, p: &P<'_>, agency: &view::Agency<'_>) -> Agency {
        let tasks = self.tasks_of(agency.id);
        p.agency(
            agency,
            tasks.iter().filter(|(_, a)| a.open()).count(),
            tasks.iter().filter(|(_, a)| a.late.is_some()).count(),
        )
    }

    pub(super) fn agencies(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let mut groups: Vec<AgencyGroup> = Vec::new();
        let mut last: Option<Option<&str>> = None;
        for agency in &self.view().agencies {
            if last != Some(agency.region) {
                last = Some(agency.region);
                let region = match agency.region {
                    Some(code) if code != self.view().home => p.region_link(code),
                    _ => Link { text: p.locale().word("present.national").to_owned(), href: None },
                };
                groups.push(AgencyGroup { region, agencies: Vec::new() });
            }
            let group = groups.last_mut().expect("a group was just made");
            group.agencies.push(self.agency_words(p, agency));
        }
        let class = self.view().agencies.iter().map(|a| a.class).max();
        let shown = Shown { class: class.unwrap_or(Class::Ordinary), ..Shown::default() };
        self.finish(&self.page(p, route, self.title("site.title.agencies"), shown), Agencies { groups })
    }

    pub(super) fn agency(
        &self,
        p: &P<'_>,
        route: &Route,
        agency: &view::Agency<'_>,
    ) -> Result<Option<String>, Box<Diagnostic>> {
        let issues = self.by_agency.get(agency.id).map_or(&[][..], Vec::as_slice);
        let mut tasks = self.tasks_of(agency.id).to_vec();
        tasks.sort_by_key(|(i, a)| (!a.open(), a.due.map(|d| d.end()), i.id, a.id));
        let model = AgencyPage {
            agency: self.agency_words(p, agency),
            issues: issues.iter().map(|i| p.row(i)).collect(),
            actions: tasks.iter().map(|(i, a)| p.action(i, a)).collect(),
        };
        let mut shown = Shown::of(issues.iter().copied()).and_actions(tasks.iter().map(|(_, a)| *a));
        shown.drill = false;
        shown.class = shown.class.max(agency.class);
        shown.crumbs = vec![self.crumb(p, &Route::Agencies, "site.title.agencies")];
        shown.path = Some(agency.path);
        self.finish(&self.page(p, route, self.voice.agency_name(agency), shown), model)
    }

    pub(super) fn playbooks(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let books = &self.view().playbooks;
        let class = books.iter().map(|b| b.class).max().unwrap_or(Class::Ordinary);
        let model = Playbooks { playbooks: books.iter().map(|b| p.playbook(b)).collect() };
        let shown = Shown { class, ..Shown::default() };
        self.finish(&self.page(p, route, self.title("site.title.playbooks"), shown), model)
    }

    pub(super) fn playbook(
        &self,
        p: &P<'_>,
        route: &Route,
        book: &view::Playbook<'_>,
    ) -> Result<Option<String>, Box<Diagnostic>> {
        let crumbs = vec![self.crumb(p, &Route::Playbooks, "site.title.playbooks")];
        let uses = self.voice.uses_of(book.id).iter().map(|i| i.class);
        let class = uses.chain([book.mark]).max().unwrap_or(book.mark);
        let shown = Shown { class, crumbs, path: Some(book.path), ..Shown::default() };
        self.finish(&self.page(p, route, book.title.to_owned(), shown), PlaybookPage { playbook: p.playbook(book) })
    }

    pub(super) fn conferences(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let all = &self.view().conferences;
        let model = Conferences {
            coming: all.iter().filter(|k| !k.past).map(|k| p.conference_card(k)).collect(),
            past: all.iter().rev().filter(|k| k.past).map(|k| p.conference_card(k)).collect(),
        };
        let class = all.iter().map(|k| k.class).max().unwrap_or(Class::Ordinary);
        let shown = Shown { class, ..Shown::default() };
        self.finish(&self.page(p, route, self.title("site.title.conferences"), shown), model)
    }

    pub(super) fn conference(
        &self,
        p: &P<'_>,
        route: &Route,
        k: &view::Conference<'_>,
    ) -> Result<Option<String>, Box<Diagnostic>> {
        let issues: Vec<_> = k.issues.iter().filter_map(|id| self.voice.issue(id)).collect();
        let mut shown = Shown::of(issues.iter().copied());
        shown.class = shown.class.max(k.mark);
        shown.drill = issues.iter().any(|i| i.drill);
        shown.crumbs = vec![self.crumb(p, &Route::Conferences, "site.title.conferences")];
        shown.path = Some(k.path);
        let packs = k.regions.iter().flat_map(|r| self.packs(p, r)).collect();
        self.finish(
            &self.page(p, route, k.title.to_owned(), shown),
            ConferencePage { conference: p.conference(k), packs },
        )
    }

    /// Follow-ups that count, sorted.
    pub(super) fn sorted_actions<K: Ord>(
        &self,
        wanted: impl Fn(&view::Action<'_>) -> bool,
        key: impl Fn(&view::Action<'_>) -> K,
    ) -> Vec<Task<'s>> {
        let issues = self.view().issues.iter().filter(|i| !i.drill);
        let mut tasks: Vec<Task<'s>> =
            issues.flat_map(|i| i.actions.iter().map(move |a| (i, a))).filter(|(_, a)| wanted(a)).collect();
        tasks.sort_by(|x, y| (key(x.1), x.0.id, x.1.id).cmp(&(key(y.1), y.0.id, y.1.id)));
        tasks
    }

    pub(super) fn actions(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let words = |tasks: &[Task<'_>]| tasks.iter().take(LONG).map(|(i, a)| p.action(i, a)).collect::<Vec<_>>();
        let due = |a: &view::Action<'_>| a.due.map(|d| d.end());
        let open = self.sorted_actions(|a| a.open() && a.late.is_none(), |a| (a.due.is_none(), due(a)));
        let late = self.sorted_actions(|a| a.late.is_some(), |a| std::cmp::Reverse(a.late));
        let by_agency = self.view().agencies.iter().filter_map(|agency| {
            let tasks: Vec<Task<'_>> = self.tasks_of(agency.id).iter().filter(|(_, a)| a.open()).copied().collect();
            let late = tasks.iter().filter(|(_, a)| a.late.is_some()).count();
            (!tasks.is_empty()).then(|| AgencyActions { agency: p.agency_link(agency.id), open: tasks.len(), late })
        });
        let model = Actions {
            cut: late.len().max(open.len()) > LONG,
            late: words(&late),
            open: words(&open),
            done: words(&self.sorted_actions(|a| !a.open(), |a| std::cmp::Reverse(a.done_at.map(|d| d.at)))),
            promises: self.promised().then(|| p.link(p.locale().word("site.action.promises"), &Route::Promises)),
            agencies: by_agency.collect(),
        };
        let issues = self.view().issues.iter().filter(|i| !i.drill && !i.actions.is_empty());
        let shown = Shown::of(issues.clone()).and_actions(issues.flat_map(|i| &i.actions));
        self.finish(&self.page(p, route, self.title("site.title.actions"), shown), model)
    }

    pub(super) fn glossary(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let mut letters: Vec<Letter> = Vec::new();
        for term in &self.view().terms {
            let letter = term.term.chars().next().map_or_else(String::new, |c| c.to_uppercase().collect());
            if letters.last().is_none_or(|l| l.letter != letter) {
                letters.push(Letter { letter, terms: Vec::new() });
            }
            let group = letters.last_mut().expect("a letter was just made");
            let anchor = file_name(&term.term.to_lowercase());
            group.terms.push(Term { term: term.term.to_owned(), anchor, meaning: p.words(term.meaning) });
        }
        self.finish(&self.page(p, route, self.title("site.title.glossary"), Shown::default()), Glossary { letters })
    }

    pub(super) fn free_page(
        &self,
        p: &P<'_>,
        route: &Route,
        page: &view::Page<'_>,
    ) -> Result<Option<String>, Box<Diagnostic>> {
        let p = &Presenter::new(p.voice, Screen { under: 1, ..p.medium });
        let shown = Shown { class: page.mark, path: Some(page.path), ..Shown::default() };
        let model = FreePage { body: page.body.iter().map(|b| p.words(b)).collect() };
        self.finish(&self.page(p, route, page.title.to_owned(), shown), model)
    }

    pub(super) fn moved(
        &self,
        p: &P<'_>,
        route: &Route,
        to: &view::Place<'_>,
    ) -> Result<Option<String>, Box<Diagnostic>> {
        let model = Moved { to: p.link(to.title, &to.route) };
        self.finish(
            &self.page(
                p,
                route,
                self.title("present.redirected"),
                Shown { class: self.view().ceiling, ..Shown::default() },
            ),
            model,
        )
    }
}
