// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/check/evidence.h"

#include "models/check/textreader.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

#include <stdexcept>
#include <toml++/toml.hpp>

namespace aside::test {

using namespace Qt::StringLiterals;

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString text(toml::node_view<const toml::node> node, const QString &spare = {})
{
    const auto value = node.value<std::string_view>();
    return value ? text(*value) : spare;
}

QStringList texts(toml::node_view<const toml::node> node, const QStringList &spare = {})
{
    const auto *array = node.as_array();
    if (!array) {
        return spare;
    }
    QStringList all;
    for (const auto &one : *array) {
        all.append(text(one.value_or(std::string_view())));
    }
    return all;
}

Instant instant(const QString &written)
{
    const auto at = QDateTime::fromString(written, Qt::ISODate);
    if (!at.isValid()) {
        throw std::runtime_error("no date: " + written.toStdString());
    }
    return fromMillis(at.toMSecsSinceEpoch());
}

template <typename Value>
Value known(const QString &name, std::initializer_list<std::pair<QLatin1StringView, Value>> values)
{
    for (const auto &[key, value] : values) {
        if (key == name) {
            return value;
        }
    }
    throw std::runtime_error("unknown word: " + name.toStdString());
}

Consent consent(const QString &written, Channel channel)
{
    Consent one;
    one.channel = channel;
    one.to = known<ConsentTo>(written.section(u':', 0, 0),
                              {{"direct-message"_L1, ConsentTo::DirectMessage},
                               {"phone"_L1, ConsentTo::Phone},
                               {"mailing"_L1, ConsentTo::Mailing},
                               {"removal-request"_L1, ConsentTo::RemovalRequest}});
    one.state = known<ConsentState>(written.section(u':', 1),
                                    {{"none"_L1, ConsentState::None},
                                     {"asked"_L1, ConsentState::Asked},
                                     {"given"_L1, ConsentState::Given},
                                     {"refused"_L1, ConsentState::Refused},
                                     {"revoked"_L1, ConsentState::Revoked}});
    return one;
}

/// One table of a file.
class Reply
{
public:
    Reply(const toml::table &table, QString language, TextReader &reader)
        : m_table(table)
        , m_language(std::move(language))
        , m_reader(reader)
    {
    }

    LabelledReply read()
    {
        LabelledReply reply{.id = text(m_table["id"]), .language = m_language, .context = {}, .expected = {}};
        m_now = instant(text(m_table["now"], u"2026-11-20T10:00:00Z"_s));
        reply.context.text = withoutMarks(text(m_table["text"]).trimmed(), reply.expected);
        readPlace(reply.context);
        readFiles(reply.context);
        readPeople(reply.context);
        readThread(reply.context);
        readTemplate(reply.context);
        readExpected(reply);
        return reply;
    }

private:
    void readPlace(CheckContext &context)
    {
        const auto channel = channelFromName(text(m_table["channel"], u"email"_s));
        if (!channel) {
            throw std::runtime_error("unknown channel");
        }
        context.channel = *channel;
        context.capabilities = capabilitiesOf(*channel);
        context.audience
            = known<Audience>(text(m_table["audience"], u"private"_s),
                              {{"public"_L1, Audience::Public}, {"private"_L1, Audience::Private}});
        context.intent = known<Intent>(text(m_table["intent"], u"reply"_s),
                                       {{"reply"_L1, Intent::Reply},
                                        {"direct-message"_L1, Intent::DirectMessage},
                                        {"call"_L1, Intent::Call},
                                        {"mailing"_L1, Intent::Mailing}});
        context.language = text(m_table["language"]);
        context.now = m_now;
        if (m_table.contains("window_ends")) {
            context.windowEnds = instant(text(m_table["window_ends"]));
        }
    }

    void readFiles(CheckContext &context)
    {
        for (const auto &file : texts(m_table["files"])) {
            DraftAttachment one;
            one.name = file.section(u'|', 0, 0);
            one.mimeType = file.section(u'|', 1, 1);
            one.alt = file.section(u'|', 2);
            one.sha256 = one.name.toUtf8();
            context.files.append(one);
        }
    }

