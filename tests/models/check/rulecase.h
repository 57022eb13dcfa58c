// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/phrasebook.h"
#include "models/check/replycheck.h"
#include "models/check/textreader.h"

#include <QTest>

#include <algorithm>

namespace aside::test {

using namespace Qt::StringLiterals;

/// One reply and one rule. A row is the text with [[ ]] around what the rule finds, so that it says the exact
/// places; a text without marks is one the rule leaves alone.
class RuleCase
{
public:
    RuleCase(QLatin1StringView rule, const QString &marked)
        : m_rule(rule)
        , m_marked(marked)
    {
        context.text = QString(marked).remove(u"[["_s).remove(u"]]"_s);
        context.channel = Channel::Vk;
        context.audience = Audience::Public;
        context.capabilities = capabilitiesOf(context.channel);
        context.person.name = u"Анна Белова"_s;
        context.account = {.name = u"@sever"_s,
                           .companyNames = {u"Лавка Север"_s},
                           .hosts = {u"sever.example"_s},
                           .region = u"RU"_s};
        context.now = fromMillis(1'790'000'000'000);
    }

    void on(Channel channel, Audience audience)
    {
        context.channel = channel;
        context.capabilities = capabilitiesOf(channel);
        context.audience = audience;
    }

    /// Lines as "customer: …", "us: …" and "note: …", oldest first.
    void after(const QStringList &lines)
    {
        QList<Message> messages;
        for (const auto &line : lines) {
            const auto who = line.section(u':', 0, 0);
            messages.append({.id = {},
                             .conversation = {},
                             .parent = {},
                             .direction = who == u"us" ? Direction::Outgoing
                                 : who == u"note"      ? Direction::Note
                                                       : Direction::Incoming,
                             .author = {},
                             .handle = {},
                             .sentAt = context.now - std::chrono::hours{1},
                             .remoteId = {},
                             .subject = {},
                             .text = line.section(u':', 1).trimmed(),
                             .html = {},
                             .attachments = {}});
        }
        TextReader reader(book());
        context.thread = std::make_shared<ThreadFacts>(factsOf(messages, reader));
    }

    [[nodiscard]] QList<Finding> findings() const
    {
        ReplyCheck check(book());
        auto found = check.check(context).findings;
        found.removeIf([this](const Finding &finding) { return finding.rule != m_rule; });
        return found;
    }

    [[nodiscard]] QString expected() const { return m_marked; }

    /// The text with marks where the rule found something.
    [[nodiscard]] QString found() const
    {
        auto marked = context.text;
        auto all = findings();
        std::ranges::sort(all, std::greater(), [](const Finding &finding) { return finding.range.start; });
        for (const auto &finding : std::as_const(all)) {
            marked.insert(finding.range.end(), u"]]"_s).insert(finding.range.start, u"[["_s);
        }
        return marked;
    }

    /// What is left after the first fix of this kind to the first finding; the rule has nothing more to say
    /// of that place.
    [[nodiscard]] QString afterFix(QLatin1StringView words) const
    {
        const auto all = findings();
        for (const auto &fix : all.isEmpty() ? QList<Fix>() : all.constFirst().fixes) {
            if (fix.words == words) {
                auto fixed = *this;
                fixed.context.text = applied(fix, context.text);
                const auto left = fixed.findings().size();
                return left < all.size() ? fixed.context.text : u"still found: "_s + fixed.context.text;
            }
        }
        return u"no such fix"_s;
    }

    CheckContext context;

private:
    static std::shared_ptr<const PhraseBook> book()
    {
        static const auto all = PhraseBook::load();
        return all;
    }

    QLatin1StringView m_rule;
    QString m_marked;
};

} // namespace aside::test
