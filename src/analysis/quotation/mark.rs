//! Quotation marks of all kinds, paired. Invariant: what stands between two marks never holds another pair's mark
//! alone; pairs are in order and do not overlap. A mark that is the same at both ends is told by its blanks and by
//! whether one is open.

use crate::analysis::layout::Layout;
use crate::analysis::reading::Reading;
use crate::text::token::TokenKind;

/// A stretch between two marks, as indexes of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quoted {
    /// The opening mark; none where only the closing one is written.
    pub open: Option<usize>,
    /// The closing mark; none where only the opening one is written.
    pub close: Option<usize>,
    /// The last word inside, where it is not closed.
    pub last: usize,
}

/// How far one quotation may reach, in lines.
const MOST_LINES: usize = 4;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Angle,
    Double,
    Single,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

fn sign(written: &str) -> Option<(Family, Side)> {
    let first = written.chars().next()?;
    let is_double = written.chars().nth(1).is_some();
    Some(match first {
        '«' => (Family::Angle, Side::Opens),
        '»' => (Family::Angle, Side::Closes),
        '<' if is_double => (Family::Angle, Side::Opens),
        '>' if is_double => (Family::Angle, Side::Closes),
        '"' | '“' | '”' | '‟' | '″' | '＂' | '❝' | '❞' => {
            (Family::Double, Side::Either)
        }
        '\'' | '`' | '´' | '‘' | '’' | '‛' | '′' if is_double => {
            (Family::Double, Side::Either)
        }
        '„' => (Family::Double, Side::Opens),
        ',' | '‚' if is_double => (Family::Double, Side::Opens),
        '\'' | '‘' | '’' | '‛' | '‹' | '›' => (Family::Single, Side::Either),
        _ => return None,
    })
}

/// «&quot;», left behind by a page: its last sign opens, its first one closes.
fn entity(reading: &Reading<'_>, index: usize) -> Option<(usize, Family, Side)> {
    let before = index
        .checked_sub(1)
        .filter(|place| reading.folded(*place) == "&")?;
    let is_whole =
        reading.folded(index + 1) == ";" && reading.span(before, index + 1).len() == "&quot;".len();
    let after = reading.span(index + 1, index + 1).end;
    let opens =
        reading.span(index + 2, index + 2).start == after && reading.is(index + 2, TokenKind::Word);
    is_whole.then_some(if opens {
        (index + 1, Family::Double, Side::Either)
    } else {
        (before, Family::Double, Side::Either)
    })
}

/// The pairs of a document, and marks that stand alone.
#[must_use]
pub fn find(reading: &Reading<'_>, layout: &Layout) -> Vec<Quoted> {
    let signs: Vec<(usize, Family, Side)> = (0..reading.words.len())
        .filter_map(|index| {
            let word = reading.words.get(index)?;
            if reading.folded(index) == "quot" {
                return entity(reading, index);
            }
            (word.kind == TokenKind::Punctuation).then_some(())?;
            let (family, side) = sign(word.span.slice(reading.text))?;
            Some((index, family, side))
        })
        .collect();
    let mut pairs = Pairs {
        reading,
        layout,
        found: Vec::new(),
        open: None,
        depth: 0,
        is_turned: false,
        skipped: 0,
    };
    for (place, (index, family, side)) in signs.iter().enumerate() {
        let rest = signs.get(place + 1..).unwrap_or(&[]);
        pairs.meet(*index, *family, *side, rest);
    }
    pairs.give_up(usize::MAX);
    pairs.found
}

struct Pairs<'a> {
    reading: &'a Reading<'a>,
    layout: &'a Layout,
    found: Vec<Quoted>,
    open: Option<(usize, Family)>,
    /// How many marks of the same kind were opened inside.
    depth: usize,
    /// Whether the open mark is a «»» that opens.
    is_turned: bool,
    /// The index before which marks belong to an inner pair.
    skipped: usize,
}

