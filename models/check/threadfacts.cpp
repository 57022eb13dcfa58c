// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/threadfacts.h"

#include "models/check/notewords.h"
#include "models/check/textreader.h"
#include "models/text/language.h"

#include <algorithm>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostMessages = 300;
constexpr qsizetype longestMessage = 8'000;
/// A greeting is due again after a night's silence.
constexpr auto newTalk = std::chrono::hours{16};

/// What was written, without the words of others below it.
QString ownWords(const QString &text)
{
    const auto shortened = text.first(std::min(text.size(), longestMessage));
    if (!shortened.contains(u'>')) {
        return shortened;
    }
    QStringList lines = shortened.split(u'\n');
    lines.removeIf([](const QString &line) { return line.startsWith(u'>'); });
    return lines.join(u'\n');
}

/// Reads the messages one after the other.
class FactReader
{
public:
    FactReader(ThreadFacts &facts, TextReader &reader, QString region)
        : m_facts(facts)
        , m_reader(reader)
        , m_region(std::move(region))
    {
    }

    void read(const Message &message)
    {
        switch (message.direction) {
        case Direction::Incoming:
            readCustomer(message);
            break;
        case Direction::Outgoing:
            readOurs(message);
            break;
        case Direction::Note:
            m_facts.notes.append(message.text);
            return;
        case Direction::Event:
            m_facts.isSolved |= m_reader.read(message.text, {}, m_region).has("tone.solved"_L1);
            return;
        }
        m_last = message.sentAt;
    }

    [[nodiscard]] QString customerText() const { return m_customer; }

private:
    void readCustomer(const Message &message)
    {
        const auto words = ownWords(message.text);
        if (m_isAnswered) {
            m_facts.lastQuestion.clear();
            m_facts.questionStems.clear();
            m_facts.hasTrouble = false;
            m_facts.hasThanked = false;
            m_facts.askedForContact = false;
            m_facts.askedForCompany = false;
            m_isAnswered = false;
        }
        m_facts.lastQuestion += (m_facts.lastQuestion.isEmpty() ? QString() : u"\n"_s) + words;
        m_customer = (words + u'\n' + m_customer)
                         .first(std::min<qsizetype>(words.size() + 1 + m_customer.size(), 4'000));
        const auto text = m_reader.read(words, {}, m_region);
        for (const auto &word : text.words()) {
            m_facts.questionStems.insert(QByteArray::fromStdString(word.stem));
        }
        for (const auto &datum : text.data()) {
            if (!m_facts.given.contains(datum.normal)) {
                m_facts.given.append(datum.normal);
            }
        }
        constexpr std::size_t fewWords = 3;
        m_facts.hasThanked |= text.words().size() < fewWords || text.has("substance.thanks"_L1);
        m_facts.hasTrouble |= words.contains(u'?') || text.has("substance.complaint"_L1);
        m_facts.askedForContact |= text.has("clutter.asked-contact"_L1);
        m_facts.askedForCompany |= text.has("clutter.asked-company"_L1) || text.has("talk.asked-name"_L1);
        m_facts.askedForCall |= text.has("consent.asked-call"_L1);
        m_facts.askedForPrivate |= text.has("consent.asked-private"_L1);
        m_facts.isSolved |= text.has("tone.solved"_L1);
    }

    void readOurs(const Message &message)
    {
        if (message.sentAt - m_last > newTalk) {
            m_facts.hasGreeted = false;
        }
        const auto text = m_reader.read(ownWords(message.text), {}, m_region);
        const auto &segments = text.segments();
        m_facts.hasGreeted |= !segments.isEmpty() && segments.constFirst().kind == SegmentKind::Greeting;
        m_facts.hasApologised |= text.has("clutter.apologies"_L1);
        m_facts.isSolved |= text.has("tone.solved"_L1);
        m_facts.sentAway += text.has("substance.sends-away"_L1) ? 1 : 0;
        m_isAnswered = true;
    }

    ThreadFacts &m_facts;
    TextReader &m_reader;
    QString m_region;
    QString m_customer; ///< the newest words first, as many as tell a language
    Instant m_last{};
    bool m_isAnswered = false;
};

} // namespace

ThreadFacts factsOf(const QList<Message> &messages, TextReader &reader, const QString &region)
{
    ThreadFacts facts{.messages = messages,
                      .customerLanguage = {},
                      .lastQuestion = {},
                      .questionStems = {},
                      .given = {},
                      .notes = {}};
    FactReader one(facts, reader, region);
    for (const auto &message : messages.last(std::min(messages.size(), mostMessages))) {
        one.read(message);
    }
    facts.customerLanguage = languageOf(one.customerText());
    if (!facts.notes.isEmpty()) {
        facts.noteWords = std::make_shared<NoteWords>(messages, facts.notes, reader.stemmer());
    }
    return facts;
}

} // namespace aside
