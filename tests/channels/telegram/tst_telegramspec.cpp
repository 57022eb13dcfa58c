// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/telegramspec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace aside {

using namespace Qt::StringLiterals;

class TestTelegramSpec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(); }
    void goodCallsPass_data();
    void goodCallsPass();
    void wrongCallsAreRefused_data();
    void wrongCallsAreRefused();
    void formsAreReadByTheirTypes();
    void filesGoWhereFilesAreTaken();
    void updatesAreChecked();

private:
    std::optional<test::TelegramSpec> m_spec;
};

void TestTelegramSpec::initTestCase()
{
    m_spec = test::TelegramSpec::load(QStringLiteral(SHARED_DIR) + u"/specs/telegram/api.json"_s);
    if (!m_spec) {
        QSKIP("the description of the Bot API is not beside the source");
    }
}

void TestTelegramSpec::goodCallsPass_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("getMe") << u"getMe"_s << QByteArray("{}");
    QTest::newRow("updates") << u"getUpdates"_s
                             << QByteArray(
                                    R"({"offset":5,"limit":100,"timeout":30,"allowed_updates":["message"]})");
    QTest::newRow("text") << u"sendMessage"_s << QByteArray(R"({"chat_id":5,"text":"hi"})");
    QTest::newRow("by name") << u"sendMessage"_s << QByteArray(R"({"chat_id":"@x","text":"hi"})");
    QTest::newRow("answer")
        << u"sendMessage"_s
        << QByteArray(
               R"({"chat_id":5,"text":"hi","reply_parameters":{"message_id":9,"allow_sending_without_reply":true}})");
    QTest::newRow("keyboard")
        << u"sendMessage"_s
        << QByteArray(
               R"({"chat_id":5,"text":"hi","reply_markup":{"keyboard":[[{"text":"a","request_contact":true}]]}})");
}

void TestTelegramSpec::goodCallsPass()
{
    QFETCH(const QString, method);
    QFETCH(const QByteArray, json);

    QCOMPARE(m_spec->checkJson(method, QJsonDocument::fromJson(json).object()), QString());
}

void TestTelegramSpec::wrongCallsAreRefused_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("no such method") << u"getHistory"_s << QByteArray("{}");
    QTest::newRow("no such parameter") << u"getMe"_s << QByteArray(R"({"id":1})");
    QTest::newRow("no text") << u"sendMessage"_s << QByteArray(R"({"chat_id":5})");
    QTest::newRow("empty text") << u"sendMessage"_s << QByteArray(R"({"chat_id":5,"text":""})");
    QTest::newRow("long text") << u"sendMessage"_s
                               << R"({"chat_id":5,"text":")" + QByteArray(4097, 'a') + R"("})";
    QTest::newRow("a number as text") << u"sendMessage"_s << QByteArray(R"({"chat_id":5,"text":7})");
    QTest::newRow("half a chat") << u"sendMessage"_s << QByteArray(R"({"chat_id":5.5,"text":"hi"})");
    QTest::newRow("a text as number") << u"getUpdates"_s << QByteArray(R"({"offset":"5"})");
    QTest::newRow("too many at once") << u"getUpdates"_s << QByteArray(R"({"limit":101})");
    QTest::newRow("a list of numbers") << u"getUpdates"_s << QByteArray(R"({"allowed_updates":[1]})");
    QTest::newRow("an answer to nothing")
        << u"sendMessage"_s << QByteArray(R"({"chat_id":5,"text":"hi","reply_parameters":{}})");
    QTest::newRow("an unknown field inside")
        << u"sendMessage"_s
        << QByteArray(R"({"chat_id":5,"text":"hi","reply_parameters":{"message_id":1,"alt":"x"}})");
    QTest::newRow("a flat keyboard")
        << u"sendMessage"_s
        << QByteArray(R"({"chat_id":5,"text":"hi","reply_markup":{"keyboard":[{"text":"a"}]}})");
    QTest::newRow("a long caption") << u"sendDocument"_s
                                    << R"({"chat_id":5,"document":"id","caption":")" + QByteArray(1025, 'a')
            + R"("})";
}

void TestTelegramSpec::wrongCallsAreRefused()
{
    QFETCH(const QString, method);
    QFETCH(const QByteArray, json);

    QVERIFY(!m_spec->checkJson(method, QJsonDocument::fromJson(json).object()).isEmpty());
}

void TestTelegramSpec::formsAreReadByTheirTypes()
{
    const QHash<QString, QByteArray> good{{u"chat_id"_s, "-1001234567890"},
                                          {u"text"_s, "12"},
                                          {u"disable_notification"_s, "true"},
                                          {u"reply_parameters"_s, R"({"message_id":4})"}};
    auto wrong = good;
    wrong[u"reply_parameters"_s] = "4";

    QCOMPARE(m_spec->checkForm(u"sendMessage"_s, good), QString());
    QCOMPARE(m_spec->toJson(u"sendMessage"_s, good).value("text"_L1), QJsonValue(u"12"_s));
    QVERIFY(!m_spec->checkForm(u"sendMessage"_s, wrong).isEmpty());
}

void TestTelegramSpec::filesGoWhereFilesAreTaken()
{
    const QHash<QString, QByteArray> fields{{u"chat_id"_s, "5"}};

    QCOMPARE(m_spec->checkForm(u"sendDocument"_s, fields, {u"document"_s}), QString());
    QVERIFY(!m_spec->checkForm(u"sendDocument"_s, fields).isEmpty());
    QVERIFY(!m_spec->checkForm(u"sendDocument"_s, fields, {u"document"_s, u"caption"_s}).isEmpty());
}

void TestTelegramSpec::updatesAreChecked()
{
    const auto json = [](const QByteArray &text) {
        return QJsonDocument::fromJson(text).object();
    };

    QCOMPARE(m_spec->checkValue(u"Update"_s, json(R"({"update_id":1,"message":{"message_id":2,"date":3,
        "chat":{"id":4,"type":"private"},"from":{"id":4,"is_bot":false,"first_name":"A"},"text":"x",
        "entities":[{"type":"bold","offset":0,"length":1}]}})")),
             QString());
    QVERIFY(!m_spec->checkValue(u"Update"_s, json(R"({"message":{}})")).isEmpty());
    QVERIFY(
        !m_spec->checkValue(u"Update"_s, json(R"({"update_id":1,"message":{"message_id":2}})")).isEmpty());
}

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestTelegramSpec)
#include "tst_telegramspec.moc"
