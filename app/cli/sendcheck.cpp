// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/sendcheck.h"

#include "app/cli/checkfacts.h"
#include "app/cli/checkoutput.h"
#include "app/cli/words.h"
#include "app/templates/templatefiles.h"
#include "models/check/checkrunner.h"
#include "models/check/draftcontext.h"
#include "models/check/rulenames.h"
#include "models/ports/accountstore.h"
#include "models/ports/conversationstore.h"
#include "models/ports/personstore.h"
#include "models/templates/templatecatalog.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

/// What one draft is checked with.
struct Desk {
    CheckProfile profile;
    Thread thread;
    DraftFacts facts;
};

Step<Desk> deskFor(CommandContext &context, Session &session, const Draft &draft)
{
    const auto subject = conversationSubject(draft.conversation);
    auto profile = checkFacts(context);
    if (!profile) {
        return std::unexpected(profile.error());
    }
    const auto accounts = awaitStep(context, subject, session.accounts().accounts());
    if (!accounts) {
        return std::unexpected(accounts.error());
    }
    profile->learn(*accounts);
    auto thread = awaitStep(context, subject, session.conversations().thread(draft.conversation));
    if (!thread) {
        return std::unexpected(thread.error());
    }
    const auto card = awaitStep(context, subject, session.persons().card(draft.conversation));
    if (!card) {
        return std::unexpected(card.error());
    }
    const auto checks = awaitStep(context, subject, session.checks().draftChecks(draft.conversation));
    if (!checks) {
        return std::unexpected(checks.error());
    }
    return Desk{.profile = *std::move(profile),
                .thread = *std::move(thread),
                .facts = {.channel = thread->conversation.channel,
                          .audience = thread->conversation.audience,
                          .text = draft.text,
                          .files = draft.attachments,
                          .language = {},
                          .person = factsOf(*card),
                          .checks = *checks}};
}

CheckReport reportFor(CommandContext &context, const Desk &desk, Instant now)
{
    std::shared_ptr<const TemplateCatalog> catalog; // as readTemplates() shares it
    if (desk.facts.checks.used) {
        const auto directory = context.backend.profileDirectory(context.profile.directory);
        catalog = readTemplates({.mine = directory + u"/templates"_s, .team = desk.profile.teamFolder});
    }
    auto made = contextOf(desk.facts, desk.profile, catalog.get());
    made.settings = std::make_shared<const CheckSettings>(desk.profile.settings); // as a context holds it
    made.now = now;
    const auto &all = desk.thread.messages;
    CheckRunner runner({.phraseFolders = checkFolders(context, desk.profile, u"phrases"_s),
                        .makeSpelling =
                            [&context] {
                                return context.backend.makeSpelling();
                            }},
                       CheckPlace::CallersThread);
    return runner
        .run({.context = std::move(made),
              .messages = std::make_shared<const QList<Message>>( // as a job holds it
                  all.last(std::min(all.size(), mostMessagesRead)))})
        .result();
}

ExitCode refuse(CommandContext &context, const Draft &draft, const CheckReport &report)
{
    auto file = checkedFile(u"draft"_s, report, draft.text);
    file.findings.removeIf([](const PlacedFinding &finding) { return !finding.isOpen(); });
    const auto words
        = Words::tr("The reply check has problems or questions without an answer, and nothing was sent. "
                    "Change the text, or answer a question with --reason RULE=TEXT.");
    if (context.output.isJson()) {
        auto checked = checkedJson(file);
        checked.remove(u"file"_s);
        checked.insert(u"conversation"_s, draft.conversation.value);
        context.output.json({{u"error"_s, QJsonObject{{u"code"_s, u"unanswered"_s}, {u"message"_s, words}}},
                             {u"check"_s, checked}});
    } else {
        printFindings(context.output, {file});
        context.output.note(u"asidectl: %1: %2"_s.arg(conversationSubject(draft.conversation), words));
    }
    return ExitCode::Unanswered;
}

} // namespace

Step<QList<RuleReason>> ruleReasons(CommandContext &context, const QStringList &values)
{
    QList<RuleReason> reasons;
    for (const auto &value : values) {
        const RuleReason reason{.rule = value.section(u'=', 0, 0).trimmed(),
                                .words = value.section(u'=', 1).simplified()};
        if (reason.words.isEmpty()) {
            return std::unexpected(
                context.output.usage(Words::tr("A reason is written as RULE=TEXT, not \"%1\".").arg(value)));
        }
        if (!isRule(reason.rule)) {
            return std::unexpected(context.output.usage(
                unknownRuleText({.id = reason.rule, .line = 0, .nearest = nearestRule(reason.rule)})));
        }
        reasons.append(reason);
    }
    return reasons;
}

QList<GivenReason> answersTo(CheckReport &report, const QList<RuleReason> &reasons, Instant now)
{
    QList<GivenReason> answers;
    for (auto &finding : report.findings) {
        const auto said = std::ranges::find(reasons, finding.rule, &RuleReason::rule);
        if (said != reasons.cend() && finding.severity == Severity::Ask) {
            finding.reason = said->words;
            answers.append({.rule = finding.rule,
                            .fingerprint = finding.fingerprint,
                            .reason = said->words,
                            .givenAt = now});
        }
    }
    return answers;
}

Step<void> checkBeforeSending(CommandContext &context, Session &session, const Draft &draft,
                              const QList<RuleReason> &reasons)
{
    const auto desk = deskFor(context, session, draft);
    if (!desk) {
        return std::unexpected(desk.error());
    }
    const auto now = session.clock().now();
    auto report = reportFor(context, *desk, now);
    const auto answers = answersTo(report, reasons, now);
    if (report.holdsBack()) {
        return std::unexpected(refuse(context, draft, report));
    }
    for (const auto &answer : answers) {
        const auto kept = awaitStep(context, conversationSubject(draft.conversation),
                                    session.checks().giveReason(draft.conversation, answer));
        if (!kept) {
            return std::unexpected(kept.error());
        }
    }
    return {};
}

} // namespace aside::cli
