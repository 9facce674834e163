//! The source text with its evidence marked. Passages nest and cross; elements only nest. So a passage that crosses the
//! end of another, or of a paragraph, is cut into parts: the first bears the anchor, and all parts share a class
//! `split-N` by which the style sheet lights the whole when the anchor is the target. Twelve such classes go round.
//!
//! Invariant: the texts of all pieces joined are the paragraphs of the document, and every evidence that
//! holds a visible word has its anchor exactly once.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fmt;

use memchr::memchr3;

use crate::model::document::Layout;
use crate::text::span::{CodePoints, Span};
use crate::web::event::fact::{Anchor, Heading, Trace};

/// How many classes there are for passages in several parts.
const SPLITS: usize = 12;

/// A paragraph of the source.
#[derive(Debug)]
pub struct Paragraph<'a> {
    /// Its number, from 1; also its anchor `#p1`.
    pub number: usize,
    /// What it is made of, in order.
    pub pieces: Vec<Piece<'a>>,
}

/// What a paragraph is made of.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words of the source.
    Text(&'a str),
    /// A part of a passage begins.
    Open {
        /// The evidence whose anchors are here; none where an earlier part has them.
        numbers: Vec<usize>,
        /// The class of a passage in several parts, from 1.
        split: Option<usize>,
    },
    /// A part of a passage ends.
    Close {
        /// How many elements it had.
        elements: usize,
        /// The ways back to the facts, at the end of the last part.
        backs: Vec<Back<'a>>,
    },
}

/// A way from a passage back to what rests on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Back<'a> {
    /// The number shown: that of the first evidence.
    pub number: usize,
    /// Where it leads.
    pub target: Target<'a>,
    /// What rests on it.
    pub heading: Heading,
}

/// A fact, or a whole row where several of its facts rest on one passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target<'a> {
    /// One fact.
    Fact(Anchor<'a>),
    /// A row.
    Row(Heading),
}

/// The paragraphs of a text with the passages of these pieces of evidence marked in it.
#[must_use]
pub fn paragraphs<'a>(text: &'a str, layout: &Layout, traces: &[Trace<'a>]) -> Vec<Paragraph<'a>> {
    let passages = passages(&layout.code_points, traces);
    let spans = &layout.paragraphs;
    let mut marking = Marking::new(text, &passages);
    let nexts = spans
        .iter()
        .skip(1)
        .map(|span| span.start)
        .chain([usize::MAX]);
    let numbered = spans.iter().zip(nexts).zip(1..);
    numbered
        .map(|((span, next), number)| Paragraph {
            number,
            pieces: marking.paragraph(*span, next),
        })
        .collect()
}

/// A stretch of text that one or more pieces of evidence quote.
struct Passage<'a> {
    span: Span,
    numbers: Vec<usize>,
    backs: Vec<Back<'a>>,
}

/// The distinct passages, in the order of the text, longer ones first.
fn passages<'a>(code_points: &CodePoints, traces: &[Trace<'a>]) -> Vec<Passage<'a>> {
    if traces.is_empty() {
        return Vec::new();
    }
    let span = |trace: &Trace<'_>| {
        let evidence = trace.evidence;
        Span::new(
            code_points.to_byte(evidence.start),
            code_points.to_byte(evidence.end),
        )
    };
    let mut located: Vec<(Span, &Trace<'a>)> =
        traces.iter().map(|trace| (span(trace), trace)).collect();
    located.sort_by_key(|(span, trace)| (span.start, Reverse(span.end), trace.number));
    located
        .chunk_by(|(one, _), (other, _)| one == other)
        .filter_map(|same| {
            let (span, _) = same.first()?;
            Some(Passage {
                span: *span,
                numbers: same.iter().map(|(_, trace)| trace.number).collect(),
                backs: backs(same),
            })
        })
        .collect()
}

/// One way back for each row whose facts rest on the passage.
fn backs<'a>(same: &[(Span, &Trace<'a>)]) -> Vec<Back<'a>> {
    let mut backs: Vec<Back<'a>> = Vec::new();
    for (_, trace) in same {
        match backs.iter_mut().find(|back| back.heading == trace.heading) {
            Some(back) if back.target == Target::Fact(trace.anchor) => {}
            Some(back) => back.target = Target::Row(trace.heading),
            None => backs.push(Back {
                number: trace.number,
                target: Target::Fact(trace.anchor),
                heading: trace.heading,
            }),
        }
    }
    backs
}

/// A part of a passage, ordered by where it begins, longer ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    start: usize,
    end: Reverse<usize>,
    passage: usize,
    is_first: bool,
    split: Option<usize>,
}

