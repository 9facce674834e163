//! A row of decisions in one sentence, cut into single ones. Invariant: the pieces are in order, do not overlap, and each
//! begins with its first word of content and ends before the sign or the «و» that parts it from the next.

use crate::analysis::decision::list::is_closing;
use crate::analysis::lexicon::cue::{Cue, Cues};
use crate::analysis::reading::Reading;
use crate::text::token::TokenKind;

/// The pieces, and the word at which reading goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// The first and last word of each piece.
    pub pieces: Vec<(usize, usize)>,
    /// The word after the chain.
    pub end: usize,
}

/// The most words of one piece.
const LONGEST: usize = 70;

/// What happens at a word of the chain.
enum Turn {
    /// It belongs to the piece.
    On,
    /// The piece ends before it and the next begins at this word.
    Cut(usize),
    /// The piece ends before it; a next one may follow later.
    Drop,
    /// The chain ends before it.
    End,
}

/// Cuts the chain that begins at `first`.
#[must_use]
pub fn cut(reading: &Reading<'_>, cues: &Cues, first: usize) -> Chain {
    let sentence = reading.sentence(first);
    let mut pieces = Vec::new();
    let (mut start, mut place) = (first, first);
    // The head of an open clause of purpose, in which «و» joins purposes and not decisions.
    let mut purpose: Option<usize> = None;
    let mut is_open = true;
    while place < reading.words.len() && reading.sentence(place) == sentence {
        let is_purpose = purpose.is_some_and(|head| head + PURPOSE >= place);
        let turn = if place == start {
            Turn::On
        } else {
            turn(reading, cues, start, place, is_purpose)
        };
        match turn {
            Turn::On => {
                let word = reading.letters(place);
                if is_purpose_word(reading, cues, place, word) {
                    purpose = Some(place + 1);
                } else if is_purpose && cues.has(place, Cue::Action) && word.starts_with('و') {
                    purpose = Some(place);
                } else if matches!(reading.folded(place), "،" | "," | "؛") {
                    purpose = None;
                }
                place += 1;
            }
            Turn::Cut(next) => {
                if is_open {
                    push(reading, &mut pieces, start, place);
                }
                start = next;
                place = next;
                purpose = None;
                is_open = true;
            }
            Turn::Drop => {
                if is_open {
                    push(reading, &mut pieces, start, place);
                }
                is_open = false;
                place += 1;
            }
            Turn::End => break,
        }
    }
    if is_open {
        push(reading, &mut pieces, start, place);
    }
    Chain {
        pieces,
        end: place.max(first + 1),
    }
}

/// How many words behind the head of a purpose a «و» still joins purposes.
const PURPOSE: usize = 3;

/// A relative clause behind so many words is left out.
const FULL: usize = 14;

fn is_purpose_word(reading: &Reading<'_>, cues: &Cues, place: usize, word: &str) -> bool {
    let told = cues.at(place);
    matches!(
        word,
        "قصد" | "بهدف" | "بغيه" | "بغرض" | "اجل" | "لاجل" | "عبر"
    ) || told.has(Cue::Action) && told.preposition == Some('ل') && !told.has_article && place > 0
        || word == "بما" && reading.letters(place + 1).starts_with('ي')
}

fn turn(reading: &Reading<'_>, cues: &Cues, start: usize, place: usize, is_purpose: bool) -> Turn {
    let sign_before = matches!(reading.folded(place - 1), "،" | "," | "؛" | "-" | ")");
    if reading.folded(place) == "؛" {
        return after_joint(reading, cues, place + 1).map_or(Turn::End, Turn::Cut);
    }
    if !reading.is(place, TokenKind::Word) {
        return Turn::On;
    }
    if begins_clause(reading, cues, place, sign_before) {
        return Turn::End;
    }
    let told = cues.at(place);
    let word = reading.letters(place);
    let is_demand = told.has_any(&[Cue::Demanding, Cue::Resolving]) && !told.has_article;
    if is_demand && word.ends_with(['ا', 'ن', 'ه', 'ت']) && (sign_before || word.starts_with('و'))
    {
        return demanding(reading, place);
    }
    if is_aside(reading, cues, start, place, sign_before) {
        return Turn::Drop;
    }
    let is_another = matches!(
        reading.letters(place + 1),
        "اخري" | "اخر" | "ثانيه" | "ثالثه"
    );
    if word.starts_with('و') && sign_before && is_another {
        return Turn::Cut(place);
    }
    connector(reading, cues, place)
        .or_else(|| noun(reading, cues, start, place, is_purpose))
        .map_or(Turn::On, Turn::Cut)
}

