// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/caredialogue.h"

#include "app/import/social/instants.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>

namespace aside {

namespace {

QString idText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

QString contentId(const QString &author, const QString &text)
{
    const QByteArray content = author.toUtf8() + '\n' + text.toUtf8();
    return QStringLiteral("sha256:")
        + QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

IncomingMessage blank(const QString &session)
{
    IncomingMessage message;
    message.channel = Channel::X;
    message.audience = Audience::Public;
    message.conversationKey = session;
    return message;
}

/// Who speaks is said by a key: "client", "client1", … or "agent".
bool fillAuthor(IncomingMessage &message, const QJsonObject &json)
{
    const auto keys = json.keys();
    for (const QString &key : keys) {
        const bool isAgent = key.startsWith(QLatin1StringView("agent"));
        if (!isAgent && !key.startsWith(QLatin1StringView("client"))) {
            continue;
        }
        message.direction = isAgent ? Direction::Outgoing : Direction::Incoming;
        message.authorName = json.value(key).toString();
        message.authorHandle = message.authorName;
        return true;
    }
    return false;
}

Result<IncomingMessage> readTurn(const QJsonObject &json, const QString &session)
{
    IncomingMessage message = blank(session);
    message.text = json.value(QLatin1StringView("message")).toString();
    const QString tweet = idText(json.value(QLatin1StringView("tweet_ID")));
    auto at = parseInstant(json.value(QLatin1StringView("datetime")).toString());
    if (!at) {
        at = instantOfTweet(tweet);
    }
    if (!fillAuthor(message, json) || !at) {
        return fail(Errc::BrokenItem, QStringLiteral("a message without author or date"));
    }
    message.sentAt = *at;
    // The same tweet may lie in several dialogues, and each keeps it.
    message.remoteId
        = session + u'/' + (tweet.isEmpty() ? contentId(message.authorName, message.text) : tweet);
    return message;
}

/// The agent's answer with the link stands apart from the turns; it is one of them.
void addLinkedAnswer(CareDialogue &dialogue, const QJsonObject &json, const QString &session)
{
    const QJsonObject answer = json.value(QLatin1StringView("agentURL")).toObject();
    const QString tweet = idText(answer.value(QLatin1StringView("tweet_ID")));
    const QString text = answer.value(QLatin1StringView("url_utterance")).toString();
    const QString id = session + u'/' + tweet;
    auto &messages = dialogue.messages;
    if (tweet.isEmpty() || text.isEmpty()
        || std::ranges::contains(messages, id, &IncomingMessage::remoteId)) {
        return;
    }
    const auto turn = idText(answer.value(QLatin1StringView("turn"))).toLongLong();
    const qsizetype place = turn > 0 ? std::min<qsizetype>(turn - 1, messages.size()) : messages.size();
    IncomingMessage message = blank(session);
    message.direction = Direction::Outgoing;
    message.remoteId = id;
    message.text = text;
    message.authorName = json[QLatin1StringView("dialogHeader")][QLatin1StringView("company")].toString();
    message.authorHandle = message.authorName;
    const auto at = instantOfTweet(tweet);
    if (!at && place == 0) {
        dialogue.broken.append(
            {.code = Errc::BrokenItem, .detail = QStringLiteral("an answer without date"), .retryAfter = {}});
        return;
    }
    message.sentAt = at ? *at : messages.at(place - 1).sentAt;
    messages.insert(place, message);
}

void linkTurns(QList<IncomingMessage> &messages)
{
    const auto customer = std::ranges::find(messages, Direction::Incoming, &IncomingMessage::direction);
    const QString person = customer == messages.end() ? QString() : customer->authorName;
    QString previous;
    for (auto &message : messages) {
        message.personName = person;
        message.personHandle = person;
        message.isRead = message.direction == Direction::Outgoing;
        if (!previous.isEmpty()) {
            message.references = {previous};
        }
        previous = message.remoteId;
    }
}

} // namespace

CareDialogue readCareDialogue(const QJsonObject &json)
{
    CareDialogue dialogue;
    const QString session = idText(json[QLatin1StringView("dialogHeader")][QLatin1StringView("sessionID")]);
    if (session.isEmpty()) {
        dialogue.broken.append({.code = Errc::BrokenItem,
                                .detail = QStringLiteral("a dialogue without sessionID"),
                                .retryAfter = {}});
        return dialogue;
    }
    const auto turns = json.value(QLatin1StringView("dialogContent")).toArray();
    for (const auto &turn : turns) {
        auto message = readTurn(turn.toObject(), session);
        if (message) {
            dialogue.messages.append(*std::move(message));
        } else {
            dialogue.broken.append(message.error());
        }
    }
    addLinkedAnswer(dialogue, json, session);
    linkTurns(dialogue.messages);
    return dialogue;
}

} // namespace aside
