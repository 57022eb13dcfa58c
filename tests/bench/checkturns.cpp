// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs the reply check over the agents' turns of shared/data/customer-care and prints what it found, to be
// read by a person. aside_checkturns DIALOGUES.json [RULE…]

#include "models/check/phrasebook.h"
#include "models/check/replycheck.h"
#include "models/check/textreader.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <map>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

/// The collection holds "&amp;", "&lt;" and "&gt;" as the network's interface gave them.
QString decoded(const QJsonValue &text)
{
    return text.toString().replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&amp;"_s, u"&"_s);
}

/// The turns of one dialogue, each checked in the thread before it.
class Dialogue
{
public:
    Dialogue(const QJsonObject &dialogue, ReplyCheck &check, TextReader &reader)
        : m_company(dialogue[u"dialogHeader"_s][u"company"_s].toString())
        , m_check(check)
        , m_reader(reader)
    {
        for (const auto &turn : dialogue[u"dialogContent"_s].toArray()) {
            add(decoded(turn[u"message"_s]),
                turn.toObject().contains(u"agent"_s) ? Direction::Outgoing : Direction::Incoming);
        }
        add(decoded(dialogue[u"agentURL"_s][u"url_utterance"_s]), Direction::Outgoing);
    }

    struct Turn {
        QString text;
        CheckReport report;
    };

    [[nodiscard]] const QList<Turn> &turns() const { return m_turns; }
    [[nodiscard]] const QString &company() const { return m_company; }

private:
    void add(const QString &text, Direction direction)
    {
        if (direction == Direction::Outgoing && !text.isEmpty()) {
            m_turns.append({.text = text, .report = m_check.check(contextOf(text))});
        }
        Message message;
        message.direction = direction;
        message.text = text;
        m_messages.append(message);
    }

    [[nodiscard]] CheckContext contextOf(const QString &text)
    {
        CheckContext context;
        context.text = text;
        context.channel = Channel::X;
        context.audience = Audience::Public;
        context.capabilities = capabilitiesOf(Channel::X);
        context.thread = std::make_shared<const ThreadFacts>(
            factsOf(m_messages, m_reader, u"US"_s)); // contexts are copied
        context.person.isKnown = false;
        context.account.name = u'@' + m_company;
        context.account.region = u"US"_s;
        return context;
    }

    QString m_company;
    ReplyCheck &m_check;
    TextReader &m_reader;
    QList<Message> m_messages;
    QList<Turn> m_turns;
};

void print(const Dialogue &dialogue, const QStringList &rules, std::map<QString, int> &counts)
{
    QTextStream out(stdout);
    for (const auto &turn : dialogue.turns()) {
        ++counts[u"(turns)"_s];
        for (const auto &finding : turn.report.findings) {
            ++counts[finding.rule];
            if (rules.isEmpty() || rules.contains(finding.rule)) {
                out << finding.rule << '\t' << dialogue.company() << '\t'
                    << turn.text.sliced(finding.range.start, finding.range.length).simplified() << '\t'
                    << turn.text.simplified() << '\n';
            }
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QFile file(application.arguments().value(1));
    if (!file.open(QFile::ReadOnly)) {
        QTextStream(stderr) << "aside_checkturns DIALOGUES.json [RULE…]\n";
        return 1;
    }
    const auto book = PhraseBook::load();
    ReplyCheck check(book);
    TextReader reader(book);
    std::map<QString, int> counts;
    for (const auto &dialogue : QJsonDocument::fromJson(file.readAll()).array()) {
        print(Dialogue(dialogue.toObject(), check, reader), application.arguments().sliced(2), counts);
    }
    for (const auto &[rule, count] : counts) {
        QTextStream(stderr) << count << '\t' << rule << '\n';
    }
    return 0;
}
