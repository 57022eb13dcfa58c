-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What was done about a public complaint in private, in the operator's words. Rows are added and never changed;
-- they go only when the person is erased.
CREATE TABLE resolution (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    move_id      INTEGER NOT NULL REFERENCES private_move (id),
    what         TEXT NOT NULL,
    recorded_at  INTEGER NOT NULL,
    recorded_by  TEXT NOT NULL
) STRICT;
CREATE INDEX resolution_by_move ON resolution (move_id, id);
CREATE TRIGGER resolution_stays BEFORE UPDATE ON resolution
BEGIN
    SELECT RAISE(ABORT, 'what was recorded stays');
END;
