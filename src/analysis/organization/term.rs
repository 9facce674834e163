//! A document as names of bodies are read from it: its words and signs, glued words cut apart, each with what the
//! dictionary says of it. Invariant: terms are in order and do not overlap; the parts of one word are all its letters.

use std::cell::Cell;

use crate::analysis::lexicon::body::{Class, Clitics, NOUNS, Noun, Number, Word, find};
use crate::analysis::reading::Reading;
use crate::text::clitic::split_clitics;
use crate::text::fold::fold_plain;
use crate::text::lexicon::rarity;
use crate::text::segment::segment;
use crate::text::span::Span;
use crate::text::token::TokenKind;

pub mod place;

use place::Place;

/// Shorter words are not asked whether they are two; their letters are mostly of two bytes.
const GLUED: usize = 18;

/// Longer words, in bytes, are no words, glued or not.
const LONGEST: usize = 160;

/// The most words read: a document that has not named its bodies by then is no report of an event.
const MOST: usize = 8_000;

/// The most words cut apart: cutting is dear, and a page without spaces gives no names that could be trusted.
const MOST_CUT: usize = 200;

/// The terms of a document.
#[derive(Debug, Clone)]
pub struct Terms<'r> {
    /// The document.
    pub reading: &'r Reading<'r>,
    list: Vec<Term>,
    parts: String,
    notes: Vec<Cell<Note>>,
}

/// What was found out of a term, so that it is not asked twice.
#[derive(Debug, Clone, Copy, Default)]
struct Note {
    is_noun_like: Option<bool>,
    is_governed: Option<bool>,
    clitics: Option<(Clitics, usize)>,
    place: Option<Option<Place>>,
}

/// A word, a part of one, or a sign.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    /// Where it stands in the original text.
    pub span: Span,
    /// The index of its word in the reading.
    pub word: usize,
    /// The index of its sentence.
    pub sentence: usize,
    kind: TokenKind,
    part: Option<Span>,
    known: Option<&'static Word>,
}

impl<'r> Terms<'r> {
    /// Reads the terms of a document.
    #[must_use]
    pub fn of(reading: &'r Reading<'r>) -> Self {
        let mut terms = Self {
            reading,
            list: Vec::with_capacity(reading.words.len() + 8),
            parts: String::new(),
            notes: Vec::new(),
        };
        let mut cuts = 0;
        for (index, word) in reading.words.iter().take(MOST).enumerate() {
            let folded = reading.folded(index);
            let known = reading.card(index).body;
            let term = Term {
                span: word.span,
                word: index,
                sentence: word.sentence,
                kind: word.kind,
                part: None,
                known,
            };
            if cuts < MOST_CUT
                && known.is_none()
                && word.kind == TokenKind::Word
                && (GLUED..=LONGEST).contains(&folded.len())
                && terms.push_parts(term)
            {
                cuts += 1;
                continue;
            }
            terms.list.push(term);
        }
        terms.notes = vec![Cell::default(); terms.list.len()];
        terms
    }

    /// Adds the parts of a glued word; false where it is one word.
    fn push_parts(&mut self, term: Term) -> bool {
        if self.reading.card(term.word).rarity.is_some() {
            return false;
        }
        let written = term.span.slice(self.reading.text);
        let mut parts = segment(written);
        if parts.len() < 2 {
            parts = self.places(term);
        }
        let ends = parts.last().map_or("", |part| part.slice(written));
        let is_ending = matches!(ends, "ين" | "يين" | "ون" | "يون" | "ات" | "ية" | "يات");
        if parts.len() < 2 || is_ending {
            return false;
        }
        for part in parts {
            let start = self.parts.len();
            self.parts.push_str(&fold_plain(part.slice(written)));
            let folded = Span::new(start, self.parts.len());
            self.list.push(Term {
                span: part.shifted(term.span.start),
                part: Some(folded),
                known: find(folded.slice(&self.parts)),
                ..term
            });
        }
        true
    }

    /// How many terms there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The term at `index`.
    #[must_use]
    pub fn at(&self, index: usize) -> Option<&Term> {
        self.list.get(index)
    }

    /// The folded form of a term; empty past the last one.
    #[must_use]
    pub fn folded(&self, index: usize) -> &str {
        let Some(term) = self.list.get(index) else {
            return "";
        };
        match term.part {
            Some(part) => part.slice(&self.parts),
            None => self.reading.folded(term.word),
        }
    }

    /// The term as it is written.
    #[must_use]
    pub fn written(&self, index: usize) -> &str {
        self.list
            .get(index)
            .map_or("", |term| term.span.slice(self.reading.text))
    }

    /// Whether a term is a word of letters.
    #[must_use]
    pub fn is_word(&self, index: usize) -> bool {
        self.is(index, TokenKind::Word)
    }

    /// Whether a term is of this kind.
    #[must_use]
    pub fn is(&self, index: usize, kind: TokenKind) -> bool {
        self.list.get(index).is_some_and(|term| term.kind == kind)
    }

    /// Whether a term is a word of Latin letters.
    #[must_use]
    pub fn is_latin(&self, index: usize) -> bool {
        self.is_word(index)
            && self
                .folded(index)
                .starts_with(|letter: char| letter.is_ascii())
    }

    /// Whether two terms stand in the same sentence.
    #[must_use]
    pub fn are_together(&self, one: usize, other: usize) -> bool {
        match (self.list.get(one), self.list.get(other)) {
            (Some(one), Some(other)) => one.sentence == other.sentence,
            _ => false,
        }
    }

    /// Whether a term is of this class.
    #[must_use]
    pub fn has(&self, index: usize, class: Class) -> bool {
        self.list
            .get(index)
            .and_then(|term| term.known)
            .is_some_and(|word| word.has(class))
    }

