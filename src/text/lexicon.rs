//! How common each written Arabic word is: half a million folded forms with the share each has among all words. Frozen
//! with the program, so that an archive of five documents is searched as well as one of a million and an index never
//! depends on the order in which documents came. Where the figures come from, and their licence, is told in
//! `lexicon/README.md`.

use std::sync::LazyLock;

use fst::Map;

/// Raise it whenever the list changes: stems and cuts change with it, so an index of another version is built anew.
pub const VERSION: u32 = 1;

static BYTES: &[u8] = include_bytes!("lexicon/words.fst");

/// The list; absent only if the file built into the program were damaged, which a test rules out.
static WORDS: LazyLock<Option<Map<&'static [u8]>>> = LazyLock::new(|| Map::new(BYTES).ok());

/// What the lexicon knows of a folded word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Centibels: −100·log10 of the word's share among all words, so 150 is «من» and 800 a word seen once in 100 million.
    pub rarity: u16,
    /// Mostly written with أ إ آ at its head: an ال there is no article («ألبانيا»).
    pub has_own_alef: bool,
    /// Mostly written with a final ة, so a folded final ه is no pronoun.
    pub is_feminine: bool,
}

const RARITY_STEP: u16 = 10;
const OWN_ALEF: u64 = 1 << 7;
const FEMININE: u64 = 1 << 8;

impl Entry {
    /// The entry as the list keeps it. Rarities are rounded to tenths of a Zipf step: finer ones would double the file.
    #[must_use]
    pub fn to_value(self) -> u64 {
        let flag = |is_set, flag| if is_set { flag } else { 0 };
        u64::from((self.rarity + RARITY_STEP / 2) / RARITY_STEP)
            | flag(self.has_own_alef, OWN_ALEF)
            | flag(self.is_feminine, FEMININE)
    }

    fn of_value(value: u64) -> Self {
        Self {
            rarity: u16::try_from(value % OWN_ALEF).unwrap_or(u16::MAX) * RARITY_STEP,
            has_own_alef: value & OWN_ALEF != 0,
            is_feminine: value & FEMININE != 0,
        }
    }
}

/// What is known of a folded word; nothing where it is not in the list.
#[must_use]
pub fn find(folded: &str) -> Option<Entry> {
    WORDS.as_ref()?.get(folded).map(Entry::of_value)
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
        assert!(government.is_feminine && !government.has_own_alef);
        assert!(find("المانيا").unwrap().has_own_alef);
        assert!(rarity("في") < rarity("كتاب") && rarity("كتاب") < rarity("مخطوطه"));
        assert_eq!(rarity("قغصضث"), None);
    }

    #[test]
    fn an_entry_is_kept_to_a_tenth() {
        for rarity in [0, 140, 790] {
            for (has_own_alef, is_feminine) in [(false, true), (true, false)] {
                let entry = Entry {
                    rarity,
                    has_own_alef,
                    is_feminine,
                };
                assert_eq!(Entry::of_value(entry.to_value()), entry);
            }
        }
    }
}
