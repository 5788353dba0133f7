//! The sitemap and `robots.txt` of a public edition whose address is known.

use super::zoned;
use crate::corpus::view::Route;
use crate::site::outlet::{Outlet, Outlets, updated};
use crate::site::route;
use crate::time::Instant;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io::{self, Write};

/// More than these no search engine takes of one file; a public edition never comes near.
const MOST: usize = 50_000;

/// Writes the sitemap: each page, and when its data last changed.
pub(crate) fn write(outlets: &Outlets<'_>, to: &mut dyn Write) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(&mut *to, b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let set = xml.create_element("urlset").with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
    set.write_inner_content(|xml| {
        let routes = outlets.site.routes();
        let shown = routes.iter().filter(|r| !matches!(r, Route::Redirect(_) | Route::NotFound | Route::Parcel(_)));
        shown.take(MOST).try_for_each(|route| page(outlets, route, xml))
    })?;
    to.write_all(b"\n")
}

fn page<W: Write>(outlets: &Outlets<'_>, route: &Route, xml: &mut Writer<W>) -> io::Result<()> {
    let Some(address) = outlets.absolute(&route::path(route)) else { return Ok(()) };
    let url = xml.create_element("url");
    url.write_inner_content(|xml| {
        xml.create_element("loc").write_text_content(BytesText::new(&address))?;
        if let Some(at) = changed(outlets, route) {
            let text = zoned(outlets.voice(), at).to_rfc3339();
            xml.create_element("lastmod").write_text_content(BytesText::new(&text))?;
        }
        Ok(())
    })?;
    Ok(())
}

/// The newest data time of what a page shows, where it shows issues.
fn changed(outlets: &Outlets<'_>, route: &Route) -> Option<Instant> {
    match route {
        Route::Issue(id) => outlets.voice().issue(id).map(|i| updated(outlets.view(), i)),
        Route::Region(code) if code != outlets.view().home => {
            outlets.newest.iter().find(|i| i.regions.contains(&code.as_str())).map(|i| updated(outlets.view(), i))
        }
        Route::Home | Route::Map | Route::Register | Route::Regions | Route::Region(_) => {
            outlets.newest.first().map(|i| updated(outlets.view(), i))
        }
        _ => None,
    }
}

/// Writes `robots.txt`: everything may be read, and here is the list.
pub(crate) fn write_robots(outlets: &Outlets<'_>, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "User-agent: *\nAllow: /")?;
    match outlets.absolute(&Outlet::Sitemap.path()) {
        Some(address) => writeln!(to, "\nSitemap: {address}"),
        None => Ok(()),
    }
}
