// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/ports/promisestore.h"

#include <QList>

namespace aside {

// See models/ports/promisestore.h for the contracts.

[[nodiscard]] Result<Promise> addPromise(Database &db, ConversationId id, Instant dueAt, const QString &words,
                                         Instant now);
[[nodiscard]] Result<Promise> keepPromise(Database &db, PromiseId id, Instant now);
[[nodiscard]] Result<QList<Promise>> promisesOf(Database &db, ConversationId id);
/// Those of all conversations of a person.
[[nodiscard]] Result<QList<Promise>> promisesTo(Database &db, PersonId id);

[[nodiscard]] Result<QList<Promise>> promiseList(Database &db, PromiseScope scope);
[[nodiscard]] Result<bool> noteReminder(Database &db, PromiseId id, PromiseReminder reminder);
/// Errc::NotFound where there is none.
[[nodiscard]] Result<Promise> promiseRow(Database &db, PromiseId id);

} // namespace aside
