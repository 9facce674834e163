//! Makes the lexicon of word frequencies, `src/text/lexicon/words.fst`, from a list of words as they are written:
//! `cargo run --release --example lexicon -- WORDS.tsv OUT.fst`. A line of the list is a word, a tab, and its rarity in
//! centibels (−100·log10 of its share among all words). The README beside the lexicon says where the list comes from.

use std::collections::BTreeMap;
use std::fs;

use fst::MapBuilder;
use sijill::text::character::is_arabic_letter;
use sijill::text::fold::fold_plain;
use sijill::text::lexicon::Entry;

/// What the spellings of one folded word add up to.
#[derive(Default)]
struct Mass {
    all: f64,
    /// Spelled with a hamza or madda on the first alef, so that an ال at its head is no article.
    own_alef: f64,
    /// Spelled with a final ة.
    feminine: f64,
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
            let mass = masses.entry(fold_plain(word)).or_default();
            let share = 10_f64.powf(-rarity / 100.0);
            mass.all += share;
            mass.own_alef += if word.starts_with(['أ', 'إ', 'آ']) {
                share
            } else {
                0.0
            };
            mass.feminine += if word.ends_with('ة') { share } else { 0.0 };
        }
    }
    let mut builder = MapBuilder::memory();
    for (word, mass) in &masses {
        let entry = Entry {
            rarity: (-100.0 * mass.all.log10()).round().clamp(0.0, 999.0) as u16,
            has_own_alef: mass.own_alef * 2.0 > mass.all,
            is_feminine: mass.feminine * 2.0 > mass.all,
        };
        builder.insert(word, entry.to_value())?;
    }
    let bytes = builder.into_inner()?;
    println!("{} words, {} bytes", masses.len(), bytes.len());
    Ok(fs::write(out, bytes)?)
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
