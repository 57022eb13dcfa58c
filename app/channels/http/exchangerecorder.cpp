// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/exchangerecorder.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>
#include <QTimeZone>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

const QString hidden = u"***"_s;
constexpr qsizetype longestName = 40; ///< of a word in a path; what is longer is no word

/// A token as Telegram has it, or a run of letters with digits that nobody would give a folder.
bool looksSecret(const QString &segment)
{
    static const QRegularExpression bot(u"^(bot)?[0-9]{5,}:[A-Za-z0-9_-]{10,}"_s);
    return segment.size() > longestName || bot.match(segment).hasMatch();
}

QString redactedSegment(const QString &segment, const QList<Secret> &secrets)
{
    const QByteArray bytes = segment.toUtf8();
    const bool isKnown = std::ranges::any_of(
        secrets, [&](const Secret &secret) { return !secret.isEmpty() && bytes.contains(secret.bytes()); });
    return isKnown || looksSecret(segment) ? hidden : segment;
}

QJsonObject toJson(const ExchangeRecord &record)
{
    QJsonObject json{
        {u"at"_s,
         QDateTime::fromMSecsSinceEpoch(toMillis(record.at), QTimeZone::UTC).toString(Qt::ISODateWithMs)},
        {u"method"_s, QString::fromLatin1(record.method)},
        {u"url"_s, record.url},
        {u"status"_s, record.status},
        {u"sent"_s, record.sent},
        {u"received"_s, record.received},
        {u"ms"_s, static_cast<qint64>(record.took.count())}};
    if (record.fault) {
        json.insert(u"fault"_s, QString(errcName(*record.fault)));
    }
    return json;
}

} // namespace

QString redactedUrl(const QUrl &url, const QList<Secret> &secrets)
{
    QStringList path;
    for (const QString &segment : url.path(QUrl::FullyDecoded).split(u'/')) {
        path.append(redactedSegment(segment, secrets));
    }
    QStringList query;
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        query.append(redactedSegment(name, secrets) + u"=…"_s);
    }
    const QString port = url.port() > 0 ? u':' + QString::number(url.port()) : QString();
    const QString tail = query.isEmpty() ? QString() : u'?' + query.join(u'&');
    return url.scheme() + u"://"_s + url.host(QUrl::FullyEncoded) + port + path.join(u'/') + tail;
}

void ExchangeRecorder::add(ExchangeRecord record)
{
    m_records.push_back(std::move(record));
    if (m_records.size() > mostKept) {
        m_records.pop_front();
    }
}

QByteArray ExchangeRecorder::toJsonLines() const
{
    QByteArray lines;
    for (const ExchangeRecord &record : m_records) {
        lines += QJsonDocument(toJson(record)).toJson(QJsonDocument::Compact) + '\n';
    }
    return lines;
}

} // namespace aside
