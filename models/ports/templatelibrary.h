// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/domain/template.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace aside {

class TemplateCatalog;

/// Where a proposal stands.
enum class ProposalState : quint8 {
    Open, ///< waits for a lead
    Accepted, ///< its text became the template's
    Returned, ///< went back to its author with an answer
};

/// Somebody wants a template of the team to say something else, or wants a new one.
struct TemplateProposal {
    QString id{}; ///< empty until it is kept
    QString templateId; ///< of the team's template; there may be none yet
    QString text; ///< the whole file, with its front matter
    QString by{}; ///< who proposes
    QString words{}; ///< why, in his words
    Instant at{};
    ProposalState state = ProposalState::Open;
    QString answer{}; ///< what the lead said when he returned it

    bool operator==(const TemplateProposal &) const = default;
};

/// The templates of a profile and of its team, and the proposals to change the team's. Reads, watches and
/// writes away from the UI thread, where it lives itself; futures are answered on any thread.
class TemplateLibrary : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// All there is, as last read: never null, empty until the first changed(). Shared, because it is
    /// replaced whole while somebody may still look at the old one.
    [[nodiscard]] virtual std::shared_ptr<const TemplateCatalog> catalog() const = 0;

    /// The file of a template as it is, broken or not. Errc::NotFound where there is none.
    [[nodiscard]] virtual QFuture<Result<QString>> source(TemplateScope scope, QString id) = 0;
    /// Writes the file whole or not at all; what it says need not be right. Errc::InvalidInput for an id that
    /// is no path inside the folder, Errc::NotADirectory where the profile has no folder of this scope.
    [[nodiscard]] virtual QFuture<Result<void>> save(TemplateScope scope, QString id, QString text) = 0;
    /// Errc::NotFound where there is none.
    [[nodiscard]] virtual QFuture<Result<void>> remove(TemplateScope scope, QString id) = 0;

    /// Where a file lies that goes with a template, to be handed to DraftStore::attach(). Errc::NotFound
    /// where it is gone, Errc::InvalidInput where it leads out of the folder.
    [[nodiscard]] virtual QFuture<Result<QString>> attachment(TemplateScope scope, QString id, QString path)
        = 0;

    /// All proposals, the newest first.
    [[nodiscard]] virtual QFuture<Result<QList<TemplateProposal>>> proposals() = 0;
    /// Keeps a new one and answers with it; its id, time and state are given here. Errors as save().
    [[nodiscard]] virtual QFuture<Result<TemplateProposal>> propose(TemplateProposal proposal) = 0;
    /// Its text becomes the team's template. Errc::NotFound where it is gone, Errc::Conflict where it was
    /// answered already.
    [[nodiscard]] virtual QFuture<Result<void>> accept(QString proposalId) = 0;
    /// Gives it back to its author with these words. Errors as accept().
    [[nodiscard]] virtual QFuture<Result<void>> giveBack(QString proposalId, QString words) = 0;

Q_SIGNALS:
    /// The catalog or the proposals are other ones now.
    void changed();
};

} // namespace aside
