// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/feed/feedmentions.h"

#include "app/channels/feed/htmlentities.h"

#include <QCryptographicHash>
#include <QSet>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

namespace aside::feed {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestTitle = 500;
constexpr qsizetype longestBody = 200'000;
constexpr qsizetype longestId = 300;

QString digest(const QString &text, qsizetype size)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().first(size));
}

QString plain(const FeedText &text, const ToText &toText)
{
    return text.isHtml ? toText(text.text) : text.text;
}

/// Google writes the entities of a title twice.
QString titleOf(const FeedEntry &entry, const ToText &toText)
{
    const QString title = withoutEntities(plain(entry.title, toText)).simplified();
    return title.first(std::min(title.size(), longestTitle));
}

QString hashed(const FeedEntry &entry)
{
    const QString at = entry.at ? QString::number(toMillis(*entry.at)) : QString();
    return u"sha256:"_s + digest(entry.title.text + u'\n' + at + u'\n' + entry.body.text, 40);
}

/// What the entry is known by; what others of the feed are known by already does not tell them apart.
QString keyOf(const FeedEntry &entry, QSet<QString> &taken)
{
    for (const QString &key : {entry.id, entry.link.toString(QUrl::FullyEncoded), hashed(entry)}) {
        if (!key.isEmpty() && !taken.contains(key)) {
            taken.insert(key);
            return key.size() > longestId ? u"sha256:"_s + digest(key, 40) : key;
        }
    }
    return {};
}

QString textOf(const FeedEntry &entry, const QUrl &target, const ToText &toText)
{
    QString text = plain(entry.body, toText).trimmed();
    text = text.first(std::min(text.size(), longestBody));
    const QString link = target.toString(QUrl::FullyEncoded);
    return text.isEmpty() || link.isEmpty() ? text + link : text + u"\n\n"_s + link;
}

/// The site, as the customer is known by: a feed has no other address for whom it quotes.
QString siteOf(const QUrl &target, const QUrl &feed)
{
    const QString host = (target.host().isEmpty() ? feed : target).host(QUrl::FullyEncoded).toLower();
    return host.startsWith("www."_L1) ? host.sliced(4) : host;
}

} // namespace

QUrl targetOf(const QUrl &link)
{
    const QString host = link.host().toLower();
    const bool isGoogle = host.startsWith("www.google."_L1) || host.startsWith("google."_L1);
    if (!isGoogle || link.path() != "/url"_L1) {
        return link;
    }
    const QUrlQuery query(link);
    for (const QString &name : {u"url"_s, u"q"_s}) {
        const QUrl target(query.queryItemValue(name, QUrl::FullyDecoded));
        const bool isWeb = target.scheme() == "http"_L1 || target.scheme() == "https"_L1;
        if (target.isValid() && isWeb && !target.host().isEmpty()) {
            return target;
        }
    }
    return link;
}

QList<IncomingMessage> mentionsOf(const FeedDocument &document, const QString &address, const ToText &toText,
                                  Instant now)
{
    const QUrl feed(address);
    const QString prefix = digest(address, 16) + u'/';
    QSet<QString> taken;
    QList<IncomingMessage> mentions;
    for (const FeedEntry &entry : document.entries) {
        const QString whole = u"whole:"_s + entry.id + u'\n' + entry.link.toString() + u'\n' + hashed(entry);
        const QString key = taken.contains(whole) ? QString() : keyOf(entry, taken);
        taken.insert(whole);
        if (key.isEmpty()) {
            continue; // the same once more
        }
        const QUrl target = targetOf(entry.link);
        const QString site = siteOf(target, feed);
        IncomingMessage mention;
        mention.channel = Channel::Feed;
        mention.audience = Audience::Public;
        mention.remoteId = mention.conversationKey = prefix + key;
        mention.subject = titleOf(entry, toText);
        mention.authorName = entry.author.isEmpty() ? site : entry.author;
        mention.authorHandle = entry.author.isEmpty() ? site : site + u'/' + entry.author.toLower();
        mention.personName = mention.authorName;
        mention.personHandle = mention.authorHandle;
        mention.sentAt = std::clamp(entry.at.value_or(now), Instant{}, now);
        mention.text = textOf(entry, target, toText);
        mention.page = target.toString(QUrl::FullyEncoded);
        mentions.append(std::move(mention));
    }
    std::ranges::stable_sort(mentions, {}, &IncomingMessage::sentAt);
    return mentions;
}

} // namespace aside::feed
