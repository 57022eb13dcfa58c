// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/phrasegraph.h"
#include "models/check/phrasepattern.h"
#include "models/text/textwords.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace aside {

/// A phrase list as it was found: a file named "clutter.toml" holds the lists "clutter.…".
struct PhraseFile {
    QString path; ///< shown with problems
    QByteArray text;

    bool operator==(const PhraseFile &) const = default;
};

/// What is wrong with a list. The rest of the lists is used.
struct PhraseProblem {
    QString file;
    int line = 0; ///< from 1; 0: the whole file
    PhraseFault fault = PhraseFault::Unreadable;
    QString excerpt{}; ///< the phrase, or the parser's words

    bool operator==(const PhraseProblem &) const = default;
};

/// Where a phrase of a list stands.
struct PhraseMatch {
    TextRange range;
    QString phrase; ///< as the list has it

    bool operator==(const PhraseMatch &) const = default;
};

/// A match, and the list it belongs to.
struct FoundPhrase {
    int list = 0;
    PhraseMatch match;

    bool operator==(const FoundPhrase &) const = default;
};

/// All phrase lists of all languages, ready to be looked for. Does not change, so any thread may use it.
class PhraseBook
{
public:
    explicit PhraseBook(const QList<PhraseFile> &files);

    /// The lists that come with Aside, and those below `folders` (a profile's "phrases", a team's).
    [[nodiscard]] static std::shared_ptr<const PhraseBook> load(const QStringList &folders = {});

    [[nodiscard]] const QList<PhraseProblem> &problems() const { return m_problems; }
    /// The number of a list ("tone.blame"); -1: there is none.
    [[nodiscard]] int list(QStringView name) const;
    /// Other values of a list: `hosts = ["vk.com"]`, `limit = 2`.
    [[nodiscard]] QStringList strings(QStringView list, QStringView key) const;
    [[nodiscard]] std::optional<double> number(QStringView list, QStringView key) const;

    /// What stands in the words, which lie in these sentences; by place, no two of a list overlapping.
    [[nodiscard]] std::vector<FoundPhrase> find(std::span<const TextWord> words,
                                                std::span<const TextRange> sentences) const;

private:
    class Loader;
    struct Phrase {
        int list = 0;
        bool isException = false;
        QString text;
    };
    struct Values {
        QHash<QString, QStringList> strings;
        QHash<QString, double> numbers;
    };

    void findIn(std::span<const TextWord> sentence, std::vector<FoundPhrase> &found) const;

    QHash<QString, int> m_names;
    std::vector<Values> m_values; ///< by list
    std::vector<Phrase> m_phrases;
    PhraseGraph m_graph;
    QList<PhraseProblem> m_problems;
};

} // namespace aside
