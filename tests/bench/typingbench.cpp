// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures typing: real keys, as the desktop sends them, into the composer of a real window, each from its
// event to the end of the repaint, with nothing written yet and in long drafts.
//   aside_typingbench PROFILE
// prints {"0": {"p50": …, "p99": …, …}, "2000": …, "50000": …}.

#include "tests/bench/benchwindow.h"
#include "widgets/theme/theme.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QTest>

#include <cstdio>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

constexpr int warmUp = 50;
constexpr int keys = 1000;

double typeKey(const OpenWindow &open, Qt::Key key, const bool &isPainted)
{
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(open.window->windowHandle(), key);
    while (!isPainted) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return double(timer.nsecsElapsed()) / 1e6;
}

QJsonObject typeInto(const OpenWindow &open, QPlainTextEdit *edit, const QString &draft)
{
    edit->setPlainText(draft);
    edit->moveCursor(QTextCursor::End);
    edit->setFocus();
    settle();
    bool isPainted = false;
    const PaintWatch watch(edit->viewport(), [&isPainted] { isPainted = true; });
    QList<double> ms;
    QList<double> worked;
    for (int i = 0; i < warmUp + keys; ++i) {
        isPainted = false;
        const double before = workedMilliseconds();
        const double took = typeKey(open, i % 6 == 5 ? Qt::Key_Space : Qt::Key_A, isPainted);
        if (i >= warmUp) {
            ms.append(took);
            worked.append(workedMilliseconds() - before);
        }
        QTest::qWait(i % 100 == 0 ? 1200 : 1); // now and then a pause, in which the draft is saved
    }
    QJsonObject result = frames(ms);
    result.insert(u"worked"_s, frames(worked));
    result.insert(u"written"_s, edit->toPlainText().size() - draft.size());
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    applyTheme(app, ColorMode::Light);
    QApplication::setCursorFlashTime(0); // a blink is a repaint as well
    const OpenWindow open(QApplication::arguments().value(1));
    open.waitUntilFilled();
    open.window->activateWindow();
    open.list->setCurrentIndex(open.list->model()->index(0, 0));
    settle();
    auto *edit = open.window->findChild<QPlainTextEdit *>(u"replyText"_s);
    if (edit == nullptr || !edit->isVisible()) {
        std::fputs("there is no composer\n", stderr);
        return 1;
    }
    const QString sentence = u"Thank you for writing to us. "_s;
    const QString paragraph = sentence.repeated(12) + u'\n';
    QJsonObject result;
    for (const int size : {0, 2'000, 50'000}) {
        const QString draft = paragraph.repeated(1 + size / paragraph.size()).left(size);
        result.insert(QString::number(size), typeInto(open, edit, draft));
    }
    // The worst: the editor lays a paragraph out anew at each key.
    const QString one = sentence.repeated(1 + 50'000 / sentence.size()).left(50'000);
    result.insert(u"50000 in one paragraph"_s, typeInto(open, edit, one));
    return print(result);
}