    void readPeople(CheckContext &context)
    {
        const bool isRussian = m_language == u"ru";
        const auto person = m_table["person"];
        context.person = {.name = text(person["name"], isRussian ? u"Анна Белова"_s : u"Anna Bell"_s),
                          .phones = texts(person["phones"]),
                          .mails = texts(person["mails"]),
                          .consents = {},
                          .approaches = person["approaches"].value_or(0),
                          .doNotContact = person["do_not_contact"].value_or(false)};
        for (const auto &one : texts(m_table["consents"])) {
            context.person.consents.append(consent(one, context.channel));
        }
        const auto account = m_table["account"];
        context.account
            = {.name = text(account["name"], isRussian ? u"@sever"_s : u"@northlane"_s),
               .companyNames = texts(account["companies"], {isRussian ? u"Лавка Север"_s : u"North Lane"_s}),
               .hosts = texts(account["hosts"], {isRussian ? u"sever.example"_s : u"northlane.example"_s}),
               .region = text(account["region"], isRussian ? u"RU"_s : u"GB"_s),
               .isOfficial = account["official"].value_or(true),
               .wantsHelperMark = account["helper_mark"].value_or(false)};
    }

    void readThread(CheckContext &context)
    {
        QList<Message> messages;
        const auto lines = texts(m_table["thread"], {u"customer: …"_s});
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const auto &line = lines.at(i);
            Message message;
            message.direction = known<Direction>(line.section(u':', 0, 0),
                                                 {{"us"_L1, Direction::Outgoing},
                                                  {"note"_L1, Direction::Note},
                                                  {"customer"_L1, Direction::Incoming}});
            message.text = line.section(u':', 1).trimmed();
            message.sentAt = m_now - std::chrono::minutes{10 * (lines.size() - i)};
            messages.append(message);
        }
        context.thread = std::make_shared<const ThreadFacts>(
            factsOf(messages, m_reader, context.account.region)); // contexts are copied
    }

    void readTemplate(CheckContext &context)
    {
        const auto used = m_table["template"];
        if (!used) {
            return;
        }
        context.usedTemplate = TemplateUse{.id = text(used["id"]),
                                           .rendered = text(used["rendered"]),
                                           .reasons = {},
                                           .unchangedInARow = used["unchanged_in_a_row"].value_or(0),
                                           .sameToThisPerson = used["same_to_this_person"].value_or(false)};
        if (const auto *reasons = used["reasons"].as_table()) {
            for (const auto &[rule, reason] : *reasons) {
                context.usedTemplate->reasons.insert(text(rule.str()),
                                                     text(reason.value_or(std::string_view())));
            }
        }
    }

    void readExpected(LabelledReply &reply)
    {
        const TextRange all{.start = 0, .length = reply.context.text.size()};
        for (const auto &rule : texts(m_table["whole"])) {
            reply.expected.append({.rule = rule, .range = all});
        }
        for (const auto &one : texts(m_table["file_findings"])) {
            reply.expected.append(
                {.rule = one.section(u':', 1), .range = all, .file = one.section(u':', 0, 0).toInt() - 1});
        }
    }

    const toml::table &m_table;
    QString m_language;
    TextReader &m_reader;
    Instant m_now{};
};

} // namespace

QString withoutMarks(const QString &marked, QList<Expected> &expected)
{
    QString plain;
    QList<Expected> open;
    for (qsizetype i = 0; i < marked.size(); ++i) {
        if (marked[i] == u'⟦') {
            const auto bar = marked.indexOf(u'|', i);
            open.append({.rule = marked.sliced(i + 1, bar - i - 1), .range = {.start = plain.size()}});
            i = bar;
        } else if (marked[i] == u'⟧') {
            auto one = open.takeLast();
            one.range.length = plain.size() - one.range.start;
            expected.append(one);
        } else {
            plain += marked[i];
        }
    }
    return plain;
}

QList<LabelledReply> labelledReplies(const QString &path, const QString &language, TextReader &reader)
{
    QList<LabelledReply> all;
    QFile file(path);
    if (!file.open(QFile::ReadOnly)) {
        QTest::qFail(qPrintable(path), __FILE__, __LINE__);
        return all;
    }
    const auto bytes = file.readAll();
    try {
        const auto table
            = toml::parse(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        for (const auto &node : *table["reply"].as_array()) {
            all.append(Reply(*node.as_table(), language, reader).read());
        }
    } catch (const std::exception &error) {
        QTest::qFail(qPrintable(path + u": "_s + QString::fromUtf8(error.what())), __FILE__, __LINE__);
    }
    return all;
}

} // namespace aside::test