    /// The head noun a term is, and its number.
    #[must_use]
    pub fn noun(&self, index: usize) -> Option<(&'static Noun, Number)> {
        let (place, number) = self.list.get(index)?.known?.noun?;
        // «قوى» is folded as «قوي» is; «منتدى» has its own spelling.
        let noun = NOUNS.get(place)?;
        let is_other_word = noun.lemma.ends_with('ى')
            && noun.lemma.chars().count() < 4
            && !self.written(index).ends_with('ى');
        (!is_other_word).then_some((noun, number))
    }

    /// What is written onto a term, and the bytes of it.
    #[must_use]
    pub fn clitics(&self, index: usize) -> (Clitics, usize) {
        if let Some(word) = self.list.get(index).and_then(|term| term.known) {
            // «للجنة» is «ل» and «لجنة» or «اللجنة»; an adjective with an article tells.
            let is_either = word.clitics.preposition == Some('ل')
                && !word.clitics.has_article
                && word.noun.is_some()
                && self
                    .folded(index)
                    .get(word.offset..)
                    .is_some_and(|rest| rest.starts_with('ل'));
            let has_article = word.clitics.has_article
                || is_either
                    && self.has(index + 1, Class::General)
                    && self.folded(index + 1).starts_with("ال");
            return (
                Clitics {
                    has_article,
                    ..word.clitics
                },
                word.offset,
            );
        }
        let whole = self
            .list
            .get(index)
            .filter(|term| term.kind == TokenKind::Word && term.part.is_none());
        if let Some(term) = whole {
            let (clitics, offset) = self.reading.card(term.word).clitics;
            return (clitics, usize::from(offset));
        }
        let split = || {
            let split = split_clitics(self.folded(index));
            (Clitics::of(split.proclitics), split.proclitics.len())
        };
        self.note(index, |note| &mut note.clitics, split)
    }

    /// What a note says, or finds out now.
    fn note<T: Copy>(
        &self,
        index: usize,
        field: fn(&mut Note) -> &mut Option<T>,
        find: impl FnOnce() -> T,
    ) -> T {
        let Some(cell) = self.notes.get(index) else {
            return find();
        };
        let mut note = cell.get();
        if let Some(known) = *field(&mut note) {
            return known;
        }
        let found = find();
        let mut note = cell.get();
        *field(&mut note) = Some(found);
        cell.set(note);
        found
    }

    /// A term without what is written onto it.
    #[must_use]
    pub fn core(&self, index: usize) -> &str {
        let (_, offset) = self.clitics(index);
        self.folded(index).get(offset..).unwrap_or("")
    }

    /// A term without what is written onto it, a bare «ب», «ل» or «ك» before a commoner word included.
    #[must_use]
    pub fn governed(&self, index: usize) -> Option<(char, &str)> {
        let (clitics, offset) = self.clitics(index);
        let folded = self.folded(index);
        if let Some(preposition) = clitics.preposition {
            return Some((preposition, folded.get(offset..)?));
        }
        if clitics.has_article || self.list.get(index)?.known.is_some() {
            return None;
        }
        let rest = folded.get(offset..)?;
        let preposition = rest
            .chars()
            .next()
            .filter(|letter| matches!(letter, 'ب' | 'ل'))?;
        let bare = rest.get(preposition.len_utf8()..)?;
        let is_commoner = || {
            let whole = rarity(rest).unwrap_or(u16::MAX);
            let Some(own) = rarity(bare).filter(|_| bare.chars().count() >= 3) else {
                return false;
            };
            // «لمجابهة» is nearly as common as «مجابهة», but never stands with an article.
            let is_never_definite = own <= whole.saturating_add(60)
                && rarity(&format!("ال{rest}")).is_none()
                && rarity(&format!("ال{bare}")).is_some();
            own + 30 <= whole || is_never_definite
        };
        self.note(index, |note| &mut note.is_governed, is_commoner)
            .then_some((preposition, bare))
    }

    /// Whether the «و» at the front of a term belongs to it, as far as the lexicon and the gazetteer tell.
    #[must_use]
    pub fn has_own_waw(&self, index: usize) -> bool {
        let whole = rarity(self.folded(index));
        let rest = rarity(self.core(index)).unwrap_or(u16::MAX);
        self.place(index).is_some() || whole.is_some_and(|whole| whole < rest)
    }

    /// Whether a term can be a noun without an article: it stands with one nearly as often.
    #[must_use]
    pub fn is_noun_like(&self, index: usize) -> bool {
        self.note(
            index,
            |note| &mut note.is_noun_like,
            || self.has_article_elsewhere(index),
        )
    }

    fn has_article_elsewhere(&self, index: usize) -> bool {
        let core = self.core(index);
        let bare = core
            .strip_suffix('ا')
            .filter(|bare| bare.chars().count() >= 3);
        let is_like = |core: &str| {
            let definite = rarity(&format!("ال{core}"));
            let own = rarity(core).unwrap_or(u16::MAX);
            definite.is_some_and(|definite| definite <= own.saturating_add(180))
        };
        // A plural before a genitive: «خريجي», of «الخريجين».
        let is_plural = || {
            let stem = core
                .strip_suffix(['ي', 'و'])
                .filter(|stem| stem.chars().count() >= 3);
            stem.is_some_and(|stem| rarity(&format!("ال{stem}ين")).is_some())
        };
        is_like(core) || bare.is_some_and(is_like) || is_plural()
    }
}

/// Whether a folded sign opens or closes a quotation.
#[must_use]
pub fn is_quote(sign: &str) -> bool {
    sign.chars().next().is_some_and(|sign| {
        matches!(
            sign,
            '"' | '«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›' | '‘' | '’' | '`' | '\''
        )
    })
}
