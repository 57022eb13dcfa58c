// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/journeys/programs.h"

#include <QTemporaryDir>

using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

const QString page = u"https://reviews.example/lantern#7"_s;

} // namespace

/// A review site kept by hand, with the programs as an operator runs them, and one of them killed.
class TestByHand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aReviewIsPostedOnceAlsoAfterAKill();
    void callsAreKeptOnlyForWhoAllowsThem();
    void badInputIsTold_data();
    void badInputIsTold();
    void mentionGoesOnWithItsConversation();

private:
    Ended run(const QStringList &arguments) const { return asidectl(m_profile, arguments); }
    [[nodiscard]] QJsonObject item() const
    {
        return run({u"outbox"_s, u"list"_s}).json().value(u"items"_s).toArray().at(0).toObject();
    }
    [[nodiscard]] qint64 review() const
    {
        return run({u"mention"_s, u"add"_s, u"1"_s, u"--author"_s, u"Anna Berg"_s, u"--text"_s,
                    u"The lamp broke after a week."_s, u"--page"_s, page})
            .json()
            .value(u"conversation"_s)
            .toInteger();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_profile;
};

void TestByHand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = m_folder->filePath(u"profile"_s);
    const Ended added = run({u"account"_s, u"add"_s, u"manual"_s, u"https://reviews.example/lantern"_s,
                             u"--name"_s, u"Reviews"_s, u"--identity"_s, u"Lantern"_s});
    QVERIFY2(added.exitCode == 0, added.words().constData());
}

void TestByHand::aReviewIsPostedOnceAlsoAfterAKill()
{
    const qint64 id = review();
    QVERIFY(id > 0);
    QCOMPARE(review(), id); // entered twice, kept once
    const QString talk = QString::number(id);
    const Ended check
        = run({u"draft"_s, talk, u"--text"_s, u"Please be informed that we value your opinion."_s});
    QVERIFY2(check.exitCode == 0, check.words().constData());
    QCOMPARE(run({u"outbox"_s, u"send"_s, talk}).exitCode, 14); // the reply check asks about clutter
    QCOMPARE(run({u"draft"_s, talk, u"--text"_s, u"Anna, a new lamp leaves today."_s}).exitCode, 0);
    const Ended held = run({u"outbox"_s, u"send"_s, talk, u"--undo"_s, u"0"_s});
    QVERIFY2(held.exitCode == 0, held.words().constData());
    QCOMPARE(run({u"outbox"_s, u"tick"_s}).exitCode, 0);
    QCOMPARE(item().value(u"reason"_s).toString(), u"by-hand"_s);
    QCOMPARE(run({u"send"_s}).exitCode, 0); // no program sends it
    QCOMPARE(item().value(u"state"_s).toString(), u"held"_s);

    Child taking(asidectlProgram(), onProfile(m_profile, {u"outbox"_s, u"take"_s, u"1"_s}));
    QVERIFY(taking->waitForReadyRead(patience));
    taking.kill(); // the text is out
    QCOMPARE(item().value(u"reason"_s).toString(), u"by-hand"_s);
    QCOMPARE(item().value(u"sending"_s).toObject().value(u"attempts"_s).toInt(), 1);
    QCOMPARE(item().value(u"page"_s).toString(), page);

    const Ended posted = run({u"outbox"_s, u"posted"_s, u"1"_s, u"--page"_s, page});
    QVERIFY2(posted.exitCode == 0, posted.words().constData());
    QCOMPARE(item().value(u"state"_s).toString(), u"sent"_s);
    QCOMPARE(run({u"outbox"_s, u"posted"_s, u"1"_s, u"--page"_s, page}).errorCode(), u"conflict"_s);
    QCOMPARE(run({u"outbox"_s, u"take"_s, u"1"_s}).errorCode(), u"conflict"_s);
    const QJsonObject shown = run({u"show"_s, talk}).json();
    QCOMPARE(shown.value(u"messages"_s).toArray().size(), 2);
    QCOMPARE(shown.value(u"conversation"_s).toObject().value(u"waitingSince"_s).toString(), QString());
    QCOMPARE(shown.value(u"messages"_s).toArray().at(1).toObject().value(u"page"_s).toString(), page);
    QVERIFY(isHealthy(m_profile));
}

void TestByHand::callsAreKeptOnlyForWhoAllowsThem()
{
    const Ended phone = run({u"account"_s, u"add"_s, u"phone"_s, u"+7 495 123-45-67"_s});
    QVERIFY2(phone.exitCode == 0, phone.words().constData());
    const QString talk = QString::number(review());
    const QStringList call{u"call"_s, u"log"_s,       talk,          u"--out"_s,    u"--length"_s,
                           u"4:05"_s, u"--outcome"_s, u"answered"_s, u"--number"_s, u"+79001234567"_s};

    QCOMPARE(run(call).errorCode(), u"consent-missing"_s);
}

void TestByHand::badInputIsTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const QStringList add{u"mention"_s, u"add"_s, u"1"_s};
    QTest::addRow("no text") << add << 2;
    QTest::addRow("an empty text") << add + QStringList{u"--text"_s, u" "_s} << 6;
    QTest::addRow("no page") << add + QStringList{u"--text"_s, u"x"_s, u"--page"_s, u"here"_s} << 2;
    QTest::addRow("a time to come") << add
            + QStringList{u"--text"_s, u"x"_s, u"--at"_s, u"2999-01-01T00:00"_s}
                                    << 2;
    QTest::addRow("no time") << add + QStringList{u"--text"_s, u"x"_s, u"--at"_s, u"soon"_s} << 2;
    QTest::addRow("no such account") << QStringList{u"mention"_s, u"add"_s, u"9"_s, u"--text"_s, u"x"_s} << 3;
    QTest::addRow("no such conversation") << add + QStringList{u"--text"_s, u"x"_s, u"--to"_s, u"9"_s} << 3;
    QTest::addRow("no number") << QStringList{u"account"_s, u"add"_s, u"phone"_s, u"call me"_s} << 2;
    QTest::addRow("no name") << QStringList{u"account"_s, u"add"_s, u"manual"_s, u" "_s} << 2;
    QTest::addRow("no proof") << QStringList{u"outbox"_s, u"posted"_s, u"1"_s} << 2;
    QTest::addRow("no such item") << QStringList{u"outbox"_s, u"posted"_s, u"1"_s, u"--proof"_s, u"seen"_s}
                                  << 3;
    QTest::addRow("nothing to take") << QStringList{u"outbox"_s, u"take"_s, u"1"_s} << 3;
}

void TestByHand::badInputIsTold()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, exitCode);

    const Ended ended = run(arguments);

    QVERIFY2(ended.exitCode == exitCode, ended.words().constData());
    QVERIFY2(!ended.json().value(u"error"_s).toObject().value(u"message"_s).toString().isEmpty(),
             ended.words().constData());
    QCOMPARE(conversationCount(m_profile), 0);
}

void TestByHand::mentionGoesOnWithItsConversation()
{
    const qint64 id = review();

    const Ended more = run({u"mention"_s, u"add"_s, u"1"_s, u"--author"_s, u"Anna Berg"_s, u"--text"_s,
                            u"It is on its way, thank you."_s, u"--to"_s, QString::number(id)});

    QVERIFY2(more.exitCode == 0, more.words().constData());
    QCOMPARE(more.json().value(u"conversation"_s).toInteger(), id);
    QCOMPARE(conversationCount(m_profile), 1);
}

QTEST_GUILESS_MAIN(TestByHand)
#include "tst_byhand.moc"
