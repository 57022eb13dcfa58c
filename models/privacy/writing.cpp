// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/writing.h"

#include "models/privacy/consentnow.h"

namespace aside {

bool mayWrite(const WritingFacts &facts)
{
    if (facts.isBlocked && !facts.hasWritten) {
        return false;
    }
    const bool isCall = facts.channel == Channel::Phone;
    const ConsentQuestion question{.to = isCall ? ConsentTo::Phone : ConsentTo::DirectMessage,
                                   .channel = facts.channel,
                                   .handle = facts.handle};
    switch (consentNow(facts.consents, question, facts.now)) {
    case ConsentState::Given:
        return true;
    case ConsentState::None:
    case ConsentState::Asked:
        return !isCall || facts.hasWritten;
    case ConsentState::Refused:
    case ConsentState::Revoked:
        break;
    }
    const auto said = lastSaid(facts.consents, question);
    return facts.hasWritten && said && facts.lastWroteAt >= said->at;
}

} // namespace aside
