//! Pages: each route of a view, rendered.
//!
//! In: a view and what stands around it. Out: the bytes of one route. Groupings are made once, so that
//! every page costs what it shows and nothing more.

use super::assets::Assets;
use super::model::*;
use super::prose::Screen;
use super::route;
use super::templates::{PageModel, Templates};
use crate::chart::map::Geometry;
use crate::class::Class;
use crate::corpus::view::{self, Route, View};
use crate::corpus::vocabulary::Escalation;
use crate::diagnostic::Diagnostic;
use crate::present::charts::{Standing, counts};
use crate::present::model::*;
use crate::present::{Presenter, Voice};
use crate::time::Instant;
use std::collections::{BTreeMap, HashMap};

/// What a site is made of besides its view.
pub struct Around<'a> {
    /// Title of the book.
    pub book: &'a str,
    /// The office.
    pub organisation: &'a str,
    /// Geometry of the map.
    pub geometry: Option<&'a Geometry>,
    /// Commit of the book; only with provenance.
    pub commit: Option<&'a str>,
    /// Last change by file; only with provenance.
    pub changed: Option<&'a BTreeMap<String, i64>>,
    /// Where a source can be edited; never in a public edition.
    pub edit_url: Option<&'a str>,
    /// Kinds of packs that each region's folder holds, and their words.
    pub packs: &'a [(&'static str, String)],
}

/// Highest number of entries in a list of the dashboard.
const TOP: usize = 8;

/// Highest number of follow-ups in a list of the overview; each stands on its issue's and its agency's page.
const LONG: usize = 500;

/// Highest number of entries in a list of the province's page.
const MOST: usize = 50;

/// The site of one edition.
pub struct Site<'s> {
    voice: &'s Voice<'s>,
    around: Around<'s>,
    templates: &'s Templates<'s>,
    assets: &'s Assets,
    by_region: HashMap<&'s str, Vec<&'s view::Issue<'s>>>,
    by_agency: HashMap<&'s str, Vec<&'s view::Issue<'s>>>,
    actions_of: HashMap<&'s str, Vec<Task<'s>>>,
    digest: String,
}

type Task<'s> = (&'s view::Issue<'s>, &'s view::Action<'s>);
type P<'s> = Presenter<'s, Screen>;

