-- The archive: documents as received, events with all their states, the authorities they refer to,
-- and the log that numbers every change. Columns beside the JSON of a record serve queries only;
-- they are written together with it, in one transaction.

CREATE TABLE document (
    id       TEXT PRIMARY KEY,
    name     TEXT NOT NULL,
    sha256   TEXT NOT NULL UNIQUE,
    text     TEXT NOT NULL,
    received TEXT NOT NULL
);

CREATE TABLE change (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at     TEXT NOT NULL,
    noun   TEXT NOT NULL,
    id     TEXT NOT NULL,
    action TEXT NOT NULL
);

CREATE TABLE event (
    id          TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES document (id),
    revision    BIGINT NOT NULL,
    title       TEXT NOT NULL,
    kind        TEXT NOT NULL,
    status      TEXT NOT NULL,
    review      TEXT NOT NULL,
    earliest    TEXT,
    latest      TEXT
);

CREATE INDEX event_by_day ON event (earliest, id);
CREATE INDEX event_by_document ON event (document_id);

-- Append-only: what an event was, each time it changed.
CREATE TABLE revision (
    event_id    TEXT NOT NULL,
    number      BIGINT NOT NULL,
    document_id TEXT NOT NULL REFERENCES document (id),
    at          TEXT NOT NULL,
    event       TEXT NOT NULL,
    PRIMARY KEY (event_id, number)
);

CREATE TABLE organization (
    id      TEXT PRIMARY KEY,
    name    TEXT NOT NULL,
    country TEXT,
    record  TEXT NOT NULL
);

CREATE TABLE person (
    id      TEXT PRIMARY KEY,
    name    TEXT NOT NULL,
    country TEXT,
    record  TEXT NOT NULL
);

CREATE TABLE place (
    id      TEXT PRIMARY KEY,
    name    TEXT NOT NULL,
    country TEXT,
    record  TEXT NOT NULL
);

CREATE TABLE event_country (
    event_id TEXT NOT NULL REFERENCES event (id),
    code     TEXT NOT NULL,
    role     TEXT NOT NULL,
    PRIMARY KEY (event_id, code, role)
);

CREATE INDEX event_by_country ON event_country (code, role);

CREATE TABLE event_organization (
    event_id        TEXT NOT NULL REFERENCES event (id),
    organization_id TEXT NOT NULL REFERENCES organization (id),
    role            TEXT NOT NULL,
    PRIMARY KEY (event_id, organization_id, role)
);

CREATE INDEX event_by_organization ON event_organization (organization_id, role);

CREATE TABLE event_person (
    event_id  TEXT NOT NULL REFERENCES event (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    role      TEXT NOT NULL,
    PRIMARY KEY (event_id, person_id, role)
);

CREATE INDEX event_by_person ON event_person (person_id, role);

CREATE TABLE event_place (
    event_id TEXT NOT NULL REFERENCES event (id),
    place_id TEXT NOT NULL REFERENCES place (id),
    role     TEXT NOT NULL,
    PRIMARY KEY (event_id, place_id, role)
);

CREATE INDEX event_by_place ON event_place (place_id, role);

CREATE TABLE decision (
    event_id TEXT NOT NULL REFERENCES event (id),
    number   BIGINT NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (event_id, number)
);

-- What an address led to before: withdrawn with a reason, or merged into another.
CREATE TABLE tombstone (
    noun   TEXT NOT NULL,
    id     TEXT NOT NULL,
    reason TEXT NOT NULL,
    at     TEXT NOT NULL,
    PRIMARY KEY (noun, id)
);

CREATE TABLE redirect (
    noun    TEXT NOT NULL,
    from_id TEXT NOT NULL,
    to_id   TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (noun, from_id)
);

-- What was imported under which name, and a digest of all that its event was made from: an item
-- whose digest has not moved is not touched.
CREATE TABLE item (
    name     TEXT PRIMARY KEY,
    digest   TEXT NOT NULL,
    event_id TEXT NOT NULL,
    recorded BIGINT NOT NULL
);

CREATE INDEX item_by_event ON item (event_id);
