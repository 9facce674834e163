//! How to correct an error: a form that writes the letter for the reader and stores nothing. The letter is sent by the
//! reader, from their own mail program or at the tracker of the site, if it names one.

use std::sync::Arc;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};

use crate::model::contact::Contact;
use crate::store::event::{StoredEvent, find_event};
use crate::store::open::Reader;
use crate::web::about::correction::choice::Choice;
use crate::web::about::correction::form::Form;
use crate::web::error::{Error, WrongParameter};
use crate::web::locale::{fill, text};
use crate::web::parameter::status;
use crate::web::respond::html;
use crate::web::site::Site;
use crate::web::url;

pub mod choice;

pub mod form;

/// What the template may see.
#[derive(Template)]
#[template(path = "about/correction/page.html")]
struct Page<'a> {
    correction: Form,
    wrong: Vec<WrongParameter>,
    title: Option<&'a str>,
    choices: Vec<Choice>,
    letter: Option<Letter>,
    is_blank: bool,
}

/// What is ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The address and the words of the link that sends it; none where the site names no address.
    pub way: Option<(String, &'static str)>,
    /// To whom it goes, as the site names it.
    pub to: Option<String>,
    /// What it is about, in a line.
    pub subject: String,
    /// What it says.
    pub body: String,
}

/// `/about/corrections`
///
/// # Errors
/// When the database cannot be read.
pub async fn page(
    State(reader): State<Reader>,
    State(site): State<Arc<Site>>,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let correction = Form::read(&query.unwrap_or_default());
    let stored = match correction.event_id() {
        Some(id) => find_event(&reader, &id).await?,
        None => None,
    };
    let page = Page::new(correction, stored.as_deref(), &site);
    let mut response = (status(&page.wrong), html(&site, &page)?).into_response();
    if !page.is_blank {
        let value = HeaderValue::from_static("no-store");
        response.headers_mut().insert(CACHE_CONTROL, value);
    }
    Ok(response)
}

impl<'a> Page<'a> {
    fn new(mut correction: Form, stored: Option<&'a StoredEvent>, site: &Site) -> Self {
        let choices = stored.map_or_else(Vec::new, |stored| Choice::all(stored, &correction.fact));
        let wrong = correction.check(stored.is_some(), &choices);
        if let Some(stored) = stored {
            correction.event = site.permalink(&url::event(&stored.id));
        }
        let letter = stored
            .filter(|_| wrong.is_empty() && correction.is_sent())
            .map(|stored| Letter::new(&correction, stored, site));
        Self {
            is_blank: correction == Form::default(),
            title: stored.map(|stored| stored.event.title.as_str()),
            correction,
            wrong,
            choices,
            letter,
        }
    }

    /// What is to be mended in a field, if anything is.
    fn remedy(&self, field: &str) -> Option<&str> {
        let wrong = self.wrong.iter().find(|wrong| wrong.parameter == field);
        wrong.map(|wrong| wrong.remedy.as_str())
    }
}

impl Letter {
    fn new(correction: &Form, stored: &StoredEvent, site: &Site) -> Self {
        let title = stored.event.title.as_str();
        let subject = fill("correction-subject", [("title", title.into())]);
        let anchor = match correction.fact.as_str() {
            "" => String::new(),
            fact => format!("#{fact}"),
        };
        let state = site.permalink(&url::revision(&stored.id, stored.revision));
        let fact = format!("{}{anchor}", correction.event);
        let parts = [
            (text("correction-of-event"), title),
            (text("correction-of-fact"), fact.as_str()),
            (text("correction-of-state"), state.as_str()),
            (text("correction-wrong"), correction.wrong.as_str()),
            (text("correction-source"), correction.source.as_str()),
        ];
        let parts = parts.iter().filter(|(_, words)| !words.is_empty());
        let parts: Vec<String> = parts
            .map(|(heading, words)| format!("{heading}:\n{words}"))
            .collect();
        let body = parts.join("\n\n");
        let contact = site.corrections();
        Self {
            way: contact.map(|contact| way(contact, &subject, &body)),
            to: contact.map(Contact::to_string),
            subject,
            body,
        }
    }
}

/// The link that sends a letter, and what it says.
fn way(contact: &Contact, subject: &str, body: &str) -> (String, &'static str) {
    match contact {
        Contact::Mail(address) => (
            url::about::letter(address, subject, body),
            text("correction-by-mail"),
        ),
        Contact::Tracker(address) => (
            url::about::issue(address, subject, body),
            text("correction-by-tracker"),
        ),
    }
}