/// Whether a verb or a conjunction at `place` begins another clause.
fn begins_clause(reading: &Reading<'_>, cues: &Cues, place: usize, sign_before: bool) -> bool {
    const VERBS: [Cue; 6] = [
        Cue::Demand,
        Cue::Resolve,
        Cue::Say,
        Cue::Add,
        Cue::Conclude,
        Cue::Passive,
    ];
    let told = cues.at(place);
    let word = reading.letters(place);
    let is_verb = told.has_any(&VERBS)
        && !told.has(Cue::Action)
        && told.preposition.is_none()
        && !told.has_article;
    let is_joined = word.starts_with('و') && told.offset == 2
        || matches!(
            reading.letters(place - 1),
            "كما" | "وقد" | "و" | "فيما" | "حيث"
        );
    let is_also = matches!(word, "كما" | "وكذا" | "كذا" | "وكذلك" | "كذلك");
    let is_conjunction = matches!(word, "كما" | "فيما" | "بينما" | "مما") && sign_before
        || is_also && follows_verb(cues, place);
    let is_report = told.has_any(&[Cue::Saying, Cue::Adding]) && sign_before;
    is_verb && is_joined || is_conjunction || is_report
}

/// «داعين إلى …», «مطالبين بـ…»: the next piece begins behind; «مؤكدين أن» only states.
fn demanding(reading: &Reading<'_>, place: usize) -> Turn {
    let word = reading.letters(place);
    let states = ["موكد", "مشدد", "معلن"]
        .iter()
        .any(|head| word.trim_start_matches('و').starts_with(head));
    let is_that = (place + 1..place + 3).any(|next| reading.letters(next) == "ان");
    let warns = word.trim_start_matches('و').starts_with("محذر");
    if states && is_that || warns {
        return Turn::End;
    }
    let joint = (place + 1..place + 4)
        .find(|next| matches!(reading.letters(*next), "الي" | "علي" | "عن" | "ان"));
    Turn::Cut(joint.unwrap_or(place) + 1)
}

/// Purposes, participles and relative clauses that add to a decision and are no part of it.
fn is_aside(
    reading: &Reading<'_>,
    cues: &Cues,
    start: usize,
    place: usize,
    sign_before: bool,
) -> bool {
    let word = reading.letters(place);
    // «، مكررا عزمه …»
    let is_participle = word.starts_with('م')
        && word.ends_with('ا')
        && word.len() > 8
        && !cues.has(place, Cue::Action);
    let is_purpose = matches!(
        word,
        "قصد" | "بهدف" | "بغيه" | "بغرض" | "بينها" | "مضمونها" | "مفادها"
    ) || word == "من" && reading.letters(place + 1) == "اجل";
    let is_relative = matches!(word, "التي" | "الذي" | "الذين" | "والتي" | "والذي" | "مثل");
    let is_long = is_relative && place > start + FULL;
    let is_apart = is_relative && sign_before && !word.starts_with('و') && place > start + 5;
    let is_remark = matches!(word, "وهي" | "وهو" | "وهم" | "علما")
        || word == "علي" && reading.letters(place + 1) == "ان"
        || word == "الي"
            && reading.letters(place + 1) == "جانب"
            && !cues.has(place + 2, Cue::Action);
    sign_before && (is_participle || is_purpose || is_remark)
        || is_apart
        || is_long
        || word == "وذلك"
}

fn follows_verb(cues: &Cues, place: usize) -> bool {
    (1..3).any(|step| {
        cues.at(place + step).has_any(&[
            Cue::Demand,
            Cue::Resolve,
            Cue::Say,
            Cue::Passive,
            Cue::Add,
            Cue::Conclude,
            Cue::Objective,
        ])
    })
}

