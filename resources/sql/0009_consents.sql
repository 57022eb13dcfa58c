-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What people allowed and refused, as it was said. Rows are added and never changed; they go only when the person is
-- erased. 0 stands for "none" in times.
CREATE TABLE consent_entry (
    id                   INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id            INTEGER NOT NULL REFERENCES person (id),
    consent_to           INTEGER NOT NULL,
    state                INTEGER NOT NULL,
    channel              INTEGER NOT NULL,
    handle               TEXT NOT NULL,        -- as it was written; empty: every address of the person
    said_at              INTEGER NOT NULL,
    until                INTEGER NOT NULL,     -- 0: without an end
    evidence_message_id  INTEGER,              -- no reference: what was said counts when the message is gone
    words                TEXT NOT NULL,        -- why, in the operator's words, where no message says it
    recorded_by          TEXT NOT NULL,
    recorded_at          INTEGER NOT NULL
) STRICT;
CREATE INDEX consent_entry_by_person ON consent_entry (person_id, id);
CREATE TRIGGER consent_entry_stays BEFORE UPDATE ON consent_entry
BEGIN
    SELECT RAISE(ABORT, 'the ledger of consents is only added to');
END;
