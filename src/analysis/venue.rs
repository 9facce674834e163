//! The country an event was held in, where a phrase of place («بمدينة …», «في العاصمة …») stands with a word that tells
//! of the event. A seat, a residence or a mere mention is no venue; where nothing says so clearly there is none.

use crate::analysis::Mention;
use crate::analysis::country::{Named, bare};
use crate::analysis::lexicon::gazetteer::NameClass;
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::rank::Ranks;
use crate::analysis::reading::Reading;
use crate::model::country::CountryCode;

/// How a phrase of place leads to a name.
#[derive(Debug, Clone, Copy)]
struct Locative {
    /// The first word of the phrase.
    first_word: usize,
    /// How far off the word that tells of the event may be.
    reach: usize,
    confidence: f32,
}

/// The country the event was held in, if a phrase of place says so.
#[must_use]
pub fn find(reading: &Reading<'_>, marks: &Marks, named: &[Named]) -> Option<Mention<CountryCode>> {
    let ranks = Ranks::of(reading);
    let mut best: Option<(f32, Mention<CountryCode>)> = None;
    for name in named {
        let Some(rank) = ranks.at(reading, name.first_word).filter(|rank| *rank <= 4) else {
            continue;
        };
        let Some(locative) = locative(reading, marks, name)
            .filter(|locative| !is_seat(reading, locative.first_word))
        else {
            continue;
        };
        let Some(distance) = distance(reading, marks, locative) else {
            continue;
        };
        let score = locative.confidence * 10.0 - distance as f32 * 0.15 - rank as f32;
        if best.as_ref().is_none_or(|(other, _)| score > *other) {
            best = Some((
                score,
                Mention {
                    confidence: locative.confidence,
                    ..name.mention.clone()
                },
            ));
        }
    }
    best.map(|(_, mention)| mention)
}

fn locative(reading: &Reading<'_>, marks: &Marks, name: &Named) -> Option<Locative> {
    let before = reading.before(name.first_word, 1);
    let is_city = match name.class {
        NameClass::Capital
        | NameClass::City
        | NameClass::Town
        | NameClass::WeakCity
        | NameClass::EitherCity => true,
        NameClass::Country | NameClass::WeakCountry | NameClass::Nationality => false,
        NameClass::People | NameClass::Trap => return None,
    };
    let place = name.first_word.checked_sub(1);
    if matches!(before, "بالعاصمه" | "بمدينه" | "بالمدينه" | "ببلده") {
        return place.map(|first_word| Locative {
            first_word,
            reach: 25,
            confidence: 0.85,
        });
    }
    let is_its_subject = |place: usize| place > 0 && marks.at(place - 1).has(Class::Hold);
    if matches!(before, "العاصمه" | "مدينه" | "بلده")
        && (is_in(reading.before(name.first_word, 2)) || place.is_some_and(is_its_subject))
    {
        return place.map(|place| Locative {
            first_word: place - 1,
            reach: 25,
            confidence: 0.85,
        });
    }
    if name.class == NameClass::Nationality {
        return None;
    }
    let (reach, confidence) = if is_city { (12, 0.7) } else { (3, 0.6) };
    if is_in(before) {
        return place.map(|first_word| Locative {
            first_word,
            reach,
            confidence,
        });
    }
    if is_city
        && matches!(
            before,
            "فندق" | "فنادق" | "بفندق" | "بفنادق" | "ضواحي" | "بضواحي"
        )
    {
        return place.map(|first_word| Locative {
            first_word,
            reach,
            confidence,
        });
    }
    let word = reading.letters(name.first_word);
    let is_written_on =
        name.has_preposition && word.strip_prefix('و').unwrap_or(word).starts_with('ب');
    is_written_on.then_some(Locative {
        first_word: name.first_word,
        reach,
        confidence,
    })
}

fn is_in(folded: &str) -> bool {
    matches!(folded, "في" | "وسط" | "بوسط" | "داخل")
}

/// Whether the word before the phrase makes it a seat, a home or an office, or a matter that is spoken of.
fn is_seat(reading: &Reading<'_>, first_word: usize) -> bool {
    const SEATS: [&str; 34] = [
        "مقره",
        "مقرها",
        "مقيمه",
        "مقيمين",
        "مقيم",
        "مقيمون",
        "متواجده",
        "متواجدين",
        "متواجد",
        "موجوده",
        "موجود",
        "ولد",
        "مولود",
        "سفير",
        "سفاره",
        "قنصل",
        "قنصليه",
        "فرع",
        "فرعها",
        "فرعه",
        "جاليه",
        "مغاربه",
        "اوضاع",
        "احداث",
        "ثوره",
        "حرب",
        "ازمه",
        "وضع",
        "نظام",
        "سلطات",
        "محكمه",
        "جامعه",
        "يعيشون",
        "يوجد",
    ];
    let before = bare(reading.before(first_word, 1));
    SEATS.contains(&before)
}

/// How far the nearest word that tells of the event is, within reach. Behind a bare «في» and a country it must stand
/// before the place.
fn distance(reading: &Reading<'_>, marks: &Marks, locative: Locative) -> Option<usize> {
    const EVENT: [Class; 6] = [
        Class::Hold,
        Class::Present,
        Class::Found,
        Class::Meeting,
        Class::Conference,
        Class::Future,
    ];
    let place = locative.first_word;
    let after = if locative.reach > 3 {
        place.saturating_add(locative.reach)
    } else {
        place
    };
    (place.saturating_sub(locative.reach)..=after)
        .filter(|word| {
            reading.sentence(*word) == reading.sentence(place) && marks.at(*word).has_any(&EVENT)
        })
        .map(|word| word.abs_diff(place))
        .min()
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::analysis::country;
    use crate::analysis::lexicon::trigger::Marks;
    use crate::analysis::reading::Reading;

    #[test]
    fn venues() {
        let table = [
            ("عُقد أمس بمدينة لاهاي لقاء للجمعيات المغربية.", "NL[لاهاي]"),
            (
                "احتضنت قاعة البلدية في العاصمة اللبنانية مؤتمر الشبكة.",
                "LB[اللبنانية]",
            ),
            ("اجتمعت ثلاث هيئات في تونس لبحث الوضع في ليبيا.", "TN[تونس]"),
            ("عقدت الشبكة التي يوجد مقرها بالرباط لقاء عن بعد.", ""),
            ("شهدت مدينة لييج تأسيس شبكة.", "BE[لييج]"),
            ("أصدر التحالف بيانا حول الأوضاع في سوريا.", ""),
            ("نظم طلاب مغاربة ندوة عن تاريخ فرنسا.", ""),
        ];
        for (text, expected) in table {
            let reading = Reading::of(text);
            let venue = find(&reading, &Marks::of(&reading), &country::find(&reading));
            let shown =
                venue.map(|mention| format!("{}[{}]", mention.value, mention.span.slice(text)));
            assert_eq!(shown.unwrap_or_default(), expected, "{text}");
        }
    }
}
