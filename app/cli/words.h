// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace aside::cli {

/// The context of the command line's sentences for translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(aside::cli)
};

} // namespace aside::cli
