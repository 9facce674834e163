//! Authority files: `organizations.toml`, `people.toml`, `places.toml`, read strictly and held
//! against the rules that concern them.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::ingest::locate::line_of_byte;
use crate::ingest::problem::{Finding, Problem};
use crate::model::authority::Authorities;
use crate::model::organization::Organization;
use crate::model::person::Person;
use crate::model::place::Place;
use crate::text::clean::strip_controls;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Organizations {
    #[serde(default)]
    organization: Vec<Organization>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct People {
    #[serde(default)]
    person: Vec<Person>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Places {
    #[serde(default)]
    place: Vec<Place>,
}

/// Reads the authority files of a folder; those that are not there are taken as empty. A file with
/// a problem contributes nothing.
#[must_use]
pub fn read_authorities(folder: &Path) -> (Authorities, Vec<Problem>) {
    let mut authorities = Authorities::default();
    let mut problems = Vec::new();
    if let Some(file) = read::<Organizations>(&folder.join("organizations.toml"), &mut problems) {
        let records = file.value.organization;
        let findings = records.iter().enumerate().flat_map(|(index, record)| {
            let own = record.parent.as_ref() == Some(&record.id);
            let own = own.then(|| {
                Finding::within(
                    "organization",
                    index,
                    "parent",
                    "parent",
                    "it is its own parent",
                )
            });
            let names = names_findings("organization", index, &record.name, &record.variants);
            names.into_iter().chain(own)
        });
        let findings = findings.collect();
        authorities.organizations = keyed(
            &file.place,
            "organization",
            records,
            findings,
            &mut problems,
            |record| record.id.clone(),
        );
    }
    if let Some(file) = read::<People>(&folder.join("people.toml"), &mut problems) {
        let records = file.value.person;
        let findings = records.iter().enumerate().flat_map(|(index, record)| {
            names_findings("person", index, &record.name, &record.variants)
        });
        let findings = findings.collect();
        authorities.people = keyed(
            &file.place,
            "person",
            records,
            findings,
            &mut problems,
            |record| record.id.clone(),
        );
    }
    if let Some(file) = read::<Places>(&folder.join("places.toml"), &mut problems) {
        let records = file.value.place;
        let findings = records.iter().enumerate().flat_map(|(index, record)| {
            let names = names_findings("place", index, &record.name, &record.variants);
            names.into_iter().chain(coordinates_finding(index, record))
        });
        let findings = findings.collect();
        authorities.places = keyed(
            &file.place,
            "place",
            records,
            findings,
            &mut problems,
            |record| record.id.clone(),
        );
    }
    (authorities, problems)
}

/// What stands in an authority that no authority holds: a parent or a surrounding place that is
/// nowhere defined. `known` is everything the archive and the files define together.
#[must_use]
pub fn dangling(folder: &Path, read: &Authorities, known: &Authorities) -> Vec<Problem> {
    let problem = |file: &str, id: &str, key: &str, target: &str| Problem {
        file: folder.join(file).display().to_string(),
        line: None,
        rule: "authority",
        message: format!(
            "«{id}» has {key} = \"{target}\", which is not defined: add it, or correct the key"
        ),
    };
    let parents = read.organizations.values().filter_map(|organization| {
        let parent = organization.parent.as_ref()?;
        (!known.organizations.contains_key(parent)).then(|| {
            problem(
                "organizations.toml",
                organization.id.as_str(),
                "parent",
                parent.as_str(),
            )
        })
    });
    let surroundings = read.places.values().filter_map(|place| {
        let within = place.within.as_ref()?;
        (!known.places.contains_key(within))
            .then(|| problem("places.toml", place.id.as_str(), "within", within.as_str()))
    });
    parents.chain(surroundings).collect()
}

struct File<T> {
    place: FilePlace,
    value: T,
}

struct FilePlace {
    name: String,
    source: String,
}

fn read<T: serde::de::DeserializeOwned>(
    path: &Path,
    problems: &mut Vec<Problem>,
) -> Option<File<T>> {
    if !path.exists() {
        return None;
    }
    let name = path.display().to_string();
    match read_toml(path) {
        Ok((source, value)) => Some(File {
            place: FilePlace { name, source },
            value,
        }),
        Err(problem) => {
            problems.push(*problem);
            None
        }
    }
}

/// Reads a TOML file strictly.
pub(crate) fn read_toml<T: serde::de::DeserializeOwned>(
    path: &Path,
) -> Result<(String, T), Box<Problem>> {
    let file = path.display().to_string();
    let problem = |line, rule, message| {
        Box::new(Problem {
            file: file.clone(),
            line,
            rule,
            message,
        })
    };
    let source = std::fs::read_to_string(path).map_err(|error| {
        problem(
            None,
            "readable",
            format!("cannot be read as UTF-8 text: {error}"),
        )
    })?;
    let value = toml::from_str(&source).map_err(|error| {
        let line = error.span().map(|span| line_of_byte(&source, span.start));
        problem(line, "format", error.message().to_owned())
    })?;
    Ok((source, value))
}

fn keyed<K: Ord + std::fmt::Display, T>(
    place: &FilePlace,
    noun: &'static str,
    records: Vec<T>,
    mut findings: Vec<Finding>,
    problems: &mut Vec<Problem>,
    key: impl Fn(&T) -> K,
) -> BTreeMap<K, T> {
    let mut map = BTreeMap::new();
    for (index, record) in records.into_iter().enumerate() {
        let id = key(&record);
        if map.contains_key(&id) {
            findings.push(Finding::within(
                noun,
                index,
                "id",
                "unique",
                format!("«{id}» is defined twice: each id is given once"),
            ));
        }
        map.insert(id, record);
    }
    if findings.is_empty() {
        return map;
    }
    let found = findings.into_iter();
    problems.extend(found.map(|finding| finding.problem(&place.name, &place.source)));
    BTreeMap::new()
}

fn names_findings(
    noun: &'static str,
    index: usize,
    name: &str,
    variants: &[String],
) -> Vec<Finding> {
    let mut findings = Vec::new();
    if name.trim().is_empty() {
        findings.push(Finding::within(
            noun,
            index,
            "name",
            "name",
            "the name is empty",
        ));
    }
    if strip_controls(name) != name {
        findings.push(Finding::within(
            noun,
            index,
            "name",
            "controls",
            "the name holds invisible control characters: remove them",
        ));
    }
    if variants
        .iter()
        .any(|variant| variant.trim().is_empty() || strip_controls(variant) != *variant)
    {
        findings.push(Finding::within(
            noun,
            index,
            "variants",
            "controls",
            "a variant is empty or holds invisible control characters",
        ));
    }
    findings
}

fn coordinates_finding(index: usize, place: &Place) -> Option<Finding> {
    let sound = match (place.latitude, place.longitude) {
        (None, None) => true,
        (Some(north), Some(east)) => north.abs() <= 90.0 && east.abs() <= 180.0,
        _ => false,
    };
    (!sound).then(|| {
        Finding::within(
            "place",
            index,
            "latitude",
            "coordinates",
            "latitude (−90 to 90) and longitude (−180 to 180) go together",
        )
    })
}
