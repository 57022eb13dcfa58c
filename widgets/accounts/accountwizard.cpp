// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/accountwizard.h"

#include "models/core/clock.h"
#include "models/ports/channelsetup.h"
#include "models/ports/mailsetupfinder.h"
#include "widgets/accounts/accountkeeper.h"
#include "widgets/accounts/accountwords.h"
#include "widgets/accounts/addresspage.h"
#include "widgets/accounts/channelguides.h"
#include "widgets/accounts/channelpage.h"
#include "widgets/accounts/connectpage.h"
#include "widgets/accounts/detailspage.h"
#include "widgets/accounts/foundpage.h"
#include "widgets/accounts/serverspage.h"
#include "widgets/accounts/signinpage.h"
#include "widgets/accounts/trialpage.h"
#include "widgets/common/errortext.h"
#include "widgets/common/noticebar.h"

#include <QDate>
#include <QDateTime>
#include <QPushButton>

#include <utility>

namespace aside {

namespace {

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

} // namespace

AccountWizard::AccountWizard(const AccountServices &services, QWidget *parent)
    : PagedDialog(parent)
    , m_services(services)
    , m_keeper(new AccountKeeper(services, this))
{
    build();
    showPage(m_channelPage);
}

AccountWizard::AccountWizard(const AccountServices &services, const Account &account, QWidget *parent)
    : AccountWizard(services, parent)
{
    m_account = account;
    setWindowTitle(title());
    if (account.channel != Channel::Email) {
        m_connectPage->show(account, services.setups.needs(account.channel));
        showPage(m_connectPage);
        return;
    }
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
    addPages();
    connectPages();
    retranslate();
}

void AccountWizard::addPages()
{
    addPage(m_channelPage
            = new ChannelPage(QList<Channel>{Channel::Email} + m_services.setups.channels(), pageParent()));
    addPage(m_connectPage = new ConnectPage(pageParent()));
    addPage(m_foundPage = new FoundPage(pageParent()));
    addPage(m_addressPage = new AddressPage(pageParent()));
    addPage(m_serversPage = new ServersPage(pageParent()));
    addPage(m_signInPage = new SignInPage(pageParent()));
    addPage(m_trialPage = new TrialPage(pageParent()));
    addPage(m_detailsPage = new DetailsPage(m_services.clock, pageParent()));
}

void AccountWizard::connectPages()
{
    connect(&m_services.probe, &MailProbe::began, m_trialPage, &TrialPage::showStep);
    connect(&m_services.signIns, &MailSignIns::pageReady, this, [this](const QUrl &page) {
        if (current() == m_trialPage) {
            m_trialPage->showConsentPage(page);
        }
    });
    connect(m_connectPage, &ConnectPage::browserAsked, this, &AccountWizard::signInByBrowser);
    connect(m_connectPage, &ConnectPage::stopAsked, this, [this] {
        stop();
        m_connectPage->say(tr("Stopped. Nothing was kept."));
        m_connectPage->takeFocus();
    });
    connect(m_connectPage, &ConnectPage::listChosen, this, &AccountWizard::takeList);
    connect(m_keeper, &AccountKeeper::kept, this, &AccountWizard::takeKept);
    connect(m_keeper, &AccountKeeper::failed, this, &AccountWizard::fail);
    connect(m_keeper, &AccountKeeper::keptAll, this, [this](int added, int known) {
        Q_EMIT listTaken(added, known);
        accept();
    });
}

void AccountWizard::updateButtons()
{
    const WizardPage *page = current();
    const bool isFirst = page == m_channelPage
        || (m_account.id.isValid() && (page == m_serversPage || page == m_connectPage));
    back().setEnabled(!isFirst && !m_isSaving);
    next().setEnabled(page != nullptr && page->isComplete() && !m_isSaving);
    if (page == m_detailsPage || page == m_foundPage) {
        next().setText(tr("&Done"));
    } else if (page == m_connectPage && !isEntered(m_account.channel)) {
        next().setText(tr("&Try it"));
    } else {
        next().setText(page == m_trialPage && m_trialPage->hasFailed() ? tr("&Try again") : tr("&Next"));
    }
}

void AccountWizard::goOn()
{
    const WizardPage *page = current();
    if (page == nullptr || !page->isComplete() || m_isSaving) {
        return;
    }
    notice().hide();
    if (page == m_channelPage) {
        choose();
    } else if (page == m_connectPage) {
        connectAccount();
    } else if (page == m_addressPage) {
        look();
    } else if (page == m_serversPage) {
        m_setup = m_serversPage->setup();
        m_signInPage->show(m_setup, m_account.settings.value(QStringLiteral("oauth.client")));
        showPage(m_signInPage);
    } else if (page == m_signInPage || page == m_trialPage) {
        signIn();
    } else {
        finish();
    }
}

void AccountWizard::goBack()
{
    stop();
    notice().hide();
    const WizardPage *page = current();
    if (page == m_connectPage || page == m_addressPage) {
        showPage(m_channelPage);
    } else if (page == m_foundPage) {
        showPage(m_connectPage);
    } else if (page == m_serversPage) {
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
    m_connectPage->setTrying(false);
}

void AccountWizard::choose()
{
    const Channel channel = m_channelPage->channel();
    if (channel == Channel::Email) {
        showPage(m_addressPage);
        return;
    }
    if (m_account.channel != channel) { // else they went back, and what they filled in is still there
        m_account = Account();
        m_account.channel = channel;
        m_connectPage->show(m_account, m_services.setups.needs(channel));
    }
    showPage(m_connectPage);
}

void AccountWizard::connectAccount()
{
    tryToken(m_connectPage->token());
}

void AccountWizard::takeTrial(const Result<Account> &tried)
{
    m_connectPage->setTrying(false);
    if (!tried) {
        m_connectPage->say(connectFaultText(m_account.channel, tried.error()));
    } else if (m_account.id.isValid() && tried->address != m_account.address) {
        m_connectPage->say(
            m_connectPage->token().bytes() != m_token.bytes()
                ? tr("In the browser another account is signed in. Sign in there with this one, and try "
                     "again.")
                : tr("This token belongs to another account. Add that as an account of its own."));
    } else {
        m_grant = {.password = m_token};
        m_connectPage->say({});
        m_foundPage->show(*tried);
        showPage(m_foundPage);
        return;
    }
    m_connectPage->takeFocus();
}

void AccountWizard::takeList(const QString &path)
{
    const Result<QList<Account>> accounts = m_services.setups.readList(m_account.channel, path);
    if (!accounts) {
        const bool isNoList
            = accounts.error().code == Errc::UnknownFormat || accounts.error().code == Errc::Empty;
        m_connectPage->say(isNoList ? tr("This is no list of feeds (OPML), or it names none.")
                                    : errorText(accounts.error().code));
        return;
    }
    m_isSaving = true;
    updateButtons();
    m_keeper->keepAll(*accounts);
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
        notice().showWords(tr("This is no mail address. Please check it."));
        return;
    }
    m_setup = found.value_or(MailSetup{.imap = {}, .smtp = {}, .user = address});
    m_serversPage->show(m_setup, address);
    if (!found) {
        notice().showWords(notFoundText(found.error().code, address));
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
    next().setFocus(Qt::OtherFocusReason);
}

void AccountWizard::finish()
{
    m_isSaving = true;
    updateButtons();
    Account account = current() == m_foundPage ? m_foundPage->account() : mailAccount();
    account.pause.reset();
    m_keeper->keep(account, m_grant);
}

Account AccountWizard::mailAccount() const
{
    Account account = withSetup(m_detailsPage->details().account(), m_setup);
    m_signInPage->keepIn(account);
    return account;
}

void AccountWizard::takeKept(const Account &account)
{
    m_signInPage->forget();
    m_connectPage->forget();
    Q_EMIT connected(account);
    accept();
}

void AccountWizard::fail(const Error &error)
{
    m_isSaving = false;
    updateButtons();
    if (error.code == Errc::Conflict) {
        notice().showWords(tr("There is an account with this address already."));
    } else {
        notice().showError(error);
    }
}

void AccountWizard::reject()
{
    if (!m_isSaving) {
        stop();
        PagedDialog::reject();
    }
}

QString AccountWizard::title() const
{
    return m_account.id.isValid() ? tr("Servers and sign-in") : tr("Connect an account");
}

void AccountWizard::retranslate()
{
    setWindowTitle(title());
    back().setText(tr("Bac&k"));
    updateButtons();
}

} // namespace aside
