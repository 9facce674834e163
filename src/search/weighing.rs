//! From the words of a question to what the engine looks up: each form of a word in each zone, with its weight and the
//! rarity of the term.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use crate::search::analyzer::Forms;
use crate::search::posting::{Lookup, Role};
use crate::search::schema::{Fields, Weights, ZoneFields};
use crate::search::statistics::Statistics;
use crate::text::gram::grams;

/// What a term is weighed by: the counts of the archive and the table of weights.
pub struct Scale<'a> {
    /// The fields that are looked up.
    pub fields: &'a Fields,
    /// The weights of forms and zones.
    pub weights: Weights,
    statistics: Statistics<'a>,
    lengths: RefCell<HashMap<Field, Arc<[f32; 256]>>>,
}

/// How far from its spelling a word may be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// In every form; see [`Weights`].
    Skeleton,
    /// By the folded word and the stem: what is excluded should not take more with it than the reader sees.
    Stem,
}

/// Whose words are looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Those of events.
    Event,
    /// Those of single decisions.
    Decision,
}

impl<'a> Scale<'a> {
    /// The scale for one sort of entry.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn new(
        searcher: &'a Searcher,
        fields: &'a Fields,
        weights: Weights,
        entry: &str,
    ) -> tantivy::Result<Self> {
        Ok(Self {
            fields,
            weights,
            statistics: Statistics::of(searcher, fields, entry)?,
            lengths: RefCell::default(),
        })
    }

    /// The counts it weighs with.
    #[must_use]
    pub fn statistics(&self) -> &Statistics<'a> {
        &self.statistics
    }

    /// Everything that is looked up for a word. Names come last, because they count at least so much as they do alone.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn lookups(
        &self,
        scope: Scope,
        word: &Forms,
        reach: Reach,
    ) -> tantivy::Result<Vec<Lookup>> {
        let mut lookups = Vec::new();
        match scope {
            Scope::Event => {
                self.add_zone(&mut lookups, &self.fields.body, word, reach)?;
                if self.weights.title > 0.0 {
                    let title = (self.fields.title, word.stem.as_str());
                    self.add(
                        &mut lookups,
                        "title.stem",
                        title,
                        (Role::Ranks, self.weights.title),
                    )?;
                }
                self.add_names(&mut lookups, word)?;
            }
            Scope::Decision => self.add_zone(&mut lookups, &self.fields.decision, word, reach)?,
        }
        Ok(lookups)
    }

    /// The rarity of a word by its stem; that of a word nobody has where no entry holds it.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn rarity_of(&self, scope: Scope, word: &Forms) -> tantivy::Result<f32> {
        let zone = match scope {
            Scope::Event => &self.fields.body,
            Scope::Decision => &self.fields.decision,
        };
        let term = match word.has_stem() {
            true => Term::from_field_text(zone.stem, &word.stem),
            false => Term::from_field_text(zone.word, &word.folded),
        };
        let holding = self.statistics.doc_freq(&term)?;
        Ok(rarity(self.statistics.total_num_docs()?, holding).max(f32::MIN_POSITIVE))
    }

    /// The lookup of a spelling.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn exact(&self, spelling: &str) -> tantivy::Result<Vec<Lookup>> {
        let mut lookups = Vec::new();
        if let Some(field) = self.fields.body.exact {
            self.add(
                &mut lookups,
                "body.exact",
                (field, spelling),
                (Role::Holds, 1.0),
            )?;
        }
        Ok(lookups)
    }

    fn add_zone(
        &self,
        lookups: &mut Vec<Lookup>,
        zone: &ZoneFields,
        word: &Forms,
        reach: Reach,
    ) -> tantivy::Result<()> {
        let weights = self.weights;
        // A word of another script, or a stop word, has one form, which counts what all forms count together.
        let others = weights.stem + weights.skeleton + weights.root;
        let whole = if word.has_stem() {
            weights.word
        } else {
            weights.word + others
        };
        let forms = [
            ("exact", zone.exact, &word.exact, Role::Ranks, weights.exact),
            ("word", Some(zone.word), &word.folded, Role::Holds, whole),
            (
                "stem",
                Some(zone.stem),
                &word.stem,
                Role::Holds,
                weights.stem,
            ),
            (
                "skeleton",
                zone.skeleton,
                &word.skeleton,
                Role::Holds,
                weights.skeleton,
            ),
            ("root", zone.root, &word.root, Role::Ranks, weights.root),
        ];
        let count = match (word.has_stem(), reach) {
            (false, _) => 2,
            (true, Reach::Stem) => 3,
            (true, Reach::Skeleton) => forms.len(),
        };
        for (form, field, text, role, weight) in forms.into_iter().take(count) {
            if let (Some(field), true) = (field, weight > 0.0) {
                let name = format!("{}.{form}", zone.name);
                self.add(lookups, &name, (field, text), (role, weight))?;
            }
        }
        if let (Some(field), Reach::Skeleton, true) =
            (zone.gram, reach, weights.gram > 0.0 && !word.is_stop)
        {
            let name = format!("{}.gram", zone.name);
            for gram in grams(&word.folded) {
                self.add(lookups, &name, (field, gram), (Role::Ranks, weights.gram))?;
            }
        }
        Ok(())
    }

    fn add_names(&self, lookups: &mut Vec<Lookup>, word: &Forms) -> tantivy::Result<()> {
        let names = &self.fields.names;
        let forms = [
            ("names.word", names.word, &word.folded),
            ("names.stem", names.stem, &word.stem),
        ];
        if self.weights.names > 0.0 {
            for (name, field, text) in forms {
                self.add(
                    lookups,
                    name,
                    (field, text),
                    (Role::HoldsAtLeast, self.weights.names),
                )?;
            }
        }
        Ok(())
    }

    /// Adds the lookup of a term, unless nothing holds it.
    fn add(
        &self,
        lookups: &mut Vec<Lookup>,
        name: &str,
        (field, text): (Field, &str),
        (role, weight): (Role, f32),
    ) -> tantivy::Result<()> {
        let term = Term::from_field_text(field, text);
        let holding = self.statistics.doc_freq(&term)?;
        if holding == 0 {
            return Ok(());
        }
        let rarity = rarity(self.statistics.total_num_docs()?, holding);
        let is_counted = role != Role::HoldsAtLeast && self.is_counted(field);
        let lengths = if is_counted {
            Some(self.lengths(field)?)
        } else {
            None
        };
        let scale = if is_counted {
            self.weights.saturation + 1.0
        } else {
            1.0
        };
        let (name, weight) = (name.to_owned(), weight * rarity * scale);
        lookups.push(Lookup {
            name,
            term,
            role,
            weight,
            lengths,
        });
        Ok(())
    }

    /// Whether the field keeps how often a term stands in an entry.
    fn is_counted(&self, field: Field) -> bool {
        let (body, decision) = (&self.fields.body, &self.fields.decision);
        let counted = [
            Some(body.word),
            Some(body.stem),
            body.skeleton,
            body.root,
            body.gram,
        ];
        counted.contains(&Some(field)) || decision.word == field
    }

    /// What frequencies are held against, for each code of a length.
    fn lengths(&self, field: Field) -> tantivy::Result<Arc<[f32; 256]>> {
        if let Some(table) = self.lengths.borrow().get(&field) {
            return Ok(Arc::clone(table));
        }
        let entries = self.statistics.total_num_docs()?.max(1);
        let mean = (self.statistics.total_num_tokens(field)? as f32 / entries as f32).max(1.0);
        let Weights {
            saturation,
            length_share,
            ..
        } = self.weights;
        let mut table = [0.0; 256];
        for (code, length) in (0..=u8::MAX).zip(table.iter_mut()) {
            let share = FieldNormReader::id_to_fieldnorm(code) as f32 / mean;
            *length = saturation * (1.0 - length_share + length_share * share);
        }
        let table = Arc::new(table);
        self.lengths.borrow_mut().insert(field, Arc::clone(&table));
        Ok(table)
    }
}

/// The rarity of a term that `holding` of `entries` hold, as BM25 has it.
fn rarity(entries: u64, holding: u64) -> f32 {
    let (entries, holding) = (entries as f32, holding as f32);
    (1.0 + (entries - holding + 0.5).max(0.0) / (holding + 0.5)).ln()
}
