//! `data/kentongan.json`, issue by issue, and its schema.

use super::AT_ONCE;
use super::shape::{self, *};
use crate::corpus::fields::Day;
use crate::corpus::view::{self, Route};
use crate::corpus::vocabulary::TextStatus;
use crate::locale::number::Decimal;
use crate::site::build::hex;
use crate::site::outlet::Outlets;
use crate::time::Instant;
use rayon::prelude::*;
use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::Value;
use std::io::{self, Write};

/// Version of the form.
const VERSION: u32 = 1;

/// Writes the file: the head, then one issue a line. A few hundred are made at once and let go of again.
pub(crate) fn write(outlets: &Outlets<'_>, to: &mut dyn Write) -> io::Result<()> {
    let head = serde_json::to_vec(&document(outlets))?;
    let open = head.strip_suffix(b"]}").expect("the list of issues is the last key and empty");
    to.write_all(open)?;
    let issues: Vec<&view::Issue<'_>> = outlets.view().issues.iter().filter(|i| !i.drill).collect();
    let mut between: &[u8] = b"\n";
    for some in issues.chunks(AT_ONCE) {
        let lines = some.par_iter().map(|i| serde_json::to_vec(&issue(outlets, i)));
        for line in lines.collect::<Result<Vec<_>, _>>()? {
            to.write_all(between)?;
            to.write_all(&line)?;
            between = b",\n";
        }
    }
    to.write_all(b"\n]}\n")
}

/// Writes the schema of the file (JSON Schema 2020-12), made of the shapes and their comments.
pub(crate) fn write_schema(to: &mut dyn Write) -> io::Result<()> {
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(RecursiveTransform(one_line));
    let schema = settings.into_generator().into_root_schema_for::<Document<'_>>();
    serde_json::to_writer_pretty(&mut *to, &schema)?;
    to.write_all(b"\n")
}

/// A comment is broken where the source is narrow; in the schema it is one line.
fn one_line(schema: &mut Schema) {
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = text.replace('\n', " ");
    }
}

/// The file without its issues.
fn document<'a>(outlets: &'a Outlets<'a>) -> Document<'a> {
    let view = outlets.view();
    Document {
        version: VERSION,
        edition: view.edition,
        ceiling: Key(view.ceiling),
        public: view.public,
        book: outlets.site.around.book,
        organisation: outlets.site.around.organisation,
        home: view.home,
        digest: &outlets.site.digest,
        data_at: view.issues.iter().filter(|i| !i.drill).filter_map(|i| i.data_at).max().map(|t| outlets.moment(t)),
        regions: view.regions.iter().map(|r| region(outlets, r)).collect(),
        agencies: view.agencies.iter().map(|a| agency(outlets, a)).collect(),
        conferences: view
            .conferences
            .iter()
            .filter(|k| !is_drill(outlets, k))
            .map(|k| conference(outlets, k))
            .collect(),
        issues: Vec::new(),
    }
}

fn is_drill(outlets: &Outlets<'_>, k: &view::Conference<'_>) -> bool {
    k.issues.iter().filter_map(|id| outlets.voice().issue(id)).any(|i| i.drill)
}

impl Outlets<'_> {
    fn moment(&self, at: Instant) -> Moment {
        shape::moment(self.view().zone, at)
    }

    fn moments(&self, at: Option<Instant>) -> Option<Moment> {
        at.map(|at| self.moment(at))
    }

    fn days(&self, day: Option<Day>) -> Option<DayOrMoment> {
        day.map(|day| DayOrMoment(shape::day(self.view().zone, day)))
    }

    fn prose(&self, text: view::Text<'_>) -> String {
        self.plain.words(text)
    }
}

fn region<'a>(outlets: &Outlets<'_>, r: &'a view::Region<'_>) -> Region<'a> {
    let link = outlets.page(&Route::Region(r.code.to_owned()));
    Region { code: r.code, name: r.name, short: r.short, link, kind: r.kind.map(Key), bps: r.bps }
}

fn agency<'a>(outlets: &Outlets<'_>, a: &'a view::Agency<'_>) -> Agency<'a> {
    let link = outlets.page(&Route::Agency(a.id.to_owned()));
    Agency { id: a.id, name: a.name, link, acronym: a.acronym, region: a.region, kind: a.kind.map(Key) }
}

fn conference<'a>(outlets: &Outlets<'_>, k: &'a view::Conference<'_>) -> Conference<'a> {
    Conference {
        id: k.id,
        title: k.title,
        link: outlets.page(&Route::Conference(k.stem.to_owned())),
        regions: k.regions.clone(),
        issues: k.issues.clone(),
        at: outlets.moments(k.at),
        place: k.place,
    }
}

