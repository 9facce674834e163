//! Countries and towns among the terms of a document. Invariant: what the gazetteer is asked of a term, it is asked once.

use super::{Term, Terms};
use crate::analysis::lexicon::Found;
use crate::analysis::lexicon::body::Class;
use crate::analysis::lexicon::gazetteer::{Name, NameClass, find as find_place};
use crate::text::span::Span;

/// A country or a town that begins at a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The index of its last term.
    pub last: usize,
    /// Whether it is a country.
    pub is_country: bool,
    /// Whether it is of one word that means something else as well.
    pub is_word: bool,
}

impl Terms<'_> {
    /// The parts of a word that is two places glued together: «إسبانياكاطالونيا».
    pub(super) fn places(&self, term: Term) -> Vec<Span> {
        let is_place = |found: &Found<Name>| {
            found.entry.code.is_some() && found.entry.class != NameClass::Nationality
        };
        let first = find_place(self.reading, term.word, 0).filter(is_place);
        let cut = first
            .filter(|found| found.last == term.word)
            .and_then(|found| found.inner_end);
        let second = cut
            .and_then(|cut| find_place(self.reading, term.word, cut))
            .filter(is_place);
        let is_whole =
            second.is_some_and(|found| found.last == term.word && found.inner_end.is_none());
        let Some(cut) = cut.filter(|_| is_whole) else {
            return Vec::new();
        };
        let length = term.span.len();
        let cut = self.reading.part(term.word, 0, term.word, Some(cut)).end - term.span.start;
        vec![Span::new(0, cut), Span::new(cut, length)]
    }

    /// The country or town that begins at a term.
    #[must_use]
    pub fn place(&self, index: usize) -> Option<Place> {
        self.note(index, |note| &mut note.place, || self.find_place(index))
    }

    /// Whether a term is the adjective of a nation.
    #[must_use]
    pub fn is_nationality(&self, index: usize) -> bool {
        let term = self.list.get(index).filter(|term| term.part.is_none());
        let found = term.and_then(|term| find_place(self.reading, term.word, 0));
        found.is_some_and(|found| {
            found.entry.class == NameClass::Nationality
                && term.is_some_and(|term| found.last == term.word)
        })
    }

    fn find_place(&self, index: usize) -> Option<Place> {
        let term = self.list.get(index)?;
        let from = match index
            .checked_sub(1)
            .and_then(|before| self.list.get(before))
        {
            Some(before) if before.word == term.word => {
                self.reading.folded(term.word).find(self.folded(index))?
            }
            _ => 0,
        };
        if self.has(index, Class::Continent) {
            return Some(Place {
                last: index,
                is_country: true,
                is_word: false,
            });
        }
        let found = find_place(self.reading, term.word, from)?;
        let is_country = match found.entry.class {
            NameClass::Country => true,
            NameClass::Capital | NameClass::City | NameClass::EitherCity => false,
            NameClass::WeakCountry
            | NameClass::WeakCity
            | NameClass::Town
            | NameClass::Nationality
            | NameClass::People
            | NameClass::Trap => return None,
        };
        found.entry.code?;
        // «درع الوطن» has no «درعا»: glue cuts a name inside its own word only.
        if found.inner_end.is_some() && found.last > term.word {
            return None;
        }
        let last = (index..index + 6)
            .take_while(|place| {
                self.list
                    .get(*place)
                    .is_some_and(|term| term.word <= found.last)
            })
            .last()?;
        // A glued word ends where its first part does.
        let last = if found.inner_end.is_some() {
            index
        } else {
            last
        };
        let is_word = found.last == term.word;
        Some(Place {
            last,
            is_country,
            is_word,
        })
    }
}
