// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/widgets/hostiletexts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QCoreApplication>
#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextEdit>

namespace aside::test {

inline constexpr auto canaryVariable = "ASIDE_TEST_CANARY";

/// Everything by which Qt was seen to open a file or a connection.
inline QStringList luringTexts()
{
    using namespace Qt::StringLiterals;
    const QString path = qEnvironmentVariable(canaryVariable, u"/nowhere/canary"_s);
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

/// The luring texts, the naughty strings, and names that show themselves as others.
inline QStringList hostileLines()
{
    QStringList texts = luringTexts();
    for (const HostileText &each : naughtyStrings()) {
        texts.append(each.text);
    }
    texts << QStringLiteral("invoice\u202efdp.exe") << QStringLiteral("\u2067\u202dadmin\u2069")
          << QStringLiteral("Anna\u2800\u3164\u00ad\u200b") << QStringLiteral("<b>bold</b> &amp; &lt;i&gt;")
          << QStringLiteral("a&b &File && \t\r\n\u2028 c");
    return texts;
}

namespace walk {

inline bool turns(const QString &text)
{
    return text.contains(QChar(0x202e)) || text.contains(QChar(0x202d));
}

/// A tool tip reads HTML wherever it looks like it; ours are escaped or have no angle brackets at all.
inline bool isRichTip(const QString &tip)
{
    return tip.contains(u'<') && Qt::mightBeRichText(tip);
}

inline bool hasPictures(const QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextImageFormat image = part.fragment().charFormat().toImageFormat();
            if (image.isValid() && !image.name().startsWith(u"cid:")) {
                return true;
            }
        }
    }
    return false;
}

inline QString faultOf(const QWidget *widget)
{
    if (isRichTip(widget->toolTip())) {
        return QStringLiteral("tool tip: ") + widget->toolTip();
    }
    if (turns(widget->windowTitle())) {
        return QStringLiteral("title: ") + widget->windowTitle();
    }
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        const bool isRich = label->textFormat() != Qt::PlainText && Qt::mightBeRichText(label->text());
        return isRich || turns(label->text()) ? label->text() : QString();
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        return turns(button->text()) ? button->text() : QString();
    }
    if (const auto *edit = qobject_cast<const QTextEdit *>(widget)) {
        return hasPictures(*edit->document()) ? edit->toHtml() : QString();
    }
    return {};
}

inline QString faultOf(const QAbstractItemModel &model)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole}) {
            const QString text = index.data(role).toString();
            if (turns(text) || (role == Qt::ToolTipRole && isRichTip(text))) {
                return text;
            }
        }
    }
    return {};
}

} // namespace walk

namespace walk {

inline QString told(const QObject *where, const QString &fault)
{
    return fault.isEmpty() ? QString()
                           : QStringLiteral("\n%1 %2: %3")
                                 .arg(QString::fromLatin1(where->metaObject()->className()),
                                      where->objectName(), fault.left(300));
}

} // namespace walk

/// What this widget, its parts and its actions may not do with a text: a line each, nothing where all is
/// well.
inline QString faultsIn(const QWidget &top)
{
    QString faults = walk::told(&top, walk::faultOf(&top));
    for (const QWidget *each : top.findChildren<QWidget *>()) {
        faults += walk::told(each, walk::faultOf(each));
    }
    for (const QAction *action : top.findChildren<QAction *>()) {
        const bool isBad = walk::turns(action->text()) || walk::isRichTip(action->toolTip());
        faults += walk::told(action, isBad ? action->text() + action->toolTip() : QString());
    }
    return faults;
}

/// The same of the rows of all its lists.
inline QString faultsInRows(const QWidget &top)
{
    QString faults;
    for (const QAbstractItemView *view : top.findChildren<QAbstractItemView *>()) {
        if (view->model() != nullptr) {
            faults += walk::told(view, walk::faultOf(*view->model()));
        }
    }
    return faults;
}

/// Runs these test functions of this program again, under strace: nothing of what the texts name is opened,
/// and no connection is made.
inline void verifyOpensNothing(const QStringList &functions)
{
    using namespace Qt::StringLiterals;
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
                  QStringList{u"-f"_s, u"-s"_s, u"300"_s, u"-e"_s, u"trace=openat,open,connect,socket"_s,
                              u"-o"_s, log, QCoreApplication::applicationFilePath()}
                      + functions);
    QVERIFY(process.waitForFinished(240'000));
    QFile traced(log);
    if (!traced.open(QIODevice::ReadOnly) || !traced.peek(1'000'000).contains("openat(")) {
        QSKIP("strace is not allowed here");
    }
    QVERIFY2(process.exitCode() == 0, process.readAllStandardOutput().right(2'000).constData());

    int opens = 0;
    for (const QByteArray &line : traced.readAll().split('\n')) {
        opens += line.contains("open") ? 1 : 0;
        QVERIFY2(!line.contains("canary"), line.constData());
        QVERIFY2(!line.contains("AF_INET"), line.constData());
    }
    QVERIFY(opens > 20); // it really watched
}

} // namespace aside::test
