//! Where a document names bodies or refers to them: by a head noun, by a list behind a head in the plural, by a name the
//! whole world knows, or by what is said to be the name. Invariant: namings are in order and do not overlap.

use super::extent::{Extent, Reach, closing, reach};
use super::list;
use super::term::{Terms, is_quote};
use crate::analysis::lexicon::body::{Class, Noun, Number, Strength};
use crate::model::vocabulary::OrganizationKind;
use crate::text::span::Span;
use crate::text::token::TokenKind;

pub mod foreign;
mod founded;
mod gap;
pub mod given;
pub mod known;
mod marked;
mod passing;
pub mod publisher;
pub mod row;
pub mod text;

use founded::founded;
use given::{given, receiver};
use known::known;
use passing::{
    is_board, is_gathering, is_led, is_office, is_organ, is_pointed_at, is_room, is_signed,
    is_theme,
};
use row::name_in_rows;
use text::{bare_of, key_of, text_of, without_preposition, words_of};

/// A body named or referred to.
#[derive(Debug, Clone)]
pub struct Naming {
    /// The index of its first term.
    pub first: usize,
    /// The index of its last term.
    pub last: usize,
    /// Where it stands in the original text, without what is written onto its front.
    pub span: Span,
    /// The name, or the words of a reference.
    pub name: String,
    /// Whether it only refers to a body named elsewhere.
    pub is_reference: bool,
    /// The words of the name, folded and without article.
    pub key: Vec<String>,
    /// Its head noun.
    pub noun: Option<&'static Noun>,
    /// What sort of body it is.
    pub kind: OrganizationKind,
    /// The known body it is.
    pub known: Option<usize>,
    /// What stands in brackets behind the name, folded.
    pub alias: Option<String>,
    /// Whether the document says that this is the name.
    pub is_given: bool,
    /// Whether it is the body that the naming before it is a part of.
    pub is_inner: bool,
    /// Whether it publishes the document or got a copy of what it tells.
    pub is_receiver: bool,
    /// Whether it ends with where a body abroad is.
    pub has_tail: bool,
    /// Whether it may be no name; kept only where more speaks for it.
    pub is_bare: bool,
    /// How sure the name is.
    pub confidence: f32,
}

/// The namings of a document.
#[must_use]
pub fn namings(terms: &Terms<'_>) -> Vec<Naming> {
    let mut namings = Vec::new();
    let mut index = 0;
    while index < terms.len() {
        let before = namings.len();
        read_at(terms, index, &mut namings);
        let last = namings
            .get(before..)
            .and_then(|new| new.iter().map(|naming: &Naming| naming.last).max());
        index = last.map_or(index, |last| last.max(index)) + 1;
    }
    drop_papers(terms, &mut namings);
    marked::fill(terms, &mut namings);
    name_in_rows(terms, &mut namings);
    gap::fill(terms, &mut namings);
    namings
}

/// A charter that is signed somewhere in the document is a paper throughout.
fn drop_papers(terms: &Terms<'_>, namings: &mut Vec<Naming>) {
    let is_charter = |noun: &Noun| noun.lemma == "ميثاق";
    let is_charted = namings
        .iter()
        .any(|naming| naming.noun.is_some_and(is_charter));
    let is_paper = is_charted
        && (0..terms.len()).any(|index| {
            let noun = terms.noun(index);
            noun.is_some_and(|(noun, _)| is_charter(noun) && is_signed(terms, index, noun))
        });
    if is_paper {
        namings.retain(|naming| !naming.noun.is_some_and(is_charter));
    }
}

