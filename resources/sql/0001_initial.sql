-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Times are UTC milliseconds. Enumerations are the numbers of models/domain.

CREATE TABLE person (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL
) STRICT;

CREATE TABLE handle (
    id          INTEGER PRIMARY KEY,
    person_id   INTEGER NOT NULL REFERENCES person (id),
    channel     INTEGER NOT NULL,
    address     TEXT NOT NULL,      -- case folded: what identifies
    shown       TEXT NOT NULL,      -- as the channel wrote it
    UNIQUE (channel, address)
) STRICT;
CREATE INDEX handle_by_person ON handle (person_id);

CREATE TABLE conversation (
    id               INTEGER PRIMARY KEY,
    channel          INTEGER NOT NULL,
    audience         INTEGER NOT NULL,
    state            INTEGER NOT NULL,
    handle_id        INTEGER REFERENCES handle (id),   -- the customer
    first_at         INTEGER NOT NULL,
    last_at          INTEGER NOT NULL,
    last_direction   INTEGER NOT NULL,
    message_count    INTEGER NOT NULL,
    unread_count     INTEGER NOT NULL,
    attachment_count INTEGER NOT NULL,
    subject          TEXT NOT NULL,
    preview          TEXT NOT NULL
) STRICT;
CREATE INDEX conversation_by_state ON conversation (state, last_at, audience);
CREATE INDEX conversation_unread ON conversation (last_at) WHERE unread_count > 0;
CREATE INDEX conversation_by_handle ON conversation (handle_id);

-- Where a conversation went that turned out to be part of another.
CREATE TABLE conversation_alias (
    old_id           INTEGER PRIMARY KEY,
    conversation_id  INTEGER NOT NULL REFERENCES conversation (id)
) STRICT;
CREATE INDEX conversation_alias_target ON conversation_alias (conversation_id);

CREATE TABLE message (
    id               INTEGER PRIMARY KEY,
    conversation_id  INTEGER NOT NULL REFERENCES conversation (id),
    direction        INTEGER NOT NULL,
    is_read          INTEGER NOT NULL,
    sent_at          INTEGER NOT NULL,
    handle_id        INTEGER REFERENCES handle (id),   -- the author
    attachment_count INTEGER NOT NULL,
    node_key         BLOB NOT NULL,                    -- its place in thread_node
    digest           BLOB NOT NULL,                    -- tells a true duplicate from a borrowed id
    remote_id        TEXT NOT NULL,
    subject          TEXT NOT NULL,
    author           TEXT NOT NULL                     -- as this message named him
) STRICT;
CREATE INDEX message_by_conversation ON message (conversation_id, sent_at);
CREATE INDEX message_by_time ON message (sent_at);
CREATE INDEX message_with_attachment ON message (id) WHERE attachment_count > 0;

CREATE TABLE message_body (
    message_id  INTEGER PRIMARY KEY REFERENCES message (id),
    text        TEXT NOT NULL,
    html        BLOB                                   -- zlib
) STRICT;

CREATE TABLE attachment (
    id          INTEGER PRIMARY KEY,
    message_id  INTEGER NOT NULL REFERENCES message (id),
    name        TEXT NOT NULL,
    mime_type   TEXT NOT NULL,
    content_id  TEXT NOT NULL,
    sha256      BLOB NOT NULL,
    size        INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_by_message ON attachment (message_id);
CREATE INDEX attachment_by_sha256 ON attachment (sha256);

-- The threading forest (RFC 5256 REFERENCES): one row for each id that was seen or only spoken of.
-- A tree is a conversation. The key is a hash of channel and id.
CREATE TABLE thread_node (
    key              BLOB PRIMARY KEY,
    parent           BLOB,
    message_id       INTEGER,
    conversation_id  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX thread_node_by_conversation ON thread_node (conversation_id);

CREATE TABLE draft (
    id               INTEGER PRIMARY KEY,
    conversation_id  INTEGER NOT NULL REFERENCES conversation (id),
    kind             INTEGER NOT NULL,
    text             TEXT NOT NULL,
    updated_at       INTEGER NOT NULL,
    version          INTEGER NOT NULL,
    UNIQUE (conversation_id, kind)
) STRICT;

CREATE TABLE draft_version (
    draft_id    INTEGER NOT NULL REFERENCES draft (id),
    version     INTEGER NOT NULL,
    text        TEXT NOT NULL,
    saved_at    INTEGER NOT NULL,
    PRIMARY KEY (draft_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    id               INTEGER PRIMARY KEY,
    conversation_id  INTEGER NOT NULL REFERENCES conversation (id),
    state            INTEGER NOT NULL,
    text             TEXT NOT NULL,
    idempotency_key  TEXT NOT NULL UNIQUE,
    seen_message_id  INTEGER,
    created_at       INTEGER NOT NULL,
    hold_until       INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_by_conversation ON outbox (conversation_id);
CREATE INDEX outbox_by_state ON outbox (state, hold_until);

CREATE TABLE outbox_event (
    outbox_id   INTEGER NOT NULL REFERENCES outbox (id),
    at          INTEGER NOT NULL,
    state       INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_event_by_item ON outbox_event (outbox_id);

CREATE TABLE import_cursor (
    source      TEXT PRIMARY KEY,
    cursor      BLOB NOT NULL,
    updated_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE message_fts USING fts5 (
    subject, text, people,
    content = '', contentless_delete = 1, tokenize = 'aside', detail = full
);
INSERT INTO message_fts (message_fts, rank) VALUES ('hashsize', 8388608);
