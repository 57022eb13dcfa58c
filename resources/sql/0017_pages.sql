-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Where a message stands on the web: to be opened, and to be answered by hand where programs cannot.
ALTER TABLE message ADD COLUMN page TEXT NOT NULL DEFAULT '';  -- http or https; empty: not known
