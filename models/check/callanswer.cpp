// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/callanswer.h"

#include "models/check/textreader.h"

#include <algorithm>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostMessages = 300;
constexpr qsizetype longestMessage = 2'000;

/// What was written, without the words of others below it.
QString ownWords(const QString &text)
{
    QStringList lines = text.first(std::min(text.size(), longestMessage)).split(u'\n');
    lines.removeIf([](const QString &line) { return line.startsWith(u'>'); });
    return lines.join(u'\n');
}

bool isTheirs(const Message &message, const QString &handle)
{
    return message.direction == Direction::Incoming
        && (handle.isEmpty() || message.handle.isEmpty()
            || message.handle.compare(handle, Qt::CaseInsensitive) == 0);
}

QString onlyNumber(const CheckedText &text)
{
    QStringList numbers;
    for (const auto &datum : text.data()) {
        if (datum.kind == DatumKind::Phone && !numbers.contains(datum.normal)) {
            numbers.append(datum.normal);
        }
    }
    return numbers.size() == 1 ? numbers.constFirst() : QString();
}

std::optional<CallAnswer> answerIn(const Message &message, TextReader &reader)
{
    const auto text = reader.read(ownWords(message.text));
    if (text.has("consent.says-no-to-call"_L1)) {
        return CallAnswer{.message = message.id, .isYes = false};
    }
    if (text.has("consent.says-yes-to-call"_L1)) {
        return CallAnswer{.message = message.id, .isYes = true, .number = onlyNumber(text)};
    }
    return std::nullopt;
}

} // namespace

std::optional<CallAnswer> readCallAnswer(const QList<Message> &messages, const QString &handle,
                                         TextReader &reader)
{
    bool isAsked = false;
    std::optional<CallAnswer> answer;
    for (const auto &message : messages.last(std::min(messages.size(), mostMessages))) {
        if (message.direction == Direction::Outgoing
            && reader.read(ownWords(message.text)).has("consent.asks-to-call"_L1)) {
            isAsked = true;
            answer.reset();
        } else if (isAsked && isTheirs(message, handle)) {
            const auto said = answerIn(message, reader);
            answer = said ? said : answer;
        }
    }
    return answer;
}

} // namespace aside
