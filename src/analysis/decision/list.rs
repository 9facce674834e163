//! Lists of a document: items that begin with a number, a letter, an ordinal or a bullet, one a line or running on in a
//! line. Invariant: an item holds neither its mark nor the sign that closes it, and items are in order.

use crate::analysis::layout::Layout;
use crate::analysis::lexicon::cue::{Cue, Cues};
use crate::analysis::reading::Reading;
use crate::text::number::parse_digits;
use crate::text::token::TokenKind;

/// A list: its items as indexes of first and last word, and the word its first mark stands at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The first mark.
    pub start: usize,
    /// The first and the last word of each item.
    pub items: Vec<(usize, usize)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Number(u64),
    Letter(u64),
    Ordinal(u64),
    Bullet(char),
    /// No mark: a line that begins as a decision does, below a line that ends with a colon.
    Line,
}

impl Mark {
    /// Whether `next` is the mark of the next item.
    fn leads_to(self, next: Self) -> bool {
        match (self, next) {
            (Self::Number(one), Self::Number(other))
            | (Self::Letter(one), Self::Letter(other))
            | (Self::Ordinal(one), Self::Ordinal(other)) => other == one + 1,
            (Self::Bullet(one), Self::Bullet(other)) => one == other,
            (Self::Line, Self::Line) => true,
            _ => false,
        }
    }

    const fn is_first(self) -> bool {
        match self {
            Self::Number(value) | Self::Letter(value) | Self::Ordinal(value) => value == 1,
            Self::Bullet(_) | Self::Line => true,
        }
    }
}

/// How many lines may stand between two items of one list.
const MOST_GAP: usize = 3;

/// The most words of one item.
const LONGEST: usize = 150;

/// The lists of a document.
#[must_use]
pub fn find(reading: &Reading<'_>, layout: &Layout, cues: &Cues) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    // The open list, its last mark and where that mark stands.
    let mut open: Option<(List, Mark)> = None;
    for place in 0..reading.words.len() {
        let Some((mark, first)) = mark_at(reading, layout, cues, place, open.as_ref()) else {
            continue;
        };
        let end = layout
            .line_end(place)
            .saturating_sub(1)
            .min(first + LONGEST);
        let goes_on = open.as_ref().is_some_and(|(list, last)| {
            let line = list.items.last().map_or(0, |(item, _)| layout.line(*item));
            last.leads_to(mark) && layout.line(place) <= line + MOST_GAP
        });
        if goes_on && let Some((list, last)) = open.as_mut() {
            if let Some(item) = list.items.last_mut() {
                item.1 = item.1.min(place.saturating_sub(1));
            }
            list.items.push((first, end));
            *last = mark;
        } else if mark.is_first() {
            lists.extend(open.take().map(|(list, _)| list));
            let list = List {
                start: place,
                items: vec![(first, end)],
            };
            open = Some((list, mark));
        }
    }
    lists.extend(open.map(|(list, _)| list));
    lists.retain(|list| list.items.len() > 1);
    for list in &mut lists {
        finish(reading, layout, list);
    }
    lists
}

/// Takes closing signs off the items; the last item of a running list ends with its sentence.
fn finish(reading: &Reading<'_>, layout: &Layout, list: &mut List) {
    let is_running = list
        .items
        .first()
        .zip(list.items.get(1))
        .is_some_and(|(one, other)| layout.line(one.0) == layout.line(other.0));
    if is_running && let Some(last) = list.items.last_mut() {
        let sentence = reading.sentence(last.0);
        while last.1 > last.0 && reading.sentence(last.1) != sentence {
            last.1 -= 1;
        }
    }
    // «الآتي: "أولا: …"»: the mark that closes the whole list is no part of its last item.
    let is_marked = list
        .start
        .checked_sub(1)
        .is_some_and(|before| is_quote(reading.folded(before)));
    if is_marked && let Some(last) = list.items.last_mut() {
        while last.1 > last.0
            && (is_quote(reading.folded(last.1)) || is_closing(reading.folded(last.1)))
        {
            last.1 -= 1;
        }
    }
    for item in &mut list.items {
        while item.1 > item.0 && is_closing(reading.folded(item.1)) {
            item.1 -= 1;
        }
    }
    list.items.retain(|(first, last)| {
        (*first..=*last)
            .filter(|place| reading.is(*place, TokenKind::Word))
            .count()
            > 1
    });
}

