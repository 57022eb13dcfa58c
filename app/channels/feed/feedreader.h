// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/feed/feeddocument.h"

#include <QHash>
#include <QStringList>
#include <QXmlStreamReader>

namespace aside::feed {

/// Reads the characters of one feed, once. Goes by the names of elements as they are usual, since many feeds
/// forget to say which they mean.
class FeedReader
{
public:
    FeedReader(const QString &text, const QUrl &place);

    [[nodiscard]] Result<FeedDocument> read();
    /// Whether it stopped at something that is no XML.
    [[nodiscard]] bool isBroken() const { return m_xml.hasError() && !m_fault; }

private:
    /// What an element holds: its words, and the same as HTML where it has elements in it.
    struct Content {
        QString text;
        QString markup;
        bool hasElements = false;
    };

    void readRoot();
    void readFeedChild(const QString &name);
    void readEntry();
    void readEntryChild(const QString &name, FeedEntry &entry);
    void takeBody(const QString &name, FeedEntry &entry);
    void takeDate(const QString &name, FeedEntry &entry);
    void readLink(QUrl &link, int &rank);
    [[nodiscard]] FeedText readText();
    [[nodiscard]] QString readAuthor();
    [[nodiscard]] Content readContent();
    void skip();
    bool next();
    void noteNamespaces();
    [[nodiscard]] QString nameHere();
    [[nodiscard]] QUrl absolute(const QString &link) const;
    void refuse(Errc code, const QString &why);

    QXmlStreamReader m_xml;
    QUrl m_place;
    QUrl m_base; ///< what the root says of relative links
    QHash<QString, QString> m_prefixes; ///< as the feed declares them, to those that are usual
    FeedDocument m_document;
    int m_depth = 0;
    int m_siteRank = 0;
    int m_linkRank = 0; ///< of the entry that is read
    int m_bodyRank = 0;
    int m_dateRank = 0;
    std::optional<Error> m_fault;
};

} // namespace aside::feed
