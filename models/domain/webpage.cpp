// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/webpage.h"

#include <QUrl>

namespace aside {

namespace {

constexpr qsizetype longest = 2000;

} // namespace

QString webPage(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QUrl url = trimmed.size() <= longest ? QUrl(trimmed, QUrl::StrictMode) : QUrl();
    const bool isWeb
        = url.scheme() == QLatin1StringView("https") || url.scheme() == QLatin1StringView("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty()) {
        return {};
    }
    const QString page = url.toString(QUrl::FullyEncoded);
    return page.size() <= longest ? page : QString();
}

} // namespace aside
