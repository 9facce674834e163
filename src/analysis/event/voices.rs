//! The people of an event, what they said and what was decided, as facts with their evidence. Invariant: where no event
//! is told there are none.

use crate::analysis::decision;
use crate::analysis::event::Witness;
use crate::analysis::layout::Layout;
use crate::analysis::lexicon::cue::Cues;
use crate::analysis::lexicon::trigger::Marks;
use crate::analysis::person::{self, Figure, body};
use crate::analysis::quotation;
use crate::analysis::quotation::voice::Ground;
use crate::analysis::reading::Reading;
use crate::model::decision::Decision;
use crate::model::evidence::Attested;
use crate::model::person::Appearance;
use crate::model::quotation::Quotation;
use crate::model::vocabulary::Role;
use crate::text::span::Span;

/// The most passages kept for one person.
const MOST_EVIDENCE: usize = 3;

/// People, words and decisions.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) people: Vec<Attested<Appearance>>,
    pub(super) decisions: Vec<Attested<Decision>>,
    pub(super) quotations: Vec<Attested<Quotation>>,
}

/// Reads them all from an event's document.
pub(super) fn find(
    reading: &Reading<'_>,
    marks: &Marks,
    witness: &Witness<'_>,
    is_event: bool,
    is_founding: bool,
    founded: Option<&str>,
) -> Told {
    if !is_event {
        return Told::default();
    }
    let cues = Cues::of(reading);
    let layout = Layout::of(reading);
    let figures = person::find(reading, &cues);
    let bodies = body::find(reading, marks, &cues);
    let ground = Ground {
        reading,
        marks,
        cues: &cues,
        figures: &figures,
        bodies: &bodies,
        founded,
    };
    let quoted = quotation::mark::find(reading, &layout);
    let is_quoted = quotation::inside(reading, &quoted);
    let spoken = quotation::find(&ground, &layout, &quoted, &is_quoted);
    let mut roles = person::part::of(reading, &layout, &cues, &figures);
    let speakers = spoken.iter().filter_map(|spoken| spoken.value.figure);
    for speaker in speakers {
        if let Some(role) = roles
            .get_mut(speaker)
            .filter(|role| **role == Role::Mentioned)
        {
            *role = Role::Participant;
        }
    }
    let quotations = spoken.iter().zip(1..).map(|(spoken, number)| {
        let value = Quotation {
            number,
            speaker: spoken.value.speaker.clone(),
            speaker_person: None,
            speaker_organization: None,
            text: spoken.value.text.clone(),
        };
        Attested::stated(value, witness.evidence(spoken.span, spoken.confidence))
    });
    Told {
        people: people(&ground, witness, &roles),
        quotations: quotations.collect(),
        decisions: decision::find(&ground, &layout, &is_quoted, is_founding)
            .into_iter()
            .zip(1..)
            .map(|(mention, number)| {
                let value = Decision {
                    number,
                    text: mention.value,
                };
                Attested::stated(value, witness.evidence(mention.span, mention.confidence))
            })
            .collect(),
    }
}

/// Each person once, in the order of the text, with the part nearest to the event.
fn people(ground: &Ground<'_>, witness: &Witness<'_>, roles: &[Role]) -> Vec<Attested<Appearance>> {
    let figures = ground.figures.iter().enumerate();
    let full = figures.filter(|(index, figure)| figure.person == *index);
    full.filter_map(|(index, figure)| {
        let own: Vec<(&Figure, Role)> = ground
            .figures
            .iter()
            .zip(roles.iter().copied())
            .filter(|(other, _)| other.person == index)
            .collect();
        let role = own
            .iter()
            .map(|(_, role)| *role)
            .min_by_key(|role| weight(*role));
        let titled = own
            .iter()
            .map(|(figure, _)| *figure)
            .filter(|figure| figure.function.is_some())
            .min_by_key(|figure| figure.is_title);
        let value = Appearance {
            id: None,
            name: person::written(ground.reading, &figure.name),
            role: role.unwrap_or(Role::Mentioned),
            function: titled.and_then(|figure| function(ground.reading, ground.cues, figure)),
            affiliation: titled.and_then(|figure| affiliation(ground, figure)),
            affiliation_id: None,
        };
        let evidence = own.iter().take(MOST_EVIDENCE);
        let evidence =
            evidence.map(|(figure, _)| witness.evidence(place(ground, figure), figure.confidence));
        Attested::new(value, evidence.collect(), None, None).ok()
    })
    .collect()
}

/// The place of a figure with its function.
fn place(ground: &Ground<'_>, figure: &Figure) -> Span {
    let name = person::span_of(ground.reading, &figure.name);
    let whole = ground.reading.span(figure.first, figure.last);
    let has_title = figure.first < figure.name.first;
    Span::new(if has_title { whole.start } else { name.start }, whole.end)
}

fn affiliation(ground: &Ground<'_>, figure: &Figure) -> Option<String> {
    person::affiliation::of(
        ground.reading,
        ground.marks,
        ground.cues,
        ground.bodies,
        figure,
    )
}

/// The function in the source's words, without what is written onto it; «السيد» is none.
fn function(reading: &Reading<'_>, cues: &Cues, figure: &Figure) -> Option<String> {
    let (first, last) = figure.function?;
    let letters = reading.letters(first);
    let joined = letters
        .strip_prefix('و')
        .filter(|rest| rest.starts_with("ال") || rest.chars().count() > 3);
    let offset = joined.map_or(0, |rest| letters.len() - rest.len());
    let bare = letters.trim_start_matches(['و', 'ف', 'ل', 'ب']);
    let is_courtesy = matches!(
        bare.trim_start_matches("ال"),
        "سيد" | "سيده" | "د" | "ذ" | "ا" | "م" | "انسه"
    );
    // «لرئيس تحالف …»: the preposition is no part of it.
    let told = cues.at(first);
    let offset = match told.preposition {
        Some(_) if !told.has_article => usize::from(told.offset),
        _ => offset,
    };
    // «وكيل», «وزير» have a و of their own.
    let is_own = matches!(letters, "وكيل" | "وكيله" | "وزير" | "وزيره" | "والي");
    let offset = if is_own { 0 } else { offset };
    let words = person::collapsed(reading, reading.part(first, offset, last, None));
    (!(is_courtesy && figure.is_title)).then_some(words)
}

const fn weight(role: Role) -> u8 {
    match role {
        Role::Convener => 0,
        Role::Participant => 1,
        Role::Host => 2,
        Role::Invited => 3,
        Role::Founded | Role::Publisher => 4,
        Role::Mentioned => 5,
    }
}
