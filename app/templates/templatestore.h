// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/templates/templatepaths.h"
#include "models/ports/templatelibrary.h"

namespace aside {

/// Reads and writes single templates and proposals in their folders. Plain and synchronous.
class TemplateStore
{
public:
    explicit TemplateStore(TemplatePlaces places);

    [[nodiscard]] const TemplatePlaces &places() const { return m_places; }
    /// Of the team; empty: there is none.
    [[nodiscard]] QString proposalFolder() const;

    [[nodiscard]] Result<QString> source(TemplateScope scope, const QString &id) const;
    [[nodiscard]] Result<void> save(TemplateScope scope, const QString &id, const QString &text) const;
    [[nodiscard]] Result<void> remove(TemplateScope scope, const QString &id) const;
    [[nodiscard]] Result<QString> attachment(TemplateScope scope, const QString &id,
                                             const QString &path) const;

    [[nodiscard]] Result<TemplateProposal> propose(TemplateProposal proposal, Instant now) const;
    [[nodiscard]] Result<void> accept(const QString &proposalId) const;
    [[nodiscard]] Result<void> giveBack(const QString &proposalId, const QString &words) const;

private:
    [[nodiscard]] Result<QString> folder(TemplateScope scope) const;
    [[nodiscard]] Result<QString> existing(TemplateScope scope, const QString &id) const;
    [[nodiscard]] Result<TemplateProposal> open(const QString &proposalId) const;

    TemplatePlaces m_places;
};

} // namespace aside
