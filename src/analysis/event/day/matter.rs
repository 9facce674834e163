//! What a date near the words of an event may be of instead: a remembrance, a ruling, an earlier or a later meeting.

use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::reading::Reading;
use crate::model::vocabulary::Status;

/// How many words before a date what it belongs to may stand.
const REACH: usize = 6;

/// «منذ», «ذكرى», «الصادر في», «المؤرخ في», «الذي تأسس في»: the date is that of something else.
pub(super) fn is_another(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let recalled = (1..=3).any(|steps| {
        let before = reading.before(word, steps);
        !before.is_empty() && marks.at(word - steps).has(Class::Recall)
    });
    let direct = (1..=3).any(|steps| {
        let bare = bare(reading.before(word, steps));
        matches!(
            bare,
            "منذ"
                | "الصادر"
                | "الصادره"
                | "المورخ"
                | "المورخه"
                | "المورخين"
                | "قبل"
                | "ولد"
                | "ولدت"
                | "توفي"
                | "توفيت"
                | "نشر"
                | "نشرت"
                | "نشره"
                | "نشرته"
                | "صدر"
                | "صدرت"
                | "المنشور"
                | "المنشوره"
                | "اعتقل"
                | "اعتقلت"
                | "اغتيل"
                | "استشهد"
                | "حكم"
                | "قضت"
                | "صادق"
                | "الموقعه"
                | "الموقع"
                | "المبرم"
                | "المبرمه"
                | "عقب"
                | "اثر"
                | "المصادق"
                | "مواليد"
                | "الموافقه"
                | "بعد"
        )
    });
    recalled
        || direct
        || is_of_a_clause(reading, word)
        || is_of_minutes(reading, word)
        || is_deadline(reading, word)
}

/// «الذي تأسس سنة …», «الذي ألغى في …», «التي وقعت في …»: a clause about a body, a paper or a war.
fn is_of_a_clause(reading: &Reading<'_>, word: usize) -> bool {
    (2..=REACH).any(|steps| {
        let before = reading.before(word, steps);
        let next = reading.before(word, steps - 1);
        let is_relative = matches!(
            before,
            "الذي" | "التي" | "الذين" | "والذي" | "والتي" | "اللذين" | "اللتين"
        );
        is_relative
            && matches!(
                next,
                "تاسس"
                    | "تاسست"
                    | "اسس"
                    | "اسست"
                    | "انشي"
                    | "انشيت"
                    | "صدر"
                    | "صدرت"
                    | "وقع"
                    | "وقعت"
                    | "وقعها"
                    | "وقعه"
                    | "ولد"
                    | "ولدت"
                    | "توفي"
                    | "توفيت"
                    | "اندلع"
                    | "اندلعت"
                    | "جري"
                    | "جرت"
                    | "اغتيل"
                    | "استشهد"
                    | "قتل"
                    | "فاز"
                    | "فازت"
                    | "تكون"
                    | "تكونت"
                    | "شهدها"
                    | "شهدتها"
                    | "ظهر"
                    | "ظهرت"
                    | "اقر"
                    | "اقرت"
                    | "اقره"
                    | "ابرم"
                    | "ابرمت"
                    | "حل"
                    | "حلت"
                    | "الغي"
                    | "الغت"
            )
    })
}

/// «تلاوة محضر الاجتماع المنعقد في …»: the meeting before.
fn is_of_minutes(reading: &Reading<'_>, word: usize) -> bool {
    (1..=9).any(|steps| {
        let is_minutes = matches!(
            bare(reading.before(word, steps)),
            "محضر" | "لمحضر" | "بمحضر" | "السابق" | "السابقه"
        );
        is_minutes && !reading.before(word, steps + 1).is_empty()
    })
}

/// «آخر موعد», «أجل أقصاه»: a day up to which something may be sent in.
fn is_deadline(reading: &Reading<'_>, word: usize) -> bool {
    (1..=REACH).any(|steps| {
        let (before, next) = (reading.before(word, steps), reading.before(word, steps - 1));
        matches!(
            (before, next),
            ("اخر", "موعد" | "اجل" | "يوم") | ("الموعد", "النهايي") | ("اجل", "اقصاه" | "اخر")
        ) || matches!(before, "اقصاه" | "اقصاها")
    })
}

