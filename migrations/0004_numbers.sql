-- What relates an event is kept by the event's number, which grows, and not by its id, which is random: what is written
-- together then stands together, and an import of many documents rewrites few pages. Numbers are of this database alone;
-- addresses and exports know ids only.

CREATE TABLE numbered (
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL REFERENCES document (id),
    revision    BIGINT NOT NULL,
    title       TEXT NOT NULL,
    kind        TEXT NOT NULL,
    status      TEXT NOT NULL,
    review      TEXT NOT NULL,
    earliest    TEXT,
    latest      TEXT
);

INSERT INTO numbered (id, document_id, revision, title, kind, status, review, earliest, latest)
SELECT id, document_id, revision, title, kind, status, review, earliest, latest FROM event ORDER BY event.rowid;

CREATE TABLE numbered_country (
    event_number INTEGER NOT NULL REFERENCES numbered (number),
    code         TEXT NOT NULL,
    role         TEXT NOT NULL,
    PRIMARY KEY (event_number, code, role)
) WITHOUT ROWID;

INSERT INTO numbered_country
SELECT numbered.number, code, role FROM event_country JOIN numbered ON id = event_id ORDER BY 1, 2, 3;

DROP TABLE event_country;
ALTER TABLE numbered_country RENAME TO event_country;
CREATE INDEX event_by_country ON event_country (code, event_number, role);

CREATE TABLE numbered_organization (
    event_number    INTEGER NOT NULL REFERENCES numbered (number),
    organization_id TEXT NOT NULL REFERENCES organization (id),
    role            TEXT NOT NULL,
    PRIMARY KEY (event_number, organization_id, role)
) WITHOUT ROWID;

INSERT INTO numbered_organization
SELECT numbered.number, organization_id, role FROM event_organization JOIN numbered ON id = event_id ORDER BY 1, 2, 3;

DROP TABLE event_organization;
ALTER TABLE numbered_organization RENAME TO event_organization;
CREATE INDEX event_by_organization ON event_organization (organization_id, event_number, role);

CREATE TABLE numbered_person (
    event_number INTEGER NOT NULL REFERENCES numbered (number),
    person_id    TEXT NOT NULL REFERENCES person (id),
    role         TEXT NOT NULL,
    PRIMARY KEY (event_number, person_id, role)
) WITHOUT ROWID;

INSERT INTO numbered_person
SELECT numbered.number, person_id, role FROM event_person JOIN numbered ON id = event_id ORDER BY 1, 2, 3;

DROP TABLE event_person;
ALTER TABLE numbered_person RENAME TO event_person;
CREATE INDEX event_by_person ON event_person (person_id, event_number, role);

CREATE TABLE numbered_place (
    event_number INTEGER NOT NULL REFERENCES numbered (number),
    place_id     TEXT NOT NULL REFERENCES place (id),
    role         TEXT NOT NULL,
    PRIMARY KEY (event_number, place_id, role)
) WITHOUT ROWID;

INSERT INTO numbered_place
SELECT numbered.number, place_id, role FROM event_place JOIN numbered ON id = event_id ORDER BY 1, 2, 3;

DROP TABLE event_place;
ALTER TABLE numbered_place RENAME TO event_place;
CREATE INDEX event_by_place ON event_place (place_id, event_number, role);

CREATE TABLE numbered_decision (
    event_number INTEGER NOT NULL REFERENCES numbered (number),
    number       BIGINT NOT NULL,
    text         TEXT NOT NULL,
    PRIMARY KEY (event_number, number)
) WITHOUT ROWID;

INSERT INTO numbered_decision
SELECT numbered.number, decision.number, text FROM decision JOIN numbered ON id = event_id ORDER BY 1, 2;

DROP TABLE decision;
ALTER TABLE numbered_decision RENAME TO decision;

DROP TABLE event;
ALTER TABLE numbered RENAME TO event;
CREATE INDEX event_by_day ON event (earliest, id);
CREATE INDEX event_by_document ON event (document_id);

-- The bands of the documents received last, a list for each document, in the order they came. Bands are random, and each
-- rewrites a page of its own: so they are sorted into the table of bands many thousands at once.

CREATE TABLE signature (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id TEXT NOT NULL,
    bands       TEXT NOT NULL
);

-- Bands are of four least values from here on, so that texts of one genre share few: those of three mean nothing now, and
-- the next import writes them anew.

DELETE FROM band;
UPDATE document SET shingles = NULL WHERE shingles > 0;
