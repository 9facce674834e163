//! How many took part: counts of persons, bodies and countries, exact, about or over, in figures or in words, that
//! stand with a word of attendance or do the founding. The size of an elected organ, votes, victims, members, those only
//! invited and percentages are none. Invariant: one count a unit, the best told.

use crate::analysis::Mention;
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::reading::Reading;
use crate::model::attendance::Attendance;
use crate::model::vocabulary::{Kind, Unit};
use crate::text::token::TokenKind;

use counted::Counted;

mod context;

mod counted;

mod word;

/// Sentences later than this one tell of other things.
const LAST_RANK: usize = 10;

/// The most counts that are looked at, so that a table of figures costs no more than a report.
const MOST: usize = 150;

/// The counts of those present, in order, one for each unit.
#[must_use]
pub fn find(reading: &Reading<'_>, marks: &Marks, kind: Kind) -> Vec<Mention<Attendance>> {
    let ranks = reading.ranks();
    let words = word::words();
    let mut best: Vec<(f32, Mention<Attendance>)> = Vec::new();
    let mut seen = 0;
    for noun in 0..reading.words.len() {
        let Some((unit, is_attending)) = unit(reading, noun) else {
            continue;
        };
        let Some(rank) = ranks.at(reading, noun).filter(|rank| *rank <= LAST_RANK) else {
            continue;
        };
        let Some(counted) = counted::before(reading, words, noun) else {
            continue;
        };
        seen += 1;
        if seen > MOST {
            break;
        }
        let scene = context::Scene {
            reading,
            marks,
            words,
            kind,
            rank,
        };
        let Some(confidence) = scene.confidence(unit, is_attending, &counted) else {
            continue;
        };
        keep(
            &mut best,
            mention(reading, unit, &counted, confidence),
            rank,
        );
    }
    let mut found: Vec<_> = best.into_iter().map(|(_, mention)| mention).collect();
    found.sort_by_key(|mention| mention.span);
    found
}

fn mention(
    reading: &Reading<'_>,
    unit: Unit,
    counted: &Counted,
    confidence: f32,
) -> Mention<Attendance> {
    Mention {
        value: Attendance {
            count: counted.count,
            unit,
            qualifier: counted.qualifier,
        },
        span: reading.span(counted.first, counted.last),
        confidence,
    }
}

/// Keeps the count if it is the best of its unit; of equal ones the first.
fn keep(best: &mut Vec<(f32, Mention<Attendance>)>, new: Mention<Attendance>, rank: usize) {
    let weight = new.confidence * 10.0 - rank as f32 * 0.3;
    let same = best
        .iter_mut()
        .find(|(_, mention)| mention.value.unit == new.value.unit);
    match same {
        Some(old) if old.0 < weight => *old = (weight, new),
        Some(_) => {}
        None => best.push((weight, new)),
    }
}

/// The unit that a folded noun counts in.
pub(super) fn unit_of(folded: &str) -> Option<Unit> {
    word::words().unit(folded)
}

/// The unit that the word at `noun` counts in, and whether the word itself says that it was attended.
fn unit(reading: &Reading<'_>, noun: usize) -> Option<(Unit, bool)> {
    let folded = reading.letters(noun);
    if folded.is_empty() {
        return None;
    }
    if folded == "من" {
        // «أكثر من ثلاثمئة من ذوي الأسرى»: counted by those they are of.
        let next = reading.letters(noun + 1);
        let is_people = matches!(
            next,
            "ذوي" | "اهالي" | "ابناء" | "بنات" | "اعضاء" | "ممثلي" | "قيادات" | "كوادر"
        ) || (next.starts_with("ال")
            && (next.ends_with("ين") || next.ends_with("ات")));
        return is_people.then_some((Unit::Person, false));
    }
    if matches!(folded, "حضروا" | "حضرن" | "حاضرين") {
        return Some((Unit::Person, true));
    }
    let unit = reading.card(noun).unit?;
    let is_attending = ["مشارك", "مندوب", "حاضر", "موتمر"]
        .iter()
        .any(|stem| folded.starts_with(stem));
    Some((unit, is_attending && unit == Unit::Person))
}

/// Whether the word at `index` is a figure.
fn is_figure(reading: &Reading<'_>, index: usize) -> bool {
    reading.is(index, TokenKind::Number)
}

/// The classes of words that tell of taking part.
const ATTEND: [Class; 1] = [Class::Attend];

#[cfg(test)]
mod tests {
    use super::find;
    use crate::analysis::lexicon::trigger::Marks;
    use crate::analysis::reading::Reading;
    use crate::model::vocabulary::Kind;

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
            (
                "أسس أحد عشر حزبا وحركة سياسية جبهة للدفاع عن الواحات أمس.",
                "exact 11 organization[أحد عشر حزبا]",
            ),
            (
                "بحضور جمع من المعلمين تجاوز عددهم 90 معلما ومعلمة.",
                "over 90 person[تجاوز عددهم 90 معلما]",
            ),
            (
                "رحب بالحضور وعددهم خمسة وثلاثون عضوا من أصل 50.",
                "exact 35 person[خمسة وثلاثون عضوا]",
            ),
            (
                "حضر الندوة ما لا يقل عن 60 باحثا.",
                "over 60 person[ما لا يقل عن 60 باحثا]",
            ),
            ("أدى الحادث إلى مقتل 5 أشخاص وحضور الشرطة.", ""),
            ("اشترى 12 كتابا لجمعية.", ""),
            ("انتخب الحاضرون مكتبا مكونا من 11 عضوا.", ""),
            ("وجهت الدعوة إلى 150 شخصية لحضور المؤتمر.", ""),
            ("يذكر أن الدورة السابقة جرت بحضور 90 مشاركا.", ""),
            ("صوت على النظام الداخلي 84 مندوبا.", ""),
        ];
        for (text, expected) in table {
            let reading = Reading::of(text);
            let shown = find(&reading, &Marks::of(&reading), Kind::Founding)
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
