// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/checkfacts.h"
#include "app/cli/checkoutput.h"
#include "app/cli/moveprepare.h"
#include "app/cli/privateparts.h"
#include "app/cli/sendcheck.h"
#include "app/cli/words.h"
#include "models/check/movedesk.h"
#include "models/ports/movestore.h"

#include <algorithm>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

/// Puts what the person wrote in the place of what was drafted.
Step<void> replaceText(CommandContext &context, std::optional<WrittenHalf> &half,
                       const std::optional<QString> &text)
{
    if (!text) {
        return {};
    }
    if (!half) {
        return std::unexpected(context.output.usage(Words::tr("This way has no such half.")));
    }
    half->text = text->trimmed();
    return {};
}

/// Leaves out what the person does not want to send.
Step<void> dropHalves(CommandContext &context, PreparedMove &made, const QStringList &without)
{
    for (const auto &half : without) {
        if (half != "public"_L1 && half != "private"_L1) {
            return std::unexpected(context.output.usage(Words::tr("--without takes public or private.")));
        }
        (half == "public"_L1 ? made.publicHalf : made.privateHalf).reset();
    }
    if (!made.publicHalf && !made.privateHalf) {
        return std::unexpected(context.output.usage(Words::tr("Nothing would be left to send.")));
    }
    return {};
}

/// One half with what the check said of it.
struct CheckedHalf {
    QLatin1StringView name;
    QString text;
    CheckReport report;
    DraftChecks checks{};
};

class HalfChecks
{
public:
    HalfChecks(CommandContext &context, const CheckProfile &profile, QList<RuleReason> reasons, Instant now)
        : m_context(context)
        , m_runner({.phraseFolders = checkFolders(context, profile, u"phrases"_s),
                    .makeSpelling =
                        [&context] {
                            return context.backend.makeSpelling();
                        }},
                   CheckPlace::CallersThread)
        , m_reasons(std::move(reasons))
        , m_now(now)
    {
    }

    void check(QLatin1StringView name, const std::optional<WrittenHalf> &half, const QString &drafted)
    {
        if (!half) {
            return;
        }
        auto job = half->check;
        job.context.text = half->text;
        CheckedHalf checked{.name = name, .text = half->text, .report = m_runner.run(job).result()};
        checked.checks.reasons = answersTo(checked.report, m_reasons, m_now);
        if (!half->templateId.isEmpty()) {
            checked.checks.used = UsedTemplate{.id = half->templateId, .rendered = drafted};
        }
        m_halves.append(checked);
    }

    [[nodiscard]] bool holdBack() const
    {
        return std::ranges::any_of(m_halves, [](const CheckedHalf &half) { return half.report.holdsBack(); });
    }

    [[nodiscard]] DraftChecks of(QLatin1StringView name) const
    {
        const auto found = std::ranges::find(m_halves, name, &CheckedHalf::name);
        return found == m_halves.cend() ? DraftChecks() : found->checks;
    }

    [[nodiscard]] ExitCode refuse(ConversationId id) const
    {
        const auto words = Words::tr("The reply check has problems or questions without an answer, and "
                                     "nothing was sent. Change the text, or "
                                     "answer a question with --reason RULE=TEXT.");
        QJsonObject json{{u"error"_s, QJsonObject{{u"code"_s, u"unanswered"_s}, {u"message"_s, words}}}};
        QList<CheckedFile> files;
        for (const auto &half : m_halves) {
            auto file = checkedFile(QString(half.name), half.report, half.text);
            file.findings.removeIf([](const PlacedFinding &finding) { return !finding.isOpen(); });
            json.insert(QString(half.name), checkedJson(file));
            files.append(file);
        }
        if (m_context.output.isJson()) {
            m_context.output.json(json);
        } else {
            printFindings(m_context.output, files);
            m_context.output.note(u"asidectl: %1: %2"_s.arg(conversationSubject(id), words));
        }
        return ExitCode::Unanswered;
    }

private:
    CommandContext &m_context;
    CheckRunner m_runner;
    QList<RuleReason> m_reasons;
    Instant m_now;
    QList<CheckedHalf> m_halves;
};

