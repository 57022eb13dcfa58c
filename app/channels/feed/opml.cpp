// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/feed/opml.h"

#include "app/channels/feed/feedadapter.h"
#include "app/channels/feed/feedtext.h"

#include <QSet>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <optional>

namespace aside::feed {

namespace {

using namespace Qt::StringLiterals;

/// Some programs write xmlurl; nothing where the outline is a folder, or no feed.
std::optional<OpmlFeed> feedOf(const QXmlStreamAttributes &attributes)
{
    OpmlFeed feed;
    for (const QXmlStreamAttribute &attribute : attributes) {
        const QString name = attribute.qualifiedName().toString().toLower();
        const QString value = attribute.value().toString().trimmed();
        if (name == "xmlurl"_L1) {
            feed.address = value;
        } else if (name == "title"_L1 || (name == "text"_L1 && feed.title.isEmpty())) {
            feed.title = value.isEmpty() ? feed.title : value;
        }
    }
    return FeedAdapter::isFeedAddress(feed.address) ? std::optional(feed) : std::nullopt;
}

} // namespace

Result<QList<OpmlFeed>> readOpml(const QByteArray &bytes)
{
    if (bytes.size() > mostFeedBytes) {
        return fail(Errc::TooLarge, u"OPML"_s);
    }
    QXmlStreamReader xml(repairedFeed(decodeFeed(bytes, {})).trimmed());
    QList<OpmlFeed> feeds;
    QSet<QString> known;
    bool isOpml = false;
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::DTD) {
            return fail(Errc::UnknownFormat, u"a DOCTYPE"_s);
        }
        if (token != QXmlStreamReader::StartElement) {
            continue;
        }
        const QString name = xml.name().toString().toLower();
        isOpml = isOpml || name == "opml"_L1;
        if (const auto feed = feedOf(xml.attributes());
            isOpml && name == "outline"_L1 && feed && !known.contains(feed->address)) {
            known.insert(feed->address);
            feeds.append(*feed);
        }
    }
    if (!isOpml) {
        return fail(Errc::UnknownFormat, u"no OPML"_s);
    }
    if (feeds.isEmpty()) {
        return fail(xml.hasError() ? Errc::BrokenItem : Errc::Empty, u"OPML without a feed"_s);
    }
    return feeds;
}

QByteArray writeOpml(const QList<OpmlFeed> &feeds)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement("opml"_L1);
    xml.writeAttribute("version"_L1, "2.0"_L1);
    xml.writeStartElement("head"_L1);
    xml.writeTextElement("title"_L1, "Aside"_L1);
    xml.writeEndElement();
    xml.writeStartElement("body"_L1);
    for (const OpmlFeed &feed : feeds) {
        xml.writeEmptyElement("outline"_L1);
        xml.writeAttribute("type"_L1, "rss"_L1);
        xml.writeAttribute("text"_L1, feed.title);
        xml.writeAttribute("title"_L1, feed.title);
        xml.writeAttribute("xmlUrl"_L1, feed.address);
    }
    xml.writeEndDocument();
    return bytes;
}

} // namespace aside::feed
