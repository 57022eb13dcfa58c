// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/exitcodes.h"

#include "app/cli/words.h"

namespace aside::cli {

QString exitCodeText(ExitCode code)
{
    switch (code) {
    case ExitCode::Ok:
        return Words::tr("done");
    case ExitCode::Failed:
        return Words::tr("something failed (disk error, conflict, bad settings)");
    case ExitCode::Usage:
        return Words::tr("wrong usage");
    case ExitCode::NotFound:
        return Words::tr("no such file, conversation, attachment or profile");
    case ExitCode::ProfileInUse:
        return Words::tr("another program has the profile open");
    case ExitCode::NoPermission:
        return Words::tr("no permission, or a place that cannot be written");
    case ExitCode::BadInput:
        return Words::tr("the input is empty, broken or of an unknown format");
    case ExitCode::DiskFull:
        return Words::tr("the disk is full");
    case ExitCode::BadDatabase:
        return Words::tr("the database is newer, damaged or not ours");
    case ExitCode::KeyMissing:
        return Words::tr("the key of the profile, a password or the passphrase is missing or wrong");
    case ExitCode::Cancelled:
        return Words::tr("stopped by Ctrl+C; what came in is kept");
    case ExitCode::Unhealthy:
        return Words::tr("doctor found damage that remains");
    case ExitCode::Network:
        return Words::tr("a server cannot be reached, is not trusted, or refuses");
    case ExitCode::Unanswered:
        return Words::tr("the reply check has problems or questions without an answer; nothing was sent");
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace aside::cli
