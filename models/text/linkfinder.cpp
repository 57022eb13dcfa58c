// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/linkfinder.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

// Possessive throughout: no text makes it walk back.
constexpr auto pattern = QLatin1StringView(
    R"((?<vk>\[(?:id|club|public)\d++\|[^\]\[\n]{1,200}\]))"
    R"(|(?<label>\[[^\]\[\n|]{1,200}\])\((?<target>[^\s()]{1,2000})\))"
    R"(|\[(?<vkurl>https?://[^\s|\]]{1,2000})\|(?<vklabel>[^\]\[\n]{1,200})\])"
    R"(|(?<url>\b(?:https?://|www\.)[^\s<>"«»“”\x{200B}]{1,2000}))"
    R"(|(?<mail>(?:mailto:)?[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}+@(?:[\p{L}\p{N}-]{1,63}+\.){1,8}\p{L}{2,24}))"
    R"(|(?<![\p{L}\p{N}_@/.])(?<handle>@[A-Za-z][A-Za-z0-9_.]{1,40}+))"
    R"(|(?<![\p{L}\p{N}_@/.-])(?<host>(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}+)\.){1,6}\p{L}{2,16}(?![\p{L}\p{N}_-])(?::\d{2,5})?(?<path>/[^\s<>"«»“”]{0,2000})?))");

/// Endings under which people buy addresses. Those that are words of a language count only before a path.
bool isTopLevel(QStringView ending, bool hasPath)
{
    static const QStringList always{
        QStringLiteral("com"),     QStringLiteral("ru"),     QStringLiteral("su"),
        QStringLiteral("org"),     QStringLiteral("net"),    QStringLiteral("info"),
        QStringLiteral("biz"),     QStringLiteral("рф"),     QStringLiteral("рус"),
        QStringLiteral("онлайн"),  QStringLiteral("сайт"),   QStringLiteral("uk"),
        QStringLiteral("de"),      QStringLiteral("fr"),     QStringLiteral("eu"),
        QStringLiteral("us"),      QStringLiteral("ca"),     QStringLiteral("au"),
        QStringLiteral("by"),      QStringLiteral("kz"),     QStringLiteral("ua"),
        QStringLiteral("uz"),      QStringLiteral("am"),     QStringLiteral("ge"),
        QStringLiteral("io"),      QStringLiteral("ai"),     QStringLiteral("app"),
        QStringLiteral("dev"),     QStringLiteral("shop"),   QStringLiteral("store"),
        QStringLiteral("online"),  QStringLiteral("site"),   QStringLiteral("pro"),
        QStringLiteral("tv"),      QStringLiteral("edu"),    QStringLiteral("gov"),
        QStringLiteral("example"), QStringLiteral("test"),   QStringLiteral("social"),
        QStringLiteral("chat"),    QStringLiteral("club"),   QStringLiteral("moscow"),
        QStringLiteral("москва"),  QStringLiteral("travel"), QStringLiteral("bank"),
        QStringLiteral("ie"),      QStringLiteral("nl"),     QStringLiteral("pl"),
        QStringLiteral("ly"),      QStringLiteral("nz"),     QStringLiteral("cc"),
        QStringLiteral("co")};
    static const QStringList withPath{QStringLiteral("me"),   QStringLiteral("to"), QStringLiteral("it"),
                                      QStringLiteral("is"),   QStringLiteral("in"), QStringLiteral("be"),
                                      QStringLiteral("gl"),   QStringLiteral("so"), QStringLiteral("link"),
                                      QStringLiteral("page"), QStringLiteral("max")};
    return always.contains(ending) || (hasPath && withPath.contains(ending));
}

/// Without the punctuation of the sentence around it; a bracket stays where it was opened inside.
QStringView trimmed(QStringView url)
{
    while (!url.isEmpty()) {
        const QChar last = url.back();
        const bool isOpened = last == u')' && url.count(u'(') >= url.count(u')');
        if (isOpened || !QStringView(u".,;:!?'…)]}*»”").contains(last)) {
            break;
        }
        url.chop(1);
    }
    return url;
}

QUrl webUrl(QStringView written)
{
    const bool hasScheme = written.contains(u"://");
    return QUrl(hasScheme ? written.toString() : QStringLiteral("https://") + written.toString(),
                QUrl::TolerantMode);
}

