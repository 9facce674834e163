//! Days that a text points at from the day of the document: «غدا», «أمس الأحد», «الخميس الماضي», «12 من الشهر الجاري».
//! They are read only where that day is known. A day of the week that contradicts the count makes it worthless.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::{Direction, Period, Stated, day, month, weekday};
use crate::analysis::Mention;
use crate::analysis::kind::is_near;
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::reading::Reading;
use crate::model::date::Edtf;

/// How far before a date the day of the week that belongs to it may stand.
const REACH: usize = 6;

/// What «الماضي», «الجاري» and «المقبل» say.
pub(super) fn direction(folded: &str) -> Option<Direction> {
    Some(match folded {
        "الجاري" | "الجاريه" | "الحالي" | "الحاليه" | "جاري" => {
            Direction::Current
        }
        "الماضي" | "الماضيه" | "المنصرم" | "المنصرمه" | "الفايت" | "الفايته" | "الفارط"
        | "الفارطه" | "المنقضي" => Direction::Past,
        "المقبل" | "المقبله" | "القادم" | "القادمه" | "الاتي" | "الاتيه" => {
            Direction::Future
        }
        _ => return None,
    })
}

/// A day that is pointed at, and the words that do; without confidence where they contradict each other.
pub(super) struct Pointed {
    pub(super) days: (Date, Date),
    pub(super) first_word: usize,
    pub(super) last_word: usize,
    pub(super) confidence: f32,
}

pub(super) fn find(
    reading: &Reading<'_>,
    marks: &Marks,
    periods: &[Period],
    document: Date,
) -> Vec<Mention<Stated>> {
    let is_taken = taken(reading, periods);
    let mut found = Vec::new();
    let (mut floor, mut index) = (0, 0);
    while index < reading.words.len() {
        let pointed = Some(index)
            .filter(|index| is_taken.get(*index) != Some(&true))
            .and_then(|index| {
                counted(reading, marks, index, document)
                    .or_else(|| named(reading, marks, index, document))
                    .or_else(|| of_month(reading, index, document))
            });
        // A day that another took is not taken again, nor one that a stated date has.
        let is_free = |pointed: &Pointed| {
            let words = is_taken.get(pointed.first_word..=pointed.last_word);
            pointed.first_word >= floor && words.is_some_and(|words| !words.contains(&true))
        };
        let pointed = pointed.filter(is_free);
        index = pointed.as_ref().map_or(index, |pointed| pointed.last_word) + 1;
        floor = pointed.as_ref().map_or(floor, |_| index);
        let pointed = pointed.filter(|pointed| pointed.confidence > 0.0);
        found.extend(pointed.and_then(|pointed| mention(reading, &pointed)));
    }
    found
}

/// The mention of the days that are pointed at.
pub(super) fn mention(reading: &Reading<'_>, pointed: &Pointed) -> Option<Mention<Stated>> {
    let (first, last) = pointed.days;
    let edtf = if first == last {
        Edtf::of_day(first)
    } else {
        Edtf::parse(&format!("{first}/{last}")).ok()?
    };
    Some(Mention {
        value: Stated {
            edtf,
            hijri: None,
            remark: None,
            byline: None,
        },
        span: reading.span(pointed.first_word, pointed.last_word),
        confidence: pointed.confidence,
    })
}

/// The words of stated dates, with the days of the week and the «غد» that stand before them.
fn taken(reading: &Reading<'_>, periods: &[Period]) -> Vec<bool> {
    let mut taken = vec![false; reading.words.len()];
    for period in periods {
        let mut first = period.first_word;
        for steps in 1..=REACH {
            let Some(place) = period.first_word.checked_sub(steps) else {
                break;
            };
            if reading.sentence(place) != reading.sentence(period.first_word) {
                break;
            }
            let is_day = weekday::at(reading, place).is_some()
                || matches!(
                    reading.letters(place),
                    "غد" | "امس" | "اليوم" | "غدا" | "الغد"
                );
            if is_day {
                first = place;
            }
        }
        // «12-09-2019 (الخميس)»
        let last = period.last_word + usize::from(reading.folded(period.last_word + 1) == "(");
        let is_behind = last > period.last_word && weekday::at(reading, last + 1).is_some();
        let last = if is_behind {
            last + 1
        } else {
            period.last_word
        };
        if let Some(words) = taken.get_mut(first..=last) {
            words.fill(true);
        }
    }
    taken
}

