-- Reprints: a document that says what another says in nearly the same words is a further source of that document's
-- event. Likely pairs are found by the bands that two documents share.

-- How many different shingles the text has; NULL until its bands are written.
ALTER TABLE document ADD COLUMN shingles BIGINT;

CREATE INDEX document_without_bands ON document (id) WHERE shingles IS NULL;

CREATE TABLE band (
    value       BIGINT NOT NULL,
    document_id TEXT NOT NULL,
    PRIMARY KEY (value, document_id)
) WITHOUT ROWID;

-- The further sources of an event, beside the document it was drawn from. Without a similarity a person joined the two.
CREATE TABLE source (
    document_id TEXT PRIMARY KEY REFERENCES document (id),
    event_id    TEXT NOT NULL,
    similarity  DOUBLE PRECISION,
    publication TEXT NOT NULL
);

CREATE INDEX source_by_event ON source (event_id, document_id);
