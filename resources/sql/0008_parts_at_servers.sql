-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Attachments of large letters that were left at the server. As long as one is there its sha256 is empty and its size
-- is about what it will be. The row stays when it has come: it tells that the letter came in parts.
CREATE TABLE server_part (
    attachment_id  INTEGER PRIMARY KEY REFERENCES attachment (id),
    section        TEXT NOT NULL,      -- by which the server knows it: RFC 9051 6.4.5
    encoding       INTEGER NOT NULL,   -- 0 none, 1 base64, 2 quoted-printable
    size           INTEGER NOT NULL    -- as it is sent
) STRICT;
