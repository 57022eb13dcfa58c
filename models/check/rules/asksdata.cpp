// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rules/looking.h"
#include "models/check/rules/privacy.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr auto rule = "privacy.asks-personal-data"_L1;

/// A list of words for something personal, and the question about it.
struct Kind {
    QLatin1StringView list;
    QLatin1StringView variant;
};

constexpr std::array kinds{
    Kind{.list = "privacy.passport"_L1, .variant = "passport"_L1},
    Kind{.list = "privacy.card"_L1, .variant = "card"_L1},
    Kind{.list = "privacy.iban"_L1, .variant = "iban"_L1},
    Kind{.list = "privacy.snils"_L1, .variant = "snils"_L1},
    Kind{.list = "privacy.inn"_L1, .variant = "inn"_L1},
    Kind{.list = "privacy.order"_L1, .variant = "order"_L1},
    Kind{.list = "privacy.phone"_L1, .variant = "phone"_L1},
    Kind{.list = "privacy.mail"_L1, .variant = "mail"_L1},
    Kind{.list = "privacy.address"_L1, .variant = "address"_L1},
};

TextRange united(TextRange one, TextRange other)
{
    const auto start = std::min(one.start, other.start);
    return {.start = start, .length = std::max(one.end(), other.end()) - start};
}

/// The question about what the sentence asks for: one of its own where that is one thing. Nothing where it
/// asks for nothing personal.
std::optional<QLatin1StringView> variantIn(const CheckedText &text, TextRange sentence)
{
    std::optional<QLatin1StringView> variant;
    for (const auto &kind : kinds) {
        if (text.has(kind.list, sentence)) {
            variant = variant ? QLatin1StringView() : kind.variant;
        }
    }
    return variant;
}

/// A link where a private talk begins.
bool isPrivateDoor(const LinkInText &link)
{
    static const QStringList doors{u"vk.me"_s, u"t.me"_s, u"m.me"_s, u"ig.me"_s, u"wa.me"_s, u"max.ru"_s};
    return link.kind == LinkKind::Mail || isHostOf(hostOf(link.url), doors);
}

/// "…, лучше в личные сообщения": here, or in the sentences beside it.
bool leadsToPrivate(const CheckedText &text, TextRange sentence)
{
    const auto before = sentence.start > 1 ? text.sentenceAt(sentence.start - 2) : sentence;
    const auto around = united(united(before, sentence), text.sentenceAt(sentence.end() + 1));
    const bool isCalled = std::ranges::any_of(text.data(), [sentence](const DatumInText &datum) {
        return datum.kind == DatumKind::Phone && datum.range.overlaps(sentence);
    });
    return isCalled || text.has("privacy.private-side"_L1, around)
        || std::ranges::any_of(text.links(), [sentence, around](const LinkInText &link) {
               return link.range.overlaps(sentence) || (link.range.overlaps(around) && isPrivateDoor(link));
           });
}

/// "Укажите" asks, "указан" does not, though their stem is one.
bool isImperative(QStringView words)
{
    static const QRegularExpression russian(
        u"(?:те|те-ка)(?:\\s|$)|^(?:нуж|понадоб|потреб|жд[её]м|жду|прош|прос|мож|мог|смож)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return words.front().script() != QChar::Script_Cyrillic || russian.matchView(words).hasMatch();
}

/// "You post things", "I have put it" and "our team will send it" tell; "could you post" asks.
bool isTold(const CheckedText &text, TextRange sentence, TextRange ask)
{
    static const QRegularExpression teller(u"(?<!can |could |would |will )\\b(?:you|we|i|they|he|she|it)"
                                           "(?:['’]ve| have| had|['’]d)?\\s+(?:already |just )?$"
                                           "|\\b(?:was|were|been|is|are|has|have|had|be)\\s+$"
                                           "|(?<!\\byou)(?: will|['’]ll| shall)\\s+(?:also |then )?$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const auto before = text.at({.start = sentence.start, .length = ask.start - sentence.start});
    return !text.at(sentence).trimmed().endsWith(u'?') && teller.matchView(before).hasMatch();
}

bool isRequest(const CheckedText &text, TextRange sentence)
{
    return std::ranges::any_of(text.phrases("privacy.asks"_L1), [&text, sentence](const PhraseMatch &ask) {
        return sentence.contains(ask.range) && isImperative(text.at(ask.range))
            && !isTold(text, sentence, ask.range);
    });
}

} // namespace

void asksPersonalData(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    if (context.audience != Audience::Public) {
        return;
    }
    for (const auto &sentence : unquotedWith(text, "privacy.asks"_L1)) {
        const auto variant = variantIn(text, sentence);
        if (!variant || !isRequest(text, sentence) || leadsToPrivate(text, sentence)) {
            continue;
        }
        auto finding = about(text, rule, sentence, *variant);
        finding.fixes = {{.kind = FixKind::MoveToPrivate, .words = u"move-to-private"_s}};
        finding.fixes += withoutSentence(text, sentence);
        found.append(finding);
    }
}

} // namespace aside::rules
