-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What authors and places change after a message came. Nothing is lost: the words before stay here.
ALTER TABLE message ADD COLUMN edited_at INTEGER NOT NULL DEFAULT 0;   -- by its author, the last time; 0: never
ALTER TABLE message ADD COLUMN deleted_at INTEGER NOT NULL DEFAULT 0;  -- by its author or its place; 0: it is there

CREATE TABLE message_version (
    message_id   INTEGER NOT NULL REFERENCES message (id),
    replaced_at  INTEGER NOT NULL,
    text         TEXT NOT NULL,
    html         BLOB,                                 -- zlib
    PRIMARY KEY (message_id, replaced_at)
) STRICT, WITHOUT ROWID;

-- Deletions of messages that have not come yet, by their place in the forest.
CREATE TABLE message_tombstone (
    key         BLOB PRIMARY KEY,
    deleted_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
