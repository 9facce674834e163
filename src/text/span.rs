//! Places in a text: byte spans, as Rust slices strings, and the count of code points that the public contract speaks
//! of. Invariant: nothing here panics; an offset inside a character or past the end gives the nearest sensible answer.

/// A stretch of one `&str`, in bytes, from `start` up to but not including `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset just past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The number of bytes; 0 when the ends are crossed.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether no byte lies inside.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside this span.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The text at this span; empty when the span leaves the text or cuts a character.
    #[must_use]
    #[inline]
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// The same stretch seen from a text in which this one's text begins at byte `offset`.
    #[must_use]
    pub const fn shifted(self, offset: usize) -> Self {
        Self {
            start: self.start.saturating_add(offset),
            end: self.end.saturating_add(offset),
        }
    }
}

/// The way between byte offsets and code point offsets of one text, read once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodePoints {
    /// The byte offset of each code point, then the length of the text.
    starts: Vec<usize>,
}

impl CodePoints {
    /// Reads the offsets of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        // Without a branch for each byte: every page of an event reads its whole source here.
        let begins = |byte: u8| (byte & 0b1100_0000) != 0b1000_0000;
        let count = text.bytes().filter(|byte| begins(*byte)).count();
        let mut starts = vec![text.len(); count + 1];
        let mut next = 0;
        for (offset, byte) in text.bytes().enumerate() {
            // A byte inside a code point is written where the next beginning overwrites it.
            starts[next] = offset;
            next += usize::from(begins(byte));
        }
        starts[next] = text.len();
        Self { starts }
    }

    /// How many code points the text has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether the text is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The code point that holds byte `byte`; the length of the text in code points for any byte past it. O(log n).
    #[must_use]
    pub fn from_byte(&self, byte: usize) -> usize {
        self.starts
            .partition_point(|start| *start <= byte)
            .saturating_sub(1)
    }

    /// The byte at which code point `code_point` begins; the length of the text for any code point past it. O(1).
    #[must_use]
    pub fn to_byte(&self, code_point: usize) -> usize {
        self.starts
            .get(code_point)
            .or(self.starts.last())
            .copied()
            .unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::{CodePoints, Span};

    #[test]
    fn slices_never_panic() {
        let text = "بحر";
        assert_eq!(Span::new(0, 2).slice(text), "ب");
        for crooked in [
            Span::new(1, 2),
            Span::new(4, 2),
            Span::new(0, 99),
            Span::new(99, 100),
        ] {
            assert_eq!(crooked.slice(text), "");
        }
        assert!(
            Span::new(0, 6).contains(Span::new(2, 6)) && !Span::new(2, 6).contains(Span::new(0, 3))
        );
    }

    #[test]
    fn offsets_outside_are_clamped() {
        let points = CodePoints::of("aب");
        assert_eq!(
            [0, 1, 2, 3, 9].map(|byte| points.from_byte(byte)),
            [0, 1, 1, 2, 2]
        );
        assert_eq!(
            [0, 1, 2, 9].map(|point| points.to_byte(point)),
            [0, 1, 3, 3]
        );
    }

    proptest! {
        #[test]
        fn offsets_round_trip(text in any::<String>()) {
            let points = CodePoints::of(&text);
            prop_assert_eq!(points.len(), text.chars().count());
            for point in 0..=points.len() {
                prop_assert_eq!(points.from_byte(points.to_byte(point)), point);
            }
        }
    }
}
