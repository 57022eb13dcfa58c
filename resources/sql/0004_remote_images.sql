-- SPDX-FileCopyrightText: 2026 The Aside authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who may show images that lie on other servers without being asked each time.

ALTER TABLE handle ADD COLUMN loads_images INTEGER NOT NULL DEFAULT 0;
