// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/mentions/mention.h"

#include "models/domain/channelcapabilities.h"
#include "models/domain/webpage.h"

#include <QCryptographicHash>
#include <QUrl>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestText = 200'000;
constexpr qsizetype longestName = 200;
constexpr qsizetype idLength = 40;

/// By what the place is known: the host of its page, or what the team calls it.
QString placeOf(const EnteredMention &mention, const Account &account)
{
    const QString page = webPage(mention.page).isEmpty() ? webPage(account.address) : webPage(mention.page);
    const QString host = QUrl(page).host();
    return page.isEmpty() ? account.address : host.startsWith("www."_L1) ? host.sliced(4) : host;
}

QString idOf(const EnteredMention &mention, const Account &account)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part :
         {account.address, mention.author, mention.page, mention.text, mention.answers}) {
        hash.addData(part.trimmed().toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return QString::fromLatin1(hash.result().toHex().first(idLength));
}

} // namespace

Result<void> checkMention(const EnteredMention &mention, const Account &account, Instant now)
{
    if (!capabilitiesOf(account.channel).byHand) {
        return fail(Errc::NotFound, u"account %1 brings its messages by itself"_s.arg(account.id.value));
    }
    if (mention.text.trimmed().isEmpty()) {
        return fail(Errc::Empty, u"text"_s);
    }
    if (mention.text.size() > longestText || mention.author.size() > longestName
        || mention.subject.size() > longestName) {
        return fail(Errc::TooLarge);
    }
    if (!mention.page.trimmed().isEmpty() && webPage(mention.page).isEmpty()) {
        return fail(Errc::BadSettings, u"page"_s);
    }
    return mention.at > now ? Result<void>(fail(Errc::BadSettings, u"at"_s)) : Result<void>();
}

IncomingMessage mentionMessage(const EnteredMention &mention, const Account &account)
{
    const QString place = placeOf(mention, account);
    const QString author = mention.author.simplified();
    IncomingMessage message;
    message.channel = account.channel;
    message.audience = mention.audience;
    message.remoteId = u"entered/"_s + idOf(mention, account);
    if (!mention.answers.isEmpty()) {
        message.references = {mention.answers};
    }
    message.subject = mention.subject.simplified();
    message.authorName = author.isEmpty() ? place : author;
    message.authorHandle = author.isEmpty() ? place : place + u'/' + author.toLower();
    message.personName = message.authorName;
    message.personHandle = message.authorHandle;
    message.sentAt = mention.at;
    message.text = mention.text.trimmed();
    message.page = webPage(mention.page);
    return message;
}

} // namespace aside