/// «مع الدعوة إلى», «بالإضافة إلى», «فضلا عن», «وعلى»: where the next piece begins.
fn connector(reading: &Reading<'_>, cues: &Cues, place: usize) -> Option<usize> {
    let word = reading.letters(place);
    let next = reading.letters(place + 1);
    match word {
        "مع" | "ومع" => {
            let told = cues.at(place + 1);
            let is_stance = matches!(
                next,
                "الدعوه"
                    | "التاكيد"
                    | "التشبث"
                    | "التشديد"
                    | "المطالبه"
                    | "التمسك"
                    | "الحرص"
                    | "العمل"
                    | "الالتزام"
                    | "مواصله"
                    | "الحفاظ"
                    | "المحافظه"
                    | "رفض"
                    | "ضروره"
                    | "الاستمرار"
                    | "السعي"
                    | "تجديد"
                    | "ادانه"
                    | "الانفتاح"
            );
            (told.has(Cue::Action) && is_stance).then_some(place + 1)
        }
        "بالاضافه" | "اضافه" | "واضافه" | "وبالاضافه" if next == "الي" => {
            Some(place + 2)
        }
        "بالاضافه" if next.starts_with('ل') => Some(place + 1),
        "فضلا" | "وفضلا" if next == "عن" => Some(place + 2),
        "علاوه" | "وعلاوه" if next == "علي" => Some(place + 2),
        "و" if matches!(next, "علي" | "الي" | "ان" | "بان") => {
            Some(place + 2 + usize::from(reading.letters(place + 2) == "ان"))
        }
        "وعلي" | "والي" | "وان" | "وبان" | "وضروره" => {
            Some(if word == "وضروره" {
                place
            } else {
                place + 1
            })
        }
        "الي" if next == "جانب" => cues.has(place + 2, Cue::Action).then_some(place + 2),
        _ => None,
    }
}

/// Where a verbal noun begins the next piece: behind «و» or a comma.
fn noun(
    reading: &Reading<'_>,
    cues: &Cues,
    start: usize,
    place: usize,
    is_purpose: bool,
) -> Option<usize> {
    let told = cues.at(place);
    if !told.has(Cue::Action) || told.preposition == Some('ل') || place < start + 3 {
        return None;
    }
    let word = reading.letters(place);
    let previous = reading.folded(place - 1);
    let is_apart = previous == "و";
    let before = if is_apart {
        place.checked_sub(2)?
    } else {
        place - 1
    };
    let has_comma = matches!(reading.folded(before), "،" | ",");
    let is_joined = word.starts_with('و') && told.offset >= 2 || is_apart;
    if !is_joined && !has_comma {
        return None;
    }
    // «حشد وتعبئة جهود»: two heads of one object.
    let twin = cues.at(before);
    let is_twin = !has_comma && twin.has(Cue::Action) && !twin.has_article;
    let next = reading.letters(place + 1);
    let is_headed = if told.has_article {
        has_comma
            && (matches!(next, "علي" | "الي" | "في" | "مع" | "عن" | "من" | "بين")
                || next.starts_with('ب'))
            || matches!(next, "علي" | "الي") && !is_purpose
    } else {
        next.len() > 2 && (has_comma || !matches!(next, "من" | "في"))
    };
    let is_free = has_comma || !is_purpose;
    (is_headed && is_free && !is_twin && (is_joined || !told.has_article)).then_some(place)
}

/// The beginning of the next piece behind a «؛».
fn after_joint(reading: &Reading<'_>, cues: &Cues, place: usize) -> Option<usize> {
    let next = if reading.folded(place) == "و" {
        place + 1
    } else {
        place
    };
    let told = cues.at(next);
    (told.has_any(&[Cue::Action, Cue::We]) || matches!(reading.letters(next), "وان" | "ان"))
        .then_some(next)
}

fn push(reading: &Reading<'_>, pieces: &mut Vec<(usize, usize)>, start: usize, end: usize) {
    let mut last = end.saturating_sub(1).min(start + LONGEST);
    while last > start
        && (is_closing(reading.folded(last)) || matches!(reading.folded(last), "و" | "قد" | "وقد"))
    {
        last -= 1;
    }
    let words = (start..=last)
        .filter(|place| reading.is(*place, TokenKind::Word))
        .count();
    if words > 1 && end > start {
        pieces.push((start, last));
    }
}
