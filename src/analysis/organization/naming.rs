//! Where a document names bodies or refers to them: by a head noun, by a list behind a head in the plural, by a name the
//! whole world knows, or by what is said to be the name. Invariant: namings are in order and do not overlap.

use super::extent::adjective::is_indefinite_adjective;
use super::extent::{Extent, Reach, closing, reach, reach_item};
use super::list;
use super::term::{Terms, is_quote};
use crate::analysis::lexicon::Found;
use crate::analysis::lexicon::body::{Class, Known, Noun, Number, Strength, Use, find_known};
use crate::model::vocabulary::OrganizationKind;
use crate::text::clean::strip_controls;
use crate::text::clitic::strip_article;
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::token::TokenKind;

/// A body named or referred to.
#[derive(Debug, Clone)]
pub struct Naming {
    /// The index of its first term.
    pub first: usize,
    /// The index of its last term.
    pub last: usize,
    /// Where it stands in the original text, without what is written onto its front.
    pub span: Span,
    /// The name; empty for a reference.
    pub name: String,
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
    /// Whether it got a copy of what the document tells.
    pub is_receiver: bool,
    /// Whether it ends with where a body abroad is.
    pub has_tail: bool,
    /// Whether it may be no name; kept only where more speaks for it.
    pub is_bare: bool,
    /// How sure the name is.
    pub confidence: f32,
}

impl Naming {
    /// Whether it only refers to a body named elsewhere.
    #[must_use]
    pub fn is_reference(&self) -> bool {
        self.name.is_empty()
    }
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
    name_in_rows(terms, &mut namings);
    namings
}

/// «…، والكتلة الوطنية، والحركة …»: in a row of names a head with an adjective of cause is a name and no reference.
fn name_in_rows(terms: &Terms<'_>, namings: &mut [Naming]) {
    let stands_by = |one: &Naming, other: &Naming| {
        let gap = other.first.saturating_sub(one.last + 1);
        let is_joined = terms.clitics(other.first).0.has_conjunction || gap > 0;
        gap <= 2
            && is_joined
            && terms.are_together(one.last, other.first)
            && (one.last + 1..other.first)
                .all(|place| !terms.is_word(place) || terms.folded(place) == "و")
    };
    let in_row: Vec<bool> = (0..namings.len())
        .map(|index| {
            let own = namings.get(index);
            let is_by = |other: Option<&Naming>, is_before: bool| {
                own.zip(other).is_some_and(|(own, other)| {
                    !other.is_reference()
                        && if is_before {
                            stands_by(other, own)
                        } else {
                            stands_by(own, other)
                        }
                })
            };
            let before = index.checked_sub(1).and_then(|before| namings.get(before));
            is_by(before, true) || is_by(namings.get(index + 1), false)
        })
        .collect();
    for (naming, in_row) in namings.iter_mut().zip(in_row) {
        let is_head = naming
            .noun
            .is_some_and(|noun| noun.strength == Strength::Name || noun.lemma == "مجلس");
        let is_named =
            matches!(&naming.key[..], [_, adjective] if CAUSES.contains(&adjective.as_str()));
        if in_row && naming.is_reference() && is_head && is_named {
            naming.name = text_of(terms, naming.first, naming.last);
        }
    }
}

/// Adjectives of cause, folded, that make a name where a name is expected.
const CAUSES: [&str; 24] = [
    "وطني",
    "وطنيه",
    "ديمقراطي",
    "ديمقراطيه",
    "ديموقراطي",
    "ديموقراطيه",
    "شعبي",
    "شعبيه",
    "اسلامي",
    "اسلاميه",
    "عربي",
    "عربيه",
    "قومي",
    "قوميه",
    "ثوري",
    "ثوريه",
    "تقدمي",
    "تقدميه",
    "ليبرالي",
    "ليبراليه",
    "مدني",
    "مدنيه",
    "كردي",
    "كرديه",
];

