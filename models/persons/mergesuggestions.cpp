// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/persons/mergesuggestions.h"

#include "models/text/datafinder.h"
#include "models/text/letterparts.h"
#include "models/text/phonenumbers.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostShown = 3;
constexpr qsizetype mostWriters = 2; ///< of one address; more, and it is one that everybody knows
constexpr qsizetype shortestNick = 5;
constexpr qsizetype longestText = 20'000;
constexpr auto region = u"RU";

// Mailboxes that belong to an office.
constexpr std::array offices{"abuse"_L1,    "admin"_L1,    "billing"_L1,    "contact"_L1,   "director"_L1,
                             "feedback"_L1, "hello"_L1,    "help"_L1,       "info"_L1,      "mail"_L1,
                             "manager"_L1,  "no-reply"_L1, "noreply"_L1,    "office"_L1,    "order"_L1,
                             "orders"_L1,   "post"_L1,     "postmaster"_L1, "reception"_L1, "sales"_L1,
                             "service"_L1,  "shop"_L1,     "support"_L1,    "team"_L1,      "webmaster"_L1};

QString folded(const QString &text)
{
    return text.simplified().toCaseFolded();
}

bool isOffice(QStringView local)
{
    return std::ranges::any_of(offices, [local](QLatin1StringView office) { return local == office; });
}

/// A handle that is a mail address; empty where it is none, or that of an office.
QString mailOf(const PersonHandle &handle)
{
    const auto address = folded(handle.shown);
    const auto at = address.indexOf(u'@');
    const bool isMail = at > 0 && address.indexOf(u'.', at) > at + 1 && !address.contains(u' ');
    return isMail && !isOffice(QStringView(address).left(at)) ? address : QString();
}

/// A handle that is a number; empty where it is none that is given out.
QString numberOf(const PersonHandle &handle)
{
    const auto begin = handle.shown.trimmed();
    const bool mayBe = handle.channel == Channel::Phone || begin.startsWith(u'+');
    const auto number = mayBe ? phoneNumber(begin, region) : std::nullopt;
    return number && number->isServed && number->hasCountry ? number->e164 : QString();
}

/// What a person is called on a channel; empty where that says little.
QString nickOf(const PersonHandle &handle)
{
    auto nick = folded(handle.shown);
    if (nick.startsWith(u'@')) {
        nick = nick.sliced(1);
    }
    nick = nick.left(nick.indexOf(u'@')); // all of it where there is none
    const bool hasLetters = std::ranges::any_of(nick, [](QChar sign) { return sign.isLetter(); });
    return nick.size() >= shortestNick && hasLetters && !isOffice(nick) && !nick.contains(u' ') ? nick
                                                                                                : QString();
}

bool haveFullNameInCommon(const PersonTraces &one, const PersonTraces &other)
{
    return std::ranges::any_of(one.names, [&](const QString &name) {
        const auto full = folded(name);
        return full.contains(u' ') && std::ranges::any_of(other.names, [&](const QString &theirs) {
                   return folded(theirs) == full;
               });
    });
}

using ValueOf = QString (*)(const PersonHandle &);

/// What handles of the two on different channels have in common.
QStringList inCommon(const PersonTraces &one, const PersonTraces &other, ValueOf valueOf)
{
    QStringList found;
    for (const auto &mine : one.handles) {
        const auto value = valueOf(mine);
        const bool isTheirs = !value.isEmpty() && !found.contains(value)
            && std::ranges::any_of(other.handles, [&](const PersonHandle &theirs) {
                   return theirs.channel != mine.channel && valueOf(theirs) == value;
               });
        if (isTheirs) {
            found.append(value);
        }
    }
    return found;
}

/// What the first wrote that is a handle of the second.
QList<WrittenContact> writtenOf(const QList<WrittenContact> &written, const PersonTraces &other,
                                ValueOf valueOf)
{
    QList<WrittenContact> found;
    for (const auto &contact : written) {
        const bool isKnown = std::ranges::contains(found, contact.normal, &WrittenContact::normal);
        const bool isTheirs = std::ranges::any_of(
            other.handles, [&](const PersonHandle &theirs) { return valueOf(theirs) == contact.normal; });
        if (isTheirs && !isKnown) {
            found.append(contact);
        }
    }
    return found;
}

