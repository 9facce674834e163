//! Decisions in running text: a verb of resolving with those who met, their meeting or their paper as its subject, and
//! what follows it. Invariant: a verb whose subject is a person gives none.

use crate::analysis::decision::chain;
use crate::analysis::decision::subject::Subject;
use crate::analysis::decision::{Piece, is_background};
use crate::analysis::lexicon::cue::Cue;
use crate::analysis::quotation::voice::Ground;

/// The decisions of running text; words of lists are passed over.
#[must_use]
pub fn find(
    ground: &Ground<'_>,
    is_listed: &[bool],
    is_quoted: &[bool],
    is_founding: bool,
) -> Vec<Piece> {
    let mut search = Search {
        ground,
        is_founding,
        carried: None,
    };
    let mut pieces = Vec::new();
    let mut place = 0;
    while place < ground.reading.words.len() {
        let is_in = |words: &[bool]| words.get(place).copied().unwrap_or(false);
        if is_in(is_listed) || is_in(is_quoted) {
            place += 1;
            continue;
        }
        let Some((first, confidence)) = search.head(place) else {
            place += 1;
            continue;
        };
        let mut chain = chain::cut(ground.reading, ground.cues, first);
        // What ends with a colon before a list only leads to it.
        let leads = is_listed.get(chain.end).copied().unwrap_or(false)
            && ground.reading.folded(chain.end - 1) == ":";
        if leads {
            chain.pieces.pop();
        }
        pieces.extend(
            chain
                .pieces
                .iter()
                .filter(|(_, last)| !is_listed.get(*last).copied().unwrap_or(false))
                .map(|(first, last)| Piece {
                    first: *first,
                    last: *last,
                    confidence,
                }),
        );
        search.carried = ground.reading.sentence(place);
        place = chain.end.max(place + 1);
    }
    pieces
}

pub(super) struct Search<'a> {
    pub(super) ground: &'a Ground<'a>,
    is_founding: bool,
    /// The sentence of the last decision, whose subject a verb without one takes over.
    pub(super) carried: Option<usize>,
}

impl Search<'_> {
    /// The first word of a decision that the word at `place` leads to.
    pub(super) fn head(&self, place: usize) -> Option<(usize, f32)> {
        let ground = self.ground;
        let told = ground.cues.at(place);
        let is_any = self.begins_sentence(place)
            || told.has_any(&[
                Cue::Say,
                Cue::Demand,
                Cue::Resolve,
                Cue::Objective,
                Cue::Conclude,
                Cue::Passive,
                Cue::We,
                Cue::Outcome,
            ]);
        if !is_any || is_background(ground, place) || self.is_negated(place) {
            return None;
        }
        if let Some(first) = self.further(place) {
            return Some((first, 0.6));
        }
        if told.has(Cue::Outcome)
            && let Some(first) = self.outcome(place)
        {
            return Some((first, 0.75));
        }
        if told.has(Cue::Passive)
            && let Some(first) = self.passive(place)
        {
            return Some((first, 0.8));
        }
        if told.has(Cue::Conclude)
            && let Some(first) = self.conclusion(place)
        {
            return Some((first, 0.8));
        }
        if told.has(Cue::We)
            && let Some(first) = self.we(place)
        {
            return Some((first, 0.7));
        }
        if told.has(Cue::Objective)
            && self.is_founding
            && let Some(first) = self.aim(place)
        {
            return Some((first, 0.6));
        }
        if told.has(Cue::Say)
            && !told.has(Cue::Demand)
            && let Some(first) = self.necessity(place)
        {
            return Some((first, 0.65));
        }
        if told.has_any(&[Cue::Demand, Cue::Resolve]) {
            return self
                .verb(place)
                .map(|first| (first, if told.has(Cue::Resolve) { 0.8 } else { 0.7 }));
        }
        None
    }

    pub(super) fn begins_sentence(&self, place: usize) -> bool {
        place == 0 || !self.is_same_sentence(place, place - 1)
    }

    pub(super) fn is_negated(&self, place: usize) -> bool {
        matches!(
            self.ground.reading.before(place, 1),
            "لم" | "لن"
                | "لا"
                | "ما"
                | "ولم"
                | "ولن"
                | "ولا"
                | "دون"
                | "عدم"
                | "التي"
                | "الذي"
                | "الذين"
                | "عندما"
                | "حين"
                | "بعدما"
                | "مما"
                | "كانوا"
                | "الذى"
        )
    }

    pub(super) fn is_same_sentence(&self, place: usize, other: usize) -> bool {
        self.ground.reading.sentence(place) == self.ground.reading.sentence(other)
    }

    /// Behind a verb with a subject of those who met.
    pub(super) fn verb(&self, place: usize) -> Option<usize> {
        let ground = self.ground;
        let reading = ground.reading;
        let told = ground.cues.at(place);
        let verb = reading.letters(place).get(usize::from(told.offset)..)?;
        if is_praise(verb) {
            return None;
        }
        // «عقد الائتلاف لقاء دعا خلاله القوى إلى …»: the subject stands before.
        let is_during = matches!(
            reading.letters(place + 1),
            "خلاله" | "خلالها" | "فيه" | "فيها"
        ) && !told.has(Cue::Resolve);
        if is_during && !self.has_person_before(place) && self.has_body_before(place) {
            return self.complement(verb, place, place + 2);
        }
        let subject = self.subject_after(place);
        let from = match subject {
            Subject::At(end) => end + 1,
            Subject::Person => return None,
            Subject::None => {
                let is_mutual = ["اتفق", "اجمع", "توافق", "تعاهد"]
                    .iter()
                    .any(|head| verb.starts_with(head));
                let is_carried = self.carried.is_some_and(|sentence| {
                    reading
                        .sentence(place)
                        .is_some_and(|own| own == sentence || own == sentence + 1)
                });
                let is_front = (1..=2).any(|step| {
                    place
                        .checked_sub(step)
                        .is_none_or(|before| !self.is_same_sentence(before, place))
                });
                let is_many = verb.ends_with("وا")
                    || verb.ends_with("ن")
                        && verb.chars().count() > 4
                        && !verb.starts_with(['ا', 'ي', 'ت']);
                let is_plural = is_mutual || is_many && (is_front || is_carried);
                // A plural verb with a subject of its own behind it is told by that subject.
                // «… أن الكتلة قررت»
                let is_own = told.has(Cue::Resolve)
                    && told.offset == 0
                    && place > 0
                    && self.is_same_sentence(place - 1, place)
                    && self.is_resolving_body(place - 1)
                    && ground.cues.at(place - 1).preposition.is_none();
                if !(self.has_subject_before(place)
                    || is_own
                    || is_plural
                    || is_carried && !self.has_person_before(place))
                {
                    return None;
                }
                place + 1
            }
        };
        self.complement(verb, place, from)
    }

    pub(super) fn begins_decision(&self, place: usize) -> bool {
        let told = self.ground.cues.at(place);
        told.has(Cue::Action)
            || self.ground.reading.letters(place).starts_with("ال") && told.has(Cue::Action)
            || matches!(self.ground.reading.letters(place - 1), "ان")
    }
}

fn is_praise(verb: &str) -> bool {
    [
        "اشاد", "ثمن", "سجل", "نوه", "حيا", "شكر", "حذر", "اعرب", "ابد", "احتج", "ركز",
    ]
    .iter()
    .any(|head| verb.starts_with(head))
        || verb.starts_with("يشيد")
        || verb.starts_with("تشيد")
}
