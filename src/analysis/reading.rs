//! A document as the detectors read it: its words and signs, folded, each with its place and its sentence. Made once
//! for a document and shared by all detectors. What a page or a scan did to it is repaired here, in the reading and never
//! in the text: furniture and misread lines are left out, glued words cut, letters set apart joined. Invariant: words are
//! in order and do not overlap, and none has an empty folded form.

use std::cell::OnceCell;

use crate::analysis::lexicon::card::Card;
use crate::analysis::rank::Ranks;
use crate::text::fold::{fold, fold_onto};
use crate::text::sentence::sentences;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind, tokens};

mod aside;

mod glue;

mod spaced;

/// How much of a text is read, in bytes. Reports and communiqués are a hundredth of it; of a book the beginning is read,
/// so that no file can hold up the others.
const LONGEST: usize = 150_000;

/// A text, cut into folded words and signs.
#[derive(Debug, Clone)]
pub struct Reading<'text> {
    /// The original text.
    pub text: &'text str,
    /// Its words, numbers and signs; white space is left out.
    pub words: Vec<Word>,
    /// Its sentences.
    pub sentences: Vec<Span>,
    /// Its lines that belong to a page and not to it, or cannot be read; no word of them is among `words`.
    pub asides: Vec<Span>,
    folded: String,
    ranks: OnceCell<Ranks>,
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
    card: Card,
}

impl<'text> Reading<'text> {
    /// Reads a text, or the beginning of a very long one.
    #[must_use]
    pub fn of(text: &'text str) -> Self {
        Self::without(text, aside::find(beginning(text)))
    }

    /// Reads a line of a page, which is part of no document.
    #[must_use]
    pub fn of_aside(line: &'text str) -> Self {
        Self::without(line, Vec::new())
    }

    fn without(text: &'text str, asides: Vec<Span>) -> Self {
        let read = beginning(text);
        let sentences = sentences(read);
        let mut folded = String::with_capacity(read.len());
        let mut words = Vec::with_capacity(read.len() / 8);
        let (mut sentence, mut aside) = (0, 0);
        for token in tokens(read) {
            let is_past = |span: &Span| span.end <= token.span.start;
            while sentences.get(sentence).is_some_and(is_past) {
                sentence += 1;
            }
            while asides.get(aside).is_some_and(is_past) {
                aside += 1;
            }
            let is_aside = asides
                .get(aside)
                .is_some_and(|span| span.start <= token.span.start);
            if token.kind == TokenKind::Space || is_aside {
                continue;
            }
            push(&mut words, &mut folded, text, sentence, token);
        }
        let words = spaced::join(text, &folded, words);
        Self {
            text,
            words,
            sentences,
            asides,
            folded,
            ranks: OnceCell::new(),
        }
    }

    /// How near the front each sentence stands; reckoned when a detector first asks.
    #[must_use]
    pub fn ranks(&self) -> &Ranks {
        self.ranks.get_or_init(|| Ranks::of(self))
    }

    /// The folded form of a word; empty past the last one.
    #[must_use]
    #[inline]
    pub fn folded(&self, index: usize) -> &str {
        self.words
            .get(index)
            .map_or("", |word| word.folded.slice(&self.folded))
    }

    /// What the lists say of a word; nothing for numbers, signs and past the last.
    #[must_use]
    #[inline]
    pub fn card(&self, index: usize) -> Card {
        self.words
            .get(index)
            .map(|word| word.card)
            .unwrap_or_default()
    }

    /// The folded form of a word if it is one of letters; empty for numbers, signs and past the last.
    #[must_use]
    #[inline]
    pub fn letters(&self, index: usize) -> &str {
        if self.is(index, TokenKind::Word) {
            self.folded(index)
        } else {
            ""
        }
    }

