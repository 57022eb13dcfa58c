// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/profilelock.h"

#include <QFile>
#include <QLockFile>

#include <utility>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace aside {

ProfileLock::ProfileLock() = default;

ProfileLock::ProfileLock(ProfileLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_file(std::move(other.m_file))
{
}

ProfileLock &ProfileLock::operator=(ProfileLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_file, other.m_file);
    return *this;
}

#ifdef Q_OS_UNIX

Result<ProfileLock> ProfileLock::acquire(const QString &directory)
{
    const QByteArray path = QFile::encodeName(directory + QStringLiteral("/lock"));
    ProfileLock lock;
    lock.m_descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock.m_descriptor < 0) {
        switch (errno) {
        case EROFS:
            return fail(Errc::ReadOnly, QStringLiteral("the profile is on a read-only disk"));
        case ENOSPC:
        case EDQUOT:
            return fail(Errc::DiskFull, QStringLiteral("no room for the lock"));
        case EACCES:
        case EPERM:
            return fail(Errc::NoPermission, QStringLiteral("the lock cannot be opened"));
        default:
            return fail(Errc::Io, QStringLiteral("open of the lock: errno %1").arg(errno));
        }
    }
    if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        return fail(errno == EWOULDBLOCK ? Errc::ProfileInUse : Errc::Io,
                    QStringLiteral("errno %1").arg(errno));
    }
    return lock;
}

ProfileLock::~ProfileLock()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor); // and with it the lock
    }
}

#else

Result<ProfileLock> ProfileLock::acquire(const QString &directory)
{
    ProfileLock lock;
    lock.m_file = std::make_unique<QLockFile>(directory + QStringLiteral("/lock"));
    lock.m_file->setStaleLockTime(0);
    if (!lock.m_file->tryLock(0)) {
        switch (lock.m_file->error()) {
        case QLockFile::LockFailedError:
            return fail(Errc::ProfileInUse);
        case QLockFile::PermissionError:
            return fail(Errc::NoPermission);
        default:
            return fail(Errc::Io);
        }
    }
    return lock;
}

ProfileLock::~ProfileLock() = default;

#endif

} // namespace aside
