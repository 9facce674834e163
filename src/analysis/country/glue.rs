//! Names inside longer words, where a source lost its spaces. Only names long enough that chance does not make them,
//! and only where what is left of the word can be a word.

use super::{Named, named};
use crate::analysis::lexicon::Found;
use crate::analysis::lexicon::gazetteer::{Name, find as find_name};
use crate::analysis::reading::Reading;
use crate::text::token::TokenKind;

/// Whether the name ends with a word, or breaks off inside one in a way that glue explains.
pub(super) fn is_whole(reading: &Reading<'_>, found: &Found<Name>) -> bool {
    let Some(end) = found.inner_end else {
        return true;
    };
    let word = reading.letters(found.last);
    let (name, rest) = (word.get(..end).unwrap_or(""), word.get(end..).unwrap_or(""));
    let is_long = |least: usize| is_name(found) && name.chars().count() >= least;
    let letters = rest.chars().count();
    let is_a_noun =
        is_long(5) && (rest.starts_with("ال") || rest.starts_with("وال")) && letters >= 5;
    let is_joined = is_long(6) && rest.starts_with('و') && letters >= 6;
    // «مصروإيطاليا»: a short name is cut off before «و» and another name only.
    let least = if rest.starts_with('و') { 3 } else { 5 };
    is_a_noun || is_joined || (is_long(least) && find_whole(reading, found.last, end).is_some())
}

/// The names in what is left of the word `index` behind folded byte `from`.
pub(super) fn behind(reading: &Reading<'_>, index: usize, from: usize) -> Option<Named> {
    let found = find_whole(reading, index, from)?;
    let mut named = named(reading, index, &found, found.entry.code?, 0.7);
    named.last_word = index;
    Some(named)
}

/// A name with its article at the end of a word, behind three letters or more.
pub(super) fn at_end(reading: &Reading<'_>, index: usize) -> Option<Named> {
    let word = reading.letters(index);
    if !reading.is(index, TokenKind::Word) || word.len() < 16 || word.len() > 80 {
        return None;
    }
    word.match_indices("ال")
        .filter(|(place, _)| *place >= 6)
        .find_map(|(place, _)| {
            let found = find_whole(reading, index, place)?;
            let is_sure = found.has_article && found.offset == place && word.len() - place >= 12;
            let code = found.entry.code.filter(|_| is_sure)?;
            Some(named(reading, index, &found, code, 0.6))
        })
}

fn find_whole(reading: &Reading<'_>, index: usize, from: usize) -> Option<Found<Name>> {
    let found = find_name(reading, index, from)?;
    (found.inner_end.is_none() && found.last == index && is_name(&found)).then_some(found)
}

fn is_name(found: &Found<Name>) -> bool {
    found.entry.class.is_cut_from_glue()
}
