// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/upgrade.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace aside {

class AccountStore;
class ChangeFeed;
class CheckStore;
class Clock;
class ConsentStore;
class ConversationStore;
class DispatchStore;
class DraftStore;
class Maintenance;
class LeftPartStore;
class MessageSink;
class MoveStore;
class OutboxStore;
class PersonRecords;
class PersonStore;
class HolidayCalendar;
class PromiseStore;
class ReplyClockStore;
class SearchIndex;

/// How a program means to use a profile.
enum class ProfileAccess {
    ReadWrite, ///< takes the profile's lock; Errc::ProfileInUse where another program has it
    ReadOnly, ///< looks on beside whoever has the lock; changes nothing, creates nothing
};

enum class Encryption { Encrypted, Plain };

struct ProfileOptions {
    QString directory;
    ProfileAccess access = ProfileAccess::ReadWrite;
    Encryption encryption = Encryption::Encrypted; ///< only for a profile that is being made
    EarlierVersion earlier = EarlierVersion::Upgrade; ///< ProfileUpgrade does it away from the main thread
};

/// One open profile directory and everything behind it: lock, key, database threads, stores. The window and
/// the command line share it. Made and destroyed on the main thread; closing finishes what was handed in.
class Profile
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Profile>> open(const ProfileOptions &options);
    ~Profile();
    Profile(const Profile &) = delete;
    Profile &operator=(const Profile &) = delete;

    [[nodiscard]] QString directory() const;
    [[nodiscard]] ConversationStore &conversations();
    [[nodiscard]] DraftStore &drafts();
    [[nodiscard]] OutboxStore &outbox();
    [[nodiscard]] DispatchStore &dispatch();
    [[nodiscard]] AccountStore &accounts();
    [[nodiscard]] PersonStore &persons();
    [[nodiscard]] PersonRecords &personRecords();
    [[nodiscard]] PromiseStore &promises();
    [[nodiscard]] ReplyClockStore &replyClock();
    [[nodiscard]] ConsentStore &consents();
    [[nodiscard]] CheckStore &checks();
    [[nodiscard]] MoveStore &moves();
    [[nodiscard]] SearchIndex &search();
    [[nodiscard]] MessageSink &sink();
    [[nodiscard]] LeftPartStore &leftParts();
    [[nodiscard]] Maintenance &maintenance();
    [[nodiscard]] ChangeFeed &changes();
    [[nodiscard]] const Clock &clock() const;
    [[nodiscard]] const HolidayCalendar &holidays() const;

    /// Our own mail addresses from settings.toml ("me@shop.example" or "@shop.example" for a whole domain).
    [[nodiscard]] QStringList ownAddresses() const;
    [[nodiscard]] Result<void> setOwnAddresses(const QStringList &addresses);

private:
    struct Parts;
    explicit Profile(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

/// --profile, else ASIDE_PROFILE, else the place the system has for it.
[[nodiscard]] QString profileDirectory(const QString &option);

} // namespace aside
