// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/windowprint.h"

#include "models/ports/conversationstore.h"
#include "widgets/actions/commands.h"
#include "widgets/mainwindow.h"
#include "widgets/thread/conversationpane.h"
#include "widgets/thread/printing.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <memory>

namespace aside {

namespace {

struct WindowPrint {
    Q_DECLARE_TR_FUNCTIONS(aside::WindowPrint)
};

/// Complete or not at all: a PDF that was there stays until the new one is whole.
Result<void> writePdf(const Thread &thread, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return fail(Errc::NoPermission, QStringLiteral("the PDF cannot be written"));
    }
    {
        QPdfWriter writer(&file);
        writer.setTitle(thread.conversation.subject);
        printConversation(writer, thread);
    }
    if (!file.commit()) {
        return fail(Errc::DiskFull, QStringLiteral("the PDF cannot be finished"));
    }
    return {};
}

/// Laid out away from the window: a long conversation takes its time.
QFuture<Result<void>> writePdfLater(const Thread &thread, const QString &path)
{
    auto promise = std::make_shared<QPromise<Result<void>>>(); // shared with the pool, which copies its work
    promise->start();
    QFuture<Result<void>> future = promise->future();
    QThreadPool::globalInstance()->start([promise, thread, path] {
        promise->addResult(writePdf(thread, path));
        promise->finish();
    });
    return future;
}

/// Calls `use` with the open conversation as it is now.
template <typename Use>
void withThread(MainWindow &window, Use use)
{
    const ConversationId open = window.conversation().current();
    if (!open.isValid()) {
        return;
    }
    window.services().conversations.thread(open).then(
        &window, [&window, use = std::move(use)](const Result<Thread> &thread) {
            if (thread) {
                use(*thread);
            } else {
                window.showError(thread.error());
            }
        });
}

void savePdf(MainWindow &window, const QString &path)
{
    withThread(window, [&window, path](const Thread &thread) {
        writePdfLater(thread, path).then(&window, [&window, path](const Result<void> &written) {
            if (written) {
                window.announce(WindowPrint::tr("Saved as %1.").arg(QFileInfo(path).fileName()));
            } else {
                window.showError(written.error());
            }
        });
    });
}

void askForPdf(MainWindow &window)
{
    if (!window.conversation().current().isValid()) {
        return;
    }
    auto *dialog = new QFileDialog(&window, WindowPrint::tr("Save as PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("pdfDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(WindowPrint::tr("PDF files (*.pdf)"));
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(QStringLiteral("conversation-%1.pdf").arg(window.conversation().current().value));
    QObject::connect(dialog, &QFileDialog::fileSelected, &window,
                     [&window](const QString &path) { savePdf(window, path); });
    dialog->open();
}

void askForPrinter(MainWindow &window)
{
    if (!window.conversation().current().isValid()) {
        return;
    }
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution); // the dialog and the answer use it
    auto *dialog = new QPrintDialog(printer.get(), &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(WindowPrint::tr("Print conversation"));
    QObject::connect(dialog, &QDialog::accepted, &window, [&window, printer] {
        withThread(window, [printer](const Thread &thread) { printConversation(*printer, thread); });
    });
    // The dialog must not outlive its printer.
    QObject::connect(dialog, &QObject::destroyed, &window, [printer] { });
    dialog->open();
}

} // namespace

void addPrinting(MainWindow &window)
{
    window.commands().on("conversation.pdf", &window, [&window] { askForPdf(window); });
    window.commands().on("conversation.print", &window, [&window] { askForPrinter(window); });
}

} // namespace aside
