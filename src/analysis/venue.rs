//! Where an event was held: a phrase of place («بمدينة …», «في العاصمة …», «بفندق … في …») that stands with a word that
//! tells of the event. A seat, a residence, a dispatch's place or a mere mention is no venue; where nothing says so
//! clearly there is none.

use std::sync::LazyLock;

use crate::analysis::Mention;
use crate::analysis::country::Named;
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::lexicon::word_set::WordSet;
use crate::analysis::rank::Ranks;
use crate::analysis::reading::Reading;

use locative::Locative;

mod locative;

mod signature;

/// Sentences later than this one tell of other things.
const LAST_RANK: usize = 6;

/// The words that tell of an event taking place.
const EVENT: [Class; 6] = [
    Class::Hold,
    Class::Present,
    Class::Found,
    Class::Meeting,
    Class::Conference,
    Class::Future,
];

static SEATS: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::of(include_str!("lexicon/venue.tsv"), "seat"));

/// The index, among the names, of the place the event was held in, with the phrase that says so.
#[must_use]
pub fn find(reading: &Reading<'_>, marks: &Marks, named: &[Named]) -> Option<Mention<usize>> {
    let ranks = Ranks::of(reading);
    let mut best: Option<(f32, Mention<usize>)> = None;
    for (index, name) in named.iter().enumerate() {
        let Some(rank) = ranks
            .at(reading, name.first_word)
            .filter(|rank| *rank <= LAST_RANK)
        else {
            continue;
        };
        let Some(locative) =
            locative::find(reading, marks, name).filter(|locative| !is_seat(reading, *locative))
        else {
            continue;
        };
        let Some(distance) = distance(reading, marks, locative) else {
            continue;
        };
        let is_later = rank > 0 && is_plan(reading, marks, name.first_word);
        let score = locative.confidence * 10.0
            - distance as f32 * 0.1
            - rank as f32
            - if is_later { 4.0 } else { 0.0 };
        if best.as_ref().is_none_or(|(other, _)| score > *other) {
            let mention = Mention {
                value: index,
                span: reading.span(locative.first_word, name.last_word),
                confidence: locative.confidence,
            };
            best = Some((score, mention));
        }
    }
    let told = best.filter(|(score, _)| *score > 0.0);
    told.map(|(_, mention)| mention)
        .or_else(|| signature::find(reading, named))
}

/// Whether the word before the phrase makes it a seat, a home or an office, or a matter that is spoken of.
fn is_seat(reading: &Reading<'_>, locative: Locative) -> bool {
    if locative.has_site {
        return (1..=2).any(|steps| is_residence(reading.before(locative.first_word, steps)));
    }
    let first = locative.first_word;
    SEATS.has(reading.before(first, 1)) || is_residence(reading.before(first, 2))
}

fn is_residence(folded: &str) -> bool {
    matches!(
        folded,
        "يوجد"
            | "توجد"
            | "مقره"
            | "مقرها"
            | "مقرهم"
            | "مقيم"
            | "مقيمه"
            | "المقيمين"
            | "المقيمه"
            | "المقيم"
            | "الكاين"
            | "الكاينه"
            | "كاين"
            | "المتواجدين"
            | "المتواجده"
            | "المتواجد"
    )
}

/// Whether the sentence speaks of what is to come.
fn is_plan(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let sentence = reading.sentence(word);
    let is_same = |place: &usize| reading.sentence(*place) == sentence;
    let before = (0..word).rev().take_while(is_same).take(30);
    let after = (word..reading.words.len()).take_while(is_same).take(12);
    before
        .chain(after)
        .any(|place| marks.at(place).has(Class::Future))
}

/// How far the nearest word that tells of the event is, within reach. It stands before the place, or behind a city.
fn distance(reading: &Reading<'_>, marks: &Marks, locative: Locative) -> Option<usize> {
    let place = locative.first_word;
    let after = place.saturating_add(locative.reach_after);
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
            (
                "عُقد أمس بمدينة لاهاي لقاء للجمعيات المغربية.",
                "NL[بمدينة لاهاي]",
            ),
            (
                "احتضنت قاعة البلدية في العاصمة اللبنانية مؤتمر الشبكة.",
                "LB[قاعة البلدية في العاصمة اللبنانية]",
            ),
            (
                "اجتمعت ثلاث هيئات في تونس لبحث الوضع في ليبيا.",
                "TN[في تونس]",
            ),
            (
                "عقدت اللجنة اجتماعها العادي يوم الأحد 4 مارس 2018 بمقر نادي المعلمين والمعلمات بالرباط.",
                "MA[بمقر نادي المعلمين والمعلمات بالرباط]",
            ),
            (
                "اختتم أمس في فندق النخيل في عدن مؤتمر النقابات.",
                "YE[في فندق النخيل في عدن]",
            ),
            ("الرباط - وكالة: عقد حزبان لقاء في طنجة أمس.", "MA[في طنجة]"),
            ("عقدت الشبكة التي يوجد مقرها بالرباط لقاء عن بعد.", ""),
            ("شهدت مدينة لييج تأسيس شبكة.", "BE[مدينة لييج]"),
            ("أصدر التحالف بيانا حول الأوضاع في سوريا.", ""),
            ("نظم طلاب مغاربة ندوة عن تاريخ فرنسا.", ""),
            (
                "تدين الهيئات الموقعة هذا القرار وتطالب بالعدول عنه.\nحرر بأكادير في 3 ماي 2012",
                "MA[حرر بأكادير]",
            ),
        ];
        for (text, expected) in table {
            let reading = Reading::of(text);
            let named = country::find(&reading);
            let venue = find(&reading, &Marks::of(&reading), &named);
            let shown = venue.map(|mention| {
                let code = named[mention.value].mention.value;
                format!("{code}[{}]", mention.span.slice(text))
            });
            assert_eq!(shown.unwrap_or_default(), expected, "{text}");
        }
    }
}