/// The parts still to be marked, while the text is read once from beginning to end.
struct Marking<'a, 'b> {
    text: &'a str,
    passages: &'b [Passage<'a>],
    waiting: BinaryHeap<Reverse<Part>>,
    splits: usize,
}

impl<'a, 'b> Marking<'a, 'b> {
    fn new(text: &'a str, passages: &'b [Passage<'a>]) -> Self {
        let whole = |(passage, Passage { span, .. }): (usize, &Passage<'_>)| {
            Reverse(Part {
                start: span.start,
                end: Reverse(span.end),
                passage,
                is_first: true,
                split: None,
            })
        };
        Self {
            text,
            passages,
            waiting: passages.iter().enumerate().map(whole).collect(),
            splits: 0,
        }
    }

    /// The pieces of a paragraph; the one after it begins at `next`.
    fn paragraph(&mut self, paragraph: Span, next: usize) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let mut open: Vec<(usize, Part, bool)> = Vec::new();
        let mut at = paragraph.start;
        while let Some(part) = self.take_before(paragraph.end) {
            let start = part.start.max(at);
            self.close_until(start, &mut at, &mut open, &mut pieces);
            push_text(self.text, at, start, &mut pieces);
            at = start;
            let limit = open.last().map_or(paragraph.end, |(end, ..)| *end);
            let (part, end, is_last) = self.cut(part, start, limit, (paragraph.end, next));
            pieces.push(self.opening(part));
            open.push((end, part, is_last));
        }
        self.close_until(usize::MAX, &mut at, &mut open, &mut pieces);
        push_text(self.text, at, paragraph.end, &mut pieces);
        pieces
    }

    fn take_before(&mut self, end: usize) -> Option<Part> {
        let Reverse(part) = self.waiting.peek()?;
        let is_before = part.start < end;
        is_before
            .then(|| self.waiting.pop())
            .flatten()
            .map(|Reverse(part)| part)
    }

    /// Cuts a part at `limit`, where what holds it ends, and lets the rest wait. Answers the part, its end, and whether
    /// it is the last of its passage.
    fn cut(
        &mut self,
        mut part: Part,
        start: usize,
        limit: usize,
        (paragraph_end, next): (usize, usize),
    ) -> (Part, usize, bool) {
        let Reverse(end) = part.end;
        if end <= limit {
            return (part, end.max(start), true);
        }
        let rest = if limit == paragraph_end { next } else { limit };
        if end <= rest {
            return (part, limit, true);
        }
        if part.split.is_none() {
            part.split = Some(self.splits % SPLITS + 1);
            self.splits += 1;
        }
        self.waiting.push(Reverse(Part {
            start: rest,
            is_first: false,
            ..part
        }));
        (part, limit, false)
    }

    fn close_until(
        &self,
        until: usize,
        at: &mut usize,
        open: &mut Vec<(usize, Part, bool)>,
        pieces: &mut Vec<Piece<'a>>,
    ) {
        while let Some((end, part, is_last)) = open.pop_if(|(end, ..)| *end <= until) {
            push_text(self.text, *at, end, pieces);
            *at = (*at).max(end);
            let passage = self.passages.get(part.passage);
            pieces.push(Piece::Close {
                elements: passage
                    .filter(|_| part.is_first)
                    .map_or(1, |passage| passage.numbers.len()),
                backs: passage
                    .filter(|_| is_last)
                    .map_or(Vec::new(), |passage| passage.backs.clone()),
            });
        }
    }

    fn opening(&self, part: Part) -> Piece<'a> {
        let passage = self.passages.get(part.passage).filter(|_| part.is_first);
        Piece::Open {
            numbers: passage.map_or(Vec::new(), |passage| passage.numbers.clone()),
            split: part.split,
        }
    }
}

/// Words of a source as they may stand between tags. Most hold nothing to escape, which is seen many
/// bytes at a time; a page is mostly such words.
#[must_use]
pub fn escaped(words: &str) -> Cow<'_, str> {
    if memchr3(b'<', b'>', b'&', words.as_bytes()).is_none() {
        return Cow::Borrowed(words);
    }
    let escaped = words.replace('&', "&amp;").replace('<', "&lt;");
    Cow::Owned(escaped.replace('>', "&gt;"))
}

fn push_text<'a>(text: &'a str, start: usize, end: usize, pieces: &mut Vec<Piece<'a>>) {
    let words = Span::new(start, end).slice(text);
    if !words.is_empty() {
        pieces.push(Piece::Text(words));
    }
}

impl fmt::Display for Target<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fact(anchor) => anchor.fmt(formatter),
            Self::Row(heading) => heading.fmt(formatter),
        }
    }
}

#[cfg(test)]
mod tests;
