//! Evidence: the words of a document that a fact rests on. A fact is held as `Attested<T>`, which
//! cannot be built without such words or a note that says from what it was inferred.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::text::span::{CodePoints, Span};

/// A passage of the document's text. `start` and `end` count Unicode code points; `quote` is
/// exactly that slice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// First code point of the passage.
    pub start: usize,
    /// The code point after the last one.
    pub end: usize,
    /// The passage, in the document's own words.
    pub quote: String,
    /// How sure the machine is, 0 to 1; absent on what a person found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f32>,
}

impl Evidence {
    /// Reads a passage out of a text, so that the quote is the slice by construction.
    #[must_use]
    pub fn read(text: &str, code_points: &CodePoints, span: Span) -> Self {
        Self {
            start: code_points.from_byte(span.start),
            end: code_points.from_byte(span.end),
            quote: span.slice(text).to_owned(),
            confidence: None,
        }
    }

    /// Whether the quote still stands at its place in `text`.
    #[must_use]
    pub fn holds_in(&self, text: &str) -> bool {
        self.start < self.end
            && text
                .chars()
                .skip(self.start)
                .take(self.end - self.start)
                .eq(self.quote.chars())
    }
}

/// What a fact rests on when it does not stand in the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Concluded by the archive from other things; the note says how.
    Inferred,
}

/// A fact without evidence and without the note that would excuse it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a fact needs evidence, or basis = \"inferred\" with a note")]
pub struct Unattested;

/// A value together with what it rests on: passages of the source, or an inference with its note.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Attested<T> {
    #[serde(flatten)]
    value: T,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<Evidence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<Basis>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

impl<T> Attested<T> {
    /// Joins a value to what it rests on.
    ///
    /// # Errors
    /// Without evidence, unless the basis is an inference whose note is not empty.
    pub fn new(
        value: T,
        evidence: Vec<Evidence>,
        basis: Option<Basis>,
        note: Option<String>,
    ) -> Result<Self, Unattested> {
        let note = note.filter(|note| !note.trim().is_empty());
        if evidence.is_empty() && (basis.is_none() || note.is_none()) {
            return Err(Unattested);
        }
        Ok(Self {
            value,
            evidence,
            basis,
            note,
        })
    }

    /// A value that stands in the text, with one passage that says so.
    #[must_use]
    pub fn stated(value: T, evidence: Evidence) -> Self {
        Self {
            value,
            evidence: vec![evidence],
            basis: None,
            note: None,
        }
    }

    /// The fact itself.
    #[must_use]
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The passages it rests on; empty only for an inference.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    /// Whether the archive concluded it rather than read it.
    #[must_use]
    pub fn is_inferred(&self) -> bool {
        self.basis.is_some()
    }

    /// Why it was inferred, or another remark on the grounds.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// Joins further grounds of the same fact; passages already there are not repeated.
    pub fn join(&mut self, other: Self, merge: impl FnOnce(&mut T, T)) {
        merge(&mut self.value, other.value);
        for evidence in other.evidence {
            if !self.evidence.contains(&evidence) {
                self.evidence.push(evidence);
            }
        }
        self.basis = self.basis.filter(|_| other.basis.is_some());
        self.note = self.note.take().or(other.note);
    }
}

/// Defines the value of a fact, with the reading of its attested form. The form is flat (the
/// value's keys beside `evidence`, `basis`, `note`); it is spelled out for each value, because
/// reading it through serde's `flatten` costs a page several times as much.
macro_rules! fact {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(serde::Serialize, serde::Deserialize)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)+
        }

        impl<'de> serde::Deserialize<'de> for $crate::model::evidence::Attested<$name> {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #[derive(serde::Deserialize)]
                struct Written {
                    $($(#[$field_meta])* $field: $type,)+
                    #[serde(default)]
                    evidence: Vec<$crate::model::evidence::Evidence>,
                    basis: Option<$crate::model::evidence::Basis>,
                    note: Option<String>,
                }
                let written = <Written as serde::Deserialize>::deserialize(deserializer)?;
                let value = $name { $($field: written.$field,)+ };
                Self::new(value, written.evidence, written.basis, written.note)
                    .map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use fact;
