// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/mailsetup.h"
#include "models/ports/mailprobe.h"
#include "widgets/accounts/wizardpage.h"

#include <QUrl>

#include <optional>

class QProgressBar;
class QPushButton;

namespace aside {

/// Shows how the trial goes, and why it failed.
class TrialPage final : public WizardPage
{
    Q_OBJECT
public:
    explicit TrialPage(QWidget *parent);

    void waitForConsent(const MailSetup &setup);
    void showConsentPage(const QUrl &page);
    void begin(const MailSetup &setup);
    void showStep(ProbeStep step);
    void showFault(const ProbeFault &fault);
    void showError(const Error &error);
    void showSuccess();
    /// Whether it failed, so that it can be tried again.
    [[nodiscard]] bool hasFailed() const { return m_state == State::Failed; }
    /// One goes on when it worked, or tries again.
    [[nodiscard]] bool isComplete() const override { return hasFailed() || m_state == State::Works; }
    void takeFocus() override;

protected:
    void retranslate() override;

private:
    enum class State : quint8 { Consent, Trying, Failed, Works };

    void enter(State state);

    State m_state = State::Trying;
    MailSetup m_setup;
    ProbeStep m_step = ProbeStep::Receiving;
    std::optional<ProbeFault> m_fault;
    Errc m_error = Errc::Internal;
    QUrl m_page;
    QLabel *m_words;
    QProgressBar *m_progress;
    QPushButton *m_open;
    QPushButton *m_copy;
};

} // namespace aside
