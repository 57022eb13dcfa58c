// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/privacy/arrivalwords.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace aside {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(aside::ArrivalWords)
};

constexpr qsizetype longestName = 60;
constexpr qsizetype longestSubject = 80;

QString nameOf(const ArrivalProposal &proposal)
{
    const QString name = oneLine(proposal.personName, longestName);
    return name.isEmpty() ? Words::tr("somebody without a name") : isolated(name);
}

/// Who it may be, and why.
QString sightWords(const ArrivalProposal &proposal)
{
    const QString name = nameOf(proposal);
    switch (proposal.sign) {
    case ArrivalSign::LinkAndHandle:
        //: %1 is a customer's name
        return Words::tr(
                   "This seems to be %1, whom a public line asked to write here: by its link, and from the "
                   "address that we know.")
            .arg(name);
    case ArrivalSign::Link:
        //: %1 is a customer's name
        return Words::tr("Somebody came by the link in the public line to %1, from an address that we do not "
                         "know. Everybody can read that link: make sure that it is them.")
            .arg(name);
    case ArrivalSign::Handle:
        //: %1 is a customer's name
        return Words::tr(
                   "This seems to be %1, whom a public line asked to write here: from the address that we "
                   "know, without its link.")
            .arg(name);
    case ArrivalSign::Nothing:
        //: %1 is a customer's name
        return Words::tr("Nothing says that this is %1, whom a public line asked to write: make sure that it "
                         "is them.")
            .arg(name);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QString arrivalWords(const ArrivalProposal &proposal)
{
    QStringList sentences{sightWords(proposal)};
    if (!proposal.move.waitingText.trimmed().isEmpty()) {
        sentences.append(Words::tr("With your yes the private message that waits for them is sent."));
    }
    if (proposal.areTwo()) {
        sentences.append(Words::tr("Both addresses are then kept as one person."));
    }
    return sentences.join(u' ');
}

QString expectedWords(const ArrivalProposal &proposal, Instant now)
{
    //: in a list: %1 is a time or a date
    const QString asked = Words::tr("asked %1").arg(whenLabel(proposal.move.startedAt, now));
    const QString subject = oneLine(proposal.subject, longestSubject);
    const QString who = QStringLiteral("%1 · %2").arg(nameOf(proposal), asked);
    return subject.isEmpty() ? who : QStringLiteral("%1 · %2").arg(who, isolated(subject));
}

QString arrivedWords(const ArrivalProposal &proposal)
{
    return proposal.move.waitingText.trimmed().isEmpty()
        ? Words::tr("Both conversations are one story now.")
        : Words::tr("Both conversations are one story now. The private message is on its way.");
}

} // namespace aside
