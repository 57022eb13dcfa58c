// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/hostiletexts.h"
#include "tests/widgets/hostilewalk.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/thread/messagetext.h"
#include "widgets/thread/messageview.h"
#include "widgets/thread/pictureloader.h"
#include "widgets/thread/remoteimageloader.h"

#include <QElapsedTimer>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

void fillWith(test::WindowFixture &fixture, const QStringList &texts)
{
    qint64 id = 100;
    for (const QString &text : texts) {
        ConversationRow row;
        row.id = ConversationId{++id};
        row.subject = row.person = row.handle = row.preview = text;
        row.lastAt = fixture.stores.clock.now();
        row.messages = 2;
        Message plain;
        plain.id = MessageId{2 * id};
        plain.conversation = row.id;
        plain.author = plain.handle = plain.subject = plain.text = text;
        plain.sentAt = row.lastAt;
        plain.attachments.append({.id = AttachmentId{id},
                                  .name = text + u".png"_s,
                                  .mimeType = text,
                                  .contentId = text,
                                  .sha256 = {},
                                  .size = 5});
        Message html = plain;
        html.id = MessageId{2 * id + 1};
        html.html = text;
        fixture.stores.addConversation(row, {plain, html});
    }
}

} // namespace

/// Puts hostile text into every field a stranger can fill, and looks at all of it.
class TestForeignEverywhere : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void everyWidgetShowsForeignTextAsText();
    void everyMessageIsLaidOutWithinItsLimits();
    void viewingOpensNoFileAndNoConnection();
};

void TestForeignEverywhere::everyWidgetShowsForeignTextAsText()
{
    const QStringList texts = test::hostileLines();
    test::WindowFixture fixture;
    fillWith(fixture, texts);
    fixture.open();

    for (const ConversationRow &row : std::as_const(fixture.stores.conversations)) {
        fixture.choose(row.id.value);
        fixture.window->grab();
        const QString faults = test::faultsIn(*fixture.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }
    const QString faults = test::faultsInRows(*fixture.window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults));
}

void TestForeignEverywhere::everyMessageIsLaidOutWithinItsLimits()
{
    test::FakeStores stores;
    PictureLoader pictures(stores, nullptr);
    test::FakePictures elsewhere;
    RemoteImageLoader remote(elsewhere, nullptr);
    MessageView view({.attached = pictures, .remote = remote}, nullptr);
    double worst = 0;
    for (const test::HostileText &each : test::layoutBombs() + test::naughtyStrings()) {
        for (const bool isHtml : {false, true}) {
            Message message;
            message.text = each.text;
            message.html = isHtml ? each.text : QString();
            QElapsedTimer timer;
            timer.start();
            view.show(message, {}, {});
            QVERIFY(view.heightForWidth(700) > 0);
            const double taken = static_cast<double>(timer.nsecsElapsed()) / 1e6;
            if (taken > worst) {
                worst = taken;
                qInfo("%.0f ms: %s, %s", taken, each.name.constData(), isHtml ? "HTML" : "plain");
            }

            const QTextDocument *document = view.text().document();
            QCOMPARE_LE(document->blockCount(), HtmlLimits::blocks + 3 * HtmlLimits::cells);
            QCOMPARE_LE(document->characterCount(), 2 * HtmlLimits::characters);
        }
    }
    qInfo("the worst message took %.0f ms", worst);
}

void TestForeignEverywhere::viewingOpensNoFileAndNoConnection()
{
    test::verifyOpensNothing({u"everyWidgetShowsForeignTextAsText"_s});
}

QTEST_MAIN(TestForeignEverywhere)
#include "tst_foreigneverywhere.moc"
