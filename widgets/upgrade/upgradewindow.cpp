// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/upgrade/upgradewindow.h"

#include "widgets/common/errortext.h"
#include "widgets/common/foreigntext.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace aside {

namespace {

constexpr int margin = 28;
constexpr int gap = 14;
constexpr int narrowest = 440;
constexpr int wholePercent = 100;

} // namespace

UpgradeWindow::UpgradeWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_title(plainLabel(this))
    , m_words(plainLabel(this))
    , m_step(plainLabel(this))
    , m_bar(new QProgressBar(this))
    , m_button(new QPushButton(this))
{
    build();
    takeFont();
    refresh();
    connect(m_button, &QPushButton::clicked, this, &QWidget::close);
}

void UpgradeWindow::build()
{
    setObjectName(QStringLiteral("upgradeWindow"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_words->setObjectName(QStringLiteral("upgradeWords"));
    m_words->setWordWrap(true);
    m_words->setMinimumWidth(narrowest);
    m_step->setObjectName(QStringLiteral("upgradeStep"));
    m_step->setForegroundRole(QPalette::PlaceholderText);
    m_bar->setObjectName(QStringLiteral("upgradeBar"));
    m_bar->setTextVisible(false);
    m_button->setObjectName(QStringLiteral("upgradeButton"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_step, 1);
    buttons->addWidget(m_button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(gap);
    column->setSizeConstraint(QLayout::SetFixedSize);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addWidget(m_bar);
    column->addLayout(buttons);
}

void UpgradeWindow::showProgress(const UpgradeProgress &progress)
{
    const auto *before = std::get_if<UpgradeProgress>(&m_state);
    if (before == nullptr) {
        return; // it is being stopped
    }
    const bool isNewStep = before->step != progress.step;
    m_state = progress;
    refresh();
    if (isNewStep) {
        QAccessibleAnnouncementEvent said(this, stepWords());
        QAccessible::updateAccessibility(&said);
    }
}

void UpgradeWindow::showFailure(const Error &error)
{
    m_state = error;
    refresh();
    m_button->setFocus();
    QAccessibleAnnouncementEvent said(this, m_words->text());
    QAccessible::updateAccessibility(&said);
}

QString UpgradeWindow::stepWords() const
{
    const auto *progress = std::get_if<UpgradeProgress>(&m_state);
    if (progress == nullptr) {
        return std::holds_alternative<Stopping>(m_state) ? tr("Stopping…") : QString();
    }
    switch (progress->step) {
    case UpgradeStep::Checking:
        return tr("1 of 3: Checking that nothing is damaged");
    case UpgradeStep::Copying:
        return tr("2 of 3: Keeping a copy of it as it is");
    case UpgradeStep::Changing:
        return tr("3 of 3: Putting everything in its new place");
    }
    Q_UNREACHABLE_RETURN(QString());
}

void UpgradeWindow::refresh()
{
    const auto *error = std::get_if<Error>(&m_state);
    const auto *progress = std::get_if<UpgradeProgress>(&m_state);
    setWindowTitle(tr("Aside"));
    m_title->setText(error != nullptr ? tr("Your profile could not be prepared")
                                      : tr("Preparing your profile for this version"));
    m_words->setText(
        error != nullptr
            ? tr("%1\n\nYour profile is as it was before.").arg(errorText(error->code))
            : tr("Aside opens by itself when this is done. Many conversations take a few minutes. "
                 "You can stop at any time: then everything stays as it was."));
    m_step->setText(stepWords());
    m_bar->setVisible(error == nullptr);
    const bool isKnown = progress != nullptr && progress->percent >= 0;
    m_bar->setRange(0, isKnown ? wholePercent : 0);
    m_bar->setValue(isKnown ? progress->percent : 0);
    m_bar->setAccessibleName(tr("Progress of this step"));
    m_button->setText(error != nullptr ? tr("&Close") : tr("&Stop"));
    m_button->setEnabled(!std::holds_alternative<Stopping>(m_state));
}

void UpgradeWindow::askToStop()
{
    if (std::holds_alternative<UpgradeProgress>(m_state)) {
        m_state = Stopping{};
        refresh();
        Q_EMIT stopAsked();
    }
}

void UpgradeWindow::closeEvent(QCloseEvent *event)
{
    if (std::holds_alternative<Error>(m_state)) {
        event->accept();
        Q_EMIT closed();
        return;
    }
    event->ignore(); // until it has stopped
    askToStop();
}

void UpgradeWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel)) {
        close();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void UpgradeWindow::takeFont()
{
    m_title->setFont(scaledFont(*this, 1.3, QFont::DemiBold));
}

void UpgradeWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        takeFont();
    } else if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
}

} // namespace aside
