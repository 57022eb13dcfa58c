// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/threadfacts.h"
#include "models/core/clock.h"
#include "models/domain/channelcapabilities.h"
#include "models/domain/consent.h"
#include "models/domain/draft.h"
#include "models/domain/finding.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace aside {

class SpellChecker;

/// The identity that replies.
struct AccountFacts {
    QString name; ///< how the channel shows it, "@brand"
    QStringList companyNames; ///< "Лавка Север", without the legal form
    QStringList hosts; ///< the company's own sites, without "www."
    QString region = QStringLiteral("RU"); ///< ISO 3166: phone numbers without a country are read so
    bool isOfficial = true; ///< marked as the company's
    bool wantsHelperMark = false; ///< several people write under this name, each leaves a mark ("^AB")

    bool operator==(const AccountFacts &) const = default;
};

/// The customer, as far as rules ask.
struct PersonFacts {
    QString name; ///< foreign text
    QStringList phones;
    QStringList mails;
    QList<Consent> consents;
    int approaches = 0; ///< attempts to move this talk to private that were not answered
    bool doNotContact = false;
    bool isKnown = true; ///< false: nothing of this was looked up, and rules that need it are silent

    bool operator==(const PersonFacts &) const = default;
};

/// The template the draft began with.
struct TemplateUse {
    QString id; ///< path below templates/, without ".md"
    QString rendered; ///< as it was put into the draft
    QHash<QString, QString> reasons; ///< rule → standing reason
    int unchangedInARow = 0; ///< how many persons before this one got it word for word
    bool sameToThisPerson = false; ///< this person got it already

    bool operator==(const TemplateUse &) const = default;
};

/// What the team set. Levels are looked up from the most special to the most general.
struct CheckSettings {
    /// "rule", "rule@vk", "rule@public", "rule@vk/public" → severity; nothing: off.
    QHash<QString, std::optional<Severity>> levels;
    double leastSubstance = 0.5;
    int mostApproaches = 2;
    QStringList dictionary; ///< words of the team that are spelt right

    bool operator==(const CheckSettings &) const = default;
};

/// What the draft is about to do, beside being a text.
enum class Intent : quint8 { Reply, DirectMessage, Call, Mailing };

/// All that rules may ask. Plain values: goes to any thread. What a caller does not know stays empty, and
/// rules that need it are silent.
struct CheckContext {
    QString text;
    QList<DraftAttachment> files;
    Channel channel = Channel::Email;
    Audience audience = Audience::Private;
    Intent intent = Intent::Reply;
    ChannelCapabilities capabilities; ///< capabilitiesOf(channel), or what the account knows better
    QString language; ///< "ru", "en"; empty: told from the thread, then from the text
    std::shared_ptr<const ThreadFacts>
        thread; ///< shared with every check of this thread; null: nothing known
    PersonFacts person;
    AccountFacts account;
    std::optional<TemplateUse> usedTemplate;
    std::shared_ptr<const CheckSettings> settings; ///< shared by all checks; null: as delivered
    QHash<QString, QString> reasons; ///< fingerprint → the operator's reason
    QStringList switchedOff; ///< rules that are off for this draft
    Instant now{};
    std::optional<Instant> windowEnds; ///< when the channel's reply window closes
    const SpellChecker *spelling = nullptr; ///< null: no spelling
    bool isTemplate = false; ///< a template, with its tags, is checked on its own
};

} // namespace aside
