// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace aside {

/// The header of a message or of a part: views into bytes somebody else keeps.
class MailHeader
{
public:
    /// One field as written: the value is still folded and encoded.
    struct Field {
        QByteArrayView name;
        QByteArrayView value;
    };

    /// A header longer than this is no header; what is beyond counts as body.
    static constexpr qsizetype longest = 1024LL * 1024;

    /// Reads up to the blank line (or to where the body plainly begins without one).
    [[nodiscard]] static MailHeader read(QByteArrayView bytes);

    [[nodiscard]] const QList<Field> &fields() const { return m_fields; }
    /// Length of the header with its blank line.
    [[nodiscard]] qsizetype length() const { return m_length; }
    /// The first field of that name, any case; empty where there is none.
    [[nodiscard]] QByteArrayView value(QByteArrayView name) const;
    /// The first one of them that is not blank, as text; charset is for raw bytes above 127.
    [[nodiscard]] QString text(QByteArrayView name, QByteArrayView charset) const;

private:
    QList<Field> m_fields;
    qsizetype m_length = 0;
};

} // namespace aside