/// «غدا», «أمس», «أول أمس», «اليوم», with the day of the week behind it.
fn counted(reading: &Reading<'_>, marks: &Marks, index: usize, document: Date) -> Option<Pointed> {
    let before = reading.before(index, 1);
    let next = (index + 1..index + 3)
        .find(|place| !matches!(reading.folded(*place), "،" | "," | "("))
        .unwrap_or(index + 1);
    let said = weekday::at(reading, next);
    let bare = reading.letters(index).trim_start_matches(['و', 'ف']);
    let (days, first_word) = match bare {
        "غدا" => (1, index),
        "غد" | "الغد" if before == "بعد" => (2, index - 1),
        "غد" | "الغد" if said.is_some() || matches!(before, "يوم" | "صباح" | "مساء" | "ظهر") => {
            (1, index)
        }
        "امس" | "البارحه" if matches!(before, "اول" | "قبل") => (-2, index - 1),
        // «أول من أمس»
        "امس" if before == "من" && reading.before(index, 2) == "اول" => (-2, index - 2),
        "امس" if reading.letters(index + 1) == "الاول" => (-2, index),
        "امس" | "البارحه" => (-1, index),
        "اليوم" if said.is_some() || is_today(reading, marks, index) => (0, index),
        _ => return None,
    };
    let day = document.checked_add(days.days()).ok()?;
    let is_contradicted = said.is_some_and(|said| said != day.weekday());
    let is_day_word = first_word > 0
        && matches!(
            reading.before(first_word, 1),
            "يوم" | "مساء" | "صباح" | "نهار"
        );
    Some(Pointed {
        days: (day, day),
        first_word: first_word - usize::from(is_day_word),
        last_word: match said {
            Some(_) => next,
            None => index + usize::from(reading.letters(index + 1) == "الاول" && days == -2),
        },
        confidence: match (said, days) {
            _ if is_contradicted => 0.0,
            (Some(_), _) => 0.92,
            (None, 0) => 0.6,
            (None, _) => 0.75,
        },
    })
}

/// «اليوم» beside the verb of a report, for the day itself and not for these times; not «اليوم الوطني», «هذا اليوم», «حتى اليوم».
fn is_today(reading: &Reading<'_>, marks: &Marks, index: usize) -> bool {
    let before = reading.before(index, 1);
    let next = reading.letters(index + 1);
    let is_said_of = matches!(
        before,
        "هذا"
            | "ذلك"
            | "حتي"
            | "الي"
            | "منذ"
            | "بعد"
            | "نفس"
            | "عالم"
            | "واقع"
            | "لهذا"
            | "قبل"
            | "في"
            | "وهذا"
            | "ذات"
    );
    let is_described = next.starts_with("ال") || matches!(next, "نفسه" | "ذاته" | "كما");
    let events = [
        Class::Past,
        Class::Hold,
        Class::Present,
        Class::Future,
        Class::Utter,
    ];
    let is_told = matches!(before, "صباح" | "مساء" | "ظهر" | "فجر" | "عصر" | "زوال")
        || is_near(reading, marks, index, 4, 1, &events);
    reading.letters(index) == "اليوم" && is_told && !is_said_of && !is_described
}

/// A day of the week, with «الماضي» or «المقبل» or by the tense of its sentence.
fn named(reading: &Reading<'_>, marks: &Marks, index: usize, document: Date) -> Option<Pointed> {
    let said = weekday::at(reading, index)?;
    let is_custom = matches!(
        reading.before(index, 1),
        "كل" | "ايام" | "جريده" | "صحيفه" | "سوق" | "صلاه" | "خطبه" | "من"
    );
    if is_custom || month::is_namesake(reading, index) {
        return None;
    }
    let direction = direction(reading.letters(index + 1));
    let is_planned = || is_near(reading, marks, index, 12, 2, &[Class::Future]);
    let (day, confidence) = match direction {
        Some(Direction::Past) => (last(document.yesterday().ok()?, said)?, 0.8),
        Some(Direction::Future) => (next(document.tomorrow().ok()?, said)?, 0.8),
        Some(Direction::Current) => (last(document, said)?, 0.6),
        Some(_) => return None,
        None if is_planned() => (next(document, said)?, 0.7),
        None => (last(document, said)?, 0.75),
    };
    let is_day_word = matches!(reading.before(index, 1), "يوم" | "مساء" | "صباح" | "نهار");
    Some(Pointed {
        days: (day, day),
        first_word: index - usize::from(is_day_word),
        last_word: index + usize::from(direction.is_some()),
        confidence,
    })
}

