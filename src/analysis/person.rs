//! People a text names: by title, by function, by verb of speech, by their given names; with the function in the
//! source's words and the body behind it. Invariant: figures are in order and do not overlap; a name of one word is
//! kept only where a fuller name of the same person stands in the text.

use crate::analysis::lexicon::cue::{Cue, Cues};
use crate::analysis::lexicon::trigger::Marks;
use crate::analysis::person::body::Body;
use crate::analysis::person::name::{Name, Trust};
use crate::analysis::reading::Reading;
use crate::text::span::Span;
use crate::text::token::TokenKind;

pub mod body;

pub mod function;

pub mod name;

pub mod part;

/// One place where a person is named.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The words of the name.
    pub name: Name,
    /// The person: the index of their fullest figure in the list.
    pub person: usize,
    /// The first word of the title or function before the name; the name's own where there is none.
    pub first: usize,
    /// The last word of the function behind the name; the name's own where there is none.
    pub last: usize,
    /// The function, as indexes of its first and last word.
    pub function: Option<(usize, usize)>,
    /// Whether the function is a mere title.
    pub is_title: bool,
    /// How the name was known.
    pub confidence: f32,
}

/// The figures of a document, in order.
#[must_use]
pub fn find(reading: &Reading<'_>, cues: &Cues) -> Vec<Figure> {
    let mut scan = Scan {
        reading,
        cues,
        office: None,
        is_apposed: false,
        found: Vec::new(),
    };
    let mut place = 0;
    while place < reading.words.len() {
        place = scan.step(place);
    }
    join(reading, scan.found)
}

struct Scan<'a> {
    reading: &'a Reading<'a>,
    cues: &'a Cues,
    /// Where a function began that may lead to a name.
    office: Option<usize>,
    /// Whether a sign stands between that function and the next word.
    is_apposed: bool,
    found: Vec<Figure>,
}

/// The most words from the beginning of a function to the name.
const FUNCTION: usize = 14;

