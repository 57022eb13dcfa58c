// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace aside {

/// A source's key: kind, canonical path, size and time of the last change.
[[nodiscard]] QString fileKey(const QString &kind, const QString &path);
[[nodiscard]] Instant modifiedAt(const QString &path);

/// A whole file of one message; TooLarge beyond the limit.
[[nodiscard]] Result<QByteArray> readMailFile(const QString &path);

/// Its beginning, where the header is; empty where it cannot be read.
[[nodiscard]] QByteArray readMailHead(const QString &path);

/// The addresses in a message's header, for a sample.
[[nodiscard]] QStringList participantAddresses(QByteArrayView raw);

} // namespace aside
