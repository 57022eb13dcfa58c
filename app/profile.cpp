// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/profile.h"

#include "app/platform/countryholidays.h"
#include "app/platform/profilelock.h"
#include "app/platform/settings.h"
#include "app/platform/systemclock.h"
#include "app/profilechecks.h"
#include "app/profileentrance.h"
#include "app/storage/stores.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <optional>

namespace aside {

/// Adds to the storage's checks what only the whole profile can know.
class ProfileMaintenance final : public Maintenance
{
public:
    ProfileMaintenance(Maintenance &storage, QString directory)
        : m_storage(storage)
        , m_directory(std::move(directory))
    {
    }

    QFuture<Result<QList<CheckResult>>> examine(Repair repair) override
    {
        return m_storage.examine(repair).then(
            [directory = m_directory, repair](Result<QList<CheckResult>> results) {
                if (results) {
                    results->append(examineDirectory(directory, repair));
                }
                return results;
            });
    }

private:
    Maintenance &m_storage;
    QString m_directory;
};

struct Profile::Parts {
    QString directory;
    SystemClock clock;
    CountryHolidays holidays;
    std::optional<ProfileLock> lock;
    std::unique_ptr<SqliteStores> stores;
    std::unique_ptr<ProfileMaintenance> maintenance;
};

Profile::Profile(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Profile::~Profile() = default;

Result<std::unique_ptr<Profile>> Profile::open(const ProfileOptions &options)
{
    if (const Result<void> ready = prepareProfileDirectory(options); !ready) {
        return std::unexpected(ready.error());
    }
    auto parts = std::make_unique<Parts>();
    parts->directory = options.directory;
    if (options.access == ProfileAccess::ReadWrite) {
        Result<ProfileLock> lock = ProfileLock::acquire(options.directory);
        if (!lock) {
            return std::unexpected(lock.error());
        }
        parts->lock = std::move(*lock);
    }
    const Result<Secret> key = profileKey(options);
    if (!key) {
        return std::unexpected(key.error());
    }
    const Access access = options.access == ProfileAccess::ReadWrite ? Access::ReadWrite : Access::ReadOnly;
    Result<std::unique_ptr<SqliteStores>> stores = SqliteStores::open(
        {.directory = options.directory,
         .key = *key,
         .access = access,
         .earlier = options.earlier,
         .hours = readSettings(options.directory).value_or(Settings{}).preferences.workingHours},
        parts->clock);
    if (!stores) {
        return std::unexpected(stores.error());
    }
    parts->stores = std::move(*stores);
    parts->maintenance = std::make_unique<ProfileMaintenance>(*parts->stores, options.directory);
    return std::unique_ptr<Profile>(new Profile(std::move(parts)));
}

QString Profile::directory() const
{
    return m_parts->directory;
}

const HolidayCalendar &Profile::holidays() const
{
    return m_parts->holidays;
}

ConversationStore &Profile::conversations()
{
    return *m_parts->stores;
}

DraftStore &Profile::drafts()
{
    return *m_parts->stores;
}

OutboxStore &Profile::outbox()
{
    return *m_parts->stores;
}

AccountStore &Profile::accounts()
{
    return *m_parts->stores;
}

DispatchStore &Profile::dispatch()
{
    return *m_parts->stores;
}

PersonStore &Profile::persons()
{
    return *m_parts->stores;
}

PersonRecords &Profile::personRecords()
{
    return *m_parts->stores;
}

PromiseStore &Profile::promises()
{
    return *m_parts->stores;
}

ReplyClockStore &Profile::replyClock()
{
    return *m_parts->stores;
}

ConsentStore &Profile::consents()
{
    return *m_parts->stores;
}

CheckStore &Profile::checks()
{
    return *m_parts->stores;
}

MoveStore &Profile::moves()
{
    return *m_parts->stores;
}

SearchIndex &Profile::search()
{
    return *m_parts->stores;
}

MessageSink &Profile::sink()
{
    return *m_parts->stores;
}

LeftPartStore &Profile::leftParts()
{
    return *m_parts->stores;
}

Maintenance &Profile::maintenance()
{
    return *m_parts->maintenance;
}

ChangeFeed &Profile::changes()
{
    return m_parts->stores->changes();
}

const Clock &Profile::clock() const
{
    return m_parts->clock;
}

QStringList Profile::ownAddresses() const
{
    return readSettings(m_parts->directory).value_or(Settings{}).ownAddresses;
}

Result<void> Profile::setOwnAddresses(const QStringList &addresses)
{
    return writeOwnAddresses(m_parts->directory, addresses);
}

QString profileDirectory(const QString &option)
{
    const QString asked = option.isEmpty() ? qEnvironmentVariable("ASIDE_PROFILE") : option;
    if (!asked.isEmpty()) {
        return QFileInfo(asked).absoluteFilePath();
    }
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/aside");
}

} // namespace aside
