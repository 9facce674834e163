//! What a date near the words of an event may be of instead: a remembrance, a ruling, an earlier or a later meeting. Only
//! the words of its own sentence before it are asked, up to the comma where its clause begins.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analysis::date::is_weekday;
use crate::analysis::lexicon::trigger::{Class, HELD, Marks};
use crate::analysis::lexicon::{forms, rows};
use crate::analysis::reading::Reading;
use crate::model::vocabulary::Status;
use crate::text::fold::fold_plain;

/// How many words before a date what it belongs to may stand.
const REACH: usize = 12;

/// How near before it a paper or a life must stand.
const NEAR: usize = 3;

/// The classes of `matter.tsv` by word.
static WORDS: LazyLock<FxHashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let mut words: FxHashMap<String, Vec<&'static str>> = FxHashMap::default();
    for row in rows(include_str!("../../lexicon/matter.tsv")) {
        let [class, column] = row[..] else { continue };
        for form in forms(column).map(fold_plain) {
            words.entry(form).or_default().push(class);
        }
    }
    words
});

/// Whether a folded word, without its «و» or «ف», is of a class.
fn is_of(folded: &str, class: &str) -> bool {
    let known = |word: &str| {
        WORDS
            .get(word)
            .is_some_and(|classes| classes.contains(&class))
    };
    known(folded) || folded.strip_prefix(['و', 'ف']).is_some_and(known)
}

/// The places of the words before a date in its sentence, the nearest first.
fn before<'a>(reading: &'a Reading<'_>, word: usize) -> impl Iterator<Item = usize> + Clone + 'a {
    let sentence = reading.sentence(word);
    (word.saturating_sub(REACH)..word)
        .rev()
        .take_while(move |place| reading.sentence(*place) == sentence)
}

/// The places of the words before a date in its clause, the nearest first.
fn clause<'a>(reading: &'a Reading<'_>, word: usize) -> impl Iterator<Item = usize> + Clone + 'a {
    before(reading, word).take_while(|place| !matches!(reading.folded(*place), "،" | "؛" | ","))
}

/// Whether the date is of something else than the event.
pub(super) fn is_another(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let has_gathering =
        |nearest: usize| (nearest + 1..word).any(|place| marks.at(place).has_any(&HELD));
    let is_paper = clause(reading, word)
        .take(NEAR)
        .any(|place| is_of(reading.letters(place), "paper") && !has_gathering(place));
    let is_since = clause(reading, word)
        .take(NEAR + 4)
        .find(|place| {
            // «بعد ظهر يوم السبت» is an hour.
            let next = reading.letters(place + 1);
            let is_hour = ["ظهر", "زوال", "عصر", "مغرب", "عشاء", "صلاه", "منتصف"]
                .iter()
                .any(|hour| next.strip_prefix("ال").unwrap_or(next).starts_with(hour));
            is_of(reading.letters(*place), "since") && !is_hour
        })
        .is_some_and(|place| !has_gathering(place));
    let is_recalled = clause(reading, word)
        .take_while(|place| !marks.at(*place).has_any(&[Class::Hold, Class::Present]))
        .any(|place| marks.at(place).has(Class::Recall));
    // «استمر حتى 7 ماي», «الذي يختتم يوم 7 ماي»: the last day of the event itself.
    let is_last = closes(reading, word);
    is_paper
        || is_recalled
        || (!is_last && (is_since || is_of_a_clause(reading, marks, word)))
        || is_of_minutes(reading, word)
        || is_called_by(reading, marks, word)
        || is_deadline(reading, word)
        || is_given_up(reading, marks, word)
        || is_beside(reading, marks, word, "former")
}

/// «الذي تأسس سنة …», «التي وقعت في …»: a clause about a body, a paper or a war, but not about a meeting.
fn is_of_a_clause(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let relative = clause(reading, word).find(|place| {
        matches!(
            reading.letters(*place),
            "الذي"
                | "التي"
                | "الذين"
                | "والذي"
                | "والتي"
                | "اللذين"
                | "اللتين"
                | "حيث"
        )
    });
    let Some(relative) = relative.filter(|place| reading.letters(*place) != "حيث") else {
        return false;
    };
    let events = [Class::Meeting, Class::Conference, Class::Found];
    let is_about_event = (1..=5)
        .filter(|steps| !reading.before(relative, *steps).is_empty())
        .any(|steps| marks.at(relative - steps).has_any(&events));
    let holds = (relative + 1..word).any(|place| marks.at(place).has_any(&HELD));
    relative + 1 < word && !is_about_event && !holds
}

