//! Kentongan compiles a book of issue records and crisis playbooks into a static site and printed packs.
//!
//! The flow, in the order of the modules:
//!
//! 1. [`source`]: the disk is read into texts.
//! 2. [`corpus`]: texts become documents, records, a linked catalogue, inside a closed room.
//! 3. [`corpus::Corpus::view`]: for each edition, the gate lets out what its reader may see.
//! 4. [`present`], [`chart`]: the view becomes words and pictures.
//! 5. [`site`], [`pack`]: words become pages and paper; both see views only.
//! 6. [`picture`]: the pictures that a view shows are made anew, without anything but their colours.
//! 7. [`output`]: files are staged beside the published folder and swapped whole.
//! 8. [`publish`] ties these together; [`cli`] is the only one that speaks.

pub mod chart;
pub mod class;
pub mod cli;
pub mod config;
pub mod corpus;
pub mod diagnostic;
pub mod edit;
pub mod failure;
pub mod history;
pub mod locale;
pub mod output;
#[cfg(feature = "packs")]
pub mod pack;
pub mod picture;
pub mod present;
pub mod publish;
pub mod site;
pub mod source;
pub mod theme;
pub mod time;
