//! A document as the detectors read it: its words and signs, folded, each with its place and its sentence. Made once
//! for a document and shared by all detectors. Invariant: words are in order, and none has an empty folded form.

use crate::text::fold::{fold, fold_plain};
use crate::text::sentence::sentences;
use crate::text::span::Span;
use crate::text::token::{TokenKind, tokens};

/// A text, cut into folded words and signs.
#[derive(Debug, Clone)]
pub struct Reading<'text> {
    /// The original text.
    pub text: &'text str,
    /// Its words, numbers and signs; white space is left out.
    pub words: Vec<Word>,
    /// Its sentences.
    pub sentences: Vec<Span>,
    folded: String,
}

/// A word, a number or a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Where it stands in the original text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// The index of its sentence.
    pub sentence: usize,
    folded: Span,
}

impl<'text> Reading<'text> {
    /// Reads a text.
    #[must_use]
    pub fn of(text: &'text str) -> Self {
        let sentences = sentences(text);
        let mut folded = String::with_capacity(text.len());
        let mut words = Vec::with_capacity(text.len() / 8);
        let mut sentence = 0;
        for token in tokens(text) {
            let start = folded.len();
            folded.push_str(&fold_plain(token.span.slice(text)));
            if token.kind == TokenKind::Space || folded.len() == start {
                folded.truncate(start);
                continue;
            }
            while sentences
                .get(sentence)
                .is_some_and(|span| span.end <= token.span.start)
            {
                sentence += 1;
            }
            let place = Span::new(start, folded.len());
            words.push(Word {
                span: token.span,
                kind: token.kind,
                sentence,
                folded: place,
            });
        }
        Self {
            text,
            words,
            sentences,
            folded,
        }
    }

    /// The folded form of a word; empty past the last one.
    #[must_use]
    pub fn folded(&self, index: usize) -> &str {
        self.words
            .get(index)
            .map_or("", |word| word.folded.slice(&self.folded))
    }

    /// The folded form of a word if it is one of letters; empty for numbers, signs and past the last.
    #[must_use]
    pub fn letters(&self, index: usize) -> &str {
        if self.is(index, TokenKind::Word) {
            self.folded(index)
        } else {
            ""
        }
    }

    /// The folded form of the word of letters that stands `steps` before `index`, if it stands in the same sentence.
    #[must_use]
    pub fn before(&self, index: usize, steps: usize) -> &str {
        let place = index
            .checked_sub(steps)
            .filter(|place| self.sentence(*place) == self.sentence(index));
        place.map_or("", |place| self.letters(place))
    }

    /// Whether the word at `index` is of this kind.
    #[must_use]
    pub fn is(&self, index: usize, kind: TokenKind) -> bool {
        self.words.get(index).is_some_and(|word| word.kind == kind)
    }

    /// The sentence of a word.
    #[must_use]
    pub fn sentence(&self, index: usize) -> Option<usize> {
        self.words.get(index).map(|word| word.sentence)
    }

    /// The place in the original from the word `first` to the word `last`.
    #[must_use]
    pub fn span(&self, first: usize, last: usize) -> Span {
        let start = self.words.get(first).map_or(0, |word| word.span.start);
        Span::new(
            start,
            self.words.get(last).map_or(start, |word| word.span.end),
        )
    }

    /// The place in the original from folded byte `offset` of the word `first` to the end of the word `last`, or to
    /// folded byte `end` of it where a match stops inside.
    #[must_use]
    pub fn part(&self, first: usize, offset: usize, last: usize, end: Option<usize>) -> Span {
        let whole = self.span(first, last);
        let inside = |index: usize, piece: Span| {
            let word = self.span(index, index);
            fold(word.slice(self.text))
                .origin(piece)
                .shifted(word.start)
        };
        let length = self.folded(first).len();
        let start = match offset {
            0 => whole.start,
            _ => inside(first, Span::new(offset, length)).start,
        };
        Span::new(
            start,
            end.map_or(whole.end, |end| inside(last, Span::new(0, end)).end),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Reading;

    #[test]
    fn words_know_their_sentence_and_place() {
        let reading = Reading::of("عُقدَ اللقاء. ثمّ انتهى!");
        let shown: Vec<_> = (0..reading.words.len())
            .map(|index| (reading.folded(index), reading.sentence(index)))
            .collect();
        assert_eq!(
            shown[..3],
            [("عقد", Some(0)), ("اللقاء", Some(0)), (".", Some(0))]
        );
        assert_eq!(shown[3], ("ثم", Some(1)));
        assert_eq!(reading.part(1, 4, 1, None).slice(reading.text), "لقاء");
        assert_eq!(
            (
                reading.before(1, 1),
                reading.before(3, 1),
                reading.folded(99)
            ),
            ("عقد", "", "")
        );
    }
}
