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

/// Who is asked for a call and sends a number, with next to no words, says yes by it.
bool isOnlyNumber(const CheckedText &text)
{
    constexpr std::ptrdiff_t fewWords = 4;
    const auto number = std::ranges::find(text.data(), DatumKind::Phone, &DatumInText::kind);
    if (number == text.data().cend() || text.text().contains(u'?')) {
        return false;
    }
    const auto others = std::ranges::count_if(text.words(), [&number](const TextWord &word) {
        return word.range.end() <= number->range.start || word.range.start >= number->range.end();
    });
    return others <= fewWords;
}

/// A thumb and nothing else.
bool isNod(const QString &text)
{
    static const QStringList nods{u"👍"_s, u"👌"_s, u"✅"_s, u"🆗"_s, u"🤝"_s};
    return std::ranges::any_of(nods, [&text](const QString &nod) {
        QString rest = text;
        return text.contains(nod) && rest.remove(nod).trimmed().isEmpty();
    });
}

/// "May you?" is a question back, and none of the yeses in it is an answer.
bool saysYes(const CheckedText &text)
{
    const auto phrases = text.phrases("consent.says-yes-to-call"_L1);
    return std::ranges::any_of(phrases, [&text](const PhraseMatch &match) {
        const auto sentence = text.at(text.sentenceAt(match.range.start)).trimmed();
        return !sentence.endsWith(u'?');
    });
}

std::optional<CallAnswer> answerIn(const Message &message, TextReader &reader)
{
    const auto text = reader.read(ownWords(message.text));
    if (text.has("consent.says-no-to-call"_L1)) {
        return CallAnswer{.message = message.id, .isYes = false};
    }
    if (text.has("consent.mocks-call"_L1)) {
        return std::nullopt; // for a person to read
    }
    if (saysYes(text) || isOnlyNumber(text) || isNod(text.text())) {
        return CallAnswer{.message = message.id, .isYes = true, .number = onlyNumber(text)};
    }
    return std::nullopt;
}

} // namespace

bool asksToCall(const QString &text, TextReader &reader)
{
    return reader.read(ownWords(text)).has("consent.asks-to-call"_L1);
}

std::optional<CallAnswer> readCallAnswer(const QList<Message> &messages, const QString &handle,
                                         TextReader &reader)
{
    bool isAsked = false;
    std::optional<CallAnswer> answer;
    for (const auto &message : messages.last(std::min(messages.size(), mostMessages))) {
        if (message.direction == Direction::Outgoing && asksToCall(message.text, reader)) {
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
