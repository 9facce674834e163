//! Hours of the day: «من الساعة الرابعة إلى الثامنة مساء», «على الساعة 18:30». Invariant: an hour that may be of the
//! morning or of the evening is not read.

use crate::analysis::Mention;
use crate::analysis::reading::Reading;
use crate::text::number::{parse_digits, parse_number_words, parse_ordinal};
use crate::text::token::TokenKind;

/// How far behind an hour the part of the day may stand.
const REACH: usize = 4;

/// An hour as it stands in the text, perhaps without its part of the day.
#[derive(Debug, Clone, Copy)]
struct Hour {
    /// Minutes since midnight or noon, or since midnight where it is whole.
    minutes: u16,
    is_whole: bool,
    part: Option<Part>,
    last: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Morning,
    Noon,
    Afternoon,
    Night,
}

/// The hours a text states: `16:00` or `16:00/20:00`.
#[must_use]
pub fn hours(text: &str) -> Vec<Mention<String>> {
    find(&Reading::of(text))
}

/// The hours a document states, in order.
#[must_use]
pub fn find(reading: &Reading<'_>) -> Vec<Mention<String>> {
    let mut mentions = Vec::new();
    let mut index = 0;
    while index < reading.words.len() {
        let found = read(reading, index);
        index = found.as_ref().map_or(index, |(_, last)| *last) + 1;
        mentions.extend(found.map(|(mention, _)| mention));
    }
    mentions
}

fn read(reading: &Reading<'_>, index: usize) -> Option<(Mention<String>, usize)> {
    let is_hour_word = is_hour_word(reading.letters(index));
    let is_start = is_hour_word || is_from(reading.letters(index)) || is_clock(reading, index);
    if !is_start || (!is_hour_word && is_hour_word_at(reading, index + 1)) {
        return None;
    }
    let is_bare = !is_hour_word;
    let place = index + usize::from(is_hour_word || is_from(reading.letters(index)));
    let start = hour(reading, place)?;
    let until = until(reading, start.last + 1);
    // Without «الساعة» only a clock, or a range that says its part of the day, is one.
    let is_parted = start.part.or(until.and_then(|until| until.part)).is_some();
    if is_bare && !is_clock(reading, place) && (until.is_none() || !is_parted) {
        return None;
    }
    let last = until.map_or(start.last, |until| until.last);
    let text = match until {
        Some(until) => range(start, until)?,
        None => shown(alone(start)?),
    };
    let is_from_before = is_hour_word && reading.before(index, 1) == "من";
    let first = index - usize::from(is_from_before);
    let mention = Mention {
        value: text,
        span: reading.span(first, last),
        confidence: if is_bare { 0.7 } else { 0.85 },
    };
    Some((mention, last))
}

fn is_hour_word_at(reading: &Reading<'_>, index: usize) -> bool {
    is_hour_word(reading.letters(index))
}

fn is_hour_word(folded: &str) -> bool {
    matches!(
        folded.trim_start_matches(['و', 'ب', 'ف', 'ل']),
        "الساعه" | "ساعه"
    ) && folded != "ساعه"
}

fn is_from(folded: &str) -> bool {
    matches!(folded, "من" | "بين")
}

/// Whether «18:30» or «18h30» begins at `index`; «18.30» may be any number.
fn is_clock(reading: &Reading<'_>, index: usize) -> bool {
    let is_whole = reading.is(index, TokenKind::Number) && !reading.folded(index).contains('.');
    is_whole && figures(reading, index).is_some_and(|(_, minutes, _)| minutes.is_some())
}

/// Hours, minutes and the last word of an hour in figures.
fn figures(reading: &Reading<'_>, index: usize) -> Option<(u16, Option<u16>, usize)> {
    if !reading.is(index, TokenKind::Number) {
        return None;
    }
    let number = |text: &str, most: u64| {
        let value = parse_digits(text).filter(|value| text.len() <= 2 && *value <= most)?;
        u16::try_from(value).ok()
    };
    let word = reading.folded(index);
    if let Some((hours, minutes)) = word.split_once('.') {
        let minutes = number(minutes, 59).filter(|_| minutes.len() == 2)?;
        return Some((number(hours, 24)?, Some(minutes), index));
    }
    let hours = number(word, 24)?;
    let is_parted = matches!(reading.folded(index + 1), ":" | "h" | "س" | "سا");
    let minutes = Some(reading.folded(index + 2))
        .filter(|minutes| is_parted && minutes.len() == 2)
        .and_then(|minutes| number(minutes, 59));
    match minutes {
        // «12:30:45» is a page's clock.
        Some(_) if reading.folded(index + 3) == ":" => None,
        Some(minutes) => Some((hours, Some(minutes), index + 2)),
        None if reading.folded(index + 1) == "h" => Some((hours, Some(0), index + 1)),
        None => Some((hours, None, index)),
    }
}

