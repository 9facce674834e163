//! Dates in figures: 04-07-2021, 2021/7/4, ٤.٧.٢٠٢١, 12-14/5/2012. Where both first figures could be the month, the day is
//! taken to come first, as Arabic usage has it, with less confidence, unless the day of the week says otherwise. A year of
//! two figures is taken only where the day of the week agrees or the text names the whole year elsewhere.

use jiff::civil::Date;

use super::{Calendar, Statement, calendar_of, range, weekday};
use crate::analysis::reading::Reading;
use crate::text::number::parse_digits;
use crate::text::token::TokenKind;

/// A figure with the number of its digits.
type Figure = (u64, usize);

pub(super) fn statements(reading: &Reading<'_>) -> Vec<Statement> {
    let years = Years::of(reading);
    let mut statements = Vec::new();
    let mut index = 0;
    while index < reading.words.len() {
        let found = read(reading, &years, index);
        index = found.map_or(index, |statement| statement.last_word) + 1;
        statements.extend(found);
    }
    statements
}

fn read(reading: &Reading<'_>, years: &Years, index: usize) -> Option<Statement> {
    if !reading.is(index, TokenKind::Number) {
        return None;
    }
    let word = reading.folded(index);
    if word.contains('.') {
        let parts: Vec<_> = word.split('.').collect();
        return statement(
            reading,
            years,
            parts.as_slice().try_into().ok()?,
            index,
            index,
        );
    }
    if range::is_parted_by_tatweel(reading, index)
        && range::is_parted_by_tatweel(reading, index + 1)
    {
        let parts = [0, 1, 2].map(|step| reading.folded(index + step));
        return statement(reading, years, parts, index, index + 2);
    }
    let sign = reading.folded(index + 1);
    let is_sign = matches!(sign, "-" | "/" | "–" | "\\" | "_" | "//");
    if !is_sign || reading.folded(index + 3) != sign || is_continued(reading, index, sign) {
        return None;
    }
    let parts = [0, 2, 4].map(|step| reading.folded(index + step));
    statement(reading, years, parts, index, index + 4)
}

/// Whether more figures are joined on by the same sign.
fn is_continued(reading: &Reading<'_>, index: usize, sign: &str) -> bool {
    let is_joined = |sign_place: usize, number: usize| {
        reading.folded(sign_place) == sign && reading.is(number, TokenKind::Number)
    };
    // «2018-02-15 - 09:40» goes on with a clock.
    let is_clock = reading.folded(index + 7) == ":";
    (is_joined(index + 5, index + 6) && !is_clock)
        || (index >= 2 && is_joined(index - 1, index - 2))
}

fn statement(
    reading: &Reading<'_>,
    years: &Years,
    parts: [&str; 3],
    first_word: usize,
    last_word: usize,
) -> Option<Statement> {
    let [first, second, third] =
        parts.map(|part| parse_digits(part).map(|value| (value, part.len())));
    let (first, second, third) = (first?, second?, third?);
    let said = weekday::before(reading, first_word);
    let (calendar, year, month, day, confidence) = match (first.1, third.1) {
        (4, 1..=2) if second.0 <= 12 => whole(first, second, third, 0.95)?,
        (4, 1..=2) => whole(first, third, second, 0.6)?,
        (1..=2, 4) if first.0 > 12 || first.0 == second.0 => whole(third, second, first, 0.95)?,
        (1..=2, 4) if second.0 > 12 => whole(third, first, second, 0.8)?,
        (1..=2, 4) => {
            let usual = whole(third, second, first, 0.7)?;
            let turned = whole(third, first, second, 0.9)?;
            let agrees = |(_, year, month, day, _): (Calendar, i16, i8, i8, f32)| {
                Date::new(year, month, day).is_ok_and(|day| said == Some(day.weekday()))
            };
            if agrees(turned) && !agrees(usual) {
                turned
            } else {
                usual
            }
        }
        (1..=2, 2) => {
            let year = 2000 + third.0;
            let found = whole((year, 4), second, first, 0.8)?;
            let day = Date::new(found.1, found.2, found.3).ok()?;
            let is_safe = said == Some(day.weekday()) || years.has(year);
            is_safe.then_some(found)?
        }
        _ => return None,
    };
    let (days, first_word) = match earlier_day(reading, first_word, last_word, day) {
        Some((earlier, place)) => ((earlier, day), place),
        None => ((day, day), first_word),
    };
    let is_era = calendar == Calendar::Hijri && reading.letters(last_word + 1) == "ه";
    Some(Statement {
        calendar,
        year: Some(year),
        month: Some(month),
        days: Some(days),
        direction: None,
        remark: None,
        said: None,
        shift: None,
        first_word,
        last_word: last_word + usize::from(is_era),
        confidence,
    })
}

