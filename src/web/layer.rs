//! What every answer passes through: faces for errors, security headers, limits.

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, Response, StatusCode};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::IntoResponse;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::web::error::{Error, render};
use crate::web::respond::Format;
use crate::web::site::Site;

/// The longest address that is answered, in bytes.
pub const LONGEST_URI: usize = 8 * 1024;
/// The largest request body that is read; pages take none.
pub const LARGEST_BODY: usize = 16 * 1024;
/// How long a handler may take.
pub const PATIENCE: Duration = Duration::from_secs(10);

const CSP: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; \
    script-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'";

/// Puts the layers around a router, the outermost last.
pub fn around<S: Clone + Send + Sync + 'static>(router: Router<S>, site: Arc<Site>) -> Router<S> {
    let timeout = TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, PATIENCE);
    router
        .layer(RequestBodyLimitLayer::new(LARGEST_BODY))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(timeout)
        .layer(from_fn_with_state(site, faces))
        .layer(from_fn(headers))
}

/// Gives an error the face that the request asks for.
async fn faces(
    State(site): State<Arc<Site>>,
    format: Format,
    request: Request,
    next: Next,
) -> axum::response::Response {
    if request
        .uri()
        .path_and_query()
        .map_or(0, |path| path.as_str().len())
        > LONGEST_URI
    {
        return render(&site, format, &Error::TooLong);
    }
    let response = next.run(request).await;
    if let Some(error) = response.extensions().get::<Arc<Error>>() {
        return render(&site, format, error);
    }
    match response.status() {
        StatusCode::METHOD_NOT_ALLOWED => {
            let mut refusal = render(&site, format, &Error::Method);
            let allow = response.headers().get(axum::http::header::ALLOW);
            if let Some(allow) = allow {
                let headers = refusal.headers_mut();
                headers.insert(axum::http::header::ALLOW, allow.clone());
            }
            refusal
        }
        StatusCode::REQUEST_TIMEOUT => render(&site, format, &Error::Timeout),
        _ => response,
    }
}

/// Headers that every answer carries.
async fn headers(format: Format, request: Request, next: Next) -> axum::response::Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, CSP),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=(), interest-cohort=()",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if format == Format::Json {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    }
    headers
        .entry(VARY)
        .or_insert(HeaderValue::from_static("Accept, Accept-Encoding, Cookie"));
    headers
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-cache"));
    response
}

/// Turns a panic into the page for errors.
fn panicked(_: Box<dyn Any + Send + 'static>) -> Response<Body> {
    Error::Internal("a handler panicked".to_owned()).into_response()
}
