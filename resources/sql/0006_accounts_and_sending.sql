-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Accounts, and what the outbox has to remember of a reply on its way out. 0 stands for "none" in times.

CREATE TABLE account (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,  -- the keychain knows it by its id: none is used twice
    channel       INTEGER NOT NULL,
    name          TEXT NOT NULL,           -- as the team calls it
    identity      TEXT NOT NULL,           -- as customers see it
    address       TEXT NOT NULL,           -- as it was written
    folded        TEXT NOT NULL,           -- case folded: what identifies
    is_on         INTEGER NOT NULL,
    paused_until  INTEGER NOT NULL DEFAULT 0,
    pause_cause   TEXT NOT NULL DEFAULT '',  -- a name of models/core/error
    pause_words   TEXT NOT NULL DEFAULT '',
    UNIQUE (channel, folded)
) STRICT;

-- Never a secret: those lie in the keychain.
CREATE TABLE account_setting (
    account_id  INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name        TEXT NOT NULL,
    value       TEXT NOT NULL,
    PRIMARY KEY (account_id, name)
) STRICT, WITHOUT ROWID;

-- Through which account it came, and its replies go.
ALTER TABLE conversation ADD COLUMN account_id INTEGER REFERENCES account (id) ON DELETE SET NULL;

ALTER TABLE outbox ADD COLUMN account_id INTEGER REFERENCES account (id) ON DELETE SET NULL;
ALTER TABLE outbox ADD COLUMN wire_id TEXT NOT NULL DEFAULT '';            -- what every attempt carries
ALTER TABLE outbox ADD COLUMN hold_reason INTEGER NOT NULL DEFAULT 0;      -- counts while it is held
ALTER TABLE outbox ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN attempt_at INTEGER NOT NULL DEFAULT 0;       -- when the last one began
ALTER TABLE outbox ADD COLUMN next_attempt_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN remote_id TEXT NOT NULL DEFAULT '';          -- what the channel calls it
ALTER TABLE outbox ADD COLUMN fault TEXT NOT NULL DEFAULT '';              -- a name of models/core/error
ALTER TABLE outbox ADD COLUMN server_code TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN server_words TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN last_byte INTEGER NOT NULL DEFAULT 0;        -- 1: all of it had left
ALTER TABLE outbox ADD COLUMN evidence INTEGER NOT NULL DEFAULT 0;         -- of the last look at the server
ALTER TABLE outbox ADD COLUMN evidence_words TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN looks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN looked_at INTEGER NOT NULL DEFAULT 0;

-- Rows of before say only the state that was reached.
ALTER TABLE outbox_event ADD COLUMN event INTEGER;
ALTER TABLE outbox_event ADD COLUMN hold_reason INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox_event ADD COLUMN words TEXT NOT NULL DEFAULT '';

-- A row: nothing public leaves since then.
CREATE TABLE outbox_freeze (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    since  INTEGER NOT NULL
) STRICT;
