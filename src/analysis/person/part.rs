//! The part a person plays in the event, told by the words around each figure. Invariant: a figure's part depends on
//! its own sentence and on the figure joined to it alone; of several parts the nearest to the event wins.

use crate::analysis::layout::Layout;
use crate::analysis::lexicon::cue::{Cue, Cues};
use crate::analysis::person::Figure;
use crate::analysis::reading::Reading;
use crate::model::vocabulary::Role;
use crate::text::token::TokenKind;

/// How far before a figure a word may stand that tells its part.
const REACH: usize = 8;

/// The part of each figure, in their order.
#[must_use]
pub fn of(reading: &Reading<'_>, layout: &Layout, cues: &Cues, figures: &[Figure]) -> Vec<Role> {
    let mut parts: Vec<Role> = Vec::with_capacity(figures.len());
    for (index, figure) in figures.iter().enumerate() {
        let own = told(reading, layout, cues, figure);
        let joined = index.checked_sub(1).and_then(|before| {
            let previous = figures.get(before)?;
            let gap = figure.first.checked_sub(previous.last + 1)?;
            let is_and = reading.letters(figure.first).starts_with('و')
                || (0..gap).any(|step| {
                    matches!(
                        reading.folded(previous.last + 1 + step),
                        "،" | "," | "؛" | "-" | "و"
                    )
                });
            // «والسيد»: a list goes on behind a longer function.
            // «…، عن الاتحاد سعيد، وعن الرابطة سعاد»
            let is_delegate = (0..gap)
                .any(|step| matches!(reading.letters(previous.last + 1 + step), "عن" | "وعن"));
            let reach = if is_delegate || cues.has(figure.first, Cue::Honorific) {
                14
            } else {
                6
            };
            let is_free = (0..gap).all(|step| {
                !cues
                    .at(previous.last + 1 + step)
                    .has_any(&[Cue::Say, Cue::Demand])
            });
            let is_near = gap <= reach
                && is_free
                && reading.sentence(previous.first) == reading.sentence(figure.first);
            (is_and && is_near)
                .then(|| parts.get(before).copied())
                .flatten()
        });
        parts.push(own.or(joined).unwrap_or(Role::Mentioned));
    }
    parts
}

fn told(reading: &Reading<'_>, layout: &Layout, cues: &Cues, figure: &Figure) -> Option<Role> {
    let is_high = figure
        .function
        .is_some_and(|(first, _)| cues.has(first, Cue::High));
    if let Some(role) = after(reading, cues, figure, is_high) {
        return Some(role);
    }
    if is_signature(reading, layout, cues, figure) {
        return Some(Role::Participant);
    }
    if figure
        .function
        .is_some_and(|(first, _)| first > figure.name.last && reading.letters(first).ends_with('ا'))
    {
        return Some(Role::Participant);
    }
    if is_object(reading, cues, figure) {
        return Some(Role::Mentioned);
    }
    before(reading, cues, figure, is_high)
}

/// What the words before a figure say, the nearest first.
fn before(reading: &Reading<'_>, cues: &Cues, figure: &Figure, is_high: bool) -> Option<Role> {
    for step in 1..=2 * REACH {
        let place = figure.first.checked_sub(step)?;
        if reading.sentence(place) != reading.sentence(figure.first) {
            return None;
        }
        let told = cues.at(place);
        let word = reading.letters(place);
        let is_presence = ["حضر", "شارك", "بحضور", "ترأس", "تراس"]
            .iter()
            .any(|head| word.trim_start_matches('و').starts_with(head));
        if is_membership(reading, place) {
            return Some(Role::Participant);
        }
        if step > REACH && !is_presence {
            continue;
        }
        let is_sent = matches!(word, "رساله" | "برقيه" | "تهنيه" | "روح" | "ترحما" | "ذكري");
        if is_sent || told.has(Cue::Absent) && !told.has_any(&[Cue::Say, Cue::Scene]) {
            if is_excused(word) {
                return Some(Role::Invited);
            }
            return Some(Role::Mentioned);
        }
        if told.has(Cue::Convene)
            && step <= 4
            && reading
                .letters(place)
                .trim_start_matches('و')
                .starts_with('ب')
        {
            return Some(Role::Convener);
        }
        if told.has(Cue::Invite) {
            return Some(Role::Invited);
        }
        // «اعتذر عن الحضور»
        let is_missed = matches!(word, "الحضور" | "المشاركه")
            && matches!(reading.before(place, 1), "عن" | "عدم" | "دون");
        if is_missed {
            return Some(Role::Invited);
        }
        let is_speaker = step == 1 && matches!(word, "عبر" | "وعبر");
        if told.has(Cue::Scene) || is_speaker {
            return Some(Role::Participant);
        }
        let speaks = told.has_any(&[Cue::Say, Cue::Add, Cue::Demand]);
        if speaks && !has_clause(reading, place + 1, figure.first) {
            let role = if is_high {
                Role::Mentioned
            } else {
                Role::Participant
            };
            return Some(role);
        }
        if speaks {
            return None;
        }
    }
    None
}

