// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace aside {

/// One address of a From, To or Cc header.
struct MailAddress {
    QString name;
    QString address; ///< as written, but for its domain in lower case

    bool operator==(const MailAddress &) const = default;
};

/// The addresses of a header, groups taken apart. What no grammar allows is searched for anything with an @.
[[nodiscard]] QList<MailAddress> readAddresses(QByteArrayView raw, QByteArrayView charset = {});

} // namespace aside