/// The hour that begins at `index`.
fn hour(reading: &Reading<'_>, index: usize) -> Option<Hour> {
    // «الساعة الـ11»
    let index = index + usize::from(reading.letters(index) == "ال");
    let (hours, minutes, last, is_figure) = match figures(reading, index) {
        Some((hours, minutes, last)) => (hours, minutes, last, true),
        None => {
            let (hours, last) = in_words(reading, index)?;
            (hours, None, last, false)
        }
    };
    let (more, last) = match minutes {
        Some(minutes) => (i32::from(minutes), last),
        None => fraction(reading, last + 1).unwrap_or((0, last)),
    };
    let part = (last + 1..=last + REACH)
        .take_while(|place| !is_end(reading.folded(*place)))
        .find_map(|place| part(reading, place).map(|part| (part, place)));
    let is_whole = hours > 12
        || (is_figure && minutes.is_some() && hours >= 9)
        || (is_figure && reading.folded(index).starts_with('0'));
    let base = if is_whole { hours } else { hours % 12 };
    let minutes = u16::try_from(i32::from(base) * 60 + more).ok()?;
    Some(Hour {
        minutes,
        is_whole,
        part: part.map(|(part, _)| part),
        last: part.map_or(last, |(_, last)| last),
    })
}

/// «الرابعة», «الثانية عشرة», «الواحدة».
fn in_words(reading: &Reading<'_>, index: usize) -> Option<(u16, usize)> {
    let first = reading.letters(index);
    if matches!(first, "الواحده" | "والواحده" | "للواحده") {
        return Some((1, index));
    }
    let words = [first, reading.letters(index + 1)];
    let (value, taken) = parse_ordinal(&words)?;
    let is_feminine = first.ends_with('ه');
    let value = u16::try_from(value)
        .ok()
        .filter(|value| (1..=12).contains(value))?;
    is_feminine.then_some((value, index + taken - 1))
}

/// «والنصف», «إلا ربعا», «و30 دقيقة»: minutes, and the last word.
fn fraction(reading: &Reading<'_>, index: usize) -> Option<(i32, usize)> {
    let of = |folded: &str| match folded.trim_start_matches("ال") {
        "نصف" | "نصفا" => Some(30),
        "ربع" | "ربعا" => Some(15),
        "ثلث" | "ثلثا" => Some(20),
        _ => None,
    };
    let first = reading.letters(index);
    if first == "الا" {
        return of(reading.letters(index + 1)).map(|minutes| (-minutes, index + 1));
    }
    if let Some(minutes) = first.strip_prefix('و').and_then(of) {
        return Some((minutes, index));
    }
    if first == "و" {
        let next = of(reading.letters(index + 1)).map(|minutes| (minutes, index + 1));
        return next.or_else(|| {
            let minutes =
                parse_digits(reading.folded(index + 1)).filter(|minutes| *minutes < 60)?;
            let is_minutes = reading.letters(index + 2).starts_with("دقي");
            is_minutes.then_some((i32::try_from(minutes).ok()?, index + 2))
        });
    }
    let words = [first, reading.letters(index + 1)];
    let (minutes, taken) = parse_number_words(&words).filter(|_| first.starts_with('و'))?;
    let is_minutes = minutes < 60 && reading.letters(index + taken).starts_with("دقي");
    is_minutes.then_some((i32::try_from(minutes).ok()?, index + taken))
}

fn is_end(folded: &str) -> bool {
    matches!(
        folded,
        "." | "،" | ";" | "؛" | "-" | "–" | "الي" | "حتي" | "والي" | "لغايه" | "و" | ":"
    )
}

/// The part of the day that the word at `index` names.
fn part(reading: &Reading<'_>, index: usize) -> Option<Part> {
    let before = reading.letters(index.checked_sub(1)?);
    Some(match reading.letters(index) {
        "صباحا" | "صباح" | "الصباح" | "فجرا" | "الفجر" | "ص" | "am" => {
            Part::Morning
        }
        "الظهر" | "الزوال" if before == "بعد" => Part::Afternoon,
        "ظهرا" | "الظهر" | "زوالا" | "الزوال" | "ظهر" | "زوال" => {
            Part::Noon
        }
        "مساء" | "مساءا" | "المساء" | "عصرا" | "العصر" | "عشيه" | "م" | "pm" => {
            Part::Afternoon
        }
        "ليلا" | "الليل" | "ليله" => Part::Night,
        _ => return None,
    })
}

/// The hour behind «إلى» or a dash.
fn until(reading: &Reading<'_>, index: usize) -> Option<Hour> {
    let mut place = index;
    let mut is_until = false;
    while place < index + 4 {
        let folded = reading.folded(place);
        let is_sign = matches!(
            folded,
            "الي" | "حتي" | "والي" | "وحتي" | "لغايه" | "-" | "–" | "و"
        );
        if !is_sign && !matches!(folded, "غايه" | "حدود" | "،") && !is_hour_word(folded) {
            break;
        }
        is_until |= is_sign;
        place += 1;
    }
    if !is_until {
        return None;
    }
    // «والثامنة» would be a list of hours and not a range.
    hour(reading, place)
}

