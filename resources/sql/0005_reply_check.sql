-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- "Why am I adding this?": the operator's answers. They lie with the draft (outbox_id is NULL) and leave with the
-- reply, so that a reviewer reads them.
CREATE TABLE reply_reason (
    id               INTEGER PRIMARY KEY,
    conversation_id  INTEGER NOT NULL REFERENCES conversation (id),
    outbox_id        INTEGER REFERENCES outbox (id),
    rule             TEXT NOT NULL,
    fingerprint      TEXT NOT NULL,      -- which words of the reply the answer is about
    reason           TEXT NOT NULL,
    given_at         INTEGER NOT NULL
) STRICT;
CREATE INDEX reply_reason_by_conversation ON reply_reason (conversation_id, outbox_id);
CREATE INDEX reply_reason_by_outbox ON reply_reason (outbox_id);
CREATE INDEX reply_reason_by_rule ON reply_reason (rule, given_at);

-- Rules that are off for one draft.
CREATE TABLE reply_rule_off (
    id               INTEGER PRIMARY KEY,
    conversation_id  INTEGER NOT NULL REFERENCES conversation (id),
    outbox_id        INTEGER REFERENCES outbox (id),
    rule             TEXT NOT NULL
) STRICT;
CREATE INDEX reply_rule_off_by_conversation ON reply_rule_off (conversation_id, outbox_id);
CREATE INDEX reply_rule_off_by_outbox ON reply_rule_off (outbox_id);

-- A template that a reply began with, and how much of it was left in the end.
CREATE TABLE template_use (
    id               INTEGER PRIMARY KEY,
    conversation_id  INTEGER NOT NULL REFERENCES conversation (id),
    outbox_id        INTEGER REFERENCES outbox (id),     -- NULL: still a draft
    template         TEXT NOT NULL,                      -- its id: the path below the folder
    rendered         TEXT NOT NULL,                      -- as it was put into the draft
    used_at          INTEGER NOT NULL,
    is_changed       INTEGER NOT NULL DEFAULT 0          -- the reply that left says something else
) STRICT;
CREATE INDEX template_use_by_conversation ON template_use (conversation_id, outbox_id);
CREATE INDEX template_use_by_outbox ON template_use (outbox_id);
CREATE INDEX template_use_by_template ON template_use (template, used_at);
