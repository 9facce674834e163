//! The list of events as data: the answer of `/api/v1/events`, with a cursor that leads through all of it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use data_encoding::BASE32HEX_NOPAD;
use serde::Serialize;

use crate::search::snippet::Snippet;
use crate::web::card::passages;
use crate::web::error::{Error, WrongParameter};
use crate::web::face::EventFace;
use crate::web::list::alternative::{AlternativesFace, find_alternatives};
use crate::web::list::facet::FacetsFace;
use crate::web::list::finding::find;
use crate::web::list::question::{self, Asked};
use crate::web::locale::text;
use crate::web::parameter::Selection;
use crate::web::respond::json;
use crate::web::state::Archive;

/// So many events are given unless asked otherwise, and at most.
const USUAL: usize = 20;
const MOST: usize = 100;
/// A cursor leads no further than this.
const FARTHEST: u32 = 1_000_000;

#[derive(Serialize)]
struct List<'a> {
    total: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    certain: Option<u64>,
    items: Vec<Item<'a>>,
    facets: FacetsFace<'a>,
    next: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternatives: Option<AlternativesFace<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    #[serde(flatten)]
    event: EventFace<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippets: Option<Vec<Passage>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    found_as: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    found_in_names: Option<&'a [String]>,
}

#[derive(Serialize)]
struct Passage {
    html: String,
}

#[derive(Template)]
#[template(path = "part/snippet.html")]
struct Marked<'a> {
    snippet: &'a Snippet,
}

/// `/api/v1/events`
///
/// # Errors
/// When a parameter is wrong, or the index or the database cannot be read.
pub async fn list(State(archive): State<Archive>, selection: Selection) -> Result<Response, Error> {
    let Asked { query, wrong, .. } = read(&selection);
    if !wrong.is_empty() {
        return Err(Error::Parameters(wrong));
    }
    let finding = find(&archive, &query).await?;
    let mut items = Vec::with_capacity(finding.events.len());
    let is_sought = !query.text.is_empty();
    for ((stored, score), told) in finding.events.iter().zip(&finding.told) {
        items.push(Item {
            event: EventFace::of(stored, &archive.site).without_text(),
            score: *score,
            snippets: marked(&passages(stored, &query.text), &query.text)?,
            found_as: is_sought.then_some(&told.forms),
            found_in_names: is_sought.then_some(&told.names),
        });
    }
    let end = query.offset + items.len();
    let alternatives = if finding.total == 0 {
        Some(find_alternatives(&archive, &selection, &finding.names).await?)
    } else {
        None
    };
    json(&List {
        total: finding.total,
        certain: finding.certain,
        items,
        facets: FacetsFace::new(&finding.facets, &finding.names),
        next: ((end as u64) < finding.total)
            .then(|| cursor(end))
            .flatten(),
        alternatives: alternatives
            .as_ref()
            .map(|found| AlternativesFace::new(found, &archive.site)),
    })
}

/// A search shows why each event was found; a mere list does not.
fn marked(snippets: &[Snippet], text: &str) -> Result<Option<Vec<Passage>>, Error> {
    if text.is_empty() {
        return Ok(None);
    }
    let mut passages = Vec::with_capacity(snippets.len());
    for snippet in snippets {
        passages.push(Passage {
            html: Marked { snippet }.render()?,
        });
    }
    Ok(Some(passages))
}

/// As the page's question, with the limit and the cursor.
fn read(selection: &Selection) -> Asked {
    let mut wrong: Vec<WrongParameter> = Vec::new();
    let limit = |text: &str| text.parse().ok().filter(|limit| (1..=MOST).contains(limit));
    let limit = selection
        .read_one("limit", &mut wrong, text("parameter-limit"), limit)
        .unwrap_or(USUAL);
    let offset = selection.read_one("cursor", &mut wrong, text("parameter-cursor"), offset);
    let mut asked = question::read(selection, limit);
    asked.query.offset = offset.unwrap_or(asked.query.offset);
    asked.wrong.extend(wrong);
    asked
}

/// A place in the list as an opaque word: five bytes, the last of which guards against inventions.
fn cursor(offset: usize) -> Option<String> {
    let offset = u32::try_from(offset)
        .ok()
        .filter(|offset| *offset <= FARTHEST)?;
    let [a, b, c, d] = offset.to_be_bytes();
    Some(
        BASE32HEX_NOPAD
            .encode(&[guard([a, b, c, d]), a, b, c, d])
            .to_ascii_lowercase(),
    )
}

fn offset(cursor: &str) -> Option<usize> {
    let bytes = BASE32HEX_NOPAD
        .decode(cursor.to_ascii_uppercase().as_bytes())
        .ok()?;
    let [own, a, b, c, d] = bytes.try_into().ok()?;
    let offset = u32::from_be_bytes([a, b, c, d]);
    let is_ours = own == guard([a, b, c, d]) && offset <= FARTHEST;
    is_ours.then_some(usize::try_from(offset).ok()?)
}

fn guard(bytes: [u8; 4]) -> u8 {
    bytes
        .iter()
        .fold(0x5a_u8, |sum, byte| sum.rotate_left(3) ^ byte)
}

#[cfg(test)]
mod tests {
    use super::{cursor, offset, read};
    use crate::web::parameter::Selection;

    #[test]
    fn a_cursor_leads_where_it_was_made_for() {
        for place in [0, 20, 100, 65_536, 1_000_000] {
            assert_eq!(cursor(place).as_deref().and_then(offset), Some(place));
        }
        assert_eq!(cursor(1_000_001), None);
        for invented in ["", "abc", "00000000", "zzzzzzzz", "ffffffff", "2000000a00"] {
            assert_eq!(offset(invented), None, "{invented}");
        }
    }

    #[test]
    fn limit_and_cursor_are_held_to_their_bounds() {
        let ask = |query: &str| read(&Selection::read("/api/v1/events", query));
        assert_eq!(ask("limit=100&page=3").query.offset, 200);
        assert_eq!(ask("limit=101").wrong[0].parameter, "limit");
        assert_eq!(ask("cursor=x").wrong[0].parameter, "cursor");
    }
}
