// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/accountwizard.h"

#include "models/core/clock.h"
#include "models/ports/accountstore.h"
#include "models/ports/mailsetupfinder.h"
#include "widgets/accounts/accountwords.h"
#include "widgets/accounts/addresspage.h"
#include "widgets/accounts/detailspage.h"
#include "widgets/accounts/serverspage.h"
#include "widgets/accounts/signinpage.h"
#include "widgets/accounts/trialpage.h"
#include "widgets/common/noticebar.h"

#include <QBoxLayout>
#include <QDate>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <utility>

namespace aside {

namespace {

constexpr int margin = 12;
constexpr QSize usualSize(620, 640);

/// What a new account begins with.
Account newAccount(const QString &address, const Clock &clock)
{
    Account account;
    account.channel = Channel::Email;
    account.address = address;
    account.name = address;
    const QDate today = QDateTime::fromMSecsSinceEpoch(clock.now().time_since_epoch().count()).date();
    account.settings.insert(QStringLiteral("since"), today.addYears(-1).toString(Qt::ISODate));
    return account;
}

/// Those that a password has no use for.
QStringList oauthSettings()
{
    return {QStringLiteral("auth"), QStringLiteral("oauth.provider"), QStringLiteral("oauth.client")};
}

} // namespace

AccountWizard::AccountWizard(const AccountServices &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_notice(new NoticeBar(this))
    , m_pages(new QStackedWidget(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_back(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
    , m_next(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
{
    build();
    showPage(m_addressPage);
}

AccountWizard::AccountWizard(const AccountServices &services, const Account &account, QWidget *parent)
    : AccountWizard(services, parent)
{
    m_account = account;
    m_setup = setupOf(account);
    m_setup.oauth = account.settings.value(QStringLiteral("oauth.provider"));
    if (!m_setup.oauth.isEmpty()) {
        m_setup.signIns = {MailSignIn::OAuth, MailSignIn::Password};
    }
    m_serversPage->show(m_setup, account.address);
    showPage(m_serversPage);
}

AccountWizard::~AccountWizard()
{
    m_stop.request_stop();
}

void AccountWizard::build()
{
    setObjectName(QStringLiteral("accountWizard"));
    setAttribute(Qt::WA_DeleteOnClose);
    addPage(m_addressPage = new AddressPage(m_pages));
    addPage(m_serversPage = new ServersPage(m_pages));
    addPage(m_signInPage = new SignInPage(m_pages));
    addPage(m_trialPage = new TrialPage(m_pages));
    addPage(m_detailsPage = new DetailsPage(m_services.clock, m_pages));
    m_back->setObjectName(QStringLiteral("wizardBack"));
    m_next->setObjectName(QStringLiteral("wizardNext"));
    m_back->setAutoDefault(false);
    m_next->setDefault(true);
    m_buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, margin);
    rows->addWidget(m_notice);
    rows->addWidget(m_pages, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(margin, 0, margin, 0);
    row->addWidget(m_buttons);
    rows->addLayout(row);
    connect(m_back, &QPushButton::clicked, this, &AccountWizard::goBack);
    connect(m_next, &QPushButton::clicked, this, &AccountWizard::goOn);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &AccountWizard::reject);
    connect(&m_services.probe, &MailProbe::began, m_trialPage, &TrialPage::showStep);
    connect(&m_services.signIns, &MailSignIns::pageReady, this, [this](const QUrl &page) {
        if (current() == m_trialPage) {
            m_trialPage->showConsentPage(page);
        }
    });
    resize(usualSize);
    retranslate();
}

void AccountWizard::addPage(WizardPage *page)
{
    auto *scroll = new QScrollArea(m_pages); // large text needs more room than a small screen has
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_pages->addWidget(scroll);
    connect(page, &WizardPage::completeChanged, this, &AccountWizard::updateButtons);
    connect(page, &WizardPage::nextAsked, this, &AccountWizard::goOn);
}

WizardPage *AccountWizard::current() const
{
    const auto *scroll = qobject_cast<QScrollArea *>(m_pages->currentWidget());
    return scroll != nullptr ? qobject_cast<WizardPage *>(scroll->widget()) : nullptr;
}

void AccountWizard::showPage(WizardPage *page)
{
    for (int i = 0; i < m_pages->count(); ++i) {
        const auto *scroll = qobject_cast<QScrollArea *>(m_pages->widget(i));
        if (scroll != nullptr && scroll->widget() == page) {
            m_pages->setCurrentIndex(i);
        }
    }
    updateButtons();
    // Where the page has nothing of its own.
    (m_next->isEnabled() ? m_next : m_buttons->button(QDialogButtonBox::Cancel))
        ->setFocus(Qt::OtherFocusReason);
    page->takeFocus();
}

void AccountWizard::updateButtons()
{
    const WizardPage *page = current();
    const bool isFirst = page == m_addressPage || (m_account.id.isValid() && page == m_serversPage);
    m_back->setEnabled(!isFirst && !m_isSaving);
    m_next->setEnabled(page != nullptr && page->isComplete() && !m_isSaving);
    m_next->setText(page == m_detailsPage                                 ? tr("&Done")
                        : page == m_trialPage && m_trialPage->hasFailed() ? tr("&Try again")
                                                                          : tr("&Next"));
}

void AccountWizard::goOn()
{
    const WizardPage *page = current();
    if (page == nullptr || !page->isComplete() || m_isSaving) {
        return;
    }
    m_notice->hide();
    if (page == m_addressPage) {
        look();
    } else if (page == m_serversPage) {
        m_setup = m_serversPage->setup();
        m_signInPage->show(m_setup, m_account.settings.value(QStringLiteral("oauth.client")));
        showPage(m_signInPage);
    } else if (page == m_signInPage) {
        signIn();
    } else if (page == m_trialPage) {
        signIn();
    } else {
        finish();
    }
}

void AccountWizard::goBack()
{
    stop();
    m_notice->hide();
    const WizardPage *page = current();
    if (page == m_serversPage) {
        showPage(m_addressPage);
    } else if (page == m_signInPage) {
        showPage(m_serversPage);
    } else {
        showPage(m_signInPage);
    }
}

/// What is under way ends, and its answer is not wanted any more.
void AccountWizard::stop()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_addressPage->setLooking(false);
}

void AccountWizard::look()
{
    stop();
    const QString address = m_addressPage->address();
    if (m_account.address != address) {
        m_account = newAccount(address, m_services.clock);
    }
    m_addressPage->setLooking(true);
    m_services.finder.find(address, m_stop.get_token())
        .then(this, [this, asked = m_stop.get_token()](const Result<MailSetup> &found) {
            if (isWanted(asked)) {
                takeSetup(found);
            }
        });
}

void AccountWizard::takeSetup(const Result<MailSetup> &found)
{
    const QString address = m_account.address;
    m_addressPage->setLooking(false);
    if (!found && found.error().code == Errc::InvalidInput) {
        m_notice->showWords(tr("This is no mail address. Please check it."));
        return;
    }
    m_setup = found.value_or(MailSetup{.imap = {}, .smtp = {}, .user = address});
    m_serversPage->show(m_setup, address);
    if (!found) {
        m_notice->showWords(notFoundText(found.error().code, address));
    }
    showPage(m_serversPage);
}

void AccountWizard::signIn()
{
    stop();
    m_grant = MailGrant();
    if (m_signInPage->isByBrowser()) {
        askConsent();
        return;
    }
    m_grant.password = m_signInPage->password();
    tryIt();
}

void AccountWizard::askConsent()
{
    m_trialPage->waitForConsent(m_setup);
    showPage(m_trialPage);
    m_services.signIns.askConsent(m_signInPage->client(), m_setup.user, m_stop.get_token())
        .then(this, [this, asked = m_stop.get_token()](const Result<MailGrant> &grant) {
            if (!isWanted(asked)) {
                return;
            }
            activateWindow(); // the person comes back from the browser
            if (grant) {
                m_grant = *grant;
                tryIt();
            } else {
                m_trialPage->showError(grant.error());
            }
        });
}

void AccountWizard::tryIt()
{
    m_trialPage->begin(m_setup);
    showPage(m_trialPage);
    m_services.probe.probe(m_setup, m_grant.secret(), m_stop.get_token())
        .then(this, [this, asked = m_stop.get_token()](const Result<ProbeReport> &report) {
            if (isWanted(asked)) {
                takeReport(report);
            }
        });
}

void AccountWizard::takeReport(const Result<ProbeReport> &report)
{
    if (!report) {
        m_trialPage->showError(report.error());
    } else if (report->fault) {
        m_trialPage->showFault(*report->fault);
    } else {
        m_trialPage->showSuccess();
        m_account = withSetup(m_account, m_setup);
        m_detailsPage->details().show(m_account, report->folders);
        showPage(m_detailsPage);
        return;
    }
    m_next->setFocus(Qt::OtherFocusReason);
}

void AccountWizard::finish()
{
    m_isSaving = true;
    updateButtons();
    Account account = withSetup(m_detailsPage->details().account(), m_setup);
    for (const QString &name : oauthSettings()) {
        account.settings.remove(name);
    }
    if (m_signInPage->isByBrowser()) {
        const OAuthClient client = m_signInPage->client();
        account.settings.insert(QStringLiteral("auth"), QStringLiteral("oauth"));
        account.settings.insert(QStringLiteral("oauth.provider"), client.preset);
        account.settings.insert(QStringLiteral("oauth.client"), client.id);
    }
    account.pause.reset();
    if (m_account.id.isValid()) {
        keepSecret(account);
        return;
    }
    account.isOn = false; // until its secret is kept
    m_services.accounts.addAccount(account).then(
        this, [this](const Result<Account> &added) { added ? keepSecret(*added) : fail(added.error()); });
}

void AccountWizard::keepSecret(const Account &account)
{
    m_services.signIns.keep(account.id, m_grant).then(this, [this, account](const Result<void> &kept) {
        kept ? switchOn(account) : giveUp(account, kept.error());
    });
}

void AccountWizard::switchOn(const Account &account)
{
    Account on = account;
    on.isOn = true;
    m_services.accounts.changeAccount(on).then(this, [this, account](const Result<Account> &changed) {
        if (!changed) {
            giveUp(account, changed.error());
            return;
        }
        m_services.accounts.pauseAccount(changed->id, std::nullopt)
            .then(this, [this](const Result<Account> &resumed) {
                if (!resumed) {
                    fail(resumed.error());
                    return;
                }
                m_signInPage->forget();
                Q_EMIT connected(*resumed);
                accept();
            });
    });
}

/// An account that was only just made does not stay without its secret.
void AccountWizard::giveUp(const Account &account, const Error &error)
{
    if (m_account.id.isValid()) {
        fail(error);
        return;
    }
    m_services.accounts.removeAccount(account.id).then(this, [this, error](const Result<void> &) {
        fail(error); // what went wrong first is what the person can mend
    });
}

void AccountWizard::fail(const Error &error)
{
    m_isSaving = false;
    updateButtons();
    if (error.code == Errc::Conflict) {
        m_notice->showWords(tr("There is an account with this address already."));
    } else {
        m_notice->showError(error);
    }
}

void AccountWizard::reject()
{
    if (!m_isSaving) {
        stop();
        QDialog::reject();
    }
}

void AccountWizard::retranslate()
{
    setWindowTitle(m_account.id.isValid() ? tr("Servers and sign-in") : tr("Connect a mail account"));
    m_back->setText(tr("Bac&k"));
    updateButtons();
}

void AccountWizard::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