QString textOf(const std::optional<WrittenHalf> &half)
{
    return half ? half->text : QString();
}

void printStarted(Output &output, const PreparedMove &made, const std::optional<PrivateMove> &move)
{
    if (output.isJson()) {
        const auto text = [](const std::optional<WrittenHalf> &half) {
            return half ? QJsonValue(half->text) : QJsonValue::Null;
        };
        output.json({{u"move"_s, move ? QJsonValue(moveJson(*move)) : QJsonValue::Null},
                     {u"public"_s, text(made.publicHalf)},
                     {u"private"_s, text(made.privateHalf)}});
        return;
    }
    if (made.publicHalf) {
        output.line(Words::tr("For everybody to read:"));
        output.line(made.publicHalf->text + u'\n');
    }
    if (made.privateHalf) {
        output.line(Words::tr("In private (%1):").arg(channelName(made.privateHalf->half.channel)));
        output.line(made.privateHalf->text + u'\n');
    }
    move ? printMoves(output, {*move}) : output.line(Words::tr("Nothing was sent."));
}

MessageId newestOf(const Thread &thread)
{
    MessageId newest;
    for (const auto &message : thread.messages) {
        newest = std::max(newest, message.id);
    }
    return newest;
}

MoveOrder ordered(const PreparedMove &made, const HalfChecks &checks, const PrivateStart &start)
{
    auto order = orderOf(made);
    order.terms = {.undoWindow = start.undoWindow, .seen = newestOf(made.thread)};
    if (order.publicHalf) {
        order.publicHalf->checks = checks.of("public"_L1);
    }
    if (order.privateHalf) {
        order.privateHalf->checks = checks.of("private"_L1);
    }
    return order;
}

ExitCode carryOut(CommandContext &context, Session &session, const PreparedMove &made, MoveOrder order)
{
    const auto subject = conversationSubject(order.conversation);
    const auto move = await(session.moves().start(std::move(order)));
    if (!move && move.error().code == Errc::Conflict) {
        return context.output.failure(subject, Errc::Conflict,
                                      Words::tr("Another move to private is on its way."));
    }
    if (!move) {
        return context.output.failure(subject, move.error().code);
    }
    printStarted(context.output, made, *move);
    return ExitCode::Ok;
}

ExitCode startIn(CommandContext &context, Session &session, const PrivateStart &start,
                 const QList<RuleReason> &reasons)
{
    auto made = preparedMove(context, session, start.conversation, start.aim);
    const auto profile = made ? checkFacts(context) : std::unexpected(made.error());
    if (!profile) {
        return profile.error();
    }
    const auto id = made->thread.conversation.id;
    if (made->plan.way == MoveWay::None) {
        return context.output.failure(conversationSubject(id), Errc::Conflict,
                                      Words::tr("It is private already."));
    }
    if (const auto left = dropHalves(context, *made, start.without); !left) {
        return left.error();
    }
    const auto draftedPublic = textOf(made->publicHalf);
    const auto draftedPrivate = textOf(made->privateHalf);
    const auto replaced = replaceText(context, made->publicHalf, start.publicText).and_then([&] {
        return replaceText(context, made->privateHalf, start.privateText);
    });
    if (!replaced) {
        return replaced.error();
    }
    putPayload(*made);
    HalfChecks checks(context, *profile, reasons, session.clock().now());
    checks.check("public"_L1, made->publicHalf, draftedPublic);
    checks.check("private"_L1, made->privateHalf, draftedPrivate);
    if (checks.holdBack()) {
        return checks.refuse(id);
    }
    if (start.isTried) {
        printStarted(context.output, *made, std::nullopt);
        return ExitCode::Ok;
    }
    return carryOut(context, session, *made, ordered(*made, checks, start));
}

} // namespace

ExitCode startPrivate(CommandContext &context, const PrivateStart &start)
{
    const auto reasons = ruleReasons(context, start.reasons);
    if (!reasons) {
        return reasons.error();
    }
    const auto session
        = openProfile(context, start.isTried ? ProfileAccess::ReadOnly : ProfileAccess::ReadWrite);
    return session ? startIn(context, **session, start, *reasons) : session.error();
}

} // namespace aside::cli
