// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/person.h"
#include "models/persons/mergesuggestions.h"

#include <QJsonObject>

namespace aside::cli {

// Persons in JSON: documented in docs/asidectl.md.

/// Who it is, what is theirs, and how they like to be answered; without conversations.
[[nodiscard]] QJsonObject personJson(const PersonCard &card);
[[nodiscard]] QJsonObject suggestionJson(const MergeSuggestion &suggestion);
[[nodiscard]] QJsonObject decidedJson(const PersonDecided &decided);

} // namespace aside::cli
