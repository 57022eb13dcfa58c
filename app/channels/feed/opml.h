// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace aside::feed {

/// A feed as lists of feeds name it.
struct OpmlFeed {
    QString title{};
    QString address{};

    bool operator==(const OpmlFeed &) const = default;
};

/// The feeds of a list that another program wrote, in all of its folders, each once. Errors: TooLarge,
/// UnknownFormat where it is no OPML, or has a DOCTYPE, and Empty where it names no feed.
[[nodiscard]] Result<QList<OpmlFeed>> readOpml(const QByteArray &bytes);

[[nodiscard]] QByteArray writeOpml(const QList<OpmlFeed> &feeds);

} // namespace aside::feed
