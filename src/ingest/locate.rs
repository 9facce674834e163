//! The line of a TOML file on which a value stands, so that every problem names it.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::ingest::problem::Step;

/// The line, from 1, of the value at `path`; of the nearest value around it where it is missing,
/// and `None` where the file is no TOML or the path leads nowhere.
#[must_use]
pub fn line(source: &str, path: &[Step]) -> Option<usize> {
    let root = DeTable::parse(source).ok()?;
    let mut start = None;
    let mut steps = path.iter();
    let mut value: &Spanned<DeValue<'_>> = match steps.next()? {
        Step::Key(key) => root.get_ref().get(*key)?,
        Step::Index(_) => return None,
    };
    loop {
        // The span of a list of tables is that of its first table; the elements have their own.
        start = Some(value.span().start)
            .filter(|start| *start > 0)
            .or(start);
        let inner = match steps.next() {
            None => break,
            Some(Step::Key(key)) => value.get_ref().get(*key),
            Some(Step::Index(index)) => value.get_ref().get(*index),
        };
        match inner {
            Some(inner) => value = inner,
            None => break,
        }
    }
    Some(line_of_byte(source, start?))
}

/// The line, from 1, that a byte of the file stands on.
#[must_use]
pub fn line_of_byte(source: &str, byte: usize) -> usize {
    let before = source.as_bytes().iter().take(byte);
    before.filter(|byte| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::line;
    use crate::ingest::problem::Step::{Index, Key};

    #[test]
    fn values_are_found_on_their_lines() {
        let source = "title = \"ع\"\n\n[[date]]\nedtf = \"2011\"\nevidence = [\n  \"أ\",\n  \"ب\",\n]\n\n[[date]]\nedtf = \"2012\"\n";
        assert_eq!(line(source, &[Key("title")]), Some(1));
        let second = [Key("date"), Index(0), Key("evidence"), Index(1)];
        assert_eq!(line(source, &second), Some(7));
        assert_eq!(
            line(source, &[Key("date"), Index(1), Key("edtf")]),
            Some(11)
        );
        assert_eq!(
            line(source, &[Key("date"), Index(1), Key("evidence")]),
            Some(10)
        );
        assert_eq!(line(source, &[Key("place")]), None);
    }
}
