// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Says which SQLCipher this is: "4.6.1 community" as "4.6.1". Run while the build is configured.

#include <sqlite3.h>

#include <iostream>
#include <sstream>
#include <string>

int main()
{
    sqlite3 *db = nullptr;
    sqlite3_stmt *select = nullptr;
    std::string version;
    if (sqlite3_open(":memory:", &db) == SQLITE_OK
        && sqlite3_prepare_v2(db, "PRAGMA cipher_version", -1, &select, nullptr) == SQLITE_OK
        && sqlite3_step(select) == SQLITE_ROW) {
        std::istringstream(reinterpret_cast<const char *>(sqlite3_column_text(select, 0))) >> version;
    }
    sqlite3_finalize(select);
    sqlite3_close(db);
    std::cout << version;
    return version.empty() ? 1 : 0;
}
