// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/templates/templatebox.h"

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

class TestTemplateProposals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aProposalIsAccepted();
    void aProposalIsGivenBack();
    void aProposalIsAnsweredOnce();
    void brokenProposalsAreLeftOut();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_box->path(name); }
    [[nodiscard]] static QString bodyOf(const TemplateFolders &library, const QString &id)
    {
        return TemplateBox::bodyOf(library, id);
    }

    std::unique_ptr<TemplateBox> m_box;
};

void TestTemplateProposals::init()
{
    QTest::failOnWarning();
    m_box = std::make_unique<TemplateBox>();
}

void TestTemplateProposals::aProposalIsAccepted()
{
    m_box->put(u"team/templates/late.md"_s, lateTemplate("old"));
    const auto made = m_box->library();
    QVERIFY(made);
    QSignalSpy changed(made.get(), &TemplateLibrary::changed);
    const auto text = QString::fromUtf8(lateTemplate("better"));

    const auto kept = answerOf(made->propose(
        {.templateId = u"late"_s, .text = text, .by = u"Анна"_s, .words = u"короче \"так\"\n"_s}));
    QVERIFY(kept);
    QCOMPARE(kept->at, m_box->clock.now());
    QCOMPARE(answerOf(made->proposals()), QList{*kept});
    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), patience);
    QVERIFY(answerOf(made->accept(kept->id)));

    QTRY_COMPARE_WITH_TIMEOUT(bodyOf(*made, u"late"_s), u"better"_s, patience);
    QCOMPARE(answerOf(made->proposals())->constFirst().state, ProposalState::Accepted);
}

void TestTemplateProposals::aProposalIsGivenBack()
{
    const auto made = m_box->library();
    QVERIFY(made);
    const auto first = answerOf(made->propose({.templateId = u"new"_s, .text = u"x"_s}));
    m_box->clock.advance(std::chrono::hours(1));
    const auto second = answerOf(made->propose({.templateId = u"new"_s, .text = u"y"_s}));
    QVERIFY(first && second);

    QVERIFY(answerOf(made->giveBack(first->id, u"Не так"_s)));

    auto returned = *first;
    returned.state = ProposalState::Returned;
    returned.answer = u"Не так"_s;
    QCOMPARE(answerOf(made->proposals()), (QList{*second, returned}));
    QVERIFY(!QFileInfo::exists(path(u"team/templates/new.md"_s)));
}

void TestTemplateProposals::aProposalIsAnsweredOnce()
{
    const auto made = m_box->library();
    QVERIFY(made);
    const auto kept = answerOf(made->propose({.templateId = u"new"_s, .text = u"x"_s}));
    QVERIFY(kept && answerOf(made->giveBack(kept->id, {})));

    QCOMPARE(answerOf(made->accept(kept->id)).error().code, Errc::Conflict);
    QCOMPARE(answerOf(made->giveBack(kept->id, {})).error().code, Errc::Conflict);
    QCOMPARE(answerOf(made->accept(u"nobody"_s)).error().code, Errc::NotFound);
}

void TestTemplateProposals::brokenProposalsAreLeftOut()
{
    const QByteArray head("template = \"late\"\nby = \"\"\nwords = \"\"\nat = \"2026-11-22T10:00:00.000Z\"\n"
                          "state = \"open\"\nanswer = \"\"\n");
    m_box->put(u"team/proposals/good.toml"_s, head);
    m_box->put(u"team/proposals/good.md"_s, "x");
    m_box->put(u"team/proposals/notext.toml"_s, head);
    m_box->put(u"team/proposals/broken.toml"_s, "template = [");
    m_box->put(u"team/proposals/broken.md"_s, "x");
    m_box->put(u"team/proposals/outside.toml"_s, QByteArray(head).replace("\"late\"", "\"../../x\""));
    m_box->put(u"team/proposals/outside.md"_s, "x");
    m_box->put(u"team/proposals/state.toml"_s, QByteArray(head).replace("open", "maybe"));
    m_box->put(u"team/proposals/state.md"_s, "x");
    const auto made = m_box->library();
    QVERIFY(made);

    const auto all = answerOf(made->proposals());

    QCOMPARE(all->size(), 1);
    QCOMPARE(all->constFirst().id, u"good"_s);
    QCOMPARE(answerOf(made->accept(u"broken"_s)).error().code, Errc::BrokenItem);
}

QTEST_GUILESS_MAIN(TestTemplateProposals)
#include "tst_templateproposals.moc"
