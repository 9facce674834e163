//! What «و» joins inside a name. Invariant: where what follows begins a name of its own, the name ends before the «و».

use super::adjective::is_relative;
use super::place::place_at;
use super::{State, Walk};
use crate::analysis::lexicon::body::known::find_known;
use crate::analysis::lexicon::body::{Class, Number, Strength};

/// The most words joined.
const MOST: usize = 4;

impl Walk<'_> {
    /// A word with «و» inside the name.
    pub(super) fn join(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let is_next = terms.are_together(self.head, index) && terms.is_word(index);
        if self.state != State::Whole || !is_next || self.joined >= MOST || self.extent.terms == 0 {
            return None;
        }
        let clitics = terms.clitics(index).0;
        let is_barred = terms.has(index, Class::End)
            || terms.has(index, Class::Verb) && !clitics.has_article
            || terms.has(index, Class::Title) && !self.follows_plural()
            || terms.has(index, Class::Passing)
            || clitics.preposition.is_some()
            // «توحيد القوى والوصول إلى …»: a masdar with its own complement is the sentence's.
            || terms.folded(index + 1) == "الي"
            || self.extent.quoted.is_some()
            || self.is_body(index);
        if is_barred {
            return None;
        }
        let last = if clitics.has_article {
            let is_other = self.is_adjectival() && !self.is_same_form(index);
            if is_other { None } else { Some(index) }
        } else if self.has_purpose || self.has_place() {
            place_at(terms, index, true).or_else(|| self.joined_noun(index))
        } else {
            self.joined_noun(index)
        }?;
        self.joined += 1;
        self.is_general = false;
        self.take(last, State::Whole)
    }

    /// «ونصرة القدس», «وصغار المزارعين»: a noun with its own genitive.
    fn joined_noun(&self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let is_cause = terms.has(index, Class::Cause) && !self.is_adjectival();
        if is_cause {
            return self.close(index + 1);
        }
        let is_defined =
            terms.clitics(index + 1).0.has_article && terms.are_together(index, index + 1);
        (self.has_purpose && is_defined && terms.is_noun_like(index)).then_some(index + 1)
    }

    /// Whether the name of another body begins here.
    fn is_body(&self, index: usize) -> bool {
        let terms = self.terms;
        let own = (self.head..=self.extent.last)
            .rev()
            .find_map(|place| terms.noun(place));
        let own_is_plural = own.is_some_and(|(_, number)| number == Number::Plural);
        if let Some((noun, number)) = terms.noun(index) {
            let is_joined = number == Number::Plural
                && !self.has_purpose
                && (own_is_plural || self.follows_plural())
                && self.extent.last > self.head;
            let is_masdar = noun.strength == Strength::Weak
                && (terms.has(index, Class::Errand) || terms.has(index, Class::Cause));
            return !is_joined && !is_masdar;
        }
        let Some(term) = terms.at(index) else {
            return false;
        };
        terms.has(index, Class::Opening) && find_known(terms.reading, term.word, 0).is_some()
    }

    /// «الجاليات والمؤسسات»: a definite plural, so that another may be joined to it.
    fn follows_plural(&self) -> bool {
        let last = self.extent.last;
        let core = self.terms.core(last);
        let is_plural = ["ات", "ين", "ون"].iter().any(|end| core.ends_with(end))
            && core.chars().count() > 4
            || self
                .terms
                .noun(last)
                .is_some_and(|(_, number)| number == Number::Plural);
        is_plural && last > self.head && self.terms.clitics(last).0.has_article
    }

    /// Whether all behind the head are adjectives of it.
    fn is_adjectival(&self) -> bool {
        self.is_definite && !self.has_purpose
    }

    fn is_same_form(&self, index: usize) -> bool {
        let (one, other) = (self.terms.core(self.extent.last), self.terms.core(index));
        let is_feminine = |core: &str| core.ends_with('ه');
        is_feminine(one) == is_feminine(other) && (is_feminine(one) || is_relative(other))
    }

    fn has_place(&self) -> bool {
        place_at(self.terms, self.extent.last, true).is_some()
    }
}
