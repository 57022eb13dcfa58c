-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Triage, promises, notes about people, and what the orders of the inbox need. 0 stands for "none" in times.

ALTER TABLE handle ADD COLUMN reach INTEGER NOT NULL DEFAULT 0;          -- followers
ALTER TABLE handle ADD COLUMN is_blocked INTEGER NOT NULL DEFAULT 0;

-- Copies of what the customer's handle says, so that an index can lead to a list in its order.
ALTER TABLE conversation ADD COLUMN reach INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN is_blocked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN snoozed_until INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN answered_at INTEGER NOT NULL DEFAULT 0;   -- our last message
ALTER TABLE conversation ADD COLUMN waiting_since INTEGER NOT NULL DEFAULT 0; -- the first after it that is not ours

-- Where a conversation lies: its state, or 3 where its customer is blocked.
ALTER TABLE conversation ADD COLUMN shelf INTEGER
    AS (CASE WHEN is_blocked THEN 3 ELSE state END) VIRTUAL;
ALTER TABLE conversation ADD COLUMN is_unread INTEGER AS (unread_count > 0) VIRTUAL;
-- Who waits for nothing comes after everybody.
ALTER TABLE conversation ADD COLUMN wait_key INTEGER
    AS (CASE waiting_since WHEN 0 THEN 9223372036854775807 ELSE waiting_since END) VIRTUAL;
ALTER TABLE conversation ADD COLUMN urgency INTEGER
    AS (CASE waiting_since WHEN 0 THEN 8
        ELSE (audience = 0) * 4 + (reach < 100000) + (reach < 10000) + (reach < 1000) END) VIRTUAL;

UPDATE conversation SET answered_at = max(1, (
    SELECT m.sent_at FROM message m
    WHERE m.conversation_id = conversation.id AND m.direction = 1 ORDER BY m.sent_at DESC LIMIT 1))
WHERE EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = conversation.id AND m.direction = 1);

UPDATE conversation SET waiting_since = coalesce((
    SELECT max(1, m.sent_at) FROM message m
    WHERE m.conversation_id = conversation.id AND m.direction = 0
      AND m.sent_at > CASE conversation.answered_at WHEN 0 THEN -9223372036854775808
                      ELSE conversation.answered_at END
    ORDER BY m.sent_at LIMIT 1), 0)
WHERE state <> 1;

-- The lists, each read from its index alone, and the counts.
DROP INDEX conversation_by_state;
CREATE INDEX conversation_by_time ON conversation (shelf, last_at, id, channel, audience, is_unread);
CREATE INDEX conversation_by_wait
    ON conversation (shelf, wait_key, last_at DESC, id DESC, channel, audience, is_unread);
CREATE INDEX conversation_by_urgency
    ON conversation (shelf, urgency, wait_key, last_at DESC, id DESC, channel, audience, is_unread);
CREATE INDEX conversation_by_kind ON conversation (shelf, channel, audience, is_unread);
CREATE INDEX conversation_snoozed ON conversation (snoozed_until) WHERE state = 2 AND snoozed_until > 0;

CREATE TABLE conversation_tag (
    folded           TEXT NOT NULL,      -- case folded: what identifies
    conversation_id  INTEGER NOT NULL REFERENCES conversation (id),
    shown            TEXT NOT NULL,
    is_open          INTEGER NOT NULL,   -- its conversation lies in the inbox: a copy, so that counting is quick
    PRIMARY KEY (folded, conversation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_tag_by_conversation ON conversation_tag (conversation_id);
CREATE TRIGGER conversation_tag_follows AFTER UPDATE OF state, is_blocked ON conversation
WHEN OLD.shelf <> NEW.shelf
BEGIN
    UPDATE conversation_tag SET is_open = NEW.shelf = 0 WHERE conversation_id = NEW.id;
END;

CREATE TABLE promise (
    id               INTEGER PRIMARY KEY,
    conversation_id  INTEGER NOT NULL REFERENCES conversation (id),
    due_at           INTEGER NOT NULL,
    words            TEXT NOT NULL,
    made_at          INTEGER NOT NULL,
    kept_at          INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX promise_by_conversation ON promise (conversation_id, due_at);
CREATE INDEX promise_open ON promise (conversation_id, due_at) WHERE kept_at = 0;

CREATE TABLE person_note (
    person_id   INTEGER PRIMARY KEY REFERENCES person (id),
    text        TEXT NOT NULL,
    updated_at  INTEGER NOT NULL
) STRICT;
