//! Where an event was held: a phrase of place («بمدينة …», «في العاصمة …», «بفندق … في …») that stands with a word that
//! tells of the event. A seat, a residence, a dispatch's place or a mere mention is no venue; where nothing says so
//! clearly there is none.

use std::sync::LazyLock;

use crate::analysis::Mention;
use crate::analysis::country::Named;
use crate::analysis::lexicon::trigger::{Class, Marks, TOLD};
use crate::analysis::lexicon::word_set::WordSet;
use crate::analysis::reading::Reading;

use locative::Locative;

mod dateline;

mod locative;

mod signature;

/// How many names are weighed.
const MOST_NAMES: usize = 200;

/// Sentences later than this one tell of other things.
const LAST_RANK: usize = 6;

static SEATS: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::of(include_str!("lexicon/venue.tsv"), "seat"));

static OFFICES: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::of(include_str!("lexicon/venue.tsv"), "office"));

/// The index, among the names, of the place the event was held in, with the phrase that says so.
#[must_use]
pub fn find(reading: &Reading<'_>, marks: &Marks, named: &[Named]) -> Option<Mention<usize>> {
    let ranks = reading.ranks();
    let mut best: Option<(f32, Mention<usize>)> = None;
    for (index, name) in named.iter().enumerate().take(MOST_NAMES) {
        let Some(rank) = ranks
            .at(reading, name.first_word)
            .filter(|rank| *rank <= LAST_RANK)
        else {
            continue;
        };
        let is_around = best
            .as_ref()
            .is_some_and(|(_, best)| is_around(reading, named.get(best.value), name));
        if is_around {
            continue;
        }
        let next = named.get(index + 1);
        if !name.class.is_city() && next.is_some_and(|next| is_listed(reading, name, next)) {
            continue;
        }
        let Some(locative) =
            locative::find(reading, marks, name).filter(|locative| !is_seat(reading, *locative))
        else {
            continue;
        };
        let Some(score) = score(reading, marks, locative, rank) else {
            continue;
        };
        if best.as_ref().is_none_or(|(other, _)| score > *other) {
            let mention = Mention {
                value: index,
                span: reading.span(locative.first_word, name.last_word),
                confidence: locative.confidence,
            };
            best = Some((score, mention));
        }
    }
    let is_clear = |(score, _): &(f32, Mention<usize>)| *score > CLEAR;
    let (clear, vague) = match best {
        Some(best) if is_clear(&best) => (Some(best.1), None),
        best => (
            None,
            best.filter(|(score, _)| *score > 0.0)
                .map(|(_, mention)| mention),
        ),
    };
    clear
        .or_else(|| dateline::find(reading, marks, named, ranks))
        .or(vague)
        .or_else(|| signature::find(reading, named))
}

/// A phrase of place must weigh more than this to go before the place that a dispatch was sent from.
const CLEAR: f32 = 3.0;

/// How much the phrase weighs, if a word that tells of the event is within its reach.
fn score(reading: &Reading<'_>, marks: &Marks, locative: Locative, rank: usize) -> Option<f32> {
    let (distance, event) = distance(reading, marks, locative)?;
    let is_later = rank > 0 && is_plan(reading, marks, locative.first_word);
    let is_former = (event.saturating_sub(2)..=event + 1).any(|place| {
        let is_here = reading.sentence(place) == reading.sentence(event);
        is_here && matches!(reading.letters(place), "سابق" | "سابقا" | "سابقه")
    });
    if is_former || rank > 0 && is_of_another(reading, marks, event, rank) {
        return None;
    }
    // A town tells more than the province it is in.
    let is_province = ["محافظه", "ولايه", "اقليم", "جهه"]
        .iter()
        .any(|province| reading.letters(locative.first_word).ends_with(province));
    let penalty = match (is_later, is_province) {
        (true, _) => 4.0,
        (false, true) => 1.5,
        (false, false) => 0.0,
    };
    Some(locative.confidence * 10.0 - distance as f32 * 0.1 - rank as f32 - penalty)
}

/// «ببلدية زرالدة بالجزائر»: what stands right behind a town is where that lies.
fn is_around(reading: &Reading<'_>, town: Option<&Named>, name: &Named) -> bool {
    const TOWNS: [&str; 6] = ["بلديه", "مدينه", "بلده", "قريه", "ضاحيه", "مخيم"];
    town.is_some_and(|town| {
        let head = reading.before(town.first_word, 1);
        town.last_word + 1 == name.first_word
            && town.class.is_city()
            && TOWNS.iter().any(|head_of| head.ends_with(head_of))
    })
}

/// Whether a row of countries goes on behind the name: «باحثون في الأردن ولبنان والعراق».
fn is_listed(reading: &Reading<'_>, name: &Named, next: &Named) -> bool {
    let gap = next.first_word.saturating_sub(name.last_word);
    let has_and = reading.letters(next.first_word).starts_with('و');
    !next.class.is_city()
        && ((gap == 1 && has_and)
            || (gap == 2 && matches!(reading.folded(name.last_word + 1), "،" | "," | "و")))
}

/// Whether the word tells of an earlier event: «الندوة التي عقدت في …», «بعد عام على لقاء …».
fn is_of_another(reading: &Reading<'_>, marks: &Marks, event: usize, rank: usize) -> bool {
    let before = reading.before(event, 1);
    // What is announced to the press right behind the headline is announced there.
    let is_for_the_press = rank > 1
        && ["صحفي", "صحافي", "اعلامي"]
            .iter()
            .any(|press| before.starts_with(press));
    let is_relative = is_for_the_press
        || matches!(before, "الذي" | "التي") && !is_this(reading, event)
        || matches!(before, "سبق" | "قد" | "كان" | "كانت")
        || reading.letters(event).starts_with("المنعقد") && !is_the_told(before)
        || reading.letters(event).starts_with("عقد") && before.starts_with("لقاء");
    let is_recalled = (1..=6).any(|steps| {
        event.checked_sub(steps).is_some_and(|place| {
            !reading.before(event, steps).is_empty() && marks.at(place).has(Class::Recall)
        }) || matches!(
            reading.before(event, steps),
            "بعد" | "عقب" | "سابق" | "السابق" | "الماضيه" | "قبل"
        ) && !is_own_of_today(reading, event)
    });
    is_relative || is_recalled
}

