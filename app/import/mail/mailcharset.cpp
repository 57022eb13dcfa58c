// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/mailcharset.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <utility>

namespace aside {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array aliases{
    std::pair{"ansi-1251", "windows-1251"},
    std::pair{"ascii", ""},
    std::pair{"ansi_x3.4-1968", ""},
    std::pair{"binary", ""},
    std::pair{"cp-1250", "windows-1250"},
    std::pair{"cp-1251", "windows-1251"},
    std::pair{"cp-1252", "windows-1252"},
    std::pair{"cp-866", "ibm866"},
    std::pair{"cp1251", "windows-1251"},
    std::pair{"cp1252", "windows-1252"},
    std::pair{"cp866", "ibm866"},
    std::pair{"default", ""},
    std::pair{"gb2312", "gb18030"},
    std::pair{"gbk", "gb18030"},
    std::pair{"iso-8859-1", "windows-1252"},
    std::pair{"iso-8859-8-i", "iso-8859-8"},
    std::pair{"iso8859-1", "windows-1252"},
    std::pair{"iso8859-15", "iso-8859-15"},
    std::pair{"iso8859-2", "iso-8859-2"},
    std::pair{"iso8859-5", "iso-8859-5"},
    std::pair{"iso8859_1", "windows-1252"},
    std::pair{"koi8", "koi8-r"},
    std::pair{"koi8r", "koi8-r"},
    std::pair{"koi8u", "koi8-u"},
    std::pair{"ks_c_5601-1987", "windows-949"},
    std::pair{"latin-1", "windows-1252"},
    std::pair{"latin1", "windows-1252"},
    std::pair{"shift-jis", "shift_jis"},
    std::pair{"unicode-1-1-utf-7", "utf-7"},
    std::pair{"unicode-1-1-utf-8", "utf-8"},
    std::pair{"unknown", ""},
    std::pair{"unknown-8bit", ""},
    std::pair{"us-ascii", ""},
    std::pair{"utf7", "utf-7"},
    std::pair{"utf8", "utf-8"},
    std::pair{"utf8mb3", "utf-8"},
    std::pair{"utf8mb4", "utf-8"},
    std::pair{"utf_8", "utf-8"},
    std::pair{"win-1250", "windows-1250"},
    std::pair{"win-1251", "windows-1251"},
    std::pair{"win-1252", "windows-1252"},
    std::pair{"win1251", "windows-1251"},
    std::pair{"windows1251", "windows-1251"},
    std::pair{"x-cp1250", "windows-1250"},
    std::pair{"x-cp1251", "windows-1251"},
    std::pair{"x-cp1252", "windows-1252"},
    std::pair{"x-gbk", "gb18030"},
    std::pair{"x-mac-cyrillic", "x-mac-cyrillic"},
    std::pair{"x-sjis", "shift_jis"},
    std::pair{"x-unknown", ""},
    std::pair{"x-user-defined", ""},
    std::pair{"x-win-1251", "windows-1251"},
};

bool isAscii(QByteArrayView bytes)
{
    return std::ranges::none_of(bytes, [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

QString decodeNamed(QByteArrayView bytes, const QByteArray &name)
{
    QStringDecoder decoder(name.constData());
    if (!decoder.isValid()) {
        return QString::fromLatin1(bytes);
    }
    return decoder.decode(bytes);
}

/// UTF-8 as declared; a few broken characters stay broken, a text that is no UTF-8 at all is guessed.
QString decodeUtf8(QByteArrayView bytes)
{
    if (bytes.isValidUtf8()) {
        return QString::fromUtf8(bytes);
    }
    QString text = QString::fromUtf8(bytes);
    const auto other = std::ranges::count_if(text, [](QChar c) { return c.unicode() > 127; });
    if (text.count(QChar::ReplacementCharacter) * 4 <= other) {
        return text;
    }
    return decodeNamed(bytes, guessEightBitCharset(bytes));
}

QString decodeUndeclared(QByteArrayView bytes)
{
    return bytes.isValidUtf8() ? QString::fromUtf8(bytes) : decodeNamed(bytes, guessEightBitCharset(bytes));
}

bool isUnwanted(QChar c)
{
    const char16_t u = c.unicode();
    return (u < 0x20 && u != u'\n' && u != u'\t') || (u >= 0x7F && u < 0xA0) || u == 0xFEFF;
}

bool isDirectional(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069);
}

} // namespace

QByteArray canonicalCharset(QByteArrayView name)
{
    QByteArray wanted = name.trimmed().toByteArray().toLower();
    wanted.replace('"', QByteArrayView()).replace('\'', QByteArrayView());
    const auto alias
        = std::ranges::find(aliases, wanted, [](const auto &entry) { return QByteArrayView(entry.first); });
    if (alias != aliases.end()) {
        return alias->second;
    }
    return wanted;
}

QString decodeCharset(QByteArrayView bytes, QByteArrayView charset)
{
    const QByteArray name = canonicalCharset(charset);
    if (name == "utf-8") {
        return decodeUtf8(bytes);
    }
    // A charset of two bytes a character, or one with escapes, is pure ASCII only by its looks.
    const bool shifts = name.startsWith("utf-") || name.startsWith("iso-2022") || name.startsWith("hz");
    if (!shifts && isAscii(bytes)) {
        return QString::fromLatin1(bytes);
    }
    // "iso-8859-1" is what many programs declare without looking; by accident Western text is no valid UTF-8.
    if (name.isEmpty() || (name == "windows-1252" && bytes.isValidUtf8())) {
        return decodeUndeclared(bytes);
    }
    QStringDecoder decoder(name.constData());
    return decoder.isValid() ? QString(decoder.decode(bytes)) : decodeUndeclared(bytes);
}

QByteArray guessEightBitCharset(QByteArrayView bytes)
{
    qsizetype low = 0; // 80–AF: letters in the DOS charset only
    qsizetype middle = 0; // C0–DF: small letters in KOI8-R, capitals in windows-1251
    qsizetype high = 0; // E0–FF: the other way round
    qsizetype runs = 0; // a high letter beside another: Cyrillic words, not a "café"
    qsizetype mixed = 0;
    unsigned char before = ' ';
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        low += byte >= 0x80 && byte < 0xB0 ? 1 : 0;
        middle += byte >= 0xC0 && byte < 0xE0 ? 1 : 0;
        high += byte >= 0xE0 ? 1 : 0;
        if (byte >= 0x80) {
            runs += before >= 0x80 ? 1 : 0;
            mixed += before < 0x80 && QChar::isLetter(before) ? 1 : 0;
        }
        before = byte;
    }
    if (runs <= mixed) {
        return "windows-1252"_ba;
    }
    if (low > middle + high) {
        return "ibm866"_ba;
    }
    return high >= middle ? "windows-1251"_ba : "koi8-r"_ba;
}

QString cleanText(QString text)
{
    const auto first = std::ranges::find_if(std::as_const(text), isUnwanted);
    if (first == text.cend()) {
        return text;
    }
    auto out = text.begin() + (first - text.cbegin());
    for (auto in = out; in != text.end(); ++in) {
        if (*in == u'\r') {
            const bool doubled = std::next(in) != text.end() && *std::next(in) == u'\n';
            if (!doubled) {
                *out++ = u'\n';
            }
        } else if (!isUnwanted(*in)) {
            *out++ = *in;
        }
    }
    text.truncate(out - text.begin());
    return text;
}

QString cleanLine(const QString &text)
{
    QString line = text.simplified();
    line.removeIf([](QChar c) { return isUnwanted(c) || isDirectional(c); });
    return line;
}

} // namespace aside
