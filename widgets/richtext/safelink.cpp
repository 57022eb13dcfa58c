// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/richtext/safelink.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestLink = 4'096;

/// As browsers do: blanks around it and line breaks inside it do not count.
QString withoutBlanks(QStringView written)
{
    const auto isBlank = [](QChar c) {
        return c.unicode() <= 0x20;
    };
    while (!written.isEmpty() && isBlank(written.front())) {
        written = written.sliced(1);
    }
    while (!written.isEmpty() && isBlank(written.back())) {
        written.chop(1);
    }
    QString result = written.toString();
    result.removeIf([](QChar c) { return c == u'\t' || c == u'\n' || c == u'\r'; });
    return result;
}

/// One number of an address as C reads it: 0x7f, 0177 or 127.
std::optional<quint64> addressPart(const QString &part)
{
    bool isNumber = false;
    quint64 value = 0;
    if (part.startsWith("0x"_L1)) {
        value = part.size() == 2 ? 0 : part.sliced(2).toULongLong(&isNumber, 16);
        isNumber = isNumber || part.size() == 2;
    } else if (part.size() > 1 && part.startsWith(u'0')) {
        value = part.toULongLong(&isNumber, 8);
    } else {
        value = part.toULongLong(&isNumber, 10);
    }
    return isNumber ? std::optional(value) : std::nullopt;
}

bool endsInNumber(const QString &host)
{
    const QString last = host.sliced(host.lastIndexOf(u'.') + 1);
    const bool isDecimal = !last.isEmpty() && std::ranges::all_of(last, [](QChar c) { return c.isDigit(); });
    return isDecimal || (last.startsWith("0x"_L1) && addressPart(last));
}

/// "2130706433" and "0x7f.1" are 127.0.0.1 to a browser; nothing where it is no address at all.
std::optional<QString> dottedAddress(const QString &host)
{
    const QStringList parts = host.split(u'.');
    if (parts.size() > 4) {
        return std::nullopt;
    }
    quint64 address = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const std::optional<quint64> value = addressPart(parts.at(i));
        const bool isLast = i == parts.size() - 1;
        const auto bits = static_cast<quint64>(isLast ? 8 * (5 - parts.size()) : 8);
        if (!value || *value >= (quint64{1} << bits)) {
            return std::nullopt;
        }
        address = (address << bits) | *value;
    }
    return u"%1.%2.%3.%4"_s.arg(address >> 24)
        .arg((address >> 16) & 255)
        .arg((address >> 8) & 255)
        .arg(address & 255);
}

struct Host {
    QString name;
    bool isAddress = false;
};

std::optional<Host> readHost(const QString &written)
{
    if (written.startsWith(u'[') && written.endsWith(u']')) {
        QUrl probe;
        probe.setHost(written);
        return probe.host().isEmpty() ? std::nullopt : std::optional(Host{written.toLower(), true});
    }
    const QByteArray ace = QUrl::toAce(QUrl::fromPercentEncoding(written.toUtf8()));
    QString name = QString::fromLatin1(ace).toLower();
    if (name.endsWith(u'.')) {
        name.chop(1);
    }
    const bool isClean = std::ranges::all_of(name, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.' || c == u'_';
    });
    if (name.isEmpty() || name.size() > 253 || !isClean || name.contains(".."_L1) || name.startsWith(u'.')) {
        return std::nullopt;
    }
    if (endsInNumber(name)) {
        return dottedAddress(name).transform([](const QString &address) { return Host{address, true}; });
    }
    return Host{name, false};
}

/// Path, query and fragment with everything encoded that is not plain ASCII.
QString encodedTail(QString tail)
{
    const auto queryAt = static_cast<qsizetype>(
        std::ranges::find_if(tail, [](QChar c) { return c == u'?' || c == u'#'; }) - tail.begin());
    tail = QString(tail.first(queryAt)).replace(u'\\', u'/') + tail.sliced(queryAt);
    QString result;
    for (const char c : tail.toUtf8()) {
        const auto byte = static_cast<uchar>(c);
        if (byte <= 0x20 || byte >= 0x7f || QByteArrayView("\"<>`{}|^\\'").contains(c)) {
            result += u'%' + QString::number(byte, 16).toUpper().rightJustified(2, u'0');
        } else {
            result += QLatin1Char(c);
        }
    }
    return result.startsWith(u'/') || result.startsWith(u'?') || result.startsWith(u'#') ? result
                                                                                         : u'/' + result;
}

