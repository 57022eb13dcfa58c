// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/ordernumbers.h"

#include <QRegularExpression>

#include <algorithm>

namespace aside {

namespace {

const QRegularExpression &expression()
{
    static const QRegularExpression words(
        QStringLiteral(
            R"((?<!\p{L})(?:заказ(?:а|у|ом|е|ы|ов)?|договор(?:а|у|ом|е)?|контракт(?:а|у|ом|е)?|)"
            R"(полис(?:а|у|ом|е)?|бронь|брони|бронировани[еяию]|лицев(?:ой|ого|ому|ым)\sсч[её]т(?:а|у|ом|е)?|)"
            R"(orders?|contract|booking|reservation|policy|account)(?!\p{L}))"
            R"(\s{0,2}(?:is\s|was\s)?(?<sign>(?:под\s)?(?:№|#|номер(?:а|у|ом|е)?\s?[:№]?|n°|no\.|)"
            R"((?:reference|ref\.?|id)\s(?:number|no\.)?|number|nr\.|:)[\s:]{0,3}#?)?\s?(?:is\s|was\s)?)"
            R"((?<number>(?:[A-ZА-Я]{1,4}[-/]?)?\d[\dA-ZА-Я]*+(?:[-/][\dA-ZА-Я]+)*+)(?![\p{L}\d]))"),
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    return words;
}

/// What counts or measures: "заказ 3000 рублей", "order 2026 items", "договор 2026 года".
bool isAmount(QStringView after)
{
    static const QRegularExpression units(
        QStringLiteral(
            R"(^\s?(?:₽|%|€|\$|£|руб|р\.|шт|год|г\.|тыс|млн|из\s|items?\b|pieces|pcs|units?\b|days?\b|)"
            R"(дн|час|hours?|minutes?|мин|[.:]\d|,\d))"),
        QRegularExpression::UseUnicodePropertiesOption);
    return units.matchView(after).hasMatch();
}

/// Without "№" or a word for it only what cannot be a count or a year.
bool isNumberOfOrder(const QRegularExpressionMatch &match)
{
    const auto number = match.capturedView(u"number");
    const auto digits = std::ranges::count_if(number, [](QChar c) { return c.isDigit(); });
    const bool hasSign = match.capturedLength(u"sign") > 0;
    const bool looksLikeCode = digits < number.size() && digits >= 3;
    return digits >= (hasSign ? 3 : 5) || looksLikeCode;
}

} // namespace

QList<TextRange> orderNumbersOf(QStringView text)
{
    QList<TextRange> found;
    auto matches = expression().globalMatchView(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (isNumberOfOrder(match)
            && !isAmount(text.sliced(match.capturedEnd())
                             .first(std::min<qsizetype>(12, text.size() - match.capturedEnd())))) {
            found.append(
                {.start = match.capturedStart(u"number"), .length = match.capturedLength(u"number")});
        }
    }
    return found;
}

} // namespace aside
