// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtTypes>

#include <optional>

namespace aside {

/// A link of a stranger in the form a browser would go to: ASCII only, host in punycode, no user name.
struct SafeLink {
    QString address;
    QString host; ///< empty for mailto and tel
    bool isAltered = false; ///< it carried a user name or a number for a host: worth a question

    bool operator==(const SafeLink &) const = default;
};

/// Nothing where it is not http, https, mailto or tel, or where a browser would not know where to go.
[[nodiscard]] std::optional<SafeLink> safeLink(QStringView written);

/// Why a link is asked about before it is opened.
enum class LinkDoubt : quint8 { None, OtherHost, Altered, Lookalike };

/// `text` is what the reader sees as the link.
[[nodiscard]] LinkDoubt doubtAbout(const SafeLink &link, const QString &text);

} // namespace aside
