// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/modifiedutf7.h"

#include <QStringDecoder>
#include <QStringEncoder>

namespace aside::imap {

namespace {

bool isPrintable(QChar c)
{
    return c >= u' ' && c <= u'~';
}

QByteArray shifted(QStringView run)
{
    QStringEncoder encode(QStringConverter::Utf16BE);
    const QByteArray wide = encode(run);
    return '&' + wide.toBase64(QByteArray::OmitTrailingEquals).replace('/', ',') + '-';
}

/// The text of what stands between "&" and "-".
std::optional<QString> unshifted(QByteArrayView run)
{
    QByteArray base64 = run.toByteArray();
    if (base64.contains('/')) {
        return std::nullopt;
    }
    const auto wide
        = QByteArray::fromBase64Encoding(base64.replace(',', '/'), QByteArray::AbortOnBase64DecodingErrors);
    if (!wide || (*wide).isEmpty() || (*wide).size() % 2 != 0) {
        return std::nullopt;
    }
    QStringDecoder decode(QStringConverter::Utf16BE, QStringConverter::Flag::Stateless);
    QString text = decode(*wide);
    return decode.hasError() || !text.isValidUtf16() ? std::nullopt : std::optional(text);
}

} // namespace

QByteArray toModifiedUtf7(QStringView name)
{
    QByteArray text;
    for (qsizetype i = 0; i < name.size();) {
        if (isPrintable(name[i])) {
            text += name[i] == u'&' ? QByteArrayView("&-") : QByteArrayView(name.sliced(i, 1).toLatin1());
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < name.size() && !isPrintable(name[end])) {
            ++end;
        }
        text += shifted(name.sliced(i, end - i));
        i = end;
    }
    return text;
}

std::optional<QString> fromModifiedUtf7(QByteArrayView text)
{
    QString name;
    for (qsizetype i = 0; i < text.size();) {
        if (!isPrintable(QLatin1Char(text[i]))) {
            return std::nullopt;
        }
        if (text[i] != '&') {
            name += QLatin1Char(text[i]);
            ++i;
            continue;
        }
        const qsizetype end = text.indexOf('-', i);
        if (end < 0) {
            return std::nullopt;
        }
        if (end == i + 1) {
            name += u'&';
        } else if (const auto run = unshifted(text.sliced(i + 1, end - i - 1))) {
            name += *run;
        } else {
            return std::nullopt;
        }
        i = end + 1;
    }
    return toModifiedUtf7(name) == text ? std::optional(name) : std::nullopt;
}

} // namespace aside::imap
