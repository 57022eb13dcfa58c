// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/replycheck.h"

#include "models/check/fingerprint.h"
#include "models/check/levels.h"
#include "models/check/rules.h"
#include "models/check/substance.h"
#include "models/check/textreader.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

/// Of one rule; nobody reads more, and a text made of links alone would have thousands.
constexpr qsizetype mostFindings = 100;

Needs knownIn(const CheckContext &context)
{
    Needs known;
    known.setFlag(Need::Thread, context.thread != nullptr);
    known.setFlag(Need::Person, context.person.isKnown);
    known.setFlag(Need::Account, context.account != AccountFacts());
    known.setFlag(Need::Template, context.usedTemplate.has_value());
    known.setFlag(Need::Clock, context.now != Instant());
    known.setFlag(Need::Spelling, context.spelling != nullptr);
    return known;
}

/// What the operator said, or else what stands for the template.
QString reasonFor(const Finding &finding, const CheckContext &context)
{
    const auto said = context.reasons.value(finding.fingerprint);
    if (!said.isEmpty() || !context.usedTemplate) {
        return said;
    }
    return context.usedTemplate->reasons.value(finding.rule);
}

/// A surrogate pair is not cut in two.
QString cut(const QString &text)
{
    if (text.size() <= mostChecked) {
        return text;
    }
    return text.first(text[mostChecked - 1].isHighSurrogate() ? mostChecked - 1 : mostChecked);
}

} // namespace

bool CheckReport::holdsBack() const
{
    return std::ranges::any_of(findings, [](const Finding &finding) {
        return finding.severity == Severity::Stop
            || (finding.severity == Severity::Ask && finding.reason.isEmpty());
    });
}

class ReplyCheck::Private
{
public:
    explicit Private(std::shared_ptr<const PhraseBook> book)
        : reader(std::move(book))
    {
    }

    static void look(const Rule &rule, const CheckedText &text, const CheckContext &context,
                     QList<Finding> &found)
    {
        const auto severity = severityOf(rule, context);
        if (!severity || context.switchedOff.contains(rule.id)) {
            return;
        }
        const auto before = found.size();
        rule.look(text, context, found);
        found.resize(std::min(found.size(), before + mostFindings));
        for (auto i = before; i < found.size(); ++i) {
            Q_ASSERT(found.at(i).rule == rule.id);
            found[i].severity = *severity;
            found[i].fingerprint = fingerprintOf(found.at(i), text, context.files);
            found[i].reason = reasonFor(found.at(i), context);
        }
    }

    TextReader reader;
};

ReplyCheck::ReplyCheck(std::shared_ptr<const PhraseBook> phrases)
    : d(std::make_unique<Private>(std::move(phrases)))
{
}

ReplyCheck::~ReplyCheck() = default;

CheckReport ReplyCheck::check(const CheckContext &context)
{
    const auto text = d->reader.read(cut(context.text), context.language, context.account.region,
                                     context.isTemplate ? TextKind::Template : TextKind::Plain);
    const auto known = knownIn(context);
    CheckReport report{.findings = {},
                       .segments = text.segments(),
                       .language = text.language(),
                       .isPartial = context.text.size() > mostChecked};
    for (const auto &rule : allRules()) {
        if ((rule.needs & known) == rule.needs) {
            Private::look(rule, text, context, report.findings);
        }
    }
    report.substance = substanceOf(text, report.findings);
    std::ranges::stable_sort(report.findings, [](const Finding &a, const Finding &b) {
        return a.range.start != b.range.start ? a.range.start < b.range.start : a.severity > b.severity;
    });
    return report;
}

} // namespace aside