/// Whether the date is one still to come of an event that is over, or one given up of an event that is planned.
pub(super) fn is_next(reading: &Reading<'_>, marks: &Marks, status: Status, word: usize) -> bool {
    let sentence = reading.sentence(word);
    let near = |steps: usize| {
        word.checked_sub(steps)
            .filter(|place| reading.sentence(*place) == sentence)
    };
    let coming = || {
        (1..=10).filter_map(near).any(|place| {
            let folded = reading.letters(place);
            let is_future_verb = folded.chars().count() > 4
                && ["سي", "ست", "سن", "وسي", "وست"]
                    .iter()
                    .any(|start| folded.starts_with(start));
            marks.at(place).has(Class::Future)
                || (is_future_verb
                    && !folded.starts_with("سيا")
                    && !folded.starts_with("ستو")
                    && !folded.starts_with("سنو"))
                || matches!(
                    folded,
                    "المقبل" | "المقبله" | "القادم" | "القادمه" | "موعدا" | "لاحقا"
                )
        })
    };
    let until = || {
        (1..=2)
            .filter_map(near)
            .any(|place| matches!(reading.letters(place), "غايه" | "لغايه" | "اقصاه" | "حدود"))
    };
    let given_up = || {
        (1..=6).filter_map(near).any(|place| {
            matches!(reading.letters(place), "كان" | "كانت")
                && matches!(
                    bare(reading.letters(place + 1)),
                    "مقررا" | "مقرره" | "مبرمجا" | "مبرمجه" | "منتظرا"
                )
        })
    };
    match status {
        Status::Held => coming() || until(),
        Status::Planned => given_up() || until(),
        Status::Cancelled | Status::Unknown => false,
    }
}

/// Whether the date stands behind a label of minutes or of an invitation: «تاريخ الاجتماع:», «الزمان:», «الموعد:».
pub(super) fn is_labelled(reading: &Reading<'_>, word: usize) -> bool {
    (1..=5).any(|steps| {
        let before = reading.before(word, steps);
        let next = reading.before(word, steps - 1);
        let is_colon = (word.saturating_sub(steps)..word).any(|place| reading.folded(place) == ":");
        let is_of_event = matches!(
            next,
            "الاجتماع"
                | "اللقاء"
                | "الانعقاد"
                | "الجلسه"
                | "الموتمر"
                | "انعقاده"
                | "انعقادها"
                | "الندوه"
                | "الجمع"
        );
        match bare(before) {
            "الزمان" | "الزمن" | "الموعد" | "موعد" => is_colon,
            "تاريخ" | "بتاريخ" => is_of_event,
            "التاريخ" => is_colon,
            _ => false,
        }
    })
}

/// Whether the word stands behind a word of opening.
pub(super) fn opens(reading: &Reading<'_>, word: usize) -> bool {
    (1..=8).any(|steps| {
        matches!(
            bare(reading.before(word, steps)),
            "انطلق"
                | "انطلقت"
                | "انطلقوا"
                | "افتتح"
                | "افتتحت"
                | "افتتاح"
                | "الافتتاح"
                | "بدا"
                | "بدات"
                | "بدء"
                | "انطلاق"
                | "انطلاقته"
                | "افتتاحه"
                | "افتتاحها"
                | "انطلاقه"
                | "دشن"
        )
    })
}

/// Whether the word stands behind a word of closing.
pub(super) fn closes(reading: &Reading<'_>, _marks: &Marks, word: usize) -> bool {
    (1..=8).any(|steps| {
        matches!(
            bare(reading.before(word, steps)),
            "اختتم"
                | "اختتمت"
                | "اختتام"
                | "ختام"
                | "الختام"
                | "انتهت"
                | "انتهي"
                | "اختتامه"
                | "اختتامها"
                | "ختامه"
                | "ختامها"
                | "اختتموا"
                | "اسدل"
                | "انهي"
                | "انهت"
                | "استمر"
                | "استمرت"
                | "تواصلت"
                | "تواصل"
                | "الختاميه"
                | "الختامي"
        )
    })
}

/// Whether those who write speak of themselves, as in a communiqué: «نحن الموقعين», «نعلن».
pub(super) fn is_first_person(reading: &Reading<'_>) -> bool {
    (0..reading.words.len()).any(|index| {
        matches!(
            bare(reading.letters(index)),
            "نحن"
                | "نعلن"
                | "نوسس"
                | "ندعو"
                | "نناشد"
                | "نوكد"
                | "نهيب"
                | "ندين"
                | "نطالب"
                | "فاننا"
                | "اننا"
        )
    })
}

fn bare(folded: &str) -> &str {
    folded
        .strip_prefix('و')
        .or_else(|| folded.strip_prefix('ف'))
        .filter(|rest| rest.chars().count() > 2)
        .unwrap_or(folded)
}
