//! What stands between quote marks and is no speech: a person's name or by-name, the name of a body, a title or a
//! slogan. Invariant: it is told by the marks' first words and the few words before them.

use crate::analysis::lexicon::cue::Cue;
use crate::analysis::lexicon::trigger::Class;
use crate::analysis::person::body;
use crate::analysis::quotation::voice::Ground;

/// Whether the marks hold no more than a person's name.
pub(super) fn is_person(ground: &Ground<'_>, open: usize, last: usize, words: usize) -> bool {
    // «فلان \"أبو مازن\"»: a by-name.
    let is_by_name = ground.cues.has(open + 1, Cue::Particle)
        && words <= 3
        && matches!(
            ground.reading.letters(open + 1),
            "ابو" | "ابا" | "ابي" | "ام" | "ابن"
        );
    if is_by_name {
        return true;
    }
    let figures = ground.figures;
    let next = figures.partition_point(|figure| figure.name.first <= open);
    figures.get(next).is_some_and(|figure| {
        figure.name.last <= last && words <= figure.name.last - figure.name.first + 3
    })
}

/// Whether the marks hold a name or a title: its head stands before them.
pub(super) fn is_name(ground: &Ground<'_>, open: usize, words: usize) -> bool {
    let reading = ground.reading;
    let mut before = open;
    while before > 0 && matches!(reading.folded(before - 1), ":" | "(" | "،") {
        before -= 1;
    }
    let head = |steps: usize| {
        before
            .checked_sub(steps)
            .filter(|place| reading.sentence(*place) == reading.sentence(open))
    };
    let is_head = |place: usize| {
        let told = ground.cues.at(place);
        told.has(Cue::NameHead) && !told.has_any(&[Cue::Say, Cue::Demand])
            || ground.marks.at(place).has(Class::Body)
    };
    let is_led = before < open && reading.folded(open - 1) == ":";
    let near = head(1).is_some_and(|place| {
        let is_definite = reading.letters(place).starts_with("ال");
        (is_head(place) || is_coalition(ground, place)) && !(is_definite && words >= 6)
    });
    let far = head(2).is_some_and(|place| {
        is_head(place) && !ground.cues.at(place + 1).has_any(&[Cue::Say, Cue::Saying])
    }) && words < 8
        && !matches!(
            reading.folded(before.saturating_sub(1)),
            "ان" | "بان" | "الي" | "علي"
        );
    let is_slogan = head(1).is_some_and(|place| body::bare(reading.letters(place)) == "شعار");
    is_slogan || (near || far) && (!is_led || words < 5)
}

fn is_coalition(ground: &Ground<'_>, place: usize) -> bool {
    ground
        .marks
        .at(place)
        .has_any(&[Class::Coalition, Class::Conference])
}
