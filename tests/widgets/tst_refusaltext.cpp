// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/common/refusaltext.h"
#include "widgets/outbox/outboxdetails.h"

#include <QLabel>

#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

/// Why a message was refused is said in words of ours, and the server's own beside them.
class TestRefusalText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void theDetailsSayWhatToDo_data()
    {
        QTest::addColumn<Refusal>("refusal");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("shown");

        QTest::newRow("page") << Refusal::AnswerOnThePage << QString() << u"Open the page"_s;
        QTest::newRow("blocked") << Refusal::PersonBlocked << u"Forbidden: bot was blocked by the user"_s
                                 << u"has blocked us"_s;
        QTest::newRow("gone") << Refusal::PersonGone << u"Forbidden: user is deactivated"_s << u"deleted"_s;
        QTest::newRow("never wrote") << Refusal::PersonWritesFirst << u"Forbidden: <b>can't</b>"_s
                                     << u"invite them with a link"_s;
        QTest::newRow("no right") << Refusal::NotAllowedThere << u"Forbidden: bot was kicked"_s
                                  << u"lack the right"_s;
    }

    void theDetailsSayWhatToDo()
    {
        QFETCH(const Refusal, refusal);
        QFETCH(const QString, words);
        QFETCH(const QString, shown);
        const test::TestClock clock;
        OutboxDetails details(clock, nullptr);
        OutboxItem item;
        item.id = OutboxId{1};
        item.state = OutboxState::Refused;
        item.record.fault = Errc::ServerRefused;
        item.record.serverCode = QString(refusalName(refusal));
        item.record.serverWords = words;

        details.show(&item, {item});

        const auto *label = details.findChild<QLabel *>(u"outboxWords"_s);
        QVERIFY2(label->text().contains(shown), qPrintable(label->text()));
        QVERIFY(label->text().contains(words));
        QVERIFY(!label->text().contains(refusalName(refusal)));
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void namesAreReadBack()
    {
        for (int number = 0; number <= std::to_underlying(Refusal::NotAllowedThere); ++number) {
            const auto refusal = static_cast<Refusal>(number);
            QCOMPARE(refusalFromName(QString(refusalName(refusal))), refusal);
        }
        QCOMPARE(refusalFromName(u"550 5.1.1"), std::nullopt);
        QCOMPARE(refusalFromName(u""), std::nullopt);
    }
};

} // namespace aside

QTEST_MAIN(aside::TestRefusalText)
#include "tst_refusaltext.moc"
