// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>

namespace aside {

enum class LogLevel : quint8 { Debug, Info, Warning, Error };

/// One thing the program noted about itself: ids, counts and codes, never what a customer wrote.
struct LogLine {
    Instant at{};
    LogLevel level = LogLevel::Info;
    QString category; ///< "aside.storage"
    QString text; ///< English

    bool operator==(const LogLine &) const = default;
};

/// What the program noted lately. Lives on the UI thread.
class LogBook : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The last of them, the oldest first.
    [[nodiscard]] virtual QList<LogLine> lines() const = 0;

Q_SIGNALS:
    void lineAdded(const aside::LogLine &line);
};

/// "2026-11-22T07:30:00.123Z warning aside.storage …": the same in the file and on the screen.
[[nodiscard]] QString toText(const LogLine &line);

} // namespace aside

Q_DECLARE_METATYPE(aside::LogLine)
