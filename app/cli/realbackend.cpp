// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/realbackend.h"

#include "app/spelling/sonnetspelling.h"

#include <utility>

namespace aside::cli {

namespace {

class ProfileSession final : public Session
{
public:
    explicit ProfileSession(std::unique_ptr<Profile> profile)
        : m_profile(std::move(profile))
    {
    }

    [[nodiscard]] ConversationStore &conversations() override { return m_profile->conversations(); }
    [[nodiscard]] DraftStore &drafts() override { return m_profile->drafts(); }
    [[nodiscard]] OutboxStore &outbox() override { return m_profile->outbox(); }
    [[nodiscard]] CheckStore &checks() override { return m_profile->checks(); }
    [[nodiscard]] PersonStore &persons() override { return m_profile->persons(); }
    [[nodiscard]] SearchIndex &search() override { return m_profile->search(); }
    [[nodiscard]] MessageSink &sink() override { return m_profile->sink(); }
    [[nodiscard]] Maintenance &maintenance() override { return m_profile->maintenance(); }
    [[nodiscard]] const Clock &clock() const override { return m_profile->clock(); }
    [[nodiscard]] QStringList ownAddresses() const override { return m_profile->ownAddresses(); }
    [[nodiscard]] Result<void> setOwnAddresses(const QStringList &addresses) override
    {
        return m_profile->setOwnAddresses(addresses);
    }

private:
    std::unique_ptr<Profile> m_profile;
};

} // namespace

Result<std::unique_ptr<Session>> RealBackend::openProfile(const ProfileOptions &options)
{
    return Profile::open(options).transform([](std::unique_ptr<Profile> profile) -> std::unique_ptr<Session> {
        return std::make_unique<ProfileSession>(std::move(profile));
    });
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
