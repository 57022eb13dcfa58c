// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/sync/folderrun.h"
#include "app/channels/email/sync/mailbatch.h"

#include <QCoroTask>

#include <deque>
#include <optional>

namespace aside::mail {

/// A batch, and what of the folder is done once it is applied.
struct Planned {
    MailBatch batch;
    imap::UidSet covers;
};

/// What is still to be fetched of a folder, the newest first, cut into batches. Lives in the frame of the
/// run's flow, as the run does.
class FolderSupply
{
public:
    using Next = std::optional<Planned>;

    FolderSupply(FolderRun &run, imap::UidSet missing);

    /// None where all is planned. Errors are those of the session, and Cancelled.
    [[nodiscard]] QCoro::Task<Result<Next>> next();
    /// Asks for the sizes of more messages before they are needed.
    void askAhead();

private:
    /// Messages whose sizes were asked for.
    struct Asked {
        imap::UidSet window;
        QFuture<Result<QList<imap::Fetched>>> sizes;
    };

    void plan(const imap::UidSet &window, const QList<imap::Fetched> &sizes);

    FolderRun &m_run;
    imap::UidSet m_missing; ///< of which nothing was asked
    std::optional<Asked> m_asked;
    std::deque<Planned> m_planned;
};

} // namespace aside::mail