/// «يومي 5 و6 من الشهر الجاري», «يوم 12 الجاري».
fn of_month(reading: &Reading<'_>, index: usize, document: Date) -> Option<Pointed> {
    let is_month = matches!(reading.letters(index), "الشهر" | "شهر" | "للشهر");
    let place = index + usize::from(is_month);
    let direction = direction(reading.letters(place))?;
    let ((first, last), first_word) = day::before(reading, index)?;
    let is_said = is_month
        || (1..=2).any(|steps| {
            matches!(
                reading.before(first_word, steps),
                "يوم" | "يومي" | "ايام" | "من"
            )
        });
    if !is_said {
        return None;
    }
    let month = match direction {
        Direction::Current => document,
        Direction::LastYear | Direction::NextYear | Direction::SameYear | Direction::EveryYear => {
            return None;
        }
        Direction::Past => document.first_of_month().checked_sub(1.month()).ok()?,
        Direction::Future => document.first_of_month().checked_add(1.month()).ok()?,
    };
    let of = |day: i8| Date::new(month.year(), month.month(), day).ok();
    let (first, last) = (of(first)?, of(last)?);
    if let Some(said) = weekday::before(reading, first_word)
        && said != first.weekday()
        && said != last.weekday()
    {
        return None;
    }
    Some(Pointed {
        days: (first, last),
        first_word,
        last_word: place,
        confidence: 0.85,
    })
}

/// The last such day of the week up to `day`.
fn last(day: Date, said: Weekday) -> Option<Date> {
    let back = i64::from(said.until(day.weekday()));
    day.checked_sub(back.days()).ok()
}

/// The next such day of the week from `day` on.
fn next(day: Date, said: Weekday) -> Option<Date> {
    let on = i64::from(day.weekday().until(said));
    day.checked_add(on.days()).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use crate::analysis::date::find;
    use crate::analysis::lexicon::trigger::Marks;
    use crate::analysis::reading::Reading;

    #[test]
    fn the_day_of_the_document_resolves_relative_days() {
        // 2012-05-09 is a Wednesday.
        let table = [
            ("أعلن أمس عن ذلك", "2012-05-08[أمس]"),
            ("عقدت يوم أمس الثلاثاء لقاء", "2012-05-08[يوم أمس الثلاثاء]"),
            ("عقدت أمس الجمعة لقاء", ""),
            ("ينعقد غدا الخميس", "2012-05-10[غدا الخميس]"),
            ("عقد أمس الأول لقاء", "2012-05-07[أمس الأول]"),
            ("عقد أول أمس الاثنين", "2012-05-07[أول أمس الاثنين]"),
            ("الذي انطلق الخميس الماضي", "2012-05-03[الخميس الماضي]"),
            ("يوم السبت المقبل", "2012-05-12[يوم السبت المقبل]"),
            ("ستعقد الهيئات يوم الأحد لقاء", "2012-05-13[يوم الأحد]"),
            ("عقدت الهيئات يوم الأحد لقاء", "2012-05-06[يوم الأحد]"),
            ("يوم 12 من الشهر الجاري", "2012-05-12[12 من الشهر الجاري]"),
            ("يومي 5 و6 الجاري", "2012-05-05/2012-05-06[5 و6 الجاري]"),
            ("في 28 من الشهر الماضي", "2012-04-28[28 من الشهر الماضي]"),
            ("يوم 20 دجنبر الماضي", "2011-12-20[20 دجنبر الماضي]"),
            ("يوم 12 ماي", "2012-05-12[12 ماي]"),
            (
                "في 12 ماي من العام الماضي",
                "2011-05-12[12 ماي من العام الماضي]",
            ),
            ("أطلقت الهيئات، اليوم، شبكة", "2012-05-09[اليوم]"),
            ("ما يعيشه الناس اليوم في القرى", ""),
            ("في هذا اليوم واليوم الوطني وكل جمعة", ""),
            ("حركة 20 فبراير", ""),
        ];
        for (text, expected) in table {
            let reading = Reading::of(text);
            let found = find(&reading, &Marks::of(&reading), Some(day(2012, 5, 9))).mentions;
            let shown = found
                .into_iter()
                .map(|mention| format!("{}[{}]", mention.value.edtf, mention.span.slice(text)));
            assert_eq!(shown.collect::<Vec<_>>().join(" "), expected, "{text}");
        }
    }
}