/// «تلاوة محضر الاجتماع المنعقد في …»: the meeting before.
fn is_of_minutes(reading: &Reading<'_>, word: usize) -> bool {
    clause(reading, word).any(|place| {
        let bare = reading.letters(place).trim_start_matches(['ب', 'ل']);
        is_of(bare, "minutes") && !reading.before(place, 1).is_empty()
    })
}

/// «تأجيل اللقاء الذي كان سيعقد يوم 5 ماي إلى»: the day that another one takes the place of.
fn is_given_up(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let is_replaced = reading.letters(last_of_date(reading, word)) == "الي"
        || (word..word + 8).any(|place| {
            reading.letters(place) == "الي"
                && matches!(reading.letters(place + 1), "يوم" | "غايه" | "تاريخ")
        });
    is_replaced && before(reading, word).any(|place| marks.at(place).has(Class::Cancel))
}

/// «ثورة 25 يناير 2011», «ثورتي تونس ومصر (14 يناير 2011)»: the day that an upheaval is called by.
fn is_called_by(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let upheaval = clause(reading, word).find(|place| is_of(reading.letters(*place), "upheaval"));
    upheaval.is_some_and(|upheaval| {
        (upheaval + 1..word).all(|place| {
            !marks.at(place).has_any(&HELD)
                && !is_weekday(reading, place)
                && !matches!(
                    reading.letters(place),
                    "يوم" | "في" | "بتاريخ" | "ايام" | "يومي" | "مساء" | "صباح"
                )
        })
    })
}

/// «للمشاركة في المسيرة المنتظرة يوم …»: the day that people are called out for, and not that of the call.
pub(super) fn is_called_to(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    clause(reading, word).any(|place| marks.at(place).has(Class::Rally))
}

/// «آخر موعد», «أجل أقصاه»: a day up to which something may be sent in.
fn is_deadline(reading: &Reading<'_>, word: usize) -> bool {
    clause(reading, word).any(|place| {
        let (this, next) = (reading.letters(place), reading.letters(place + 1));
        matches!(
            (this, next),
            ("اخر", "موعد" | "اجل" | "يوم") | ("الموعد", "النهايي") | ("اجل", "اقصاه" | "اخر")
        ) || matches!(this, "اقصاه" | "اقصاها")
    })
}

/// Whether a meeting with such a word behind it stands before the date: «اجتماعها السابق», «دورته المقبلة».
fn is_beside(reading: &Reading<'_>, marks: &Marks, word: usize, class: &str) -> bool {
    clause(reading, word).any(|place| {
        let is_meeting = marks
            .at(place)
            .has_any(&[Class::Meeting, Class::Conference])
            || matches!(
                reading.letters(place),
                "دورته" | "دورتها" | "جلسته" | "جلستها" | "الدوره" | "الجلسه"
            );
        is_meeting
            && (place + 1..(place + 4).min(word)).any(|next| is_of(reading.letters(next), class))
    })
}

/// Whether the date is one still to come of an event that is over, or one given up of an event that is planned.
pub(super) fn is_next(reading: &Reading<'_>, marks: &Marks, status: Status, word: usize) -> bool {
    let coming = || {
        clause(reading, word).any(|place| {
            let folded = reading.letters(place);
            marks.at(place).has(Class::Future)
                || is_future_verb(folded)
                || is_of(folded, "coming")
                || matches!(
                    folded,
                    "لتنظيم"
                        | "الاستعداد"
                        | "للاستعداد"
                        | "تحضيرا"
                        | "التحضير"
                        | "للتحضير"
                        | "موعد"
                        | "خوض"
                )
        }) || is_of(reading.letters(last_of_date(reading, word) + 1), "coming")
    };
    let until = || {
        clause(reading, word)
            .take(2)
            .any(|place| matches!(reading.letters(place), "غايه" | "لغايه" | "اقصاه" | "حدود"))
    };
    let given_up = || {
        clause(reading, word).any(|place| {
            matches!(reading.letters(place), "كان" | "كانت" | "وكان" | "وكانت")
                && matches!(
                    reading.letters(place + 1),
                    "مقررا" | "مقرره" | "مبرمجا" | "مبرمجه" | "منتظرا"
                )
        })
    };
    match status {
        _ if closes(reading, word) => false,
        Status::Held => coming() || until(),
        Status::Planned => given_up() || until(),
        Status::Cancelled | Status::Unknown => false,
    }
}

