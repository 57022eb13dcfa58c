// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/hostiletexts.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/thread/messagetext.h"
#include "widgets/thread/messageview.h"
#include "widgets/thread/pictureloader.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QLabel>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

constexpr auto canaryVariable = "ASIDE_TEST_CANARY";

QString canary()
{
    return qEnvironmentVariable(canaryVariable, u"/nowhere/canary"_s);
}

/// Everything by which Qt was seen to open a file or a connection.
QStringList luringTexts()
{
    const QString path = canary();
    const QString host = u"http://canary.example"_s;
    QStringList texts;
    for (const QString &target : {path, u"file://"_s + path, u"//canary.example/x"_s, host + u"/x.png"_s}) {
        texts << u"<img src=\"%1\">"_s.arg(target) << u"<img src='cid:%1'>"_s.arg(target)
              << u"<body background=\"%1\">x"_s.arg(target) << u"<td background=\"%1\">x</td>"_s.arg(target)
              << u"<p style=\"background-image:url(%1)\">x</p>"_s.arg(target)
              << u"<ul style=\"list-style-image:url('%1')\"><li>x</ul>"_s.arg(target)
              << u"<link rel=stylesheet href=\"%1\">x"_s.arg(target)
              << u"<style>@import '%1'; p{background:url(%1)}</style><p>x"_s.arg(target)
              << u"<iframe src=\"%1\"></iframe>x"_s.arg(target)
              << u"<object data=\"%1\">x</object>"_s.arg(target)
              << u"<svg><image href=\"%1\" /></svg>x"_s.arg(target)
              << u"<video poster=\"%1\" src=\"%1\">x</video>"_s.arg(target)
              << u"<meta http-equiv=refresh content=\"0;url=%1\">x"_s.arg(target)
              << u"<a href=\"%1\">x</a>"_s.arg(target) << u"![x](%1)"_s.arg(target)
              << u"<img srcset=\"%1 2x\" src=\"%1\">"_s.arg(target)
              << u"<base href=\"%1\"><img src=x.png>"_s.arg(target)
              << u"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM '%1'>]><p>&a;</p>"_s.arg(target);
    }
    return texts;
}

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

/// What a widget may not do with a text, as an explanation; nothing where all is well.
QString faultOf(const QWidget *widget)
{
    const QString name = widget->objectName() + u' ' + QString::fromLatin1(widget->metaObject()->className());
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        const bool isRich = label->textFormat() != Qt::PlainText && Qt::mightBeRichText(label->text());
        return isRich || label->text().contains(QChar(0x202e)) ? name + u": "_s + label->text() : QString();
    }
    if (Qt::mightBeRichText(widget->toolTip()) && widget->toolTip().contains(u"<img"_s)) {
        return name + u" tool tip: "_s + widget->toolTip();
    }
    return {};
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
    QStringList texts = luringTexts();
    for (const test::HostileText &each : test::naughtyStrings()) {
        texts.append(each.text);
    }
    test::WindowFixture fixture;
    fillWith(fixture, texts);
    fixture.open();

    for (const ConversationRow &row : std::as_const(fixture.stores.conversations)) {
        fixture.choose(row.id.value);
        fixture.window->grab();
        for (const QWidget *each : fixture.window->findChildren<QWidget *>()) {
            const QString fault = faultOf(each);
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
        }
    }
    const QAbstractItemModel *list = fixture.list()->model();
    for (int i = 0; i < list->rowCount(); ++i) {
        const QString tip = list->index(i, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(u"<img"_s), qPrintable(tip));
    }
}

void TestForeignEverywhere::everyMessageIsLaidOutWithinItsLimits()
{
    test::FakeStores stores;
    PictureLoader pictures(stores, nullptr);
    MessageView view(pictures, nullptr);
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
    const QString strace = QStandardPaths::findExecutable(u"strace"_s);
    if (strace.isEmpty()) {
        QSKIP("strace is not installed");
    }
    QTemporaryDir dir;
    const QString bait = dir.filePath(u"canary.png"_s);
    QFile file(bait);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x");
    file.close();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(canaryVariable), bait);
    environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s); // the leak sanitizer cannot be traced
    process.setProcessEnvironment(environment);
    const QString log = dir.filePath(u"log"_s);
    process.start(strace,
                  {u"-f"_s, u"-s"_s, u"300"_s, u"-e"_s, u"trace=openat,open,connect,socket"_s, u"-o"_s, log,
                   QCoreApplication::applicationFilePath(), u"everyWidgetShowsForeignTextAsText"_s});
    QVERIFY(process.waitForFinished(240'000));
    QFile traced(log);
    if (!traced.open(QIODevice::ReadOnly) || !traced.peek(1'000'000).contains("openat(")) {
        QSKIP("strace is not allowed here");
    }
    QCOMPARE(process.exitCode(), 0);

    int opens = 0;
    for (const QByteArray &line : traced.readAll().split('\n')) {
        opens += line.contains("open") ? 1 : 0;
        QVERIFY2(!line.contains("canary"), line.constData());
        QVERIFY2(!line.contains("AF_INET"), line.constData());
    }
    QVERIFY(opens > 20); // it really watched
}

QTEST_MAIN(TestForeignEverywhere)
#include "tst_foreigneverywhere.moc"
