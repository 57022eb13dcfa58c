-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What became of promises, and which dates of sent replies were decided on. 0 stands for "none" in times.
ALTER TABLE promise ADD COLUMN ended_as INTEGER NOT NULL DEFAULT 0;    -- counts where kept_at does
ALTER TABLE promise ADD COLUMN outbox_id INTEGER REFERENCES outbox (id) ON DELETE SET NULL;    -- the reply that gave it
ALTER TABLE promise ADD COLUMN moved_to INTEGER REFERENCES promise (id) ON DELETE SET NULL;    -- counts where it moved
ALTER TABLE promise ADD COLUMN reminded INTEGER NOT NULL DEFAULT 0;    -- the last reminder that was given
CREATE INDEX promise_by_reply ON promise (outbox_id) WHERE outbox_id IS NOT NULL;

CREATE TABLE promise_answer (
    outbox_id    INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    place        INTEGER NOT NULL,       -- of the date in the reply's text; -1: the whole reply
    promise_id   INTEGER REFERENCES promise (id) ON DELETE SET NULL,       -- NULL: it is no promise
    answered_at  INTEGER NOT NULL,
    PRIMARY KEY (outbox_id, place)
) STRICT, WITHOUT ROWID;

-- Nobody is asked about what went out before.
INSERT INTO promise_answer (outbox_id, place, promise_id, answered_at)
SELECT id, -1, NULL, created_at FROM outbox WHERE state = 3;
