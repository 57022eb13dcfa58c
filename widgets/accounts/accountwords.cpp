// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/accountwords.h"

#include "widgets/common/errortext.h"
#include "widgets/common/foldertroubletext.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace aside {

namespace {

struct AccountWords {
    Q_DECLARE_TR_FUNCTIONS(aside::AccountWords)
};

QString shown(const QString &foreign)
{
    return isolated(oneLine(foreign, 300));
}

bool isPaused(const Account &account, Instant now)
{
    return account.pause && account.pause->until > now;
}

/// What helps beside the words of the error; empty where those are enough.
QString advice(const ProbeFault &fault, const MailSetup &setup)
{
    if (fault.code == Errc::SignInRefused && setup.signIns.contains(MailSignIn::AppPassword)) {
        return AccountWords::tr("This service wants a password of its own for each program.");
    }
    if (fault.code == Errc::SignInRefused && fault.step == ProbeStep::Sending) {
        return AccountWords::tr("Receiving works with them, so perhaps sending by mail programs has to be "
                                "allowed in the settings of the mailbox.");
    }
    if (fault.code == Errc::Network || fault.code == Errc::Timeout) {
        return AccountWords::tr("If the network works, check the server's name and the port.");
    }
    if (fault.code == Errc::Tls || fault.code == Errc::Insecure) {
        return AccountWords::tr("Check the port and the encryption: each port speaks one of the two.");
    }
    return {};
}

} // namespace

QString accountLabel(const Account &account)
{
    const QString name = oneLine(account.name.isEmpty() ? account.address : account.name, 200);
    return account.name.isEmpty() || account.name == account.address
        ? name
        //: %1 is the name of an account, %2 its mail address
        : AccountWords::tr("%1 (%2)").arg(isolated(name), isolated(oneLine(account.address, 200)));
}

bool isEntered(Channel channel)
{
    return channel == Channel::Manual || channel == Channel::Phone;
}

QString accountStateLabel(const Account &account, Instant now)
{
    if (!account.isOn) {
        return AccountWords::tr("Off");
    }
    return isPaused(account, now) ? AccountWords::tr("Paused") : AccountWords::tr("On");
}

QString accountStateText(const Account &account, Instant now)
{
    if (!account.isOn) {
        return AccountWords::tr("This account is off: nothing comes and nothing goes through it.");
    }
    if (!isPaused(account, now)) {
        return AccountWords::tr("This account is on.");
    }
    if (account.pause->cause == pausedByOperator) {
        return AccountWords::tr(
            "You paused this account: nothing comes and nothing goes through it until you "
            "let it go on.");
    }
    QStringList sentences;
    sentences.append(account.pause->until == untilResumed
                         ? AccountWords::tr("This account is paused until you let it go on.")
                         //: %1 is a time
                         : AccountWords::tr("This account is paused until %1.")
                               .arg(untilLabel(account.pause->until, now)));
    sentences.append(accountFaultText(account, account.pause->cause));
    if (!account.pause->words.isEmpty()) {
        //: %1 is foreign text
        sentences.append(AccountWords::tr("The server says: %1").arg(shown(account.pause->words)));
    }
    return sentences.join(u' ');
}

QString accountStateText(const Account &account, const QList<FetchState> &fetches, Instant now)
{
    QStringList lines{accountStateText(account, now)};
    const auto fetch = std::ranges::find(fetches, account.id, &FetchState::account);
    if (fetch != fetches.cend()) {
        for (const FolderTrouble &trouble : fetch->troubles) {
            lines.append(folderTroubleText(trouble, isolated(oneLine(trouble.folder, 100))));
        }
    }
    return lines.join(u'\n');
}

bool wantsConsent(const Account &account, Errc fault)
{
    return fault == Errc::SignInRefused && account.settings.value(QStringLiteral("auth")) == u"oauth";
}