/// «المؤتمر المنعقد في …»: the one that the document tells of.
fn is_the_told(before: &str) -> bool {
    matches!(
        before,
        "الموتمر" | "الاجتماع" | "اللقاء" | "الملتقي" | "الندوه"
    )
}

/// «في بيان له بعد اجتماعه اليوم في …»: the meeting that the statement comes from.
fn is_own_of_today(reading: &Reading<'_>, event: usize) -> bool {
    let letters = reading.letters(event);
    let is_own = ["ه", "ها", "هم"]
        .iter()
        .any(|owner| letters.ends_with(owner));
    is_own && (1..=4).any(|steps| matches!(reading.letters(event + steps), "اليوم" | "امس"))
}

/// «هذا الاجتماع، الذي انعقد في …», «البيان الختامي للاجتماع الذي …»: the relative tells more of the event itself.
fn is_this(reading: &Reading<'_>, event: usize) -> bool {
    (2..=6).any(|steps| matches!(reading.before(event, steps), "هذا" | "هذه" | "الختامي"))
}

/// Whether the word before the phrase makes it a seat, a home or an office, or a matter that is spoken of.
fn is_seat(reading: &Reading<'_>, locative: Locative) -> bool {
    if locative.has_site {
        let before = |steps| reading.before(locative.first_word, steps);
        return (1..=2).any(|steps| is_residence(before(steps)))
            || (1..=3).any(|steps| OFFICES.has(before(steps)));
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

/// How far the nearest word that tells of the event is, and which it is, within reach. It stands before the place, or
/// behind a city.
fn distance(reading: &Reading<'_>, marks: &Marks, locative: Locative) -> Option<(usize, usize)> {
    let place = locative.first_word;
    let after = place.saturating_add(locative.reach_after);
    (place.saturating_sub(locative.reach)..=after)
        .filter(|word| {
            reading.sentence(*word) == reading.sentence(place) && marks.at(*word).has_any(&TOLD)
        })
        .map(|word| (word.abs_diff(place), word))
        .min()
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::analysis::country;
    use crate::analysis::lexicon::trigger::Marks;
    use crate::analysis::reading::Reading;

    fn hold(table: &[(&str, &str)]) {
        for (text, expected) in table {
            let reading = Reading::of(text);
            let named = country::find(&reading);
            let venue = find(&reading, &Marks::of(&reading), &named);
            let shown = venue.map(|mention| {
                let code = named[mention.value].mention.value;
                format!("{code}[{}]", mention.span.slice(text))
            });
            assert_eq!(shown.unwrap_or_default(), *expected, "{text}");
        }
    }

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
            (
                "وقعت تسع قوى في العاصمة المؤقتة عدن على ميثاق.",
                "YE[في العاصمة المؤقتة عدن]",
            ),
            (
                "أصدر حزبان وثيقة أمس.\nوترأس هذا الاجتماع، الذي انعقد في الرباط، أمينان.",
                "MA[في الرباط]",
            ),
            ("شهدت مدينة لييج تأسيس شبكة.", "BE[مدينة لييج]"),
            ("أصدر التحالف بيانا حول الأوضاع في سوريا.", ""),
            ("نظم طلاب مغاربة ندوة عن تاريخ فرنسا.", ""),
            (
                "تدين الهيئات الموقعة هذا القرار وتطالب بالعدول عنه.\nحرر بأكادير في 3 ماي 2012",
                "MA[حرر بأكادير]",
            ),
        ];
        hold(&table);
    }

    #[test]
    fn seats_and_marked_names() {
        let table = [
            ("عقدت الشبكة ومكتبها في غزة اجتماعا عن الماء.", ""),
            (
                "أعلنت الشبكة التي يقع مكتبها في غزة عن عقد مؤتمرها السنوي.",
                "",
            ),
            (
                "عقدت الشبكة اجتماعا في مكتبها في غزة أمس.",
                "PS[في مكتبها في غزة]",
            ),
            (
                "نظمت جمعية السهل ندوتها السنوية في مدينة «الغردقة» المصرية.",
                "EG[في مدينة «الغردقة]",
            ),
        ];
        hold(&table);
    }

    #[test]
    fn venues_of_the_day() {
        let table = [
            (
                "صنعاء - وكالة: وقع حزبان اليوم على ميثاق للسلم.",
                "YE[صنعاء]",
            ),
            (
                "أصدر اللقاء بيانا بعد اجتماعه اليوم في نادي الحركة في بيروت ندد فيه بالعدوان على بلدة في الرقة.",
                "LB[في نادي الحركة في بيروت]",
            ),
            (
                "أعلن أمس تأسيس فرع الشبكة بمحافظة حضرموت في حفل أقيم بمدينة سيئون.",
                "YE[بمدينة سيئون]",
            ),
            (
                "عقدت الأحزاب اجتماعا أمس ببلدية زرالدة بالجزائر العاصمة.",
                "DZ[ببلدية زرالدة]",
            ),
            (
                "عقد المجلس دورته أمس تنفيذا لما قرره اجتماع سابق جمع الطرفين في الرباط.",
                "",
            ),
        ];
        hold(&table);
    }
}
