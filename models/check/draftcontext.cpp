// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/draftcontext.h"

#include "models/templates/templatecatalog.h"

namespace aside {

namespace {

TemplateUse useOf(const UsedTemplate &used, const TemplateCatalog *catalog)
{
    TemplateUse use{.id = used.id,
                    .rendered = used.rendered,
                    .reasons = {},
                    .unchangedInARow = used.unchangedInARow,
                    .sameToThisPerson = used.wentToThisPerson};
    if (const auto *known = catalog ? catalog->find(use.id) : nullptr) {
        use.reasons = known->reasons;
    }
    return use;
}

} // namespace

PersonFacts factsOf(const PersonCard &card)
{
    PersonFacts facts{.name = card.name, .phones = {}, .mails = {}, .consents = card.consents};
    for (const auto &handle : card.handles) {
        if (handle.channel == Channel::Phone) {
            facts.phones.append(handle.shown);
        } else if (handle.channel == Channel::Email) {
            facts.mails.append(handle.shown);
        }
        facts.doNotContact = facts.doNotContact || handle.isBlocked;
    }
    return facts;
}

CheckContext contextOf(const DraftFacts &facts, const CheckProfile &profile, const TemplateCatalog *catalog)
{
    CheckContext made;
    made.text = facts.text;
    made.files = facts.files;
    made.channel = facts.channel;
    made.audience = facts.audience;
    made.capabilities = profile.capabilitiesOn(facts.channel);
    made.language = facts.language;
    made.person = facts.person;
    made.account = profile.accountOn(facts.channel);
    if (facts.checks.used) {
        made.usedTemplate = useOf(*facts.checks.used, catalog);
    }
    for (const auto &given : facts.checks.reasons) {
        made.reasons.insert(given.fingerprint, given.reason);
    }
    made.switchedOff = facts.checks.switchedOff;
    return made;
}

} // namespace aside
