// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "widgets/templates/templateshelf.h"

#include <QObject>

#include <optional>

namespace aside {

/// Removes a template's file once the person has said so, and writes it again when that is taken back. Owned
/// by the window that asks.
class TemplateRemover : public QObject
{
    Q_OBJECT
public:
    TemplateRemover(TemplateLibrary &library, QWidget *window);

    void ask(const TemplateAddress &address);
    /// The one removed last comes back, where its file could be read.
    void undo();
    [[nodiscard]] bool canUndo() const { return m_removed.has_value(); }

Q_SIGNALS:
    void removed(const aside::TemplateAddress &address);
    void restored(const aside::TemplateAddress &address);
    void failed(const aside::Error &error);

private:
    struct Removed {
        TemplateAddress address;
        QString text;
    };

    void showQuestion(const TemplateAddress &address, const Result<QString> &text);
    void remove(const TemplateAddress &address, const Result<QString> &text);

    TemplateLibrary &m_library;
    QWidget *m_window;
    std::optional<Removed> m_removed;
};

} // namespace aside
