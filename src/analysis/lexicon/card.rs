//! What the lists say of a written word alone, found out once for a word that comes again: most words of a text are of
//! no list, and most come again and again. Invariant: a card is that of the very word; nothing around it is asked.

use std::cell::RefCell;

use super::{body, cue, gazetteer, trigger};
use crate::analysis::{attendance, date, genre, online};
use crate::model::vocabulary::Unit;
use crate::text::clitic::split_clitics;
use crate::text::lexicon::rarity;
use crate::text::memo::Memo;

/// A list of phrases that cards tell of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Words of an event.
    Trigger,
    /// Countries and places.
    Gazetteer,
    /// Months.
    Month,
    /// Ways to meet over a network.
    Online,
}

impl List {
    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// How a word may open a phrase of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Opening {
    /// A phrase ends with the word or goes on behind it.
    pub is_whole: bool,
    /// A phrase ends inside the word, as one glued to the next would.
    pub is_inner: bool,
}

/// What the lists say of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Card {
    /// How rare it is, in centibels; nothing where the lexicon does not have it.
    pub rarity: Option<u16>,
    /// What it tells of people, speech and decisions.
    pub cue: cue::Told,
    /// What it is in the name of a body.
    pub body: Option<&'static body::Word>,
    /// The unit that it counts in.
    pub unit: Option<Unit>,
    /// Whether a word or phrase of a genre may begin with it.
    pub may_be_of_genre: bool,
    /// Whether the name of a country or a city stands in it as one glued to another would.
    pub holds_name: bool,
    /// What it tells of an event; nothing where the words behind it must be asked.
    pub trigger: Option<trigger::Classes>,
    /// What is written onto its front, and the bytes of it.
    pub clitics: (body::Clitics, u8),
    whole: u8,
    inner: u8,
}

impl Card {
    /// The card of a folded word of letters.
    #[must_use]
    pub fn of(folded: &str) -> Self {
        // Measured: in an archive of sixty thousand words a quarter of these pairs lets one word of six be read anew.
        thread_local! {
            static KNOWN: RefCell<Memo<Card, 65_536>> = RefCell::default();
        }
        KNOWN.with_borrow_mut(|known| known.get(folded, || Self::read(folded)))
    }

    /// The head noun that the word is a form of.
    #[must_use]
    pub fn noun(&self) -> Option<&'static body::Noun> {
        self.body.and_then(|word| word.head())
    }

    /// The number of the head noun that the word is a form of.
    #[must_use]
    pub fn number(&self) -> Option<body::Number> {
        self.body
            .and_then(|word| word.noun)
            .map(|(_, number)| number)
    }

    /// How the word may open a phrase of a list.
    #[must_use]
    pub const fn opening(&self, list: List) -> Opening {
        Opening {
            is_whole: self.whole & list.bit() != 0,
            is_inner: self.inner & list.bit() != 0,
        }
    }

    fn read(folded: &str) -> Self {
        let proclitics = split_clitics(folded).proclitics;
        let mut card = Self {
            rarity: rarity(folded),
            cue: cue::told(folded),
            body: body::find(folded),
            unit: attendance::unit_of(folded),
            may_be_of_genre: genre::may_open(folded),
            holds_name: gazetteer::holds_name(folded),
            trigger: trigger::alone(folded),
            clitics: (
                body::Clitics::of(proclitics),
                u8::try_from(proclitics.len()).unwrap_or_default(),
            ),
            ..Self::default()
        };
        let openings = [
            (List::Trigger, trigger::opening(folded)),
            (List::Gazetteer, gazetteer::opening(folded)),
            (List::Month, date::month::opening(folded)),
            (List::Online, online::opening(folded)),
        ];
        for (list, opening) in openings {
            card.whole |= if opening.is_whole { list.bit() } else { 0 };
            card.inner |= if opening.is_inner { list.bit() } else { 0 };
        }
        card
    }
}

#[cfg(test)]
mod tests {
    use super::{Card, List};

    #[test]
    fn a_card_tells_of_the_word_alone() {
        let card = Card::of("بالمغرب");
        assert!(card.opening(List::Gazetteer).is_whole && !card.opening(List::Trigger).is_whole);
        assert!(Card::of("كوريا").opening(List::Gazetteer).is_whole);
        assert!(Card::of("المغربوتونس").opening(List::Gazetteer).is_inner);
        assert!(Card::of("تاسيس").opening(List::Trigger).is_whole);
        assert!(Card::of("كانون").opening(List::Month).is_whole);
        assert_eq!(
            Card::of("قغصضثقغصضث").opening(List::Trigger),
            Card::default().opening(List::Trigger)
        );
        assert!(Card::of("المغربوتونس").holds_name && !Card::of("مصري").holds_name);
        // «دشنوا» ends a phrase, «تاسيس» may go on: «تاسيسها».
        let trigger = |word| Card::of(word).trigger;
        assert!(trigger("دشنوا").is_some_and(|classes| !classes.is_empty()));
        assert!(trigger("تاسيس").is_none() && trigger("قغصضث").is_some());
        assert!(Card::of("وللحزب").body.is_some() && Card::of("في").rarity < Some(300));
    }
}
