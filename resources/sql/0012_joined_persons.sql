-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Persons that turned out to be one. A person keeps its id, its note and what it allowed; its handles say who they
-- belong to, so that everything that comes later can be given back with them. 0 stands for "none" in times.

ALTER TABLE person ADD COLUMN merged_into INTEGER REFERENCES person (id);    -- NULL: stands for itself
ALTER TABLE person ADD COLUMN merged_ledger INTEGER NOT NULL DEFAULT 0;      -- the last line in consent_entry by then
ALTER TABLE person ADD COLUMN erased_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX person_by_merged_into ON person (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX person_by_name ON person (name) WHERE name <> '';

-- Whose it is without merging; NULL: person_id.
ALTER TABLE handle ADD COLUMN own_person_id INTEGER REFERENCES person (id);
CREATE INDEX handle_by_own_person ON handle (own_person_id) WHERE own_person_id IS NOT NULL;

-- What was decided about two persons.
CREATE TABLE person_decision (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    decision    INTEGER NOT NULL,
    person_id   INTEGER NOT NULL REFERENCES person (id),
    other_id    INTEGER NOT NULL REFERENCES person (id),
    decided_at  INTEGER NOT NULL,
    decided_by  TEXT NOT NULL
) STRICT;
CREATE INDEX person_decision_by_person ON person_decision (person_id, id);
CREATE INDEX person_decision_by_other ON person_decision (other_id, id);
CREATE TRIGGER person_decision_stays BEFORE UPDATE ON person_decision
BEGIN
    SELECT RAISE(ABORT, 'what was decided about persons is only added to');
END;
CREATE TRIGGER person_decision_is_kept BEFORE DELETE ON person_decision
BEGIN
    SELECT RAISE(ABORT, 'what was decided about persons is only added to');
END;

-- How a person likes to be answered, as the team learnt.
CREATE TABLE person_preference (
    person_id   INTEGER PRIMARY KEY REFERENCES person (id),
    channel     INTEGER,               -- NULL: any
    length      INTEGER NOT NULL,
    form        INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
) STRICT;
