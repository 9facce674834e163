//! What an index entry holds. The first half is the one table of forms, zones and weights that make a score; the second
//! the columns for filters, facets and order. An event is one entry, each of its decisions another, and both carry the
//! event's id, so that they are replaced together.

use tantivy::schema::{
    FAST, Field, IndexRecordOption, NumericOptions, STRING, Schema, SchemaBuilder,
    TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::RAW_TOKENIZER_NAME;
use tantivy::{Searcher, Term};

use crate::search::stream::TERMS;

/// What a match counts, form by form. Stop words are indexed as folded words and spellings only, for phrases and `=word`.
/// The score of a word in an entry is the sum, over the forms in which it is found,
/// of BM25 with that form's own rarity and frequency, times the form's weight. Whoever matches in a nearer form matches
/// in the coarser ones too, so nearer is always ahead: exact, folded, stem, skeleton; root and grams only rank.
///
/// The weights were chosen together on 10,529 passages and 1,801 questions, by mean reciprocal rank at 10, on clean
/// passages and on the same with a tenth of the spaces lost (the example `retrieval`). Beside each: what the two lose
/// without it. Pairs of neighbouring words gained .001 and would double the index; they are left out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// The spelling, letter by letter: .001 and .001.
    pub exact: f32,
    /// The folded word: .007 and .007.
    pub word: f32,
    /// The stem: .001 and .002.
    pub stem: f32,
    /// The consonants of the stem: .001 and nothing, but it finds plurals that nothing else does.
    pub skeleton: f32,
    /// The guessed root: .003 and .003.
    pub root: f32,
    /// Each stretch of four letters, however often it stands there: .014 and .015.
    pub gram: f32,
    /// Added where the stem stands in a title (not measured: the passages have none) that is not just cut out of the text: a person chose its words.
    pub title: f32,
    /// What a word that only tells what sort of answer is wanted counts in a sentence, as a share of itself; see
    /// [`crate::search::asking`]: .0015 and .0017.
    pub asking: f32,
    /// BM25's k1: how soon a word that stands often in a text counts no more.
    pub saturation: f32,
    /// BM25's b: how much longer texts are held back.
    pub length_share: f32,
    /// The least that a word counts which stands among the names of the event's organizations, people, places and
    /// countries, in whatever spelling or script the text has them.
    pub names: f32,
}

/// The weights of the archive. BM25's usual 1.2 and 0.75 lose .005 on the same questions; 0.9 and 0.4 are what short
/// passages are mostly searched with (P. Yang, H. Fang, J. Lin, "Anserini", *Journal of Data and Information Quality*
/// 10, 2018).
pub const WEIGHTS: Weights = Weights {
    exact: 0.15,
    word: 0.65,
    stem: 0.65,
    skeleton: 0.5,
    root: 1.3,
    gram: 0.5,
    title: 0.7,
    asking: 0.5,
    saturation: 0.9,
    length_share: 0.4,
    names: 1.0,
};

/// Light10 stems alone with BM25 as it usually is: the yardstick.
pub const LIGHT10_WEIGHTS: Weights = Weights {
    exact: 0.0,
    word: 0.0,
    stem: 1.0,
    skeleton: 0.0,
    root: 0.0,
    gram: 0.0,
    title: 0.0,
    asking: 1.0,
    saturation: 1.2,
    length_share: 0.75,
    names: 0.0,
};

/// An entry of this sort stands for an event.
pub const EVENT_ENTRY: &str = "event";
/// An entry of this sort stands for one decision of an event.
pub const DECISION_ENTRY: &str = "decision";

