// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/templatelibrary.h"
#include "models/templates/templatecatalog.h"

#include <QMap>
#include <QPromise>

#include <algorithm>

namespace aside::test {

/// A TemplateLibrary in memory that answers at once.
class FakeTemplates final : public TemplateLibrary
{
public:
    QMap<TemplateScope, QMap<QString, QString>> files; ///< by id
    QMap<QString, QString> attachments; ///< path below the folder → where it lies
    QList<TemplateProposal> proposed; ///< the newest first
    QStringList calls; ///< "save Mine delivery/late", …

    /// As if somebody had written the file.
    void put(TemplateScope scope, const QString &id, const QString &text)
    {
        files[scope][id] = text;
        readAgain();
    }

    [[nodiscard]] std::shared_ptr<const TemplateCatalog> catalog() const override { return m_catalog; }
    [[nodiscard]] QFuture<Result<QString>> source(TemplateScope scope, QString id) override
    {
        return files[scope].contains(id) ? answer<QString>(files[scope][id]) : missing<QString>();
    }
    [[nodiscard]] QFuture<Result<void>> save(TemplateScope scope, QString id, QString text) override
    {
        calls.append(QStringLiteral("save %1 %2").arg(nameOf(scope), id));
        put(scope, id, text);
        return done();
    }
    [[nodiscard]] QFuture<Result<void>> remove(TemplateScope scope, QString id) override
    {
        calls.append(QStringLiteral("remove %1 %2").arg(nameOf(scope), id));
        if (files[scope].remove(id) == 0) {
            return missing<void>();
        }
        readAgain();
        return done();
    }
    [[nodiscard]] QFuture<Result<QString>> attachment(TemplateScope /*scope*/, QString /*id*/,
                                                      QString path) override
    {
        return attachments.contains(path) ? answer<QString>(attachments[path]) : missing<QString>();
    }
    [[nodiscard]] QFuture<Result<QList<TemplateProposal>>> proposals() override
    {
        return answer<QList<TemplateProposal>>(proposed);
    }
    [[nodiscard]] QFuture<Result<TemplateProposal>> propose(TemplateProposal proposal) override
    {
        calls.append(QStringLiteral("propose %1").arg(proposal.templateId));
        proposal.id = QString::number(proposed.size() + 1);
        proposed.prepend(proposal);
        Q_EMIT changed();
        return answer<TemplateProposal>(proposal);
    }
    [[nodiscard]] QFuture<Result<void>> accept(QString proposalId) override
    {
        return close(proposalId, ProposalState::Accepted, {});
    }
    [[nodiscard]] QFuture<Result<void>> giveBack(QString proposalId, QString words) override
    {
        return close(proposalId, ProposalState::Returned, words);
    }

private:
    [[nodiscard]] static QString nameOf(TemplateScope scope)
    {
        return scope == TemplateScope::Mine ? QStringLiteral("Mine") : QStringLiteral("Team");
    }

    void readAgain()
    {
        TemplateCatalog read;
        for (const auto &[scope, texts] : files.asKeyValueRange()) {
            QList<TemplateSourceFile> list;
            for (const auto &[id, text] : texts.asKeyValueRange()) {
                list.append({.id = id, .bytes = text.toUtf8()});
            }
            read.add(scope, list);
        }
        read.finish();
        m_catalog = std::make_shared<const TemplateCatalog>(read);
        Q_EMIT changed();
    }

    QFuture<Result<void>> close(const QString &id, ProposalState state, const QString &words)
    {
        const auto found = std::ranges::find(proposed, id, &TemplateProposal::id);
        if (found == proposed.end()) {
            return missing<void>();
        }
        found->state = state;
        found->answer = words;
        if (state == ProposalState::Accepted) {
            files[TemplateScope::Team][found->templateId] = found->text;
            readAgain();
        } else {
            Q_EMIT changed();
        }
        return done();
    }

    template <typename T>
    static QFuture<Result<T>> answer(const T &value)
    {
        return QtFuture::makeReadyValueFuture(Result<T>(value));
    }
    template <typename T>
    static QFuture<Result<T>> missing()
    {
        return QtFuture::makeReadyValueFuture(Result<T>(fail(Errc::NotFound, QStringLiteral("scripted"))));
    }
    static QFuture<Result<void>> done() { return QtFuture::makeReadyValueFuture(Result<void>()); }

    std::shared_ptr<const TemplateCatalog> m_catalog
        = std::make_shared<const TemplateCatalog>(); ///< shared as the port says
};

} // namespace aside::test
