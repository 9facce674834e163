//! Bodies known without a head noun. Invariant: a name that is also a common word counts only where something else tells
//! that it is meant.

use super::foreign::is_person;
use super::{Naming, alias, is_quote_at, named, plain};
use crate::analysis::lexicon::Found;
use crate::analysis::lexicon::body::known::{Known, Trust, find_known};
use crate::analysis::organization::extent::{Reach, closing, reach};
use crate::analysis::organization::term::Terms;

/// A body known without a head noun.
pub fn known(terms: &Terms<'_>, index: usize, before: &[Naming]) -> Option<Naming> {
    let term = terms.at(index)?;
    let is_part = index
        .checked_sub(1)
        .and_then(|before| terms.at(before))
        .is_some_and(|before| before.word == term.word);
    if is_part {
        return None;
    }
    let found = find_known(terms.reading, term.word, 0)?;
    let last = last_term(terms, index, &found)?;
    let is_quoted = index
        .checked_sub(1)
        .is_some_and(|open| is_quote_at(terms, open));
    let is_joined = before.last().is_some_and(|naming| {
        let is_near = naming.last + 2 >= index && terms.are_together(naming.last, index);
        is_near && terms.clitics(index).0.has_conjunction && !naming.is_reference
    });
    let has_head = terms.noun(index).is_some();
    let is_meant = match found.entry.trust {
        Trust::Sure => true,
        Trust::Weak => has_head || is_quoted || is_joined,
        Trust::Party => has_head && last > index + 1 || is_joined && last > index,
    };
    if !is_meant {
        return None;
    }
    // A longer name may begin with a known one: «الجبهة الثورية السودانية الجديدة».
    // «حركة … عبد الرحمن شديد»: who speaks for it follows.
    let is_spoken_for = is_person(terms, last + 1) && terms.are_together(last, last + 1);
    if has_head
        && !is_spoken_for
        && let Reach::Name(extent) = reach(terms, index)
        && extent.last > last
        && let Some((noun, _)) = terms.noun(index)
    {
        let is_same = extent.last - last < 2 || extent.untailed.is_some();
        let mut naming = named(terms, index, noun, extent);
        naming.known = is_same.then_some(found.entry.place);
        return Some(naming);
    }
    let last = with_nationality(terms, last);
    let last = with_wing(terms, index, last);
    Some(known_at(terms, index, last, &found))
}

/// «“الحركة الشعبية/ شمال”»: the marks hold which wing of it.
fn with_wing(terms: &Terms<'_>, index: usize, last: usize) -> usize {
    let close = index
        .checked_sub(1)
        .filter(|open| is_quote_at(terms, *open))
        .and_then(|open| closing(terms, open));
    let is_apart = matches!(terms.folded(last + 1), "/" | "-" | "–");
    close
        .filter(|close| is_apart && *close == last + 2)
        .unwrap_or(last)
}

/// «الهلال الأحمر المصري»: a branch of a known body by its nation.
fn with_nationality(terms: &Terms<'_>, last: usize) -> usize {
    let next = last + 1;
    let clitics = terms.clitics(next).0;
    let is_definite =
        clitics.has_article && !clitics.has_conjunction && clitics.preposition.is_none();
    let is_next = is_definite && terms.are_together(last, next) && terms.is_nationality(next);
    if is_next { next } else { last }
}

/// The naming of a known body from the term `index` to the term `last`.
pub fn known_at(terms: &Terms<'_>, index: usize, last: usize, found: &Found<Known>) -> Naming {
    let noun = terms.noun(index).map(|(noun, _)| noun);
    Naming {
        kind: found.entry.kind,
        known: Some(found.entry.place),
        alias: alias(terms, last),
        confidence: if found.inner_end.is_some() { 0.7 } else { 0.9 },
        ..plain(terms, index, last, noun)
    }
}

/// The last term of a phrase found in the reading; nothing where it stops inside a word that is not cut there.
pub fn last_term(terms: &Terms<'_>, index: usize, found: &Found<Known>) -> Option<usize> {
    let places = index..index + 12;
    let last = places
        .take_while(|place| terms.at(*place).is_some_and(|term| term.word <= found.last))
        .last()?;
    if found.inner_end.is_some() {
        None
    } else {
        Some(last)
    }
}
