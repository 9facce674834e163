//! A draft as a record file.

use std::fmt::Write;

use serde::Serialize;

use super::Draft;
use crate::analysis::resolve::remark::Remark;
use crate::model::authority::Authorities;
use crate::model::organization::Organization;
use crate::model::person::Person;
use crate::model::place::Place;
use crate::model::record::entry::Written;
use crate::model::record::{OrganizationEntry, PersonEntry, PlaceEntry};

/// The draft as a record file, for a person to correct and complete. It has no id yet: the person
/// who answers for it gives one.
///
/// # Errors
/// When it cannot be written as TOML, which is a fault of ours.
pub fn draft_record(draft: &Draft) -> anyhow::Result<String> {
    let Draft {
        event, document, ..
    } = draft;
    let document = (document.name.as_str(), document.text.as_str());
    let written = Written::of(event, None, document, &draft.proposed);
    let record = written.record;
    let pending = Pending {
        place: written.places,
        organization: written.organizations,
        person: written.people,
    };
    let mut file = toml::to_string_pretty(&record)?;
    file.push_str(&remarked(&draft.remarks));
    file.push_str(&proposed(&draft.proposed, &pending)?);
    Ok(file)
}

/// Entries whose names have no authority record yet.
#[derive(Serialize)]
struct Pending {
    place: Vec<PlaceEntry>,
    organization: Vec<OrganizationEntry>,
    person: Vec<PersonEntry>,
}

#[derive(Serialize)]
struct Proposed<'a> {
    organization: Vec<&'a Organization>,
    person: Vec<&'a Person>,
    place: Vec<&'a Place>,
}

/// What is doubtful about the names, as comments.
fn remarked(remarks: &[Remark]) -> String {
    let mut lines = String::new();
    for remark in remarks {
        let _ = writeln!(lines, "# {remark}");
    }
    lines
}

/// The records that are proposed and the entries that wait for them, as comments to be taken off.
fn proposed(authorities: &Authorities, pending: &Pending) -> anyhow::Result<String> {
    let records = Proposed {
        organization: authorities.organizations.values().collect(),
        person: authorities.people.values().collect(),
        place: authorities.places.values().collect(),
    };
    let parts = [
        (
            "Names without an authority record. If they are right, these belong into the files under authorities/:",
            toml::to_string_pretty(&records)?,
        ),
        (
            "and these into this record:",
            toml::to_string_pretty(pending)?,
        ),
    ];
    let mut comments = String::new();
    for (heading, entries) in parts {
        let entries = entries.lines().filter(|line| !line.ends_with("= []"));
        let lines: Vec<&str> = entries.skip_while(|line| line.is_empty()).collect();
        if !lines.is_empty() {
            let _ = writeln!(comments, "\n# {heading}\n#");
            for line in lines {
                let _ = writeln!(comments, "{}", format!("# {line}").trim_end());
            }
        }
    }
    Ok(comments)
}
