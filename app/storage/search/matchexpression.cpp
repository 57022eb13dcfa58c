// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/search/matchexpression.h"

#include "app/storage/search/endings.h"

#include <QStringList>

namespace aside {

namespace {

QString quoted(QString text)
{
    text.replace(QChar(u'\0'), QChar(u' '));
    text.replace(QLatin1StringView("\""), QLatin1StringView("\"\""));
    return u'"' + text + u'"';
}

QLatin1StringView column(SearchField field)
{
    switch (field) {
    case SearchField::Any:
        return {};
    case SearchField::Subject:
        return QLatin1StringView("subject : ");
    case SearchField::From:
        return QLatin1StringView("people : ");
    }
    Q_UNREACHABLE_RETURN({});
}

/// The index holds stems alone. A word that begins with "refun" has a stem that begins so; one that begins
/// with "returned" has a shorter stem, which is found through the words that "returned" may become.
QString expression(const SearchTerm &term)
{
    if (!term.prefix) {
        return column(term.field) + quoted(term.text);
    }
    QStringList forms{quoted(term.text) + u'*', quoted(term.text)};
    for (const auto &rest : likelyEndings(term.text)) {
        forms << quoted(term.text + rest);
    }
    return column(term.field) + u'(' + forms.join(QLatin1StringView(" OR ")) + u')';
}

QString anyOf(const QList<SearchTerm> &terms)
{
    QStringList parts;
    for (const auto &term : terms) {
        if (hasWords(term.text)) {
            parts << expression(term);
        }
    }
    return parts.join(QLatin1StringView(" OR "));
}

} // namespace

MatchExpression matchExpression(const SearchQuery &query)
{
    MatchExpression match;
    QStringList groups;
    for (const auto &group : query.groups) {
        if (const auto any = anyOf(group); !any.isEmpty()) {
            groups << u'(' + any + u')';
        }
    }
    match.wanted = groups.join(QLatin1StringView(" AND "));
    const auto excluded = anyOf(query.excluded);
    if (match.wanted.isEmpty()) {
        match.excluded = excluded;
    } else if (!excluded.isEmpty()) {
        match.wanted = u'(' + match.wanted + QLatin1StringView(") NOT (") + excluded + u')';
    }
    return match;
}

} // namespace aside
