// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/ports/templatelibrary.h"

#include <QList>
#include <QString>

namespace aside {

// A proposal is two plain files of a folder: ID.md, the template as it should be, and ID.toml, who proposes
// it and what became of it. It is there once ID.toml is.

/// All of them, the newest first; what is no proposal is left out.
[[nodiscard]] QList<TemplateProposal> readProposals(const QString &folder);

/// Errc::NotFound where there is none, Errc::BrokenItem where it cannot be understood.
[[nodiscard]] Result<TemplateProposal> readProposal(const QString &folder, const QString &id);

/// Writes both files.
[[nodiscard]] Result<void> writeProposal(const QString &folder, const TemplateProposal &proposal);

/// A name that sorts by time and that nobody else takes.
[[nodiscard]] QString newProposalId(Instant at);

} // namespace aside
