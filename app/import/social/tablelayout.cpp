// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/tablelayout.h"

#include "app/import/social/instants.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace aside {

namespace {

struct FieldName {
    TableField field;
    QLatin1StringView name;
};

constexpr std::array fieldNames{
    FieldName{TableField::Id, QLatin1StringView("id")},
    FieldName{TableField::Author, QLatin1StringView("author")},
    FieldName{TableField::Inbound, QLatin1StringView("inbound")},
    FieldName{TableField::At, QLatin1StringView("at")},
    FieldName{TableField::Text, QLatin1StringView("text")},
    FieldName{TableField::RepliesTo, QLatin1StringView("replies_to")},
    FieldName{TableField::Answers, QLatin1StringView("answers")},
    FieldName{TableField::Conversation, QLatin1StringView("conversation")},
    FieldName{TableField::Subject, QLatin1StringView("subject")},
    FieldName{TableField::Person, QLatin1StringView("person")},
    FieldName{TableField::Channel, QLatin1StringView("channel")},
    FieldName{TableField::Audience, QLatin1StringView("audience")},
};
static_assert(fieldNames.size() == TableLayout::fieldCount);

/// "Customer Support on Twitter".
constexpr std::array tweetNames{
    FieldName{TableField::Id, QLatin1StringView("tweet_id")},
    FieldName{TableField::Author, QLatin1StringView("author_id")},
    FieldName{TableField::Inbound, QLatin1StringView("inbound")},
    FieldName{TableField::At, QLatin1StringView("created_at")},
    FieldName{TableField::Text, QLatin1StringView("text")},
    FieldName{TableField::Answers, QLatin1StringView("response_tweet_id")},
    FieldName{TableField::RepliesTo, QLatin1StringView("in_response_to_tweet_id")},
};

qsizetype indexOf(const QStringList &header, QAnyStringView name)
{
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (QAnyStringView::compare(header.at(i), name, Qt::CaseInsensitive) == 0) {
            return i;
        }
    }
    return -1;
}

bool isTweets(const QStringList &header)
{
    return std::ranges::all_of(tweetNames,
                               [&](const FieldName &known) { return indexOf(header, known.name) >= 0; });
}

std::optional<TableField> fieldFromName(const QString &name)
{
    const auto known = std::ranges::find_if(fieldNames, [&](const FieldName &field) {
        return name.compare(field.name, Qt::CaseInsensitive) == 0;
    });
    return known == fieldNames.end() ? std::nullopt : std::optional(known->field);
}

QString allFieldNames()
{
    QStringList names;
    for (const auto &[field, name] : fieldNames) {
        names.append(name);
    }
    return names.join(QStringLiteral(", "));
}

std::optional<bool> yesOrNo(const QString &text)
{
    for (const auto *yes : {u"true", u"1", u"yes", u"y", u"t", u"in", u"incoming", u"inbound", u"да"}) {
        if (text.compare(QStringView(yes), Qt::CaseInsensitive) == 0) {
            return true;
        }
    }
    for (const auto *no : {u"false", u"0", u"no", u"n", u"f", u"out", u"outgoing", u"outbound", u"нет"}) {
        if (text.compare(QStringView(no), Qt::CaseInsensitive) == 0) {
            return false;
        }
    }
    return std::nullopt;
}

QString contentId(const QStringList &row)
{
    const QByteArray hash
        = QCryptographicHash::hash(row.join(QChar(0x1F)).toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("sha256:") + QString::fromLatin1(hash.toHex());
}

} // namespace

Result<TableLayout> TableLayout::resolve(const QStringList &header, const ImportOptions &options,
                                         Instant fallbackTime)
{
    TableLayout layout;
    layout.takeKnownNames(header);
    if (const auto taken = layout.takeMapping(header, options.columns); !taken) {
        return std::unexpected(taken.error());
    }
    if (!layout.has(TableField::Text)) {
        return options.columns.isEmpty()
            ? fail(Errc::UnknownFormat, QStringLiteral("a table without known columns"))
            : fail(Errc::InvalidInput,
                   QStringLiteral("no column for the field \"text\"; the columns are: %1")
                       .arg(header.join(QStringLiteral(", "))));
    }
    const bool tweets = isTweets(header);
    layout.m_channel = options.channel.value_or(tweets ? Channel::X : Channel::Manual);
    layout.m_audience = options.audience.value_or(tweets ? Audience::Public : Audience::Private);
    layout.m_own = options.ownAddresses;
    layout.m_fallbackTime = fallbackTime;
    return layout;
}

void TableLayout::takeKnownNames(const QStringList &header)
{
    for (const auto &[field, name] : fieldNames) {
        column(field) = indexOf(header, name);
    }
    if (isTweets(header)) {
        for (const auto &[field, name] : tweetNames) {
            column(field) = indexOf(header, name);
        }
    }
}

