// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/textrange.h"

#include <QList>
#include <QString>
#include <QStringView>
#include <QUrl>

namespace aside {

/// What leads away from a text.
enum class LinkKind : quint8 {
    Web, ///< http, https, or a bare host
    Mail, ///< a mail address, with or without "mailto:"
    Handle, ///< "@name": a person or a page on some channel
    Mention, ///< VK's "[id1|Anna]": names somebody, leads nowhere new
};

/// A link, an address or a bare host in a text.
struct LinkInText {
    TextRange range; ///< with its markup
    QUrl url; ///< with the scheme that was meant; empty for a handle
    QString label{}; ///< the words a markup link stands on, else empty
    LinkKind kind = LinkKind::Web;

    bool operator==(const LinkInText &) const = default;
};

/// The links of the text, by place, none overlapping. Linear in the length of the text.
[[nodiscard]] QList<LinkInText> linksOf(QStringView text);

/// The host without "www." and in lower case, as a reader knows it ("пример.рф", not punycode).
[[nodiscard]] QString hostOf(const QUrl &url);

/// True where `host` is one of `hosts` or below one: "m.vk.com" is "vk.com".
[[nodiscard]] bool isHostOf(QStringView host, const QStringList &hosts);

} // namespace aside