impl Scan<'_> {
    /// Looks at the word at `place`; where to look next.
    fn step(&mut self, place: usize) -> usize {
        let (reading, cues) = (self.reading, self.cues);
        if place > 0 && reading.sentence(place) != reading.sentence(place - 1) {
            self.office = None;
        }
        if self.office.is_some_and(|start| start + FUNCTION < place) {
            self.office = None;
        }
        if !reading.is(place, TokenKind::Word) {
            self.meet_sign(place);
            return place + 1;
        }
        if let Some(figure) = self.figure_at(place) {
            let next = figure.last + 1;
            self.found.push(figure);
            self.office = None;
            self.is_apposed = false;
            return next;
        }
        self.follow_office(place);
        let _ = cues;
        place + 1
    }

    fn meet_sign(&mut self, place: usize) {
        let sign = self.reading.folded(place);
        match sign {
            "،" | "," | "-" | "–" | ":" | "(" => self.is_apposed = true,
            "\"" | "«" | "»" | "“" | "”" | "''" | "/" | ")" => {}
            _ if self.reading.is(place, TokenKind::Number) => {}
            _ => self.office = None,
        }
    }

    fn follow_office(&mut self, place: usize) {
        let told = self.cues.at(place);
        let is_apposed = std::mem::take(&mut self.is_apposed);
        if told.has(Cue::Office) {
            let word = self.reading.letters(place);
            let begins =
                self.office.is_none() || is_apposed || told.offset > 0 && word.starts_with('و');
            if begins {
                self.office = Some(place);
            }
            return;
        }
        let breaks = told.has_any(&[
            Cue::Say,
            Cue::Add,
            Cue::Demand,
            Cue::Resolve,
            Cue::Passive,
            Cue::Conclude,
            Cue::Objective,
        ]) || function::is_clause(self.reading.letters(place));
        if breaks || is_apposed {
            self.office = None;
        }
    }

    /// The figure whose name begins at `place`.
    fn figure_at(&self, place: usize) -> Option<Figure> {
        let (reading, cues) = (self.reading, self.cues);
        let told = cues.at(place);
        let lead = self.lead(place);
        let is_given = told.has_any(&[Cue::Given, Cue::Weak, Cue::Particle]);
        if matches!(lead, Lead::None) && !(told.has(Cue::Given) && !told.has(Cue::Weak)) {
            return None;
        }
        let trust = if matches!(lead, Lead::None) {
            Trust::Open
        } else {
            Trust::Led
        };
        let name = name::read(reading, cues, place, trust)?;
        let has_article = reading.letters(place).starts_with("ال") && !is_given;
        let least = match lead {
            Lead::Title(_) => 1,
            Lead::Office | Lead::Apposition if has_article => 9,
            Lead::Verb if has_article => 9,
            Lead::Apposition if !is_given => 9,
            Lead::List if !is_given => 2,
            Lead::Verb | Lead::Office if is_given => 1,
            Lead::None | Lead::Verb | Lead::Office | Lead::Apposition | Lead::List => 2,
        };
        let is_apposed_pair = matches!(lead, Lead::Apposition)
            && name.parts == 2
            && !is_given
            && self.stands_alone(&name);
        if name.parts < least && !is_apposed_pair || self.is_site(place, lead) {
            return None;
        }
        Some(self.figure(name, lead))
    }

    fn figure(&self, name: Name, lead: Lead) -> Figure {
        let (reading, cues) = (self.reading, self.cues);
        let before = match lead {
            Lead::Title(start) => Some((
                self.office.unwrap_or(start).min(start),
                self.office.is_none(),
            )),
            Lead::Office | Lead::Apposition => self.office.map(|start| (start, false)),
            Lead::None | Lead::Verb | Lead::List => None,
        };
        let after = function::after(reading, cues, name.last);
        let mut end = name.first.saturating_sub(1);
        while before.is_some_and(|(start, _)| end > start) && !reading.is(end, TokenKind::Word) {
            end -= 1;
        }
        let is_title = before.is_none_or(|(_, is_title)| is_title) && after.is_none();
        let function = match (before, after) {
            (Some((start, false)), _) => Some((start, end)),
            (_, Some(after)) => Some(after),
            (Some((start, true)), None) => Some((start, end)),
            (None, None) => None,
        };
        let confidence = match (lead, name.parts) {
            (Lead::Title(_) | Lead::Office, 2..) => 0.9,
            (Lead::Verb | Lead::Apposition, 2..) => 0.85,
            (Lead::None | Lead::List, 3..) => 0.8,
            (Lead::None | Lead::List, 2) => 0.75,
            _ => 0.6,
        };
        Figure {
            name,
            person: usize::MAX,
            first: before.map_or(name.first, |(start, _)| start),
            last: after.map_or(name.last, |(_, last)| last),
            function,
            is_title,
            confidence,
        }
    }

    /// What stands before the word at `place` that makes it a name.
    fn lead(&self, place: usize) -> Lead {
        let (reading, cues) = (self.reading, self.cues);
        let mut before = place;
        // «د. سعيد», «المناضلة ''سعاد''», «ذ/ سعيد»
        for _ in 0..2 {
            let is_sign = before > 0
                && matches!(
                    reading.folded(before - 1),
                    "." | "/" | "\"" | "''" | "«" | "“" | "”"
                );
            before -= usize::from(is_sign);
        }
        let previous = before
            .checked_sub(1)
            .filter(|_| reading.sentence(before) == reading.sentence(place));
        let Some(previous) = previous else {
            return Lead::None;
        };
        if cues.has(previous, Cue::Honorific) {
            return Lead::Title(function::titles_before(reading, cues, previous));
        }
        if before == place {
            let told = cues.at(previous);
            if told.has_any(&[Cue::Say, Cue::Add, Cue::Demand]) || told.has(Cue::Scene) {
                return Lead::Verb;
            }
        }
        if self.office.is_some() {
            return if self.is_apposed {
                Lead::Apposition
            } else {
                Lead::Office
            };
        }
        let follows = self.found.last().is_some_and(|last| {
            let gap = place - last.last.min(place) - 1;
            let is_joined = reading.letters(place).starts_with('و');
            gap == 0 && is_joined || gap == 1 && matches!(reading.folded(place - 1), "،" | ",")
        });
        if follows || matches!(reading.letters(previous), "بن" | "كل من") {
            return Lead::List;
        }
        Lead::None
    }

    /// Whether a name of two words is all that stands between two signs or before a verb.
    fn stands_alone(&self, name: &Name) -> bool {
        let next = name.last + 1;
        matches!(
            self.reading.folded(next),
            "،" | "," | "." | ")" | "-" | "–" | "" | ":"
        ) || self
            .cues
            .at(next)
            .has_any(&[Cue::Say, Cue::Add, Cue::Demand])
    }

    /// Whether the name is that of a street, a hall or a school.
    fn is_site(&self, place: usize, lead: Lead) -> bool {
        if !matches!(lead, Lead::None | Lead::Office) {
            return false;
        }
        let is_site = |steps: usize| {
            place.checked_sub(steps).is_some_and(|before| {
                self.cues.has(before, Cue::Site)
                    && self.reading.sentence(before) == self.reading.sentence(place)
            })
        };
        // «المركب الثقافي محمد …»: an adjective or a genitive may stand between.
        let told = self.cues.at(place.saturating_sub(1));
        is_site(1)
            || is_site(2)
                && !told.has_any(&[Cue::Office, Cue::Say, Cue::Honorific])
                && matches!(lead, Lead::None)
    }
}

