//! Whether the event took place when the document was written. Only the lead and the sentence that tells the kind are
//! asked (the next one where they are silent), since a later sentence may plan the next meeting of an event that is over.

use crate::analysis::Mention;
use crate::analysis::kind::{self, Told};
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::reading::Reading;
use crate::analysis::title;
use crate::model::vocabulary::Status;

/// How far from the word that tells the kind a word of time may stand.
const REACH: usize = 400;

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
    let ranks = reading.ranks();
    let in_lead = |word: usize| {
        let is_trigger = reading.sentence(word) == reading.sentence(told.word);
        is_trigger || ranks.at(reading, word) == Some(0)
    };
    // A headline may say only «تأسيس شبكة»; then the sentence after it is asked.
    let after_lead = |word: usize| ranks.at(reading, word) == Some(1);
    // What is told without a word of time is told as done: a communiqué is out once it can be read.
    let told_of = Mention {
        value: Status::Held,
        span: told.mention.span,
        confidence: 0.5,
    };
    among(reading, marks, told, in_lead)
        .or_else(|| among(reading, marks, told, after_lead))
        .unwrap_or(told_of)
}

/// What the words of some sentences say of the event's state; the word nearest to the one that tells the kind decides.
fn among(
    reading: &Reading<'_>,
    marks: &Marks,
    told: &Told,
    is_asked: impl Fn(usize) -> bool,
) -> Option<Mention<Status>> {
    let nearest = |is_told: &dyn Fn(usize) -> bool| {
        let first = told.word.saturating_sub(REACH);
        let last = told.word.saturating_add(REACH).min(reading.words.len());
        let words = (first..last).filter(|word| is_asked(*word) && is_told(*word));
        words.min_by_key(|word| word.abs_diff(told.word))
    };
    let mention = |word: usize, value, confidence| Mention {
        value,
        span: reading.span(word, word),
        confidence,
    };
    if let Some(word) = nearest(&|word| is_cancelled(reading, marks, word)) {
        return Some(mention(word, Status::Cancelled, 0.7));
    }
    let planned = nearest(&|word| is_a_plan(reading, marks, word));
    let held = nearest(&|word| {
        marks.at(word).has_any(&[Class::Past, Class::Hold]) && !is_governed(reading, word)
    });
    match (planned, held) {
        (Some(planned), Some(held)) if held.abs_diff(told.word) <= planned.abs_diff(told.word) => {
            Some(mention(held, Status::Held, 0.6))
        }
        (Some(planned), _) => Some(mention(planned, Status::Planned, 0.75)),
        (None, Some(held)) => Some(mention(held, Status::Held, 0.8)),
        (None, None) => None,
    }
}

/// Whether the word takes back a meeting, a conference or a founding named right behind it.
fn is_cancelled(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let events = [
        Class::Meeting,
        Class::Conference,
        Class::Found,
        Class::Coalition,
    ];
    marks.at(word).has(Class::Cancel) && kind::is_near(reading, marks, word, 0, 9, &events)
}

/// Words that make a plan, some only in company: «مقرر» is also a rapporteur, «الغد» a newspaper, and «تستضيف … القادم»
/// speaks of what is to come.
fn is_a_plan(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let folded = reading.letters(word);
    if marks.at(word).has(Class::Future) {
        if folded.ends_with("الغد") {
            return reading.before(word, 1).ends_with("يوم");
        }
        let is_rapporteur = ["مقرر", "مقرره", "مقررا"]
            .iter()
            .any(|office| folded.ends_with(office));
        let next = reading.letters(word + 1);
        return !is_rapporteur
            || matches!(reading.before(word, 1), "من" | "كان" | "كانت" | "وكان")
            || ["ان", "عقد", "تنظيم", "انعقاد", "اقام"]
                .iter()
                .any(|start| next.starts_with(start));
    }
    let is_announced = || {
        matches!(
            folded,
            "عقد" | "تنظيم" | "اقامه" | "موعد" | "انعقاد" | "قرب"
        ) && reading.before(word, 1) == "عن"
            && (2..=12).any(|steps| reading.before(word, steps).contains("اعلن"))
    };
    let is_called_for = || {
        marks.at(word).has_any(&[Class::Meeting, Class::Conference])
            && matches!(reading.before(word, 1), "الي" | "لعقد" | "لحضور")
            && ["تدعو", "يدعو", "دعوه"].contains(&reading.before(word, 2))
    };
    let is_to_come = || {
        marks.at(word).has(Class::Present)
            && (1..=14).any(|steps| {
                reading.sentence(word + steps) == reading.sentence(word)
                    && matches!(
                        reading.letters(word + steps),
                        "القادم" | "القادمه" | "المقبل" | "المقبله" | "القادمين" | "المقبلين"
                    )
            })
    };
    is_announced() || is_called_for() || is_to_come()
}

/// «عن عقد», «إلى تنظيم», «لعقد»: the act as an aim, not as done.
fn is_governed(reading: &Reading<'_>, word: usize) -> bool {
    let folded = reading.letters(word);
    matches!(
        reading.before(word, 1),
        "عن" | "الي" | "علي" | "لم" | "قبل" | "دون"
    ) || ["لعقد", "لتنظيم", "لاقامه", "لانعقاد", "بعقد", "بتنظيم"].contains(&folded)
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
            (
                "تأسيس شبكة القرى الجبلية للدفاع عن الماء والغابة\nانعقد الجمع العام أمس.",
                "held",
            ),
            ("لم يتمكن حزب الواحة من عقد مؤتمره في موعده.", "cancelled"),
            ("أعلنت الشبكة عن عقد مؤتمرها السنوي يوم 8 ماي.", "planned"),
            ("كتاب عن الطبخ.", "unknown"),
        ];
        for (text, expected) in table {
            assert_eq!(status(text).value.as_str(), expected, "{text}");
        }
    }
}
