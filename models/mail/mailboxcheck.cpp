// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/mail/mailboxcheck.h"

#include <QUrl>

#include <algorithm>

namespace aside::mail {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestLocal = 64;
constexpr qsizetype longestAddress = 254;

std::unexpected<Error> noAddress(const QString &why)
{
    return std::unexpected(
        Error{.code = Errc::InvalidInput, .detail = u"address: "_s + why, .retryAfter = {}});
}

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128; });
}

/// Whether what cannot be seen is in it; line ends above all.
bool hasControl(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) {
        return c.unicode() < 0x20 || c.unicode() == 0x7f || c.category() == QChar::Other_Control
            || c.category() == QChar::Other_Format || c.category() == QChar::Separator_Line
            || c.category() == QChar::Separator_Paragraph;
    });
}

bool isAtomLetter(QChar c)
{
    return c.unicode() >= 128 || c.isLetterOrNumber() || u"!#$%&'*+-/=?^_`{|}~"_s.contains(c);
}

bool isDotAtom(QStringView local)
{
    return !local.startsWith(u'.') && !local.endsWith(u'.') && !local.contains(u".."_s)
        && std::ranges::all_of(local, [](QChar c) { return c == u'.' || isAtomLetter(c); });
}

/// "a b" in quotes, as the few wrote it whose address needs them; empty where it cannot be.
QString localPart(const QString &local)
{
    if (isDotAtom(local)) {
        return local;
    }
    const bool isQuoted = local.size() > 2 && local.startsWith(u'"') && local.endsWith(u'"');
    if (!isQuoted) {
        return {};
    }
    const QStringView inner = QStringView(local).sliced(1, local.size() - 2);
    return inner.contains(u'"') || inner.contains(u'\\') ? QString() : local;
}

} // namespace

Result<WireAddress> wireAddress(const QString &address)
{
    const QString trimmed = address.trimmed();
    const qsizetype at = trimmed.lastIndexOf(u'@');
    if (at <= 0 || hasControl(trimmed)) {
        return noAddress(at <= 0 ? u"no @"_s : u"control characters"_s);
    }
    const QString local = localPart(trimmed.first(at).normalized(QString::NormalizationForm_C));
    const QByteArray domain = QUrl::toAce(trimmed.sliced(at + 1));
    if (local.isEmpty() || local.toUtf8().size() > longestLocal) {
        return noAddress(u"the part before @"_s);
    }
    if (domain.isEmpty() || domain.startsWith('[')) {
        return noAddress(u"the domain"_s);
    }
    const QByteArray bytes = local.toUtf8() + '@' + domain;
    if (bytes.size() > longestAddress) {
        return noAddress(u"too long"_s);
    }
    return WireAddress{.bytes = bytes, .needsUtf8 = !isAscii(local)};
}

} // namespace aside::mail