#[derive(Debug, Clone, Copy)]
enum Lead {
    None,
    /// A title, and its first word.
    Title(usize),
    Office,
    Apposition,
    Verb,
    List,
}

/// Joins the figures of one person: a shorter name to the first fuller one that holds all its words. Short names that
/// no fuller one holds are dropped.
fn join(reading: &Reading<'_>, mut found: Vec<Figure>) -> Vec<Figure> {
    let words: Vec<Vec<String>> = found
        .iter()
        .map(|figure| words_of(reading, &figure.name))
        .collect();
    let mut full: Vec<usize> = Vec::new();
    for index in 0..found.len() {
        let own = &words[index];
        let known = full.iter().copied().find(|known| same(own, &words[*known]));
        match known {
            Some(known) => {
                if let Some(figure) = found.get_mut(index) {
                    figure.person = known;
                }
            }
            None if own.len() > 1 && full.len() < MOST => {
                full.push(index);
                if let Some(figure) = found.get_mut(index) {
                    figure.person = index;
                }
            }
            None => {}
        }
    }
    let mut kept = Vec::new();
    let mut places = vec![usize::MAX; found.len()];
    for (index, figure) in found.into_iter().enumerate() {
        let Some(person) = (figure.person < usize::MAX).then_some(figure.person) else {
            continue;
        };
        places[index] = kept.len();
        let person = places.get(person).copied().unwrap_or(usize::MAX);
        kept.push(Figure { person, ..figure });
    }
    kept
}

/// The most persons told apart in one document.
const MOST: usize = 60;

/// The folded words of a name; joined particles are one word with what follows.
fn words_of(reading: &Reading<'_>, name: &Name) -> Vec<String> {
    (name.first..=name.last)
        .map(|place| {
            let word = reading.letters(place);
            let word = if place == name.first {
                word.get(name.offset..).unwrap_or(word)
            } else {
                word
            };
            word.strip_prefix("ال").unwrap_or(word).to_owned()
        })
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether the words of the shorter name all stand in the longer one, its last or its first among them.
fn same(own: &[String], other: &[String]) -> bool {
    let (short, long) = if own.len() <= other.len() {
        (own, other)
    } else {
        (other, own)
    };
    if short.len() == 1 {
        return own.len() == 1 && (long.last() == short.first() || long.first() == short.first());
    }
    short.iter().all(|word| long.contains(word))
        && (short.last() == long.last() || short.first() == long.first())
}

/// The name of a person as it stands in the text, white space collapsed.
#[must_use]
pub fn written(reading: &Reading<'_>, name: &Name) -> String {
    collapsed(reading, span_of(reading, name))
}

/// The place of a name.
#[must_use]
pub fn span_of(reading: &Reading<'_>, name: &Name) -> Span {
    reading.part(name.first, name.offset, name.last, None)
}

/// The words at a place, parted by single blanks.
#[must_use]
pub fn collapsed(reading: &Reading<'_>, span: Span) -> String {
    span.slice(reading.text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The body behind a figure's function, by its name: one that the function names, or the last one before that a short
/// form («الجمعية») stands for.
#[must_use]
pub fn affiliation(
    reading: &Reading<'_>,
    marks: &Marks,
    cues: &Cues,
    bodies: &[Body],
    figure: &Figure,
) -> Option<String> {
    let (first, last) = figure.function?;
    let body = (first..=last).rev().find_map(|place| {
        body::at(reading, marks, cues, place).filter(|body| body.first > first)
    })?;
    let first_body = (first + 1..=last)
        .find_map(|place| body::at(reading, marks, cues, place))
        .unwrap_or(body);
    if first_body.words > 1 {
        let end = first_body.last.min(last);
        let span = Span::new(first_body.span.start, reading.span(end, end).end);
        return Some(collapsed(reading, span));
    }
    let head = body::bare(reading.letters(first_body.first));
    let fuller = bodies
        .iter()
        .filter(|other| other.words > 1 && other.first < first_body.first)
        .rfind(|other| body::bare(reading.letters(other.first)) == head)?;
    Some(collapsed(reading, fuller.span))
}
