// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/replydesk.h"
#include "models/templates/templatecatalog.h"
#include "tests/support/fakechecks.h"
#include "tests/support/fakestores.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

/// Knows one wrong word.
class OneWrongWord final : public SpellChecker
{
public:
    [[nodiscard]] bool knows(QStringView /*language*/) const override { return true; }
    [[nodiscard]] bool isRight(QStringView /*language*/, const QString &word) const override
    {
        return word != u"zaakz";
    }
    [[nodiscard]] QStringList languages() const override { return {u"ru"_s}; }
    [[nodiscard]] QStringList suggestions(QStringView /*language*/, const QString & /*word*/) const override
    {
        return {};
    }
};

} // namespace

class TestReplyDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everyTextIsCheckedInTheEnd();
    void theReportOfAnOlderTextIsNotTaken();
    void whatHasNoReasonHoldsTheReplyBack();
    void aReasonIsKeptAndCounts();
    void aReasonTakenBackIsAskedForAgain();
    void aRuleIsSwitchedOffForTheDraft();
    void whatLiesWithTheDraftIsLoaded();
    void aTemplatesStandingReasonCounts();
    void anEmptiedDraftForgetsItsTemplate();
    void ofANoteOnlyTheSpellingIsLookedAt();
    void whoAsksEarlyIsAnsweredOnceItIsChecked();
    void aClosedDeskSaysNothing();
    void failuresAreTold();

private:
    ConversationRow row(Audience audience)
    {
        ConversationRow made;
        made.id = ConversationId{1};
        made.channel = Channel::Vk;
        made.audience = audience;
        made.person = u"Anna Bell"_s;
        return made;
    }
    void write(const QString &text) { m_desk->setDraft(DraftKind::Reply, text, {}); }
    const Finding *finding(const QString &rule)
    {
        const auto &all = m_desk->report().findings;
        const auto found = std::ranges::find(all, rule, &Finding::rule);
        return found != all.cend() ? &*found : nullptr;
    }

    std::unique_ptr<test::FakeChecks> m_checks;
    std::unique_ptr<test::FakeStores> m_stores;
    std::unique_ptr<CheckRunner> m_runner;
    std::unique_ptr<ReplyDesk> m_desk;
};

void TestReplyDesk::init()
{
    QTest::failOnWarning();
    m_desk.reset();
    m_checks = std::make_unique<test::FakeChecks>();
    m_stores = std::make_unique<test::FakeStores>();
    m_stores->addConversation(row(Audience::Public));
    m_runner = std::make_unique<CheckRunner>(CheckSources{.phraseFolders = {}, .makeSpelling = [] {
                                                              return std::make_unique<OneWrongWord>();
                                                          }});
    m_desk = std::make_unique<ReplyDesk>(ReplyDeskParts{
        .store = *m_checks, .persons = *m_stores, .runner = *m_runner, .clock = m_stores->clock});
}

void TestReplyDesk::everyTextIsCheckedInTheEnd()
{
    m_desk->open(row(Audience::Public), {});
    QSignalSpy reported(m_desk.get(), &ReplyDesk::reportChanged);

    for (int i = 0; i < 50; ++i) {
        write(u"Please call %1"_s.arg(i));
    }
    write(u"Please be informed that your order comes on Friday."_s);

    QTRY_VERIFY(m_desk->isCurrent());
    QVERIFY(finding(u"clutter.filler"_s));
    QVERIFY(reported.count() < 50);
}

void TestReplyDesk::theReportOfAnOlderTextIsNotTaken()
{
    m_desk->open(row(Audience::Public), {});
    write(u"Please be informed that your order comes on Friday."_s);

    write({});

    QVERIFY(!m_desk->isCurrent());
    QTRY_VERIFY(m_desk->isCurrent());
    QVERIFY(m_desk->report().findings.isEmpty());
}

void TestReplyDesk::whatHasNoReasonHoldsTheReplyBack()
{
    m_desk->open(row(Audience::Public), {});

    write(u"Please be informed that your order comes on Friday."_s);

    QTRY_VERIFY(m_desk->isCurrent());
    QVERIFY(m_desk->report().holdsBack());
}

void TestReplyDesk::aReasonIsKeptAndCounts()
{
    m_desk->open(row(Audience::Public), {});
    write(u"Please be informed that your order comes on Friday."_s);
    QTRY_VERIFY(finding(u"clutter.filler"_s));

    m_desk->giveReason(*finding(u"clutter.filler"_s), u" it is\nthe name "_s);

    QTRY_VERIFY(m_desk->isCurrent());
    QCOMPARE(finding(u"clutter.filler"_s)->reason, u"it is the name"_s);
    QVERIFY(m_checks->calls.contains(u"giveReason 1 clutter.filler it is the name"_s));
    const auto recent = m_desk->recentReasons(u"clutter.filler"_s).result();
    QCOMPARE(recent, QStringList{u"it is the name"_s});
}