Result<void> TableLayout::takeMapping(const QStringList &header, const QMap<QString, QString> &mapping)
{
    for (const auto &[ours, theirs] : mapping.asKeyValueRange()) {
        const auto field = fieldFromName(ours);
        if (!field) {
            return fail(
                Errc::InvalidInput,
                QStringLiteral("unknown field \"%1\"; the fields are: %2").arg(ours, allFieldNames()));
        }
        const qsizetype index = indexOf(header, theirs);
        if (index < 0) {
            return fail(Errc::InvalidInput,
                        QStringLiteral("no column \"%1\"; the columns are: %2")
                            .arg(theirs, header.join(QStringLiteral(", "))));
        }
        column(*field) = index;
    }
    return {};
}

QString TableLayout::cell(const QStringList &row, TableField field) const
{
    const qsizetype index = m_columns.at(std::to_underlying(field));
    return index < 0 ? QString() : row.value(index);
}

QStringList TableLayout::ids(const QStringList &row, TableField field) const
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    // A spreadsheet in between turns ids with gaps into "123.0".
    static const QRegularExpression decimals(QStringLiteral("^(\\d+)\\.0$"));
    QStringList found = cell(row, field).split(between, Qt::SkipEmptyParts);
    for (QString &id : found) {
        id.replace(decimals, QStringLiteral("\\1"));
    }
    return found;
}

Result<IncomingMessage> TableLayout::message(const QStringList &row) const
{
    const QString id = cell(row, TableField::Id).trimmed();
    const QString text = cell(row, TableField::Text);
    if (id.isEmpty() && text.trimmed().isEmpty()) {
        return fail(Errc::BrokenItem, QStringLiteral("neither id nor text"));
    }
    const auto at = sentAt(row);
    const auto said = direction(row);
    if (!at || !said) {
        return std::unexpected(at ? said.error() : at.error());
    }
    IncomingMessage message;
    message.channel = m_channel;
    message.audience = m_audience;
    message.direction = *said;
    message.remoteId = id.isEmpty() ? contentId(row) : id;
    message.references = ids(row, TableField::RepliesTo);
    message.answers = ids(row, TableField::Answers);
    message.conversationKey = cell(row, TableField::Conversation).trimmed();
    message.subject = cell(row, TableField::Subject);
    message.sentAt = *at;
    message.isRead = *said == Direction::Outgoing;
    message.text = text;
    fillPeople(message, row);
    return fillPlace(message, row).transform([&] { return std::move(message); });
}

Result<Instant> TableLayout::sentAt(const QStringList &row) const
{
    if (!has(TableField::At)) {
        return m_fallbackTime;
    }
    const auto at = parseInstant(cell(row, TableField::At));
    return at ? Result<Instant>(*at) : fail(Errc::BrokenItem, QStringLiteral("not a date"));
}

Result<Direction> TableLayout::direction(const QStringList &row) const
{
    const QString said = cell(row, TableField::Inbound).trimmed();
    if (said.isEmpty()) {
        return isOwn(cell(row, TableField::Author).trimmed()) ? Direction::Outgoing : Direction::Incoming;
    }
    const auto inbound = yesOrNo(said);
    if (!inbound) {
        return fail(Errc::BrokenItem, QStringLiteral("\"inbound\" is neither true nor false"));
    }
    return *inbound ? Direction::Incoming : Direction::Outgoing;
}

bool TableLayout::isOwn(const QString &author) const
{
    return std::ranges::any_of(m_own, [&](const QString &own) {
        return own.startsWith(u'@') && author.contains(u'@') && !author.startsWith(u'@')
            ? author.endsWith(own, Qt::CaseInsensitive)
            : author.compare(own, Qt::CaseInsensitive) == 0;
    });
}

void TableLayout::fillPeople(IncomingMessage &message, const QStringList &row) const
{
    message.authorName = cell(row, TableField::Author).trimmed();
    message.authorHandle = message.authorName;
    message.personName = cell(row, TableField::Person).trimmed();
    if (message.personName.isEmpty() && message.direction == Direction::Incoming) {
        message.personName = message.authorName;
    }
    message.personHandle = message.personName;
}

Result<void> TableLayout::fillPlace(IncomingMessage &message, const QStringList &row) const
{
    if (const QString name = cell(row, TableField::Channel).trimmed(); !name.isEmpty()) {
        const auto named = channelFromName(name);
        if (!named) {
            return fail(Errc::BrokenItem, QStringLiteral("no such channel"));
        }
        message.channel = *named;
    }
    if (const QString name = cell(row, TableField::Audience).trimmed(); !name.isEmpty()) {
        const bool isPublic = name.compare(audienceName(Audience::Public), Qt::CaseInsensitive) == 0;
        if (!isPublic && name.compare(audienceName(Audience::Private), Qt::CaseInsensitive) != 0) {
            return fail(Errc::BrokenItem, QStringLiteral("an audience is public or private"));
        }
        message.audience = isPublic ? Audience::Public : Audience::Private;
    }
    return {};
}

} // namespace aside
