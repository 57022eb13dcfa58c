// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/mastodon/instance.h"

#include <QRegularExpression>

namespace aside::mastodon {

using namespace Qt::StringLiterals;

namespace {

/// A limit that makes sense, else the usual one.
int limitOf(const JsonValue &number, int usual)
{
    const qint64 limit = number.integer().value_or(0);
    return limit > 0 && limit <= 10'000'000 ? static_cast<int>(limit) : usual;
}

bool isMastodon(const QString &version)
{
    static const QRegularExpression own(u"^(\\d+)\\.\\d+[^ ()]*$"_s);
    const auto match = own.match(version);
    return match.hasMatch() && match.captured(1).toInt() >= 2;
}

void readLimits(Instance &instance, const JsonValue &configuration)
{
    const JsonValue &statuses = configuration[u"statuses"];
    instance.mostCharacters = limitOf(statuses[u"max_characters"], instance.mostCharacters);
    instance.mostMedia = limitOf(statuses[u"max_media_attachments"], instance.mostMedia);
    instance.longestDescription
        = limitOf(configuration[u"media_attachments"][u"description_limit"], instance.longestDescription);
}

/// For browsers it is named with a scheme of theirs.
QUrl streamingOf(const QString &text)
{
    QUrl url(text, QUrl::StrictMode);
    if (url.scheme() == "wss"_L1) {
        url.setScheme(u"https"_s);
    } else if (url.scheme() == "ws"_L1) {
        url.setScheme(u"http"_s);
    }
    const bool isPlace = url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty()
        && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
    return isPlace ? url : QUrl();
}

} // namespace

std::optional<Instance> instanceV2(const JsonValue &json)
{
    Instance instance{.domain = json[u"domain"].text(), .version = json[u"version"].text()};
    if (instance.domain.isEmpty()) {
        return std::nullopt;
    }
    readLimits(instance, json[u"configuration"]);
    instance.streaming = streamingOf(json[u"configuration"][u"urls"][u"streaming"].text());
    instance.knowsKeys = isMastodon(instance.version);
    return instance;
}

std::optional<Instance> instanceV1(const JsonValue &json)
{
    // Some name a whole address here.
    const QString uri = json[u"uri"].text();
    const QString host = QUrl(uri).host();
    Instance instance{.domain = uri.contains("://"_L1) ? host : uri, .version = json[u"version"].text()};
    if (instance.domain.isEmpty()) {
        return std::nullopt;
    }
    readLimits(instance, json[u"configuration"]);
    instance.mostCharacters = limitOf(json[u"max_toot_chars"], instance.mostCharacters);
    instance.streaming = streamingOf(json[u"urls"][u"streaming_api"].text());
    instance.knowsKeys = isMastodon(instance.version);
    return instance;
}

} // namespace aside::mastodon