fn is_quote(sign: &str) -> bool {
    matches!(sign, "\"" | "«" | "»" | "“" | "”" | "''")
}

/// Signs that close an item and are no part of it.
pub(super) fn is_closing(sign: &str) -> bool {
    matches!(
        sign,
        "؛" | "." | "،" | ";" | "," | ":" | "-" | "–" | "(" | "..." | ".." | "*" | "·" | "•" | "/"
    )
}

/// The mark at `place` and the first word of its item.
fn mark_at(
    reading: &Reading<'_>,
    layout: &Layout,
    cues: &Cues,
    place: usize,
    open: Option<&(List, Mark)>,
) -> Option<(Mark, usize)> {
    let (mark, first) = written_at(reading, layout, cues, place)?;
    let is_inside = first < layout.line_end(place);
    if !is_inside {
        return None;
    }
    if layout.is_first(place)
        || place > 0 && layout.is_first(place - 1) && reading.folded(place - 1) == "("
    {
        return Some((mark, first));
    }
    // Inside a line a mark counts where it follows the one before, or a colon with its follower later in the line.
    let follows = open.is_some_and(|(list, last)| {
        let item = list.items.last().map_or(0, |(item, _)| *item);
        last.leads_to(mark) && layout.line(item) == layout.line(place) && place > item
    });
    if follows {
        return Some((mark, first));
    }
    let before = reading.folded(place - 1);
    let is_new = matches!(
        before,
        ":" | "." | "؛" | "،" | "(" | "\"" | "«" | "“" | "”" | "''"
    ) || reading.sentence(place) != reading.sentence(place - 1);
    let opens = match mark {
        Mark::Number(_) | Mark::Ordinal(_) | Mark::Letter(_) => mark.is_first() && is_new,
        Mark::Bullet(_) => before == ":",
        Mark::Line => false,
    };
    let has_next = || {
        (first..layout.line_end(place).min(first + 160))
            .filter_map(|next| written_at(reading, layout, cues, next))
            .any(|(next, _)| mark.leads_to(next))
    };
    (opens && has_next()).then_some((mark, first))
}

fn written_at(
    reading: &Reading<'_>,
    layout: &Layout,
    cues: &Cues,
    place: usize,
) -> Option<(Mark, usize)> {
    let word = reading.words.get(place)?;
    match word.kind {
        TokenKind::Number => {
            let value = parse_digits(word.span.slice(reading.text));
            let value = value.filter(|value| (1..=60).contains(value))?;
            let after = behind_sign(reading, layout, place)?;
            // «3/8/2013»
            let is_date = reading.is(after, TokenKind::Number) && reading.folded(place + 1) != ")";
            (!is_date).then_some((Mark::Number(value), after))
        }
        TokenKind::Word => {
            let folded = reading.folded(place);
            if let Some(value) = ordinal(folded) {
                return Some((Mark::Ordinal(value), skip_signs(reading, layout, place + 1)));
            }
            if let Some(value) = letter(folded) {
                return Some((Mark::Letter(value), behind_sign(reading, layout, place)?));
            }
            if !layout.is_first(place) {
                return None;
            }
            Some((line(reading, layout, cues, place)?, place))
        }
        TokenKind::Punctuation => {
            let sign = word.span.slice(reading.text).chars().next()?;
            let next = reading.words.get(place + 1)?;
            let is_lone = next.span.start > word.span.end || layout.is_first(place);
            (is_lone && BULLETS.contains(sign))
                .then(|| (Mark::Bullet(sign), skip_signs(reading, layout, place + 1)))
        }
        TokenKind::Space => None,
    }
}

const BULLETS: &str = "-–—•●▪■*·○◦❖✓➢+◆►✔−‐§";