/// The last word of a date in figures or with a month that begins at `word`: at most six words on, before a sign.
fn last_of_date(reading: &Reading<'_>, word: usize) -> usize {
    let is_inside = |place: &usize| {
        reading.is(*place, crate::text::token::TokenKind::Number)
            || matches!(reading.folded(*place), "/" | "-" | "و" | "من" | "شهر")
    };
    word + (word..word + 6).take_while(is_inside).count()
}

/// «سيعقد», «ستنظم»: the future of the third or first person. A few nouns begin so as well.
fn is_future_verb(folded: &str) -> bool {
    let bare = folded.strip_prefix('و').unwrap_or(folded);
    let is_marked = ["سي", "ست", "سن"]
        .iter()
        .any(|start| bare.starts_with(start));
    let is_noun = [
        "سيا", "سيد", "سيره", "سينا", "سنه", "سنو", "سته", "ستين", "ستون", "سيف", "سيل",
    ]
    .iter()
    .any(|noun| bare.starts_with(noun));
    bare.len() > 8 && is_marked && !is_noun
}

/// «وكانت الهيئة قد عقدت …»: what the report looks back at.
pub(super) fn is_before(reading: &Reading<'_>, word: usize) -> bool {
    let sentence = reading.sentence(word);
    (word.saturating_sub(20)..word)
        .rev()
        .take_while(|place| reading.sentence(*place) == sentence)
        .any(|place| {
            matches!(
                reading.letters(place),
                "وكان" | "وكانت" | "كانت" | "كان" | "وكانوا"
            ) && (place + 1..(place + 10).min(word)).any(|next| reading.letters(next) == "قد")
        })
}

/// Whether the date stands behind a label of minutes or of an invitation: «تاريخ الاجتماع:», «الزمان:», «الموعد:».
pub(super) fn is_labelled(reading: &Reading<'_>, word: usize) -> bool {
    if clause(reading, word).any(|place| is_of(reading.letters(place), "coming")) {
        return false;
    }
    clause(reading, word).take(5).any(|place| {
        let is_colon = (place..word).any(|place| reading.folded(place) == ":");
        let folded = reading.letters(place);
        let is_date_of = matches!(folded, "تاريخ" | "بتاريخ" | "وتاريخ");
        (is_of(folded, "label") && is_colon)
            || (is_date_of && is_of(reading.letters(place + 1), "meeting"))
    })
}

/// Whether the word stands behind a word of opening.
pub(super) fn opens(reading: &Reading<'_>, word: usize) -> bool {
    before(reading, word).any(|place| is_of(reading.letters(place), "opening"))
}

/// Whether the word stands behind a word of closing.
pub(super) fn closes(reading: &Reading<'_>, word: usize) -> bool {
    before(reading, word).any(|place| is_of(reading.letters(place), "closing"))
}

/// Whether those who write speak of themselves, as in a communiqué: «نحن الموقعين», «نعلن».
pub(super) fn is_first_person(reading: &Reading<'_>) -> bool {
    (0..reading.words.len()).any(|index| is_of(reading.letters(index), "us"))
}

#[cfg(test)]
mod tests {
    use super::is_another;
    use crate::analysis::lexicon::trigger::Marks;
    use crate::analysis::reading::Reading;
    use crate::text::token::TokenKind;

    #[test]
    fn dates_of_other_matters() {
        let table = [
            ("نظمت الهيئة لقاء يوم 5", false),
            ("عقدت بعد اجتماع يوم 5", false),
            ("اللقاء الذي انعقد بالبلدة يوم 5", false),
            ("في الذكرى السبعين للاستقلال يوم 5", true),
            ("تخليدا للذكرى السبعين، نظمت لقاء يوم 5", false),
            ("اجتمعوا بعد ظهر يوم السبت 5", false),
            ("القانون الصادر في 5", true),
            ("الحزب الذي تأسس بالبلدة يوم 5", true),
            ("العدوان الذي بدأ في 5", true),
            ("وبعد عامين من اندلاع الأزمة في 5", true),
            ("وتلت محضر الاجتماع المنعقد في 5", true),
            ("نتائج اجتماعها السابق المنعقد يوم 5", true),
            ("آخر موعد لتلقي الطلبات 5", true),
            ("شباب ثورة 5", true),
            ("لقاء حول أحداث غزة يوم 5", false),
        ];
        for (text, expected) in table {
            let reading = Reading::of(text);
            let number = |index: &usize| reading.is(*index, TokenKind::Number);
            let word = (0..reading.words.len()).find(number).unwrap();
            let found = is_another(&reading, &Marks::of(&reading), word);
            assert_eq!(found, expected, "{text}");
        }
    }
}
