//! Remarks for the reviewer: which names have no record because several fit, and which may be the same as another.
//! Invariant: a remark names at least one record.

use std::fmt;

/// What a name was looked up as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Noun {
    /// An organization.
    Organization,
    /// A person.
    Person,
    /// A place.
    Place,
}

/// Why a name has no authority record, or might have another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Several records bear the name.
    Ambiguous,
    /// No record bears it, but one or more are near to it.
    Near,
}

/// A remark for the reviewer on one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What the name was looked up as.
    pub noun: Noun,
    /// The name as the document has it.
    pub name: String,
    /// What is doubtful.
    pub doubt: Doubt,
    /// The records it may be: their keys and names, the likeliest first.
    pub candidates: Vec<(String, String)>,
}

impl fmt::Display for Remark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<String> = self
            .candidates
            .iter()
            .map(|(id, name)| format!("«{name}» ({id})"))
            .collect();
        let names = names.join("، ");
        match self.doubt {
            Doubt::Ambiguous => write!(
                formatter,
                "«{}» يحتمل أكثر من سجل: {names}؛ تُرك بلا ربط",
                self.name
            ),
            Doubt::Near => write!(formatter, "«{}» قد يكون نفس {names}", self.name),
        }
    }
}

impl Remark {
    /// A remark on the records of these keys.
    pub(super) fn of<Id: fmt::Display>(
        noun: Noun,
        name: &str,
        doubt: Doubt,
        ids: Vec<&Id>,
        name_of: impl Fn(&Id) -> Option<String>,
    ) -> Self {
        let candidates = ids
            .into_iter()
            .map(|id| (id.to_string(), name_of(id).unwrap_or_default()));
        Self {
            noun,
            name: name.to_owned(),
            doubt,
            candidates: candidates.collect(),
        }
    }
}
