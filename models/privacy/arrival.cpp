// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/arrival.h"

#include <QByteArray>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr auto payloadOptions = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// How a channel's link names what it hands back; empty: it hands nothing back.
QLatin1StringView payloadName(Channel channel)
{
    switch (channel) {
    case Channel::Telegram:
    case Channel::Max:
        return "start"_L1;
    case Channel::Vk:
    case Channel::Facebook:
    case Channel::Instagram:
        return "ref"_L1;
    default:
        return {};
    }
}

const QRegularExpression &startCommand()
{
    static const QRegularExpression start(
        u"^/start(?:@[A-Za-z0-9_]+)?(?:[ \\t]+(?<payload>\\S+))?(?<rest>.*)$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    return start;
}

/// What the talk carries; empty where it began without a link of ours.
QString carried(const Arrival &arrival)
{
    if (!arrival.ref.trimmed().isEmpty()) {
        return arrival.ref.trimmed();
    }
    return startCommand().match(arrival.firstText).captured(u"payload");
}

bool isSameHandle(const QString &one, const QString &other)
{
    const auto bare = [](const QString &handle) {
        const QString folded = handle.trimmed().toCaseFolded();
        return folded.startsWith(u'@') ? folded.sliced(1) : folded;
    };
    return !bare(one).isEmpty() && bare(one) == bare(other);
}

bool canBe(const PrivateMove &move, const Arrival &arrival)
{
    return move.state == MoveState::Awaited && move.channel == arrival.channel
        && arrival.at + clockAllowance >= move.startedAt;
}

/// By the link alone it is a stranger's word; where the handle is somebody else's it is nobody's.
QList<ArrivalCandidate> byPayload(const QString &payload, const Arrival &arrival,
                                  const QList<PrivateMove> &possible)
{
    const auto found = std::ranges::find(possible, payload, &PrivateMove::payload);
    if (found == possible.cend()) {
        return {};
    }
    const bool isTheirs = isSameHandle(found->handle, arrival.handle);
    const bool isAnothers = !isTheirs && std::ranges::any_of(possible, [&](const PrivateMove &move) {
        return isSameHandle(move.handle, arrival.handle);
    });
    if (isAnothers) {
        return {};
    }
    return {{.move = found->id,
             .conversation = found->conversation,
             .sign = isTheirs ? ArrivalSign::LinkAndHandle : ArrivalSign::Link}};
}

} // namespace

QString newMovePayload()
{
    std::array<quint32, 4> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), qsizetype{bits.size()});
    QByteArray bytes;
    for (const quint32 part : bits) {
        for (int shift = 0; shift < 32; shift += 8) {
            bytes.append(static_cast<char>((part >> shift) & 0xFFU));
        }
    }
    return QString::fromLatin1(bytes.toBase64(payloadOptions));
}

bool isMovePayload(const QString &text)
{
    return text.size() == 22 && std::ranges::all_of(text, [](QChar letter) {
               return letter == u'-' || letter == u'_'
                   || (letter.unicode() < 0x80 && letter.isLetterOrNumber());
           });
}

QString linkWithPayload(Channel channel, const QString &link, const QString &payload)
{
    const QLatin1StringView name = payloadName(channel);
    if (link.isEmpty() || payload.isEmpty() || name.isEmpty()) {
        return link;
    }
    return link + (link.contains(u'?') ? u'&' : u'?') + name + u'=' + payload;
}

std::optional<TalkStart> talkStart(Channel channel, const QString &text)
{
    const auto match = channel == Channel::Telegram || channel == Channel::Vk ? startCommand().match(text)
                                                                              : QRegularExpressionMatch();
    if (!match.hasMatch() || !match.captured(u"rest").trimmed().isEmpty()) {
        return std::nullopt;
    }
    // VK hands on nothing but our payloads, and has no such command: anything else was written.
    if (channel == Channel::Vk && !isMovePayload(match.captured(u"payload"))) {
        return std::nullopt;
    }
    return match.captured(u"payload").isEmpty() ? TalkStart::Pressed : TalkStart::ByLink;
}

QLatin1StringView arrivalSignName(ArrivalSign sign)
{
    switch (sign) {
    case ArrivalSign::LinkAndHandle:
        return "link-and-handle"_L1;
    case ArrivalSign::Link:
        return "link"_L1;
    case ArrivalSign::Handle:
        return "handle"_L1;
    case ArrivalSign::Nothing:
        return "nothing"_L1;
    }
    Q_UNREACHABLE_RETURN({});
}

QList<ArrivalCandidate> arrivalCandidates(const Arrival &arrival, const QList<PrivateMove> &awaited)
{
    if (arrival.audience != Audience::Private) {
        return {};
    }
    QList<PrivateMove> possible;
    std::ranges::copy_if(awaited, std::back_inserter(possible),
                         [&](const PrivateMove &move) { return canBe(move, arrival); });
    if (const QString payload = carried(arrival); !payload.isEmpty()) {
        return byPayload(payload, arrival, possible);
    }
    QList<ArrivalCandidate> candidates;
    for (const PrivateMove &move : std::as_const(possible)) {
        if (isSameHandle(move.handle, arrival.handle)) {
            candidates.append({.move = move.id, .conversation = move.conversation});
        }
    }
    return candidates;
}

} // namespace aside
