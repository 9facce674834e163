//! Pages are rendered once, compressed once, and served from memory until the change log moves.
//! The cache is bounded by bytes. A page remembers the change it was rendered at, so that one
//! rendered just before a change can never be served after it.

use std::io::Write;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};

use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, ETAG, IF_NONE_MATCH,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use bytes::Bytes;
use moka::sync::Cache;
use xxhash_rust::xxh3::xxh3_128;

use crate::model::change::ChangeNumber;

/// Which bytes of a page a reader gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// As rendered.
    Identity,
    /// gzip.
    Gzip,
    /// Brotli.
    Brotli,
}

impl Encoding {
    /// The densest encoding that a request accepts.
    #[must_use]
    pub fn of_headers(headers: &HeaderMap) -> Self {
        let accept = headers.get(ACCEPT_ENCODING);
        let accept = accept.and_then(|accept| accept.to_str().ok()).unwrap_or("");
        let accepts = |name: &str| {
            accept.split(',').any(|part| {
                let mut pieces = part.split(';').map(str::trim);
                let refused = |weight: &str| {
                    let weight = weight.strip_prefix("q=").map(str::parse::<f32>);
                    weight.is_some_and(|weight| weight.is_ok_and(|weight| weight <= 0.0))
                };
                pieces.next() == Some(name) && !pieces.any(refused)
            })
        };
        if accepts("br") {
            Self::Brotli
        } else if accepts("gzip") {
            Self::Gzip
        } else {
            Self::Identity
        }
    }
}

/// A rendered answer, ready to be sent.
#[derive(Debug)]
pub struct Page {
    rendered_at: ChangeNumber,
    etag: HeaderValue,
    headers: HeaderMap,
    identity: Bytes,
    gzip: OnceLock<Bytes>,
    brotli: OnceLock<Bytes>,
}

impl Page {
    /// A page of these bytes, rendered when the log stood at `rendered_at`. A page whose bytes are
    /// already compact (fonts, images) should not be compressed again: `compressible` tells.
    #[must_use]
    pub fn new(
        rendered_at: ChangeNumber,
        mut headers: HeaderMap,
        identity: Bytes,
        compressible: bool,
    ) -> Self {
        // Weak, because the same page is sent in three encodings.
        let tag = xxh3_128(&identity);
        let etag = HeaderValue::from_str(&format!("W/\"{tag:032x}\""))
            .unwrap_or(HeaderValue::from_static("W/\"\""));
        headers.remove(CONTENT_LENGTH);
        headers.insert(ETAG, etag.clone());
        let page = Self {
            rendered_at,
            etag,
            headers,
            identity,
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
        };
        if !compressible {
            page.gzip.get_or_init(Bytes::new);
            page.brotli.get_or_init(Bytes::new);
        }
        page
    }

    /// Whether these bytes are at hand without work.
    #[must_use]
    pub fn has(&self, encoding: Encoding) -> bool {
        match encoding {
            Encoding::Identity => true,
            Encoding::Gzip => self.gzip.get().is_some(),
            Encoding::Brotli => self.brotli.get().is_some(),
        }
    }

    /// Makes the bytes of an encoding, so that [`Self::answer`] finds them.
    pub fn compress(&self, encoding: Encoding) {
        self.bytes(encoding);
    }

    /// The bytes in an encoding, made at the first call; empty where compressing does not pay.
    fn bytes(&self, encoding: Encoding) -> (Encoding, &Bytes) {
        let made = match encoding {
            Encoding::Identity => &self.identity,
            Encoding::Gzip => self.gzip.get_or_init(|| gzip(&self.identity)),
            Encoding::Brotli => self.brotli.get_or_init(|| brotli(&self.identity)),
        };
        if made.is_empty() {
            (Encoding::Identity, &self.identity)
        } else {
            (encoding, made)
        }
    }