/// "sever.example" is a host; "Спасибо.Ждём" and "report.pdf" are none.
bool isHost(QStringView host, bool hasPath)
{
    const auto ending = host.sliced(host.lastIndexOf(u'.') + 1);
    const bool isLower = std::ranges::none_of(ending, [](QChar c) { return c.isUpper(); });
    const bool isUpper = std::ranges::none_of(host, [](QChar c) { return c.isLower(); });
    return (isLower || isUpper) && isTopLevel(ending.toString().toLower(), hasPath)
        && std::ranges::any_of(host, [](QChar c) { return c.isLetter(); });
}

/// Looks at one match after the other.
class Finder
{
public:
    explicit Finder(QStringView text)
        : m_text(text)
    {
    }

    QList<LinkInText> links() &&
    {
        static const QRegularExpression expression(pattern,
                                                   QRegularExpression::UseUnicodePropertiesOption
                                                       | QRegularExpression::CaseInsensitiveOption);
        auto matches = expression.globalMatchView(m_text);
        while (matches.hasNext()) {
            take(matches.next());
        }
        return std::move(m_links);
    }

private:
    void take(const QRegularExpressionMatch &match)
    {
        if (match.hasCaptured(u"vk")) {
            takeMention(match);
        } else if (match.hasCaptured(u"target")) {
            const auto label = match.capturedView(u"label");
            takeMarkup(match, match.capturedView(u"target"), label.sliced(1, label.size() - 2));
        } else if (match.hasCaptured(u"vkurl")) {
            takeMarkup(match, match.capturedView(u"vkurl"), match.capturedView(u"vklabel"));
        } else if (match.hasCaptured(u"url")) {
            takeWeb(match.capturedStart(), trimmed(match.capturedView(u"url")));
        } else if (match.hasCaptured(u"mail")) {
            takeMail(match);
        } else if (match.hasCaptured(u"handle")) {
            const auto handle = trimmed(match.capturedView(u"handle"));
            m_links.append({.range = {.start = match.capturedStart(), .length = handle.size()},
                            .url = {},
                            .kind = LinkKind::Handle});
        } else if (match.hasCaptured(u"host")) {
            takeHost(match);
        }
    }

    void takeMention(const QRegularExpressionMatch &match)
    {
        const auto written = match.capturedView();
        const auto bar = written.indexOf(u'|');
        m_links.append(
            {.range = {.start = match.capturedStart(), .length = written.size()},
             .url = QUrl(QStringLiteral("https://vk.com/") + written.sliced(1, bar - 1).toString()),
             .label = written.sliced(bar + 1, written.size() - bar - 2).toString(),
             .kind = LinkKind::Mention});
    }

    void takeMarkup(const QRegularExpressionMatch &match, QStringView target, QStringView label)
    {
        const bool isMail = target.startsWith(u"mailto:");
        m_links.append({.range = {.start = match.capturedStart(), .length = match.capturedLength()},
                        .url = isMail ? QUrl(target.toString()) : webUrl(target),
                        .label = label.toString(),
                        .kind = isMail ? LinkKind::Mail : LinkKind::Web});
    }

    void takeWeb(qsizetype start, QStringView written)
    {
        const auto url = webUrl(written);
        if (url.isValid() && url.host().contains(u'.')) {
            m_links.append({.range = {.start = start, .length = written.size()}, .url = url});
        }
    }

    void takeMail(const QRegularExpressionMatch &match)
    {
        const auto written = match.capturedView(u"mail");
        const bool hasScheme = written.startsWith(u"mailto:", Qt::CaseInsensitive);
        m_links.append(
            {.range = {.start = match.capturedStart(), .length = written.size()},
             .url = QUrl(hasScheme ? written.toString() : QStringLiteral("mailto:") + written.toString()),
             .kind = LinkKind::Mail});
    }

    void takeHost(const QRegularExpressionMatch &match)
    {
        const auto path = match.capturedView(u"path");
        const auto written = match.capturedView(u"host");
        auto host = written.chopped(path.size());
        if (const auto colon = host.indexOf(u':'); colon > 0) {
            host = host.first(colon);
        }
        if (isHost(host, path.size() > 1)) {
            takeWeb(match.capturedStart(), trimmed(written));
        }
    }

    QStringView m_text;
    QList<LinkInText> m_links;
};

} // namespace

QList<LinkInText> linksOf(QStringView text)
{
    return Finder(text).links();
}

QString hostOf(const QUrl &url)
{
    const auto host = url.host(QUrl::FullyDecoded).toLower();
    return host.startsWith(u"www.") ? host.sliced(4) : host;
}

bool isHostOf(QStringView host, const QStringList &hosts)
{
    return std::ranges::any_of(hosts, [host](const QString &known) {
        return host == known || (host.endsWith(known) && host.chopped(known.size()).endsWith(u'.'));
    });
}

} // namespace aside