/// The whole minutes of an hour that says its part of the day.
fn alone(hour: Hour) -> Option<u16> {
    if hour.is_whole {
        let is_evening =
            hour.minutes < 720 && matches!(hour.part, Some(Part::Afternoon | Part::Night));
        return Some(hour.minutes % 1440 + if is_evening { 720 } else { 0 });
    }
    Some(match hour.part? {
        Part::Morning => hour.minutes,
        // «الحادية عشرة ظهرا» is before noon.
        Part::Noon if hour.minutes >= 10 * 60 => hour.minutes,
        Part::Night if hour.minutes < 5 * 60 => hour.minutes,
        Part::Noon | Part::Afternoon | Part::Night => hour.minutes + 720,
    })
}

/// Both ends of a range; the one that says no part of the day takes it from the other.
fn range(start: Hour, until: Hour) -> Option<String> {
    let (start, until) = match (alone(start), alone(until)) {
        (Some(start), Some(until)) => (start, until),
        (Some(begun), None) => {
            let morning = until.minutes;
            (
                begun,
                if morning > begun {
                    morning
                } else {
                    morning + 720
                },
            )
        }
        (None, Some(ended)) => {
            let evening = start.minutes + 720;
            (
                if evening < ended {
                    evening
                } else {
                    start.minutes
                },
                ended,
            )
        }
        (None, None) => return None,
    };
    (start < until).then(|| format!("{}/{}", shown(start), shown(until)))
}

fn shown(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::hours;

    #[test]
    fn hours_and_their_part_of_the_day() {
        let table = [
            (
                "من الساعة الرابعة إلى الثامنة مساء",
                "16:00/20:00[من الساعة الرابعة إلى الثامنة مساء]",
            ),
            (
                "من الساعة الثالثة بعد الزوال إلى غاية الساعة السابعة.",
                "15:00/19:00[من الساعة الثالثة بعد الزوال إلى غاية الساعة السابعة]",
            ),
            (
                "على الساعة العاشرة والنصف صباحا",
                "10:30[الساعة العاشرة والنصف صباحا]",
            ),
            (
                "من العاشرة صباحا إلى الثانية بعد الظهر",
                "10:00/14:00[من العاشرة صباحا إلى الثانية بعد الظهر]",
            ),
            (
                "في الساعة الثانية عشرة ظهرا",
                "12:00[الساعة الثانية عشرة ظهرا]",
            ),
            (
                "الساعة الخامسة إلا ربعا عصرا",
                "16:45[الساعة الخامسة إلا ربعا عصرا]",
            ),
            ("الساعة الـ11 صباحا", "11:00[الساعة الـ11 صباحا]"),
            ("الساعة 18:30", "18:30[الساعة 18:30]"),
            ("على الساعة 16h00", "16:00[الساعة 16h00]"),
            ("الساعة ٧ مساءً", "19:00[الساعة ٧ مساءً]"),
            ("من 16:00 إلى 20:00", "16:00/20:00[من 16:00 إلى 20:00]"),
            ("الساعة العاشرة ليلا", "22:00[الساعة العاشرة ليلا]"),
            ("على الساعة الخامسة", ""),
            ("من 5 إلى 20 وبلغت 22.9 أو ما بين 14 و 16", ""),
            ("الساعة 18.30", "18:30[الساعة 18.30]"),
            ("الساعة 5 من ذلك اليوم", ""),
            ("من الأولى إلى الثانية", ""),
            ("حتى الساعة", ""),
        ];
        for (text, expected) in table {
            let shown: Vec<_> = hours(text)
                .into_iter()
                .map(|mention| format!("{}[{}]", mention.value, mention.span.slice(text)))
                .collect();
            assert_eq!(shown.join(" "), expected, "{text}");
        }
    }

    const PARTS: [&str; 24] = [
        "الساعة",
        "من",
        "إلى",
        "غاية",
        "-",
        ":",
        "و",
        "5",
        "16",
        "00",
        "30",
        "18.30",
        "h",
        "الرابعة",
        "الثانية",
        "عشرة",
        "والنصف",
        "إلا",
        "ربعا",
        "صباحا",
        "مساء",
        "ظهرا",
        "ليلا",
        "دقيقة",
    ];

    proptest! {
        #[test]
        fn any_row_of_parts_is_read(parts in proptest::collection::vec(0..PARTS.len(), 0..40)) {
            let text: Vec<_> = parts.into_iter().map(|part| PARTS[part]).collect();
            let text = text.join(" ");
            let mut end = 0;
            for mention in hours(&text) {
                let is_hour = |hour: &str| hour.len() == 5 && hour < "24:00";
                prop_assert!(mention.value.split('/').all(is_hour), "{}", mention.value);
                prop_assert!(mention.span.start >= end && !mention.span.slice(&text).is_empty());
                end = mention.span.end;
            }
        }
    }
}