/// Columns that filters, facets and orders read; their names are needed wherever a segment is opened.
pub mod column {
    /// The event's id.
    pub const ID: &str = "id";
    /// Country codes.
    pub const COUNTRY: &str = "country";
    /// `BE:venue`: a country with its role.
    pub const COUNTRY_ROLE: &str = "country_role";
    /// Organization ids.
    pub const ORGANIZATION: &str = "organization";
    /// `id:founded`: an organization with its role.
    pub const ORGANIZATION_ROLE: &str = "organization_role";
    /// The kind of event.
    pub const KIND: &str = "kind";
    /// Who answers for the record.
    pub const REVIEW: &str = "review";
    /// First possible day of a dated event, in days since 1970; the first of all days for an open beginning.
    pub const EARLIEST: &str = "earliest";
    /// Last possible day of a dated event; the last of all days for an open end.
    pub const LATEST: &str = "latest";
    /// 1 where the date is stated, unqualified and closed at both ends.
    pub const CERTAIN: &str = "certain";
    /// Each year the event can have touched.
    pub const YEAR: &str = "year";
    /// The key that titles are sorted by.
    pub const TITLE_ORDER: &str = "title_order";
    /// The number of a decision.
    pub const NUMBER: &str = "number";
    /// How sure the machine is of a draft, in hundredths of a per cent; none where a person answers for it.
    pub const CONFIDENCE: &str = "confidence";
}

/// The fields of a zone, one for each form in which its words are indexed. A form is indexed only where it differs from
/// the nearer one: a skeleton that is its stem is found among the stems.
#[derive(Debug, Clone, Copy)]
pub struct ZoneFields {
    /// The zone's name in the index and in explanations.
    pub name: &'static str,
    /// Spellings, as [`spelling_term`] has them.
    pub exact: Option<Field>,
    /// Folded words, with positions for phrases.
    pub word: Field,
    /// Stems.
    pub stem: Field,
    /// Skeletons.
    pub skeleton: Option<Field>,
    /// Roots.
    pub root: Option<Field>,
    /// Grams.
    pub gram: Option<Field>,
}

/// The handles of all fields.
#[derive(Debug, Clone)]
pub struct Fields {
    /// All words of an event: title, summary, decisions and the whole text of its document.
    pub body: ZoneFields,
    /// The names of those who play a part in it, in all their spellings.
    pub names: ZoneFields,
    /// The stems of its title.
    pub title: Field,
    /// A decision's short form with the source's words for it.
    pub decision: ZoneFields,
    /// Which sort of entry.
    pub entry: Field,
    /// The event's id.
    pub id: Field,
    /// Ids of persons.
    pub person: Field,
    /// Ids of places.
    pub place: Field,
    /// `country:venue`, `organization:founded`: the roles that occur at all.
    pub role: Field,
    /// See [`column::COUNTRY`].
    pub country: Field,
    /// See [`column::COUNTRY_ROLE`].
    pub country_role: Field,
    /// See [`column::ORGANIZATION`].
    pub organization: Field,
    /// See [`column::ORGANIZATION_ROLE`].
    pub organization_role: Field,
    /// See [`column::KIND`].
    pub kind: Field,
    /// See [`column::REVIEW`].
    pub review: Field,
    /// See [`column::EARLIEST`].
    pub earliest: Field,
    /// See [`column::LATEST`].
    pub latest: Field,
    /// See [`column::CERTAIN`].
    pub certain: Field,
    /// See [`column::YEAR`].
    pub year: Field,
    /// See [`column::TITLE_ORDER`].
    pub title_order: Field,
    /// See [`column::CONFIDENCE`].
    pub confidence: Field,
    /// See [`column::NUMBER`].
    pub number: Field,
}

