//! Makes the lexicon of word frequencies, `src/text/lexicon/words.fst`, from a list of words as they are written:
//! `cargo run --release --example lexicon -- WORDS.tsv OUT.fst`. A line of the list is a word, a tab, and its rarity in
//! centibels (−100·log10 of its share among all words). The README beside the lexicon says where the list comes from.

use std::collections::BTreeMap;
use std::fs;

use fst::MapBuilder;
use sijill::text::character::is_arabic_letter;
use sijill::text::fold::fold_plain;
use sijill::text::lexicon::Entry;
use sijill::text::spelling::choices_of;

/// What the spellings of one folded word add up to.
#[derive(Default)]
struct Mass {
    all: f64,
    /// The share of each spelling, by its choices.
    spellings: BTreeMap<u64, f64>,
}

impl Mass {
    /// The choices of the most common spelling; of equals, the plainest.
    fn usual(&self) -> u64 {
        let spellings = self.spellings.iter().rev();
        let usual = spellings.max_by(|one, other| one.1.total_cmp(other.1));
        usual.map_or(0, |(choices, _)| *choices)
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(list), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("usage: lexicon WORDS.tsv OUT.fst".into());
    };
    let mut masses: BTreeMap<String, Mass> = BTreeMap::new();
    for (number, line) in (1..).zip(fs::read_to_string(&list)?.lines()) {
        let wrong = || format!("{list}:{number}: expected a word, a tab, and centibels");
        let (word, rarity) = line.split_once('\t').ok_or_else(wrong)?;
        let rarity: f64 = rarity.parse().map_err(|_| wrong())?;
        if is_word(word) {
            let folded = fold_plain(word);
            let choices = choices_of(&folded, word);
            let mass = masses.entry(folded).or_default();
            let share = 10_f64.powf(-rarity / 100.0);
            mass.all += share;
            if let Some(choices) = choices {
                *mass.spellings.entry(choices).or_default() += share;
            }
        }
    }
    let glued: Vec<String> = masses
        .keys()
        .filter(|word| is_glued(word, &masses))
        .cloned()
        .collect();
    for word in &glued {
        masses.remove(word);
    }
    let mut builder = MapBuilder::memory();
    for (word, mass) in &masses {
        let entry = Entry {
            rarity: (-100.0 * mass.all.log10()).round().clamp(0.0, 999.0) as u16,
            choices: mass.usual(),
        };
        builder.insert(word, entry.to_value())?;
    }
    let bytes = builder.into_inner()?;
    println!("{} words, {} bytes", masses.len(), bytes.len());
    Ok(fs::write(out, bytes)?)
}

/// Two words must each be so many times as common as what they make together, for that to be the two glued.
const GLUED: f64 = 30.0;

/// Whether a folded form is two far commoner words glued, the second with its article («الأممالمتحدة»): the web glues
/// some so often that its lists have them as words.
fn is_glued(word: &str, masses: &BTreeMap<String, Mass>) -> bool {
    let own = masses.get(word).map_or(0.0, |mass| mass.all);
    let is_common = |part: &str| {
        let letters = part.chars().count();
        letters > 3 && masses.get(part).is_some_and(|mass| mass.all > own * GLUED)
    };
    let inner = word
        .match_indices("ال")
        .map(|(place, _)| word.split_at(place));
    inner
        .into_iter()
        .any(|(left, right)| is_common(left) && is_common(right))
}

/// Whether a form of the list is an Arabic word: letters alone, two at least, ة and ى only at the end (elsewhere they
/// show that two words were glued), no letter three times running («ههههه»).
fn is_word(form: &str) -> bool {
    let letters: Vec<char> = form.chars().collect();
    let inside = letters.split_last().map_or(&[][..], |(_, inside)| inside);
    letters.len() > 1
        && letters.iter().all(|letter| is_arabic_letter(*letter))
        && !inside.iter().any(|letter| matches!(letter, 'ة' | 'ى'))
        && !letters
            .windows(3)
            .any(|three| three[0] == three[1] && three[1] == three[2])
}
