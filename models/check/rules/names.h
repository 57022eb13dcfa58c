// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace aside::rules {

/// Given names of people with their short forms, in the languages Aside brings. Does not change.
class Names
{
public:
    /// Those of resources/check/*/names.toml.
    [[nodiscard]] static const Names &all();

    /// The full names a word may stand for, in any case and inflection ("Ане": "анна"); empty: no known name.
    [[nodiscard]] QStringList fullForms(QStringView word) const;
    /// One name written in two ways: short, inflected, or in another alphabet.
    [[nodiscard]] bool isSame(QStringView one, QStringView other) const;

private:
    Names();
    void read(const QString &path);
    void add(const QString &name, const QStringList &forms);

    QHash<QString, QStringList> m_fullForms; ///< folded form → folded names
};

} // namespace aside::rules
