// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/realbackend.h"

#include "app/applicationchannels.h"
#include "app/channels/email/oauth/keptsignins.h"
#include "app/channels/email/probe/liveprobe.h"
#include "app/platform/profilesecrets.h"
#include "app/platform/terminal.h"
#include "app/spelling/sonnetspelling.h"

#include <QNetworkAccessManager>

#include <utility>

namespace aside::cli {

namespace {

class ProfileSession final : public Session
{
public:
    ProfileSession(std::unique_ptr<Profile> profile, PassphraseSource &passphrases,
                   const mail::MailEdge &mail)
        : m_profile(std::move(profile))
        , m_secrets(m_profile->directory(), passphrases)
        , m_signIns(m_secrets, {.mail = mail, .network = &m_network}, m_profile->clock())
        , m_edges{.signIns = m_signIns,
                  .clock = m_profile->clock(),
                  .mailEdge = mail,
                  .ownAddresses = m_profile->ownAddresses()}
        , m_probe(m_edges.mailEdge)
        , m_channels(makeChannels(m_edges))
    {
    }

    [[nodiscard]] ConversationStore &conversations() override { return m_profile->conversations(); }
    [[nodiscard]] DraftStore &drafts() override { return m_profile->drafts(); }
    [[nodiscard]] OutboxStore &outbox() override { return m_profile->outbox(); }
    [[nodiscard]] DispatchStore &dispatch() override { return m_profile->dispatch(); }
    [[nodiscard]] ChangeFeed &changes() override { return m_profile->changes(); }
    [[nodiscard]] MoveStore &moves() override { return m_profile->moves(); }
    [[nodiscard]] CheckStore &checks() override { return m_profile->checks(); }
    [[nodiscard]] PersonStore &persons() override { return m_profile->persons(); }
    [[nodiscard]] PersonRecords &personRecords() override { return m_profile->personRecords(); }
    [[nodiscard]] ConsentStore &consents() override { return m_profile->consents(); }
    [[nodiscard]] PromiseStore &promises() override { return m_profile->promises(); }
    [[nodiscard]] SearchIndex &search() override { return m_profile->search(); }
    [[nodiscard]] MessageSink &sink() override { return m_profile->sink(); }
    [[nodiscard]] Maintenance &maintenance() override { return m_profile->maintenance(); }
    [[nodiscard]] AccountStore &accounts() override { return m_profile->accounts(); }
    [[nodiscard]] SecretStore &secrets() override { return m_secrets; }
    [[nodiscard]] const ChannelRegistry &channels() override { return m_channels; }
    [[nodiscard]] QFuture<Result<SignInTrial>> trySigningIn(const Account &account) override
    {
        return aside::trySigningIn(account, m_signIns, m_probe);
    }
    [[nodiscard]] const Clock &clock() const override { return m_profile->clock(); }
    [[nodiscard]] QStringList ownAddresses() const override { return m_profile->ownAddresses(); }
    [[nodiscard]] Result<void> setOwnAddresses(const QStringList &addresses) override
    {
        return m_profile->setOwnAddresses(addresses);
    }

private:
    std::unique_ptr<Profile> m_profile;
    ProfileSecrets m_secrets;
    QNetworkAccessManager m_network; ///< for tokens
    mail::KeptSignIns m_signIns;
    ChannelEdges m_edges;
    mail::LiveProbe m_probe;
    ChannelRegistry m_channels;
};

} // namespace

RealBackend::RealBackend(PassphraseSource *person, mail::MailEdge mail)
    : m_passphrases(person)
    , m_mail(std::move(mail))
{
}

Result<std::unique_ptr<Session>> RealBackend::openProfile(const ProfileOptions &options)
{
    return Profile::open(options).transform(
        [this](std::unique_ptr<Profile> profile) -> std::unique_ptr<Session> {
            return std::make_unique<ProfileSession>(std::move(profile), m_passphrases, m_mail);
        });
}

Result<Secret> RealBackend::askSecret(const QString &question)
{
    return askAtTerminal(question);
}

QString RealBackend::profileDirectory(const QString &option) const
{
    return aside::profileDirectory(option);
}

Result<std::unique_ptr<ImportSource>> RealBackend::openSource(const QString &path,
                                                              const ImportOptions &options)
{
    return openImport(path, options);
}

std::unique_ptr<SpellChecker> RealBackend::makeSpelling() const
{
    return std::make_unique<SonnetSpelling>();
}

} // namespace aside::cli
