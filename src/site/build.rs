//! Pages: each route of a view, rendered.
//!
//! In: a view and what stands around it. Out: the bytes of one route. Groupings are made once, so that
//! every page costs what it shows and nothing more.

mod archive;
mod changes;
mod data;
mod filters;
mod lost;
mod pages;
mod parcel;
mod parts;
mod promises;
mod timeline;
mod updates;

use super::assets::Assets;
use super::model::*;
use super::prose::Screen;
use super::route;
use super::templates::{PageModel, Templates};
use crate::chart::map::Geometry;
use crate::class::Class;
use crate::corpus::view::{self, Route, View};
use crate::diagnostic::Diagnostic;
use crate::locale::Language;
use crate::present::charts::{Standing, counts};
use crate::present::model::*;
use crate::present::moments::{self, Moment};
use crate::present::{Presenter, Voice};
use crate::time::Instant;
use parts::Leaf;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

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
    /// Where the edition will lie, with a slash at the end.
    pub url: Option<&'a str>,
    /// Where a source can be edited; never in a public edition.
    pub edit_url: Option<&'a str>,
    /// The book wants a page of what changed.
    pub changes: bool,
    /// The same edition of the book at an earlier moment, and the moment; or at the book's beginning.
    pub then: Option<(&'a View<'a>, Option<Instant>)>,
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
    pub(super) voice: &'s Voice<'s>,
    pub(super) around: Around<'s>,
    templates: &'s Templates<'s>,
    assets: &'s Assets,
    by_region: HashMap<&'s str, Vec<&'s view::Issue<'s>>>,
    by_agency: HashMap<&'s str, Vec<&'s view::Issue<'s>>>,
    actions_of: HashMap<&'s str, Vec<Task<'s>>>,
    /// What happened, oldest first, and its static pages.
    moments: Vec<Moment<'s>>,
    months: Vec<Leaf>,
    /// Closed issues, those closed first first, and their static pages.
    closed: Vec<&'s view::Issue<'s>>,
    years: Vec<Leaf>,
    /// What changed, compared when it is first asked for.
    compared: OnceLock<Vec<Change<Html>>>,
    pub(super) digest: String,
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
        let moments = moments::of_view(voice);
        let months = timeline::months(voice, &moments);
        let closed = archive::closed(voice.view);
        let years = archive::years(voice.view, &closed);
        Site {
            voice,
            around,
            templates,
            assets,
            by_region,
            by_agency,
            actions_of,
            moments,
            months,
            closed,
            years,
            compared: OnceLock::new(),
            digest,
        }
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
            Route::Promises,
            Route::Timeline,
            Route::Archive,
            Route::Glossary,
            Route::Search,
            Route::Data,
            Route::NotFound,
        ];
        if self.around.changes {
            routes.push(Route::Changes);
        }
        if !view.public {
            // Of follow-ups the public sees those that were promised, and they have their page.
            routes.extend([Route::Playbooks, Route::Actions, Route::Updates]);
        }
        routes.extend(self.months.iter().map(|leaf| Route::TimelinePart(leaf.name.clone())));
        routes.extend(self.years.iter().map(|leaf| Route::ArchivePart(leaf.name.clone())));
        routes.extend(view.issues.iter().map(|i| Route::Issue(i.id.to_owned())));
        routes.extend(view.regions.iter().map(|r| Route::Region(r.code.to_owned())));
        routes.extend(view.regions.iter().map(|r| Route::Parcel(r.code.to_owned())));
        routes.extend(view.agencies.iter().map(|a| Route::Agency(a.id.to_owned())));
        routes.extend(view.playbooks.iter().map(|p| Route::Playbook(p.stem.to_owned())));
        routes.extend(view.conferences.iter().map(|k| Route::Conference(k.stem.to_owned())));
        routes.extend(view.pages.iter().map(|p| Route::Page(p.stem.to_owned())));
        routes.extend(view.redirects.iter().map(|(alias, _)| Route::Redirect((*alias).to_owned())));
        routes
    }

    /// Renders one route; `None` where this edition has no such page.
    pub fn render(&self, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let p = Presenter::new(
            self.voice,
            Screen { up: route::up(route), under: 2, alone: matches!(route, Route::Parcel(_)) },
        );
        let view = self.view();
        match route {
            Route::Home => self.home(&p, route),
            Route::Map => self.map(&p, route),
            Route::Register => self.register(&p, route),
            Route::Issue(id) => view_of(self.voice.issue(id), |i| self.issue(&p, route, i)),
            Route::Regions => self.regions(&p, route),
            Route::Region(code) => view_of(self.voice.region(code), |r| self.region(&p, route, r)),
            Route::Parcel(code) => view_of(self.voice.region(code), |r| self.parcel(&p, route, r)),
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
            Route::Promises => self.promises(&p, route),
            Route::Timeline => self.timeline(&p, route),
            Route::TimelinePart(name) => {
                view_of(Leaf::named(&self.months, name), |at| self.timeline_part(&p, route, at))
            }
            Route::Archive => self.archive(&p, route),
            Route::ArchivePart(name) => view_of(Leaf::named(&self.years, name), |at| self.archive_part(&p, route, at)),
            Route::Updates => self.updates(&p, route),
            Route::NotFound => self.not_found(&p, route),
            Route::Glossary => self.glossary(&p, route),
            Route::Changes => self.changes(&p, route),
            Route::Search => self.search(&p, route),
            Route::Data => self.data(&p, route),
            Route::Page(stem) => view_of(view.pages.iter().find(|x| x.stem == stem), |x| self.free_page(&p, route, x)),
            Route::Redirect(alias) => view_of(view.places.get(alias.as_str()), |to| self.moved(&p, route, to)),
        }
    }

    // ---- what every page knows ----------------------------------------------------------------------

    fn page(&self, p: &P<'_>, route: &Route, title: String, shown: Shown<'_>) -> Page {
        let locale = p.locale();
        let up = p.medium.up;
        // The titles of free pages stand at the foot of every page.
        let named = self.view().pages.iter().map(|p| p.class).max().unwrap_or(Class::Ordinary);
        let class = Class::ALL
            .into_iter()
            .filter(|c| *c <= self.view().ceiling)
            .filter(|c| *c <= shown.class.max(named))
            .max()
            .unwrap_or(Class::Ordinary);
        let changed = self.around.changed.and_then(|c| c.get(shown.path?));
        Page {
            title,
            lang: locale.language.code(),
            records: (locale.language != Language::Id).then(|| Language::Id.code()),
            book: self.around.book.to_owned(),
            organisation: self.around.organisation.to_owned(),
            edition: self.view().edition.to_uppercase(),
            class: p.word(class),
            public: self.view().public,
            drill: shown.drill,
            data_at: shown.data_at.map(|t| self.voice.when(t)),
            expires: shown.expires.map(|t| self.voice.when(t).iso),
            crumbs: shown.crumbs,
            search: (*route != Route::Search).then(|| format!("{up}{}", route::path(&Route::Search))),
            nav: self.nav(p, route),
            more: self.more(p, route),
            feeds: self.feeds(p, route),
            outlets: self.outlets(p, route),
            styles: self.assets.styles.iter().map(|a| format!("{up}{}", a.path)).collect(),
            without_scripts: self.assets.without_scripts.iter().map(|a| format!("{up}{}", a.path)).collect(),
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
            (self.tasks_page(), if self.view().public { "site.nav.promises" } else { "site.nav.actions" }),
            (Route::Playbooks, "site.nav.playbooks"),
            (Route::Conferences, "site.nav.conferences"),
            (Route::Regions, "site.nav.regions"),
            (Route::Agencies, "site.nav.agencies"),
        ];
        let seen = parts.into_iter().filter(|(r, _)| *r != Route::Playbooks || !self.view().public);
        seen.map(|(target, key)| NavItem {
            link: p.link(p.locale().word(key), &target),
            current: part_of(route) == target || *route == target,
        })
        .collect()
    }

    /// Where follow-ups stand: the public sees only those that were promised.
    fn tasks_page(&self) -> Route {
        if self.view().public { Route::Promises } else { Route::Actions }
    }

    fn more(&self, p: &P<'_>, route: &Route) -> Vec<NavItem> {
        let word = |target: Route, key: &str| (target, p.locale().word(key).to_owned());
        let mut all = vec![word(Route::Timeline, "site.nav.timeline")];
        if !self.view().public {
            all.push(word(Route::Updates, "site.nav.updates"));
            all.push(word(Route::Promises, "site.nav.promises"));
        }
        all.push(word(Route::Archive, "site.nav.archive"));
        if self.around.changes {
            all.push(word(Route::Changes, "site.title.changes"));
        }
        all.extend(self.view().pages.iter().map(|page| (Route::Page(page.stem.to_owned()), page.title.to_owned())));
        all.push(word(Route::Glossary, "site.nav.glossary"));
        all.push(word(Route::Data, "data.nav"));
        all.push(word(Route::Search, "site.title.search"));
        let here = part_of(route);
        all.into_iter()
            .map(|(target, title)| NavItem {
                current: *route == target || here == target,
                link: p.link(title, &target),
            })
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
            open_text: self.voice.open_issues(standing.open),
            lead: lead.map(|i| p.link(i.title, &Route::Issue(i.id.to_owned()))),
            data_at: issues.iter().filter_map(|i| i.data_at).max().map(|t| self.voice.when(t)),
            silent: standing.silent,
            tile: region.tile,
        }
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
        Route::Promises => Route::Actions,
        Route::TimelinePart(_) => Route::Timeline,
        Route::ArchivePart(_) => Route::Archive,
        other => other.clone(),
    }
}

/// Ten hex of a digest.
pub(super) fn hex(digest: &[u8; 32]) -> String {
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
            shown.class = shown.class.max(issue.mark);
            shown.data_at = shown.data_at.max(issue.data_at);
        }
        shown
    }

    /// … and press conferences, which stand there with title and place.
    fn and_conferences<'k, 'v: 'k>(mut self, conferences: impl IntoIterator<Item = &'k view::Conference<'v>>) -> Self {
        self.class = conferences.into_iter().map(|k| k.mark).fold(self.class, Class::max);
        self
    }

    /// … and follow-ups.
    fn and_actions<'i, 'v: 'i>(mut self, actions: impl Iterator<Item = &'i view::Action<'v>>) -> Self {
        self.class = actions.map(|a| a.class).chain([self.class]).max().unwrap_or(self.class);
        self
    }
}
