// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/id.h"

#include <QJsonObject>

namespace aside {
class ConsentStore;
class ConversationStore;
class DraftStore;
class OutboxStore;
class PersonRecords;
} // namespace aside

namespace aside::cli {

/// Where all that is kept of a person lies.
struct PersonSources {
    PersonRecords &records;
    ConsentStore &consents;
    ConversationStore &conversations;
    DraftStore &drafts;
    OutboxStore &outbox;
};

/// All that is kept of a person: documented in docs/asidectl.md, "person export". Waits for the stores: not
/// for the thread of a window. Errors are those of the stores; NotFound where there is no such person.
[[nodiscard]] Result<QJsonObject> everythingOf(const PersonSources &sources, PersonId person);

} // namespace aside::cli
