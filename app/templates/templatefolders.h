// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/templates/folderwatch.h"
#include "app/templates/templatepaths.h"
#include "models/ports/templatelibrary.h"

#include <QThread>

#include <functional>
#include <memory>

namespace aside {

/// Template files in plain folders, read and watched on a thread of its own. A profile that has no folder of
/// templates yet begins with the starter set.
class TemplateFolders final : public TemplateLibrary
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TemplateFolders)
public:
    TemplateFolders(const TemplatePlaces &places, const Clock &clock, QObject *parent = nullptr);
    TemplateFolders(const TemplatePlaces &places, const TemplateWatch &watch, const Clock &clock,
                    QObject *parent = nullptr);
    /// Finishes what was asked for.
    ~TemplateFolders() override;

    [[nodiscard]] std::shared_ptr<const TemplateCatalog> catalog() const override { return m_catalog; }
    [[nodiscard]] QFuture<Result<QString>> source(TemplateScope scope, QString id) override;
    [[nodiscard]] QFuture<Result<void>> save(TemplateScope scope, QString id, QString text) override;
    [[nodiscard]] QFuture<Result<void>> remove(TemplateScope scope, QString id) override;
    [[nodiscard]] QFuture<Result<QString>> attachment(TemplateScope scope, QString id, QString path) override;
    [[nodiscard]] QFuture<Result<QList<TemplateProposal>>> proposals() override;
    [[nodiscard]] QFuture<Result<TemplateProposal>> propose(TemplateProposal proposal) override;
    [[nodiscard]] QFuture<Result<void>> accept(QString proposalId) override;
    [[nodiscard]] QFuture<Result<void>> giveBack(QString proposalId, QString words) override;

private:
    class Worker;

    template <typename T>
    [[nodiscard]] QFuture<Result<T>> run(std::function<Result<T>(Worker &)> work);
    void take(std::shared_ptr<const TemplateCatalog> catalog);

    std::shared_ptr<const TemplateCatalog> m_catalog; ///< shared with who looks at it
    std::unique_ptr<Worker> m_worker;
    QThread m_thread;
    const Clock &m_clock;
};

} // namespace aside
