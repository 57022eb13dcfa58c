// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/healthdialog.h"

#include "models/core/clock.h"
#include "models/ports/accountstore.h"
#include "widgets/accounts/accountwords.h"
#include "widgets/accounts/healthwords.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/noticebar.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace aside {

namespace {

constexpr int margin = 16;
constexpr int spacing = 10;

bool write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

} // namespace

HealthDialog::HealthDialog(const AccountServices &services, const Account &account, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_account(account)
    , m_notice(new NoticeBar(this))
    , m_form(new QFormLayout)
    , m_state(addRow("healthState"))
    , m_last(addRow("healthLast"))
    , m_listening(addRow("healthListening"))
    , m_rates(addRow("healthRates"))
    , m_trouble(addRow("healthTrouble"))
    , m_pause(addButton("healthPause", &HealthDialog::togglePause))
    , m_fetch(addButton("healthFetch", &HealthDialog::fetchNow))
    , m_report(addButton("healthReport", &HealthDialog::chooseReport))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    build();
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_services.fetches, &FetchFeed::changed, this, &HealthDialog::refresh);
    retranslate();
    m_buttons->button(QDialogButtonBox::Close)->setFocus(Qt::OtherFocusReason);
}

/// Focusable, so that the keyboard and a screen reader get to what is said.
QLabel *HealthDialog::addRow(const char *name)
{
    QLabel *value = plainLabel(this);
    value->setObjectName(QString::fromLatin1(name));
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    m_form->addRow(label, value);
    return value;
}

QPushButton *HealthDialog::addButton(const char *name, void (HealthDialog::*slot)())
{
    auto *button = new QPushButton(this);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, slot);
    return button;
}

void HealthDialog::build()
{
    setObjectName(QStringLiteral("healthDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(std::max(480, fontMetrics().averageCharWidth() * 64)); // wider with large text
    m_form->setVerticalSpacing(spacing);
    m_form->setHorizontalSpacing(margin);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_fetch, m_pause, m_report}) {
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(margin, margin, margin, margin);
    inner->setSpacing(margin);
    inner->addLayout(m_form);
    inner->addStretch();
    inner->addLayout(buttons);
    inner->addWidget(m_buttons);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_notice);
    rows->addLayout(inner, 1);
}

FetchState HealthDialog::state() const
{
    const QList<FetchState> all = m_services.fetches.states();
    const auto found = std::ranges::find(all, m_account.id, &FetchState::account);
    return found != all.cend() ? *found : FetchState();
}

bool HealthDialog::isPaused() const
{
    return m_account.isOn && !isUsable(m_account, m_services.clock.now());
}

void HealthDialog::refresh()
{
    const Instant now = m_services.clock.now();
    const FetchState fetch = state();
    const bool isRunning = isUsable(m_account, now);
    m_state->setText(accountStateText(m_account, now));
    const bool isByHand = isEntered(m_account.channel);
    m_last->setText(isByHand ? tr("Nothing comes by itself: you enter it.") : lastFetchText(fetch, now));
    m_listening->setText(isByHand        ? tr("There is no service to ask.")
                             : isRunning ? listeningText(fetch, now)
                                         : tr("Nobody asks the service now."));
    m_rates->setText(ratesText(fetch, now));
    m_trouble->setText(troubleText(m_account, fetch));
    m_pause->setText(isPaused() ? tr("Let it go &on") : tr("&Pause"));
    m_pause->setEnabled(m_account.isOn);
    m_fetch->setEnabled(isRunning && !isByHand && !fetch.isFetching);
    m_report->setEnabled(!m_services.fetches.exchanges(m_account.id).isEmpty());
    fit();
}

/// Words that wrap need their height, and there may be more of them than before.
void HealthDialog::fit()
{
    layout()->activate();
    setMinimumHeight(layout()->totalHeightForWidth(std::max(width(), minimumWidth())));
}

void HealthDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        fit();
    }
}

void HealthDialog::togglePause()
{
    const std::optional<AccountPause> pause = isPaused()
        ? std::nullopt
        : std::optional(AccountPause{.until = untilResumed, .cause = pausedByOperator});
    m_services.accounts.pauseAccount(m_account.id, pause).then(this, [this](const Result<Account> &account) {
        if (!account) {
            m_notice->showError(account.error());
            return;
        }
        m_account = *account;
        refresh();
        Q_EMIT changed(*account);
    });
}

void HealthDialog::fetchNow()
{
    m_services.fetches.fetchFor(m_account.id);
}

void HealthDialog::chooseReport()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new QFileDialog(this, tr("Save a report"), folder);
    dialog->setObjectName(QStringLiteral("reportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(QStringLiteral("aside-report.jsonl"));
    connect(dialog, &QFileDialog::fileSelected, this, &HealthDialog::saveReport);
    dialog->open();
}

void HealthDialog::saveReport(const QString &path)
{
    if (write(path, m_services.fetches.exchanges(m_account.id))) {
        m_notice->showWords(tr("The report is saved. It says what was asked of the service and when, without "
                               "texts, names and tokens."));
    } else {
        m_notice->showError({.code = Errc::Io, .detail = {}, .retryAfter = {}});
    }
}

void HealthDialog::retranslate()
{
    //: %1 is the name of an account
    setWindowTitle(tr("Health of %1").arg(accountLabel(m_account)));
    const auto name = [this](QLabel *value, const QString &words) {
        auto *label = qobject_cast<QLabel *>(m_form->labelForField(value));
        label->setText(words);
        value->setAccessibleName(words);
    };
    name(m_state, tr("State"));
    name(m_last, tr("Last fetched"));
    name(m_listening, tr("Asking"));
    name(m_rates, tr("Limits"));
    name(m_trouble, tr("Troubles"));
    m_fetch->setText(tr("&Fetch now"));
    m_report->setText(tr("&Save a report…"));
    refresh();
}

void HealthDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
