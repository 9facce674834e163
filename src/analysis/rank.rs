//! How near the front of a document a sentence stands: 0 for the lead, counting on from there. Headlines, names and
//! other short lines do not count, so that the first full sentence is still the lead's neighbour.

use crate::analysis::reading::Reading;
use crate::analysis::title;
use crate::text::token::TokenKind;

/// How many words a sentence has at least to be counted.
const FULL: usize = 8;

/// The rank of each sentence of a document; none before its lead.
#[derive(Debug, Clone)]
pub struct Ranks(Vec<Option<usize>>);

impl Ranks {
    /// Ranks the sentences of a document.
    #[must_use]
    pub fn of(reading: &Reading<'_>) -> Self {
        let mut lengths = vec![0; reading.sentences.len()];
        for word in reading
            .words
            .iter()
            .filter(|word| word.kind == TokenKind::Word)
        {
            if let Some(length) = lengths.get_mut(word.sentence) {
                *length += 1;
            }
        }
        let (lead, mut rank) = (title::lead(reading), 0);
        let ranked = lengths.iter().enumerate().map(|(sentence, length)| {
            let own = (sentence >= lead).then_some(rank);
            rank += usize::from(own.is_some() && *length >= FULL);
            own
        });
        Self(ranked.collect())
    }

    /// The rank of the sentence that the word at `index` stands in.
    #[must_use]
    pub fn at(&self, reading: &Reading<'_>, index: usize) -> Option<usize> {
        self.0.get(reading.sentence(index)?).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::Ranks;
    use crate::analysis::reading::Reading;

    #[test]
    fn short_lines_do_not_count() {
        let reading = Reading::of(
            "صوت الجبل\nتأسيس شبكة للقرى الجبلية\nسالم\nأعلنت خمس جمعيات من قرى الجبل عن تأسيس شبكة. ثم انصرفت.",
        );
        let ranks = Ranks::of(&reading);
        let shown: Vec<_> = [0, 2, 6, 7, 18]
            .iter()
            .map(|word| ranks.at(&reading, *word))
            .collect();
        assert_eq!(shown, [None, Some(0), Some(0), Some(0), Some(1)]);
        assert_eq!(ranks.at(&reading, 99), None);
    }
}
