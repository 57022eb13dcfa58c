// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/privacy/arrivalwords.h"

#include "widgets/common/foreigntext.h"

#include <QCoreApplication>
#include <QStringList>

namespace aside {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(aside::ArrivalWords)
};

constexpr qsizetype longestName = 60;

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

QString arrivedWords(const ArrivalProposal &proposal)
{
    return proposal.move.waitingText.trimmed().isEmpty()
        ? Words::tr("Both conversations are one story now.")
        : Words::tr("Both conversations are one story now. The private message is on its way.");
}

} // namespace aside
