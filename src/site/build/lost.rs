//! The page for what is not there. A server sends it for an address of any depth, so that no relative address on it can
//! be right: with the edition's `url` in `book.toml` all of them become absolute; without it the page names no address
//! at all – no style sheet, no menu – and says in words how to get to the first page.

use super::{P, Shown, Site};
use crate::corpus::view::Route;
use crate::diagnostic::Diagnostic;
use crate::present::model::Link;
use crate::site::model::{NotFound, Page};

impl Site<'_> {
    pub(super) fn not_found(&self, p: &P<'_>, route: &Route) -> Result<Option<String>, Box<Diagnostic>> {
        let mut page = self.page(p, route, self.title("site.title.lost"), Shown::default());
        let link = |key: &str, to: &Route| Some(p.link(p.locale().word(key), to));
        let mut model = NotFound {
            home: link("site.lost.home", &Route::Home),
            register: link("site.lost.register", &Route::Register),
        };
        match self.base() {
            Some(base) => {
                page.addresses().for_each(|address| address.insert_str(0, &base));
                let links = [&mut model.home, &mut model.register].into_iter().flatten();
                links.filter_map(|l: &mut Link| l.href.as_mut()).for_each(|href| href.insert_str(0, &base));
            }
            None => {
                page.forget_addresses();
                model = NotFound { home: None, register: None };
            }
        }
        self.finish(&page, model)
    }

    /// Address of the edition's folder.
    fn base(&self) -> Option<String> {
        let url = self.around.url.filter(|url| url.starts_with("https://") || url.starts_with("http://"))?;
        Some(format!("{}/", url.trim_end_matches('/')))
    }
}

impl Page {
    /// Every relative address of the frame.
    fn addresses(&mut self) -> impl Iterator<Item = &mut String> {
        let menus = self.nav.iter_mut().chain(&mut self.more).filter_map(|item| item.link.href.as_mut());
        let links = self.feeds.iter_mut().chain(&mut self.outlets).filter_map(|link| link.href.as_mut());
        let menus = menus.chain(links).chain(&mut self.search);
        let styles = self.styles.iter_mut().chain(&mut self.without_scripts);
        menus.chain(styles).chain(&mut self.scripts).chain([&mut self.icon])
    }

    fn forget_addresses(&mut self) {
        self.nav.clear();
        self.more.clear();
        self.feeds.clear();
        self.outlets.clear();
        self.search = None;
        self.styles.clear();
        self.without_scripts.clear();
        self.scripts.clear();
        self.icon.clear();
    }
}