impl Pairs<'_> {
    fn meet(&mut self, index: usize, family: Family, side: Side, rest: &[(usize, Family, Side)]) {
        self.give_up(index);
        match self.open {
            None => self.begin(index, family, side, rest),
            Some((_, open)) if open != family => {}
            Some(_) if side == Side::Opens && !self.is_turned => self.depth += 1,
            Some((open, _)) => {
                if side == Side::Either && self.is_inner(index, family, rest) {
                    return;
                }
                // «»»» is one sign that closes twice.
                let written = self.reading.span(index, index).slice(self.reading.text);
                let closed = written.chars().filter(|sign| *sign == '»').count().max(1);
                if self.depth >= closed {
                    self.depth -= closed;
                    return;
                }
                self.push(Some(open), Some(index), index);
                self.open = None;
            }
        }
    }

    /// A mark where none is open.
    fn begin(&mut self, index: usize, family: Family, side: Side, rest: &[(usize, Family, Side)]) {
        let next = index + 1;
        let is_last = next >= self.reading.words.len()
            || self.layout.is_first(next)
            || matches!(self.reading.folded(next), "." | "،" | "؛" | "..");
        let looks_closing = !self.touches_after(index) && (self.touches_before(index) || is_last);
        let opens = match (side, family) {
            (Side::Opens, _) => true,
            (Side::Closes, _) => self.is_reversed(index, rest),
            (Side::Either, Family::Single) => {
                self.touches_after(index) && !self.touches_before(index)
            }
            (Side::Either, _) => !looks_closing || self.is_led(index),
        };
        if opens {
            self.is_turned = family == Family::Angle && side == Side::Closes;
            self.open = Some((index, family));
            self.depth = 0;
        } else if family != Family::Single {
            self.close_alone(index);
        }
    }

    /// A closing mark without an opening one: the end of what was left open a line or two before, or an end alone.
    fn close_alone(&mut self, index: usize) {
        let line = self.layout.line(index);
        let unclosed =
            self.found.last().copied().filter(|last| {
                last.close.is_none() && self.layout.line(last.last) + MOST_LINES > line
            });
        if let Some(unclosed) = unclosed {
            self.found.pop();
            self.push(unclosed.open, Some(index), index);
        } else {
            self.push(None, Some(index), index);
        }
    }

    /// Lets go of an open mark that the mark at `index` is too far from.
    fn give_up(&mut self, index: usize) {
        let Some((open, family)) = self.open else {
            return;
        };
        let lines = match family {
            Family::Angle => MOST_LINES,
            Family::Double | Family::Single => 1,
        };
        let is_near = index < self.reading.words.len()
            && self.layout.line(index) < self.layout.line(open) + lines;
        if !is_near {
            if family != Family::Single {
                self.push(Some(open), None, self.layout.line_end(open));
            }
            self.open = None;
        }
    }

    fn push(&mut self, open: Option<usize>, close: Option<usize>, end: usize) {
        self.found.push(Quoted {
            open,
            close,
            last: end.saturating_sub(1),
        });
    }

    /// Whether the mark opens a pair inside the open one: two more that close must follow in the line.
    fn is_inner(&mut self, index: usize, family: Family, rest: &[(usize, Family, Side)]) -> bool {
        if index < self.skipped {
            return true;
        }
        if family == Family::Single {
            return !self.touches_before(index) || self.touches_after(index);
        }
        if !self.touches_after(index) || self.touches_before(index) {
            return false;
        }
        let mut next = rest.iter().filter(|(_, other, _)| *other == family);
        let line = self.layout.line(index);
        let closes = |next: Option<&(usize, Family, Side)>| {
            next.filter(|(place, _, _)| {
                self.layout.line(*place) == line
                    && self.touches_before(*place)
                    && !self.touches_after(*place)
            })
            .map(|(place, _, _)| *place)
        };
        let (first, second) = (closes(next.next()), closes(next.next()));
        match (first, second) {
            (Some(first), Some(_)) => {
                self.skipped = first + 1;
                true
            }
            _ => false,
        }
    }

    /// Whether «»» opens here, as on pages that turned the two: a word follows at once and «««» comes later.
    fn is_reversed(&self, index: usize, rest: &[(usize, Family, Side)]) -> bool {
        let is_close = rest.first().is_some_and(|(place, family, side)| {
            *family == Family::Angle
                && *side == Side::Opens
                && self.touches_before(*place)
                && !self.touches_after(*place)
        });
        is_close && self.touches_after(index) && !self.touches_before(index)
    }

    /// Whether a word that leads to speech stands before the mark.
    fn is_led(&self, index: usize) -> bool {
        let before = index
            .checked_sub(1)
            .map_or("", |place| self.reading.folded(place));
        matches!(
            before,
            ":" | "ان"
                | "بان"
                | "بالقول"
                | "قايلا"
                | "قايله"
                | "بقوله"
                | "قال"
                | "وقال"
                | "واضاف"
        )
    }

    /// Whether a letter stands right before the mark.
    fn touches_before(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else {
            return false;
        };
        let is_adjacent = self.reading.span(before, before).end == self.start(index);
        let is_opening = matches!(
            self.reading.folded(before),
            ":" | "(" | "[" | "،" | "/" | "-"
        );
        is_adjacent && !is_opening
    }

    /// Whether a letter stands right behind the mark.
    fn touches_after(&self, index: usize) -> bool {
        let end = self.reading.span(index, index).end;
        index + 1 < self.reading.words.len()
            && end == self.start(index + 1)
            && !self.reading.is(index + 1, TokenKind::Punctuation)
    }

    fn start(&self, index: usize) -> usize {
        self.reading.span(index, index).start
    }
}

#[cfg(test)]
mod tests {
    use super::{Quoted, find};
    use crate::analysis::layout::Layout;
    use crate::analysis::reading::Reading;

    fn shown(text: &str) -> Vec<String> {
        let reading = Reading::of(text);
        let quoted = find(&reading, &Layout::of(&reading));
        let show = |quoted: &Quoted| match quoted.open {
            Some(open) => {
                let last = quoted.close.map_or(quoted.last, |close| close - 1);
                reading.span(open + 1, last).slice(text).to_owned()
            }
            None => "<".to_owned(),
        };
        quoted.iter().map(show).collect()
    }

    #[test]
    fn marks_are_paired() {
        let table: &[(&str, &[&str])] = &[
            ("قال «نعم لا» ثم \"كلا\".", &["نعم لا", "كلا"]),
            ("في ”دار القمر“ و''باب البحر''", &["دار القمر", "باب البحر"]),
            ("قال بالقول\" نمضي معا\".", &["نمضي معا"]),
            ("«قرأت كتاب «الأيام» أمس»", &["قرأت كتاب «الأيام» أمس"]),
            (
                "\"قرأت \"الأيام\" أمس\" وباب \"البحر\"",
                &["قرأت \"الأيام\" أمس", "البحر"],
            ),
            ("«قال «الأيام»» ثم «كله»", &["قال «الأيام", "كله"]),
            ("قال »نمضي معا« وخرج", &["نمضي معا"]),
            ("أكد أن الأمر انتهى\".", &["<"]),
            ("قال: \"نمضي معا\nثم سكت.", &["نمضي معا"]),
            ("<<نمضي>> و,,نرجع''", &["نمضي", "نرجع"]),
            ("حي ta'ziz و'باب البحر'", &[]),
            ("حي 'باب البحر' القديم", &["باب البحر"]),
        ];
        for (text, expected) in table {
            assert_eq!(shown(text), *expected, "{text}");
        }
    }
}
