//! Bodies: Markdown in sections, some of which only some readers see.
//!
//! In: the text behind the front matter. Out: sections, each with its class. A block that is unknown,
//! nested or not closed withholds the whole body: nobody can tell any more what was meant for whom.

use super::guarded::Guarded;
use super::prose::Prose;
use crate::class::Class;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceRef;
use crate::source::span::Span;
use std::ops::Range;

/// A part of a body.
pub(crate) struct Section {
    /// It stands in a `::: publik` block.
    pub public: bool,
    /// Its text.
    pub prose: Prose,
}

/// Splits a body into its sections.
pub(crate) fn sections(
    source: &SourceRef,
    range: Range<usize>,
    class: Class,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Guarded<Section>> {
    match split(source, range, class) {
        Ok(found) => found,
        Err(problem) => {
            problems.push(*problem);
            Vec::new()
        }
    }
}

type Block = (Class, bool, Range<usize>);

fn split(source: &SourceRef, range: Range<usize>, class: Class) -> Result<Vec<Guarded<Section>>, Box<Diagnostic>> {
    let text = source.text.get(range.clone()).unwrap_or_default();
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<(Block, Range<usize>)> = None;
    let mut code_fence: Option<&str> = None;
    let (mut at, mut start) = (range.start, range.start);
    for line in text.split_inclusive('\n') {
        let here = at..at + line.trim_end().len();
        at += line.len();
        let trimmed = line.trim_start();
        if let Some(fence) = ["```", "~~~"].into_iter().find(|f| trimmed.starts_with(f)) {
            code_fence = if code_fence == Some(fence) { None } else { code_fence.or(Some(fence)) };
        }
        if code_fence.is_some() || !line.starts_with(":::") {
            continue;
        }
        let bad =
            |what: &str| Box::new(Diagnostic::at(Code::E0410, Span::new(source, here.clone())).with("what", what));
        match (line.trim_start_matches(':').trim(), open.take()) {
            ("", Some(((c, public, range), _))) => {
                blocks.push((c, public, range.start..here.start));
                start = at;
            }
            ("", None) => return Err(bad(":::")),
            (_, Some(_)) => return Err(bad("di dalam blok lain")),
            (word, None) => {
                blocks.push((class, false, start..here.start));
                let (block_class, public) = match word {
                    "publik" => (class, true),
                    "terbatas" => (Class::Restricted, false),
                    "rahasia" => (Class::Secret, false),
                    other => return Err(bad(other)),
                };
                open = Some(((block_class.max(class), public, at..at), here));
            }
        }
    }
    if let Some((_, fence)) = open {
        return Err(Box::new(Diagnostic::at(Code::E0410, Span::new(source, fence)).with("what", "tidak ditutup")));
    }
    blocks.push((class, false, start..range.end));
    Ok(blocks.into_iter().filter_map(|block| section(source, block)).collect())
}

fn section(source: &SourceRef, (class, public, range): Block) -> Option<Guarded<Section>> {
    let text = source.text.get(range.clone())?;
    if text.trim().is_empty() {
        return None;
    }
    let prose = Prose::parse(text, Span::new(source, range));
    Some(Guarded::new(class, Section { public, prose }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;
    use crate::source::path::RelPath;

    fn read(text: &str) -> (Vec<(Class, bool, String)>, Vec<Diagnostic>) {
        let source = Source::new(RelPath::new("a.md").expect("inside"), text.to_owned());
        let mut problems = Vec::new();
        let found = sections(&source, 0..text.len(), Class::Ordinary, &mut problems);
        let plain =
            found.iter().map(|s| (s.class(), s.for_author().public, s.for_author().prose.raw().trim().to_owned()));
        (plain.collect(), problems)
    }

    #[test]
    fn blocks_carry_their_class() {
        let (found, problems) = read("a\n\n::: rahasia\nb\n:::\n\nc\n\n::: publik\nd\n:::\n");
        assert!(problems.is_empty());
        let expected = [
            (Class::Ordinary, false, "a"),
            (Class::Secret, false, "b"),
            (Class::Ordinary, false, "c"),
            (Class::Ordinary, true, "d"),
        ];
        assert_eq!(found, expected.map(|(c, p, t)| (c, p, t.to_owned())));
    }

    #[test]
    fn a_doubtful_block_withholds_the_whole_body() {
        for text in ["a\n::: rahasia\nb\n", "::: rahsia\nb\n:::\n", "::: publik\n::: rahasia\nx\n:::\n", "a\n:::\n"] {
            let (found, problems) = read(text);
            assert!(found.is_empty(), "{text}");
            assert_eq!(problems.len(), 1, "{text}");
            assert_eq!(problems[0].code, Code::E0410);
        }
    }

    #[test]
    fn a_fence_inside_code_is_code() {
        let (found, problems) = read("```\n::: rahasia\n```\n");
        assert!(problems.is_empty());
        assert_eq!(found.len(), 1);
    }
}