    /// The folded form of the word of letters that stands `steps` before `index`, if it stands in the same sentence.
    #[must_use]
    #[inline]
    pub fn before(&self, index: usize, steps: usize) -> &str {
        let place = index
            .checked_sub(steps)
            .filter(|place| self.sentence(*place) == self.sentence(index));
        place.map_or("", |place| self.letters(place))
    }

    /// Whether the word at `index` is of this kind.
    #[must_use]
    #[inline]
    pub fn is(&self, index: usize, kind: TokenKind) -> bool {
        self.words.get(index).is_some_and(|word| word.kind == kind)
    }

    /// The sentence of a word.
    #[must_use]
    #[inline]
    pub fn sentence(&self, index: usize) -> Option<usize> {
        self.words.get(index).map(|word| word.sentence)
    }

    /// Whether the word at `index` opens its sentence.
    #[must_use]
    #[inline]
    pub fn opens_sentence(&self, index: usize) -> bool {
        index == 0 || self.sentence(index - 1) != self.sentence(index)
    }

    /// The first word of the sentence in which the word at `index` stands.
    #[must_use]
    pub fn sentence_start(&self, index: usize) -> usize {
        let sentence = self.sentence(index);
        self.words
            .partition_point(|word| Some(word.sentence) < sentence)
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

/// Adds a token, its folded form behind those before it; a word that was glued from several is added as these.
fn push(words: &mut Vec<Word>, folded: &mut String, text: &str, sentence: usize, token: Token) {
    let start = folded.len();
    let written = token.span.slice(text);
    fold_onto(folded, written);
    let whole = Span::new(start, folded.len());
    if whole.start == whole.end {
        return;
    }
    let is_word = token.kind == TokenKind::Word;
    let card = is_word.then(|| Card::of(whole.slice(folded)));
    let word = Word {
        span: token.span,
        kind: token.kind,
        sentence,
        folded: whole,
        card: card.unwrap_or_default(),
    };
    let parts = card
        .filter(|card| card.rarity.is_none())
        .and_then(|_| glue::parts(written, whole.slice(folded)));
    let Some(parts) = parts else {
        words.push(word);
        return;
    };
    folded.truncate(start);
    for part in parts {
        let start = folded.len();
        fold_onto(folded, part.slice(written));
        let own = Span::new(start, folded.len());
        words.push(Word {
            span: part.shifted(token.span.start),
            folded: own,
            card: Card::of(own.slice(folded)),
            ..word
        });
    }
}

/// As much of a text as is read, up to the border of a character.
fn beginning(text: &str) -> &str {
    let end = (0..=text.len().min(LONGEST))
        .rev()
        .find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or(0)).unwrap_or(text)
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

    #[test]
    fn what_a_scan_did_is_repaired_in_the_reading() {
        let table = [
            (
                "من هولنداوألمانيا والأممالمتحدة",
                "من[من] هولندا[هولندا] والمانيا[وألمانيا] والامم[والأمم] المتحده[المتحدة]",
            ),
            (
                "حزب ا ل م غ ر ب  قال",
                "حزب[حزب] المغرب[ا ل م غ ر ب] قال[قال]",
            ),
            ("أ ث خ ذ", "ا[أ] ث[ث] خ[خ] ذ[ذ]"),
            (
                "جمعـــــية الكتّاب ڪمال",
                "جمعيه[جمعـــــية] الكتاب[الكتّاب] كمال[ڪمال]",
            ),
        ];
        for (text, expected) in table {
            let reading = Reading::of(text);
            let shown: Vec<_> = (0..reading.words.len())
                .map(|index| {
                    let span = reading.span(index, index);
                    format!("{}[{}]", reading.folded(index), span.slice(text))
                })
                .collect();
            assert_eq!(shown.join(" "), expected);
        }
    }

    #[test]
    fn asides_have_no_words() {
        let reading = Reading::of("نشر في 9 ماي 2012\nاجتمعت القرى.");
        assert_eq!(reading.words.len(), 3);
        assert_eq!(reading.asides.len(), 1);
    }
}
