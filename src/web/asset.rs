//! The files of `static/`, inside the binary. Their addresses carry a version taken from their
//! bytes, so that browsers may keep them for ever; the path itself stays the same.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::extract::{Path, RawQuery};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use crate::model::document::{digest, hexadecimal};
use crate::web::error::Error;

#[derive(RustEmbed)]
#[folder = "static/"]
struct Embedded;

struct Asset {
    bytes: Cow<'static, [u8]>,
    version: String,
}

/// Style sheets name fonts by relative paths; each gets its version, so that a changed font is
/// fetched again.
static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let mut assets: BTreeMap<String, Asset> = Embedded::iter()
        .filter_map(|path| {
            Some((
                path.to_string(),
                versioned_bytes(Embedded::get(&path)?.data),
            ))
        })
        .collect();
    let fonts: Vec<(String, String)> = assets
        .iter()
        .filter(|(path, _)| path.starts_with("font/"))
        .map(|(path, asset)| {
            (
                format!("\"{path}\""),
                format!("\"{path}?v={}\"", asset.version),
            )
        })
        .collect();
    for (path, asset) in &mut assets {
        if path.ends_with(".css")
            && let Ok(sheet) = std::str::from_utf8(&asset.bytes)
        {
            let rewritten = fonts.iter().fold(sheet.to_owned(), |sheet, (from, to)| {
                sheet.replace(from.as_str(), to)
            });
            *asset = versioned_bytes(Cow::Owned(rewritten.into_bytes()));
        }
    }
    assets
});

fn versioned_bytes(bytes: Cow<'static, [u8]>) -> Asset {
    let version = hexadecimal(&digest(&bytes)).chars().take(12).collect();
    Asset { bytes, version }
}

/// The address of a file of `static/`.
#[must_use]
pub fn versioned(path: &str) -> String {
    match ASSETS.get(path) {
        Some(asset) => format!("/static/{path}?v={}", asset.version),
        None => format!("/static/{path}"),
    }
}

/// A file of `static/` as text.
#[must_use]
pub fn text(path: &str) -> Option<&'static str> {
    std::str::from_utf8(&ASSETS.get(path)?.bytes).ok()
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// `/static/{path}`: immutable under its own version, else to be asked for again.
///
/// # Errors
/// When there is no such file.
pub async fn file(Path(path): Path<String>, RawQuery(query): RawQuery) -> Result<Response, Error> {
    let asset = ASSETS.get(&path).ok_or(Error::NotFound)?;
    let current = query.as_deref().and_then(|query| query.strip_prefix("v="));
    let keep = if current == Some(asset.version.as_str()) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let headers = [(CONTENT_TYPE, content_type(&path)), (CACHE_CONTROL, keep)];
    Ok((headers, asset.bytes.clone().into_owned()).into_response())
}