fn read_at(terms: &Terms<'_>, index: usize, namings: &mut Vec<Naming>) {
    if !terms.is_word(index) {
        return;
    }
    if terms.has(index, Class::Opening)
        && let Some(naming) = known(terms, index, namings)
    {
        namings.push(naming);
        return;
    }
    if let Some((noun, number)) = terms.noun(index) {
        if is_board(terms, index, noun) {
            return;
        }
        match number {
            Number::Singular => push_single(terms, index, noun, namings),
            Number::Dual | Number::Plural | Number::SingularOrDual => {
                let listed = list::namings(terms, index, noun, number);
                if listed.is_empty() {
                    push_single(terms, index, noun, namings);
                } else {
                    namings.extend(listed);
                }
            }
        }
        return;
    }
    if terms.has(index, Class::Naming) {
        namings.extend(given(terms, index));
    } else if terms.has(index, Class::Receives) {
        namings.extend(receiver(terms, index));
    }
}

/// «مجلس إدارة الشبكة …»: a board stands for its body.
fn is_board(terms: &Terms<'_>, index: usize, noun: &Noun) -> bool {
    let is_board = noun.lemma == "مجلس" && matches!(terms.folded(index + 1), "اداره" | "امناء");
    is_board && terms.noun(index + 2).is_some()
}

/// A name or a reference behind a head noun, and the body whose part it is.
fn push_single(terms: &Terms<'_>, head: usize, noun: &'static Noun, namings: &mut Vec<Naming>) {
    match reach(terms, head) {
        Reach::Name(extent) => {
            let is_organ = extent
                .inner
                .is_some_and(|inner| is_organ(terms, noun, head, inner));
            if !is_organ && !is_room(terms, head, noun) {
                namings.push(named(terms, head, noun, extent));
            }
            let inner = extent
                .inner
                .and_then(|inner| Some((inner, terms.noun(inner)?.0)));
            if let Some((inner, noun)) = inner {
                let before = namings.len();
                push_single(terms, inner, noun, namings);
                if let Some(naming) = namings.get_mut(before).filter(|_| !is_organ) {
                    naming.is_inner = true;
                }
            }
        }
        Reach::Reference(last) => namings.push(reference(terms, head, noun, last)),
        Reach::Nothing => {}
    }
}

/// A leading organ acts for its body and is not named beside it: «المكتب السياسي لحزب …».
fn is_organ(terms: &Terms<'_>, noun: &Noun, head: usize, inner: usize) -> bool {
    let is_lead = matches!(noun.lemma, "مكتب" | "أمانة" | "مجلس");
    is_lead && (head + 1..inner).all(|place| terms.has(place, Class::General))
}

/// A house that the event is held in is a place: «بمركز …».
fn is_room(terms: &Terms<'_>, head: usize, noun: &Noun) -> bool {
    let is_house = matches!(noun.lemma, "مركز" | "فضاء" | "منصة");
    let is_in = terms.clitics(head).0.preposition == Some('ب')
        || head
            .checked_sub(1)
            .is_some_and(|before| terms.folded(before) == "في");
    is_house && is_in
}

fn reference(terms: &Terms<'_>, head: usize, noun: &'static Noun, last: usize) -> Naming {
    Naming {
        name: String::new(),
        confidence: 0.6,
        ..plain(terms, head, last, Some(noun))
    }
}