QString accountFaultText(const Account &account, Errc fault)
{
    if (wantsConsent(account, fault)) {
        return AccountWords::tr(
            "The service does not let Aside in any more: its consent was taken back, or has "
            "ended. Choose “Servers and password…” in the accounts and sign in again.");
    }
    if (fault == pausedByOperator && account.pause) {
        return AccountWords::tr("You paused it. Let it go on in the accounts.");
    }
    if (account.channel == Channel::Email || account.channel == Channel::Feed) {
        return errorText(fault);
    }
    if (fault == Errc::SignInRefused) {
        return AccountWords::tr(
            "The service does not take the token any more. Make a new one there, and choose "
            "“New token…” in the accounts.");
    }
    if (fault == Errc::SecretMissing) {
        return AccountWords::tr(
            "The token of this account is not kept on this computer. Choose “New token…” in "
            "the accounts.");
    }
    if (fault == Errc::Conflict) {
        return AccountWords::tr(
            "Another program fetches for this account, and the service gives each message to "
            "one alone. End the other program, or make a new token and use it here only.");
    }
    return errorText(fault);
}

QString probeStepText(ProbeStep step, const MailSetup &setup)
{
    switch (step) {
    case ProbeStep::Receiving:
        //: %1 is the name of a server
        return AccountWords::tr("Signing in at %1 to receive…").arg(shown(setup.imap.host));
    case ProbeStep::Sending:
        //: %1 is the name of a server
        return AccountWords::tr("Signing in at %1 to send…").arg(shown(setup.smtp.host));
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString probeFaultText(const ProbeFault &fault, const MailSetup &setup)
{
    QStringList sentences;
    sentences.append(
        fault.step == ProbeStep::Receiving
            //: %1 is the name of a server
            ? AccountWords::tr("Receiving from %1 does not work.").arg(shown(setup.imap.host))
            //: %1 is the name of a server
            : AccountWords::tr("Receiving works, sending through %1 does not.").arg(shown(setup.smtp.host)));
    sentences.append(errorText(fault.code));
    sentences.append(advice(fault, setup));
    if (!fault.words.isEmpty()) {
        sentences.append(AccountWords::tr("The server says: %1").arg(shown(fault.words)));
    }
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString setupOriginText(const MailSetup &setup, const QString &address)
{
    const QString domain = shown(mailDomain(address));
    const QString service = shown(setup.provider);
    switch (setup.origin) {
    case SetupOrigin::Table:
        //: %1 is the name of a mail service
        return AccountWords::tr("Aside knows the servers of %1.").arg(service);
    case SetupOrigin::Provider:
        //: %1 is a domain
        return AccountWords::tr("The web site of %1 names these servers.").arg(domain);
    case SetupOrigin::ServiceRecords:
        //: %1 is a domain
        return AccountWords::tr("The name server of %1 names these servers.").arg(domain);
    case SetupOrigin::Exchanger:
        //: %1 is a domain, %2 the name of a mail service
        return AccountWords::tr("The mail of %1 seems to be with %2.").arg(domain, service);
    case SetupOrigin::Guess:
        //: %1 is a domain
        return AccountWords::tr("Nobody says which servers %1 has; these answer under the usual names.")
            .arg(domain);
    case SetupOrigin::Operator:
        return AccountWords::tr("Fill in the servers as your mail service names them.");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString notFoundText(Errc code, const QString &address)
{
    if (code == Errc::Insecure) {
        //: %1 is a domain
        return AccountWords::tr("The servers that %1 names work without encryption, so Aside does not use "
                                "them. If you know others, fill them in.")
            .arg(shown(mailDomain(address)));
    }
    if (code == Errc::NotFound) {
        //: %1 is a domain
        return AccountWords::tr("Nobody says which servers %1 has. Fill them in as your mail service names "
                                "them.")
            .arg(shown(mailDomain(address)));
    }
    return errorText(code);
}

QString setupHint(const MailSetup &setup)
{
    const QString language = QLocale().name().section(u'_', 0, 0);
    return setup.hints.value(language, setup.hints.value(QStringLiteral("en")));
}

} // namespace aside
