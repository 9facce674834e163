//! What is to be compared, read from the address: ids with commas between them, as links give them, or one in each of
//! several parameters of one name, as the form gives them. An address of a page will do for the id at its end.

use axum::http::Uri;

use crate::model::id::{EventId, OrganizationId};
use crate::store::forward::{Forward, find_forward};
use crate::store::open::Reader;
use crate::web::error::{Error, WrongParameter};
use crate::web::locale::{fill, text};
use crate::web::parameter::Selection;
use crate::web::url;

/// The parameter of events.
pub const EVENTS: &str = "events";
/// The parameter of organizations.
pub const ORGANIZATIONS: &str = "organizations";
/// So many can be compared at most.
pub const MOST: usize = 4;
/// So many are needed.
const LEAST: usize = 2;

/// The parameters of a comparison.
#[derive(Debug, Default)]
pub struct Asked {
    /// Ids of events, as given, each once.
    pub events: Vec<String>,
    /// Ids of organizations, as given, each once.
    pub organizations: Vec<String>,
    /// What could not be understood.
    pub wrong: Vec<WrongParameter>,
}

/// What is to be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Events.
    Events(Vec<EventId>),
    /// Organizations.
    Organizations(Vec<OrganizationId>),
}

impl Asked {
    /// Reads the parameters of an address.
    #[must_use]
    pub fn read(uri: &Uri) -> Self {
        let query = uri.query().unwrap_or_default();
        let selection = Selection::read_only(&[EVENTS, ORGANIZATIONS], uri.path(), query);
        Self {
            events: ids(&selection, EVENTS),
            organizations: ids(&selection, ORGANIZATIONS),
            wrong: Vec::new(),
        }
    }

    /// What is asked; nothing where nothing is or something is wrong.
    pub fn question(&mut self) -> Option<Question> {
        let (events, organizations) = (self.events.clone(), self.organizations.clone());
        let question = match (events.is_empty(), organizations.is_empty()) {
            (true, true) => return None,
            (false, true) => {
                Question::Events(self.parsed(EVENTS, &events, |id| EventId::parse(id).ok()))
            }
            (true, false) => {
                let ids = self.parsed(ORGANIZATIONS, &organizations, |id| {
                    OrganizationId::parse(id).ok()
                });
                Question::Organizations(ids)
            }
            (false, false) => {
                self.refuse(
                    ORGANIZATIONS,
                    &organizations.join(","),
                    text("compare-one-noun"),
                );
                return None;
            }
        };
        self.wrong.is_empty().then_some(question)
    }

    fn parsed<T>(
        &mut self,
        parameter: &'static str,
        given: &[String],
        parse: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        if !(LEAST..=MOST).contains(&given.len()) {
            let least = ("least", LEAST.to_string().into());
            let remedy = fill("compare-count", [least, ("most", MOST.to_string().into())]);
            self.refuse(parameter, &given.join(","), &remedy);
        }
        let mut ids = Vec::new();
        for id in given {
            match parse(id) {
                Some(id) => ids.push(id),
                None => self.refuse(parameter, id, text("compare-unknown")),
            }
        }
        ids
    }

    /// Whether all ids are those of records; those that lead nowhere are refused.
    ///
    /// # Errors
    /// When one was merged into another: then the comparison is at another address.
    pub async fn settle(
        &mut self,
        reader: &Reader,
        noun: &'static str,
        parameter: &'static str,
        found: &[(&str, bool)],
    ) -> Result<bool, Error> {
        let mut now: Vec<String> = Vec::new();
        for (id, is_there) in found {
            let forward = match is_there {
                true => None,
                false => find_forward(reader, noun, id).await?,
            };
            match forward {
                Some(Forward::Moved { to }) => now.push(to),
                _ if *is_there => now.push((*id).to_owned()),
                Some(Forward::Withdrawn { .. }) | None => {
                    self.refuse(parameter, id, text("compare-unknown"));
                }
            }
        }
        let is_settled = self.wrong.is_empty();
        if is_settled && now.iter().zip(found).any(|(now, (id, _))| now != id) {
            let now: Vec<&str> = now.iter().map(String::as_str).collect();
            return Err(Error::Moved(url::comparison(parameter, &now)));
        }
        Ok(is_settled)
    }

    /// Notes that a value cannot be used.
    pub fn refuse(&mut self, parameter: &'static str, value: &str, remedy: &str) {
        self.wrong.push(WrongParameter {
            parameter,
            value: value.to_owned(),
            remedy: remedy.to_owned(),
        });
    }

    /// The one address of what is asked.
    #[must_use]
    pub fn address(&self) -> String {
        let (parameter, given) = match self.events.is_empty() {
            true => (ORGANIZATIONS, &self.organizations),
            false => (EVENTS, &self.events),
        };
        let ids: Vec<&str> = given.iter().map(String::as_str).collect();
        url::comparison(parameter, &ids)
    }
}

/// The ids that a parameter gives, each once.
fn ids(selection: &Selection, name: &'static str) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    let given = selection
        .values(name)
        .flat_map(|value| value.split([',', ' ', '،']));
    for id in given.map(last_part).filter(|id| !id.is_empty()) {
        if !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
    }
    ids
}

/// The id at the end of a page's address; what is no address stays as it is.
fn last_part(text: &str) -> &str {
    let path = text.split(['?', '#']).next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::{Asked, Question};

    fn ask(query: &str) -> (Option<Question>, Asked) {
        let uri = format!("/compare?{query}").parse();
        let mut asked = Asked::read(&uri.expect("an address"));
        (asked.question(), asked)
    }

    #[test]
    fn ids_come_in_one_value_or_in_several() {
        let (one, asked) = ask("events=9znnjxnq,b7k4t2xq");
        assert_eq!(asked.address(), "/compare?events=9znnjxnq,b7k4t2xq");
        let (several, _) = ask(
            "events=9znnjxnq&events=&events=https%3A%2F%2Fsijill.example%2Fen%2Fevents%2Fb7k4t2xq%23p3&events=9znnjxnq",
        );
        assert!(matches!(&one, Some(Question::Events(ids)) if ids.len() == 2));
        assert_eq!(one, several);
        let (bodies, _) = ask("organizations=hamas,hespress,united-nations");
        assert!(matches!(bodies, Some(Question::Organizations(ids)) if ids.len() == 3));
    }

    #[test]
    fn what_cannot_be_compared_is_named() {
        let refused = |query: &str| {
            let (question, asked) = ask(query);
            assert_eq!(question, None, "{query}");
            let wrong = asked.wrong.into_iter().map(|wrong| wrong.parameter);
            wrong.collect::<Vec<_>>()
        };
        assert_eq!(refused(""), [""; 0]);
        assert_eq!(refused("events=9znnjxnq"), ["events"]);
        assert_eq!(refused("events=9znnjxnq,9znnjxnq"), ["events"]);
        assert_eq!(refused("events=9znnjxnq,NO"), ["events"]);
        assert_eq!(refused("organizations=a,b,c,d,e"), ["organizations"]);
        assert_eq!(
            refused("organizations=a,b&events=9znnjxnq"),
            ["organizations"]
        );
    }
}
