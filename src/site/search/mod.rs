//! The search index of an edition: files that a browser loads as it needs them, from a server or from a stick.
//!
//! In: a view in words. Out: paths and texts of classic scripts below `cari/`. The index is cut into shards, so that a
//! query loads some tens of kilobytes at a hundred thousand issues: the manifest tells which shard holds which words, a
//! shard the documents of its words, and blocks of documents their titles and what a result quotes. Words are kept by the
//! root of their family (`stem`), pairs of neighbours apart, for phrases in quotation marks. May not look at anything but
//! the view: order, counts and roots are those of what this edition shows.

mod entry;
mod shard;
mod stem;
mod words;

pub use entry::Kind;

use crate::present::Voice;
use entry::{Entry, Item, items};
use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};
use shard::{Shards, file, gaps, number};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Things that are described in one go.
const CHUNK: usize = 256;

/// Up to how many things a result may quote at length, and each kind be counted.
const FEW: usize = 3000;

/// Characters of a thing's words that its results may quote: of few things, and of many.
const QUOTED: (usize, usize) = (3000, 240);

/// Documents in a block: of few things, and of many.
const BLOCK: (usize, usize) = (12, 32);

/// What the browser reads first.
#[derive(Serialize)]
struct Manifest<'m> {
    /// Folder of the shards; another content has another one, so that no old shard is taken for a new one.
    version: String,
    /// How many documents there are.
    documents: usize,
    /// How many of them lie in a block.
    block: usize,
    /// Facets may be counted.
    few: bool,
    /// First key of each shard of words.
    words: &'m [String],
    /// … and of pairs.
    pairs: &'m [String],
    /// Kinds, the document after the last of each, and what its kind adds to a document's rank, in hundredths.
    kinds: Vec<(&'static str, usize, u32)>,
    /// The rules of affixes.
    rules: &'m stem::Rules,
}

/// What a result shows of a document: title, path, note, words to quote, drill.
#[derive(Serialize)]
struct Shown(String, String, String, String, u8);

/// The words of some documents, numbered within the chunk.
#[derive(Default)]
struct Chunk {
    vocabulary: Vec<String>,
    /// Word, document, weight.
    hits: Vec<(u32, u32, u16)>,
    /// Two words beside each other, document.
    pairs: Vec<(u32, u32, u32)>,
    facets: Vec<(String, u32)>,
    lengths: Vec<u32>,
    shown: Vec<Shown>,
}

