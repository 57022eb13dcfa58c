// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/removal.h"
#include "models/check/rules/looking.h"
#include "models/check/rules/privacy.h"

#include <QRegularExpression>

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr auto rule = "privacy.personal-data"_L1;

QLatin1StringView variantOf(DatumKind kind)
{
    switch (kind) {
    case DatumKind::Phone:
        return "phone"_L1;
    case DatumKind::Mail:
        return "mail"_L1;
    case DatumKind::Card:
        return "card"_L1;
    case DatumKind::Iban:
        return "iban"_L1;
    case DatumKind::Passport:
        return "passport"_L1;
    case DatumKind::Snils:
        return "snils"_L1;
    case DatumKind::Inn:
        return "inn"_L1;
    case DatumKind::Order:
        return "order"_L1;
    case DatumKind::StreetAddress:
        return "address"_L1;
    }
    return {};
}

bool isOfThePerson(const DatumInText &datum, const CheckContext &context)
{
    return context.person.phones.contains(datum.normal) || context.person.mails.contains(datum.normal)
        || (context.thread && context.thread->given.contains(datum.normal));
}

bool isFreeCall(const QString &phone)
{
    static const QRegularExpression pattern(
        u"^\\+(?:7800|7804|1(?:800|833|844|855|866|877|888)|44(?:800|808))"_s);
    return pattern.match(phone).hasMatch();
}

/// "info@", or a mail address of the company.
bool isDesk(const QString &mail, const AccountFacts &account)
{
    static const QRegularExpression desk(
        u"^(?:support|help|helpdesk|info|hello|hi|service|care|customercare|contact|sales|office|press|"
        "feedback|claims|complaints|privacy|team|zakaz|order|orders|shop|pr|hr|billing|returns|abuse|fraud|"
        "(?:report[._-]?)?(?:phish|phishing|spam|scam|spoof)|security|legal|dpo|gdpr)@"_s);
    const auto host = mail.section(u'@', -1);
    return desk.match(mail).hasMatch() || std::ranges::any_of(account.hosts, [&host](const QString &own) {
               return host == own || host.endsWith(u'.' + own);
           });
}

/// A line like a visiting card: with the company's name, or with opening hours.
bool isOurCard(const CheckedText &text, TextRange line, const AccountFacts &account)
{
    const auto words = text.at(line);
    return text.has("clutter.hours-cues"_L1, line)
        || std::ranges::any_of(account.companyNames, [words](const QString &name) {
               return !name.isEmpty() && words.contains(name, Qt::CaseInsensitive);
           });
}

/// What the company says of itself is no secret.
bool isOurs(const CheckedText &text, const DatumInText &datum, const CheckContext &context)
{
    if (isOfThePerson(datum, context)) {
        return false;
    }
    const auto sentence = text.sentenceAt(datum.range.start);
    const bool isInOurBlock = text.isIn(datum.range, SegmentKind::ContactBlock)
        || text.isIn(datum.range, SegmentKind::Signature) || text.isIn(datum.range, SegmentKind::Disclaimer)
        || isOurCard(text, text.lineAt(datum.range.start), context.account);
    switch (datum.kind) {
    case DatumKind::Phone:
        return isFreeCall(datum.normal) || isInOurBlock || text.has("privacy.our-places"_L1, sentence);
    case DatumKind::Mail:
        return isDesk(datum.normal, context.account)
            || (isInOurBlock || text.has("privacy.our-places"_L1, sentence));
    case DatumKind::StreetAddress:
        return isInOurBlock || text.has("privacy.our-places"_L1, sentence);
    case DatumKind::Inn:
        return datum.normal.size() == 10; // a company's
    case DatumKind::Card:
    case DatumKind::Iban:
    case DatumKind::Passport:
    case DatumKind::Snils:
    case DatumKind::Order:
        return false;
    }
    return false;
}

bool isNumber(DatumKind kind)
{
    return kind != DatumKind::Mail && kind != DatumKind::StreetAddress;
}

Fix hidingFix(const CheckedText &text, TextRange range)
{
    const auto end = text.at(range).last(std::min(range.length, qsizetype{2})).toString();
    return {.kind = FixKind::Edit, .words = u"hide"_s, .edits = {{.range = range, .text = u"•••"_s + end}}};
}

/// "на почту a@b.example" goes together.
TextRange withPreposition(const CheckedText &text, TextRange range)
{
    static const QRegularExpression preposition(
        u"(?:^|\\s)((?:на|по|к|с|от|в|во|из|до|to|at|on|via|from|by|in)\\s+(?:(?:ваш\\w*|your|the)\\s+)?"
        "(?:(?:адрес\\w*|почт\\w*|e-?mail|mail|address)\\s*[:—-]?\\s*)?)$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    constexpr qsizetype farthest = 40;
    const auto from = std::max(qsizetype{0}, range.start - farthest);
    const auto before = text.text().mid(from, range.start - from);
    const auto match = preposition.match(before);
    const auto taken = match.hasMatch() ? match.capturedLength(1) : 0;
    return {.start = range.start - taken, .length = range.length + taken};
}

} // namespace

void personalData(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    if (context.audience != Audience::Public) {
        return;
    }
    for (const auto &datum : text.data()) {
        if (isOurs(text, datum, context)) {
            continue;
        }
        auto finding = about(text, rule, datum.range, variantOf(datum.kind));
        finding.fixes = {{.kind = FixKind::MoveToPrivate, .words = u"move-to-private"_s},
                         isNumber(datum.kind) ? hidingFix(text, datum.range)
                                              : removingFix(text.text(), withPreposition(text, datum.range))};
        found.append(finding);
    }
}

} // namespace aside::rules
