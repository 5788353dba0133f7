//! Paths inside the book: relative, normalised, with `/`, unable to leave it.

use std::fmt;

/// A path below the book, such as `content/isu/64.72/2026-001-banjir.md`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelPath(String);

impl RelPath {
    /// Normalises; `None` if the path is absolute, empty, or would leave the book.
    pub fn new(path: &str) -> Option<RelPath> {
        let path = path.replace('\\', "/");
        if path.starts_with('/') {
            return None;
        }
        let mut parts = Vec::new();
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => return None,
                part => parts.push(part),
            }
        }
        (!parts.is_empty()).then(|| RelPath(parts.join("/")))
    }

    /// The path of something that is named from here, such as `../lampiran/a.jpg` in a folder; `None` if it is absolute
    /// or would leave the book.
    pub fn joined(folder: &str, named: &str) -> Option<RelPath> {
        let named = named.replace('\\', "/");
        if named.starts_with('/') {
            return None;
        }
        let mut parts: Vec<&str> = folder.split('/').filter(|p| !p.is_empty()).collect();
        for part in named.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                part => parts.push(part),
            }
        }
        (!parts.is_empty()).then(|| RelPath(parts.join("/")))
    }

    /// The folder it lies in; empty at the top of the book.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The whole path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Last part.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// Last part without its ending.
    pub fn stem(&self) -> &str {
        self.name().rsplit_once('.').map_or(self.name(), |(stem, _)| stem)
    }

    /// Ending of the last part, without the dot.
    pub fn extension(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, ext)| ext)
    }

    /// The parts below `prefix`, or `None` if it is not below it.
    pub fn below<'p>(&'p self, prefix: &str) -> Option<Vec<&'p str>> {
        let rest = self.0.strip_prefix(prefix.trim_end_matches('/'))?;
        Some(rest.strip_prefix('/')?.split('/').collect())
    }
}

impl fmt::Display for RelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_cannot_leave_the_book() {
        assert!(RelPath::new("../rahasia").is_none());
        assert!(RelPath::new("/etc/passwd").is_none());
        assert!(RelPath::new("a/../../b").is_none());
        assert_eq!(RelPath::new("./a//b.md").expect("inside").as_str(), "a/b.md");
        let joined = |named| RelPath::joined("content/isu/64.72", named).map(|p| p.to_string());
        assert_eq!(joined("lampiran\\a.jpg").as_deref(), Some("content/isu/64.72/lampiran/a.jpg"));
        assert_eq!(joined("../../peta/a.png").as_deref(), Some("content/peta/a.png"));
        assert_eq!(joined("../../../../a.png"), None);
        assert_eq!(joined("/etc/passwd"), None);
    }
}
