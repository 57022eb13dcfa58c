-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Files that lie with a draft, and leave with it. Each belongs to one place at a time: moving it is one update.

CREATE TABLE draft_attachment (
    id          INTEGER PRIMARY KEY,
    draft_id    INTEGER REFERENCES draft (id),
    outbox_id   INTEGER REFERENCES outbox (id),
    name        TEXT NOT NULL,
    mime_type   TEXT NOT NULL,
    sha256      BLOB NOT NULL,
    size        INTEGER NOT NULL,
    alt         TEXT NOT NULL,      -- what a picture shows, for who cannot see it
    CHECK ((draft_id IS NULL) <> (outbox_id IS NULL))
) STRICT;
CREATE INDEX draft_attachment_by_draft ON draft_attachment (draft_id);
CREATE INDEX draft_attachment_by_outbox ON draft_attachment (outbox_id);

-- A file alone makes a draft.
ALTER TABLE draft ADD COLUMN attachment_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE draft ADD COLUMN is_written INTEGER AS (text <> '' OR attachment_count > 0) VIRTUAL;
CREATE TRIGGER draft_attachment_comes AFTER INSERT ON draft_attachment
BEGIN
    UPDATE draft SET attachment_count = attachment_count + 1 WHERE id = NEW.draft_id;
END;
CREATE TRIGGER draft_attachment_goes AFTER DELETE ON draft_attachment
BEGIN
    UPDATE draft SET attachment_count = attachment_count - 1 WHERE id = OLD.draft_id;
END;
CREATE TRIGGER draft_attachment_moves AFTER UPDATE OF draft_id ON draft_attachment
BEGIN
    UPDATE draft SET attachment_count = attachment_count - 1 WHERE id = OLD.draft_id;
    UPDATE draft SET attachment_count = attachment_count + 1 WHERE id = NEW.draft_id;
END;

-- Files of notes keep their words.
ALTER TABLE attachment ADD COLUMN alt TEXT NOT NULL DEFAULT '';
