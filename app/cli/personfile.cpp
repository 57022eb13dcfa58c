// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/personfile.h"

#include "app/cli/consentshapes.h"
#include "app/cli/context.h"
#include "app/cli/personshapes.h"
#include "app/cli/shapes.h"
#include "models/ports/consentstore.h"
#include "models/ports/conversationstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/outboxstore.h"
#include "models/ports/personrecords.h"

#include <QJsonArray>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

/// As "promise list" names it.
QLatin1StringView stateOf(const Promise &promise)
{
    if (promise.isOpen()) {
        return "open"_L1;
    }
    switch (promise.end) {
    case PromiseEnd::Kept:
        return "kept"_L1;
    case PromiseEnd::Moved:
        return "moved"_L1;
    case PromiseEnd::Undone:
        return "undone"_L1;
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonObject promiseJson(const Promise &promise)
{
    return {
        {u"id"_s, promise.id.value},
        {u"conversation"_s, promise.conversation.value},
        {u"words"_s, promise.words},
        {u"made"_s, utcText(promise.madeAt)},
        {u"due"_s, utcText(promise.dueAt)},
        {u"state"_s, QString(stateOf(promise))},
        {u"ended"_s, promise.isOpen() ? QJsonValue(QJsonValue::Null) : QJsonValue(utcText(promise.keptAt))}};
}

/// Gathers all that is kept of one person.
class Gathering
{
public:
    Gathering(const PersonSources &sources, PersonId person)
        : m_from(sources)
        , m_person(person)
    {
    }

    Result<QJsonObject> all()
    {
        return gatherPerson()
            .and_then([this] { return gatherLedger(); })
            .and_then([this] { return gatherTalks(); })
            .and_then([this] { return gatherOutbox(); })
            .transform([this] { return m_json; });
    }

private:
    Result<void> gatherPerson()
    {
        const auto card = await(m_from.records.personById(m_person));
        const auto decided = card ? await(m_from.records.decisions(m_person)) : std::unexpected(card.error());
        if (!decided) {
            return std::unexpected(decided.error());
        }
        m_json = personJson(*card);
        QJsonArray promises;
        for (const auto &promise : card->promises) {
            promises.append(promiseJson(promise));
        }
        QJsonArray decisions;
        for (const auto &one : *decided) {
            decisions.append(decidedJson(one));
        }
        m_json.insert(u"promises"_s, promises);
        m_json.insert(u"decisions"_s, decisions);
        return {};
    }
    Result<void> gatherLedger()
    {
        return await(m_from.consents.ledger(m_person)).transform([this](const QList<ConsentEntry> &entries) {
            QJsonArray consents;
            for (const auto &entry : entries) {
                consents.append(entryJson(entry));
            }
            m_json.insert(u"consents"_s, consents);
        });
    }
    Result<void> gatherTalks()
    {
        const auto ids = await(m_from.records.conversationsWith(m_person));
        if (!ids) {
            return std::unexpected(ids.error());
        }
        m_talks = *ids;
        QJsonArray talks;
        for (const auto id : m_talks) {
            const auto talk = oneTalk(id);
            if (!talk) {
                return std::unexpected(talk.error());
            }
            talks.append(*talk);
        }
        m_json.insert(u"conversations"_s, talks);
        return {};
    }
    Result<QJsonObject> oneTalk(ConversationId id)
    {
        const auto thread = await(m_from.conversations.thread(id));
        if (!thread) {
            return std::unexpected(thread.error());
        }
        QJsonObject json = threadJson(*thread, Checksums::With);
        QJsonArray drafts;
        for (const auto kind : {DraftKind::Reply, DraftKind::Note}) {
            const auto draft = await(m_from.drafts.load(id, kind));
            if (!draft) {
                return std::unexpected(draft.error());
            }
            if (!draft->text.isEmpty()) {
                drafts.append(draftJson(*draft));
            }
        }
        json.insert(u"drafts"_s, drafts);
        return json;
    }
    Result<void> gatherOutbox()
    {
        return await(m_from.outbox.items()).transform([this](const QList<OutboxItem> &items) {
            QJsonArray theirs;
            for (const auto &item : items) {
                if (m_talks.contains(item.conversation)) {
                    theirs.append(outboxJson(item));
                }
            }
            m_json.insert(u"outbox"_s, theirs);
        });
    }

    const PersonSources &m_from;
    PersonId m_person;
    QList<ConversationId> m_talks;
    QJsonObject m_json;
};

} // namespace

Result<QJsonObject> everythingOf(const PersonSources &sources, PersonId person)
{
    return Gathering(sources, person).all();
}

} // namespace aside::cli
