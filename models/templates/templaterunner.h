// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/templates/templaterenderer.h"

#include <QFuture>
#include <QThread>

#include <memory>

namespace aside {

/// One template to be made into a text.
struct TemplateJob {
    Template from;
    std::shared_ptr<const TemplateCatalog> catalog; ///< shared with whoever shows templates; never null
    TemplateValues values{};
};

using TemplateResult = std::expected<RenderedTemplate, TemplateProblem>;

/// A thread on which templates are rendered, one after the other, so that no key ever waits for one. Made and
/// destroyed on one thread, render() from any.
class TemplateRunner
{
public:
    TemplateRunner();
    /// Finishes what was handed in.
    ~TemplateRunner();
    Q_DISABLE_COPY_MOVE(TemplateRunner)

    [[nodiscard]] QFuture<TemplateResult> render(TemplateJob job);

private:
    class Worker;

    std::unique_ptr<Worker> m_worker;
    QThread m_thread;
};

} // namespace aside
