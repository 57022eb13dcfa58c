// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/feed/feedreader.h"

#include "app/channels/feed/feeddate.h"
#include "app/channels/feed/htmlentities.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace aside::feed {

namespace {

using namespace Qt::StringLiterals;

constexpr int deepest = 100;
constexpr qsizetype longestText = 500'000;
constexpr qsizetype longestName = 200;

/// Knows the entities of HTML, which feeds use without saying so.
class HtmlEntities final : public QXmlStreamEntityResolver
{
public:
    QString resolveUndeclaredEntity(const QString &name) override { return entityText(name); }
};

HtmlEntities &htmlEntities()
{
    static HtmlEntities entities; // has no state
    return entities;
}

/// The prefix that people know a namespace by; nothing for the feed formats' own.
QString usualPrefix(const QString &space, const QString &declared)
{
    static constexpr std::array known{
        std::pair{"purl.org/dc/elements/"_L1, "dc"_L1},
        std::pair{"purl.org/dc/terms"_L1, "dcterms"_L1},
        std::pair{"purl.org/rss/1.0/modules/content"_L1, "content"_L1},
        std::pair{"www.w3.org/1999/xhtml"_L1, "xhtml"_L1},
        std::pair{"www.w3.org/1999/02/22-rdf-syntax-ns"_L1, "rdf"_L1},
        std::pair{"www.itunes.com/dtds/podcast"_L1, "itunes"_L1},
        std::pair{"search.yahoo.com/mrss"_L1, "media"_L1},
    };
    static constexpr std::array own{"www.w3.org/2005/Atom"_L1, "purl.org/atom/ns"_L1,
                                    "purl.org/net/rss"_L1,     "my.netscape.com/rdf"_L1,
                                    "backend.userland.com"_L1, "blogs.law.harvard.edu"_L1};
    for (const auto &[part, prefix] : known) {
        if (space.contains(part, Qt::CaseInsensitive)) {
            return prefix;
        }
    }
    const bool isModule = space.contains("purl.org/rss/1.0/modules"_L1, Qt::CaseInsensitive);
    if (!isModule && space.contains("purl.org/rss/"_L1, Qt::CaseInsensitive)) {
        return {};
    }
    for (const QLatin1StringView part : own) {
        if (space.contains(part, Qt::CaseInsensitive)) {
            return {};
        }
    }
    return declared;
}

bool looksLikeHtml(const QString &text)
{
    static const QRegularExpression sign(u"</?[A-Za-z][^<>]*>|&(#\\d+|#x[0-9A-Fa-f]+|[A-Za-z]+);"_s);
    return sign.match(text).hasMatch();
}

/// RSS has "anna@shop.example (Anna)", Atom a name.
QString nameOf(const QString &author)
{
    static const QRegularExpression inBrackets(u"^\\S+@\\S+\\s*\\((.+)\\)$"_s);
    static const QRegularExpression behindName(u"^(.+?)\\s*[<(]\\S+@\\S+[>)]$"_s);
    const QString plain = author.simplified();
    for (const QRegularExpression *form : {&inBrackets, &behindName}) {
        if (const auto match = form->match(plain); match.hasMatch()) {
            return match.captured(1).first(std::min(match.captured(1).size(), longestName));
        }
    }
    return plain.first(std::min(plain.size(), longestName));
}

} // namespace

FeedReader::FeedReader(const QString &text, const QUrl &place)
    : m_xml(text)
    , m_place(place)
    , m_base(place)
{
    m_xml.setNamespaceProcessing(false); // many use prefixes that they never declare
    m_xml.setEntityResolver(&htmlEntities());
}

Result<FeedDocument> FeedReader::read()
{
    while (!m_xml.atEnd() && !m_xml.isStartElement() && !m_fault) {
        next();
    }
    if (m_xml.isStartElement() && !m_fault) {
        readRoot();
    }
    if (m_fault) {
        return std::unexpected(*m_fault);
    }
    m_document.isCut = m_xml.hasError();
    return std::move(m_document);
}

void FeedReader::refuse(Errc code, const QString &why)
{
    if (!m_fault) {
        m_fault = Error{.code = code, .detail = why, .retryAfter = {}};
        m_xml.raiseError();
    }
}

/// One step; false where there is none.
bool FeedReader::next()
{
    m_xml.readNext();
    if (m_xml.isDTD()) {
        refuse(Errc::BadAnswer, u"a DOCTYPE"_s); // what it may declare is a bomb
    } else if (m_xml.isStartElement()) {
        noteNamespaces();
        if (++m_depth > deepest) {
            refuse(Errc::TooDeep, u"a feed"_s);
        }
    } else if (m_xml.isEndElement()) {
        --m_depth;
    }
    return !m_xml.atEnd() && !m_xml.hasError();
}

