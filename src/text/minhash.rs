//! How much of its wording one text shares with another. A text is the set of its shingles, every three words in a row
//! of the folded text; two texts are alike as far as the sets are (Broder 1997). A signature of few numbers finds the
//! likely pairs among a million texts without comparing each with each. Invariant: same words, same numbers, on every
//! machine; signatures are stored, so other constants need a migration that has all of them written anew.

use xxhash_rust::xxh3::xxh3_64;

use crate::text::fold::fold_plain;
use crate::text::token::words;

/// Words of a shingle. One changed word changes three shingles: fewer words would find common phrases alike, more would
/// not recognize a text that was edited here and there.
const WORDS: usize = 3;
/// Rows of a band: two texts share a band when as many least values are the same. With fewer a million texts of one genre
/// would each find many that have only its common phrases.
const ROWS: usize = 4;
/// Bands of a signature. Texts alike to 0.7 share one of them with a probability of 0.984, to 0.8 of 0.9996, and texts
/// that share a twentieth of their shingles, as unrelated ones seldom do, of 0.0001.
pub const BANDS: usize = 15;
/// Each permutation gives two values of a shingle, the upper and the lower half of one product.
const PERMUTATIONS: usize = BANDS * ROWS / 2;

/// The shingles of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shingles {
    /// Their hashes, sorted, each once.
    hashes: Vec<u64>,
}

/// How alike two sets of shingles are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// What both have, of what either has: 1 for the same words.
    pub jaccard: f64,
    /// What both have, of what the smaller has: 1 for an excerpt.
    pub containment: f64,
    /// The size of the smaller, as a part of the larger.
    pub ratio: f64,
}

impl Shingles {
    /// The shingles of a text; a text of fewer words has none.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let folded = fold_plain(text);
        let mut last = [0; WORDS];
        let mut hashes = Vec::with_capacity(folded.len() / 8);
        for (index, word) in words(&folded).enumerate() {
            last.rotate_left(1);
            if let Some(newest) = last.last_mut() {
                *newest = xxh3_64(word.span.slice(&folded).as_bytes());
            }
            if index + 1 >= WORDS {
                hashes.push(last.iter().fold(0, |hash, word| mix(hash ^ word)));
            }
        }
        hashes.sort_unstable();
        hashes.dedup();
        Self { hashes }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// Counts what two sets share.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> Likeness {
        let (mut own, mut others) = (
            self.hashes.iter().peekable(),
            other.hashes.iter().peekable(),
        );
        let mut shared = 0_u32;
        while let (Some(one), Some(two)) = (own.peek(), others.peek()) {
            let order = one.cmp(two);
            shared += u32::from(order.is_eq());
            if order.is_le() {
                own.next();
            }
            if order.is_ge() {
                others.next();
            }
        }
        let (less, more) = (self.len().min(other.len()), self.len().max(other.len()));
        let part = |of: usize| {
            if of == 0 {
                0.0
            } else {
                f64::from(shared) / of as f64
            }
        };
        Likeness {
            jaccard: part(less + more - shared as usize),
            containment: part(less),
            ratio: if more == 0 {
                0.0
            } else {
                less as f64 / more as f64
            },
        }
    }

    /// The bands of the signature: alike texts share one of them, others hardly ever do. A text without shingles has
    /// none.
    #[must_use]
    pub fn bands(&self) -> Vec<i64> {
        if self.is_empty() {
            return Vec::new();
        }
        let keys: [u64; PERMUTATIONS] = std::array::from_fn(|row| mix(row as u64 + 1));
        let mut upper = [u32::MAX; PERMUTATIONS];
        let mut lower = [u32::MAX; PERMUTATIONS];
        for hash in &self.hashes {
            for ((key, upper), lower) in keys.iter().zip(&mut upper).zip(&mut lower) {
                // Multiplying by an odd number permutes; the key makes each permutation another.
                let value = (hash ^ key).wrapping_mul(key | 1);
                *upper = (*upper).min((value >> 32) as u32);
                *lower = (*lower).min(value as u32);
            }
        }
        let least = [upper, lower].concat();
        let bands = least.chunks(ROWS).zip(1_u64..);
        bands
            .map(|(rows, band)| {
                rows.iter()
                    .fold(mix(band), |hash, row| mix(hash ^ u64::from(*row)))
            })
            .map(u64::cast_signed)
            .collect()
    }
}

/// The finalizer of SplitMix64: every bit of the answer hangs on every bit given.
const fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::Shingles;

    /// A text of so many different words.
    fn text(from: usize, to: usize) -> String {
        (from..to).map(|number| format!("كلمة{number} ")).collect()
    }

    #[test]
    fn likeness_counts_what_is_shared() {
        let whole = Shingles::of(&text(0, 102));
        assert_eq!(whole.len(), 202);
        for (other, jaccard, containment) in [
            (text(0, 102), 1.0, 1.0),
            (text(0, 52), 0.5, 1.0),
            (text(200, 302), 0.0, 0.0),
        ] {
            let likeness = whole.likeness(&Shingles::of(&other));
            assert!((likeness.jaccard - jaccard).abs() < 0.01, "{likeness:?}");
            assert!(
                (likeness.containment - containment).abs() < 0.01,
                "{likeness:?}"
            );
        }
        let none = Shingles::of("كلمتان فقط");
        assert!(none.is_empty() && none.bands().is_empty());
        assert_eq!(none.likeness(&none).jaccard, 0.0);
    }

    #[test]
    fn dress_and_stops_do_not_count() {
        let plain = Shingles::of("اجتمعت الاحزاب في 14 يناير لتاسيس جبهه");
        let dressed = Shingles::of("اجتمعت الأحزابُ، في ١٤ يناير: لتأسيـس «جبهة»!");
        assert_eq!(plain, dressed);
        assert_eq!(plain.bands(), dressed.bands());
    }

    #[test]
    fn alike_texts_share_a_band_and_others_do_not() {
        let shares = |one: &str, two: &str| {
            let two = Shingles::of(two).bands();
            Shingles::of(one)
                .bands()
                .iter()
                .any(|band| two.contains(band))
        };
        let original = text(0, 150);
        let found = (0..100).filter(|number| {
            let edited = original.replace(&format!("كلمة{} ", number + 20), "أخرى ");
            shares(&original, &format!("عنوان {number} جديد {edited}"))
        });
        assert_eq!(found.count(), 100);
        let confused =
            (1..100).filter(|number| shares(&original, &text(number * 200, number * 200 + 150)));
        assert_eq!(confused.count(), 0);
    }

    /// Signatures are stored: another order of mixing would lose every pair with a document of before, unless a migration
    /// has all of them written anew.
    #[test]
    fn the_constants_do_not_change() {
        let bands = Shingles::of("أعلنت أحزاب عن تأسيس جبهة واحدة").bands();
        assert_eq!(bands.first(), Some(&-5_593_398_930_209_089_869));
    }
}