    /// The answer for a reader: 304 if they hold this very page, else its bytes.
    #[must_use]
    pub fn answer(
        &self,
        request: &HeaderMap,
        encoding: Encoding,
    ) -> (StatusCode, HeaderMap, Bytes) {
        let mut headers = self.headers.clone();
        if self.is_held(request) {
            return (StatusCode::NOT_MODIFIED, headers, Bytes::new());
        }
        let (encoding, bytes) = self.bytes(encoding);
        let name = match encoding {
            Encoding::Identity => None,
            Encoding::Gzip => Some("gzip"),
            Encoding::Brotli => Some("br"),
        };
        if let Some(name) = name {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        (StatusCode::OK, headers, bytes.clone())
    }

    fn is_held(&self, request: &HeaderMap) -> bool {
        let held = request
            .get(IF_NONE_MATCH)
            .and_then(|held| held.to_str().ok());
        let (Some(held), Ok(own)) = (held, self.etag.to_str()) else {
            return false;
        };
        let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
        held.trim() == "*" || held.split(',').any(|tag| opaque(tag) == opaque(own))
    }

    /// What a reader wrote into a form is not stored anywhere.
    fn may_be_stored(&self) -> bool {
        let stored = self.headers.get(CACHE_CONTROL);
        stored.is_none_or(|stored| stored != "no-store")
    }

    fn weight(&self) -> u32 {
        let held =
            |bytes: &OnceLock<Bytes>| bytes.get().map_or(self.identity.len() / 3, Bytes::len);
        let bytes = self.identity.len() + held(&self.gzip) + held(&self.brotli) + 1024;
        u32::try_from(bytes).unwrap_or(u32::MAX)
    }
}

fn gzip(bytes: &[u8]) -> Bytes {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    shorter(bytes, written.unwrap_or_default())
}

fn brotli(bytes: &[u8]) -> Bytes {
    let mut made = Vec::new();
    let mut encoder = brotli::CompressorWriter::new(&mut made, 4096, 5, 22);
    let written = encoder.write_all(bytes).and_then(|()| encoder.flush());
    drop(encoder);
    shorter(bytes, written.map(|()| made).unwrap_or_default())
}

fn shorter(plain: &[u8], made: Vec<u8>) -> Bytes {
    if made.len() < plain.len() {
        Bytes::from(made)
    } else {
        Bytes::new()
    }
}

/// The pages at hand.
#[derive(Debug, Clone)]
pub struct PageCache {
    pages: Option<Cache<String, Arc<Page>>>,
    now: Arc<AtomicI64>,
}

impl PageCache {
    /// A cache of at most so many bytes; none at all for 0, then every page is rendered anew.
    #[must_use]
    pub fn new(bytes: u64) -> Self {
        let pages = (bytes > 0).then(|| {
            Cache::builder()
                .max_capacity(bytes)
                .weigher(|key: &String, page: &Arc<Page>| {
                    page.weight()
                        .saturating_add(u32::try_from(key.len()).unwrap_or(u32::MAX))
                })
                .build()
        });
        Self {
            pages,
            now: Arc::default(),
        }
    }

    /// Whether pages are kept.
    #[must_use]
    pub fn keeps(&self) -> bool {
        self.pages.is_some()
    }

    /// The page under this key, unless the archive has changed since.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<Arc<Page>> {
        let page = self.pages.as_ref()?.get(key)?;
        (page.rendered_at == self.now()).then_some(page)
    }

    /// Keeps a page, unless it asks not to be stored.
    pub fn keep(&self, key: String, page: &Arc<Page>) {
        if let Some(pages) = &self.pages
            && page.may_be_stored()
        {
            pages.insert(key, Arc::clone(page));
        }
    }

    /// The change that pages are rendered at now.
    #[must_use]
    pub fn now(&self) -> ChangeNumber {
        ChangeNumber(self.now.load(Ordering::Acquire))
    }

    /// Empties the cache because the archive has changed.
    pub fn advance(&self, to: ChangeNumber) {
        self.now.store(to.0, Ordering::Release);
        if let Some(pages) = &self.pages {
            pages.invalidate_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, ETAG, IF_NONE_MATCH};
    use axum::http::{HeaderMap, HeaderValue, StatusCode};
    use bytes::Bytes;

    use super::{Encoding, Page, PageCache};
    use crate::model::change::ChangeNumber;

    fn accepting(value: &'static str) -> Encoding {
        let header = (ACCEPT_ENCODING, HeaderValue::from_static(value));
        Encoding::of_headers(&HeaderMap::from_iter([header]))
    }

    #[test]
    fn the_densest_accepted_encoding_is_chosen() {
        assert_eq!(accepting("gzip, deflate, br"), Encoding::Brotli);
        assert_eq!(accepting("gzip;q=0.5"), Encoding::Gzip);
        assert_eq!(accepting("br;q=0, gzip"), Encoding::Gzip);
        assert_eq!(accepting("identity"), Encoding::Identity);
        assert_eq!(Encoding::of_headers(&HeaderMap::new()), Encoding::Identity);
    }

    #[test]
    fn a_page_of_an_older_change_is_never_served() {
        let cache = PageCache::new(1 << 20);
        let page = Page::new(cache.now(), HeaderMap::new(), Bytes::from("صفحة"), true);
        cache.keep("/".to_owned(), &Arc::new(page));
        assert!(cache.find("/").is_some());
        cache.advance(ChangeNumber(1));
        let late = Page::new(
            ChangeNumber(0),
            HeaderMap::new(),
            Bytes::from("قديمة"),
            true,
        );
        cache.keep("/".to_owned(), &Arc::new(late));
        assert!(cache.find("/").is_none());
    }

    #[test]
    fn what_asks_not_to_be_stored_is_not_kept() {
        let cache = PageCache::new(1 << 20);
        let headers = HeaderMap::from_iter([(CACHE_CONTROL, HeaderValue::from_static("no-store"))]);
        let page = Page::new(cache.now(), headers, Bytes::from("خطأ"), true);
        cache.keep("/".to_owned(), &Arc::new(page));
        assert!(cache.find("/").is_none());
    }

    #[test]
    fn who_holds_the_page_is_told_so() {
        let body = Bytes::from("نص ".repeat(400));
        let page = Page::new(ChangeNumber(0), HeaderMap::new(), body.clone(), true);
        let (status, headers, bytes) = page.answer(&HeaderMap::new(), Encoding::Gzip);
        assert_eq!(status, StatusCode::OK);
        assert!(bytes.len() < body.len() / 4);
        let held = HeaderMap::from_iter([(IF_NONE_MATCH, headers[ETAG].clone())]);
        let (status, _, bytes) = page.answer(&held, Encoding::Gzip);
        assert_eq!((status, bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    }
}
