// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/removal.h"
#include "models/check/rules/looking.h"
#include "models/check/rules/names.h"
#include "models/check/rules/template.h"

#include <QRegularExpression>

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr auto rule = "template.wrong-name"_L1;

struct NameInText {
    TextRange range;
    QString word;
};

QList<NameInText> capitalised(QStringView text, qsizetype from)
{
    static const QRegularExpression word(u"(?<![\\w@])\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?(?!\\w)"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    QList<NameInText> found;
    for (auto words = word.globalMatchView(text); words.hasNext();) {
        const auto match = words.next();
        found.append({.range = {.start = from + match.capturedStart(), .length = match.capturedLength()},
                      .word = match.captured()});
    }
    return found;
}

/// The word is part of a phrase of the list.
bool touches(const CheckedText &text, QLatin1StringView list, TextRange word)
{
    return std::ranges::any_of(text.phrases(list),
                               [word](const PhraseMatch &match) { return match.range.overlaps(word); });
}

/// The words of a greeting that may be a name.
QList<NameInText> greeted(const CheckedText &text, TextRange greeting)
{
    auto names = capitalised(text.at(greeting), greeting.start);
    names.removeIf([&text](const NameInText &name) {
        return touches(text, "segments.greetings"_L1, name.range)
            || touches(text, "names.not-names"_L1, name.range);
    });
    return names;
}

/// "Викторович" alone tells nobody from his brother.
bool isPatronymic(const QString &word)
{
    static const QRegularExpression ending(u"(?:[ое]вич|ич|[ое]вна|ична)(?:[аеуы]|ем|ой)?$"_s);
    constexpr qsizetype shortest = 6;
    return word.size() >= shortest && ending.match(word).hasMatch();
}

/// The name and what stands before and behind it in a greeting: "Марина, добрый день".
QList<TextRange> greetings(const CheckedText &text)
{
    QList<TextRange> ranges;
    for (const auto &segment : text.segments()) {
        if (segment.kind == SegmentKind::Greeting) {
            ranges.append(segment.range);
        }
    }
    for (const auto &match : text.phrases("segments.greetings"_L1)) {
        const auto sentence = text.sentenceAt(match.range.start);
        const TextRange whole{.start = sentence.start, .length = match.range.end() - sentence.start};
        constexpr qsizetype longestName = 40;
        const bool isKnown
            = std::ranges::any_of(ranges, [&match](TextRange range) { return range.contains(match.range); });
        if (sentence.start == 0 && match.range.start <= longestName && !isKnown) {
            ranges.append(whole);
        }
    }
    return ranges;
}

/// What the channel shows as the customer's name, where it looks like one.
QStringList ownNames(const CheckContext &context)
{
    QStringList names;
    for (const auto &name : capitalised(context.person.name, 0)) {
        names.append(name.word);
    }
    const bool isName = names.size() > 1 || std::ranges::any_of(names, [](const QString &name) {
                            return !Names::all().fullForms(name).isEmpty();
                        });
    return isName ? names : QStringList();
}

bool isAnyOf(const QString &name, const QStringList &names)
{
    return std::ranges::any_of(names, [&name](const QString &one) { return Names::all().isSame(name, one); });
}

/// The customer signed so, or writes for somebody of this name.
bool isInTalk(const QString &name, const CheckContext &context)
{
    return context.thread && std::ranges::any_of(context.thread->messages, [&name](const Message &message) {
               const bool isTheirs = message.direction == Direction::Incoming;
               return isTheirs
                   && std::ranges::any_of(
                          capitalised(message.author + u'\n' + message.text, 0),
                          [&name](const NameInText &said) { return Names::all().isSame(name, said.word); });
           });
}

QString givenName(const QStringList &names)
{
    const auto known = std::ranges::find_if(
        names, [](const QString &name) { return !Names::all().fullForms(name).isEmpty(); });
    return known != names.cend() ? *known : names.constFirst();
}

bool hasSameScript(QStringView one, QStringView other)
{
    return one.front().script() == other.front().script();
}

/// "Anna," and "Anna!" end a greeting; a word that goes on may begin a sentence.
bool endsGreeting(const CheckedText &text, TextRange name)
{
    const auto after = text.text().mid(name.end(), 1);
    return after.isEmpty() || u",!.\n"_s.contains(after);
}

/// Names of another alphabet are compared by their sound, which is rough: only known ones are told apart.
bool isSurelyOther(const CheckedText &text, const QList<NameInText> &names, const QStringList &own)
{
    const auto isKnown = [](const QString &word) {
        return !Names::all().fullForms(word).isEmpty();
    };
    const bool isName = std::ranges::any_of(names, isKnown, &NameInText::word);
    if (!hasSameScript(names.constFirst().word, givenName(own))) {
        return isName && isKnown(givenName(own));
    }
    return isName || endsGreeting(text, names.constLast().range);
}

} // namespace

void wrongName(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    const auto own = ownNames(context);
    if (own.isEmpty()) {
        return;
    }
    for (const auto &greeting : greetings(text)) {
        const auto names = greeted(text, greeting);
        const bool isAlone = names.size() == 1;
        const bool isRight = std::ranges::any_of(names, [&](const NameInText &name) {
            const bool tellsWho = isAlone || !isPatronymic(name.word);
            return (tellsWho && isAnyOf(name.word, own)) || isInTalk(name.word, context)
                || isAnyOf(name.word, context.account.companyNames);
        });
        if (names.isEmpty() || isRight || !isSurelyOther(text, names, own)) {
            continue;
        }
        const auto start = names.constFirst().range.start;
        const TextRange range{.start = start, .length = names.constLast().range.end() - start};
        auto finding = about(text, rule, range);
        const auto name = givenName(own);
        finding.arguments.append(context.person.name);
        if (hasSameScript(name, names.constFirst().word)) {
            finding.fixes.append({.kind = FixKind::Edit,
                                  .words = u"use-name"_s,
                                  .arguments = {name},
                                  .edits = {{.range = range, .text = name}}});
        }
        finding.fixes.append(removingFix(text.text(), range));
        found.append(finding);
    }
}

} // namespace aside::rules