/// Collects what speaks for a pair.
struct Pair {
    const PersonTraces &one;
    const PersonTraces &other;
    QList<MergeEvidence> evidence{};

    void add(MergeSign sign, const QStringList &values)
    {
        for (const auto &value : values) {
            evidence.append({.sign = sign, .value = value});
        }
    }
    void add(MergeSign sign, const QList<WrittenContact> &written)
    {
        for (const auto &[normal, message] : written) {
            const bool isKnown = std::ranges::contains(evidence, normal, &MergeEvidence::value);
            if (!isKnown) {
                evidence.append({.sign = sign, .value = normal, .message = message});
            }
        }
    }
    void collect()
    {
        if (one.cameByLink.contains(other.shown.id)) {
            evidence.append({.sign = MergeSign::CameByOurLink, .value = {}});
        }
        add(MergeSign::SameAddress, inCommon(one, other, mailOf));
        add(MergeSign::SameNumber, inCommon(one, other, numberOf));
        add(MergeSign::WroteAddress, writtenOf(one.mails, other, mailOf));
        add(MergeSign::WroteAddress, writtenOf(other.mails, one, mailOf));
        add(MergeSign::WroteNumber, writtenOf(one.numbers, other, numberOf));
        add(MergeSign::WroteNumber, writtenOf(other.numbers, one, numberOf));
        if (haveFullNameInCommon(one, other)) {
            add(MergeSign::SameNameAndNick, inCommon(one, other, nickOf));
        }
    }
};

bool isWritten(MergeSign sign)
{
    return sign == MergeSign::WroteAddress || sign == MergeSign::WroteNumber;
}

/// Drops what so many people write, or have, that it tells nobody apart.
void dropCommon(QList<MergeSuggestion> &found)
{
    QHash<QString, qsizetype> people;
    for (const auto &suggestion : std::as_const(found)) {
        for (const auto &one : suggestion.evidence) {
            people[one.value] += isWritten(one.sign) ? 1 : 0;
        }
    }
    for (auto &suggestion : found) {
        suggestion.evidence.removeIf([&](const MergeEvidence &one) {
            return isWritten(one.sign) && people.value(one.value) > mostWriters;
        });
    }
    found.removeIf([](const MergeSuggestion &suggestion) { return suggestion.evidence.isEmpty(); });
}

} // namespace

void readContacts(const QString &text, MessageId message, PersonTraces &traces)
{
    const auto begin = text.left(longestText);
    for (const auto &span : letterParts(begin)) {
        if (span.part == LetterPart::Quote) {
            continue;
        }
        const auto part = QStringView(begin).sliced(span.from, span.to - span.from);
        for (const auto &datum : dataOf(part, linksOf(part), region)) {
            const WrittenContact contact{.normal = datum.normal, .message = message};
            if (datum.kind == DatumKind::Mail) {
                traces.mails.append({.normal = folded(datum.normal), .message = message});
            } else if (datum.kind == DatumKind::Phone) {
                traces.numbers.append(contact);
            }
        }
    }
}

QList<MergeSuggestion> suggestMerges(const PersonTraces &one, const QList<PersonTraces> &others)
{
    QList<MergeSuggestion> found;
    for (const auto &other : others) {
        if (other.shown.id == one.shown.id) {
            continue;
        }
        Pair pair{.one = one, .other = other};
        pair.collect();
        if (!pair.evidence.isEmpty()) {
            found.append({.other = other.shown, .evidence = pair.evidence});
        }
    }
    dropCommon(found);
    std::ranges::stable_sort(found, {}, [](const MergeSuggestion &suggestion) {
        return std::pair(suggestion.evidence.constFirst().sign, -suggestion.evidence.size());
    });
    return found.first(std::min(found.size(), mostShown));
}

} // namespace aside
