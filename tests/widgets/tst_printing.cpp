// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/thread/printing.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextDocument>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

Thread conversation(const QString &text)
{
    Thread thread;
    thread.conversation.subject = u"<b>Late</b>"_s;
    thread.conversation.person = u"Анна"_s;
    Message message;
    message.author = u"Анна"_s;
    message.text = text;
    message.attachments.append({.id = AttachmentId{1},
                                .name = u"a.pdf"_s,
                                .mimeType = {},
                                .contentId = {},
                                .sha256 = {},
                                .size = 0});
    thread.messages = {message};
    return thread;
}

int pictures(const QTextDocument &document)
{
    int count = 0;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            count += part.fragment().charFormat().isImageFormat() ? static_cast<int>(part.fragment().length())
                                                                  : 0;
        }
    }
    return count;
}

} // namespace

class TestPrinting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void textIsWrittenAsItIs();
    void emojiBecomePictures();
    void aPdfHoldsTheWords();
};

void TestPrinting::textIsWrittenAsItIs()
{
    QTextDocument document;
    writeConversation(document, conversation(u"a <img src=/etc/passwd> b\nc"_s));

    const QString text = document.toPlainText();
    QVERIFY(text.contains(u"a <img src=/etc/passwd> b\nc"_s));
    QVERIFY(text.startsWith(u"<b>Late</b>"_s));
    QVERIFY(text.contains(u"a.pdf (0 byte(s))"_s));
    QCOMPARE(pictures(document), 0);
}

void TestPrinting::emojiBecomePictures()
{
    QTextDocument document;
    writeConversation(document, conversation(u"один 👟 два 👩\u200d💻 три ❤\ufe0f, 3 < 4"_s));

    QCOMPARE(pictures(document), 3);
    QVERIFY(document.toPlainText().contains(u"три "_s));
}

void TestPrinting::aPdfHoldsTheWords()
{
    const QString reader = QStandardPaths::findExecutable(u"pdftotext"_s);
    if (reader.isEmpty()) {
        QSKIP("pdftotext is not installed");
    }
    QTemporaryDir dir;
    const QString path = dir.filePath(u"a.pdf"_s);
    {
        QPdfWriter writer(path);
        printConversation(writer, conversation(u"Где мой заказ? 👟"_s));
    }
    QProcess process;
    process.start(reader, {path, u"-"_s});
    QVERIFY(process.waitForFinished());

    QVERIFY(QString::fromUtf8(process.readAllStandardOutput()).contains(u"Где мой заказ?"_s));
}

QTEST_MAIN(TestPrinting)
#include "tst_printing.moc"
