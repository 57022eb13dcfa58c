// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/importing/importbar.h"

#include "widgets/common/errortext.h"
#include "widgets/common/foreigntext.h"
#include "widgets/importing/problemsdialog.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace aside {

namespace {

constexpr int margin = 12;
constexpr int progressSteps = 1000;

QPushButton *makeButton(const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    return button;
}

} // namespace

ImportBar::ImportBar(QWidget *parent)
    : QWidget(parent)
    , m_words(plainLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(makeButton(QStringLiteral("cancelImportButton"), this))
    , m_problems(makeButton(QStringLiteral("showProblemsButton"), this))
    , m_dismiss(makeButton(QStringLiteral("dismissImportButton"), this))
{
    m_words->setObjectName(QStringLiteral("importWords"));
    m_words->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, progressSteps);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margin, margin / 2, margin, margin / 2);
    row->addWidget(m_words, 1);
    row->addWidget(m_bar, 1);
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_problems);
    row->addWidget(m_dismiss);
    setAutoFillBackground(true);
    connect(m_cancel, &QPushButton::clicked, this, &ImportBar::cancelAsked);
    connect(m_problems, &QPushButton::clicked, this, &ImportBar::showProblems);
    connect(m_dismiss, &QPushButton::clicked, this, &QWidget::hide);
    retranslate();
    hide();
}

void ImportBar::retranslate()
{
    m_bar->setAccessibleName(tr("Import progress"));
    m_cancel->setText(tr("Stop &import"));
    m_problems->setText(tr("Show &problems"));
    m_dismiss->setText(tr("C&lose"));
    m_words->setText(currentWords());
}

void ImportBar::showProgress(const ImportProgress &progress)
{
    m_state = progress;
    const bool known = progress.bytesTotal > 0;
    m_bar->setRange(0, known ? progressSteps : 0);
    if (known) {
        m_bar->setValue(static_cast<int>(progress.bytesDone * progressSteps / progress.bytesTotal));
    }
    refresh(Buttons::WhileRunning);
}

void ImportBar::showReport(const ImportReport &report)
{
    m_state = report;
    refresh(Buttons::AtTheEnd);
}

void ImportBar::showFailure(const Error &error)
{
    m_state = error;
    refresh(Buttons::AtTheEnd);
}

QString ImportBar::currentWords() const
{
    if (const auto *report = std::get_if<ImportReport>(&m_state)) {
        return wordsFor(*report);
    }
    if (const auto *error = std::get_if<Error>(&m_state)) {
        return tr("The import did not work. %1").arg(errorText(error->code));
    }
    const qint64 messages = std::get<ImportProgress>(m_state).messages;
    return tr("Importing: %Ln message(s)", nullptr, static_cast<int>(messages));
}

QString ImportBar::wordsFor(const ImportReport &report) const
{
    QStringList parts{tr("%Ln message(s) imported", nullptr, static_cast<int>(report.imported))};
    if (report.duplicates > 0) {
        parts.append(tr("%Ln already here", nullptr, static_cast<int>(report.duplicates)));
    }
    if (report.skipped > 0) {
        parts.append(tr("%Ln could not be read", nullptr, static_cast<int>(report.skipped)));
    }
    const QString words = QLocale().createSeparatedList(parts);
    return report.cancelled ? tr("Stopped. %1.").arg(words) : tr("Done. %1.").arg(words);
}

void ImportBar::refresh(Buttons buttons)
{
    const bool isRunning = buttons == Buttons::WhileRunning;
    const auto *report = std::get_if<ImportReport>(&m_state);
    m_words->setText(currentWords());
    m_bar->setVisible(isRunning);
    m_cancel->setVisible(isRunning);
    m_problems->setVisible(report != nullptr && !report->errors.isEmpty());
    m_dismiss->setVisible(!isRunning);
    show();
}

QString ImportBar::summary() const
{
    return m_words->text();
}

void ImportBar::showProblems()
{
    if (const auto *report = std::get_if<ImportReport>(&m_state)) {
        auto *dialog = new ProblemsDialog(report->errors, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

void ImportBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
