-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- One deadline a conversation, and what the customer's words tell. 0 stands for "none" in times.

ALTER TABLE conversation ADD COLUMN heard_at INTEGER NOT NULL DEFAULT 0;     -- the customer's last message
ALTER TABLE conversation ADD COLUMN target_by INTEGER NOT NULL DEFAULT 0;    -- the team's response target
ALTER TABLE conversation ADD COLUMN window_by INTEGER NOT NULL DEFAULT 0;    -- the channel closes
ALTER TABLE conversation ADD COLUMN promised_by INTEGER NOT NULL DEFAULT 0;  -- a copy: the earliest open promise
ALTER TABLE conversation ADD COLUMN mood INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN mood_words TEXT NOT NULL DEFAULT '';     -- one a line
ALTER TABLE conversation ADD COLUMN mood_at INTEGER NOT NULL DEFAULT 0;      -- the heard_at that was read for it

-- Whose answer is due at no time comes after everybody.
ALTER TABLE conversation ADD COLUMN reply_key INTEGER
    AS (min(CASE target_by WHEN 0 THEN 9223372036854775807 ELSE target_by END,
            CASE window_by WHEN 0 THEN 9223372036854775807 ELSE window_by END,
            CASE promised_by WHEN 0 THEN 9223372036854775807 ELSE promised_by END)) VIRTUAL;

DROP INDEX conversation_by_urgency;
ALTER TABLE conversation DROP COLUMN urgency;
ALTER TABLE conversation ADD COLUMN urgency INTEGER
    AS (CASE waiting_since WHEN 0 THEN 24
        ELSE (audience = 0) * 12 + (CASE mood WHEN 1 THEN 0 WHEN 0 THEN 4 ELSE 8 END)
             + (reach < 100000) + (reach < 10000) + (reach < 1000) END) VIRTUAL;

UPDATE conversation SET heard_at = coalesce((
    SELECT max(1, m.sent_at) FROM message m
    WHERE m.conversation_id = conversation.id AND m.direction = 0 ORDER BY m.sent_at DESC LIMIT 1), 0);
UPDATE conversation SET promised_by = (
    SELECT min(p.due_at) FROM promise p WHERE p.conversation_id = conversation.id AND p.kept_at = 0)
WHERE id IN (SELECT conversation_id FROM promise WHERE kept_at = 0);

CREATE INDEX conversation_by_urgency
    ON conversation (shelf, urgency, wait_key, last_at DESC, id DESC, channel, audience, is_unread);
CREATE INDEX conversation_by_reply
    ON conversation (shelf, reply_key, wait_key, last_at DESC, id DESC, channel, audience, is_unread);
-- What was said and not yet read for its mood; the public first.
CREATE INDEX conversation_mood_due ON conversation (audience DESC, heard_at DESC)
    WHERE waiting_since > 0 AND mood_at <> heard_at;

CREATE TRIGGER promise_made AFTER INSERT ON promise
BEGIN
    UPDATE conversation SET promised_by = coalesce((
        SELECT min(p.due_at) FROM promise p WHERE p.conversation_id = NEW.conversation_id AND p.kept_at = 0), 0)
    WHERE id = NEW.conversation_id;
END;
CREATE TRIGGER promise_changed AFTER UPDATE OF due_at, kept_at, conversation_id ON promise
BEGIN
    UPDATE conversation SET promised_by = coalesce((
        SELECT min(p.due_at) FROM promise p WHERE p.conversation_id = conversation.id AND p.kept_at = 0), 0)
    WHERE id IN (OLD.conversation_id, NEW.conversation_id);
END;
CREATE TRIGGER promise_gone AFTER DELETE ON promise
BEGIN
    UPDATE conversation SET promised_by = coalesce((
        SELECT min(p.due_at) FROM promise p WHERE p.conversation_id = OLD.conversation_id AND p.kept_at = 0), 0)
    WHERE id = OLD.conversation_id;
END;

-- Which working hours the deadlines follow, and up to which conversation; -1: all.
CREATE TABLE reply_clock (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    hours       TEXT NOT NULL,
    done_until  INTEGER NOT NULL
) STRICT;
INSERT INTO reply_clock (id, hours, done_until) VALUES (1, '', 0);
