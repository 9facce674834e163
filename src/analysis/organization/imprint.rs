//! The line of an aggregator that says where and when a page was published («نشر في … يوم …»). It is furniture and so no
//! part of the reading. Invariant: only the first lines are looked at, and a name of four words at most is taken.

use super::Body;
use crate::analysis::Mention;
use crate::model::vocabulary::{OrganizationKind, Role};
use crate::text::fold::fold_plain;
use crate::text::span::Span;

/// How many bytes of a document its imprint stands in.
const HEAD: usize = 12_000;
/// The most words of a name.
const LONGEST: usize = 4;
/// What opens the line.
const OPENINGS: [&str; 3] = ["نشر في ", "نشرت في ", "نُشر في "];

/// Adds the publisher that the imprint names.
pub fn add(text: &str, bodies: &mut Vec<Body>) {
    let Some((span, name)) = find(text) else {
        return;
    };
    let mention = Mention {
        value: Role::Publisher,
        span,
        confidence: 0.8,
    };
    let folded = fold_plain(&name);
    let same = bodies
        .iter_mut()
        .find(|body| fold_plain(&body.name) == folded);
    match same {
        Some(body) => {
            if body.role == Role::Mentioned {
                body.role = Role::Publisher;
            }
            body.mentions.insert(0, mention);
        }
        None => bodies.push(Body {
            name,
            kind: OrganizationKind::Media,
            role: Role::Publisher,
            is_bare: false,
            is_media: true,
            mentions: vec![mention],
        }),
    }
}

fn find(text: &str) -> Option<(Span, String)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if start > HEAD {
            return None;
        }
        let begin = line.len() - line.trim_start().len();
        let opening = OPENINGS.iter().find_map(|opening| {
            line.trim_start()
                .strip_prefix(opening)
                .map(|_| opening.len())
        });
        if let Some(length) = opening {
            let from = begin + length;
            let rest = line.get(from..).unwrap_or("");
            return name_in(rest).map(|name| {
                let offset = start + from + (rest.len() - rest.trim_start().len());
                (Span::new(offset, offset + name.len()), name.to_owned())
            });
        }
        start += line.len();
    }
    None
}

/// The words before the day, if they are few and some letter of them is Arabic or Latin.
fn name_in(rest: &str) -> Option<&str> {
    let rest = rest.trim();
    let end = [" يوم ", " بتاريخ ", " في ", " - ", " | "]
        .iter()
        .filter_map(|sign| rest.find(sign))
        .chain(rest.find(|character: char| character.is_numeric()))
        .min()
        .unwrap_or(rest.len());
    let name = rest
        .get(..end)?
        .trim_matches(|character: char| !character.is_alphanumeric());
    let is_day = [
        "يوم",
        "الأحد",
        "الاثنين",
        "الثلاثاء",
        "الأربعاء",
        "الخميس",
        "الجمعة",
        "السبت",
    ]
    .iter()
    .any(|day| name.starts_with(day));
    let words = name.split_whitespace().count();
    ((1..=LONGEST).contains(&words) && !is_day).then_some(name)
}
