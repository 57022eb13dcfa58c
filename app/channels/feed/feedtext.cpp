// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/feed/feedtext.h"

#include "app/channels/feed/htmlentities.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace aside::feed {

namespace {

using namespace Qt::StringLiterals;

/// What people call encodings that have another name.
QByteArray properName(const QByteArray &said)
{
    const QByteArray name = said.trimmed().toLower();
    if (name == "utf8" || name == "unicode") {
        return "utf-8"_ba;
    }
    if (name == "cp1251" || name == "win-1251" || name == "win1251" || name == "windows1251") {
        return "windows-1251"_ba;
    }
    if (name == "iso-8859-1" || name == "us-ascii" || name == "ascii" || name == "latin1") {
        return "windows-1252"_ba; // as browsers do
    }
    return name == "gb2312" ? "gbk"_ba : name;
}

QByteArray charsetOf(const QByteArray &contentType)
{
    static const QRegularExpression form(u"charset\\s*=\\s*[\"']?([^\\s\"';]+)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(QString::fromLatin1(contentType)).captured(1).toLatin1();
}

QByteArray declaredEncoding(QByteArrayView bytes)
{
    static const QRegularExpression form(u"^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"'>]+)[\"']"_s);
    constexpr qsizetype most = 300;
    const QString start = QString::fromLatin1(bytes.first(std::min(bytes.size(), most)));
    return form.match(start).captured(1).toLatin1();
}

/// Nothing where nobody knows the name, or the bytes are not in it.
std::optional<QString> decodedAs(const QByteArray &name, QByteArrayView bytes)
{
    if (name.isEmpty()) {
        return std::nullopt;
    }
    QStringDecoder decoder(properName(name).constData());
    if (!decoder.isValid()) {
        return std::nullopt;
    }
    QString text = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(text));
}

/// More letters above ASCII that are Russian in windows-1251 than not: then it is that.
QByteArray likelyOldEncoding(QByteArrayView bytes)
{
    const auto high = std::ranges::count_if(bytes, [](char c) { return static_cast<quint8>(c) >= 0x80; });
    const auto russian = std::ranges::count_if(bytes, [](char c) { return static_cast<quint8>(c) >= 0xc0; });
    constexpr qsizetype few = 20;
    return russian * 10 > high * 8 && high > few ? "windows-1251"_ba : "windows-1252"_ba;
}

bool isXmlCharacter(QChar c)
{
    return c >= u' ' ? c != QChar(0xfffe) && c != QChar(0xffff) : c == u'\t' || c == u'\n' || c == u'\r';
}

/// Whether an entity begins here.
bool beginsEntity(QStringView rest)
{
    const qsizetype end = rest.first(std::min(rest.size(), longestEntity)).indexOf(u';');
    if (end < 2) {
        return false;
    }
    const QStringView name = rest.sliced(1, end - 1);
    return name == u"apos" || !entityText(name).isEmpty();
}

} // namespace

QString decodeFeed(QByteArrayView bytes, const QByteArray &contentType)
{
    if (const auto marked = QStringConverter::encodingForData(bytes, u'<');
        marked && *marked != QStringConverter::Utf8) {
        QStringDecoder decoder(*marked);
        return decoder.decode(bytes);
    }
    for (const QByteArray &name : {charsetOf(contentType), declaredEncoding(bytes), "utf-8"_ba}) {
        if (std::optional<QString> text = decodedAs(name, bytes)) {
            return *std::move(text);
        }
    }
    if (std::optional<QString> text = decodedAs(likelyOldEncoding(bytes), bytes)) {
        return *std::move(text);
    }
    return QString::fromUtf8(bytes);
}

QString repairedFeed(const QString &text)
{
    QString repaired;
    repaired.reserve(text.size() + text.size() / 50);
    bool isLiteral = false; // inside <![CDATA[ … ]]> nothing is an entity
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        const QStringView rest = QStringView(text).sliced(at);
        if (c == u'<' && rest.startsWith(u"<![CDATA[")) {
            isLiteral = true;
        } else if (c == u']' && rest.startsWith(u"]]>")) {
            isLiteral = false;
        }
        if (c == u'&' && !isLiteral && !beginsEntity(rest)) {
            repaired += u"&amp;"_s;
        } else if (isXmlCharacter(c)) {
            repaired += c;
        }
    }
    return repaired;
}

} // namespace aside::feed