fn read_at(terms: &Terms<'_>, index: usize, namings: &mut Vec<Naming>) {
    let opens_line = index
        .checked_sub(1)
        .is_none_or(|before| !terms.are_together(before, index));
    if opens_line && let Some(naming) = publisher::dateline(terms, index) {
        namings.push(naming);
        return;
    }
    if is_quote_at(terms, index)
        && let Some(naming) = founded::marked(terms, index)
    {
        namings.push(naming);
        return;
    }
    if !terms.is_word(index) {
        return;
    }
    if let Some(naming) = publisher::told(terms, index) {
        namings.push(naming);
        return;
    }
    if let Some(naming) = publisher::foreign_press(terms, index) {
        namings.push(naming);
        return;
    }
    if terms.has(index, Class::Opening)
        && let Some(naming) = known(terms, index, namings)
    {
        namings.push(naming);
        return;
    }
    if let Some((noun, number)) = terms.noun(index) {
        if is_gathering(terms, index, noun) || is_theme(terms, index) {
            return;
        }
        match number {
            Number::Singular => push_single(terms, index, noun, namings),
            Number::Dual | Number::Plural | Number::SingularOrDual => {
                let listed = list::namings(terms, index, noun, number);
                if listed.is_empty() {
                    push_single(terms, index, noun, namings);
                    namings.extend(gap::told_of(terms, index));
                } else {
                    namings.extend(listed);
                }
            }
        }
        return;
    }
    if terms.has(index, Class::Naming) || matches!(terms.folded(index), "عليه" | "عليها") {
        namings.extend(given(terms, index));
    } else if terms.has(index, Class::Receives) {
        namings.extend(receiver(terms, index));
    }
}

/// A name or a reference behind a head noun, and the body whose part it is.
fn push_single(terms: &Terms<'_>, head: usize, noun: &'static Noun, namings: &mut Vec<Naming>) {
    if is_board(terms, head, noun) {
        return;
    }
    match reach(terms, head) {
        Reach::Name(extent) => {
            // «المكتب السياسي لحزبي …»: an organ of two acts for both.
            let inner = extent
                .inner
                .and_then(|inner| Some((inner, terms.noun(inner)?)));
            if let Some((inner, (noun, Number::Dual))) = inner {
                let listed = list::namings(terms, inner, noun, Number::Dual);
                if !listed.is_empty() {
                    namings.extend(listed);
                    return;
                }
            }
            let is_organ = extent
                .inner
                .is_some_and(|inner| is_organ(terms, noun, head, inner));
            let is_place = is_room(terms, head, noun) || is_office(terms, head, noun);
            if is_pointed_at(terms, head) && extent.quoted.is_none() {
                namings.push(reference(terms, head, noun, extent.last));
            } else if !is_organ && !is_place && !is_signed(terms, head, noun) {
                namings.push(named(terms, head, noun, extent));
            }
            if let Some((inner, (noun, _))) =
                inner.filter(|(_, (_, number))| *number != Number::Plural)
            {
                let before = namings.len();
                push_single(terms, inner, noun, namings);
                if let Some(naming) = namings.get_mut(before) {
                    naming.is_inner = !is_organ;
                    // «الأمانة العامة لمؤتمر …»: what has a leading organ is a body and no meeting.
                    naming.is_bare &= !(is_organ && noun.strength == Strength::Event);
                }
            }
        }
        Reach::Reference(last) => {
            let short =
                alias(terms, last).filter(|_| last > head + 1 && is_abbreviated(terms, last));
            namings.push(Naming {
                // «المؤتمر الوطني الأفريقي (ANC)»: what has an abbreviation is a name.
                is_reference: short.is_none() && !(last > head && is_led(terms, last)),
                alias: short,
                ..reference(terms, head, noun, last)
            });
        }
        Reach::Nothing => namings.extend(founded(terms, head, noun)),
    }
}

/// Whether letters of another script stand in brackets behind the term `last`.
fn is_abbreviated(terms: &Terms<'_>, last: usize) -> bool {
    terms.folded(last + 1) == "("
        && terms.is_latin(last + 2)
        && terms.folded(last + 3) == ")"
        && terms.are_together(last, last + 3)
}

fn reference(terms: &Terms<'_>, head: usize, noun: &'static Noun, last: usize) -> Naming {
    Naming {
        is_reference: true,
        confidence: 0.6,
        ..plain(terms, head, last, Some(noun))
    }
}