fn whole(
    year: Figure,
    month: Figure,
    day: Figure,
    confidence: f32,
) -> Option<(Calendar, i16, i8, i8, f32)> {
    let (calendar, year) = calendar_of(year.0)?;
    let in_range = |value: u64, most: i8| {
        i8::try_from(value)
            .ok()
            .filter(|value| (1..=most).contains(value))
    };
    Some((
        calendar,
        year,
        in_range(month.0, 12)?,
        in_range(day.0, 31)?,
        confidence,
    ))
}

/// The most days of a list.
const MOST_DAYS: usize = 10;

/// The first day of «12-14/5/2012» or «12-13-14/5/2012» and its word.
fn earlier_day(
    reading: &Reading<'_>,
    first_word: usize,
    last_word: usize,
    day: i8,
) -> Option<(i8, usize)> {
    let joint = reading.folded(last_word.saturating_sub(1));
    let (mut first, mut place) = (day, first_word);
    for _ in 0..MOST_DAYS {
        let before = day_before(reading, place, joint);
        let is_listed = |(earlier, _): &(i8, usize)| {
            (1..first).contains(earlier) && (first == day || earlier + 1 == first)
        };
        let Some(before) = before.filter(is_listed) else {
            break;
        };
        (first, place) = before;
    }
    let is_free = !place
        .checked_sub(1)
        .is_some_and(|before| matches!(reading.folded(before), "/" | "." | "-" | "\\"));
    (first < day && is_free).then_some((first, place))
}

/// The day that a sign other than the date's joins to the one at `place`, and its word.
fn day_before(reading: &Reading<'_>, place: usize, joint: &str) -> Option<(i8, usize)> {
    let (sign, number) = (place.checked_sub(1)?, place.checked_sub(2)?);
    let is_joint = range::is_dash(reading.folded(sign))
        || range::is_until(reading.folded(sign))
        || reading.folded(sign) == "و";
    let is_day = reading.is(number, TokenKind::Number) && reading.folded(number).len() <= 2;
    let day = parse_digits(reading.folded(number)).and_then(|value| i8::try_from(value).ok())?;
    (is_joint && is_day && reading.folded(sign) != joint).then_some((day, number))
}

/// The years of this century that the text names in four figures.
struct Years([bool; 100]);

impl Years {
    fn of(reading: &Reading<'_>) -> Self {
        let mut years = Self([false; 100]);
        for index in 0..reading.words.len() {
            let figures = Some(reading.folded(index)).filter(|folded| folded.len() == 4);
            let year = figures
                .and_then(parse_digits)
                .and_then(|year| year.checked_sub(2000));
            let year = year.and_then(|year| usize::try_from(year).ok());
            if let Some(known) = year.and_then(|year| years.0.get_mut(year)) {
                *known = true;
            }
        }
        years
    }

    fn has(&self, year: u64) -> bool {
        let place = year
            .checked_sub(2000)
            .and_then(|year| usize::try_from(year).ok());
        place.and_then(|place| self.0.get(place)) == Some(&true)
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::date::{check, dates};

    #[test]
    fn figures_read_the_day_first() {
        check(&[
            ("في 04-07-2021.", "2021-07-04[04-07-2021]"),
            ("في 2021/7/4", "2021-07-04[2021/7/4]"),
            ("2021-07-04T10:00", "2021-07-04[2021-07-04]"),
            ("٢٥.١٢.٢٠٢٠", "2020-12-25[٢٥.١٢.٢٠٢٠]"),
            ("٥ـ٦ـ٢٠٢٠", "2020-06-05[٥ـ٦ـ٢٠٢٠]"),
            ("12/25/2020", "2020-12-25[12/25/2020]"),
            ("31/31/2020 و 1-2-3", ""),
            ("2018-02-15 - 09:40", "2018-02-15[2018-02-15]"),
            ("من 12-14/5/2012", "2012-05-12/2012-05-14[12-14/5/2012]"),
            (
                "أيام 6-7-8 /5/ 2022",
                "2022-05-06/2022-05-08[6-7-8 /5/ 2022]",
            ),
            ("يوم الثلاثاء 7/4/2020", "2020-04-07[7/4/2020]"),
            ("يوم السبت 7/4/2020", "2020-07-04[7/4/2020]"),
            ("يوم السبت 5/5/12", "2012-05-05[5/5/12]"),
            ("يوم 5/5/12 فقط", ""),
            (
                "يوم 5/5/12، ثم ماي 2012",
                "2012-05-05[5/5/12] 2012-05[ماي 2012]",
            ),
        ]);
        assert!(dates("04-07-2021")[0].confidence < dates("14-07-2021")[0].confidence);
    }
}
