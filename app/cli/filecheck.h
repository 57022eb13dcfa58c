// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/checkprofile.h"
#include "models/check/replycheck.h"
#include "models/core/error.h"
#include "models/domain/template.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace aside {
class SpellChecker;
}

namespace aside::cli {

/// A place in a file, both from 1; columns count UTF-16 units.
struct FilePlace {
    int line = 1;
    int column = 1;

    bool operator==(const FilePlace &) const = default;
};

/// A change of a fix, in the lines of the file.
struct PlacedEdit {
    FilePlace begin;
    qsizetype length = 0;
    QString text;
};

/// A finding, where it stands in its file.
struct PlacedFinding {
    Finding finding;
    FilePlace begin;
    FilePlace end;
    QString excerpt; ///< on one line, cut where it is long
    QList<QList<PlacedEdit>> edits{}; ///< by fix

    [[nodiscard]] bool isOpen() const
    {
        return finding.severity != Severity::Hint && finding.reason.isEmpty();
    }
};

/// Why a file could not be checked, or not all of it.
struct CheckFailure {
    Errc code = Errc::Internal;
    QString words; ///< for people
    std::optional<FilePlace> at{};
};

/// What the check says of one file.
struct CheckedFile {
    QString name; ///< as the person gave it
    bool isChecked = false; ///< in part at least; what follows is known
    double substance = 1.0;
    QList<PlacedFinding> findings{}; ///< by place
    std::optional<CheckFailure> failure{};
};

/// The findings of a text whose first line is `firstLine` of its file.
[[nodiscard]] CheckedFile checkedFile(const QString &name, const CheckReport &report, const QString &text,
                                      int firstLine = 1);

/// What the person said about the texts.
struct CheckAssumptions {
    std::optional<Channel> channel;
    std::optional<Audience> audience;
    QString language; ///< empty: as the template says, or as the text reads
};

/// Checks texts and templates that lie in files.
class FileCheck
{
public:
    FileCheck(CheckProfile profile, CheckAssumptions assumptions, std::shared_ptr<const PhraseBook> phrases,
              const SpellChecker *spelling);

    /// A name that ends in .md with front matter in it is a template.
    [[nodiscard]] CheckedFile check(const QString &name, const QByteArray &bytes);

private:
    struct Place {
        Channel channel = Channel::Email;
        Audience audience = Audience::Private;
    };

    [[nodiscard]] CheckedFile checkText(const QString &name, const QString &text);
    [[nodiscard]] CheckedFile checkTemplate(const QString &name, const QByteArray &bytes);
    [[nodiscard]] std::vector<Place> placesOf(const QList<Channel> &channels,
                                              std::optional<Audience> audience) const;
    [[nodiscard]] CheckReport reportOf(CheckContext context, const std::vector<Place> &places);

    CheckProfile m_profile;
    std::shared_ptr<const CheckSettings> m_settings; ///< shared with every context
    CheckAssumptions m_assumptions;
    ReplyCheck m_check;
    const SpellChecker *m_spelling;
};

} // namespace aside::cli
