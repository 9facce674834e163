//! Which part a named body plays, from the words before and behind it. Bodies in a row («بمشاركة X وY») share the part of
//! the first, as do the lines of a list. Invariant: each naming has one part, and a part other than mere mention has the
//! words that say it.

use super::naming::Naming;
use super::term::Terms;
use crate::analysis::lexicon::trigger::{Class as Trigger, Marks};
use crate::analysis::rank::Ranks;
use crate::model::vocabulary::{Kind, OrganizationKind, Role};

mod asked;
mod before;
mod behind;
mod founded;
mod row;
mod word;

use row::continues;

/// A part, the term that says it, and how surely.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// The part.
    pub role: Role,
    /// The index of the term that says it.
    pub said: Option<usize>,
    /// How sure that is.
    pub confidence: f32,
}

const MENTIONED: Part = Part {
    role: Role::Mentioned,
    said: None,
    confidence: 0.8,
};

/// What the parts are read with.
pub struct Scene<'t> {
    /// The terms of the document.
    pub terms: &'t Terms<'t>,
    /// Its triggers.
    pub marks: &'t Marks,
    /// The rank of its sentences.
    pub ranks: &'t Ranks,
    /// The kind of event; nothing where there is none.
    pub kind: Option<Kind>,
}

/// The part of each naming.
#[must_use]
pub fn parts(scene: &Scene<'_>, namings: &[Naming]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::with_capacity(namings.len());
    let mut start = 0;
    while start < namings.len() {
        let mut end = start + 1;
        while end < namings.len() && continues(scene.terms, namings, end) {
            end += 1;
        }
        let row = namings.get(start..end).unwrap_or(&[]);
        let part = match scene.kind {
            Some(kind) => part_of(scene, row, kind),
            None => MENTIONED,
        };
        parts.extend(row.iter().map(|naming| of_one(naming, part)));
        start = end;
    }
    parts
}

/// What may be no name is one in a row of names: «حزب السهل وحركة نهوض وتيار الغد».
pub fn keep_rows(terms: &Terms<'_>, namings: &mut [Naming]) {
    let mut start = 0;
    while start < namings.len() {
        let mut end = start + 1;
        while end < namings.len() && continues(terms, namings, end) {
            end += 1;
        }
        let row = namings.get_mut(start..end).unwrap_or_default();
        let sure = row
            .iter()
            .filter(|naming| !naming.is_bare && !naming.is_reference);
        if sure.count() >= 2 {
            let is_kept = |naming: &&mut Naming| !terms.clitics(naming.first).0.has_article;
            let bare = row.iter_mut().filter(is_kept);
            bare.for_each(|naming| naming.is_bare = false);
        }
        start = end;
    }
}

/// The part of one in a row.
fn of_one(naming: &Naming, part: Part) -> Part {
    let role = match part.role {
        _ if naming.is_receiver => Role::Publisher,
        Role::Invited if naming.is_inner => Role::Mentioned,
        role => role,
    };
    Part { role, ..part }
}

fn part_of(scene: &Scene<'_>, row: &[Naming], kind: Kind) -> Part {
    let (Some(first), Some(last)) = (row.first(), row.last()) else {
        return MENTIONED;
    };
    let rank = scene
        .terms
        .at(first.first)
        .and_then(|term| scene.ranks.at(scene.terms.reading, term.word));
    let reading = Row {
        scene,
        first,
        last: last.last,
        count: row.len(),
        rank: rank.unwrap_or(0),
        kind,
    };
    reading
        .source()
        .or_else(|| reading.behind_given())
        .or_else(|| reading.before())
        .or_else(|| reading.heading())
        .or_else(|| reading.behind())
        .or_else(|| reading.signed())
        .unwrap_or(MENTIONED)
}

/// Namings in a row.
struct Row<'r> {
    scene: &'r Scene<'r>,
    first: &'r Naming,
    last: usize,
    count: usize,
    rank: usize,
    kind: Kind,
}

impl Row<'_> {
    fn part(&self, role: Role, said: usize, confidence: f32) -> Option<Part> {
        Some(Part {
            role,
            said: Some(said),
            confidence,
        })
    }

    /// Lines of names that nothing heads are those who stand behind what was said or held.
    fn signed(&self) -> Option<Part> {
        let is_held = !matches!(self.kind, Kind::Founding);
        let sentence = |index: usize| self.scene.terms.at(index).map(|term| term.sentence);
        let lines = sentence(self.last)?.checked_sub(sentence(self.first.first)?)?;
        if is_held && self.count >= 3 && lines + 1 >= self.count {
            self.part(Role::Participant, self.first.first, 0.5)
        } else {
            None
        }
    }

    fn mark(&self, index: usize, trigger: Trigger) -> bool {
        let term = self.scene.terms.at(index);
        term.is_some_and(|term| self.scene.marks.at(term.word).has(trigger))
    }
}

/// Whether a body is of the kind that events found.
#[must_use]
pub fn is_foundable(kind: OrganizationKind) -> bool {
    use OrganizationKind::{
        Association, Coalition, Committee, Company, Council, Government, Intergovernmental, Media,
        Movement, Network, Observatory, Other, Party, Union,
    };
    match kind {
        Coalition | Party | Movement | Association | Union | Committee | Council | Observatory
        | Network | Other => true,
        Company | Media | Government | Intergovernmental => false,
    }
}