void TestReplyDesk::aReasonTakenBackIsAskedForAgain()
{
    m_desk->open(row(Audience::Public), {});
    write(u"Please be informed that your order comes on Friday."_s);
    QTRY_VERIFY(finding(u"clutter.filler"_s));
    m_desk->giveReason(*finding(u"clutter.filler"_s), u"because"_s);
    QTRY_VERIFY(m_desk->isCurrent());

    m_desk->giveReason(*finding(u"clutter.filler"_s), {});

    QTRY_VERIFY(m_desk->isCurrent());
    QCOMPARE(finding(u"clutter.filler"_s)->reason, QString());
}

void TestReplyDesk::aRuleIsSwitchedOffForTheDraft()
{
    m_desk->open(row(Audience::Public), {});
    write(u"Please be informed that your order comes on Friday."_s);
    QTRY_VERIFY(finding(u"clutter.filler"_s));

    m_desk->switchRule(u"clutter.filler"_s, RuleSwitch::Off);

    QTRY_VERIFY(m_desk->isCurrent());
    QVERIFY(!finding(u"clutter.filler"_s));
    QCOMPARE(m_checks->drafts.value(ConversationId{1}).switchedOff, QStringList{u"clutter.filler"_s});
}

void TestReplyDesk::whatLiesWithTheDraftIsLoaded()
{
    m_checks->drafts[ConversationId{1}].switchedOff = {u"clutter.filler"_s};

    m_desk->open(row(Audience::Public), {});
    write(u"Please be informed that your order comes on Friday."_s);

    QTRY_VERIFY(m_desk->isCurrent());
    QVERIFY(!finding(u"clutter.filler"_s));
}

void TestReplyDesk::aTemplatesStandingReasonCounts()
{
    auto catalog = std::make_shared<TemplateCatalog>();
    catalog->add(TemplateScope::Team,
                 {{.id = u"sale"_s,
                   .bytes = "+++\ntitle = \"Sale\"\n[reasons]\n\"clutter.filler\" = \"a name\"\n+++\nx"}});
    catalog->finish();
    m_desk->setCatalog(catalog);
    m_desk->open(row(Audience::Public), {});

    m_desk->useTemplate(u"sale"_s, u"x"_s);
    write(u"Please be informed that your order comes on Friday."_s);

    QTRY_VERIFY(finding(u"clutter.filler"_s) && m_desk->isCurrent());
    QCOMPARE(finding(u"clutter.filler"_s)->reason, u"a name"_s);
    QCOMPARE(m_desk->usedTemplate(), u"sale"_s);
}

void TestReplyDesk::anEmptiedDraftForgetsItsTemplate()
{
    m_desk->open(row(Audience::Public), {});
    m_desk->useTemplate(u"sale"_s, u"Hello"_s);
    write(u"Hello"_s);

    write({});

    QCOMPARE(m_desk->usedTemplate(), QString());
    QVERIFY(!m_checks->drafts.value(ConversationId{1}).used);
}

void TestReplyDesk::ofANoteOnlyTheSpellingIsLookedAt()
{
    m_desk->open(row(Audience::Public), {});

    m_desk->setDraft(DraftKind::Note, u"Please be informed that she asked about the zaakz"_s, {});

    QTRY_VERIFY(m_desk->isCurrent());
    QVERIFY(!finding(u"clutter.filler"_s));
    QVERIFY(!m_desk->report().holdsBack());
}

void TestReplyDesk::whoAsksEarlyIsAnsweredOnceItIsChecked()
{
    m_desk->open(row(Audience::Public), {});
    write(u"Please be informed that your order comes on Friday."_s);

    auto early = m_desk->checked();
    QVERIFY(!early.isFinished());

    QTRY_VERIFY(early.isFinished());
    QCOMPARE(early.result(), m_desk->report());
    QVERIFY(m_desk->checked().isFinished());
}

void TestReplyDesk::aClosedDeskSaysNothing()
{
    m_desk->open(row(Audience::Public), {});
    write(u"Please be informed that your order comes on Friday."_s);

    m_desk->close();

    QTRY_VERIFY(m_desk->isCurrent());
    QVERIFY(m_desk->report().findings.isEmpty());
}

void TestReplyDesk::failuresAreTold()
{
    QSignalSpy failed(m_desk.get(), &ReplyDesk::failed);
    m_checks->failure = Error{.code = Errc::DiskFull, .detail = {}, .retryAfter = {}};

    m_desk->open(row(Audience::Public), {});
    QTRY_COMPARE(failed.count(), 1);
    m_desk->switchRule(u"spelling"_s, RuleSwitch::Off);

    QTRY_COMPARE(failed.count(), 2);
    QCOMPARE(failed.constLast().constFirst().value<Error>().code, Errc::DiskFull);
}

QTEST_GUILESS_MAIN(TestReplyDesk)
#include "tst_replydesk.moc"
