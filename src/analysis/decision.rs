//! Decisions: what those who met resolved, asked for or set as their aim, in lists and in running text, each cut out by
//! itself. What a single speaker thinks and what the reporter adds is none. Invariant: a decision's text is the source's
//! words, without number, bullet or closing sign, and nothing is told twice.

use crate::analysis::Mention;
use crate::analysis::decision::list::List;
use crate::analysis::layout::Layout;
use crate::analysis::person;
use crate::analysis::quotation::voice::Ground;
use crate::analysis::reading::Reading;
use crate::text::token::TokenKind;

pub mod chain;

mod complement;

pub mod lead;

pub mod list;

mod outcome;

pub mod resolution;

mod subject;

/// The most decisions of one document.
const MOST: usize = 60;

/// The decisions of a document, in order. `is_founding` tells whether aims count.
#[must_use]
pub fn find(
    ground: &Ground<'_>,
    layout: &Layout,
    is_quoted: &[bool],
    is_founding: bool,
) -> Vec<Mention<String>> {
    let reading = ground.reading;
    let lists = list::find(reading, layout, ground.cues);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut is_listed = vec![false; reading.words.len()];
    for list in &lists {
        mark(&mut is_listed, list);
        let Some(confidence) = lead::confidence(ground, layout, list, is_founding) else {
            continue;
        };
        pieces.extend(list.items.iter().map(|(first, last)| Piece {
            first: *first,
            last: *last,
            confidence,
        }));
    }
    pieces.extend(resolution::find(ground, &is_listed, is_quoted, is_founding));
    pieces.sort_by_key(|piece| (piece.first, std::cmp::Reverse(piece.last)));
    distinct(reading, pieces)
        .into_iter()
        .map(|piece| {
            let told = ground.cues.at(piece.first);
            let is_joined = told.offset >= 2 && reading.letters(piece.first).starts_with('و');
            let offset = if is_joined { 'و'.len_utf8() } else { 0 };
            let span = reading.part(piece.first, offset, piece.last, None);
            Mention {
                value: person::collapsed(reading, span),
                span,
                confidence: piece.confidence,
            }
        })
        .collect()
}

/// A decision as indexes of words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece {
    /// Its first word.
    pub first: usize,
    /// Its last word.
    pub last: usize,
    /// How sure it is.
    pub confidence: f32,
}

fn mark(is_listed: &mut [bool], list: &List) {
    let end = list.items.last().map_or(list.start, |(_, last)| *last);
    if let Some(words) = is_listed.get_mut(list.start..=end) {
        words.fill(true);
    }
}

/// Leaves out what overlaps or repeats an earlier piece; of a repetition the surer one stays.
fn distinct(reading: &Reading<'_>, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut kept: Vec<(Piece, Vec<&str>)> = Vec::new();
    for piece in pieces {
        let words = content(reading, piece);
        let twin = kept.iter().position(|(other, known)| {
            let is_overlapping = other.last >= piece.first;
            let shared = words.iter().filter(|word| known.contains(word)).count();
            is_overlapping || shared * 10 >= words.len().max(known.len()) * 6 && shared > 1
        });
        match twin {
            None if kept.len() < MOST => kept.push((piece, words)),
            None => {}
            Some(twin) => {
                if let Some(other) = kept
                    .get_mut(twin)
                    .filter(|other| other.0.confidence + 0.05 < piece.confidence)
                {
                    *other = (piece, words);
                }
            }
        }
    }
    kept.sort_by_key(|(piece, _)| piece.first);
    kept.into_iter().map(|(piece, _)| piece).collect()
}

fn content<'a>(reading: &'a Reading<'_>, piece: Piece) -> Vec<&'a str> {
    let words = (piece.first..=piece.last).filter(|place| reading.is(*place, TokenKind::Word));
    words
        .map(|place| reading.letters(place))
        .map(|word| {
            word.strip_prefix("وال")
                .or(word.strip_prefix("ال"))
                .unwrap_or(word)
        })
        .filter(|word| word.len() > 4)
        .collect()
}

