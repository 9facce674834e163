//! Gold: documents with the facts they state, in the public contract's JSON of an event. Invariant: a key that is absent
//! asks nothing of that field; an empty list asks that nothing be found.

use std::fs;
use std::path::Path;

use anyhow::Context;
use serde::{Deserialize, Deserializer};
use sijill::model::event::Event;

/// A document and what it states.
#[derive(Debug)]
pub struct Gold {
    /// The name of its files, without the ending.
    pub name: String,
    /// The text.
    pub text: String,
    /// What a reader finds in it.
    pub facts: Facts,
}

/// The facts of an event, as far as they are compared. A draft is read into the same form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// Whether the document tells of an event.
    pub is_event: bool,
    /// Its kind.
    pub kind: Option<String>,
    /// When it took place.
    pub dates: Option<Vec<Day>>,
    /// Where it was held, and what else is named.
    pub places: Option<Vec<Place>>,
    /// Whether it was held over a network; `null` says that it was not.
    #[serde(deserialize_with = "presence")]
    pub online: Option<bool>,
    /// The countries concerned.
    pub countries: Option<Vec<Country>>,
    /// The bodies concerned.
    pub organizations: Option<Vec<Part>>,
    /// The persons concerned.
    pub people: Option<Vec<Part>>,
    /// How many took part.
    pub attendance: Option<Vec<Count>>,
    /// What was decided.
    pub decisions: Option<Vec<Passage>>,
    /// Who said what.
    pub quotations: Option<Vec<Passage>>,
    /// What is right as well.
    pub accepted: Accepted,
}

/// A date; one that was inferred is none that the text states.
#[derive(Debug, Deserialize)]
pub struct Day {
    /// The day or days.
    pub edtf: String,
    /// Set where it does not stand in the text.
    pub basis: Option<String>,
}

/// A place and its part.
#[derive(Debug, Deserialize)]
pub struct Place {
    /// `held` where the event was held there.
    pub role: String,
    /// Its name.
    pub name: String,
    /// The country it lies in.
    pub country: Option<String>,
}

/// A country and its parts.
#[derive(Debug, Deserialize)]
pub struct Country {
    /// ISO 3166-1, two letters.
    pub code: String,
    /// `venue` where the event was held in it.
    #[serde(default)]
    pub roles: Vec<String>,
    /// Set where it does not stand in the text.
    pub basis: Option<String>,
}

/// A body or a person, and the part they play.
#[derive(Debug, Deserialize)]
pub struct Part {
    /// The name.
    pub name: String,
    /// The part.
    pub role: String,
    /// Set where it does not stand in the text.
    pub basis: Option<String>,
}

/// A count of those present.
#[derive(Debug, Deserialize)]
pub struct Count {
    /// How many.
    pub count: u64,
    /// Of what.
    pub unit: String,
}

/// A decision or a quotation.
#[derive(Debug, Deserialize)]
pub struct Passage {
    /// Who said it; nobody, for a decision.
    #[serde(default)]
    pub speaker: String,
    /// Its words.
    pub text: String,
    /// The passages it rests on.
    #[serde(default)]
    pub evidence: Vec<Words>,
}

/// The words of a piece of evidence.
#[derive(Debug, Deserialize)]
pub struct Words {
    /// As they stand in the text.
    pub quote: String,
}

/// Further right answers. Nothing at all (`null` or an empty string) may be one of them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Accepted {
    /// Kinds.
    pub kind: Vec<Option<String>>,
    /// First days.
    pub start_date: Vec<Option<String>>,
    /// Countries where it was held.
    pub venue_country: Vec<Option<String>>,
    /// Towns where it was held.
    pub city: Vec<Option<String>>,
    /// Names of the body that was founded or met.
    pub body: Vec<Option<String>>,
    /// Countries that count neither way.
    pub country_ambiguous: Vec<String>,
}

/// An accepted answer as it is compared: nothing is an empty string.
pub fn accepted(list: &[Option<String>]) -> impl Iterator<Item = &str> {
    list.iter().map(|one| one.as_deref().unwrap_or_default())
}

impl Facts {
    /// The places where it was held.
    pub fn held(&self) -> impl Iterator<Item = &Place> {
        let places = self.places.iter().flatten();
        places.filter(|place| place.role == "held")
    }
}

/// Told apart from an absent key, for which this is not called.
fn presence<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<bool>, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(Some(!matches!(
        value,
        serde_json::Value::Null | serde_json::Value::Bool(false)
    )))
}

/// An event in the form that is compared.
///
/// # Errors
/// When the event's JSON is not of the contract's form, which is a fault of ours.
pub fn facts(event: &Event) -> anyhow::Result<Facts> {
    Ok(serde_json::from_value(serde_json::to_value(event)?)?)
}

/// Reads `gold/NAME.json` with `texts/NAME.txt`, in the order of the names.
///
/// # Errors
/// When a file cannot be read or is not of the form; the error names it.
pub fn read_gold(folder: &Path) -> anyhow::Result<Vec<Gold>> {
    let mut gold = Vec::new();
    for entry in fs::read_dir(folder.join("gold"))? {
        let path = entry?.path();
        let Some(name) = path.file_stem().and_then(|stem| stem.to_str()) else {
            continue;
        };
        let named = || format!("{}", path.display());
        let facts = serde_json::from_slice(&fs::read(&path)?).with_context(named)?;
        let text = folder.join("texts").join(format!("{name}.txt"));
        let text = fs::read_to_string(text).with_context(named)?;
        let name = name.to_owned();
        gold.push(Gold { name, text, facts });
    }
    gold.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(gold)
}