/// All files of the index: path inside the edition, text.
pub fn index(voice: &Voice<'_>) -> Vec<(String, String)> {
    let all = items(voice.view);
    let few = all.len() <= FEW;
    let quoted = if few { QUOTED.0 } else { QUOTED.1 };
    let read = |(at, part): (usize, &[(Kind, Item<'_>)])| Chunk::read(at * CHUNK, part, voice, quoted);
    let mut chunks: Vec<Chunk> = all.par_chunks(CHUNK).enumerate().map(read).collect();
    let vocabulary: BTreeSet<&String> = chunks.iter().flat_map(|c| &c.vocabulary).collect();
    let roots = Roots::of(vocabulary.into_iter().cloned().collect());
    chunks.par_iter_mut().for_each(|c| roots.rename(c));
    let block = if few { BLOCK.0 } else { BLOCK.1 };
    let shown: Vec<Shown> = chunks.iter_mut().flat_map(|c| std::mem::take(&mut c.shown)).collect();
    let documents = shown.chunks(block).enumerate().map(|(at, part)| ("d", at, file("d", at, &part)));
    let words = word_shards(&chunks, &roots);
    let pairs = pair_shards(&mut chunks, &roots);
    let texts = |kind: &'static str, shards: &Shards| -> Vec<(&'static str, usize, String)> {
        shards.texts.iter().enumerate().map(|(at, text)| (kind, at, file(kind, at, text))).collect()
    };
    let files: Vec<_> = documents.chain(texts("k", &words)).chain(texts("f", &pairs)).collect();
    let mut hasher = Sha256::new();
    files.iter().for_each(|(_, _, text)| hasher.update(text.as_bytes()));
    let version: String = hasher.finalize().iter().take(5).map(|b| format!("{b:02x}")).collect();
    let manifest = Manifest {
        documents: all.len(),
        block,
        few,
        words: &words.firsts,
        pairs: &pairs.firsts,
        kinds: Kind::ALL.map(|k| (k.key(), all.partition_point(|(of, _)| *of <= k), k.rank())).to_vec(),
        rules: &stem::RULES,
        version: version.clone(),
    };
    let manifest = ("cari/isi.js".to_owned(), file("m", 0, &manifest));
    let named = files.into_iter().map(|(kind, at, text)| (format!("cari/{version}/{kind}{at}.js"), text));
    std::iter::once(manifest).chain(named).collect()
}

impl Chunk {
    fn read(from: usize, part: &[(Kind, Item<'_>)], voice: &Voice<'_>, quoted: usize) -> Chunk {
        let mut chunk = Chunk::default();
        let mut numbers: HashMap<String, u32> = HashMap::new();
        for (at, (_, item)) in part.iter().enumerate() {
            let document = id(from + at);
            let entry = Entry::of(*item, voice);
            let mut weights: HashMap<u32, u16> = HashMap::new();
            let mut length = 0;
            for (weight, text) in &entry.texts {
                let mut before = None;
                for word in words::words(text) {
                    let next = id(numbers.len());
                    let word = *numbers.entry(word).or_insert(next);
                    let sum = weights.entry(word).or_default();
                    *sum = sum.saturating_add(u16::from(*weight));
                    chunk.pairs.extend(before.map(|b| (b, word, document)));
                    before = Some(word);
                    length += 1;
                }
            }
            chunk.hits.extend(weights.into_iter().map(|(word, weight)| (word, document, weight)));
            chunk.lengths.push(length);
            let facets: BTreeSet<&String> = entry.facets.iter().collect();
            chunk.facets.extend(facets.into_iter().map(|f| (f.clone(), document)));
            let quote = quote(&entry, quoted);
            chunk.shown.push(Shown(entry.title, entry.href, entry.note, quote, u8::from(entry.drill)));
        }
        let mut vocabulary: Vec<(String, u32)> = numbers.into_iter().collect();
        vocabulary.sort_unstable_by_key(|(_, n)| *n);
        chunk.vocabulary = vocabulary.into_iter().map(|(word, _)| word).collect();
        chunk
    }
}

fn id(n: usize) -> u32 {
    u32::try_from(n).expect("no book has four thousand million words")
}

/// The first so many characters of what sums a thing up and of its parts, cut between words.
fn quote(entry: &Entry, most: usize) -> String {
    let mut out = String::new();
    let mut long = 0;
    for word in entry.quotable().flat_map(str::split_whitespace) {
        long += word.chars().count() + 1;
        if long > most {
            out.push_str(" …");
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The roots of all words.
struct Roots {
    /// All words, sorted.
    vocabulary: Vec<String>,
    /// For each of them, the number of its root.
    of: Vec<u32>,
    /// The roots, sorted.
    names: Vec<String>,
}

impl Roots {
    fn of(vocabulary: Vec<String>) -> Roots {
        let best = stem::roots(&vocabulary);
        // A root that is a word itself may have a root of its own; a root is always shorter, so this ends.
        let last = |root: &String| -> String {
            let mut root = root;
            while let Ok(at) = vocabulary.binary_search(root)
                && best[at] != *root
            {
                root = &best[at];
            }
            root.clone()
        };
        let ends: Vec<String> = best.iter().map(last).collect();
        let names: Vec<String> = ends.iter().collect::<BTreeSet<_>>().into_iter().cloned().collect();
        let of = ends.iter().map(|root| id(names.binary_search(root).expect("made of the roots"))).collect();
        Roots { vocabulary, of, names }
    }

    /// Puts the numbers of roots for those of a chunk's own words.
    fn rename(&self, chunk: &mut Chunk) {
        let vocabulary = std::mem::take(&mut chunk.vocabulary);
        let root = |word: &String| self.of[self.vocabulary.binary_search(word).expect("made of the chunks")];
        let roots: Vec<u32> = vocabulary.iter().map(root).collect();
        chunk.hits.iter_mut().for_each(|(word, ..)| *word = roots[*word as usize]);
        for (a, b, _) in &mut chunk.pairs {
            (*a, *b) = (roots[*a as usize], roots[*b as usize]);
        }
        chunk.pairs.sort_unstable();
        chunk.pairs.dedup();
    }
}

/// What a document's words are worth to it, after BM25: 1 to 7.
fn worth(weight: u16, length: u32, mean: f64) -> u32 {
    const SATURATION: f64 = 1.2;
    const BY_LENGTH: f64 = 0.75;
    let (weight, length) = (f64::from(weight), f64::from(length));
    let norm = SATURATION * (1.0 - BY_LENGTH + BY_LENGTH * length / mean);
    let part = weight / (weight + norm);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 7")]
    let worth = (part * 7.0).ceil().clamp(1.0, 7.0) as u32;
    worth
}

/// How many documents, and then by worth: the worth, how many, which.
fn listed(documents: &[(u32, u32)]) -> String {
    let mut by_worth: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    documents.iter().for_each(|(document, worth)| by_worth.entry(*worth).or_default().push(*document));
    let mut out = String::new();
    number(id(documents.len()), &mut out);
    for (worth, list) in by_worth.into_iter().rev() {
        number(worth, &mut out);
        number(id(list.len()), &mut out);
        gaps(list, &mut out);
    }
    out
}

/// Words, other forms of words, and facets, in one order.
fn word_shards(chunks: &[Chunk], roots: &Roots) -> Shards {
    let lengths: Vec<u32> = chunks.iter().flat_map(|c| c.lengths.iter().copied()).collect();
    let total: f64 = lengths.iter().map(|l| f64::from(*l)).sum();
    let mean = (total / f64::from(id(lengths.len().max(1)))).max(1.0);
    let mut hits: Vec<(u32, u32, u16)> = chunks.iter().flat_map(|c| c.hits.iter().copied()).collect();
    hits.par_sort_unstable();
    // Forms of one root in one document are one hit.
    hits.dedup_by(|next, kept| {
        let same = (next.0, next.1) == (kept.0, kept.1);
        if same {
            kept.2 = kept.2.saturating_add(next.2);
        }
        same
    });
    let groups: Vec<&[(u32, u32, u16)]> = hits.chunk_by(|a, b| a.0 == b.0).collect();
    let line = |group: &&[(u32, u32, u16)]| {
        let documents = group.iter().map(|(_, d, w)| (*d, worth(*w, lengths[*d as usize], mean)));
        (roots.names[group[0].0 as usize].clone(), listed(&documents.collect::<Vec<_>>()))
    };
    let mut lines: Vec<(String, String)> = groups.par_iter().map(line).collect();
    let forms = roots.vocabulary.iter().zip(&roots.of).map(|(form, root)| (form, &roots.names[*root as usize]));
    lines.extend(forms.filter(|(form, root)| form != root).map(|(form, root)| (form.clone(), format!("={root}"))));
    let mut facets: BTreeMap<&str, Vec<(u32, u32)>> = BTreeMap::new();
    for (facet, document) in chunks.iter().flat_map(|c| &c.facets) {
        facets.entry(facet).or_default().push((*document, 1));
    }
    lines.extend(facets.iter().map(|(facet, documents)| (format!("~{facet}"), listed(documents))));
    lines.par_sort_unstable();
    let mut shards = Shards::default();
    lines.iter().for_each(|(key, value)| shards.line(key, value));
    shards
}

/// Pairs of neighbours, for phrases.
fn pair_shards(chunks: &mut [Chunk], roots: &Roots) -> Shards {
    let mut pairs: Vec<(u32, u32, u32)> = chunks.iter_mut().flat_map(|c| std::mem::take(&mut c.pairs)).collect();
    pairs.par_sort_unstable();
    let groups: Vec<&[(u32, u32, u32)]> = pairs.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).collect();
    let line = |group: &&[(u32, u32, u32)]| {
        let (a, b, _) = group[0];
        let key = format!("{} {}", roots.names[a as usize], roots.names[b as usize]);
        (key, listed(&group.iter().map(|(.., d)| (*d, 1)).collect::<Vec<_>>()))
    };
    let mut lines: Vec<(String, String)> = groups.par_iter().map(line).collect();
    // A space sorts before every letter, but roots may hold other characters.
    lines.par_sort_unstable();
    let mut shards = Shards::default();
    lines.iter().for_each(|(key, value)| shards.line(key, value));
    shards
}
