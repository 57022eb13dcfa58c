// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <memory>

namespace aside {

class TextReader;

/// Knows a text that asks whether we may phone, by the phrases that come with Aside; reads them with the
/// first text. Belongs to one thread.
class CallQuestions
{
public:
    CallQuestions();
    ~CallQuestions();
    Q_DISABLE_COPY_MOVE(CallQuestions)

    [[nodiscard]] bool isOne(const QString &text);

private:
    std::unique_ptr<TextReader> m_reader;
};

} // namespace aside
