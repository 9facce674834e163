//! Whose a communiqué is: the body it names as its own, or the one whose founding or whose meeting the document tells.
//! Invariant: a body is named by words of the text; where none is named the source's words stand.

use crate::analysis::lexicon::trigger::Class;
use crate::analysis::person::{self, body};
use crate::analysis::quotation::voice::{Ground, Speaker};
use crate::text::fold::fold_plain;
use crate::text::token::TokenKind;

/// The body a document is about: the first one founded, else the first coalition of several words.
#[must_use]
pub fn main_body(ground: &Ground<'_>) -> Option<usize> {
    let founded = ground.bodies.iter().position(|body| {
        body.words > 1
            && is_named(ground, body)
            && (1..4).any(|step| {
                body.first
                    .checked_sub(step)
                    .is_some_and(|place| ground.marks.at(place).has(Class::Found))
            })
    });
    let coalition = || {
        ground.bodies.iter().position(|body| {
            body.words > 1
                && is_named(ground, body)
                && ground.marks.at(body.first).has(Class::Coalition)
        })
    };
    founded.or_else(coalition)
}

/// Whether a body has a name: «هيئة تنفيذية» is any, «هيئة الدفاع» and «هيئة "السهم"» are one.
fn is_named(ground: &Ground<'_>, body: &body::Body) -> bool {
    let second = ground.reading.letters(body.first + 1);
    let place = ground.reading.span(body.first + 1, body.first + 1);
    let is_adjective = second.ends_with("يه")
        || second.len() > 6 && place.slice(ground.reading.text).ends_with('ي')
        || matches!(second, "جديد" | "جديده" | "واسع" | "عريض" | "موسع");
    let is_indefinite =
        !second.starts_with("ال") && !ground.reading.letters(body.first).starts_with("ال");
    if is_adjective && is_indefinite {
        return false;
    }
    body.words > 3
        || (body.first..=body.last).any(|place| {
            let word = ground.reading.folded(place);
            word.starts_with("ال")
                || word.starts_with("لل")
                || matches!(word, "\"" | "«" | "“" | "”" | "''")
        })
}

/// A speaker's name: a person's without title, a body's in full where the text has it, else the source's words.
#[must_use]
pub fn written(ground: &Ground<'_>, speaker: Speaker, main: Option<usize>) -> Option<String> {
    let reading = ground.reading;
    match speaker {
        Speaker::Person(index) => {
            let figure = ground.figures.get(index)?;
            let fullest = ground.figures.get(figure.person).unwrap_or(figure);
            Some(person::written(reading, &fullest.name))
        }
        Speaker::Body(head) => Some(body_name(ground, head, main)),
        Speaker::Document(paper) => Some(issuer(ground, paper, main)),
        Speaker::Words(first, last) => Some(person::collapsed(reading, reading.span(first, last))),
    }
}

/// The full name of the body whose head is the word at `head`.
fn body_name(ground: &Ground<'_>, head: usize, main: Option<usize>) -> String {
    let reading = ground.reading;
    let Some(own) = body::at(reading, ground.marks, ground.cues, head) else {
        return person::collapsed(reading, reading.span(head, head));
    };
    if own.words > 2 {
        return body::written(reading, own.first, own.last);
    }
    let bare = body::bare(reading.letters(head));
    if let Some(founded) = ground.founded
        && is_short_of(founded, bare, own.words)
    {
        return founded.to_owned();
    }
    let is_fuller = |other: &&body::Body| {
        other.words > own.words
            && body::bare(reading.letters(other.first)) == bare
            && is_named(ground, other)
    };
    let fuller = main
        .and_then(|main| ground.bodies.get(main))
        .filter(is_fuller)
        .or_else(|| {
            ground
                .bodies
                .iter()
                .filter(|other| other.first < head)
                .find(is_fuller)
        })
        .or_else(|| ground.bodies.iter().find(is_fuller));
    // «التحالف» of a document that founds one under another head.
    let is_own = own.words == 1
        && reading.letters(head).starts_with("ال")
        && (ground.marks.at(head).has(Class::Coalition)
            || matches!(
                bare,
                "ايتلاف"
                    | "تحالف"
                    | "تكتل"
                    | "جبهه"
                    | "كتله"
                    | "تنسيقيه"
                    | "مبادره"
                    | "شبكه"
            ));
    match (fuller, ground.founded) {
        (None, Some(founded)) if is_own => founded.to_owned(),
        (fuller, _) => {
            let fuller = fuller.unwrap_or(&own);
            body::written(reading, fuller.first, fuller.last)
        }
    }
}

/// Whether so many words with this head stand for the fuller name.
fn is_short_of(name: &str, head: &str, words: usize) -> bool {
    let mut parts = name.split_whitespace();
    let first = parts.next().map(fold_plain).unwrap_or_default();
    body::bare(&first) == head && parts.count() + 1 > words
}

/// The body that issued the paper at `paper`.
fn issuer(ground: &Ground<'_>, paper: usize, main: Option<usize>) -> String {
    let reading = ground.reading;
    for place in paper + 1..paper + 6 {
        if reading.sentence(place) != reading.sentence(paper) || !reading.is(place, TokenKind::Word)
        {
            break;
        }
        let word = reading.letters(place);
        if ground.marks.at(place).has(Class::Body) {
            return body_name(ground, place, main);
        }
        let goes_on = matches!(
            word,
            "صادر"
                | "الصادر"
                | "الصادره"
                | "صادره"
                | "عن"
                | "من"
                | "طرف"
                | "له"
                | "مشترك"
                | "هذه"
                | "هذا"
                | "الختامي"
                | "ختامي"
                | "الصحفي"
                | "صحفي"
                | "صحافي"
                | "التاسيسي"
                | "تاسيسي"
        );
        if !goes_on {
            break;
        }
    }
    // «قالت الجبهة في بيان لها»
    let before = ground.bodies.iter().rfind(|body| {
        body.last < paper
            && body.last + 8 >= paper
            && reading.sentence(body.first) == reading.sentence(paper)
    });
    if let Some(body) = before {
        return body_name(ground, body.first, main);
    }
    if let Some(founded) = ground.founded {
        return founded.to_owned();
    }
    match main.and_then(|main| ground.bodies.get(main)) {
        Some(body) => body::written(reading, body.first, body.last),
        None => {
            let mut last = paper;
            while reading.letters(last + 1).starts_with("ال") && last < paper + 3 {
                last += 1;
            }
            person::collapsed(reading, reading.span(paper, last))
        }
    }
}
