// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/vkspec.h"

#include <QTest>

namespace aside {

using namespace Qt::StringLiterals;
using test::VkSpec;

/// That the check of VK's calls finds what is wrong with them.
class TestVkSpec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void callsAreChecked_data();
    void callsAreChecked();
    void tokensAreChecked();

private:
    std::optional<VkSpec> m_spec;
};

void TestVkSpec::initTestCase()
{
    m_spec = VkSpec::load(QStringLiteral(SHARED_DIR) + u"/specs/vk"_s);
    if (!m_spec) {
        QSKIP("VK's schema is not in ../shared/specs/vk");
    }
}

void TestVkSpec::callsAreChecked_data()
{
    using Fields = QHash<QString, QByteArray>;
    QTest::addColumn<QString>("method");
    QTest::addColumn<Fields>("fields");
    QTest::addColumn<QString>("wrong");
    const Fields allowed{{u"group_id"_s, "7"}, {u"user_id"_s, "9007199254740993"}};
    const QString ask = u"messages.isMessagesFromGroupAllowed"_s;
    QTest::newRow("good") << ask << allowed << QString();
    QTest::newRow("unknown method") << u"messages.guess"_s << Fields() << u"there is no method"_s;
    QTest::newRow("required") << ask << Fields{{u"group_id"_s, "7"}} << u"lacks user_id"_s;
    QTest::newRow("no number") << ask << Fields{{u"group_id"_s, "seven"}, {u"user_id"_s, "1"}}
                               << u"this is no integer"_s;
    QTest::newRow("too low") << ask << Fields{{u"group_id"_s, "0"}, {u"user_id"_s, "1"}}
                             << u"out of its range"_s;
    QTest::newRow("unknown field") << ask << Fields{{u"group_id"_s, "7"}, {u"user_id"_s, "1"}, {u"x"_s, "1"}}
                                   << u"has no x"_s;
    QTest::newRow("too long") << u"messages.send"_s << Fields{{u"message"_s, QByteArray(9001, 'a')}}
                              << u"too long"_s;
    QTest::newRow("enum") << u"messages.getConversations"_s << Fields{{u"filter"_s, "some"}}
                          << u"none of the allowed"_s;
    QTest::newRow("array") << u"messages.send"_s << Fields{{u"peer_ids"_s, "1,two"}}
                           << u"this is no integer"_s;
    QTest::newRow("boolean") << u"groups.setLongPollSettings"_s
                             << Fields{{u"group_id"_s, "7"}, {u"message_new"_s, "yes"}}
                             << u"this is no boolean"_s;
}

void TestVkSpec::callsAreChecked()
{
    using Fields = QHash<QString, QByteArray>;
    QFETCH(const QString, method);
    QFETCH(Fields, fields);
    QFETCH(const QString, wrong);
    fields.insert(u"v"_s, "5.199");

    const QString found = m_spec->check(method, fields);

    QVERIFY2(wrong.isEmpty() ? found.isEmpty() : found.contains(wrong), qPrintable(found));
    fields.remove(u"v"_s);
    QVERIFY(!m_spec->check(method, fields).isEmpty());
}

void TestVkSpec::tokensAreChecked()
{
    const QHash<QString, QByteArray> fields{{u"v"_s, "5.199"}};

    QVERIFY(!m_spec->check(u"wall.get"_s, fields).isEmpty());
    QCOMPARE(m_spec->check(u"wall.get"_s, fields, u"service"_s), QString());
}

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestVkSpec)
#include "tst_vkspec.moc"
