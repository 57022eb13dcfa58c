// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace aside {

/// "text/plain; charset=utf-8" taken apart, with RFC 2231 continuations joined and RFC 2047 words decoded.
struct HeaderValue {
    struct Parameter {
        QByteArray name; ///< in lower case
        QString value;
    };
    QByteArray value; ///< in lower case
    QList<Parameter> parameters;

    [[nodiscard]] static HeaderValue read(QByteArrayView raw, QByteArrayView charset = {});
    [[nodiscard]] QString parameter(QByteArrayView name) const;
};

} // namespace aside
