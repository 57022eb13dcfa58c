// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/richtext/quotes.h"

#include "models/text/letterparts.h"

#include <QRegularExpression>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestAttribution = 300;

} // namespace

bool isAttribution(const QString &line)
{
    static const QRegularExpression words(
        u"(\\bwrote|\\bwrites|пиш[еу]т|писал[аи]?|schrieb\\b.*|a écrit ?|escribió)\\s*:?\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QString trimmed = line.trimmed();
    return trimmed.size() <= longestAttribution && trimmed.endsWith(u':') && words.match(trimmed).hasMatch();
}

qsizetype historyStart(const QString &text)
{
    return letterHistoryStart(text);
}

} // namespace aside
