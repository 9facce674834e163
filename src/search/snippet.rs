//! Passages that show why a document was found, with the matched words marked in the document's own spelling: what is
//! marked is always a stretch of the original, with its vowels and tatweel.

use std::collections::HashSet;

use crate::search::analyzer::{Analysis, Forms, Share, Word, words_of};
use crate::search::question::{Question, read};
use crate::text::span::Span;

/// About so many characters make a passage.
const LENGTH: usize = 200;

/// A passage in pieces.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snippet(pub Vec<Fragment>);

/// A piece of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fragment {
    /// Text as it stands, or the `…` where the passage was cut out.
    Plain(String),
    /// A word or phrase that was sought, as it stands.
    Marked(String),
}

/// The best passages of `text` for a query, at most `most`, in their order in the text. Best is where most different
/// words of the query stand together. None where nothing of the query stands in the text.
#[must_use]
pub fn snippets(text: &str, query: &str, most: usize) -> Vec<Snippet> {
    let found = find(text, &read(query, Analysis::Full));
    let mut windows = windows(text, &found);
    windows.sort_by_key(|window| (std::cmp::Reverse(window.worth), window.first));
    let mut chosen: Vec<&Window> = Vec::new();
    for window in &windows {
        if chosen.len() == most {
            break;
        }
        if chosen
            .iter()
            .all(|other| window.end <= other.first || other.end <= window.first)
        {
            chosen.push(window);
        }
    }
    chosen.sort_by_key(|window| window.first);
    let mut floor = 0;
    let cut = |window: &Window| {
        let matches = &found[window.first..window.end];
        let span = passage(text, floor, matches);
        floor = span.end;
        render(text, span, matches)
    };
    chosen.into_iter().map(cut).collect()
}

/// All of a short text, a title for instance, with what was sought marked.
#[must_use]
pub fn mark(text: &str, query: &str) -> Snippet {
    render(
        text,
        Span::new(0, text.len()),
        &find(text, &read(query, Analysis::Full)),
    )
}

/// Something sought, found in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Found {
    span: Span,
    /// Which of the question's words or phrases it is.
    sought: usize,
}

fn find(text: &str, question: &Question) -> Vec<Found> {
    if !question.seeks() {
        return Vec::new();
    }
    let words = words_of(text, Analysis::Full);
    let mut found = Vec::new();
    for word in words.iter().filter(|word| word.share != Share::Glued) {
        if let Some(sought) = question
            .words
            .iter()
            .position(|sought| meets(sought, &word.forms))
        {
            let span = word.span;
            found.push(Found { span, sought });
        }
        let is_spelling = |spelling: &String| *spelling == word.forms.exact;
        if let Some(place) = question.exact.iter().position(is_spelling) {
            let (span, sought) = (word.span, question.words.len() + place);
            found.push(Found { span, sought });
        }
    }
    let order: Vec<&Word> = words
        .iter()
        .filter(|word| word.share != Share::Glued)
        .collect();
    let before = question.words.len() + question.exact.len();
    for (index, phrase) in question.phrases.iter().enumerate() {
        for side_by_side in order.windows(phrase.len().max(1)) {
            if let [first, .., last] | [first @ last] = side_by_side
                && side_by_side
                    .iter()
                    .map(|word| &word.forms.folded)
                    .eq(phrase)
            {
                let (span, sought) = (Span::new(first.span.start, last.span.end), before + index);
                found.push(Found { span, sought });
            }
        }
    }
    without_overlaps(found)
}

/// Whether a word of a text is one that is sought, in any form that counts as found.
#[must_use]
pub fn meets(sought: &Forms, word: &Forms) -> bool {
    let same = |form: fn(&Forms) -> &String| form(sought) == form(word);
    same(|forms| &forms.folded)
        || same(|forms| &forms.stem)
        || (sought.is_arabic && word.is_arabic && same(|forms| &forms.skeleton))
}

/// In the order of the text; where two share a place, the longer one.
fn without_overlaps(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|found| (found.span.start, std::cmp::Reverse(found.span.end)));
    let mut end = 0;
    found.retain(|found| {
        let is_free = found.span.start >= end;
        end = end.max(found.span.end);
        is_free
    });
    found
}

/// A run of matches that fits into one passage: `found[first..end]`.
struct Window {
    first: usize,
    end: usize,
    worth: usize,
}

fn windows(text: &str, found: &[Found]) -> Vec<Window> {
    let window = |(first, start): (usize, &Found)| {
        let limit = after(text, start.span.start, LENGTH);
        let run = found[first..]
            .iter()
            .take_while(|found| found.span.end <= limit)
            .count()
            .max(1);
        let end = first + run;
        let different: HashSet<usize> =
            found[first..end].iter().map(|found| found.sought).collect();
        Window {
            first,
            end,
            worth: different.len() * 100 + run.min(99),
        }
    };
    found.iter().enumerate().map(window).collect()
}

