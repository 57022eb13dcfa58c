-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Private talks of which an operator said that they are not the person a move waits for.
CREATE TABLE rejected_arrival (
    move_id          INTEGER NOT NULL REFERENCES private_move (id),
    conversation_id  INTEGER NOT NULL REFERENCES conversation (id),
    rejected_at      INTEGER NOT NULL,
    PRIMARY KEY (move_id, conversation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rejected_arrival_by_conversation ON rejected_arrival (conversation_id);
