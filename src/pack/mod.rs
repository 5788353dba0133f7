//! The paper: briefing packs as PDF, laid out by the embedded Typst.
//!
//! In: a view, in words, and the theme's `pack/*.typ`. Out: PDF bytes, the same for the same view. Typst runs
//! in a world that is made of these alone: no disk, no packages, no clock, no network. Markdown reaches
//! it as data, never as markup.

mod briefing;
mod engine;
mod glyphs;
mod prose;
mod world;

pub use briefing::{Around, Briefing, Drawn};
pub use engine::{Engine, Job};
pub use prose::Paper;
