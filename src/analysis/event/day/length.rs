//! The last day of an event whose first day and length are told: «ابتداء من 17 ماي ولمدة ثلاثة أيام».

use jiff::ToSpan;

use super::{Chosen, LONGEST, matter};
use crate::analysis::reading::Reading;
use crate::model::date::{Edtf, Form, Point, Precision};
use crate::text::number::parse_number_words;
use crate::text::token::TokenKind;

/// How many words behind the first day the length may stand.
const REACH: usize = 26;

/// The event with its last day, where its only date is the first day and a length follows in the same sentence.
pub(super) fn with_last_day(reading: &Reading<'_>, mut chosen: Chosen) -> Chosen {
    let Form::Single(Point {
        precision: Precision::Day(first),
        ..
    }) = chosen.edtf.form()
    else {
        return chosen;
    };
    let found = chosen
        .mentions
        .iter()
        .enumerate()
        .find_map(|(index, date)| {
            let word = reading
                .words
                .partition_point(|word| word.span.end <= date.span.start);
            let (days, last) = length(reading, word).filter(|_| is_first_day(reading, word))?;
            Some((index, days, last))
        });
    let Some((index, days, last)) = found else {
        return chosen;
    };
    let end = first.checked_add((days - 1).days()).ok();
    let period = end.and_then(|end| Edtf::parse(&format!("{first}/{end}")).ok());
    if let (Some(period), Some(mention)) = (period, chosen.mentions.get_mut(index)) {
        mention.span.end = reading.span(last, last).end;
        chosen.edtf = period;
    }
    chosen
}

/// «اعتبارا من اليوم», «انطلقت أمس»: whether the day is said to be the first.
fn is_first_day(reading: &Reading<'_>, word: usize) -> bool {
    let is_from = (1..=4).any(|steps| {
        matches!(
            reading.before(word, steps),
            "اعتبارا" | "ابتداء" | "ابتداءا" | "انطلاقا" | "بدءا" | "وابتداء"
        )
    });
    is_from || matter::opens(reading, word) && !matter::closes(reading, word)
}

/// How many days behind the word «لمدة», «على مدى» or «على مدار» says, and the last word that says so.
fn length(reading: &Reading<'_>, word: usize) -> Option<(i64, usize)> {
    let sentence = reading.sentence(word);
    let head = (word + 1..=word + REACH)
        .take_while(|place| reading.sentence(*place) == sentence)
        .find(|place| matches!(reading.letters(*place), "لمده" | "ولمده" | "مدي" | "مدار"))?;
    let number = head + 1;
    if reading.letters(number) == "يومين" {
        return Some((2, number));
    }
    let days = if reading.is(number, TokenKind::Number) {
        reading.folded(number).parse().ok()?
    } else {
        parse_number_words(&[reading.letters(number)])?.0
    };
    let days = i64::try_from(days).ok()?;
    let is_days = matches!(reading.letters(number + 1), "ايام" | "يوما");
    (is_days && (2..=i64::from(LONGEST)).contains(&days)).then_some((days, number + 1))
}

#[cfg(test)]
mod tests {
    use crate::analysis::event::draft;

    #[test]
    fn a_first_day_and_a_length_make_a_period() {
        let table = [
            (
                "تحتضن مدينة تازة ابتداء من يوم الثلاثاء 17 مايو 2016 ولمدة ثلاثة أيام مؤتمر نقابات السهل.",
                "2016-05-17/2016-05-19",
            ),
            (
                "انطلقت يوم 17 مايو 2016 أشغال مؤتمر نقابات السهل في تازة على مدى يومين.",
                "2016-05-17/2016-05-18",
            ),
            (
                "عقدت نقابات السهل مؤتمرها في تازة يوم 17 مايو 2016 وانتخبت رئيسا لمدة 4 سنوات.",
                "2016-05-17",
            ),
        ];
        for (text, expected) in table {
            let event = draft(text);
            let shown: Vec<_> = event
                .dates
                .iter()
                .map(|date| date.value().edtf.to_string())
                .collect();
            assert_eq!(shown.join(" "), expected, "{text}");
        }
    }
}
