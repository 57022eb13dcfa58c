// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/import/importsources.h"
#include "models/core/error.h"
#include "models/domain/incoming.h"

#include <QStringList>

#include <array>
#include <utility>

namespace aside {

/// What a column of a table can mean to us.
enum class TableField : quint8 {
    Id,
    Author,
    Inbound,
    At,
    Text,
    RepliesTo,
    Answers,
    Conversation,
    Subject,
    Person,
    Channel,
    Audience,
};

/// Which column says what, and what holds for the rows that do not say it.
class TableLayout
{
public:
    static constexpr std::size_t fieldCount = 12;

    /// Takes the Twitter support columns and columns named like our fields by themselves; the mapping of the
    /// options wins. Errors: InvalidInput (the mapping), UnknownFormat (nothing says which column is the
    /// text).
    [[nodiscard]] static Result<TableLayout> resolve(const QStringList &header, const ImportOptions &options,
                                                     Instant fallbackTime);

    /// Errors: BrokenItem.
    [[nodiscard]] Result<IncomingMessage> message(const QStringList &row) const;

private:
    TableLayout() { m_columns.fill(-1); }

    [[nodiscard]] qsizetype &column(TableField field) { return m_columns.at(std::to_underlying(field)); }
    [[nodiscard]] bool has(TableField field) const { return m_columns.at(std::to_underlying(field)) >= 0; }
    [[nodiscard]] QString cell(const QStringList &row, TableField field) const;
    [[nodiscard]] QStringList ids(const QStringList &row, TableField field) const;
    void takeKnownNames(const QStringList &header);
    [[nodiscard]] Result<void> takeMapping(const QStringList &header, const QMap<QString, QString> &mapping);
    [[nodiscard]] Result<Direction> direction(const QStringList &row) const;
    [[nodiscard]] Result<Instant> sentAt(const QStringList &row) const;
    [[nodiscard]] Result<void> fillPlace(IncomingMessage &message, const QStringList &row) const;
    void fillPeople(IncomingMessage &message, const QStringList &row) const;
    [[nodiscard]] bool isOwn(const QString &author) const;

    std::array<qsizetype, fieldCount> m_columns{};
    aside::Channel m_channel = aside::Channel::Manual;
    aside::Audience m_audience = aside::Audience::Private;
    QStringList m_own;
    Instant m_fallbackTime{};
};

} // namespace aside