void FeedReader::noteNamespaces()
{
    for (const QXmlStreamAttribute &attribute : m_xml.attributes()) {
        const QString name = attribute.qualifiedName().toString();
        if (name == "xmlns"_L1 || name.startsWith("xmlns:"_L1)) {
            const QString declared = name.section(u':', 1);
            m_prefixes.insert(declared, usualPrefix(attribute.value().toString(), declared));
        }
    }
}

/// In lower case, with the usual prefix.
QString FeedReader::nameHere()
{
    const QString name = m_xml.qualifiedName().toString();
    const qsizetype colon = name.indexOf(u':');
    const QString prefix = colon < 0 ? QString() : name.first(colon);
    const QString local = name.sliced(colon + 1);
    const QString usual = prefix.isEmpty() ? QString() : m_prefixes.value(prefix, prefix);
    return (usual.isEmpty() ? local : usual + u':' + local).toLower();
}

QUrl FeedReader::absolute(const QString &link) const
{
    const QUrl url = m_base.resolved(QUrl(link.trimmed()));
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return url.isValid() && isWeb && !url.host().isEmpty() ? url : QUrl();
}

void FeedReader::readRoot()
{
    const QString root = nameHere();
    if (root == "html"_L1 || root == "xhtml:html"_L1) {
        return refuse(Errc::UnknownFormat, u"a page where a feed was expected"_s);
    }
    if (root != "rss"_L1 && root != "rdf:rdf"_L1 && root != "rdf"_L1 && root != "feed"_L1) {
        return refuse(Errc::BadAnswer, u"no feed"_s);
    }
    if (const QString base = m_xml.attributes().value("xml:base"_L1).toString(); !base.isEmpty()) {
        m_base = m_place.resolved(QUrl(base));
    }
    while (next()) {
        if (m_xml.isStartElement()) {
            readFeedChild(nameHere());
        }
    }
}

/// A channel is gone into: RSS 1.0 has its items behind it, the others in it.
void FeedReader::readFeedChild(const QString &name)
{
    if (name == "channel"_L1) {
        return;
    }
    if (name == "item"_L1 || name == "entry"_L1) {
        if (m_document.entries.size() < mostFeedEntries) {
            return readEntry();
        }
    }
    if ((name == "title"_L1 || name == "dc:title"_L1) && m_document.title.isEmpty()) {
        m_document.title = withoutEntities(readText().text).simplified();
        return;
    }
    if (name == "link"_L1) {
        return readLink(m_document.site, m_siteRank);
    }
    skip();
}

void FeedReader::readEntry()
{
    FeedEntry entry;
    entry.id = m_xml.attributes().value("rdf:about"_L1).toString();
    m_linkRank = m_bodyRank = m_dateRank = 0;
    const int depth = m_depth;
    while (next() && m_depth >= depth) {
        if (m_xml.isStartElement()) {
            readEntryChild(nameHere(), entry);
        }
    }
    if (!m_xml.hasError()) { // half an entry is none: the next time it may be whole
        m_document.entries.append(std::move(entry));
    }
}

void FeedReader::readEntryChild(const QString &name, FeedEntry &entry)
{
    if (name == "title"_L1 || (name == "dc:title"_L1 && entry.title.text.isEmpty())) {
        entry.title = readText();
    } else if (name == "link"_L1) {
        readLink(entry.link, m_linkRank);
    } else if (name == "guid"_L1 || name == "id"_L1) {
        const bool isLink = name == "guid"_L1 && m_xml.attributes().value("isPermaLink"_L1) != "false"_L1;
        entry.id = readContent().text.trimmed();
        if (isLink && entry.link.isEmpty() && entry.id.startsWith("http"_L1)) {
            entry.link = absolute(entry.id);
        }
    } else if (name == "author"_L1 || name == "dc:creator"_L1 || name == "dc:author"_L1
               || name == "itunes:author"_L1) {
        const QString author = readAuthor();
        entry.author = entry.author.isEmpty() ? author : entry.author;
    } else if (name.endsWith("date"_L1) || name.startsWith("dcterms:"_L1) || name == "published"_L1
               || name == "issued"_L1 || name == "updated"_L1 || name == "modified"_L1
               || name == "created"_L1) {
        takeDate(name, entry);
    } else {
        takeBody(name, entry);
    }
}

