//! Foundings that are none of today: those that are aimed at, asked for, remembered, or told of a time that is past.

use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::reading::Reading;
use crate::text::token::TokenKind;

/// A founding that is only aimed at: «بهدف تشكيل تجمع».
pub(super) fn is_aim(reading: &Reading<'_>, word: usize) -> bool {
    matches!(
        reading.before(word, 1),
        "بهدف" | "بغيه" | "قصد" | "بقصد" | "سعيا" | "نحو" | "اجل"
    ) || matches!(
        reading.before(word, 2),
        "سعيا" | "يهدف" | "تهدف" | "يسعي" | "تسعي" | "يرمي" | "ترمي"
    ) || reading.before(word, 1) == "الي"
        && (2..=4).any(|steps| is_aiming(reading.before(word, steps)))
}

/// «يهدف الميثاق إلى توحيد الجبهة»: who or what aims stands behind its verb.
fn is_aiming(folded: &str) -> bool {
    let verb = folded.strip_prefix('و').unwrap_or(folded);
    matches!(
        verb,
        "يهدف"
            | "تهدف"
            | "يهدفون"
            | "يسعي"
            | "تسعي"
            | "يسعون"
            | "يرمي"
            | "ترمي"
            | "يطمح"
            | "تطمح"
    )
}

/// «تأسست الجبهة عام 1967», «في سنة 1978 أسس …»: a year alone tells history; news has a day.
pub(super) fn is_chronicle(reading: &Reading<'_>, word: usize) -> bool {
    let is_year = |place: &usize| {
        matches!(
            reading.letters(*place),
            "عام" | "سنه" | "العام" | "وعام" | "وسنه"
        ) && reading.is(place + 1, TokenKind::Number)
            && !place
                .checked_sub(2)
                .is_some_and(|before| reading.is(before, TokenKind::Number))
            && !matches!(reading.before(*place, 2), "من" | "شهر")
    };
    let is_together = |place: &usize| reading.sentence(*place) == reading.sentence(word);
    // «في عهد الشيخ …»: so is what is told of a reign.
    let is_past = |place: usize| {
        is_year(&place) || reading.letters(place) == "عهد" && reading.before(place, 1) == "في"
    };
    (word + 2..=word + 11)
        .take_while(is_together)
        .chain((word.saturating_sub(4)..word).filter(is_together))
        .any(is_past)
}

/// «شهدت تلك الفترة تأسيس العديد من اللجان»: a time in which many bodies came to be is history.
pub(super) fn is_of_many(reading: &Reading<'_>, word: usize) -> bool {
    matches!(reading.letters(word + 1), "العديد" | "الكثير" | "عديد")
        && reading.letters(word + 2) == "من"
}

/// «دعا … إلى تشكيل جبهة»: what others are asked to found.
fn is_called_for(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let sentence = reading.sentence(word);
    reading.before(word, 1) == "الي"
        && (2..=14)
            .filter_map(|steps| word.checked_sub(steps))
            .take_while(|place| reading.sentence(*place) == sentence)
            .any(|place| marks.at(place).has(Class::Call))
}

/// Whether the founding is remembered, thought of or only a point in time: «ذكرى تأسيس», «فكرة تأسيس», «منذ تأسيس»,
/// «الذي تأسس».
pub(super) fn is_recalled(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let is_recall = |steps: usize| {
        // «اتفاق حول تأسيس …»: what is agreed on is no mere subject.
        let is_agreed =
            reading.before(word, steps) == "حول" && reading.before(word, steps + 1).contains("اتف");
        let place = word
            .checked_sub(steps)
            .filter(|_| !reading.before(word, steps).is_empty() && !is_agreed);
        place.is_some_and(|place| marks.at(place).has_any(&[Class::Recall, Class::Unreal]))
    };
    (1..=3).any(is_recall)
        || is_called_for(reading, marks, word)
        || matches!(
            reading.before(word, 1),
            "قبل"
                | "بعد"
                | "اعاده"
                | "باعاده"
                | "الذي"
                | "التي"
                | "كان"
                | "كانت"
                | "وكان"
                | "وكانت"
                | "قد"
                | "عند"
                | "لم"
                | "متي"
                | "كيف"
                | "لماذا"
        )
}

#[cfg(test)]
mod tests {
    use crate::analysis::kind::kind;

    #[test]
    fn what_is_aimed_at_or_past_is_no_founding() {
        let table = [
            (
                "شهدت تلك الأيام تأسيس العديد من اللجان والنقابات في السهل.",
                "none",
            ),
            (
                "وقعت كتل سياسية وحركات، أمس، على ميثاق للسلم. ويهدف الميثاق إلى توحيد الجبهة المدنية.",
                "statement",
            ),
        ];
        for (text, expected) in table {
            let shown = kind(text).map_or("none".to_owned(), |mention| mention.value.to_string());
            assert_eq!(shown, expected, "{text}");
        }
    }
}
