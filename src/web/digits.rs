//! The digits a reader chose: the choice is kept in a cookie, and the finished page is written in them. Only what a
//! reader reads changes: source texts, identifiers and addresses keep the digits they have.

use std::cell::Cell;
use std::rc::Rc;

use axum::body::Bytes;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, LOCATION, SET_COOKIE};
use axum::response::{IntoResponse, Response};
use lol_html::html_content::ContentType;
use lol_html::{EndTagHandler, RewriteStrSettings, doc_text, element, rewrite_str};

use crate::web::error::{Error, WrongParameter};
use crate::web::locale::reader::DIGITS;
use crate::web::locale::text;

/// What keeps its digits: code and addresses, foreign runs, the words of sources (`translate="no"`), scripts.
const KEPT: &str = "code, pre, script, style, [dir=ltr], [translate=no]";

/// A year in seconds, the most that browsers keep a cookie.
const YEAR: u32 = 31_536_000;

/// `/digits?to=arabic-indic&back=/events`: keeps the choice and leads back.
///
/// # Errors
/// When the choice is none of the two.
pub async fn choose(RawQuery(query): RawQuery) -> Result<Response, Error> {
    let query = query.unwrap_or_default();
    let value = |sought: &str| {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        let found = pairs.find(|(name, _)| name == sought);
        found.map_or_else(String::new, |(_, value)| value.into_owned())
    };
    let chosen = value("to");
    if !["western", "arabic-indic"].contains(&chosen.as_str()) {
        return Err(Error::Parameters(vec![WrongParameter {
            parameter: "to",
            value: chosen,
            remedy: text("digits-remedy").to_owned(),
        }]));
    }
    let cookie = format!("{DIGITS}={chosen}; Path=/; Max-Age={YEAR}; SameSite=Lax");
    let headers = [
        (SET_COOKIE, cookie),
        (LOCATION, way_back(&value("back")).to_owned()),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}

/// Only a page of this site; anything else leads to the first page.
fn way_back(address: &str) -> &str {
    let is_here = address.starts_with('/') && !address.starts_with("//");
    let is_plain = address
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if is_here && is_plain { address } else { "/" }
}

/// A page with the digits of its running text written as ٠١٢٣٤٥٦٧٨٩.
#[must_use]
pub fn rewritten(page: Bytes) -> Bytes {
    let Ok(html) = std::str::from_utf8(&page) else {
        return page;
    };
    match rewrite(html) {
        Ok(html) => Bytes::from(html),
        Err(error) => {
            tracing::error!(%error, "a page keeps its digits");
            page
        }
    }
}

fn rewrite(html: &str) -> Result<String, lol_html::errors::RewritingError> {
    // So many elements that keep their digits are open.
    let kept = Rc::new(Cell::new(0_u32));
    let (opened, asked) = (Rc::clone(&kept), kept);
    let keeping = element!(KEPT, move |element| {
        // An element without an end, as an input, holds no text.
        if let Some(handlers) = element.end_tag_handlers() {
            opened.set(opened.get() + 1);
            let closed = Rc::clone(&opened);
            let close: EndTagHandler<'static> = Box::new(move |_| {
                closed.set(closed.get().saturating_sub(1));
                Ok(())
            });
            handlers.push(close);
        }
        Ok(())
    });
    let writing = doc_text!(move |chunk| {
        let has_digits = chunk.as_str().bytes().any(|byte| byte.is_ascii_digit());
        if asked.get() == 0 && has_digits {
            chunk.replace(&arabic_indic(chunk.as_str()), ContentType::Html);
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(keeping)
        .append_document_content_handler(writing);
    rewrite_str(html, settings)
}

/// Character references (`&#39;`) are no digits that are read.
fn arabic_indic(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 16);
    let mut is_reference = false;
    for letter in text.chars() {
        is_reference =
            letter == '&' || is_reference && (letter.is_ascii_alphanumeric() || letter == '#');
        match letter.to_digit(10) {
            Some(digit) if !is_reference => {
                written.push(char::from_u32(0x0660 + digit).unwrap_or(letter));
            }
            _ => written.push(letter),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::{rewrite, way_back};

    #[test]
    fn running_text_alone_changes_its_digits() {
        let page = "<p id=\"p1\">في 6 غشت 2011&#39;98<bdi dir=\"ltr\">2011-08-06</bdi> <b>98</b></p>\
            <p translate=\"no\">النص <b>12</b> 13</p><input dir=\"ltr\" value=\"1\">14<code>15</code>";
        let written = "<p id=\"p1\">في ٦ غشت ٢٠١١&#39;٩٨<bdi dir=\"ltr\">2011-08-06</bdi> <b>٩٨</b></p>\
            <p translate=\"no\">النص <b>12</b> 13</p><input dir=\"ltr\" value=\"1\">١٤<code>15</code>";
        assert_eq!(rewrite(page).expect("a page"), written);
    }

    #[test]
    fn the_way_back_stays_on_the_site() {
        assert_eq!(way_back("/events?q=a"), "/events?q=a");
        for other in [
            "",
            "//evil.example",
            "https://evil.example",
            "/\\evil",
            "/a\nb",
        ] {
            assert_eq!(way_back(other), "/");
        }
    }
}
