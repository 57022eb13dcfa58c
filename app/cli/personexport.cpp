// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/consentshapes.h"
#include "app/cli/files.h"
#include "app/cli/personparts.h"
#include "app/cli/personshapes.h"
#include "app/cli/shapes.h"
#include "app/cli/whom.h"
#include "app/cli/words.h"
#include "models/ports/consentstore.h"
#include "models/ports/conversationstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/outboxstore.h"
#include "models/ports/personrecords.h"

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>

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
    Gathering(CommandContext &context, Session &session, PersonId person)
        : m_context(context)
        , m_session(session)
        , m_person(person)
        , m_subject(personSubject(person))
    {
    }

    Step<QJsonObject> all()
    {
        return gatherPerson()
            .and_then([this] { return gatherLedger(); })
            .and_then([this] { return gatherTalks(); })
            .and_then([this] { return gatherOutbox(); })
            .transform([this] { return m_json; });
    }

private:
    Step<void> gatherPerson()
    {
        const auto card = awaitStep(m_context, m_subject, m_session.personRecords().personById(m_person));
        const auto decided = card
            ? awaitStep(m_context, m_subject, m_session.personRecords().decisions(m_person))
            : std::unexpected(card.error());
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
    Step<void> gatherLedger()
    {
        return awaitStep(m_context, m_subject, m_session.consents().ledger(m_person))
            .transform([this](const QList<ConsentEntry> &entries) {
                QJsonArray consents;
                for (const auto &entry : entries) {
                    consents.append(entryJson(entry));
                }
                m_json.insert(u"consents"_s, consents);
            });
    }
    Step<void> gatherTalks()
    {
        const auto ids
            = awaitStep(m_context, m_subject, m_session.personRecords().conversationsWith(m_person));
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
    Step<QJsonObject> oneTalk(ConversationId id)
    {
        const auto subject = conversationSubject(id);
        const auto thread = awaitStep(m_context, subject, m_session.conversations().thread(id));
        if (!thread) {
            return std::unexpected(thread.error());
        }
        QJsonObject json = threadJson(*thread, Checksums::With);
        QJsonArray drafts;
        for (const auto kind : {DraftKind::Reply, DraftKind::Note}) {
            const auto draft = awaitStep(m_context, subject, m_session.drafts().load(id, kind));
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
    Step<void> gatherOutbox()
    {
        return awaitStep(m_context, m_subject, m_session.outbox().items())
            .transform([this](const QList<OutboxItem> &items) {
                QJsonArray theirs;
                for (const auto &item : items) {
                    if (m_talks.contains(item.conversation)) {
                        theirs.append(outboxJson(item));
                    }
                }
                m_json.insert(u"outbox"_s, theirs);
            });
    }

    CommandContext &m_context;
    Session &m_session;
    PersonId m_person;
    QString m_subject;
    QList<ConversationId> m_talks;
    QJsonObject m_json;
};

ExitCode writeTo(CommandContext &context, const QString &path, Overwrite overwrite, const QJsonObject &all)
{
    auto file = NewFile::create(path, overwrite);
    if (!file) {
        return context.output.failure(path, file.error().code);
    }
    const auto data = QJsonDocument(all).toJson(QJsonDocument::Indented);
    const bool isWritten = (*file)->device().write(data) == data.size();
    const auto kept = isWritten ? (*file)->commit() : Result<void>(fail(Errc::Io));
    if (!kept) {
        return context.output.failure(path, kept.error().code);
    }
    context.output.note(Words::tr("All that is kept of the person was written to %1.").arg(path));
    return ExitCode::Ok;
}

} // namespace

ExitCode exportPerson(CommandContext &context, const QCommandLineParser &parser, const QString &named)
{
    const auto session = openProfile(context, ProfileAccess::ReadOnly);
    const auto whom = session ? whose(context, **session, named) : std::unexpected(session.error());
    if (!whom) {
        return whom.error();
    }
    const auto all = Gathering(context, **session, whom->person).all();
    if (!all) {
        return all.error();
    }
    const auto path = parser.value(u"out"_s);
    if (!path.isEmpty()) {
        return writeTo(context, path, parser.isSet(u"force"_s) ? Overwrite::Yes : Overwrite::No, *all);
    }
    context.output.bytes(QJsonDocument(*all).toJson(context.output.isJson() ? QJsonDocument::Compact
                                                                            : QJsonDocument::Indented));
    return ExitCode::Ok;
}

} // namespace aside::cli
