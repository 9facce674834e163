//! The passages as brackets: `[1,2 … ]` is an element with these anchors, `{n … }` a further part of a split.

use std::fmt::Write;

use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

use super::{Piece, escaped, paragraphs};
use crate::model::document::Layout;
use crate::model::evidence::Evidence;
use crate::text::sentence;
use crate::text::span::{CodePoints, Span};
use crate::web::event::fact::{Anchor, Heading, Trace};

const HEADING: Heading = Heading {
    noun: "dates",
    part: "",
    words: "",
};

fn evidence(spans: &[(usize, usize)]) -> Vec<Evidence> {
    let piece = |&(start, end)| Evidence {
        start,
        end,
        quote: String::new(),
        confidence: None,
    };
    spans.iter().map(piece).collect()
}

fn traces(evidence: &[Evidence]) -> Vec<Trace<'_>> {
    let trace = |(evidence, number)| Trace {
        number,
        evidence,
        anchor: Anchor::Fact("date", number),
        heading: HEADING,
    };
    evidence.iter().zip(1..).map(trace).collect()
}

fn shown(text: &str, spans: &[(usize, usize)]) -> String {
    let evidence = evidence(spans);
    let mut shown = String::new();
    for paragraph in paragraphs(text, &Layout::of(text), &traces(&evidence)) {
        for piece in paragraph.pieces {
            let written = match piece {
                Piece::Text(text) => write!(shown, "{text}"),
                Piece::Open { numbers, split } => match (numbers.is_empty(), split) {
                    (false, None) => write!(shown, "{numbers:?}("),
                    (false, Some(split)) => write!(shown, "{numbers:?}/{split}("),
                    (true, split) => write!(shown, "/{}(", split.unwrap_or_default()),
                },
                Piece::Close { backs, .. } if backs.is_empty() => write!(shown, ")"),
                Piece::Close { .. } => write!(shown, ")."),
            };
            assert!(written.is_ok());
        }
        shown.push('¶');
    }
    shown
}

#[test]
fn passages_nest_cross_and_share() {
    for (text, spans, expected) in [
        ("abcdef", &[(1, 3)][..], "a[1](bc).def¶"),
        (
            "abcdef",
            &[(0, 6), (1, 3), (1, 3)][..],
            "[1](a[2, 3](bc).def).¶",
        ),
        ("abcdef", &[(0, 4), (2, 6)][..], "[1](ab[2]/1(cd))./1(ef).¶"),
        ("abcdef", &[(0, 3), (3, 6)][..], "[1](abc).[2](def).¶"),
        (
            "abcdef",
            &[(0, 4), (1, 5), (2, 6)][..],
            "[1](a[2]/1(b[3]/2(cd)))./2(/1(e).f).¶",
        ),
        ("ab\ncd", &[(1, 4)][..], "a[1]/1(b)¶/1(c).d¶"),
        ("ab\n", &[(1, 3)][..], "a[1](b).¶"),
    ] {
        assert_eq!(shown(text, spans), expected);
    }
}

#[test]
fn words_of_a_source_never_become_tags() {
    assert_eq!(escaped("نص بلا علامات"), "نص بلا علامات");
    assert_eq!(escaped("<b>&amp;</b>"), "&lt;b&gt;&amp;amp;&lt;/b&gt;");
}

proptest! {
    #[test]
    fn the_text_stays_whole_and_each_anchor_stands_once(
        text in any::<String>(),
        spans in proptest::collection::vec((0..40_usize, 0..40_usize), 0..12),
    ) {
        let length = text.chars().count();
        let spans: Vec<_> = spans.into_iter().map(|(a, b)| (a.min(b).min(length), a.max(b).min(length))).collect();
        let evidence = evidence(&spans);
        let mut anchors = Vec::new();
        for (marked, span) in paragraphs(&text, &Layout::of(&text), &traces(&evidence)).iter().zip(sentence::paragraphs(&text)) {
            let joined: String = marked.pieces.iter().map(|piece| match piece {
                Piece::Text(text) => text,
                Piece::Open { .. } | Piece::Close { .. } => "",
            }).collect();
            prop_assert_eq!(joined, span.slice(&text));
            let depth = marked.pieces.iter().fold(0_i64, |depth, piece| match piece {
                Piece::Text(_) => depth,
                Piece::Open { .. } => depth + 1,
                Piece::Close { .. } => depth - 1,
            });
            prop_assert_eq!(depth, 0);
            for piece in &marked.pieces {
                if let Piece::Open { numbers, .. } = piece {
                    anchors.extend_from_slice(numbers);
                }
            }
        }
        anchors.sort_unstable();
        let anchored = anchors.len();
        anchors.dedup();
        prop_assert_eq!(anchors.len(), anchored);
        let code_points = CodePoints::of(&text);
        for (number, (start, end)) in spans.into_iter().enumerate() {
            let words = Span::new(code_points.to_byte(start), code_points.to_byte(end));
            let is_visible = sentence::paragraphs(&text).iter().any(|span| span.overlaps(words));
            prop_assert!(!is_visible || anchors.contains(&(number + 1)));
        }
    }
}
