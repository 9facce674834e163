//! What an index entry holds. The first half is the one table of searchable zones and their weights; the second the
//! columns for filters, facets and order. An event is one entry, each of its decisions another, and both carry the
//! event's id, so that they are replaced together.

use tantivy::schema::{
    FAST, Field, IndexRecordOption, NumericOptions, STRING, Schema, SchemaBuilder,
    TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::RAW_TOKENIZER_NAME;

/// A zone of an event: a stretch of it with one weight. Each zone is indexed twice, as folded words and as stems.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Zone {
    /// Its name in the index and in explanations.
    pub name: &'static str,
    /// What its score is multiplied with.
    pub weight: f32,
}

/// The zones of an event, in the order of [`crate::search::entry`]. A score is the sum of BM25 over zones and forms.
/// The weights are the customary order of a library catalogue (title, names, abstract, text), not yet measured: the
/// issue on ranking measures them. Quotations weigh little because their words stand in the text as well.
pub const EVENT_ZONES: [Zone; 6] = [
    Zone {
        name: "title",
        weight: 3.0,
    },
    Zone {
        name: "names",
        weight: 2.0,
    },
    Zone {
        name: "summary",
        weight: 1.5,
    },
    Zone {
        name: "decisions",
        weight: 1.2,
    },
    Zone {
        name: "quotations",
        weight: 0.5,
    },
    Zone {
        name: "text",
        weight: 1.0,
    },
];

/// The zones of a decision's own entry: its short form with the source's words for it.
pub const DECISION_ZONES: [Zone; 1] = [Zone {
    name: "decision",
    weight: 1.0,
}];

/// What a match of the folded word and a match of the stem count. Whoever matches in the folded form matches in the
/// stem too, so the nearer spelling is always ahead. Equal halves were best over 32,511 Arabic passages.
pub const WORD_WEIGHT: f32 = 0.5;
/// See [`WORD_WEIGHT`].
pub const STEM_WEIGHT: f32 = 0.5;

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
}

/// The two fields of a zone.
#[derive(Debug, Clone, Copy)]
pub struct ZoneFields {
    /// Which zone.
    pub zone: Zone,
    /// Folded words, with positions for phrases.
    pub word: Field,
    /// Stems.
    pub stem: Field,
}

/// The handles of all fields.
#[derive(Debug, Clone)]
pub struct Fields {
    /// [`EVENT_ZONES`].
    pub event: Vec<ZoneFields>,
    /// [`DECISION_ZONES`].
    pub decision: Vec<ZoneFields>,
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
        event: EVENT_ZONES
            .map(|zone| zone_fields(&mut builder, zone))
            .to_vec(),
        decision: DECISION_ZONES
            .map(|zone| zone_fields(&mut builder, zone))
            .to_vec(),
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
        number: builder.add_u64_field(column::NUMBER, number()),
    };
    (builder.build(), fields)
}

fn zone_fields(builder: &mut SchemaBuilder, zone: Zone) -> ZoneFields {
    let text = |record| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(RAW_TOKENIZER_NAME)
            .set_index_option(record);
        TextOptions::default().set_indexing_options(indexing)
    };
    let name = |form| format!("{}_{form}", zone.name);
    ZoneFields {
        zone,
        word: builder.add_text_field(
            &name("word"),
            text(IndexRecordOption::WithFreqsAndPositions),
        ),
        stem: builder.add_text_field(&name("stem"), text(IndexRecordOption::WithFreqs)),
    }
}
