//! Words that were glued together («هولنداوألمانيا», «الأممالمتحدة»), cut apart again. A word is cut where a row of common
//! words explains it better than one rare or unknown word does: the cheapest row is found by dynamic programming
//! (A. J. Viterbi, IEEE Transactions on Information Theory 13, 1967) over the rarities of the lexicon, which are
//! negative logarithms and so add up. Invariant: the parts, joined, are the word, and one part means that it stands as
//! it is.

use crate::text::character::is_arabic_letter;
use crate::text::fold::fold_plain;
use crate::text::lexicon::rarity;
use crate::text::span::Span;
use crate::text::stem::core;

/// Shorter words are not cut: what looks like two words of three letters is mostly one.
const SHORTEST: usize = 6;
/// Longer words are no Arabic words, glued or not.
const LONGEST: usize = 64;
/// No single word of the lexicon is longer.
const LONGEST_PART: usize = 16;
/// What a cut costs, in centibels: gluing is rarer than any spelling.
const CUT: u32 = 120;
/// What it costs to take a word of no list for one word, and each of its letters.
const UNKNOWN: u32 = 650;
/// See [`UNKNOWN`]: a long unknown word is more likely two.
const UNKNOWN_LETTER: u32 = 85;
/// What a word of clitics and a listed core costs beside its core.
const CLITICS: u32 = 200;
/// What a part of two and of three letters costs more, since nearly any two or three letters are a word.
const SHORT_PART: [u32; 2] = [250, 90];

/// The parts of a word as it is written, as spans of it.
#[must_use]
pub fn segment(written: &str) -> Vec<Span> {
    let whole = vec![Span::new(0, written.len())];
    let letters = letters_of(written);
    if !(SHORTEST..=LONGEST).contains(&letters.len()) {
        return whole;
    }
    let folded: String = letters.iter().map(|letter| letter.folded).collect();
    let Some(cuts) = cuts(&letters, &folded) else {
        return whole;
    };
    let mut ends = cuts
        .iter()
        .map(|cut| letters[*cut].start)
        .collect::<Vec<_>>();
    ends.push(written.len());
    let mut start = 0;
    let span = |end| {
        let span = Span::new(start, end);
        start = end;
        span
    };
    ends.into_iter().map(span).collect()
}

/// A folded letter and where what it stands for begins.
struct Letter {
    folded: char,
    start: usize,
    /// A letter that only ends words: ة, ى.
    is_final: bool,
}

/// The letters of a word, if it is Arabic; none otherwise.
fn letters_of(written: &str) -> Vec<Letter> {
    let mut letters = Vec::new();
    for (start, character) in written.char_indices() {
        let mut buffer = [0; 4];
        let folded = fold_plain(character.encode_utf8(&mut buffer));
        for folded in folded.chars() {
            if !is_arabic_letter(folded) {
                return Vec::new();
            }
            let is_final = matches!(character, 'ة' | 'ى');
            letters.push(Letter {
                folded,
                start,
                is_final,
            });
        }
    }
    letters
}

/// Where to cut, as indexes of letters; nothing where the word is best left whole.
fn cuts(letters: &[Letter], folded: &str) -> Option<Vec<usize>> {
    let has_inner_end = letters[..letters.len() - 1]
        .iter()
        .any(|letter| letter.is_final);
    let whole = if has_inner_end {
        u32::MAX
    } else {
        cost_of_whole(folded, letters.len())
    };
    if whole <= CUT {
        return None;
    }
    let offsets: Vec<usize> = folded
        .char_indices()
        .map(|(offset, _)| offset)
        .chain([folded.len()])
        .collect();
    let count = letters.len();
    // best[end] is the least cost of the first `end` letters and where its last part begins.
    let mut best: Vec<Option<(u32, usize)>> = vec![None; count + 1];
    best[0] = Some((0, 0));
    for end in 2..=count {
        if end < count && !may_begin(letters[end].folded) {
            continue;
        }
        for start in end.saturating_sub(LONGEST_PART)..end - 1 {
            let Some((before, _)) = best[start] else {
                continue;
            };
            if start == 0 && end == count
                || letters[start..end - 1].iter().any(|letter| letter.is_final)
            {
                continue;
            }
            let Some(part) = cost_of_part(&folded[offsets[start]..offsets[end]], end - start)
            else {
                continue;
            };
            let cost = before + part + if start > 0 { CUT } else { 0 };
            if best[end].is_none_or(|(least, _)| cost < least) {
                best[end] = Some((cost, start));
            }
        }
    }
    let (cost, mut start) = best[count]?;
    if cost >= whole {
        return None;
    }
    let mut cuts = Vec::new();
    while start > 0 {
        cuts.push(start);
        start = best[start].map_or(0, |(_, start)| start);
    }
    cuts.reverse();
    Some(cuts)
}

/// No Arabic word begins with a lone hamza.
const fn may_begin(letter: char) -> bool {
    letter != 'ء'
}

fn cost_of_whole(folded: &str, letters: usize) -> u32 {
    let length = u32::try_from(letters).unwrap_or(u32::MAX);
    let unknown = UNKNOWN + UNKNOWN_LETTER * length;
    let listed = rarity(folded).map_or(unknown, u32::from);
    let core = rarity(&core(folded)).map_or(unknown, |core| u32::from(core) + CLITICS);
    listed.min(core)
}

fn cost_of_part(folded: &str, letters: usize) -> Option<u32> {
    let extra = SHORT_PART.get(letters - 2).copied().unwrap_or(0);
    rarity(folded).map(|rarity| u32::from(rarity) + extra)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::segment;

    fn shown(written: &str) -> String {
        let parts: Vec<&str> = segment(written)
            .into_iter()
            .map(|span| span.slice(written))
            .collect();
        parts.join("|")
    }

    #[test]
    fn glued_words_are_cut_and_whole_ones_are_not() {
        let table = [
            ("هولنداوألمانيا", "هولندا|وألمانيا"),
            ("الأممالمتحدة", "الأمم|المتحدة"),
            ("الولاياتالمتحدةالأمريكية", "الولايات|المتحدة|الأمريكية"),
            ("حُقوقُالإنسان", "حُقوقُ|الإنسان"),
            ("رئيسةالجمعية", "رئيسة|الجمعية"),
            ("الديمقراطيون", "الديمقراطيون"),
            ("استراتيجياتهم", "استراتيجياتهم"),
            ("والاستقلال", "والاستقلال"),
            ("مجلس", "مجلس"),
            ("Nederland", "Nederland"),
        ];
        for (written, expected) in table {
            assert_eq!(shown(written), expected);
        }
    }

    proptest! {
        #[test]
        fn the_parts_are_the_word(any in any::<String>(), arabic in "[\\p{Arabic}]{0,40}") {
            for written in [any, arabic] {
                let parts: String = segment(&written).into_iter().map(|span| span.slice(&written)).collect();
                prop_assert_eq!(parts, written);
            }
        }
    }
}
