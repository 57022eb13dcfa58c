// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/checkprofile.h"
#include "models/check/checkrunner.h"
#include "models/clock/workcalendar.h"
#include "models/domain/conversation.h"
#include "models/domain/template.h"
#include "models/privacy/moveplanner.h"
#include "models/privacy/privatetalk.h"
#include "models/promises/promisefinder.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace aside {

class TemplateCatalog;

/// A talk goes on in private, or ends in public what went on there.
enum class MoveAim : quint8 { Begin, Close };

/// What is asked when a talk is to go on in private. Plain values: goes to any thread.
struct MoveQuestion {
    ConversationId conversation; ///< the public one
    CheckProfile profile;
    QStringList phraseFolders; ///< beside the phrases that come with Aside
    /// One's own first, then the delivered ones, which stand in where a kind of text is missing. Shared with
    /// whoever shows templates; none is null.
    QList<std::shared_ptr<const TemplateCatalog>> catalogs;
    WorkCalendar calendar{WorkingHours{}}; ///< the team's: of dates in the texts
    MoveAim aim = MoveAim::Begin;
};

/// One half in words.
struct WrittenHalf {
    MoveHalf half;
    QString templateId; ///< empty: there is no template for it, and no text
    QString text; ///< what the template lacks stays a gap
    QList<FoundPromise> promises{}; ///< the dates it gives
    std::optional<TemplateProblem>
        problem{}; ///< why the template cannot be filled in; the text is empty then
    ConversationRow row{}; ///< the talk that it is said in, as far as there is one yet
    CheckJob check{}; ///< what it is checked with before it leaves
};

/// A move as it is proposed to the operator.
struct PreparedMove {
    Thread thread; ///< the public one
    PrivateMoveFacts facts;
    PrivateMovePlan plan;
    QString language; ///< "ru" or "en": what the person writes, else English
    QString by; ///< the operator
    std::optional<WrittenHalf> publicHalf{};
    std::optional<WrittenHalf> privateHalf{};
    QStringList afterwards{}; ///< ids of templates for plan.afterwards; empty where there is none
    QString payload{}; ///< what the link in the public half carries
};

/// The link of the public half carries from now on who was invited, where the channel hands that back.
void putPayload(PreparedMove &move);

/// The move as it is proposed, with the texts as they were drafted; what was edited, the terms and what goes
/// along is for the caller to put in.
[[nodiscard]] MoveOrder orderOf(const PreparedMove &move);

} // namespace aside
