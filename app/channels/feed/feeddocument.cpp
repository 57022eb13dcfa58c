// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/feed/feeddocument.h"

#include "app/channels/feed/feedreader.h"
#include "app/channels/feed/feedtext.h"

#include <algorithm>
#include <utility>

namespace aside::feed {

namespace {

using namespace Qt::StringLiterals;

/// A page of a shop, a provider or a consent, where the feed should be.
bool isPage(QStringView text)
{
    constexpr qsizetype most = 2'000;
    const QString start = text.first(std::min(text.size(), most)).toString().toLower();
    return start.contains("<!doctype html"_L1) || start.startsWith("<html"_L1)
        || start.startsWith("<head"_L1);
}

Result<FeedDocument> readRepaired(const QString &text, const QUrl &place, Result<FeedDocument> before)
{
    Result<FeedDocument> repaired = FeedReader(repairedFeed(text), place).read();
    const qsizetype known = before ? before->entries.size() : -1;
    if (!repaired || (repaired->isCut && repaired->entries.size() <= known)) {
        return before;
    }
    repaired->isRepaired = true;
    return repaired;
}

} // namespace

Result<FeedDocument> readFeed(QByteArrayView bytes, const QByteArray &contentType, const QUrl &place)
{
    if (bytes.size() > mostFeedBytes) {
        return fail(Errc::TooLarge, u"a feed"_s);
    }
    const QString all = decodeFeed(bytes, contentType);
    const qsizetype start = all.indexOf(u'<');
    if (start < 0) {
        return all.trimmed().isEmpty() ? fail(Errc::Empty, u"a feed"_s) : fail(Errc::BadAnswer, u"no feed"_s);
    }
    const QString text = all.sliced(start); // blanks and worse stand before it
    if (isPage(text)) {
        return fail(Errc::UnknownFormat, u"a page where a feed was expected"_s);
    }
    FeedReader reader(text, place);
    Result<FeedDocument> document = reader.read();
    if (reader.isBroken()) {
        document = readRepaired(text, place, std::move(document));
    }
    if (document && document->isCut && document->entries.isEmpty() && document->title.isEmpty()) {
        return fail(Errc::BadAnswer, u"no XML"_s);
    }
    return document;
}

} // namespace aside::feed
