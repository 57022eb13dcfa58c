// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace aside {

/// The checksums that tell a number that means something from one that does not. Digits alone are handed in
/// (and letters for an IBAN, in capitals); anything else fails.
[[nodiscard]] bool isCardNumber(QStringView digits); ///< Luhn, 13 to 19 digits of a real issuer
[[nodiscard]] bool isIban(QStringView letters); ///< mod 97
[[nodiscard]] bool isSnils(QStringView digits); ///< 11 digits
[[nodiscard]] bool isInn(QStringView digits); ///< 10 or 12 digits

} // namespace aside