/// The schema and its handles; the same on every call.
#[must_use]
pub fn build() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let looked_up = STRING;
    let terms = || TextOptions::default().set_fast(RAW_TOKENIZER_NAME);
    let number = || NumericOptions::default().set_fast();
    let fields = Fields {
        body: body_fields(&mut builder),
        names: named_fields(&mut builder, "names"),
        title: builder.add_text_field("title", rows(IndexRecordOption::Basic)),
        decision: decision_fields(&mut builder),
        entry: builder.add_text_field("entry", looked_up.clone()),
        id: builder.add_text_field(column::ID, STRING | FAST),
        person: builder.add_text_field("person", looked_up.clone()),
        place: builder.add_text_field("place", looked_up.clone()),
        role: builder.add_text_field("role", looked_up),
        country: builder.add_text_field(column::COUNTRY, terms()),
        country_role: builder.add_text_field(column::COUNTRY_ROLE, terms()),
        organization: builder.add_text_field(column::ORGANIZATION, terms()),
        organization_role: builder.add_text_field(column::ORGANIZATION_ROLE, terms()),
        kind: builder.add_text_field(column::KIND, terms()),
        review: builder.add_text_field(column::REVIEW, terms()),
        earliest: builder.add_i64_field(column::EARLIEST, number()),
        latest: builder.add_i64_field(column::LATEST, number()),
        certain: builder.add_u64_field(column::CERTAIN, number()),
        year: builder.add_i64_field(column::YEAR, number()),
        title_order: builder.add_text_field(column::TITLE_ORDER, terms()),
        confidence: builder.add_u64_field(column::CONFIDENCE, number()),
        number: builder.add_u64_field(column::NUMBER, number()),
    };
    (builder.build(), fields)
}

/// How rows of terms are indexed. The length of a text is that of its words.
fn rows(record: IndexRecordOption) -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(TERMS)
        .set_fieldnorms(record == IndexRecordOption::WithFreqsAndPositions)
        .set_index_option(record);
    TextOptions::default().set_indexing_options(indexing)
}

/// The term of a spelling that is not the usual one of its word: all such spellings of a word stand together.
#[must_use]
pub fn spelling_term(folded: &str, spelling: &str) -> String {
    format!("{folded}={spelling}")
}

/// So many spellings of a word are told apart.
const MOST_SPELLINGS: usize = 24;

/// The spellings of a folded word that are not the usual one.
///
/// # Errors
/// When the index cannot be read.
pub fn spellings_of(searcher: &Searcher, field: Field, folded: &str) -> tantivy::Result<Vec<Term>> {
    let mut terms = Vec::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(field)?;
        let range = index
            .terms()
            .range()
            .ge(format!("{folded}="))
            .lt(format!("{folded}>"));
        let mut stream = range.into_stream()?;
        while let Some((key, _)) = stream.next() {
            let term = Term::from_field_text(field, std::str::from_utf8(key).unwrap_or_default());
            if terms.len() < MOST_SPELLINGS && !terms.contains(&term) {
                terms.push(term);
            }
        }
    }
    Ok(terms)
}

fn body_fields(builder: &mut SchemaBuilder) -> ZoneFields {
    let mut field = |name: &str, record| builder.add_text_field(name, rows(record));
    ZoneFields {
        name: "body",
        exact: Some(field("body_exact", IndexRecordOption::WithFreqs)),
        word: field("body_word", IndexRecordOption::WithFreqsAndPositions),
        stem: field("body_stem", IndexRecordOption::WithFreqs),
        skeleton: Some(field("body_skeleton", IndexRecordOption::WithFreqs)),
        root: Some(field("body_root", IndexRecordOption::WithFreqs)),
        gram: Some(field("body_gram", IndexRecordOption::Basic)),
    }
}

/// The fields of short texts, which are read whole: nothing of them has to be guessed from roots or grams.
fn named_fields(builder: &mut SchemaBuilder, name: &'static str) -> ZoneFields {
    let mut field =
        |form: &str, record| builder.add_text_field(&format!("{name}_{form}"), rows(record));
    ZoneFields {
        name,
        exact: None,
        word: field("word", IndexRecordOption::WithFreqsAndPositions),
        stem: field("stem", IndexRecordOption::Basic),
        skeleton: None,
        root: None,
        gram: None,
    }
}

fn decision_fields(builder: &mut SchemaBuilder) -> ZoneFields {
    let named = named_fields(builder, "decision");
    let skeleton = builder.add_text_field("decision_skeleton", rows(IndexRecordOption::Basic));
    ZoneFields {
        skeleton: Some(skeleton),
        ..named
    }
}
