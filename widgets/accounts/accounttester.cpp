// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/accounttester.h"

#include "models/ports/channelsetup.h"
#include "widgets/accounts/accountwords.h"
#include "widgets/accounts/channelguides.h"
#include "widgets/common/errortext.h"

namespace aside {

AccountTester::AccountTester(const AccountServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

AccountTester::~AccountTester()
{
    m_stop.request_stop();
}

bool AccountTester::knows(Channel channel) const
{
    return channel == Channel::Email || m_services.setups.channels().contains(channel);
}

void AccountTester::start(const Account &account)
{
    stop();
    if (account.channel != Channel::Email && !m_services.setups.needs(account.channel).wantsToken) {
        tryOther(account, {});
        return;
    }
    Q_EMIT said(tr("Looking for the password…"));
    m_services.signIns.secretOf(account).then(
        this, [this, account, asked = m_stop.get_token()](const Result<MailSecret> &secret) {
            if (asked.stop_requested()) {
                return;
            }
            if (!secret) {
                end(errorText(secret.error().code));
            } else if (account.channel == Channel::Email) {
                tryMail(account, *secret);
            } else {
                tryOther(account, secret->password);
            }
        });
}

void AccountTester::tryMail(const Account &account, const MailSecret &secret)
{
    const MailSetup setup = setupOf(account);
    auto *steps = new QObject(this); // for the signals of this trial alone
    connect(&m_services.probe, &MailProbe::began, steps,
            [this, setup](ProbeStep step) { Q_EMIT said(probeStepText(step, setup)); });
    m_services.probe.probe(setup, secret, m_stop.get_token())
        .then(this, [this, setup, steps, asked = m_stop.get_token()](const Result<ProbeReport> &report) {
            steps->deleteLater();
            if (!asked.stop_requested()) {
                end(!report             ? errorText(report.error().code)
                        : report->fault ? probeFaultText(*report->fault, setup)
                                        : tr("It works: receiving and sending."));
            }
        });
}

void AccountTester::tryOther(const Account &account, const Secret &token)
{
    Q_EMIT said(tr("Trying it…"));
    m_services.setups.tryAccount(account, token, m_stop.get_token())
        .then(this, [this, account, asked = m_stop.get_token()](const Result<Account> &tried) {
            if (!asked.stop_requested()) {
                end(tried ? tr("It works.") + u' ' + foundText(*tried)
                          : connectFaultText(account.channel, tried.error()));
            }
        });
}

void AccountTester::stop()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
}

void AccountTester::end(const QString &words)
{
    Q_EMIT said(words);
    Q_EMIT ended();
}

} // namespace aside
