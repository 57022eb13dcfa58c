// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/persons/mergesuggestions.h"

#include <QString>

namespace aside {

// Words about who is who. Names and addresses in them are foreign text, in one line.

/// "wrote the address anna@example.org"
[[nodiscard]] QString mergeSignLabel(const MergeEvidence &evidence);
/// The name, else the address.
[[nodiscard]] QString personLabel(const PersonName &person);
[[nodiscard]] QString mergedLabel(const MergedPerson &merged);
[[nodiscard]] QString answerLengthLabel(AnswerLength length);
[[nodiscard]] QString addressFormLabel(AddressForm form);

} // namespace aside
