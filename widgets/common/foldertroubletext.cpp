// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/foldertroubletext.h"

#include "widgets/common/errortext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace aside {

namespace {

struct FolderTroubleText {
    Q_DECLARE_TR_FUNCTIONS(aside::FolderTroubleText)
};

} // namespace

QString folderTroubleText(const FolderTrouble &trouble, const QString &folder)
{
    if (trouble.fault == Errc::NotFound) {
        //: %1 is the name of a folder at the mail server
        return FolderTroubleText::tr("The folder “%1” is not at the server.").arg(folder);
    }
    if (trouble.fault) {
        //: %1 is the name of a folder at the mail server, %2 a sentence that says why
        return FolderTroubleText::tr("The folder “%1” could not be fetched and is tried again: %2")
            .arg(folder, errorText(*trouble.fault));
    }
    const auto count = static_cast<int>(std::min<qint64>(trouble.unread, std::numeric_limits<int>::max()));
    //: %1 is the name of a folder at the mail server
    return FolderTroubleText::tr(
               "%n letter(s) in the folder “%1” cannot be read. They stay at the server, and "
               "Aside tries again the next time it starts.",
               nullptr, count)
        .arg(folder);
}

} // namespace aside
