// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/fakebackend.h"

#include <QJsonArray>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using cli::ExitCode;

namespace {

const auto cluttered = u"Доводим до вашего сведения, что заказ приедет в пятницу, 27 ноября."_s;
const auto answer = u"Заказ приедет в пятницу, 27 ноября."_s;

} // namespace

/// `asidectl outbox send` asks the reply check before it queues.
class SendCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_line = std::make_unique<CommandLine>();
        m_line->backend.profile.threads = {sampleThread()};
    }

    void anAnswerGoes()
    {
        write(answer);

        QCOMPARE(send(), ExitCode::Ok);

        QCOMPARE(m_line->backend.profile.outbox.size(), qsizetype(1));
        QVERIFY(m_line->stdErr.isEmpty());
    }

    void aQuestionWithoutAnAnswerKeepsTheReplyHere()
    {
        write(cluttered);

        QCOMPARE(send(), ExitCode::Unanswered);

        QVERIFY(m_line->backend.profile.outbox.isEmpty());
        QVERIFY2(m_line->stdOut.startsWith("draft:1:1: ask: "), m_line->stdOut.constData());
        QVERIFY(m_line->stdOut.contains("[clutter.filler]"));
        QVERIFY(m_line->stdErr.contains("--reason"));
    }

    void jsonHasTheFindingsBesideTheError()
    {
        write(cluttered);

        QCOMPARE(m_line->runJson({u"outbox"_s, u"send"_s, u"7"_s}), ExitCode::Unanswered);

        const auto json = m_line->json();
        QCOMPARE(json[u"error"_s][u"code"_s].toString(), u"unanswered"_s);
        QCOMPARE(json[u"check"_s][u"conversation"_s].toInt(), 7);
        const auto findings = json[u"check"_s][u"findings"_s].toArray();
        QCOMPARE(findings.size(), qsizetype(1));
        QCOMPARE(findings.first()[u"rule"_s].toString(), u"clutter.filler"_s);
        QVERIFY(!json.contains(u"item"_s));
    }

    void aReasonLetsItGoAndIsKeptWithIt()
    {
        write(cluttered);

        QCOMPARE(send({u"--reason"_s, u"clutter.filler=так = велит закон"_s}), ExitCode::Ok);

        QCOMPARE(m_line->backend.profile.outbox.size(), qsizetype(1));
        const auto kept = m_line->backend.profile.answers.drafts.value(ConversationId{7}).reasons;
        QCOMPARE(kept.size(), qsizetype(1));
        QCOMPARE(kept.first().rule, u"clutter.filler"_s);
        QCOMPARE(kept.first().reason, u"так = велит закон"_s);
        QVERIFY(!kept.first().fingerprint.isEmpty());
    }

    void whatWasAnsweredInTheWindowCounts()
    {
        write(cluttered);
        QCOMPARE(send({u"--reason"_s, u"clutter.filler=так велит закон"_s}), ExitCode::Ok);

        QCOMPARE(send(), ExitCode::Ok);

        QCOMPARE(m_line->backend.profile.outbox.size(), qsizetype(2));
    }

    void aRuleThatIsOffForTheDraftAsksNothing()
    {
        write(cluttered);
        m_line->backend.profile.answers.drafts[ConversationId{7}].switchedOff = {u"clutter.filler"_s};

        QCOMPARE(send(), ExitCode::Ok);
    }

    void aProblemTakesNoReason()
    {
        m_line->backend.profile.threads.first().conversation.audience = Audience::Public;
        m_line->backend.profile.threads.first().conversation.channel = Channel::Vk;
        write(u"Ваш телефон +7 921 555-12-34 у нас записан, курьер позвонит завтра, 27 ноября."_s);

        QCOMPARE(send({u"--reason"_s, u"privacy.personal-data=он сам просил"_s}), ExitCode::Unanswered);

        QVERIFY(m_line->stdOut.contains("stop: "));
        QVERIFY(m_line->backend.profile.outbox.isEmpty());
        QVERIFY(m_line->backend.profile.answers.drafts.isEmpty());
    }

    void whatIsRefusedKeepsNoReason()
    {
        write(cluttered + u" ПОДПИСЫВАЙТЕСЬ НА НАС!!! #лампы"_s);

        QCOMPARE(send({u"--reason"_s, u"clutter.filler=так велит закон"_s}), ExitCode::Unanswered);

        QVERIFY(!m_line->stdOut.contains("[clutter.filler]"));
        QVERIFY(m_line->backend.profile.answers.drafts.isEmpty());
    }

    void aRuleThatIsNoneIsNamedWithTheNearest()
    {
        write(cluttered);

        QCOMPARE(send({u"--reason"_s, u"clutter.filer=так"_s}), ExitCode::Usage);

        QVERIFY(m_line->stdErr.contains("clutter.filer"));
        QVERIFY(m_line->stdErr.contains("clutter.filler"));
        QVERIFY(m_line->backend.profile.outbox.isEmpty());
    }

    void aReasonNeedsWords()
    {
        write(cluttered);

        QCOMPARE(send({u"--reason"_s, u"clutter.filler= "_s}), ExitCode::Usage);
        QCOMPARE(send({u"--reason"_s, u"clutter.filler"_s}), ExitCode::Usage);
    }

    void anAnswerThatCannotBeKeptSendsNothing()
    {
        write(cluttered);
        m_line->backend.profile.answers.failure
            = Error{.code = Errc::DiskFull, .detail = {}, .retryAfter = {}};

        QCOMPARE(send({u"--reason"_s, u"clutter.filler=так велит закон"_s}), ExitCode::DiskFull);

        QVERIFY(m_line->backend.profile.outbox.isEmpty());
    }

private:
    void write(const QString &text)
    {
        QCOMPARE(m_line->run({u"draft"_s, u"7"_s, u"--text"_s, text}), ExitCode::Ok);
    }
    ExitCode send(const QStringList &options = {})
    {
        return m_line->run(QStringList{u"outbox"_s, u"send"_s, u"7"_s} + options);
    }

    std::unique_ptr<CommandLine> m_line;
};

QTEST_GUILESS_MAIN(SendCheckTest)
#include "tst_sendcheck.moc"
