//! From a folded word back to how it is mostly written: which alef, whether ة or ه, where a hamza sits. A choice for
//! each letter that folding leaves open, so that a word's usual spelling is a number beside it in the lexicon.

use crate::text::lexicon;

/// The letters that fold to one, the folded letter first.
const CHOICES: [&[char]; 4] = [
    &['ا', 'أ', 'إ', 'آ'],
    &['و', 'ؤ'],
    &['ي', 'ئ', 'ى'],
    &['ه', 'ة'],
];

/// Bits of one choice.
const BITS: u32 = 2;

/// How many letters of a word can be chosen: more than words have, as many as a number beside the rarity holds.
const MOST: u32 = 26;

/// The choices that make a folded word a spelling, two bits a letter that leaves a choice, the first letter lowest;
/// nothing where the two differ in other letters too.
#[must_use]
pub fn choices_of(folded: &str, spelling: &str) -> Option<u64> {
    let (mut choices, mut place) = (0, 0);
    let mut written = spelling.chars();
    for letter in folded.chars() {
        let found = written.next()?;
        match letters_of(letter) {
            Some(letters) if place < MOST => {
                let choice = letters.iter().position(|known| *known == found)?;
                choices |= (choice as u64) << (BITS * place);
                place += 1;
            }
            Some(_) | None => (found == letter).then_some(())?,
        }
    }
    written.next().is_none().then_some(choices)
}

/// The spelling that choices make of a folded word.
#[must_use]
pub fn spell(folded: &str, choices: u64) -> String {
    let mut place = 0;
    let spelled = folded.chars().map(|letter| match letters_of(letter) {
        Some(letters) if place < MOST => {
            let choice = choices >> (BITS * place) & ((1 << BITS) - 1);
            place += 1;
            letters.get(choice as usize).copied().unwrap_or(letter)
        }
        Some(_) | None => letter,
    });
    spelled.collect()
}

/// How a folded word is mostly written; a word that the lexicon does not have, letter by letter as it is folded.
#[must_use]
pub fn usual_spelling(folded: &str) -> String {
    match lexicon::find(folded) {
        Some(entry) if entry.choices != 0 => spell(folded, entry.choices),
        Some(_) | None => folded.to_owned(),
    }
}

fn letters_of(letter: char) -> Option<&'static [char]> {
    CHOICES
        .into_iter()
        .find(|letters| letters.first() == Some(&letter))
}

#[cfg(test)]
mod tests {
    use super::{choices_of, spell, usual_spelling};
    use crate::text::fold::fold_plain;

    #[test]
    fn choices_lead_back_to_the_spelling() {
        for spelling in ["مؤسسة", "إلى", "الأئمة", "آثارها", "بحر", "لؤي", "رئيسة"]
        {
            let folded = fold_plain(spelling);
            let choices = choices_of(&folded, spelling).unwrap();
            assert_eq!(spell(&folded, choices), spelling);
        }
        assert_eq!(choices_of("بحر", "نهر").or(choices_of("بحر", "بحرا")), None);
        let long = "ا".repeat(70);
        assert_eq!(spell(&long, choices_of(&long, &long).unwrap()), long);
    }

    #[test]
    fn words_are_known_by_how_they_are_mostly_written() {
        for word in [
            "حكومة",
            "الأردن",
            "مؤتمر",
            "رئيس",
            "على",
            "إلى",
            "فيه",
            "ألمانيا",
        ] {
            assert_eq!(usual_spelling(&fold_plain(word)), word);
        }
        assert_eq!(usual_spelling("قغصضثه"), "قغصضثه");
    }
}
