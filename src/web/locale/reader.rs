//! What a request says of its reader: the language by the address, the digits by a cookie.

use std::sync::Arc;

use axum::http::header::COOKIE;
use axum::http::request::Parts;
use axum::http::uri::{PathAndQuery, Uri};

use crate::web::locale::{Digits, Language, Locale};
use crate::web::respond::Format;
use crate::web::url;

/// The cookie with the digits that a reader chose.
pub const DIGITS: &str = "digits";

/// The locale of a request, whose address loses the language's prefix, so that the routes know one form of each. Data
/// speaks one language.
pub fn locale_of(parts: &mut Parts) -> Locale {
    let language = match unprefixed(&parts.uri) {
        Some(uri) => {
            parts.uri = uri;
            Language::English
        }
        None => Language::Arabic,
    };
    let path = parts.uri.path();
    let is_data = path.starts_with("/api/")
        || path.ends_with(".json")
        || Format::of_headers(&parts.headers) == Format::Json && path != url::SUGGEST;
    let language = if is_data { Language::Arabic } else { language };
    let digits = match language {
        Language::Arabic if !is_data => digits_of(parts),
        _ => Digits::Western,
    };
    let address = match parts.uri.path_and_query() {
        Some(whole) if url::reads_query(path) => whole.as_str(),
        _ => path,
    };
    Locale {
        language,
        digits,
        address: Arc::from(address),
    }
}

/// The address without `/en`, where it has it.
fn unprefixed(uri: &Uri) -> Option<Uri> {
    let whole = uri.path_and_query()?.as_str();
    let rest = whole.strip_prefix(url::ENGLISH)?;
    let whole = match rest.chars().next() {
        None => "/".to_owned(),
        Some('?') => format!("/{rest}"),
        // `/en/` has a slash too many: it stays as it is and leads to `/en`.
        Some('/') if rest.len() > 1 && !rest.starts_with("/?") => rest.to_owned(),
        _ => return None,
    };
    let whole = PathAndQuery::try_from(whole).ok()?;
    Some(Uri::from(whole))
}

fn digits_of(parts: &Parts) -> Digits {
    let cookies = parts.headers.get_all(COOKIE).into_iter();
    let mut cookies = cookies.filter_map(|cookies| cookies.to_str().ok());
    let chosen = cookies.find_map(|cookies| {
        let mut pairs = cookies
            .split(';')
            .filter_map(|pair| pair.trim().split_once('='));
        pairs.find_map(|(name, value)| (name == DIGITS).then_some(value))
    });
    match chosen {
        Some("arabic-indic") => Digits::ArabicIndic,
        _ => Digits::Western,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::locale_of;
    use crate::web::locale::{Digits, Language};

    fn read(address: &str, cookie: &str) -> (Language, Digits, String) {
        let request = Request::builder().uri(address).header("cookie", cookie);
        let (mut parts, ()) = request.body(()).expect("a request").into_parts();
        let locale = locale_of(&mut parts);
        let uri = parts.uri.to_string();
        assert!(uri.starts_with(&*locale.address), "{uri}");
        (locale.language, locale.digits, uri)
    }

    #[test]
    fn the_address_tells_the_language() {
        let arabic = |address: &str| (Language::Arabic, Digits::Western, address.to_owned());
        let english = |address: &str| (Language::English, Digits::Western, address.to_owned());
        assert_eq!(read("/events?q=a", ""), arabic("/events?q=a"));
        assert_eq!(read("/en/events?q=a", ""), english("/events?q=a"));
        assert_eq!(read("/en", ""), english("/"));
        assert_eq!(read("/en?q=a", ""), english("/?q=a"));
        assert_eq!(read("/energy", ""), arabic("/energy"));
        assert_eq!(read("/en/", ""), arabic("/en/"));
        assert_eq!(read("/en/events/a.json", ""), arabic("/events/a.json"));
    }

    #[test]
    fn a_cookie_tells_the_digits_of_arabic_pages() {
        let of = |address: &str, cookie: &str| read(address, cookie).1;
        assert_eq!(of("/", "a=b; digits=arabic-indic"), Digits::ArabicIndic);
        assert_eq!(of("/", "digits=other"), Digits::Western);
        assert_eq!(of("/en", "digits=arabic-indic"), Digits::Western);
    }
}