/// The fullest of what it offers.
void FeedReader::takeBody(const QString &name, FeedEntry &entry)
{
    static constexpr std::array order{"summary"_L1,  "dc:description"_L1, "description"_L1,
                                      "fullitem"_L1, "body"_L1,           "xhtml:body"_L1,
                                      "content"_L1,  "content:encoded"_L1};
    const auto found = std::ranges::find(order, name);
    const int rank = found == order.cend() ? 0 : static_cast<int>(found - order.cbegin()) + 1;
    if (rank <= m_bodyRank) {
        return skip();
    }
    FeedText body = readText();
    if (!body.text.trimmed().isEmpty()) {
        entry.body = std::move(body);
        m_bodyRank = rank;
    }
}

void FeedReader::takeDate(const QString &name, FeedEntry &entry)
{
    static constexpr std::array order{
        "modified"_L1,        "updated"_L1,        "dcterms:modified"_L1, "created"_L1,   "issued"_L1,
        "dcterms:created"_L1, "dcterms:issued"_L1, "dc:date"_L1,          "published"_L1, "pubdate"_L1};
    const auto found = std::ranges::find(order, name);
    const int rank = found == order.cend() ? 0 : static_cast<int>(found - order.cbegin()) + 1;
    const std::optional<Instant> date = parseDate(readContent().text);
    if (date && rank > m_dateRank) {
        entry.at = date;
        m_dateRank = rank;
    }
}

/// RSS has it as the text, Atom as an attribute, with others beside it.
void FeedReader::readLink(QUrl &link, int &rank)
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    const QString target = attributes.value("href"_L1).toString();
    const QString relation = attributes.value("rel"_L1).toString().toLower();
    const QString text = readContent().text;
    const QUrl url = absolute(target.isEmpty() ? text : target);
    const bool isPage = relation.isEmpty() || relation == "alternate"_L1;
    const int worth = url.isEmpty() || (target.isEmpty() && text.trimmed().isEmpty()) ? 0
        : isPage                                                                      ? 2
        : relation == "related"_L1 || relation == "via"_L1                            ? 1
                                                                                      : 0;
    if (worth > rank) {
        link = url;
        rank = worth;
    }
}

FeedText FeedReader::readText()
{
    const QString type = m_xml.attributes().value("type"_L1).toString().toLower();
    const QString mode = m_xml.attributes().value("mode"_L1).toString().toLower();
    const Content content = readContent();
    if (content.hasElements) {
        return {.text = content.markup.trimmed(), .isHtml = true};
    }
    if (mode == "base64"_L1 || type == "application/octet-stream"_L1) {
        return {};
    }
    const bool isPlain = type == "text"_L1 || type == "text/plain"_L1;
    return {.text = content.text.trimmed(), .isHtml = !isPlain && looksLikeHtml(content.text)};
}

QString FeedReader::readAuthor()
{
    const int depth = m_depth;
    QString name;
    QString words;
    while (next() && m_depth >= depth) {
        if (m_xml.isStartElement()) {
            const bool isName = nameHere().section(u':', -1) == "name"_L1;
            const QString text = readContent().text;
            name = isName ? text : name;
        } else if (m_xml.isCharacters()) {
            words += m_xml.text();
        }
    }
    return nameOf(name.isEmpty() ? words : name);
}

void FeedReader::skip()
{
    std::ignore = readContent();
}

FeedReader::Content FeedReader::readContent()
{
    Content content;
    const int depth = m_depth;
    while (next() && m_depth >= depth) {
        const bool hasRoom = content.markup.size() < longestText;
        if (m_xml.isCharacters() || m_xml.isEntityReference()) {
            content.text += hasRoom ? m_xml.text() : QStringView();
            content.markup += hasRoom ? m_xml.text().toString().toHtmlEscaped() : QString();
        } else if (m_xml.isStartElement()) {
            content.hasElements = true;
            const QString name = m_xml.qualifiedName().toString().section(u':', -1).toLower();
            const QString target = m_xml.attributes().value("href"_L1).toString().toHtmlEscaped();
            content.markup += hasRoom
                ? u'<' + name + (target.isEmpty() ? QString() : u" href=\""_s + target + u'"') + u'>'
                : QString();
        } else if (m_xml.isEndElement() && hasRoom) {
            content.markup += u"</"_s + m_xml.qualifiedName().toString().section(u':', -1).toLower() + u'>';
        }
    }
    return content;
}

} // namespace aside::feed
