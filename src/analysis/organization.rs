//! Organizations: the bodies a document names, by head noun, in lists, or known without one, each with the part it plays
//! in the event. Invariant: a body has a name made of the text's own words and at least one mention; what only speaks of
//! bodies in general («الأحزاب السياسية») makes none.

use crate::analysis::Mention;
use crate::analysis::lexicon::trigger::Marks;
use crate::analysis::reading::Reading;
use crate::model::vocabulary::{Kind, OrganizationKind, Role};
use crate::text::span::Span;

mod extent;
mod imprint;
mod list;
mod merge;
mod naming;
mod role;
mod term;

use merge::Told;
use naming::Naming;
use role::{Part, Scene};
use term::Terms;

/// A body that a document names, with its part in the event.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// Its name in the text's words, without proclitics and quotation marks.
    pub name: String,
    /// What sort of body it is, as far as its head noun tells.
    pub kind: OrganizationKind,
    /// The part it plays.
    pub role: Role,
    /// Whether one word behind a head is all there is for it.
    pub is_bare: bool,
    /// Whether it is a newspaper, a site or a channel.
    pub is_media: bool,
    /// Where it is named or referred to, in the order of the text; the passage holds the words that tell the part.
    pub mentions: Vec<Mention<Role>>,
}

/// The bodies that a document names; `kind` is the kind of event it tells of, if it tells of one.
#[must_use]
pub fn find(reading: &Reading<'_>, marks: &Marks, kind: Option<Kind>) -> Vec<Body> {
    let terms = Terms::of(reading);
    let mut namings = naming::namings(&terms);
    role::keep_rows(&terms, &mut namings);
    let scene = Scene {
        terms: &terms,
        marks,
        ranks: reading.ranks(),
        kind,
    };
    let parts = role::parts(&scene, &namings);
    let told: Vec<Told> = namings
        .into_iter()
        .zip(parts)
        .map(|(naming, part)| Told {
            passage: passage(&terms, &naming, part),
            naming,
            part,
        })
        .collect();
    let mut bodies = merge::bodies(&told);
    bodies.retain(|body| !body.is_bare || body.role != Role::Mentioned);
    match kind {
        Some(Kind::Founding) => ensure_founded(&mut bodies),
        Some(Kind::Statement | Kind::Call) => ensure_issued(&mut bodies),
        Some(Kind::Meeting | Kind::Conference) | None => {}
    }
    imprint::add(reading.text, &mut bodies);
    bodies
}

/// From the word that tells the part to the end of the name, if they stand close together.
fn passage(terms: &Terms<'_>, naming: &Naming, part: Part) -> Span {
    let said = part
        .said
        .filter(|said| terms.are_together(*said, naming.first));
    let Some(said) = said.and_then(|said| terms.at(said)) else {
        return naming.span;
    };
    let span = Span::new(
        said.span.start.min(naming.span.start),
        said.span.end.max(naming.span.end),
    );
    if span.len() <= 300 { span } else { naming.span }
}

/// A statement has those who issue it: where no body does so alone, all who sign it do.
fn ensure_issued(bodies: &mut [Body]) {
    let is_issued = |body: &Body| matches!(body.role, Role::Convener | Role::Host);
    let signers = bodies
        .iter()
        .filter(|body| body.role == Role::Participant)
        .count();
    if signers < 2 || bodies.iter().any(is_issued) {
        return;
    }
    for body in bodies
        .iter_mut()
        .filter(|body| body.role == Role::Participant)
    {
        body.role = Role::Convener;
    }
}

/// A founding has a founded body: where no words name one as such, the first coalition of the document, if it has one.
fn ensure_founded(bodies: &mut [Body]) {
    if bodies.iter().any(|body| body.role == Role::Founded) {
        return;
    }
    let coalition = bodies.iter().enumerate().position(|(index, body)| {
        let is_coalition = matches!(
            body.kind,
            OrganizationKind::Coalition | OrganizationKind::Network
        );
        let is_press = body.name.contains("علامي");
        let is_free = !is_press && body.role != Role::Participant || body.mentions.len() > 1;
        // What comes late and once is one of those who take part.
        let is_told = index < 4 || body.mentions.len() > 1;
        is_free && is_told && is_coalition && role::is_foundable(body.kind) && !body.is_media
    });
    // Without a coalition, the first body of all, if it has no other part.
    let first = || {
        let is_first = bodies.first().is_some_and(|body| {
            body.role == Role::Mentioned && role::is_foundable(body.kind) && !body.is_media
        });
        is_first.then_some(0)
    };
    let candidate = coalition.or_else(first);
    if let Some(body) = candidate.and_then(|index| bodies.get_mut(index)) {
        body.role = Role::Founded;
        for mention in &mut body.mentions {
            mention.confidence *= 0.6;
        }
    }
}

#[cfg(test)]
mod tests;
