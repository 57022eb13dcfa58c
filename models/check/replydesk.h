// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/checkprofile.h"
#include "models/check/checkrunner.h"
#include "models/domain/contentwarning.h"
#include "models/domain/outboxitem.h"
#include "models/domain/person.h"
#include "models/ports/checkstore.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <memory>
#include <optional>
#include <vector>

namespace aside {

class Clock;
class PersonStore;
class TemplateCatalog;
struct Template;

/// Whether a problem may be solved by moving the talk to private; where that is done already it may not.
enum class MoveFix : quint8 { Shown, Hidden };

/// Where the desk gets what it asks.
struct ReplyDeskParts {
    CheckStore &store;
    PersonStore &persons;
    CheckRunner &runner;
    const Clock &clock;
    MoveFix moves = MoveFix::Shown;
};

/// What a reply on its way answers, and what lies with it.
struct ReplyTalk {
    QList<Message> messages; ///< up to the newest that its author saw
    DraftChecks checks;
};

/// Checks the draft that is open while it is written: hands it over at every change, one check at a time and
/// always the latest text, and keeps what the operator answered. All work is done elsewhere; the window's
/// thread only hands over values.
class ReplyDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplyDesk)

public:
    explicit ReplyDesk(const ReplyDeskParts &parts, QObject *parent = nullptr);
    ~ReplyDesk() override;

    void setProfile(const CheckProfile &profile);
    [[nodiscard]] const CheckProfile &profile() const { return m_profile; }
    /// Other phrase lists: the open draft is checked by them.
    /// What they know better of their channels: the limit of a server.
    void setAccounts(const QList<Account> &accounts);
    void reloadPhrases(const QStringList &folders);
    /// What is wrong with phrase lists, and which dictionaries there are.
    [[nodiscard]] QFuture<CheckSupplies> supplies() { return m_parts.runner.supplies(); }
    /// What a customer answered to a request to phone; see readCallAnswer().
    [[nodiscard]] QFuture<std::optional<CallAnswer>> callAnswer(const QList<Message> &messages,
                                                                const QString &handle)
    {
        return m_parts.runner.callAnswer(messages, handle);
    }
    /// Whether a button to share the phone number goes along with the reply.
    [[nodiscard]] QFuture<bool> bearsNumberButton(const QString &text);
    /// The person changed what rules ask for.
    void setLevels(const QHash<QString, std::optional<Severity>> &levels);
    /// Where standing reasons of templates are looked up.
    void setCatalog(std::shared_ptr<const TemplateCatalog> catalog);

    /// The conversation that is answered, with its messages or the latest few hundred of them. The same one
    /// again: something came in.
    void open(const ConversationRow &row, const QList<Message> &messages);
    void close();
    [[nodiscard]] bool isOpen() const { return m_row.id.isValid(); }
    /// What the channel of this conversation can do, and how much it takes.
    [[nodiscard]] ChannelCapabilities capabilities() const { return m_profile.capabilitiesOn(m_row.channel); }
    /// A text of the draft as it would leave, with the warning that it bears of what it answers.
    [[nodiscard]] QString asSent(const QString &text) const
    {
        return m_messages ? textAsSent(m_row.channel, text, *m_messages) : text;
    }
    /// What is written now. Of a note only the spelling is looked at.
    void setDraft(DraftKind kind, const QString &text, const QList<DraftAttachment> &files);
    /// The language the draft is meant to be in; empty: told from the talk.
    void setLanguage(const QString &language);
    [[nodiscard]] QString language() const { return m_language; }

    /// The answer to the latest text that was looked at.
    [[nodiscard]] const CheckReport &report() const { return m_report; }
    /// report() is about the text that is written now.
    [[nodiscard]] bool isCurrent() const;
    /// The report of what is written now, once it is there.
    [[nodiscard]] QFuture<CheckReport> checked();

    /// Keeps the operator's reason with the draft; an empty one takes it back.
    void giveReason(const Finding &finding, const QString &reason);
    /// For this draft.
    void switchRule(const QString &rule, RuleSwitch to);
    [[nodiscard]] QStringList switchedOff() const { return m_checks.switchedOff; }
    /// The latest first, each once.
    [[nodiscard]] QFuture<Result<QStringList>> recentReasons(const QString &rule);
    /// The draft begins with this template from now on.
    void useTemplate(const QString &id, const QString &rendered);
    [[nodiscard]] QString usedTemplate() const;
    /// The body of a template on its own, with its tags, by the rules of the profile.
    [[nodiscard]] QFuture<CheckReport> checkTemplate(const Template &written);
    /// A reply on its way, by the rules of the profile and in the talk that its author saw.
    [[nodiscard]] QFuture<CheckReport> checkReply(const OutboxItem &reply, const ReplyTalk &talk);

Q_SIGNALS:
    /// report() is another, and it is about the text that is written now.
    void reportChanged();
    /// The text changed and is not looked at yet.
    void checkBegan();
    /// profile() is another, or the phrase lists are.
    void profileChanged();
    /// profile() has other levels, and they are to be kept.
    void levelsChanged();
    void failed(const aside::Error &error);

private:
    [[nodiscard]] CheckContext context() const;
    void changed();
    void runNext();
    void take(quint64 revision, const CheckReport &report);
    void loadChecks();
    void loadPerson();
    void keep(const QFuture<Result<void>> &written);

    ReplyDeskParts m_parts;
    CheckProfile m_profile;
    std::shared_ptr<const CheckSettings> m_settings; ///< shared with every check
    std::shared_ptr<const TemplateCatalog> m_catalog; ///< shared with whoever shows templates
    ConversationRow m_row;
    std::shared_ptr<const QList<Message>> m_messages; ///< shared with every check
    PersonFacts m_person;
    DraftChecks m_checks;
    DraftKind m_kind = DraftKind::Reply;
    QString m_text;
    QList<DraftAttachment> m_files;
    QString m_language;
    CheckReport m_report;
    quint64 m_revision = 0; ///< of what is written now
    quint64 m_reported = 0; ///< of what m_report is about
    bool m_isRunning = false;
    std::vector<std::shared_ptr<QPromise<CheckReport>>> m_waiting; ///< QPromise moves, vector grows: shared
};

} // namespace aside
