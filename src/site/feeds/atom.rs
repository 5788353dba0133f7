//! Atom feeds (RFC 4287): one entry an issue, newest data first.

use super::{lasting_name, zoned};
use crate::class::Class;
use crate::corpus::view::{self, Route};
use crate::present::plain::clean;
use crate::site::outlet::{Outlet, Outlets, Scope, updated};
use crate::site::route;
use atom_syndication::{Category, Entry, Feed, Generator, Link, Person, Text, WriteConfig};
use std::io::{self, Write};

/// A reader asks again within days; what is older stands in the data files.
const ENTRIES: usize = 100;

/// Writes a feed.
pub(crate) fn write(outlets: &Outlets<'_>, scope: &Scope, to: &mut dyn Write) -> io::Result<()> {
    let entries: Vec<&view::Issue<'_>> =
        outlets.newest.iter().filter(|i| within(scope, i)).take(ENTRIES).copied().collect();
    let voice = outlets.voice();
    let own = Outlet::Feed(scope.clone()).path();
    let class = entries.iter().map(|i| i.class).max().unwrap_or(Class::Ordinary);
    let newest = entries
        .first()
        .map(|i| updated(outlets.view(), i))
        .or_else(|| outlets.newest.first().map(|i| updated(outlets.view(), i)));
    let feed = Feed {
        title: Text::plain(outlets.title(scope, "data.feed.all")),
        id: outlets.absolute(&own).unwrap_or_else(|| lasting_name(voice.view, &own).urn().to_string()),
        updated: newest.map(|at| zoned(voice, at)).unwrap_or_default(),
        authors: vec![Person { name: clean(outlets.site.around.organisation).into_owned(), ..Person::default() }],
        generator: Some(Generator { value: "Kentongan".to_owned(), ..Generator::default() }),
        links: vec![
            link("self", "application/atom+xml", outlets.address(&own)),
            link("alternate", "text/html", outlets.page(&scope.page())),
        ],
        rights: Some(Text::plain(outlets.mark(class))),
        lang: Some(voice.locale.language.code().to_owned()),
        entries: entries.into_iter().map(|i| entry(outlets, i)).collect(),
        ..Feed::default()
    };
    let config = WriteConfig { write_document_declaration: true, indent_size: Some(1) };
    feed.write_with_config(&mut *to, config).map_err(io::Error::other)?;
    to.write_all(b"\n")
}

fn within(scope: &Scope, issue: &view::Issue<'_>) -> bool {
    match scope {
        Scope::All => true,
        Scope::Region(code) => issue.regions.contains(&code.as_str()),
        Scope::Theme(theme) => issue.themes.contains(theme),
        Scope::Agency(id) => issue.lead == Some(id) || issue.agencies.contains(&id.as_str()),
    }
}

fn entry(outlets: &Outlets<'_>, issue: &view::Issue<'_>) -> Entry {
    let voice = outlets.voice();
    let page = Route::Issue(issue.id.to_owned());
    let address = outlets.absolute(&route::path(&page));
    let regions = issue.regions.iter().map(|code| category(code, outlets.plain.region_link(code).text));
    let themes = issue.themes.iter().map(|theme| category(theme.key(), voice.word(*theme).text));
    Entry {
        title: Text::plain(clean(issue.title).into_owned()),
        id: address.unwrap_or_else(|| lasting_name(voice.view, issue.id).urn().to_string()),
        updated: zoned(voice, updated(outlets.view(), issue)),
        published: Some(zoned(voice, issue.opened_at)),
        links: vec![link("alternate", "text/html", outlets.page(&page))],
        categories: regions.chain(themes).collect(),
        summary: issue.summary.map(|text| Text::plain(outlets.plain.words(text))),
        rights: (issue.class > Class::Ordinary).then(|| Text::plain(outlets.mark(issue.class))),
        ..Entry::default()
    }
}

fn category(term: &str, label: String) -> Category {
    Category { term: clean(term).into_owned(), label: Some(clean(&label).into_owned()), scheme: None }
}

fn link(rel: &str, kind: &str, href: String) -> Link {
    Link { href, rel: rel.to_owned(), mime_type: Some(kind.to_owned()), ..Link::default() }
}