std::optional<SafeLink> webLink(const QString &scheme, QStringView rest)
{
    while (rest.startsWith(u'/') || rest.startsWith(u'\\')) {
        rest = rest.sliced(1);
    }
    const auto end = std::ranges::find_if(
        rest, [](QChar c) { return c == u'/' || c == u'\\' || c == u'?' || c == u'#'; });
    const QStringView authority = rest.first(end - rest.begin());
    const qsizetype at = authority.lastIndexOf(u'@');
    QString hostName = authority.sliced(at + 1).toString();
    QString port;
    static const QRegularExpression portPattern(u":([0-9]{0,5})$"_s);
    if (const QRegularExpressionMatch match = portPattern.match(hostName); match.hasMatch()) {
        port = match.captured(1);
        hostName.chop(match.capturedLength());
    }
    const std::optional<Host> host = readHost(hostName);
    if (!host || port.toInt() > 65'535) {
        return std::nullopt;
    }
    const QString tail = encodedTail(rest.sliced(authority.size()).toString());
    const QString address
        = scheme + "://"_L1 + host->name + (port.isEmpty() ? QString() : u':' + port) + tail;
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || url.host(QUrl::FullyEncoded).isEmpty()) {
        return std::nullopt;
    }
    return SafeLink{.address = address, .host = host->name, .isAltered = at >= 0 || host->isAddress};
}

/// Only what a letter may be begun with: no attachments.
std::optional<SafeLink> mailLink(QStringView rest)
{
    const qsizetype question = rest.indexOf(u'?');
    const QStringView to = question < 0 ? rest : rest.first(question);
    QUrl url;
    url.setScheme(u"mailto"_s);
    url.setPath(QString::fromUtf8(QByteArray::fromPercentEncoding(to.toUtf8())));
    QUrlQuery kept;
    const QUrlQuery query(question < 0 ? QString() : rest.sliced(question + 1).toString());
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        const bool isLine = !value.contains(u'\r') && !value.contains(u'\n');
        const bool isKnown = name.compare("body"_L1, Qt::CaseInsensitive) == 0
            || (isLine
                && (name.compare("subject"_L1, Qt::CaseInsensitive) == 0
                    || name.compare("cc"_L1, Qt::CaseInsensitive) == 0
                    || name.compare("to"_L1, Qt::CaseInsensitive) == 0));
        if (isKnown) {
            kept.addQueryItem(name.toLower(), QString::fromLatin1(QUrl::toPercentEncoding(value)));
        }
    }
    if (!kept.isEmpty()) {
        url.setQuery(kept);
    }
    const bool isOneLine = std::ranges::none_of(url.path(QUrl::FullyDecoded),
                                                [](QChar c) { return c.category() == QChar::Other_Control; });
    return isOneLine
        ? std::optional(SafeLink{.address = url.toString(QUrl::FullyEncoded), .host = {}, .isAltered = false})
        : std::nullopt;
}

std::optional<SafeLink> phoneLink(QStringView rest)
{
    const bool isNumber = !rest.isEmpty() && rest.size() < 40
        && std::ranges::all_of(
            rest,
            [](QChar c) {
                return (c >= u'0' && c <= u'9') || c == u'+' || c == u'-' || c == u'(' || c == u')'
                    || c == u'.';
            });
    return isNumber
        ? std::optional(SafeLink{.address = u"tel:"_s + rest.toString(), .host = {}, .isAltered = false})
        : std::nullopt;
}

QString hostIn(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(?:https?:[/\\\\]*)?(?:[^\\s/@]*@)?((?:[\\p{L}\\p{N}_-]+\\.)+[\\p{L}\\p{N}-]{2,})(?:[:/?#\\\\]|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match
        = pattern.match(text.trimmed().first(std::min<qsizetype>(text.trimmed().size(), 300)));
    return match.hasMatch() ? QString::fromLatin1(QUrl::toAce(match.captured(1))).toLower() : QString();
}

QString withoutWww(const QString &host)
{
    return host.startsWith("www."_L1) ? host.sliced(4) : host;
}

} // namespace

std::optional<SafeLink> safeLink(QStringView written)
{
    if (written.size() > longestLink) {
        return std::nullopt;
    }
    const QString link = withoutBlanks(written);
    const bool isClean
        = std::ranges::none_of(link, [](QChar c) { return c.category() == QChar::Other_Control; });
    const qsizetype colon = link.indexOf(u':');
    if (!isClean || colon < 0) {
        return std::nullopt;
    }
    const QString scheme = link.first(colon).toLower();
    const QStringView rest = QStringView(link).sliced(colon + 1);
    if (scheme == "http"_L1 || scheme == "https"_L1) {
        return webLink(scheme, rest);
    }
    if (scheme == "mailto"_L1) {
        return mailLink(rest);
    }
    return scheme == "tel"_L1 ? phoneLink(rest) : std::nullopt;
}

LinkDoubt doubtAbout(const SafeLink &link, const QString &text)
{
    if (link.host.isEmpty()) {
        return LinkDoubt::None;
    }
    if (link.isAltered) {
        return LinkDoubt::Altered;
    }
    const QString seen = withoutWww(hostIn(text));
    const QString real = withoutWww(link.host);
    if (!seen.isEmpty() && seen != real && !real.endsWith(u'.' + seen)) {
        return LinkDoubt::OtherHost;
    }
    const QStringList labels = link.host.split(u'.');
    const bool isForeign
        = std::ranges::any_of(labels, [](const QString &label) { return label.startsWith("xn--"_L1); });
    return isForeign ? LinkDoubt::Lookalike : LinkDoubt::None;
}

} // namespace aside
