// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/datafinder.h"

#include "models/text/addressfinder.h"
#include "models/text/checksums.h"
#include "models/text/numberfinder.h"
#include "models/text/ordernumbers.h"
#include "models/text/phonenumbers.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

/// How far before a number the word that names it may stand.
constexpr qsizetype reach = 32;

bool namedBy(const QRegularExpression &word, QStringView text, TextRange range)
{
    const auto from = std::max<qsizetype>(0, range.start - reach);
    return word.matchView(text.sliced(from, range.start - from)).hasMatch();
}

bool isNamedPhone(QStringView text, TextRange range)
{
    static const QRegularExpression word(
        QStringLiteral(
            R"((?:тел\b|тел\.|телефон|звони|позвони|набер|моб\b|whatsapp|вотсап|ватсап|phone|call|tel\b|tel\.|mobile|)"
            R"(dial|ring|text us|sms|hotline|helpline)[^\d]*$)"),
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    return namedBy(word, text, range);
}

bool isNamedPassport(QStringView text, TextRange range)
{
    static const QRegularExpression word(QStringLiteral(R"((?:паспорт|серия|passport)[^\d]*$)"),
                                         QRegularExpression::UseUnicodePropertiesOption
                                             | QRegularExpression::CaseInsensitiveOption);
    return namedBy(word, text, range);
}

bool isNamedInn(QStringView text, TextRange range)
{
    static const QRegularExpression word(QStringLiteral(R"(\bИНН\b[^\d]*$)"),
                                         QRegularExpression::UseUnicodePropertiesOption
                                             | QRegularExpression::CaseInsensitiveOption);
    return namedBy(word, text, range);
}

bool isNamedSnils(QStringView text, TextRange range)
{
    static const QRegularExpression word(QStringLiteral(R"(СНИЛС[^\d]*$)"),
                                         QRegularExpression::UseUnicodePropertiesOption
                                             | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression form(QStringLiteral(R"(^\d{3}-\d{3}-\d{3}[ -]\d{2}$)"));
    return form.matchView(text.sliced(range.start, range.length)).hasMatch() || namedBy(word, text, range);
}

/// Collects what one text holds; what was taken is not taken again.
class Finder
{
public:
    Finder(QStringView text, const QList<LinkInText> &links, QStringView region)
        : m_text(text)
        , m_region(region)
    {
        for (const auto &link : links) {
            m_taken.append(link.range);
            if (link.kind == LinkKind::Mail) {
                m_data.append(
                    {.kind = DatumKind::Mail, .range = link.range, .normal = link.url.path().toLower()});
            }
        }
    }

    QList<DatumInText> data() &&
    {
        if (std::ranges::any_of(m_text, [](QChar c) { return c >= u'0' && c <= u'9'; })) {
            findIbans();
            for (const auto range : orderNumbersOf(m_text)) {
                take(DatumKind::Order, range, m_text.sliced(range.start, range.length).toString().toUpper());
            }
            for (const auto range : addressesOf(m_text)) {
                take(DatumKind::StreetAddress, range,
                     m_text.sliced(range.start, range.length).toString().simplified().toLower());
            }
            for (const auto &number : numbersOf(m_text)) {
                findIn(number);
            }
        }
        std::ranges::sort(m_data, {}, [](const DatumInText &datum) { return datum.range.start; });
        return std::move(m_data);
    }

private:
    [[nodiscard]] bool isFree(TextRange range) const
    {
        return std::ranges::none_of(m_taken, [range](TextRange other) { return other.overlaps(range); });
    }

    bool take(DatumKind kind, TextRange range, const QString &normal)
    {
        if (!isFree(range)) {
            return false;
        }
        m_taken.append(range);
        m_data.append({.kind = kind, .range = range, .normal = normal});
        return true;
    }

    void findIbans()
    {
        static const QRegularExpression form(
            QStringLiteral(R"(\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?\b)"));
        auto matches = form.globalMatchView(m_text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const auto letters = match.captured().remove(u' ');
            if (isIban(letters)) {
                take(DatumKind::Iban, {.start = match.capturedStart(), .length = match.capturedLength()},
                     letters);
            }
        }
    }

    void findIn(const NumberInText &number)
    {
        if (!takeNamed(number) && !takeCard(number)) {
            takePhone(number);
        }
    }

    /// Numbers that only a word before them or their own form tells from others.
    bool takeNamed(const NumberInText &number)
    {
        for (const auto &piece : piecesOf(m_text, number, 10, 12)) {
            const auto size = piece.digits.size();
            if (size == 11 && isSnils(piece.digits) && isNamedSnils(m_text, piece.range)) {
                return take(DatumKind::Snils, piece.range, piece.digits);
            }
            if (size == 10 && isNamedPassport(m_text, piece.range)) {
                return take(DatumKind::Passport, piece.range, piece.digits);
            }
            if (isInn(piece.digits) && isNamedInn(m_text, piece.range)) {
                return take(DatumKind::Inn, piece.range, piece.digits);
            }
        }
        return false;
    }

    bool takeCard(const NumberInText &number)
    {
        for (const auto &piece : piecesOf(m_text, number, 13, 19)) {
            if (!piece.hasPlus && isCardNumber(piece.digits)) {
                return take(DatumKind::Card, piece.range, piece.digits);
            }
        }
        return false;
    }

    /// "+1 …" or grouped digits look like a phone; a bare row of digits, or a number that nobody can have,
    /// needs more.
    [[nodiscard]] bool isWrittenAsPhone(const NumberInText &piece, const PhoneNumber &phone) const
    {
        const bool isLong = piece.digits.size() >= 10;
        const bool isComplete = piece.hasPlus || (phone.hasCountry && isLong);
        if (!phone.isServed) {
            return isLong && piece.isGrouped && isComplete;
        }
        return isComplete || isNamedPhone(m_text, piece.range) || (piece.isGrouped && isLong);
    }

    void takePhone(const NumberInText &number)
    {
        constexpr int mostTries = 6; // each costs more than all other looks at the number
        int tries = 0;
        for (const auto &piece : piecesOf(m_text, number, 7, 15)) {
            if (!isFree(piece.range)) {
                continue;
            }
            if (++tries > mostTries) {
                return;
            }
            const auto phone = phoneNumber(m_text.sliced(piece.range.start, piece.range.length), m_region);
            const bool looksRight = phone && isWrittenAsPhone(piece, *phone);
            if (looksRight) {
                take(DatumKind::Phone, piece.range, phone->e164);
            }
        }
    }

    QStringView m_text;
    QStringView m_region;
    QList<TextRange> m_taken;
    QList<DatumInText> m_data;
};

} // namespace

QList<DatumInText> dataOf(QStringView text, const QList<LinkInText> &links, QStringView region)
{
    return Finder(text, links, region).data();
}

} // namespace aside
