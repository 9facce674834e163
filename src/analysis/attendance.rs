//! How many took part: counts of persons, bodies and countries, exact, about or over, in figures or in words, that
//! stand near a word of attendance. Counts of victims, prisoners and percentages are none.

use crate::analysis::Mention;
use crate::analysis::country::bare;
use crate::analysis::kind::is_near;
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::rank::Ranks;
use crate::analysis::reading::Reading;
use crate::model::attendance::Attendance;
use crate::model::vocabulary::{Qualifier, Unit};
use crate::text::number::{parse_digits, parse_number_words};
use crate::text::token::TokenKind;

/// The most counts read from one document.
const MOST: usize = 12;

/// The counts of those present, in order, each once.
#[must_use]
pub fn find(reading: &Reading<'_>, marks: &Marks) -> Vec<Mention<Attendance>> {
    let ranks = Ranks::of(reading);
    let mut found: Vec<Mention<Attendance>> = Vec::new();
    for noun in 0..reading.words.len() {
        if found.len() >= MOST {
            break;
        }
        let Some(unit) = unit(reading.letters(noun)) else {
            continue;
        };
        let Some(rank) = ranks.at(reading, noun).filter(|rank| *rank <= 6) else {
            continue;
        };
        let Some((count, number)) = count_before(reading, noun) else {
            continue;
        };
        let (qualifier, first) = qualifier(reading, number, noun);
        let is_attended = is_near(reading, marks, number, 12, 10, &[Class::Attend]);
        let is_round_of_states =
            unit == Unit::Country && qualifier != Qualifier::Exact && rank <= 3;
        if count < 2 || is_harm(reading, first) || !(is_attended || is_round_of_states) {
            continue;
        }
        let value = Attendance {
            count,
            unit,
            qualifier,
        };
        if found.iter().all(|mention| mention.value != value) {
            let confidence = if is_attended { 0.8 } else { 0.6 };
            found.push(Mention {
                value,
                span: reading.span(first, noun),
                confidence,
            });
        }
    }
    found
}

fn unit(folded: &str) -> Option<Unit> {
    match folded {
        "شخص" | "شخصا" | "اشخاص" | "شخصيه" | "شخصيات" | "مشارك" | "مشاركا" | "مشاركين"
        | "مندوبا" | "مندوب" | "ممثلا" | "ناشطا" | "ناشط" | "مناضلا" | "موتمرا" => {
            Some(Unit::Person)
        }
        "هييه" | "هييات" | "جمعيه" | "جمعيات" | "منظمه" | "منظمات" | "حزب" | "حزبا" | "احزاب"
        | "تنظيم" | "تنظيما" | "تنظيمات" | "تكتل" | "تكتلا" | "حركه" | "حركات" | "فصيل" | "فصيلا"
        | "فصايل" | "كيان" | "كيانا" | "كيانات" | "نقابه" | "نقابات" | "تنسيقيه" | "تنسيقيات"
        | "موسسه" | "موسسات" => Some(Unit::Organization),
        "دوله" | "دول" | "بلد" | "بلدا" | "بلدان" => Some(Unit::Country),
        _ => None,
    }
}

/// The number that ends before the noun, over slashes, and its first word.
fn count_before(reading: &Reading<'_>, noun: usize) -> Option<(u64, usize)> {
    let mut end = noun;
    while end > 0 && matches!(reading.folded(end - 1), "/" | ")" | "\"") {
        end -= 1;
    }
    let last = end.checked_sub(1)?;
    if reading.is(last, TokenKind::Number) {
        return parse_digits(reading.folded(last)).map(|count| (count, last));
    }
    (1..=5.min(end)).rev().find_map(|length| {
        let words: Vec<_> = (end - length..end)
            .map(|place| reading.letters(place))
            .collect();
        let (count, taken) = parse_number_words(&words)?;
        (taken == length).then_some((count, end - length))
    })
}

/// How exact the number is, and the first word of the whole.
fn qualifier(reading: &Reading<'_>, number: usize, noun: usize) -> (Qualifier, usize) {
    let mut place = number;
    while place > 0
        && matches!(
            reading.folded(place - 1),
            "/" | "(" | "\"" | "من" | "عن" | "علي"
        )
    {
        place -= 1;
    }
    let first = place.saturating_sub(1);
    let word = reading.letters(first);
    let is_about = ["حوالي", "نحو", "زهاء", "قرابه", "يقارب", "يناهز", "حدود"]
        .iter()
        .any(|about| word.ends_with(about));
    let is_over = [
        "اكثر",
        "ازيد",
        "يزيد",
        "تزيد",
        "يفوق",
        "تفوق",
        "فوق",
        "يتجاوز",
        "تتجاوز",
    ]
    .iter()
    .any(|over| word.ends_with(over));
    if is_about || matches!(reading.letters(noun + 1), "تقريبا") {
        (Qualifier::About, if is_about { first } else { number })
    } else if is_over {
        (Qualifier::Over, first)
    } else {
        (Qualifier::Exact, number)
    }
}

/// Whether the count is one of victims or prisoners.
fn is_harm(reading: &Reading<'_>, first: usize) -> bool {
    const HARM: [&str; 14] = [
        "مقتل",
        "قتل",
        "قتلي",
        "جرح",
        "جرحي",
        "اصابه",
        "اصيب",
        "اعتقال",
        "اعتقلت",
        "اعتقل",
        "توقيف",
        "وفاه",
        "استشهاد",
        "نزوح",
    ];
    (1..=4).any(|steps| HARM.contains(&bare(reading.before(first, steps))))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::analysis::lexicon::trigger::Marks;
    use crate::analysis::reading::Reading;

    #[test]
    fn counts() {
        let table = [
            (
                "حضر اللقاء نحو /75/ شخصية من ثلاثين دولة.",
                "about 75 person[نحو /75/ شخصية] exact 30 country[ثلاثين دولة]",
            ),
            (
                "شارك فيه أكثر من مئتي شخص يمثلون ١٢ جمعية.",
                "over 200 person[أكثر من مئتي شخص] exact 12 organization[١٢ جمعية]",
            ),
            ("بمشاركة 40 بلدا تقريبا.", "about 40 country[40 بلدا]"),
            ("أدى الحادث إلى مقتل 5 أشخاص وحضور الشرطة.", ""),
            ("اشترى 12 كتابا لجمعية.", ""),
        ];
        for (text, expected) in table {
            let reading = Reading::of(text);
            let shown = find(&reading, &Marks::of(&reading))
                .into_iter()
                .map(|mention| {
                    let value = mention.value;
                    format!(
                        "{} {} {}[{}]",
                        value.qualifier,
                        value.count,
                        value.unit,
                        mention.span.slice(text)
                    )
                });
            assert_eq!(shown.collect::<Vec<_>>().join(" "), expected, "{text}");
        }
    }
}
