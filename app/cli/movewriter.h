// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/movedesk.h"
#include "models/promises/promisefinder.h"

#include <QList>
#include <QString>

#include <memory>

namespace aside {
class TemplateCatalog;
struct Template;
} // namespace aside

namespace aside::cli {

/// One half in words.
struct WrittenHalf {
    QString templateId;
    QString text;
    QList<FoundPromise> promises{}; ///< the dates it gives
};

/// Fills in the templates that a plan names: those of the profile and the team, and the delivered ones where
/// a kind has none there.
class MoveWriter
{
public:
    MoveWriter(CommandContext &context, const MoveDesk &desk);

    /// What the template lacks stays a gap. Tells what is wrong with a template that cannot be filled in.
    [[nodiscard]] Step<WrittenHalf> write(const MoveHalf &half) const;
    /// The id of the template for a text that comes later; empty where there is none.
    [[nodiscard]] QString templateId(MoveText text) const;

private:
    struct Found {
        const Template *one = nullptr;
        const TemplateCatalog *catalog = nullptr;
    };
    [[nodiscard]] Found find(MoveText text, Channel channel, Audience audience) const;

    CommandContext &m_context;
    const MoveDesk &m_desk;
    QList<std::shared_ptr<const TemplateCatalog>> m_catalogs; ///< as readTemplates() shares them
};

} // namespace aside::cli
