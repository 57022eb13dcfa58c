// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/filecheck.h"
#include "app/cli/output.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace aside::cli {

/// The language of the person, for the words of the rules: "ru", "en".
[[nodiscard]] QString wordsLanguage();

/// One line a finding, as compilers print; what could not be checked on stderr.
void printFindings(Output &output, const QList<CheckedFile> &files);
/// {"file", "substance", "findings"}
[[nodiscard]] QJsonObject checkedJson(const CheckedFile &file);
/// {"files", "errors"}, described in docs/asidectl.md.
[[nodiscard]] QJsonObject findingsJson(const QList<CheckedFile> &files);
/// A SARIF 2.1.0 log of one run.
[[nodiscard]] QJsonObject findingsSarif(const QList<CheckedFile> &files);

void printRules(Output &output);
/// {"rules"}
[[nodiscard]] QJsonObject rulesJson();

} // namespace aside::cli
