//! Days of the month of a date stated before: «27 من الشهر ذاته», «يومي 3 و4 من نفس الشهر». Invariant: the month is that of
//! the last date of the story before it; where that has none, nothing is taken.

use jiff::civil::Date;

use super::relative::{Pointed, mention};
use super::{Stated, day, weekday};
use crate::analysis::Mention;
use crate::analysis::reading::Reading;
use crate::model::date::Edtf;

/// The days that are told by the month of another date; `mentions` are in order.
pub(super) fn find(reading: &Reading<'_>, mentions: &[Mention<Stated>]) -> Vec<Mention<Stated>> {
    let told = |index: usize| {
        let (month, last_word) = same_month(reading, index)?;
        let start = reading.span(index, index).start;
        let before = mentions
            .iter()
            .take_while(|mention| mention.span.end <= start)
            .filter(|mention| mention.value.byline.is_none());
        let (year, number) = year_and_month(&before.last()?.value.edtf)?;
        of_month(reading, month, last_word, (year, number))
    };
    let is_free = |more: &Mention<Stated>| {
        let mut others = mentions.iter();
        !others.any(|other| other.span.overlaps(more.span))
    };
    let all = (0..reading.words.len()).filter_map(told);
    all.filter(is_free).collect()
}

/// «الشهر ذاته», «نفس الشهر» at the word `index`: the word that the days stand before, and the last of the phrase.
fn same_month(reading: &Reading<'_>, index: usize) -> Option<(usize, usize)> {
    if reading.letters(index) != "الشهر" {
        return None;
    }
    if matches!(reading.letters(index + 1), "ذاته" | "نفسه" | "عينه") {
        return Some((index, index + 1));
    }
    let is_same = matches!(reading.before(index, 1), "نفس" | "ذات");
    is_same.then(|| (index - 1, index))
}

/// The year and the month that a date ends in, if it says a month.
fn year_and_month(edtf: &Edtf) -> Option<(i16, i8)> {
    let last = edtf.as_str().rsplit('/').next()?;
    let mut parts = last.trim_end_matches(['?', '~', '%']).split('-');
    let year = parts.next()?.parse().ok()?;
    let month: i8 = parts.next()?.parse().ok()?;
    (1..=12).contains(&month).then_some((year, month))
}

fn of_month(
    reading: &Reading<'_>,
    month: usize,
    last_word: usize,
    (year, number): (i16, i8),
) -> Option<Mention<Stated>> {
    let ((first, last), first_word) = day::before(reading, month)?;
    let of = |day: i8| Date::new(year, number, day).ok();
    let (first, last) = (of(first)?, of(last)?);
    let is_contradicted = weekday::before(reading, first_word)
        .is_some_and(|said| said != first.weekday() && said != last.weekday());
    if is_contradicted {
        return None;
    }
    let pointed = Pointed {
        days: (first, last),
        first_word,
        last_word,
        confidence: 0.85,
    };
    mention(reading, &pointed)
}

#[cfg(test)]
mod tests {
    use crate::analysis::date::dates;

    #[test]
    fn the_month_is_that_of_the_date_before() {
        let table = [
            (
                "بدأت المشاورات في 3 مارس 2014، وأعلن التحالف في 27 من الشهر ذاته.",
                "2014-03-03 2014-03-27[27 من الشهر ذاته]",
            ),
            (
                "اجتمعوا يوم 12 ماي 2012 ثم يومي 19 و20 من نفس الشهر.",
                "2012-05-12 2012-05-19/2012-05-20[19 و20 من نفس الشهر]",
            ),
            ("أعلن التحالف في 27 من الشهر ذاته.", ""),
            ("في عام 2014 ثم في 27 من الشهر نفسه.", "2014"),
            (
                "في 3 مارس 2014 ثم في 31 من الشهر ذاته ثم أقر الشهر نفسه.",
                "2014-03-03 2014-03-31[31 من الشهر ذاته]",
            ),
        ];
        for (text, expected) in table {
            let shown = dates(text).into_iter().map(|mention| {
                let edtf = mention.value.edtf;
                let words = mention.span.slice(text);
                if words.contains("الشهر") {
                    format!("{edtf}[{words}]")
                } else {
                    edtf.to_string()
                }
            });
            assert_eq!(shown.collect::<Vec<_>>().join(" "), expected, "{text}");
        }
    }
}