/// Whether the sentence of the word at `place` only recalls: «يذكر أن», «وكان … قد».
pub(crate) fn is_background(ground: &Ground<'_>, place: usize) -> bool {
    let reading = ground.reading;
    let sentence = reading.sentence(place);
    let start = reading
        .words
        .partition_point(|word| Some(word.sentence) < sentence);
    let first = reading.letters(start);
    let second = reading.letters(start + 1);
    let recalls = matches!(
        first,
        "يذكر"
            | "ويذكر"
            | "الجدير"
            | "والجدير"
            | "تجدر"
            | "وتجدر"
            | "يشار"
            | "ويشار"
            | "جدير"
            | "وسبق"
            | "سبق"
    );
    let was = matches!(first, "كان" | "كانت" | "وكان" | "وكانت")
        && (start..place).any(|word| reading.letters(word) == "قد");
    recalls || was || matches!((first, second), ("هذا", "ويذكر") | ("ومن", "الجدير"))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::analysis::layout::Layout;
    use crate::analysis::lexicon::cue::Cues;
    use crate::analysis::lexicon::trigger::Marks;
    use crate::analysis::person::{self, body};
    use crate::analysis::quotation::voice::Ground;
    use crate::analysis::reading::Reading;

    fn shown(text: &str) -> Vec<String> {
        let reading = Reading::of(text);
        let (marks, cues) = (Marks::of(&reading), Cues::of(&reading));
        let figures = person::find(&reading, &cues);
        let bodies = body::find(&reading, &marks, &cues);
        let ground = Ground {
            reading: &reading,
            marks: &marks,
            cues: &cues,
            figures: &figures,
            bodies: &bodies,
            founded: None,
        };
        let found = find(&ground, &Layout::of(&reading), &[], true);
        found.into_iter().map(|decision| decision.value).collect()
    }

    fn hold(table: &[(&str, &[&str])]) {
        for (text, expected) in table {
            assert_eq!(shown(text), *expected, "{text}");
        }
    }

    #[test]
    fn lists() {
        hold(&[
            (
                "وقرر الحاضرون ما يلي:\n1- حفر بئر في الساحة؛\n٢ ـ شراء مضخة جديدة.\n3) تسمية حارس للبئر.",
                &["حفر بئر في الساحة", "شراء مضخة جديدة", "تسمية حارس للبئر"],
            ),
            (
                "خرج اللقاء بالتوصيات التالية: أولا: تنظيف النهر. ثانيا: غرس ألف شجرة. وبعدها شكر الرئيس الجميع.",
                &["تنظيف النهر", "غرس ألف شجرة"],
            ),
            (
                "حضر اللقاء كل من:\n- جمعية الوادي\n- رابطة الجبل\n- نادي السباحة",
                &[],
            ),
            ("جدول الأعمال:\n- مناقشة الميزانية\n- انتخاب الرئيس", &[]),
            (
                "إلى كل صاحب ضمير:\n• ندعو الأهالي إلى حماية النهر\n• نطالب البلدية بإصلاح الجسر",
                &["ندعو الأهالي إلى حماية النهر", "نطالب البلدية بإصلاح الجسر"],
            ),
        ]);
    }

    #[test]
    fn sentences() {
        hold(&[
            (
                "واتفق المشاركون على تشكيل لجنة للماء، ومراسلة الوزارة في شأن الآبار، كما دعوا السكان إلى ترشيد الاستهلاك.",
                &[
                    "تشكيل لجنة للماء",
                    "مراسلة الوزارة في شأن الآبار",
                    "السكان إلى ترشيد الاستهلاك",
                ],
            ),
            (
                "وخلص الاجتماع إلى تأسيس رابطة أهل الوادي، من أجل حماية النهر.",
                &["تأسيس رابطة أهل الوادي"],
            ),
            (
                "وصدرت عن الملتقى عدة قرارات أهمها إنشاء صندوق للفلاحين.",
                &["إنشاء صندوق للفلاحين"],
            ),
            ("كما تقرر فتح مكتب في القرية.", &["فتح مكتب في القرية"]),
            (
                "وجرى الاتفاق على ما يلي: فتح مكتب في القرية، وتشكيل لجنة للآبار.",
                &["فتح مكتب في القرية", "تشكيل لجنة للآبار"],
            ),
            ("ونص الميثاق على تشكيل لجنة للآبار.", &["تشكيل لجنة للآبار"]),
            ("وأكد سعيد الناجي على ضرورة حفر الآبار.", &[]),
            ("وأكد المشاركون أن النهر جف قبل سنوات.", &[]),
            ("وكانت الرابطة قد قررت غلق البئر.", &[]),
            ("وأعرب الحاضرون عن شكرهم للبلدية.", &[]),
        ]);
    }
}
