//! How near the front of a document a sentence stands: 0 for the lead, counting on from there. Headlines, names and
//! other short lines do not count, so that the first full sentence is still the lead's neighbour, and neither does a
//! long headline that the sentence under it tells again.

use crate::analysis::reading::Reading;
use crate::analysis::title;
use crate::text::token::TokenKind;

/// How many words a sentence has at least to be counted.
const FULL: usize = 8;

/// How many words a headline has at most.
const HEADLINE: usize = 16;

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
        let is_headed = is_headline(reading, lead, &lengths);
        let ranked = lengths.iter().enumerate().map(|(sentence, length)| {
            let own = (sentence >= lead).then_some(rank);
            let counts = *length >= FULL && !(sentence == lead && is_headed);
            rank += usize::from(own.is_some() && counts);
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

/// Whether the lead is a line without a full stop above a longer sentence.
fn is_headline(reading: &Reading<'_>, lead: usize, lengths: &[usize]) -> bool {
    let own = lengths.get(lead).copied().unwrap_or_default();
    let next = lengths
        .iter()
        .skip(lead + 1)
        .find(|length| **length >= FULL);
    let end = reading.words.partition_point(|word| word.sentence <= lead);
    let closes = end
        .checked_sub(1)
        .is_some_and(|last| matches!(reading.folded(last), "." | "!" | "؟" | "?" | ":" | "،"));
    own <= HEADLINE && !closes && next.is_some_and(|next| *next > own)
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

    #[test]
    fn a_long_headline_is_told_again() {
        let text = "تسع نقابات في الساحل تعلن ميلاد جبهة للدفاع عن الصيادين\n\n\
            أعلنت تسع نقابات للصيادين، مساء أمس، عن ميلاد جبهة واحدة تدافع عن حقوقهم أمام الشركات الكبرى. \
            ثم انصرف الحاضرون إلى ورشات العمل في قاعة الميناء.";
        let reading = Reading::of(text);
        let ranks = Ranks::of(&reading);
        let places = ["تسع", "أعلنت", "انصرف"].map(|word| {
            let place = text.find(word).expect("a word of the text");
            reading
                .words
                .partition_point(|word| word.span.start < place)
        });
        assert_eq!(
            places.map(|place| ranks.at(&reading, place)),
            [Some(0), Some(0), Some(1)]
        );
    }
}