fn issue<'a>(o: &Outlets<'_>, i: &'a view::Issue<'_>) -> Issue<'a> {
    // What is a draft is spoken from pages and paper, where its verdict stands over it.
    let out = |s: &&view::Statement<'_>| matches!(s.status, TextStatus::Released | TextStatus::Withdrawn);
    Issue {
        id: i.id,
        title: i.title,
        regions: i.regions.clone(),
        themes: i.themes.iter().copied().map(Key).collect(),
        class: Key(i.class),
        mark: Key(i.mark),
        opened_at: o.moment(i.opened_at),
        closed: i.closed,
        link: o.page(&Route::Issue(i.id.to_owned())),
        digest: hex(&i.digest),
        summary: i.summary.map(|t| o.prose(t)),
        districts: i.districts.iter().map(String::as_str).collect(),
        disclosure: i.disclosure.map(Key),
        escalation: i.escalation.map(Key),
        stage: i.stage.map(Key),
        happened_at: o.moments(i.happened_at),
        verified_at: o.moments(i.verified_at),
        crisis_since: o.moments(i.crisis_since),
        data_at: o.moments(i.data_at),
        next_update: o.moments(i.next_update),
        valid_until: o.moments(i.valid_until),
        closed_at: o.days(i.closed_at),
        lead: i.lead,
        agencies: i.agencies.clone(),
        spokesperson: i.spokesperson,
        deputy: i.deputy,
        playbook: i.playbook,
        risks: i.risks.iter().map(|r| risk(o, r)).collect(),
        admission: i.admission.as_ref().map(|a| admission(o, a)),
        facts: i.facts.iter().map(|f| fact(o, f)).collect(),
        numbers: i.numbers.iter().map(|n| number(o, n)).collect(),
        contacts: i.contacts.iter().map(contact).collect(),
        services: i.services.iter().map(|s| service(o, s)).collect(),
        statements: i.statements.iter().filter(out).map(|s| statement(o, s)).collect(),
        notice: i.notice.as_ref().filter(|n| n.status == TextStatus::Released).map(|n| notice(o, n)),
        actions: i.actions.iter().map(|a| action(o, a)).collect(),
        asks: i.asks.iter().map(|a| ask(o, a)).collect(),
        rumours: i.rumours.iter().map(|r| rumour(o, r)).collect(),
    }
}

fn risk<'a>(o: &Outlets<'_>, r: &view::Risk<'a>) -> Risk<'a> {
    Risk {
        likelihood: r.likelihood,
        impact: r.impact,
        score: r.score,
        level: r.level,
        at: o.moment(r.at),
        trend: r.trend.map(Key),
        confidence: r.confidence.map(Key),
        by: r.by,
    }
}

fn admission<'a>(o: &Outlets<'_>, a: &view::Admission<'a>) -> Admission<'a> {
    Admission { status: Key(a.status), sentence: a.sentence.map(|t| o.prose(t)), approved_by: a.approved_by }
}

fn fact<'a>(o: &Outlets<'_>, f: &view::Fact<'a>) -> Fact<'a> {
    Fact {
        id: f.id,
        sentence: o.prose(f.sentence),
        status: Key(f.status),
        class: Key(f.class),
        source: f.source,
        confirmed_by: f.confirmed_by,
        at: o.moments(f.at),
        valid_until: o.moments(f.valid_until),
        sought_by: f.sought_by,
        target: o.moments(f.target),
    }
}

fn number<'a>(o: &Outlets<'_>, n: &'a view::Number<'_>) -> Number<'a> {
    let earlier = |value: Decimal, source, at| Earlier { value: Exact(value), source, at: o.moments(at) };
    Number {
        id: n.id,
        name: n.name,
        value: Exact(n.quantity.value),
        precision: Key(exactness(n.quantity.precision)),
        class: Key(n.class),
        kind: n.kind.map(Key),
        unit: n.quantity.unit.as_deref(),
        source: n.source,
        at: o.moments(n.at),
        covers: n.scope,
        previous: n.previous.iter().map(|e| earlier(e.value, e.source, e.at)).collect(),
    }
}

fn contact<'a>(c: &view::Contact<'a>) -> Contact<'a> {
    Contact { name: c.name, number: c.number, hours: c.note, address: c.office }
}

fn service<'a>(o: &Outlets<'_>, s: &view::Service<'a>) -> Service<'a> {
    Service { name: s.name, status: Key(s.status), until: o.days(s.until), note: s.note }
}

fn statement<'a>(o: &Outlets<'_>, s: &view::Statement<'a>) -> Statement<'a> {
    Statement {
        id: s.id,
        kind: Key(s.kind),
        status: Key(s.status),
        class: Key(s.class),
        title: s.title,
        number: s.number,
        released_at: o.moments(s.released_at),
        // What was withdrawn is not handed on.
        text: s.text.filter(|_| s.status == TextStatus::Released).map(|t| o.prose(t)),
    }
}

fn notice<'a>(o: &Outlets<'_>, n: &view::Notice<'a>) -> Notice<'a> {
    let items = n.items.iter().map(|(key, text)| NoticeItem { key, text: o.prose(text) });
    Notice { items: items.collect(), released_at: o.moments(n.released_at) }
}

fn action<'a>(o: &Outlets<'_>, a: &view::Action<'a>) -> Action<'a> {
    Action {
        id: a.id,
        what: o.prose(a.what),
        status: Key(a.status),
        promise: a.promise,
        class: Key(a.class),
        agency: a.agency,
        officer: a.officer,
        due: o.days(a.due),
        origin: a.origin.map(Key),
        done_at: o.days(a.done_at),
    }
}

fn ask<'a>(o: &Outlets<'_>, a: &view::Ask<'a>) -> Ask<'a> {
    let options = a.options.iter().map(String::as_str).collect();
    Ask { what: o.prose(a.what), class: Key(a.class), options, of: a.of, due: o.days(a.due) }
}

fn rumour<'a>(o: &Outlets<'_>, r: &view::Rumour<'a>) -> Rumour<'a> {
    let answer = r.answer.map(|t| o.prose(t));
    Rumour { id: r.id, claim: o.prose(r.claim), status: Key(r.status), answer, kind: r.kind.map(Key) }
}
