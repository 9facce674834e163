//! Plain HTTP on loopback: pages as bytes, and the commands of the driver that fantoccini lacks.

use anyhow::{Context, ensure};
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{Method, Request};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;

/// The status and the text of an answer.
#[derive(Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The body.
    pub body: String,
}

/// Fetches a page as a reader's browser asks for it.
pub async fn fetch(address: &str) -> anyhow::Result<Answer> {
    send(Method::GET, address, "text/html", String::new()).await
}

/// Posts JSON and returns the JSON answered, which must be of a success.
pub async fn post(address: &str, value: &Value) -> anyhow::Result<Value> {
    let answer = send(Method::POST, address, "application/json", value.to_string()).await?;
    ensure!(answer.status == 200, "{address}: {}", answer.body);
    Ok(serde_json::from_str(&answer.body)?)
}

async fn send(method: Method, address: &str, accept: &str, body: String) -> anyhow::Result<Answer> {
    let request = Request::builder()
        .method(method)
        .uri(address)
        .header(ACCEPT, accept)
        .header(CONTENT_TYPE, "application/json")
        .body(Full::<Bytes>::from(body))?;
    let client = Client::builder(TokioExecutor::new()).build(HttpConnector::new());
    let response = client
        .request(request)
        .await
        .with_context(|| address.to_owned())?;
    let status = response.status().as_u16();
    let bytes = response.into_body().collect().await?.to_bytes();
    let body = String::from_utf8(bytes.to_vec()).with_context(|| address.to_owned())?;
    Ok(Answer { status, body })
}
