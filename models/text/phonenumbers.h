// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace aside {

/// A phone number as a network knows it.
struct PhoneNumber {
    QString e164; ///< "+74951234567"
    bool isServed = false; ///< lies in a range that is given out; else only its length is right
    bool hasCountry = false; ///< written with its country, or with the prefix of calls inside it

    bool operator==(const PhoneNumber &) const = default;
};

/// Reads a number of any country; one without a country is read as one of `region` (ISO 3166). Nothing for
/// what has not the length of a number there. May be called on any thread.
[[nodiscard]] std::optional<PhoneNumber> phoneNumber(QStringView written, QStringView region);

} // namespace aside
