// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/richtext/remotepicture.h"

#include <QString>
#include <QStringList>
#include <QtTypes>

namespace aside {

/// Why a message that came as HTML is shown as plain text.
enum class PlainReason : quint8 { None, TooLong, TooDeep, TooManyParts, Empty };

/// What became of a stranger's HTML: only paragraphs, lists, quotes, tables, plain marks, checked links, and
/// pictures that came with the message.
struct SafeHtml {
    QString html; ///< empty where `reason` says why
    PlainReason reason = PlainReason::None;
    qsizetype historyFrom = -1; ///< what lies between can be left out: quotes and signature at the end
    qsizetype historyTo = -1;
    RemoteContent remote; ///< what lies on other servers; also where there is nothing else
    QStringList pictures; ///< content ids it shows

    [[nodiscard]] QString withoutHistory() const;
    bool operator==(const SafeHtml &) const = default;
};

/// One pass over the text, whatever it is, in linear time. Sanitising what came out changes nothing. Pictures
/// of other servers are left out, or placed by their reference; their addresses never get into the HTML.
[[nodiscard]] SafeHtml sanitise(const QString &html, RemotePlaces places = RemotePlaces::LeftOut);

/// What a layout of less than a quarter of a second allows for.
struct HtmlLimits {
    static constexpr qsizetype source = 1'500'000; ///< characters before
    static constexpr qsizetype characters = 60'000; ///< that are read
    static constexpr int marks = 60'000; ///< tags, and entities, in the source
    static constexpr int depth = 250; ///< of the source
    static constexpr int words = 2'000; ///< in one tag
    static constexpr int nestedTables = 5;
    static constexpr int nestedLists = 6;
    static constexpr int nestedQuotes = 6;
    static constexpr int blocks = 1'500;
    static constexpr int cells = 500;
    static constexpr int runs = 6'000;
    static constexpr int pictures = 60;
    static constexpr int pictureWidth = 560;
};

} // namespace aside