/// The stretch around some matches, cut at white space, not before `floor`.
fn passage(text: &str, floor: usize, matches: &[Found]) -> Span {
    let (Some(first), Some(last)) = (matches.first(), matches.last()) else {
        return Span::default();
    };
    let used = text[first.span.start..last.span.end].chars().count();
    let spare = LENGTH.saturating_sub(used) / 2;
    let reach = before(text, first.span.start, spare).max(floor);
    let start = match text[reach..first.span.start].find(char::is_whitespace) {
        _ if reach == floor => floor,
        Some(gap) => reach + gap,
        None => first.span.start,
    };
    let reach = after(text, last.span.end, spare);
    let end = match text[last.span.end..reach].rfind(char::is_whitespace) {
        _ if reach == text.len() => reach,
        Some(gap) => last.span.end + gap,
        None => last.span.end,
    };
    let passage = &text[start..end];
    let trimmed = passage.trim();
    let start = start + (passage.len() - passage.trim_start().len());
    Span::new(start, start + trimmed.len())
}

/// The place `count` characters after `place`.
fn after(text: &str, place: usize, count: usize) -> usize {
    text[place..]
        .char_indices()
        .nth(count)
        .map_or(text.len(), |(offset, _)| place + offset)
}

/// The place `count` characters before `place`.
fn before(text: &str, place: usize, count: usize) -> usize {
    text[..place]
        .char_indices()
        .rev()
        .take(count)
        .last()
        .map_or(place, |(offset, _)| offset)
}

fn render(text: &str, passage: Span, matches: &[Found]) -> Snippet {
    let mut fragments = Vec::new();
    let plain = |fragments: &mut Vec<Fragment>, piece: &str| {
        if !piece.is_empty() {
            fragments.push(Fragment::Plain(piece.to_owned()));
        }
    };
    let is_cut_before = !text[..passage.start].trim().is_empty();
    let is_cut_after = !text[passage.end..].trim().is_empty();
    plain(&mut fragments, if is_cut_before { "… " } else { "" });
    let mut place = passage.start;
    for found in matches.iter().filter(|found| passage.contains(found.span)) {
        plain(&mut fragments, &text[place..found.span.start]);
        fragments.push(Fragment::Marked(found.span.slice(text).to_owned()));
        place = found.span.end;
    }
    plain(&mut fragments, &text[place..passage.end]);
    plain(&mut fragments, if is_cut_after { " …" } else { "" });
    Snippet(fragments)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, proptest};

    use super::{Fragment, Snippet, mark, snippets};

    fn shown(snippet: &Snippet) -> String {
        let show = |fragment: &Fragment| match fragment {
            Fragment::Plain(text) => text.clone(),
            Fragment::Marked(text) => format!("[{text}]"),
        };
        snippet.0.iter().map(show).collect()
    }

    #[test]
    fn the_original_characters_are_marked() {
        let table = [
            ("أعلن اَلْمَجْلِس قراره", "مجلس", "أعلن [اَلْمَجْلِس] قراره"),
            ("جـمعية أحمد ١٢", "جمعيه احمد 12", "[جـمعية] [أحمد] [١٢]"),
            (
                "لقاء في المدينة، ثم في المدينة القديمة",
                "\"المدينه القديمه\"",
                "لقاء في المدينة، ثم في [المدينة القديمة]",
            ),
            ("لقاء في المدينة", "لقاء في -المدينة", "[لقاء] في المدينة"),
            ("لقاء في المدينة", "", "لقاء في المدينة"),
            ("لقاء في المدينة", "\"\" - \"", "لقاء في المدينة"),
        ];
        for (text, query, expected) in table {
            assert_eq!(shown(&mark(text, query)), expected, "{query}");
        }
    }

    #[test]
    fn the_densest_passage_is_cut_out_at_white_space() {
        let filling = "كلام طويل لا شأن له ".repeat(30);
        let text = format!("{filling}اتحاد وحده {filling}هنا اتحاد الطلاب {filling}");
        let found = snippets(&text, "اتحاد الطلاب", 1);
        let [snippet] = found.as_slice() else {
            panic!("{found:?}")
        };
        let shown = shown(snippet);
        assert!(shown.contains("هنا [اتحاد] [الطلاب] كلام"), "{shown}");
        assert!(
            shown.starts_with("… ") && shown.ends_with(" …") && shown.chars().count() < 230,
            "{shown}"
        );
        assert_eq!(snippets(&text, "اتحاد الطلاب", 5).len(), 2);
        assert!(snippets(&text, "غائب", 2).is_empty() && snippets(&text, "", 2).is_empty());
    }

    proptest! {
        #[test]
        fn snippets_are_made_of_the_text(text in "(\\PC|[ابتل\u{64E}\u{640} \n]){0,400}", query in "[ابتل\" -]{0,12}") {
            for snippet in snippets(&text, &query, 3).iter().chain([&mark(&text, &query)]) {
                for fragment in &snippet.0 {
                    let (Fragment::Plain(piece) | Fragment::Marked(piece)) = fragment;
                    prop_assert!(text.contains(piece.as_str()) || matches!(piece.as_str(), "… " | " …"));
                }
            }
        }

        #[test]
        fn anything_may_be_asked_of_anything(text in any::<String>(), query in any::<String>()) {
            prop_assert!(snippets(&text, &query, 2).len() <= 2);
            let _ = mark(&text, &query);
        }
    }
}