pub(super) fn named(terms: &Terms<'_>, head: usize, noun: &'static Noun, extent: Extent) -> Naming {
    let last = quoted_around(terms, head, extent.last);
    let mut confidence: f32 = if extent.quoted.is_some() || last > extent.last {
        0.9
    } else {
        0.75
    };
    if extent.terms >= 2 {
        confidence += 0.05;
    }
    if matches!(noun.strength, Strength::Weak | Strength::Prefix) {
        confidence -= 0.15;
    }
    if extent.is_bare {
        confidence -= 0.2;
    }
    let naming = plain(terms, head, last, Some(noun));
    let name = match extent.quoted {
        Some((first, last))
            if begins_with_head(terms, first) && !is_party_of(terms, noun, first)
                || noun.strength == Strength::Media && last > first =>
        {
            text_of(terms, first, last)
        }
        Some((first, last))
            if (first > head + 2 || terms.folded(first - 1) == "(")
                && !terms.clitics(head).0.has_article =>
        {
            [bare_of(terms, head), text_of(terms, first, last)].join(" ")
        }
        _ => naming.name.clone(),
    };
    let key = if name == naming.name {
        naming.key.clone()
    } else {
        key_of(&name)
    };
    Naming {
        key,
        name,
        alias: alias(terms, last),
        has_tail: extent.untailed.is_some(),
        is_bare: extent.is_bare,
        confidence,
        ..naming
    }
}

/// A head noun inside the quotation marks makes the quotation the whole name.
fn begins_with_head(terms: &Terms<'_>, first: usize) -> bool {
    terms
        .noun(first)
        .is_some_and(|(noun, _)| noun.strength == Strength::Name)
}

/// «حزب «الاتحاد والتغيير»»: a party is called by a word that heads other names.
fn is_party_of(terms: &Terms<'_>, noun: &Noun, first: usize) -> bool {
    noun.lemma == "حزب" && terms.clitics(first).0.has_article
}

/// Where quotation marks stand around the whole name, its end is theirs.
fn quoted_around(terms: &Terms<'_>, head: usize, last: usize) -> usize {
    let open = head
        .checked_sub(1)
        .filter(|open| is_quote_at(terms, *open) && terms.are_together(*open, head));
    let Some(close) = open.and_then(|open| closing(terms, open)) else {
        return last;
    };
    let goes_on = |place: usize| {
        let is_bare = !terms.clitics(place).0.has_article;
        terms.has(place, Class::Naming) || is_bare && terms.has(place, Class::Verb)
    };
    if close > last && close - head <= 10 && !(last + 1..=close).any(goes_on) {
        close
    } else {
        last
    }
}

/// What stands in brackets behind a name: its abbreviation or short name.
fn alias(terms: &Terms<'_>, last: usize) -> Option<String> {
    let after = if is_quote_at(terms, last + 1) {
        last + 2
    } else {
        last + 1
    };
    let opens = terms.are_together(last, after) && matches!(terms.folded(after), "(" | "[" | "/");
    if !opens {
        return None;
    }
    let count = (after + 1..after + 5)
        .take_while(|place| {
            terms.are_together(last, *place) && !terms.is(*place, TokenKind::Punctuation)
        })
        .count();
    let words = words_of(terms, after + 1, after + count);
    // «النقابة … (الاتحاد المغربي للشغل)»: the body it belongs to.
    let is_other = count > 1
        && terms
            .noun(after + 1)
            .is_some_and(|(noun, _)| noun.strength == Strength::Name);
    ((1..=3).contains(&count) && !is_other).then(|| words.join(" "))
}

pub(super) fn is_quote_at(terms: &Terms<'_>, index: usize) -> bool {
    terms.is(index, TokenKind::Punctuation) && is_quote(terms.folded(index))
}

/// A naming with the text from one term to another for its name.
pub(super) fn plain(
    terms: &Terms<'_>,
    first: usize,
    last: usize,
    noun: Option<&'static Noun>,
) -> Naming {
    let start = without_preposition(terms, first).start;
    let end = terms.at(last).map_or(start, |term| term.span.end);
    let name = text_of(terms, first, last);
    Naming {
        first,
        last,
        span: Span::new(start.min(end), end),
        key: words_of(terms, first, last),
        name,
        noun,
        kind: noun.map_or(OrganizationKind::Other, |noun| noun.kind),
        known: None,
        alias: None,
        is_reference: false,
        is_given: false,
        is_inner: false,
        is_receiver: false,
        has_tail: false,
        is_bare: false,
        confidence: 0.75,
    }
}