impl<'s> Site<'s> {
    /// Groups a view once.
    pub fn new(
        voice: &'s Voice<'s>,
        around: Around<'s>,
        templates: &'s Templates<'s>,
        assets: &'s Assets,
        digest: String,
    ) -> Site<'s> {
        let mut by_region: HashMap<_, Vec<_>> = HashMap::new();
        let mut by_agency: HashMap<_, Vec<_>> = HashMap::new();
        let mut actions_of: HashMap<_, Vec<_>> = HashMap::new();
        for issue in &voice.view.issues {
            issue.regions.iter().for_each(|r| by_region.entry(*r).or_default().push(issue));
            let mut agencies: Vec<&str> = issue.lead.iter().chain(&issue.agencies).copied().collect();
            agencies.sort_unstable();
            agencies.dedup();
            agencies.into_iter().for_each(|a| by_agency.entry(a).or_default().push(issue));
            for action in issue.actions.iter().filter(|_| !issue.drill) {
                action.agency.iter().for_each(|a| actions_of.entry(*a).or_default().push((issue, action)));
            }
        }
        Site { voice, around, templates, assets, by_region, by_agency, actions_of, digest }
    }

    fn view(&self) -> &'s View<'s> {
        self.voice.view
    }

    /// Every route of the site.
    pub fn routes(&self) -> Vec<Route> {
        let view = self.view();
        let mut routes = vec![
            Route::Home,
            Route::Map,
            Route::Register,
            Route::Regions,
            Route::Agencies,
            Route::Conferences,
            Route::Actions,
            Route::Glossary,
        ];
        if !view.public {
            routes.push(Route::Playbooks);
        }
        routes.extend(view.issues.iter().map(|i| Route::Issue(i.id.to_owned())));
        routes.extend(view.regions.iter().map(|r| Route::Region(r.code.to_owned())));
        routes.extend(view.agencies.iter().map(|a| Route::Agency(a.id.to_owned())));
        routes.extend(view.playbooks.iter().map(|p| Route::Playbook(p.stem.to_owned())));
        routes.extend(view.conferences.iter().map(|k| Route::Conference(k.stem.to_owned())));
        routes.extend(view.pages.iter().map(|p| Route::Page(p.stem.to_owned())));
        routes.extend(view.redirects.iter().map(|(alias, _)| Route::Redirect((*alias).to_owned())));
        routes
    }

    /// Renders one route; `None` where this edition has no such page.
    pub fn render(&self, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let p = Presenter::new(self.voice, Screen { up: route::up(route), under: 2 });
        let view = self.view();
        match route {
            Route::Home => self.home(&p, route),
            Route::Map => self.map(&p, route),
            Route::Register => self.register(&p, route),
            Route::Issue(id) => view_of(self.voice.issue(id), |i| self.issue(&p, route, i)),
            Route::Regions => self.regions(&p, route),
            Route::Region(code) => view_of(self.voice.region(code), |r| self.region(&p, route, r)),
            Route::Agencies => self.agencies(&p, route),
            Route::Agency(id) => view_of(self.voice.agency(id), |a| self.agency(&p, route, a)),
            Route::Playbooks => self.playbooks(&p, route),
            Route::Playbook(stem) => {
                view_of(view.playbooks.iter().find(|x| x.stem == stem), |x| self.playbook(&p, route, x))
            }
            Route::Conferences => self.conferences(&p, route),
            Route::Conference(stem) => {
                view_of(view.conferences.iter().find(|x| x.stem == stem), |x| self.conference(&p, route, x))
            }
            Route::Actions => self.actions(&p, route),
            Route::Glossary => self.glossary(&p, route),
            Route::Page(stem) => view_of(view.pages.iter().find(|x| x.stem == stem), |x| self.free_page(&p, route, x)),
            Route::Redirect(alias) => {
                view_of(view.redirects.iter().find(|(a, _)| a == alias), |(_, to)| self.moved(&p, route, to))
            }
        }
    }

    // ---- what every page knows ----------------------------------------------------------------------

    fn page(&self, p: &P<'_>, route: &Route, title: String, shown: Shown<'_>) -> Page {
        let locale = p.locale();
        let up = p.medium.up;
        let class = Class::ALL
            .into_iter()
            .filter(|c| *c <= self.view().ceiling)
            .filter(|c| *c <= shown.class)
            .max()
            .unwrap_or(Class::Ordinary);
        let changed = self.around.changed.and_then(|c| c.get(shown.path?));
        Page {
            title,
            lang: locale.language.code(),
            book: self.around.book.to_owned(),
            organisation: self.around.organisation.to_owned(),
            edition: self.view().edition.to_uppercase(),
            class: p.word(class),
            public: self.view().public,
            drill: shown.drill,
            data_at: shown.data_at.map(|t| self.voice.when(t)),
            expires: shown.expires.map(|t| self.voice.when(t).iso),
            crumbs: shown.crumbs,
            nav: self.nav(p, route),
            more: self.more(p, route),
            styles: self.assets.styles.iter().map(|a| format!("{up}{}", a.path)).collect(),
            scripts: self.assets.scripts.iter().map(|a| format!("{up}{}", a.path)).collect(),
            icon: format!("{up}{}", self.assets.icon.path),
            digest: shown.digest.unwrap_or_else(|| self.digest.clone()),
            commit: self.around.commit.map(str::to_owned),
            changed_at: changed.and_then(|s| Instant::from_unix(*s)).map(|t| self.voice.when(t)),
            edit: self.around.edit_url.and_then(|url| Some(url.replace("{path}", shown.path?))),
        }
    }

    fn nav(&self, p: &P<'_>, route: &Route) -> Vec<NavItem> {
        let parts = [
            (Route::Home, "site.nav.home"),
            (Route::Map, "site.nav.map"),
            (Route::Register, "site.nav.register"),
            (Route::Actions, "site.nav.actions"),
            (Route::Playbooks, "site.nav.playbooks"),
            (Route::Conferences, "site.nav.conferences"),
            (Route::Regions, "site.nav.regions"),
            (Route::Agencies, "site.nav.agencies"),
        ];
        let seen = parts.into_iter().filter(|(r, _)| *r != Route::Playbooks || !self.view().public);
        seen.map(|(target, key)| NavItem {
            link: p.link(p.locale().word(key), &target),
            current: part_of(route) == target,
        })
        .collect()
    }

    fn more(&self, p: &P<'_>, route: &Route) -> Vec<NavItem> {
        let glossary = (Route::Glossary, p.locale().word("site.nav.glossary").to_owned());
        let pages = self.view().pages.iter().map(|page| (Route::Page(page.stem.to_owned()), page.title.to_owned()));
        pages
            .chain([glossary])
            .map(|(target, title)| NavItem { current: *route == target, link: p.link(title, &target) })
            .collect()
    }

    fn finish<M: PageModel>(&self, page: &Page, model: M) -> Result<Option<String>, Box<Diagnostic>> {
        self.templates.render(page, model).map(Some)
    }

    fn crumb(&self, p: &P<'_>, route: &Route, key: &str) -> Link {
        p.link(p.locale().word(key), route)
    }

    fn title(&self, key: &str) -> String {
        self.voice.locale.word(key).to_owned()
    }

    /// Standing of a region; the province stands for all.
    fn standing(&self, code: &str) -> Standing {
        if code == self.view().home {
            return Standing::of(self.view().issues.iter());
        }
        Standing::of(self.by_region.get(code).into_iter().flatten().copied())
    }

    fn charts(&self, p: &P<'_>) -> Charts {
        let view = self.view();
        let standings: HashMap<&str, Standing> = view.regions.iter().map(|r| (r.code, self.standing(r.code))).collect();
        let standing = |code: &str| standings.get(code).copied().unwrap_or_default();
        let map = self.around.geometry.map(|g| p.map(g, standing, None, false));
        let matrix = p.matrix(view.issues.iter(), false);
        let ranked = matrix.as_ref().map_or(&[][..], |m| m.numbered.as_slice());
        Charts {
            map: map.unwrap_or_default(),
            map_source: self.around.geometry.map_or_else(String::new, |g| g.attribution().to_owned()),
            regions: view.regions.iter().map(|r| self.region_row(p, r)).collect(),
            method: self.voice.method().to_owned(),
            ranked: ranked.iter().map(|i| p.card(i)).collect(),
            matrix: matrix.map(|m| m.svg),
        }
    }

    fn region_row(&self, p: &P<'_>, region: &view::Region<'_>) -> RegionRow {
        let standing = self.standing(region.code);
        let whole = region.code == self.view().home;
        let own = self.by_region.get(region.code).into_iter().flatten().copied();
        let issues: Vec<&view::Issue<'_>> = if whole { self.view().issues.iter().collect() } else { own.collect() };
        let lead = issues.iter().find(|i| counts(i));
        RegionRow {
            region: p.region_link(region.code),
            short: region.short.to_owned(),
            open: standing.open,
            crises: standing.crises,
            level: standing.level,
            level_text: if standing.level == 0 {
                self.voice.open_issues(standing.open)
            } else {
                p.level_text(standing.level)
            },
            lead: lead.map(|i| p.link(i.title, &Route::Issue(i.id.to_owned()))),
            data_at: issues.iter().filter_map(|i| i.data_at).max().map(|t| self.voice.when(t)),
            silent: standing.silent,
            tile: region.tile,
        }
    }

    // ---- the pages ----------------------------------------------------------------------------------

    fn home(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let view = self.view();
        let open: Vec<&view::Issue<'_>> = view.issues.iter().filter(|i| counts(i)).collect();
        let late = self.sorted_actions(|a| a.late.is_some(), |a| std::cmp::Reverse(a.late));
        let model = Home {
            notices: self.notices(p),
            counts: self.counts(p, &open, late.len()),
            burning: open.iter().take(TOP).map(|i| p.card(i)).collect(),
            late: late.iter().take(TOP).map(|(i, a)| p.action(i, a)).collect(),
            silent: open.iter().filter(|i| i.update_late.is_some()).take(TOP).map(|i| p.card(i)).collect(),
            coming: self.coming(p, &open),
            broken: view
                .broken
                .iter()
                .map(|b| Broken { id: b.id.to_owned(), codes: b.codes.join(", "), path: b.path.to_owned() })
                .collect(),
            charts: self.charts(p),
        };
        let shown = Shown::of(open.iter().copied()).and_actions(late.iter().take(TOP).map(|(_, a)| *a));
        self.finish(&self.page(p, route, self.title("site.title.home"), shown), model)
    }

    /// What the public reads first: released notices of open issues, with their hotlines.
    fn notices(&self, p: &P<'_>) -> Vec<PublicNotice> {
        if !self.view().public {
            return Vec::new();
        }
        let open = self.view().issues.iter().filter(|i| counts(i));
        open.filter_map(|i| Some((i, i.notice.as_ref()?)))
            .map(|(issue, notice)| PublicNotice {
                issue: p.link(issue.title, &Route::Issue(issue.id.to_owned())),
                notice: p.notice(notice),
                contacts: issue.contacts.iter().map(|c| p.contact(c)).collect(),
            })
            .collect()
    }

    fn counts(&self, p: &P<'_>, open: &[&view::Issue<'_>], late: usize) -> Vec<Count> {
        let count = |key: &str, value: usize, to: Route, alarm: bool| Count {
            label: p.locale().word(key).to_owned(),
            value: p.locale().integer(i64::try_from(value).unwrap_or(i64::MAX)),
            href: p.link("", &to).href,
            alarm: alarm && value > 0,
        };
        let mut counts = vec![count("present.count_open", open.len(), Route::Register, false)];
        if !self.view().public {
            let crises = open.iter().filter(|i| i.escalation == Some(Escalation::Crisis)).count();
            let silent = open.iter().filter(|i| i.update_late.is_some()).count();
            counts.insert(0, count("present.count_crises", crises, Route::Register, true));
            counts.push(count("present.count_late", late, Route::Actions, true));
            counts.push(count("present.count_silent", silent, Route::Register, true));
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

    fn map(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let shown = Shown::of(self.view().issues.iter().filter(|i| counts(i)));
        self.finish(&self.page(p, route, self.title("site.title.map"), shown), MapPage { charts: self.charts(p) })
    }

    fn register(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let view = self.view();
        let cards =
            |wanted: fn(&view::Issue<'_>) -> bool| view.issues.iter().filter(|i| wanted(i)).map(|i| p.row(i)).collect();
        let model = Register {
            open: cards(counts),
            closed: cards(|i| i.closed && !i.drill),
            drills: cards(|i| i.drill),
            risk: view.issues.iter().any(|i| !i.risks.is_empty()),
        };
        let shown = Shown::of(view.issues.iter());
        self.finish(&self.page(p, route, self.title("site.title.register"), shown), model)
    }

    fn issue(&self, p: &P<'_>, route: &Route, issue: &view::Issue<'_>) -> Result<Option<String>, Box<Diagnostic>> {
        let mut crumbs: Vec<Link> = issue.regions.iter().take(1).map(|r| p.region_link(r)).collect();
        crumbs.push(self.crumb(p, &Route::Register, "site.title.register"));
        let shown = Shown {
            class: issue.mark,
            data_at: issue.data_at,
            expires: issue.valid_until.filter(|_| !issue.closed),
            drill: issue.drill,
            crumbs,
            digest: Some(hex(&issue.digest)),
            path: Some(issue.path),
        };
        let packs = issue.regions.iter().flat_map(|r| self.packs(p, r)).collect();
        self.finish(&self.page(p, route, issue.title.to_owned(), shown), IssuePage { issue: p.issue(issue), packs })
    }

    /// The packs of a region.
    fn packs(&self, p: &P<'_>, code: &str) -> Vec<Link> {
        if code == self.view().home {
            return Vec::new();
        }
        let name = self.voice.region(code).map_or(code, |r| r.name);
        let packs = self.around.packs.iter().map(|(kind, word)| Link {
            text: format!("{word}, {name}"),
            href: Some(format!("{}paket/{code}/{kind}.pdf", p.medium.up)),
        });
        packs.collect()
    }

    fn regions(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let rows = self.view().regions.iter().map(|r| self.region_row(p, r)).collect();
        let shown = Shown::of(self.view().issues.iter().filter(|i| counts(i)));
        self.finish(&self.page(p, route, self.title("site.title.regions"), shown), Regions { rows })
    }

    fn region(&self, p: &P<'_>, route: &Route, region: &view::Region<'_>) -> Result<Option<String>, Box<Diagnostic>> {
        let whole = region.code == self.view().home;
        let all: Vec<&view::Issue<'_>> = match whole {
            true => self.view().issues.iter().collect(),
            false => self.by_region.get(region.code).cloned().unwrap_or_default(),
        };
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
            packs: self.packs(p, region.code),
        };
        let mut shown = Shown::of(all.iter().copied()).and_actions(tasks.iter().map(|(_, a)| *a));
        shown.drill = false;
        shown.class =
            region.team.iter().map(|t| t.class).chain([shown.class, region.class]).max().unwrap_or(shown.class);
        shown.crumbs = vec![self.crumb(p, &Route::Regions, "site.title.regions")];
        shown.path = Some(region.path);
        self.finish(&self.page(p, route, region.name.to_owned(), shown), model)
    }

    fn tasks_of(&self, agency: &str) -> &[Task<'s>] {
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

    fn agencies(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
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

    fn agency(&self, p: &P<'_>, route: &Route, agency: &view::Agency<'_>) -> Result<Option<String>, Box<Diagnostic>> {
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

    fn playbooks(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let books = &self.view().playbooks;
        let class = books.iter().map(|b| b.class).max().unwrap_or(Class::Ordinary);
        let model = Playbooks { playbooks: books.iter().map(|b| p.playbook(b)).collect() };
        let shown = Shown { class, ..Shown::default() };
        self.finish(&self.page(p, route, self.title("site.title.playbooks"), shown), model)
    }

    fn playbook(&self, p: &P<'_>, route: &Route, book: &view::Playbook<'_>) -> Result<Option<String>, Box<Diagnostic>> {
        let crumbs = vec![self.crumb(p, &Route::Playbooks, "site.title.playbooks")];
        let shown = Shown { class: book.mark, crumbs, path: Some(book.path), ..Shown::default() };
        self.finish(&self.page(p, route, book.title.to_owned(), shown), PlaybookPage { playbook: p.playbook(book) })
    }

    fn conferences(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let all = &self.view().conferences;
        let model = Conferences {
            coming: all.iter().filter(|k| !k.past).map(|k| p.conference_card(k)).collect(),
            past: all.iter().rev().filter(|k| k.past).map(|k| p.conference_card(k)).collect(),
        };
        let class = all.iter().map(|k| k.class).max().unwrap_or(Class::Ordinary);
        let shown = Shown { class, ..Shown::default() };
        self.finish(&self.page(p, route, self.title("site.title.conferences"), shown), model)
    }

    fn conference(
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
    fn sorted_actions<K: Ord>(
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

    fn actions(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
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
            promises: words(&self.sorted_actions(|a| a.promise, |a| (!a.open(), due(a)))),
            agencies: by_agency.collect(),
        };
        let issues = self.view().issues.iter().filter(|i| !i.drill && !i.actions.is_empty());
        let shown = Shown::of(issues.clone()).and_actions(issues.flat_map(|i| &i.actions));
        self.finish(&self.page(p, route, self.title("site.title.actions"), shown), model)
    }

    fn glossary(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let mut letters: Vec<Letter> = Vec::new();
        for term in &self.view().terms {
            let letter = term.term.chars().next().map_or_else(String::new, |c| c.to_uppercase().collect());
            if letters.last().is_none_or(|l| l.letter != letter) {
                letters.push(Letter { letter, terms: Vec::new() });
            }
            let group = letters.last_mut().expect("a letter was just made");
            let anchor = route::file_name(&term.term.to_lowercase());
            group.terms.push(Term { term: term.term.to_owned(), anchor, meaning: p.words(term.meaning) });
        }
        self.finish(&self.page(p, route, self.title("site.title.glossary"), Shown::default()), Glossary { letters })
    }

    fn free_page(&self, p: &P<'_>, route: &Route, page: &view::Page<'_>) -> Result<Option<String>, Box<Diagnostic>> {
        let p = &Presenter::new(p.voice, Screen { under: 1, ..p.medium });
        let shown = Shown { class: page.mark, path: Some(page.path), ..Shown::default() };
        let model = FreePage { body: page.body.iter().map(|b| p.words(b)).collect() };
        self.finish(&self.page(p, route, page.title.to_owned(), shown), model)
    }

    fn moved(&self, p: &P<'_>, route: &Route, to: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let place = self.view().places.values().find(|place| place.route == *to);
        let model = Moved { to: p.link(place.map_or("", |x| x.title), to) };
        self.finish(&self.page(p, route, self.title("present.redirected"), Shown::default()), model)
    }
}

fn view_of<T>(
    found: Option<T>,
    render: impl FnOnce(T) -> Result<Option<String>, Box<Diagnostic>>,
) -> Result<Option<String>, Box<Diagnostic>> {
    found.map_or(Ok(None), render)
}

/// The part of the menu that a page stands in.
fn part_of(route: &Route) -> Route {
    match route {
        Route::Issue(_) => Route::Register,
        Route::Region(_) => Route::Regions,
        Route::Agency(_) => Route::Agencies,
        Route::Playbook(_) => Route::Playbooks,
        Route::Conference(_) => Route::Conferences,
        other => other.clone(),
    }
}

/// Ten hex of a digest.
fn hex(digest: &[u8; 32]) -> String {
    digest.iter().take(5).map(|b| format!("{b:02x}")).collect()
}

/// What a page shows, as far as its frame tells.
struct Shown<'a> {
    class: Class,
    data_at: Option<Instant>,
    expires: Option<Instant>,
    drill: bool,
    crumbs: Vec<Link>,
    digest: Option<String>,
    path: Option<&'a str>,
}

impl Default for Shown<'_> {
    fn default() -> Self {
        Shown {
            class: Class::Ordinary,
            data_at: None,
            expires: None,
            drill: false,
            crumbs: Vec::new(),
            digest: None,
            path: None,
        }
    }
}

impl Shown<'_> {
    /// A page that lists issues.
    fn of<'i, 'v: 'i>(issues: impl Iterator<Item = &'i view::Issue<'v>>) -> Self {
        let mut shown = Shown::default();
        for issue in issues {
            shown.class = shown.class.max(issue.class);
            shown.data_at = shown.data_at.max(issue.data_at);
        }
        shown
    }

    /// … and follow-ups.
    fn and_actions<'i, 'v: 'i>(mut self, actions: impl Iterator<Item = &'i view::Action<'v>>) -> Self {
        self.class = actions.map(|a| a.class).chain([self.class]).max().unwrap_or(self.class);
        self
    }
}
