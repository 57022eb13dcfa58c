// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/checkcontext.h"
#include "models/domain/finding.h"

#include <QList>

#include <memory>

namespace aside {

class PhraseBook;

/// What a part of a reply is for.
enum class SegmentKind : quint8 {
    Greeting,
    Body,
    Closing,
    Signature,
    ContactBlock,
    Disclaimer,
    Link,
    Quote,
};

struct Segment {
    SegmentKind kind = SegmentKind::Body;
    TextRange range;

    bool operator==(const Segment &) const = default;
};

/// How much of a text is read, in UTF-16 units: beyond it no channel sends a reply.
inline constexpr qsizetype mostChecked = 100'000;

/// The answer of the check.
struct CheckReport {
    QList<Finding> findings; ///< by place, then by severity
    QList<Segment> segments; ///< by place; together they cover the text
    double substance = 1.0; ///< 0 to 1: the share of the text that answers
    QString language; ///< of the draft: "ru", "en" or empty
    bool isPartial = false; ///< the text is longer than mostChecked; what follows was not read

    /// A stop finding, or an ask finding without a reason.
    [[nodiscard]] bool holdsBack() const;
    bool operator==(const CheckReport &) const = default;
};

/// The reply check: every rule over one draft. Pure: the same context gives the same report. One object
/// belongs to one thread, because it remembers what it learned about the paragraphs of the last text.
class ReplyCheck
{
public:
    explicit ReplyCheck(std::shared_ptr<const PhraseBook> phrases);
    ~ReplyCheck();
    Q_DISABLE_COPY_MOVE(ReplyCheck)

    [[nodiscard]] CheckReport check(const CheckContext &context);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace aside
