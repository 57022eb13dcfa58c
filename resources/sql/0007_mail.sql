-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Mail: whom a message names, where it lies on its server, and whom a reply goes to. 0 stands for "none" in times.

-- Everybody but the author.
CREATE TABLE message_recipient (
    message_id  INTEGER NOT NULL REFERENCES message (id),
    place       INTEGER NOT NULL,
    kind        INTEGER NOT NULL,
    name        TEXT NOT NULL,
    address     TEXT NOT NULL,
    PRIMARY KEY (message_id, place)
) STRICT, WITHOUT ROWID;

-- A message may lie in several folders.
CREATE TABLE server_place (
    account_id    INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    folder        TEXT NOT NULL,           -- as the server calls it
    uid_validity  INTEGER NOT NULL,
    uid           INTEGER NOT NULL,
    message_id    INTEGER NOT NULL REFERENCES message (id),
    flags         INTEGER NOT NULL,        -- as the server said last: 1 read, 2 answered, 4 to be removed
    PRIMARY KEY (account_id, folder, uid_validity, uid)
) STRICT, WITHOUT ROWID;
CREATE INDEX server_place_by_message ON server_place (message_id);

ALTER TABLE message ADD COLUMN removed_at INTEGER NOT NULL DEFAULT 0;   -- since then it lies nowhere on the server

-- What was done here and has to be done there. What is wanted later replaces what was wanted before.
CREATE TABLE server_change (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,  -- none is used twice: a late answer must not end a newer wish
    account_id  INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    message_id  INTEGER NOT NULL REFERENCES message (id),
    mark        INTEGER NOT NULL,
    is_set      INTEGER NOT NULL,
    UNIQUE (account_id, message_id, mark)
) STRICT;
CREATE INDEX server_change_by_message ON server_change (message_id);

-- JSON (models/domain/addressing); empty: the customer.
ALTER TABLE draft ADD COLUMN addressing TEXT NOT NULL DEFAULT '';
ALTER TABLE draft_version ADD COLUMN addressing TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN addressing TEXT NOT NULL DEFAULT '';
CREATE INDEX outbox_by_wire_id ON outbox (wire_id) WHERE wire_id <> '';