/// «اعتذر», «غابت»: asked to come, and away.
fn is_excused(word: &str) -> bool {
    matches!(
        word.trim_start_matches('و'),
        "اعتذر" | "اعتذرت" | "تغيب" | "تغيبت" | "غاب" | "غابت"
    )
}

/// «لجنة مكونة من السادة: …», «لقاء جمع كلا من …»
fn is_membership(reading: &Reading<'_>, place: usize) -> bool {
    let word = reading.letters(place).trim_start_matches('و');
    matches!(
        word,
        "مكونه" | "مكون" | "تكونت" | "تتكون" | "يتكون" | "عضويه" | "بعضويه" | "تشكلت"
    ) || matches!(word, "جمع" | "جمعت" | "ضم" | "ضمت")
        && matches!(reading.letters(place + 1), "كل" | "كلا" | "بين")
}

/// Whether a word between opens a clause or an object, so that the verb before has another subject.
fn has_clause(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|place| {
        matches!(
            reading.folded(place),
            "ان" | "بان"
                | "انه"
                | "انها"
                | "علي"
                | "الي"
                | "عن"
                | "ضد"
                | ":"
                | "«"
                | "\""
        )
    })
}

/// What a verb behind the figure says of it.
fn after(reading: &Reading<'_>, cues: &Cues, figure: &Figure, is_high: bool) -> Option<Role> {
    for place in figure.last + 1..figure.last + 9 {
        if reading.sentence(place) != reading.sentence(figure.first) {
            return None;
        }
        let told = cues.at(place);
        let word = reading.letters(place);
        let is_verb = !told.has_article && told.preposition.is_none();
        if told.has(Cue::Absent) && is_verb && !told.has_any(&[Cue::Say, Cue::Scene]) {
            let is_away = matches!(
                word.strip_prefix('ف').unwrap_or(word),
                "غاب" | "غابت" | "تغيب" | "تغيبت" | "اعتذر" | "اعتذرت"
            );
            return is_away.then_some(Role::Invited);
        }
        let is_plural = word.ends_with("ون") || word.ends_with("وا");
        if told.has_any(&[Cue::Say, Cue::Demand]) && is_verb && !is_plural && !word.starts_with('و')
        {
            return (!is_high).then_some(Role::Participant);
        }
        if told.has(Cue::Scene) && is_verb && told.offset == 0 && !told.has(Cue::Action) {
            return Some(Role::Participant);
        }
        let is_filler = !reading.is(place, TokenKind::Word)
            || matches!(
                word,
                "فقد"
                    | "قد"
                    | "هو"
                    | "هي"
                    | "ايضا"
                    | "بدوره"
                    | "بدورها"
                    | "من"
                    | "جهته"
                    | "جهتها"
                    | "جانبه"
                    | "جانبها"
                    | "الذي"
                    | "التي"
                    | "حيث"
            );
        if !is_filler {
            return None;
        }
    }
    None
}

/// A line that is only a function and a name, or a name and a function: who signs.
fn is_signature(reading: &Reading<'_>, layout: &Layout, cues: &Cues, figure: &Figure) -> bool {
    let (start, end) = (
        layout.line_start(figure.first),
        layout.line_end(figure.first),
    );
    if end - start > 12 {
        return false;
    }
    let has_office = (start..end).any(|place| cues.has(place, Cue::Office));
    let is_late =
        layout.line(figure.first) * 2 > layout.line(reading.words.len().saturating_sub(1));
    end - start <= 12
        && has_office
        && is_late
        && start + 8 >= figure.first
        && figure.last + 2 >= end.min(figure.last + 3)
}

/// Whether a preposition makes the figure one that is spoken to or of.
fn is_object(reading: &Reading<'_>, cues: &Cues, figure: &Figure) -> bool {
    let told = cues.at(figure.first);
    let before = reading.before(figure.first, 1);
    let is_addressed =
        told.preposition == Some('ل') && reading.letters(figure.first).starts_with(['ل', 'و']);
    is_addressed
        || matches!(
            before,
            "الي" | "علي" | "ضد" | "باسم" | "عن" | "حق" | "عهد" | "وفاه"
        )
}
