// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/trialpage.h"

#include "widgets/accounts/accountwords.h"
#include "widgets/common/errortext.h"
#include "widgets/common/foreigntext.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace aside {

TrialPage::TrialPage(QWidget *parent)
    : WizardPage(parent)
    , m_words(addWords())
    , m_progress(new QProgressBar(this))
    , m_open(new QPushButton(this))
    , m_copy(new QPushButton(this))
{
    m_words->setObjectName(QStringLiteral("trialWords"));
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setRange(0, 3);
    m_progress->setTextVisible(false);
    m_open->setObjectName(QStringLiteral("openConsentPage"));
    m_copy->setObjectName(QStringLiteral("copyConsentPage"));
    column().addWidget(m_progress);
    auto *row = new QHBoxLayout;
    row->addWidget(m_open);
    row->addWidget(m_copy);
    row->addStretch();
    column().addLayout(row);
    column().addStretch();
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(m_page); });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_page.toString(QUrl::FullyEncoded)); });
    retranslate();
}

void TrialPage::waitForConsent(const MailSetup &setup)
{
    m_setup = setup;
    m_page.clear();
    enter(State::Consent);
}

void TrialPage::showConsentPage(const QUrl &page)
{
    m_page = page;
    enter(State::Consent);
}

void TrialPage::begin(const MailSetup &setup)
{
    m_setup = setup;
    m_step = ProbeStep::Receiving;
    enter(State::Trying);
}

void TrialPage::showStep(ProbeStep step)
{
    m_step = step;
    enter(State::Trying);
}

void TrialPage::showFault(const ProbeFault &fault)
{
    m_fault = fault;
    enter(State::Failed);
}

void TrialPage::showError(const Error &error)
{
    m_fault.reset();
    m_error = error.code;
    enter(State::Failed);
}

void TrialPage::showSuccess()
{
    enter(State::Works);
}

void TrialPage::takeFocus()
{
    // Nothing to type here: the buttons of the wizard have the keyboard.
}

void TrialPage::enter(State state)
{
    m_state = state;
    m_progress->setVisible(state == State::Trying);
    m_progress->setValue(m_step == ProbeStep::Receiving ? 1 : 2);
    m_open->setVisible(state == State::Consent && !m_page.isEmpty());
    m_copy->setVisible(state == State::Consent && !m_page.isEmpty());
    retranslate();
    QAccessibleAnnouncementEvent spoken(m_words, m_words->text());
    QAccessible::updateAccessibility(&spoken);
    Q_EMIT completeChanged();
}

void TrialPage::retranslate()
{
    m_open->setText(tr("Open the page a&gain"));
    m_copy->setText(tr("Copy its add&ress"));
    m_progress->setAccessibleName(tr("Progress"));
    switch (m_state) {
    case State::Consent:
        setTitle(tr("Waiting for your browser"));
        m_words->setText(tr("Agree on the page of the service that is open in your browser. Aside goes on by "
                            "itself when you are done."));
        return;
    case State::Trying:
        setTitle(tr("Trying it"));
        m_words->setText(probeStepText(m_step, m_setup));
        return;
    case State::Failed:
        setTitle(tr("It does not work yet"));
        m_words->setText(m_fault ? probeFaultText(*m_fault, m_setup) : errorText(m_error));
        return;
    case State::Works:
        setTitle(tr("It works"));
        m_words->setText(tr("Receiving and sending both work."));
        return;
    }
}

} // namespace aside
