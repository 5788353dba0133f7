//! The page of data and subscriptions, and what of it other pages point to.

use super::{P, Shown, Site};
use crate::class::Class;
use crate::corpus::view::Route;
use crate::corpus::vocabulary::Theme;
use crate::diagnostic::Diagnostic;
use crate::present::model::Link;
use crate::site::model::{DataPage, Download};
use crate::site::outlet::{Outlet, Scope, Table};

impl Site<'_> {
    /// The address of a feed or export as it is seen from a page.
    fn outlet(&self, p: &P<'_>, text: String, outlet: &Outlet) -> Link {
        Link { text, href: Some(format!("{}{}", p.medium.up, outlet.path())) }
    }

    /// What of a region is subscribed to; the book's own region stands for everything.
    fn scope_of(&self, code: &str) -> Scope {
        if code == self.view().home { Scope::All } else { Scope::Region(code.to_owned()) }
    }

    /// Feeds for the head of a page.
    pub(super) fn feeds(&self, p: &P<'_>, route: &Route) -> Vec<Link> {
        let word = |key: &str| p.locale().word(key).to_owned();
        let everything = || self.outlet(p, word("data.feed.all"), &Outlet::Feed(Scope::All));
        match route {
            Route::Home | Route::Register | Route::Regions | Route::Data => vec![everything()],
            Route::Region(code) if code == self.view().home => vec![everything()],
            Route::Region(code) => {
                vec![self.outlet(p, p.region_link(code).text, &Outlet::Feed(self.scope_of(code)))]
            }
            _ => Vec::new(),
        }
    }

    /// What of a page can be subscribed to or downloaded, and the page that explains it.
    pub(super) fn outlets(&self, p: &P<'_>, route: &Route) -> Vec<Link> {
        let files: Vec<(&str, Outlet)> = match route {
            Route::Register => {
                vec![("data.get.table", Outlet::Table(Table::Issues)), ("data.get.feed", Outlet::Feed(Scope::All))]
            }
            Route::Actions => vec![
                ("data.get.calendar", Outlet::Calendar(Scope::All)),
                ("data.get.table", Outlet::Table(Table::Actions)),
            ],
            Route::Conferences => vec![("data.get.calendar", Outlet::Calendar(Scope::All))],
            Route::Agency(id) => vec![("data.get.calendar", Outlet::Calendar(Scope::Agency(id.clone())))],
            Route::Region(code) => vec![
                ("data.get.calendar", Outlet::Calendar(self.scope_of(code))),
                ("data.get.feed", Outlet::Feed(self.scope_of(code))),
            ],
            _ => return Vec::new(),
        };
        let mut links: Vec<Link> =
            files.iter().map(|(key, file)| self.outlet(p, p.locale().word(key).to_owned(), file)).collect();
        links.push(p.link(p.locale().word("data.get.help"), &Route::Data));
        links
    }

    /// The page of data and subscriptions.
    pub(super) fn data(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let view = self.view();
        let word = |key: &str| p.locale().word(key).to_owned();
        let regions = || view.regions.iter().filter(|r| r.code != view.home);
        let of_regions = |all: &str, file: fn(Scope) -> Outlet| {
            let whole = self.outlet(p, word(all), &file(Scope::All));
            let each = regions().map(|r| self.outlet(p, r.name.to_owned(), &file(self.scope_of(r.code))));
            [whole].into_iter().chain(each).collect()
        };
        let theme = |t: &Theme| self.outlet(p, p.word(*t).text, &Outlet::Feed(Scope::Theme(*t)));
        let agency = |id: &str| self.outlet(p, p.agency_link(id).text, &Outlet::Calendar(Scope::Agency(id.to_owned())));
        let file = |outlet: Outlet, text: &str| {
            let path = outlet.path();
            let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
            Download { link: self.outlet(p, name, &outlet), text: word(text) }
        };
        let model = DataPage {
            calendars: of_regions("data.calendar.all", Outlet::Calendar),
            agencies: view.agencies.iter().map(|a| agency(a.id)).collect(),
            feeds: of_regions("data.feed.all", Outlet::Feed),
            themes: Theme::ALL.iter().map(theme).collect(),
            tables: vec![
                file(Outlet::Table(Table::Issues), "data.table.issues"),
                file(Outlet::Table(Table::Actions), "data.table.actions"),
                file(Outlet::Table(Table::Facts), "data.table.facts"),
                file(Outlet::Table(Table::Numbers), "data.table.numbers"),
            ],
            files: vec![file(Outlet::Json, "data.file.json"), file(Outlet::Schema, "data.file.schema")],
        };
        let named = view.agencies.iter().map(|a| a.class).chain(view.regions.iter().map(|r| r.class)).max();
        let shown = Shown { class: named.unwrap_or(Class::Ordinary), ..Shown::default() };
        self.finish(&self.page(p, route, self.title("data.title"), shown), model)
    }
}
