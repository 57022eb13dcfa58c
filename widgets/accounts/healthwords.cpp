// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/healthwords.h"

#include "widgets/accounts/accountwords.h"
#include "widgets/common/foldertroubletext.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"

#include <QCoreApplication>

namespace aside {

namespace {

struct HealthWords {
    Q_DECLARE_TR_FUNCTIONS(aside::HealthWords)
};

/// Telegram's limits are those of single chats.
QString bucketName(const QString &bucket)
{
    if (bucket == u"requests") {
        //: A limit of a service, for all that is asked of it
        return HealthWords::tr("All requests");
    }
    if (bucket == u"media") {
        //: A limit of a service, for files that are sent to it
        return HealthWords::tr("Files");
    }
    const QString chat = QStringLiteral("chat ");
    return bucket.startsWith(chat)
        //: A limit; %1 is the number of a chat
        ? HealthWords::tr("Messages to chat %1").arg(isolated(oneLine(bucket.sliced(chat.size()), 60)))
        : isolated(oneLine(bucket, 60));
}

QString rateText(const RateLeft &rate, Instant now)
{
    const bool waits = rate.left == 0 && rate.until && *rate.until > now;
    if (rate.bucket.isEmpty()) {
        return waits
            //: %1 is a time
            ? HealthWords::tr("The service asked to wait: nothing goes before %1.")
                  .arg(untilLabel(*rate.until, now))
            : HealthWords::tr("%n request(s) can go now.", nullptr, rate.left);
    }
    const QString bucket = bucketName(rate.bucket);
    return waits
        //: %1 is what is limited, as the service calls it, %2 a time
        ? HealthWords::tr("%1: nothing goes before %2.").arg(bucket, untilLabel(*rate.until, now))
        //: %1 is what is limited, as the service calls it
        : HealthWords::tr("%1: %n request(s) can go now.", nullptr, rate.left).arg(bucket);
}

} // namespace

QString lastFetchText(const FetchState &state, Instant now)
{
    if (state.isFetching) {
        return HealthWords::tr("It is being fetched for right now.");
    }
    if (!state.fetchedAt) {
        return HealthWords::tr("Nothing was fetched since Aside started.");
    }
    //: %1 is a time or a date
    return HealthWords::tr("%1: %n new message(s).", nullptr, static_cast<int>(state.brought))
        .arg(whenLabel(*state.fetchedAt, now));
}

QString listeningText(const FetchState &state, Instant now)
{
    QStringList sentences{state.isListening
                              ? HealthWords::tr("The service says by itself when something comes.")
                              : HealthWords::tr("The service is asked from time to time.")};
    if (state.nextAt && *state.nextAt > now) {
        //: %1 is a time
        sentences.append(HealthWords::tr("It is asked again at %1.").arg(untilLabel(*state.nextAt, now)));
    }
    return sentences.join(u' ');
}

QString ratesText(const FetchState &state, Instant now)
{
    QStringList lines;
    for (const RateLeft &rate : state.rates) {
        lines.append(rateText(rate, now));
    }
    return lines.isEmpty() ? HealthWords::tr("Nothing holds it back.") : lines.join(u'\n');
}

QString troubleText(const Account &account, const FetchState &state)
{
    QStringList lines;
    if (state.fault) {
        lines.append(accountFaultText(account, *state.fault));
    }
    for (const FolderTrouble &trouble : state.troubles) {
        lines.append(folderTroubleText(trouble, isolated(oneLine(trouble.folder, 100))));
    }
    return lines.isEmpty() ? HealthWords::tr("None.") : lines.join(u'\n');
}

} // namespace aside
