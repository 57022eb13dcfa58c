// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/templateremover.h"

#include "models/ports/templatelibrary.h"
#include "widgets/common/foreigntext.h"

#include <QFuture>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

TemplateRemover::TemplateRemover(TemplateLibrary &library, QWidget *window)
    : QObject(window)
    , m_library(library)
    , m_window(window)
{
}

/// Its text is read first: without it nothing could be taken back, and the question says so.
void TemplateRemover::ask(const TemplateAddress &address)
{
    m_library.source(address.scope, address.id).then(this, [this, address](const Result<QString> &text) {
        if (!text && text.error().code == Errc::NotFound) {
            Q_EMIT failed(text.error());
        } else {
            showQuestion(address, text);
        }
    });
}

void TemplateRemover::showQuestion(const TemplateAddress &address, const Result<QString> &text)
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Remove this template?"),
                                     tr("“%1” is removed, with its file.").arg(isolated(oneLine(address.id))),
                                     QMessageBox::Cancel, m_window);
    question->setObjectName(u"removeTemplateQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    if (!text) {
        question->setInformativeText(tr("The file cannot be read, so this cannot be undone."));
    }
    const QPushButton *yes = question->addButton(tr("&Remove it"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::buttonClicked, this,
            [this, yes, address, text](const QAbstractButton *button) {
                if (button == yes) {
                    remove(address, text);
                }
            });
    question->open();
}

void TemplateRemover::remove(const TemplateAddress &address, const Result<QString> &text)
{
    m_library.remove(address.scope, address.id).then(this, [this, address, text](const Result<void> &done) {
        if (!done) {
            Q_EMIT failed(done.error());
            return;
        }
        m_removed = text ? std::optional(Removed{.address = address, .text = *text}) : std::nullopt;
        Q_EMIT removed(address);
    });
}

void TemplateRemover::undo()
{
    if (!m_removed) {
        return;
    }
    const Removed back = *m_removed;
    m_library.save(back.address.scope, back.address.id, back.text)
        .then(this, [this, back](const Result<void> &done) {
            if (!done) {
                Q_EMIT failed(done.error());
                return;
            }
            m_removed.reset();
            Q_EMIT restored(back.address);
        });
}

} // namespace aside
