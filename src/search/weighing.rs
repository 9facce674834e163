//! From the words of a question to what the engine looks up: each form of a word in each zone, with its weight and the
//! rarity of the term.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use crate::search::analyzer::{Analysis, Forms, forms_of};
use crate::search::posting::{LEVELS, Lengths, Lookup, Role};
use crate::search::schema::{Fields, Weights, ZoneFields, spelling_term, spellings_of};
use crate::search::scorer::Sought;
use crate::search::statistics::Statistics;
use crate::text::gram::grams;

/// What a term is weighed by: the counts of the archive and the table of weights.
pub struct Scale<'a> {
    /// The fields that are looked up.
    pub fields: &'a Fields,
    /// The weights of forms and zones.
    pub weights: Weights,
    statistics: Statistics<'a>,
    analysis: Analysis,
    lengths: RefCell<HashMap<Field, Lengths>>,
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
        (analysis, weights): (Analysis, Weights),
        entry: &str,
    ) -> tantivy::Result<Self> {
        Ok(Self {
            fields,
            weights,
            statistics: Statistics::of(searcher, fields, entry)?,
            analysis,
            lengths: RefCell::default(),
        })
    }

    /// The counts it weighs with.
    #[must_use]
    pub fn statistics(&self) -> &Statistics<'a> {
        &self.statistics
    }

    /// A word with everything that is looked up for it.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn sought(&self, scope: Scope, word: &Forms, reach: Reach) -> tantivy::Result<Sought> {
        let zone = match scope {
            Scope::Event => &self.fields.body,
            Scope::Decision => &self.fields.decision,
        };
        let mut sought = self.counted(zone, word, reach)?;
        if reach == Reach::Skeleton {
            self.add_grams(&mut sought, zone, word)?;
            self.add_spelling(&mut sought, zone, word)?;
        }
        if scope == Scope::Event {
            self.add_title(&mut sought, word)?;
            self.add_names(&mut sought, word)?;
        }
        Ok(sought)
    }

    /// A spelling: its own term, or, where it is the usual one, the folded word less its other spellings.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn exact(&self, word: &Forms) -> tantivy::Result<Sought> {
        let zone = &self.fields.body;
        let mut sought = self.nothing(zone)?;
        let folded = || Term::from_field_text(zone.word, &word.folded);
        let mut others = self.spellings(zone, word)?;
        let counted = match word.is_usual {
            true => folded(),
            false => others.pop().unwrap_or_else(folded),
        };
        sought.levels[0] = self.rarity(self.statistics.doc_freq(&counted)?)?;
        sought.weight = sought.levels[0];
        push(&mut sought, "body.exact", counted, Role::Counts(1));
        for term in others {
            push(&mut sought, "body.exact", term, Role::Lessens);
        }
        Ok(sought)
    }

    /// The terms that tell a spelling from others: of the usual one, those of all others; of another, its own.
    fn spellings(&self, zone: &ZoneFields, word: &Forms) -> tantivy::Result<Vec<Term>> {
        let Some(field) = zone.exact else {
            return Ok(Vec::new());
        };
        if word.is_usual {
            return spellings_of(self.statistics.searcher(), field, &word.folded);
        }
        let own = spelling_term(&word.folded, &word.exact);
        Ok(vec![Term::from_field_text(field, &own)])
    }

    /// A word of which nothing is looked up yet.
    fn nothing(&self, zone: &ZoneFields) -> tantivy::Result<Sought> {
        Ok(Sought {
            lookups: Vec::new(),
            levels: [0.0; LEVELS],
            lengths: (zone.word, self.lengths(zone.word)?),
            weight: self.rarity(0)?,
        })
    }

    /// The forms of a word that are counted: on each level the terms that make it up, each term once.
    fn counted(&self, zone: &ZoneFields, word: &Forms, reach: Reach) -> tantivy::Result<Sought> {
        let mut sought = self.nothing(zone)?;
        let weights = self.weights;
        let others = weights.stem + weights.skeleton + weights.root;
        let deepest = match (word.has_stem(), reach) {
            // A stop word or a word of another script has one form, which counts what all forms count together.
            (false, _) => 1,
            (true, Reach::Stem) => 2,
            (true, Reach::Skeleton) => LEVELS,
        };
        let weights = match word.has_stem() {
            true => [weights.word, weights.stem, weights.skeleton, weights.root],
            false => [weights.word + others, 0.0, 0.0, 0.0],
        };
        let mut terms: Vec<(Term, u8)> = Vec::new();
        for (level, weight) in weights.into_iter().enumerate().take(deepest) {
            if weight == 0.0 {
                continue;
            }
            let mut holding = 0;
            for term in self.terms(zone, level, word) {
                let found = self.statistics.doc_freq(&term)?;
                if found == 0 {
                    continue;
                }
                holding += found;
                match terms.iter_mut().find(|(known, _)| *known == term) {
                    Some((_, levels)) => *levels |= 1 << level,
                    None => terms.push((term, 1 << level)),
                }
            }
            let rarity = self.rarity(holding)?;
            sought.levels[level] = weight * rarity * (self.weights.saturation + 1.0);
            if level <= 1 {
                sought.weight = rarity;
            }
        }
        for (term, levels) in terms {
            push(&mut sought, zone.name, term, Role::Counts(levels));
        }
        Ok(sought)
    }

    /// The terms that make up a level. A form is indexed only where it differs from the nearer one, so a level has the
    /// terms of the nearer levels too, where its form is its own nearer form.
    fn terms(&self, zone: &ZoneFields, level: usize, word: &Forms) -> Vec<Term> {
        let fields = [Some(zone.word), Some(zone.stem), zone.skeleton, zone.root];
        let text = word.levels()[level];
        let mut terms = Vec::new();
        let own = forms_of(text, self.analysis);
        for nearer in (0..=level).rev() {
            if let Some(field) = fields[nearer] {
                terms.push(Term::from_field_text(field, text));
            }
            // Whether what stands on the level below as `text` is on this level as `text` too.
            let is_same = match nearer {
                0 => false,
                1 => own.has_stem() && own.stem == text,
                2 => crate::text::skeleton::skeleton(text) == text,
                _ => crate::text::skeleton::root(text) == text,
            };
            if !is_same {
                break;
            }
        }
        terms
    }

    fn add_grams(
        &self,
        sought: &mut Sought,
        zone: &ZoneFields,
        word: &Forms,
    ) -> tantivy::Result<()> {
        let Some(field) = zone
            .gram
            .filter(|_| self.weights.gram > 0.0 && !word.is_stop)
        else {
            return Ok(());
        };
        for gram in grams(&word.folded) {
            let term = Term::from_field_text(field, gram);
            let holding = self.statistics.doc_freq(&term)?;
            if holding > 0 {
                let scale = self.weights.gram * (self.weights.saturation + 1.0);
                let role = Role::AddsGram(scale * self.rarity(holding)?);
                push(sought, "body.gram", term, role);
            }
        }
        Ok(())
    }

    /// The very spelling counts a little more; where it is the usual one, the others a little less.
    fn add_spelling(
        &self,
        sought: &mut Sought,
        zone: &ZoneFields,
        word: &Forms,
    ) -> tantivy::Result<()> {
        if self.weights.exact == 0.0 {
            return Ok(());
        }
        let sign = if word.is_usual { -1.0 } else { 1.0 };
        let folded = Term::from_field_text(zone.word, &word.folded);
        let weight = sign * self.weights.exact * self.rarity(self.statistics.doc_freq(&folded)?)?;
        for term in self.spellings(zone, word)? {
            push(sought, "body.exact", term, Role::Adds(weight));
        }
        Ok(())
    }

    fn add_title(&self, sought: &mut Sought, word: &Forms) -> tantivy::Result<()> {
        let term = Term::from_field_text(self.fields.title, &word.stem);
        let holding = self.statistics.doc_freq(&term)?;
        if holding > 0 && self.weights.title > 0.0 {
            let role = Role::Adds(self.weights.title * self.rarity(holding)?);
            push(sought, "title.stem", term, role);
        }
        Ok(())
    }

    fn add_names(&self, sought: &mut Sought, word: &Forms) -> tantivy::Result<()> {
        let names = &self.fields.names;
        let word_term = Term::from_field_text(names.word, &word.folded);
        let stem_term = Term::from_field_text(names.stem, &word.stem);
        for (name, term) in [("names.word", word_term), ("names.stem", stem_term)] {
            let holding = self.statistics.doc_freq(&term)?;
            if holding > 0 && self.weights.names > 0.0 {
                let weight = self.weights.names * self.rarity(holding)?;
                push(sought, name, term, Role::AtLeast(weight));
            }
        }
        Ok(())
    }

    /// The rarity of what `holding` entries hold, as BM25 has it; never 0.
    fn rarity(&self, holding: u64) -> tantivy::Result<f32> {
        let entries = self.statistics.total_num_docs()?;
        let (entries, holding) = (entries as f32, holding.min(entries) as f32);
        let odds = (entries - holding + 0.5).max(0.0) / (holding + 0.5);
        Ok((1.0 + odds).ln().max(f32::MIN_POSITIVE))
    }

    /// What frequencies are held against, for each code of a length.
    fn lengths(&self, field: Field) -> tantivy::Result<Lengths> {
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

fn push(sought: &mut Sought, name: &'static str, term: Term, role: Role) {
    sought.lookups.push(Lookup { name, term, role });
}