fn named(terms: &Terms<'_>, head: usize, noun: &'static Noun, extent: Extent) -> Naming {
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
        Some((first, last)) if begins_with_head(terms, first) => text_of(terms, first, last),
        Some((first, last)) if first > head + 2 && !terms.clitics(head).0.has_article => {
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

/// A body known without a head noun.
fn known(terms: &Terms<'_>, index: usize, before: &[Naming]) -> Option<Naming> {
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
        is_near && terms.clitics(index).0.has_conjunction && !naming.is_reference()
    });
    let has_head = terms.noun(index).is_some();
    let is_meant = match found.entry.use_ {
        Use::Sure => true,
        Use::Weak => has_head || is_quoted || is_joined,
        Use::Party => has_head && last > index + 1 || is_joined && last > index,
    };
    if !is_meant {
        return None;
    }
    // A longer name may begin with a known one: «الجبهة الثورية السودانية الجديدة».
    if has_head
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
    Some(known_at(terms, index, last, &found))
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
pub(super) fn known_at(
    terms: &Terms<'_>,
    index: usize,
    last: usize,
    found: &Found<Known>,
) -> Naming {
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
pub(super) fn last_term(terms: &Terms<'_>, index: usize, found: &Found<Known>) -> Option<usize> {
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

/// What stands behind «باسم» and its like.
fn given(terms: &Terms<'_>, index: usize) -> Option<Naming> {
    let first = index + 1;
    let heads = (index.saturating_sub(7)..index)
        .rev()
        .filter(|place| terms.are_together(*place, index));
    let noun = heads
        .filter_map(|place| Some((place, terms.noun(place)?.0)))
        .find(|(_, noun)| {
            matches!(
                noun.strength,
                Strength::Name | Strength::Weak | Strength::Organ
            )
        });
    if is_quote_at(terms, first) {
        let last = closing(terms, first)?;
        if terms.noun(first + 1).is_some() && last > first + 1 {
            let naming = plain(
                terms,
                first + 1,
                last,
                terms.noun(first + 1).map(|(noun, _)| noun),
            );
            return Some(Naming {
                is_given: true,
                confidence: 0.9,
                alias: alias(terms, last),
                ..naming
            });
        }
        let (_, noun) = noun?;
        let naming = plain(terms, first + 1, last, Some(noun));
        let name = if last > first + 1 {
            naming.name.clone()
        } else {
            [noun.lemma, &naming.name].join(" ")
        };
        return Some(Naming {
            key: key_of(&name),
            name,
            is_given: true,
            confidence: 0.85,
            ..naming
        });
    }
    let (head, noun) = noun?;
    let is_founded = !terms.clitics(head).0.has_article
        && index - head <= 4
        && terms.clitics(first).0.has_article;
    let is_described = (head + 1..index).all(|place| is_indefinite_adjective(terms, place));
    if !is_founded || !is_described || terms.noun(first).is_some() {
        return None;
    }
    let last = reach_item(terms, head, noun, first)?;
    let last = with_joined(terms, head, noun, last);
    let naming = plain(terms, first, last, Some(noun));
    let name = [noun.lemma, &naming.name].join(" ");
    Some(Naming {
        key: key_of(&name),
        name,
        is_given: true,
        confidence: 0.7,
        ..naming
    })
}

/// Who got a copy of the statement: «توصلت "…" بنسخة منه».
fn receiver(terms: &Terms<'_>, index: usize) -> Option<Naming> {
    let mut first = index + 1;
    let last = if is_quote_at(terms, first) {
        first += 1;
        closing(terms, first - 1)?
    } else {
        first
    };
    let is_name =
        terms.are_together(index, first) && terms.is_word(first) && terms.noun(first).is_none();
    let has_copy = (last + 1..last + 6)
        .any(|place| terms.are_together(last, place) && terms.folded(place).contains("نسخ"));
    if !is_name || !has_copy || terms.has(first, Class::Title) || terms.governed(first).is_some() {
        return None;
    }
    Some(Naming {
        kind: OrganizationKind::Media,
        is_receiver: true,
        ..plain(terms, first, last, None)
    })
}

/// What «و» joins to a name without a head, as far as adjectives go.
fn with_joined(terms: &Terms<'_>, head: usize, noun: &'static Noun, last: usize) -> usize {
    let next = last + 1;
    let is_joined = terms.clitics(next).0.has_conjunction
        && terms.clitics(next).0.has_article
        && terms.are_together(last, next);
    let same = terms.core(next).ends_with('ه') == terms.core(last).ends_with('ه');
    if !is_joined || !same || terms.noun(next).is_some() {
        return last;
    }
    // «المتضامنة مع الشعب»: a participle with its preposition.
    if terms.has(next, Class::Near) && matches!(terms.folded(next + 1), "مع" | "عن") {
        return reach_item(terms, head, noun, next + 2).unwrap_or(next);
    }
    next
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
    (1..=3).contains(&count).then(|| words.join(" "))
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
        is_given: false,
        is_inner: false,
        is_receiver: false,
        has_tail: false,
        is_bare: false,
        confidence: 0.75,
    }
}

/// Where a term stands without «و», «ب», «ل» at its front; its article stays.
fn without_preposition(terms: &Terms<'_>, index: usize) -> Span {
    let Some(term) = terms.at(index) else {
        return Span::default();
    };
    let (clitics, offset) = terms.clitics(index);
    let row = terms.folded(index).get(..offset).unwrap_or("");
    let kept = if row.ends_with("ال") {
        "ال".len()
    } else if clitics.has_article {
        "ل".len()
    } else {
        0
    };
    let length = terms.folded(index).len();
    if offset == kept {
        return term.span;
    }
    let written = terms.written(index);
    fold(written)
        .origin(Span::new(offset - kept, length))
        .shifted(term.span.start)
}

/// The text from one term to another: on one line, without quotation marks and without what is written onto its front.
pub(super) fn text_of(terms: &Terms<'_>, first: usize, last: usize) -> String {
    let mut text = String::new();
    for index in first..=last {
        if is_quote_at(terms, index) {
            continue;
        }
        let is_stuck = index > first
            && terms.is(index, TokenKind::Punctuation)
            && terms
                .at(index)
                .zip(terms.at(index - 1))
                .is_some_and(|(term, before)| term.span.start == before.span.end);
        if !text.is_empty() && !is_stuck && !text.ends_with(" و") {
            text.push(' ');
        }
        if index == first {
            text.push_str(&bare_of(terms, index));
        } else {
            text.push_str(&strip_controls(terms.written(index)));
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn bare_of(terms: &Terms<'_>, index: usize) -> String {
    let bare = without_preposition(terms, index).slice(terms.reading.text);
    let (_, offset) = terms.clitics(index);
    let row = terms.folded(index).get(..offset).unwrap_or("");
    let bare = strip_controls(bare);
    if row.ends_with("لل") {
        format!("ا{bare}")
    } else {
        bare
    }
}

/// The words of a name as names are compared: folded, without article.
pub(super) fn key_of(name: &str) -> Vec<String> {
    let folded = crate::text::fold::fold_plain(name);
    let words = folded.split(|character: char| !character.is_alphanumeric());
    settled(words.filter(|word| !word.is_empty()).map(bare_word))
}

/// Words with «في» written as «ب», so that «في أوروبا» and «بأوروبا» are one.
fn settled(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for word in words {
        match list.last_mut() {
            Some(last) if last == "في" => *last = format!("ب{word}"),
            _ => list.push(word),
        }
    }
    list
}

fn bare_word(word: &str) -> String {
    if let Some(rest) = word
        .strip_prefix("لل")
        .filter(|rest| rest.chars().count() >= 2)
    {
        return format!("ل{rest}");
    }
    if let Some(rest) = word
        .strip_prefix("بال")
        .filter(|rest| rest.chars().count() >= 3)
    {
        return format!("ب{rest}");
    }
    if let Some(rest) = word
        .strip_prefix("وال")
        .filter(|rest| rest.chars().count() >= 3)
    {
        return format!("و{rest}");
    }
    strip_article(word).to_owned()
}

/// The same words from a row of terms.
fn words_of(terms: &Terms<'_>, first: usize, last: usize) -> Vec<String> {
    let word = |index: usize| {
        let folded = terms.folded(index);
        if index > first {
            return bare_word(folded);
        }
        let (_, offset) = terms.clitics(index);
        folded.get(offset..).unwrap_or("").to_owned()
    };
    let is_word = |index: &usize| terms.is_word(*index) || terms.is(*index, TokenKind::Number);
    settled((first..=last).filter(is_word).map(word))
}
