// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/replydesk.h"

#include "models/check/draftcontext.h"
#include "models/ports/personstore.h"
#include "models/templates/templatecatalog.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr int mostRecentReasons = 5;

} // namespace

ReplyDesk::ReplyDesk(const ReplyDeskParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_settings(std::make_shared<const CheckSettings>())
{
    m_person.isKnown = false;
}

ReplyDesk::~ReplyDesk() = default;

void ReplyDesk::setProfile(const CheckProfile &profile)
{
    m_profile = profile;
    m_settings = std::make_shared<const CheckSettings>(profile.settings);
    changed();
    Q_EMIT profileChanged();
}

void ReplyDesk::setAccounts(const QList<Account> &accounts)
{
    auto profile = m_profile;
    profile.learn(accounts);
    if (profile != m_profile) {
        setProfile(profile);
    }
}

void ReplyDesk::reloadPhrases(const QStringList &folders)
{
    m_parts.runner.reload(folders);
    changed();
    Q_EMIT profileChanged();
}

void ReplyDesk::setLevels(const QHash<QString, std::optional<Severity>> &levels)
{
    auto profile = m_profile;
    profile.settings.levels = levels;
    setProfile(profile);
    Q_EMIT levelsChanged();
}

void ReplyDesk::setCatalog(std::shared_ptr<const TemplateCatalog> catalog)
{
    m_catalog = std::move(catalog);
    if (m_checks.used) {
        changed();
    }
}

void ReplyDesk::open(const ConversationRow &row, const QList<Message> &messages)
{
    const bool isAnother = row.id != m_row.id;
    m_row = row;
    m_messages = std::make_shared<const QList<Message>>(messages);
    if (isAnother) {
        m_person = {};
        m_person.isKnown = false;
        m_checks = {};
        m_language.clear();
        m_text.clear();
        m_files.clear();
        m_kind = DraftKind::Reply;
        m_report = {};
        loadChecks();
    }
    loadPerson();
    changed();
}

void ReplyDesk::close()
{
    if (m_row.id.isValid()) {
        open({}, {});
    }
}

void ReplyDesk::setDraft(DraftKind kind, const QString &text, const QList<DraftAttachment> &files)
{
    if (kind == m_kind && text == m_text && files == m_files) {
        return;
    }
    const bool isReply = kind == DraftKind::Reply && kind == m_kind;
    const bool isEmptied = isReply && text.isEmpty() && !m_text.isEmpty();
    const bool isBegun = isReply && m_text.isEmpty() && !text.isEmpty();
    m_kind = kind;
    m_text = text;
    m_files = files;
    if (isEmptied && m_checks.used) {
        useTemplate({}, {});
    }
    if (isEmptied || isBegun) {
        loadChecks(); // what lay with the draft left with it, or came back
    }
    changed();
}

void ReplyDesk::setLanguage(const QString &language)
{
    if (language != m_language) {
        m_language = language;
        changed();
    }
}

bool ReplyDesk::isCurrent() const
{
    return m_reported == m_revision;
}

QFuture<CheckReport> ReplyDesk::checked()
{
    auto promise = std::make_shared<QPromise<CheckReport>>();
    promise->start();
    auto future = promise->future();
    if (isCurrent()) {
        promise->addResult(m_report);
        promise->finish();
    } else {
        m_waiting.push_back(std::move(promise));
    }
    return future;
}

void ReplyDesk::giveReason(const Finding &finding, const QString &reason)
{
    const GivenReason given{.rule = finding.rule,
                            .fingerprint = finding.fingerprint,
                            .reason = reason.simplified(),
                            .givenAt = m_parts.clock.now()};
    m_checks.reasons.removeIf([&](const GivenReason &one) {
        return one.rule == given.rule && one.fingerprint == given.fingerprint;
    });
    if (!given.reason.isEmpty()) {
        m_checks.reasons.append(given);
    }
    keep(m_parts.store.giveReason(m_row.id, given));
    changed();
}

void ReplyDesk::switchRule(const QString &rule, RuleSwitch to)
{
    m_checks.switchedOff.removeAll(rule);
    if (to == RuleSwitch::Off) {
        m_checks.switchedOff.append(rule);
    }
    keep(m_parts.store.switchRule(m_row.id, rule, to));
    changed();
}

QFuture<Result<QStringList>> ReplyDesk::recentReasons(const QString &rule)
{
    return m_parts.store.recentReasons(rule, mostRecentReasons);
}

void ReplyDesk::useTemplate(const QString &id, const QString &rendered)
{
    m_checks.used = id.isEmpty() ? std::nullopt : std::optional(UsedTemplate{.id = id, .rendered = rendered});
    keep(m_parts.store.useTemplate(m_row.id, id, rendered));
    if (!id.isEmpty()) {
        loadChecks(); // how the template went out until now
    }
    changed();
}

QString ReplyDesk::usedTemplate() const
{
    return m_checks.used ? m_checks.used->id : QString();
}

/// Bots of Telegram have such a button, in private talks alone.
QFuture<bool> ReplyDesk::bearsNumberButton(const QString &text)
{
    const bool hasButtons = m_row.channel == Channel::Telegram && m_row.audience == Audience::Private;
    return hasButtons ? m_parts.runner.asksToCall(text) : QtFuture::makeReadyValueFuture(false);
}

QFuture<CheckReport> ReplyDesk::checkTemplate(const Template &written)
{
    CheckContext made;
    made.text = written.body;
    made.channel = written.channels.value(0, Channel::Email);
    made.audience = written.audience.value_or(Audience::Private);
    made.capabilities = m_profile.capabilitiesOn(made.channel);
    made.language = written.language;
    made.account = m_profile.accountOn(made.channel);
    made.usedTemplate = TemplateUse{.id = written.id, .rendered = written.body, .reasons = written.reasons};
    made.person.isKnown = false;
    made.settings = m_settings;
    made.now = m_parts.clock.now();
    made.isTemplate = true;
    return m_parts.runner.run({.context = made, .messages = {}});
}

QFuture<CheckReport> ReplyDesk::checkReply(const OutboxItem &reply, const ReplyTalk &talk)
{
    return m_parts.persons.card(reply.conversation)
        .then(this,
              [this, reply, talk](const Result<PersonCard> &card) {
                  PersonFacts person; // a conversation that is gone has none
                  person.isKnown = false;
                  auto made = contextOf({.channel = reply.channel,
                                         .audience = reply.audience,
                                         .text = reply.text,
                                         .files = reply.attachments,
                                         .person = card ? factsOf(*card) : person,
                                         .checks = talk.checks},
                                        m_profile, m_catalog.get());
                  made.settings = m_settings;
                  made.now = reply.createdAt;
                  return m_parts.runner.run({.context = made,
                                             .messages = std::make_shared<const QList<Message>>(
                                                 talk.messages)}); // as a job holds it
              })
        .unwrap();
}

CheckContext ReplyDesk::context() const
{
    auto made = contextOf({.channel = m_row.channel,
                           .audience = m_row.audience,
                           .text = m_text,
                           .files = m_files,
                           .language = m_language,
                           .person = m_person,
                           .checks = m_checks},
                          m_profile, m_catalog.get());
    made.settings = m_settings;
    made.now = m_parts.clock.now();
    return made;
}

void ReplyDesk::changed()
{
    ++m_revision;
    Q_EMIT checkBegan();
    runNext();
}

/// One check at a time, and always the latest: while one runs, what is typed waits for its end.
void ReplyDesk::runNext()
{
    if (m_isRunning) {
        return;
    }
    m_isRunning = true;
    m_parts.runner.run({.context = context(), .messages = m_messages})
        .then(this, [this, revision = m_revision](const CheckReport &report) { take(revision, report); });
}

void ReplyDesk::take(quint64 revision, const CheckReport &report)
{
    m_isRunning = false;
    if (revision != m_revision) {
        runNext();
        return;
    }
    m_report = report;
    if (m_kind == DraftKind::Note) {
        m_report.findings.removeIf([](const Finding &finding) { return finding.rule != u"spelling"; });
    }
    if (m_parts.moves == MoveFix::Hidden) {
        for (auto &finding : m_report.findings) {
            finding.fixes.removeIf([](const Fix &fix) { return fix.kind == FixKind::MoveToPrivate; });
        }
    }
    m_reported = revision;
    for (const auto &promise : std::exchange(m_waiting, {})) {
        promise->addResult(m_report);
        promise->finish();
    }
    Q_EMIT reportChanged();
}

void ReplyDesk::loadChecks()
{
    if (!m_row.id.isValid()) {
        return;
    }
    m_parts.store.draftChecks(m_row.id).then(this, [this, id = m_row.id](const Result<DraftChecks> &loaded) {
        if (id != m_row.id) {
            return;
        }
        if (!loaded) {
            Q_EMIT failed(loaded.error());
        } else if (*loaded != m_checks) {
            m_checks = *loaded;
            changed();
        }
    });
}

void ReplyDesk::loadPerson()
{
    if (!m_row.id.isValid()) {
        return;
    }
    m_parts.persons.card(m_row.id).then(this, [this, id = m_row.id](const Result<PersonCard> &card) {
        if (id != m_row.id) {
            return;
        }
        if (!card) {
            Q_EMIT failed(card.error());
        } else if (const auto facts = factsOf(*card); facts != m_person) {
            m_person = facts;
            changed();
        }
    });
}

void ReplyDesk::keep(const QFuture<Result<void>> &written)
{
    QFuture<Result<void>>(written).then(this, [this](const Result<void> &done) {
        if (!done) {
            Q_EMIT failed(done.error());
        }
    });
}

} // namespace aside
