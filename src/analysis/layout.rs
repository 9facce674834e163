//! The lines of a document as its words stand on them. Invariant: line numbers never fall from one word to the next.

use crate::analysis::reading::{Reading, Word};

/// The line of each word.
#[derive(Debug, Clone)]
pub struct Layout(Vec<usize>);

impl Layout {
    /// Reads the lines of a document; empty ones count, so that a gap between two blocks can be seen.
    #[must_use]
    pub fn of(reading: &Reading<'_>) -> Self {
        let (mut line, mut end) = (0, 0);
        let number = |word: &Word| {
            let gap = reading.text.get(end..word.span.start).unwrap_or("");
            line += gap.bytes().filter(|byte| *byte == b'\n').count();
            end = word.span.end;
            line
        };
        Self(reading.words.iter().map(number).collect())
    }

    /// The number of the line that the word at `index` stands on.
    #[must_use]
    pub fn line(&self, index: usize) -> usize {
        self.0.get(index).or(self.0.last()).copied().unwrap_or(0)
    }

    /// Whether the word at `index` is the first of its line.
    #[must_use]
    pub fn is_first(&self, index: usize) -> bool {
        index == 0 || self.line(index) != self.line(index - 1)
    }

    /// The index after the last word of the line that the word at `index` stands on.
    #[must_use]
    pub fn line_end(&self, index: usize) -> usize {
        let line = self.line(index);
        self.0.partition_point(|other| *other <= line)
    }

    /// The index of the first word of the line that the word at `index` stands on.
    #[must_use]
    pub fn line_start(&self, index: usize) -> usize {
        let line = self.line(index);
        self.0.partition_point(|other| *other < line)
    }
}

#[cfg(test)]
mod tests {
    use super::Layout;
    use crate::analysis::reading::Reading;

    #[test]
    fn lines_and_gaps() {
        let layout = Layout::of(&Reading::of("كلمة أولى\n\nثانية هنا\nثالثة"));
        let lines: Vec<_> = (0..5).map(|word| layout.line(word)).collect();
        assert_eq!(lines, [0, 0, 2, 2, 3]);
        assert!(layout.is_first(2) && !layout.is_first(3));
        assert_eq!((layout.line_start(3), layout.line_end(2)), (2, 4));
    }
}
