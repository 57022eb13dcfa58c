-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Public talks that go on in private. 0 stands for "none" in times.
CREATE TABLE private_move (
    id                       INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id          INTEGER NOT NULL REFERENCES conversation (id),   -- the public one
    private_conversation_id  INTEGER REFERENCES conversation (id),            -- NULL until they come
    way                      INTEGER NOT NULL,
    state                    INTEGER NOT NULL,
    is_approach              INTEGER NOT NULL,     -- counts towards the limit
    started_at               INTEGER NOT NULL,
    started_by               TEXT NOT NULL,
    public_outbox_id         INTEGER REFERENCES outbox (id),
    private_outbox_id        INTEGER REFERENCES outbox (id),
    private_channel          INTEGER NOT NULL,
    private_handle           TEXT NOT NULL,
    private_text             TEXT NOT NULL,        -- waits until they come
    payload                  TEXT NOT NULL,        -- what the link to us carries; empty: none
    ended_at                 INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX private_move_by_conversation ON private_move (conversation_id, id);
CREATE INDEX private_move_by_private ON private_move (private_conversation_id, id);
CREATE INDEX private_move_by_public_item ON private_move (public_outbox_id);
CREATE INDEX private_move_by_private_item ON private_move (private_outbox_id);
CREATE UNIQUE INDEX private_move_by_payload ON private_move (payload) WHERE payload <> '';

-- The half that has to be sent before this one may leave.
ALTER TABLE outbox ADD COLUMN after_outbox_id INTEGER REFERENCES outbox (id);
CREATE INDEX outbox_by_earlier_half ON outbox (after_outbox_id) WHERE after_outbox_id IS NOT NULL;
