// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/importing/importbar.h"

#include "widgets/common/errortext.h"
#include "widgets/common/foreigntext.h"

#include <QBoxLayout>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace aside {

namespace {

constexpr int margin = 12;
constexpr int progressSteps = 1000;

QPushButton *makeButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    return button;
}

} // namespace

ImportBar::ImportBar(QWidget *parent)
    : QWidget(parent)
    , m_words(plainLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(makeButton(QStringLiteral("cancelImportButton"), tr("&Stop import"), this))
    , m_problems(makeButton(QStringLiteral("showProblemsButton"), tr("Show &problems"), this))
    , m_dismiss(makeButton(QStringLiteral("dismissImportButton"), tr("&Close"), this))
{
    m_words->setObjectName(QStringLiteral("importWords"));
    m_bar->setAccessibleName(tr("Import progress"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, progressSteps);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margin, margin / 2, margin, margin / 2);
    row->addWidget(m_words);
    row->addWidget(m_bar, 1);
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_problems);
    row->addWidget(m_dismiss);
    setAutoFillBackground(true);
    connect(m_cancel, &QPushButton::clicked, this, &ImportBar::cancelAsked);
    connect(m_problems, &QPushButton::clicked, this, &ImportBar::showProblems);
    connect(m_dismiss, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void ImportBar::showProgress(const ImportProgress &progress)
{
    m_errors.clear();
    m_words->setText(tr("Importing: %n message(s)", nullptr, static_cast<int>(progress.messages)));
    const bool known = progress.bytesTotal > 0;
    m_bar->setRange(0, known ? progressSteps : 0);
    if (known) {
        m_bar->setValue(static_cast<int>(progress.bytesDone * progressSteps / progress.bytesTotal));
    }
    m_bar->show();
    m_cancel->show();
    m_problems->hide();
    m_dismiss->hide();
    show();
}

void ImportBar::showReport(const ImportReport &report)
{
    m_errors = report.errors;
    QStringList parts{tr("%n message(s) imported", nullptr, static_cast<int>(report.imported))};
    if (report.duplicates > 0) {
        parts.append(tr("%n already here", nullptr, static_cast<int>(report.duplicates)));
    }
    if (report.skipped > 0) {
        parts.append(tr("%n could not be read", nullptr, static_cast<int>(report.skipped)));
    }
    const QString words = QLocale().createSeparatedList(parts);
    finish(report.cancelled ? tr("Stopped. %1.").arg(words) : tr("Done. %1.").arg(words));
}

void ImportBar::showFailure(const Error &error)
{
    m_errors.clear();
    finish(tr("The import did not work. %1").arg(errorText(error.code)));
}

void ImportBar::finish(const QString &words)
{
    m_words->setText(words);
    m_bar->hide();
    m_cancel->hide();
    m_problems->setVisible(!m_errors.isEmpty());
    m_dismiss->show();
    show();
}

QString ImportBar::summary() const
{
    return m_words->text();
}

void ImportBar::showProblems()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("What could not be imported"));
    auto *list = new QListWidget(dialog);
    list->setAccessibleName(tr("Problems"));
    list->setWordWrap(true);
    for (const ImportProblem &problem : std::as_const(m_errors)) {
        list->addItem(oneLine(problem.source) + u'\n' + errorText(problem.error.code));
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(list);
    column->addWidget(buttons);
    dialog->resize(640, 400);
    dialog->open();
}

} // namespace aside
