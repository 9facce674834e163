//! How common each written Arabic word is: half a million folded forms with the share each has among all words. Frozen
//! with the program, so that an archive of five documents is searched as well as one of a million and an index never
//! depends on the order in which documents came. Where the figures come from, and their licence, is told in
//! `lexicon/README.md`.

use std::cell::RefCell;
use std::sync::LazyLock;

use fst::Map;

use crate::text::memo::Memo;
use crate::text::spelling::spell;

/// Raise it whenever the list changes: stems and cuts change with it, so an index of another version is built anew.
pub const VERSION: u32 = 2;

static BYTES: &[u8] = include_bytes!("lexicon/words.fst");

/// The list; absent only if the file built into the program were damaged, which a test rules out.
static WORDS: LazyLock<Option<Map<&'static [u8]>>> = LazyLock::new(|| Map::new(BYTES).ok());

/// What the lexicon knows of a folded word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Centibels: −100·log10 of the word's share among all words, so 150 is «من» and 800 a word seen once in 100 million.
    pub rarity: u16,
    /// How it is mostly written, as [`crate::text::spelling`] has it.
    pub choices: u64,
}

const RARITY_STEP: u16 = 10;
/// Rarities take so many bits; above them stand the choices.
const RARITY_BITS: u32 = 7;

impl Entry {
    /// The entry as the list keeps it. Rarities are rounded to tenths of a Zipf step: finer ones would double the file.
    #[must_use]
    pub fn to_value(self) -> u64 {
        let rarity = (self.rarity + RARITY_STEP / 2) / RARITY_STEP;
        u64::from(rarity.min((1 << RARITY_BITS) - 1)) | self.choices << RARITY_BITS
    }

    fn of_value(value: u64) -> Self {
        let rarity = value & ((1 << RARITY_BITS) - 1);
        Self {
            rarity: u16::try_from(rarity).unwrap_or(u16::MAX) * RARITY_STEP,
            choices: value >> RARITY_BITS,
        }
    }

    /// Whether the word is mostly written with أ إ آ at its head: an ال there is no article («ألبانيا»).
    #[must_use]
    pub fn has_own_alef(self, folded: &str) -> bool {
        folded.starts_with('ا') && spell(folded, self.choices).starts_with(['أ', 'إ', 'آ'])
    }

    /// Whether the word is mostly written with a final ة, so that a folded final ه is no pronoun.
    #[must_use]
    pub fn is_feminine(self, folded: &str) -> bool {
        folded.ends_with('ه') && spell(folded, self.choices).ends_with('ة')
    }
}

/// What is known of a folded word; nothing where it is not in the list.
#[must_use]
pub fn find(folded: &str) -> Option<Entry> {
    thread_local! {
        static SEEN: RefCell<Memo<Option<u64>, 16_384>> = RefCell::default();
    }
    let look_up = || WORDS.as_ref()?.get(folded);
    let value = SEEN.with_borrow_mut(|seen| seen.get(folded, look_up));
    value.map(Entry::of_value)
}

/// The rarity of a folded word in centibels, if it is in the list.
#[must_use]
pub fn rarity(folded: &str) -> Option<u16> {
    find(folded).map(|entry| entry.rarity)
}

#[cfg(test)]
mod tests {
    use super::{Entry, find, rarity};

    #[test]
    fn the_list_is_whole_and_says_what_it_knows() {
        let government = find("حكومه").unwrap();
        assert!(government.is_feminine("حكومه") && !government.has_own_alef("حكومه"));
        assert!(find("المانيا").unwrap().has_own_alef("المانيا"));
        assert!(!find("فيه").unwrap().is_feminine("فيه"));
        assert!(rarity("في") < rarity("كتاب") && rarity("كتاب") < rarity("مخطوطه"));
        assert_eq!(rarity("قغصضث"), None);
    }

    #[test]
    fn an_entry_is_kept_to_a_tenth() {
        for rarity in [0, 140, 790] {
            for choices in [0, 1, 0b1001] {
                let entry = Entry { rarity, choices };
                assert_eq!(Entry::of_value(entry.to_value()), entry);
            }
        }
    }
}
