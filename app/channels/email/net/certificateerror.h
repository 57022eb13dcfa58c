// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QList>
#include <QSslError>

namespace aside::mail {

/// What is wrong with a certificate, by what a person can do about it; the gravest where there are several.
/// Errc::Tls where it is nothing of a certificate.
[[nodiscard]] Errc certificateError(const QList<QSslError> &errors);

} // namespace aside::mail