/// The word behind the sign that must follow a number or a letter.
fn behind_sign(reading: &Reading<'_>, layout: &Layout, place: usize) -> Option<usize> {
    let after = skip_signs(reading, layout, place + 1);
    let end = reading.words.get(place)?.span.end;
    let next = reading.words.get(place + 1)?;
    let gap = reading.text.get(end..next.span.start)?;
    // The tatweel is a common dash here, and no sign of the reading.
    (after > place + 1 || gap.contains('ـ')).then_some(after)
}

fn skip_signs(reading: &Reading<'_>, layout: &Layout, from: usize) -> usize {
    let mut place = from;
    while place < from + 3
        && matches!(
            reading.folded(place),
            "-" | "–" | "—" | ")" | "." | "/" | ":" | "_" | "،" | "°" | "]" | "\\" | "−" | "*"
        )
        && from > 0
        && layout.line(place) == layout.line(from - 1)
    {
        place += 1;
    }
    place
}

/// A line without a mark that may be an item: it begins as a decision does, and a line ending with a colon or another
/// such line stands above.
fn line(reading: &Reading<'_>, layout: &Layout, cues: &Cues, place: usize) -> Option<Mark> {
    let start = layout.line(place);
    let bullet = reading
        .text
        .get(..reading.span(place, place).start)?
        .rsplit('\n')
        .next()?;
    if bullet.contains('ـ') {
        return Some(Mark::Bullet('ـ'));
    }
    let before = place.checked_sub(1)?;
    let is_near = layout.line(before) + 2 >= start;
    if !is_near || !begins(reading, cues, place) {
        return None;
    }
    let above = layout.line_start(before);
    let is_listed = reading.folded(before) == ":" || begins(reading, cues, above);
    is_listed.then_some(Mark::Line)
}

/// Whether the word at `place` begins an item by itself.
pub(super) fn begins(reading: &Reading<'_>, cues: &Cues, place: usize) -> bool {
    let told = cues.at(place);
    let is_noun =
        told.has(Cue::Action) && (told.offset == 0 || told.has_article && told.offset <= 4);
    let bare = reading.letters(place);
    let has_pronoun = ["ها", "هم", "نا", "ه"]
        .iter()
        .any(|tail| bare.strip_suffix(tail).is_some_and(is_demand));
    is_noun
        || told.has(Cue::We)
        || told.has_any(&[Cue::Demand, Cue::Resolve])
            && told.offset == 0
            && bare.starts_with(['ت', 'ي', 'ن'])
        || bare == "ان"
        || has_pronoun
}

/// Whether a noun without its pronoun begins a demand: «مطالبتها», «رفضها», «تضامنهم».
fn is_demand(noun: &str) -> bool {
    matches!(
        noun,
        "مطالبت"
            | "رفض"
            | "دعوت"
            | "مناشدت"
            | "تضامن"
            | "ادانت"
            | "تاكيد"
            | "تشبث"
            | "تمسك"
            | "استنكار"
            | "شجب"
            | "تنديد"
            | "تحيت"
            | "دعم"
            | "مساندت"
            | "تثمين"
            | "اعتزاز"
            | "تحذير"
            | "تحميل"
            | "التزام"
            | "استعداد"
            | "عزم"
            | "تجديد"
            | "احتجاج"
            | "ترحيب"
            | "اشادت"
            | "تهنيت"
            | "تعازي"
            | "قلق"
            | "انخراط"
            | "مواصلت"
    )
}

/// The value of an ordinal that counts items: «أولا».
pub(crate) fn ordinal(folded: &str) -> Option<u64> {
    Some(match folded {
        "اولا" => 1,
        "ثانيا" => 2,
        "ثالثا" => 3,
        "رابعا" => 4,
        "خامسا" => 5,
        "سادسا" => 6,
        "سابعا" => 7,
        "ثامنا" => 8,
        "تاسعا" => 9,
        "عاشرا" => 10,
        _ => return None,
    })
}

fn letter(folded: &str) -> Option<u64> {
    const LETTERS: [&str; 10] = ["ا", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي"];
    let place = LETTERS.iter().position(|letter| *letter == folded)?;
    u64::try_from(place + 1).ok()
}
