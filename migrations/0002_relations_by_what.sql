-- What relates an event is looked up by what it relates to, and counted: these indexes answer that alone, without
-- going on to the rows.

DROP INDEX event_by_country;
CREATE INDEX event_by_country ON event_country (code, event_id, role);

DROP INDEX event_by_organization;
CREATE INDEX event_by_organization ON event_organization (organization_id, event_id, role);

DROP INDEX event_by_person;
CREATE INDEX event_by_person ON event_person (person_id, event_id, role);

DROP INDEX event_by_place;
CREATE INDEX event_by_place ON event_place (place_id, event_id, role);
