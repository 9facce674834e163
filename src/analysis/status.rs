//! Whether the event took place when the document was written. Only the lead and the sentence that tells the kind are
//! asked, since a later sentence may plan the next meeting of an event that is over.

use crate::analysis::Mention;
use crate::analysis::kind::{self, Told};
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::reading::Reading;
use crate::analysis::title;
use crate::model::vocabulary::Status;

/// The state of the event a text tells of.
#[must_use]
pub fn status(text: &str) -> Mention<Status> {
    let reading = Reading::of(text);
    let marks = Marks::of(&reading);
    let told = kind::find(&reading, &marks);
    find(&reading, &marks, told.as_ref())
}

/// The state of the event a document tells of; unknown where it tells of none.
#[must_use]
pub fn find(reading: &Reading<'_>, marks: &Marks, told: Option<&Told>) -> Mention<Status> {
    let lead = title::lead(reading);
    let unknown = Mention {
        value: Status::Unknown,
        span: reading.sentences.get(lead).copied().unwrap_or_default(),
        confidence: 0.3,
    };
    let Some(told) = told else { return unknown };
    let at_trigger = reading.sentence(told.word);
    let is_asked = |word: &usize| {
        let sentence = reading.sentence(*word);
        sentence == at_trigger || sentence == Some(lead)
    };
    let nearest = |is_told: &dyn Fn(usize) -> bool| {
        let words = (0..reading.words.len())
            .filter(is_asked)
            .filter(|word| is_told(*word));
        words.min_by_key(|word| word.abs_diff(told.word))
    };
    let mention = |word: usize, value, confidence| Mention {
        value,
        span: reading.span(word, word),
        confidence,
    };
    if let Some(word) = nearest(&|word| is_cancelled(reading, marks, word)) {
        return mention(word, Status::Cancelled, 0.7);
    }
    let planned = nearest(&|word| marks.at(word).has(Class::Future) && is_a_plan(reading, word));
    let held = nearest(&|word| marks.at(word).has_any(&[Class::Past, Class::Hold]));
    match (planned, held) {
        (Some(planned), Some(held)) if held.abs_diff(told.word) <= planned.abs_diff(told.word) => {
            mention(held, Status::Held, 0.6)
        }
        (Some(planned), _) => mention(planned, Status::Planned, 0.75),
        (None, Some(held)) => mention(held, Status::Held, 0.8),
        (None, None) => unknown,
    }
}

/// Whether the word takes back a meeting, a conference or a founding named right behind it.
fn is_cancelled(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let events = [Class::Meeting, Class::Conference, Class::Found];
    marks.at(word).has(Class::Cancel) && kind::is_near(reading, marks, word, 0, 4, &events)
}

/// Words that are plans only in company: «مقرر» is also a rapporteur.
fn is_a_plan(reading: &Reading<'_>, word: usize) -> bool {
    let folded = reading.letters(word);
    !folded.ends_with("مقرر")
        || reading.before(word, 1) == "من"
        || reading.letters(word + 1).starts_with("ان")
        || reading.letters(word + 1).starts_with("عقد")
}

#[cfg(test)]
mod tests {
    use super::status;

    #[test]
    fn states() {
        let table = [
            ("عقدت الهيئات لقاء تشاوريا أمس.", "held"),
            ("أعلنت ثلاثة أحزاب تأسيس تحالف، وستعقد ندوة لاحقا.", "held"),
            ("تعقد الجمعيات يوم غد الأحد لقاء موسعا.", "planned"),
            ("من المقرر أن ينعقد مؤتمر الشبكة في الربيع.", "planned"),
            (
                "أعلنت الشبكة تأجيل المؤتمر الذي كان مقررا هذا الشهر وعقد لقاء.",
                "cancelled",
            ),
            ("كتاب عن الطبخ.", "unknown"),
        ];
        for (text, expected) in table {
            assert_eq!(status(text).value.as_str(), expected, "{text}");
        }
    }
}
