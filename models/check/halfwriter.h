// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/movetalk.h"
#include "models/templates/templatevariables.h"

#include <QString>

namespace aside {

class TemplateCatalog;
struct Template;

/// Fills in the templates that a plan names, and says what each half is checked with. Looks at what it is
/// made with; belongs to one thread.
class HalfWriter
{
public:
    HalfWriter(const MoveQuestion &question, const MoveTalk &talk, const ReadTalk &read);

    [[nodiscard]] WrittenHalf write(const MoveHalf &half) const;
    /// The id of the template for a text that comes later; empty where there is none.
    [[nodiscard]] QString templateId(MoveText text) const;

private:
    struct Found {
        const Template *one = nullptr;
        const TemplateCatalog *catalog = nullptr;
    };
    [[nodiscard]] Found find(MoveText text, Channel channel, Audience audience) const;
    [[nodiscard]] TemplateValues valuesFor(const MoveHalf &half, const QString &language) const;
    void fillIn(WrittenHalf &written, const Found &found) const;
    [[nodiscard]] QList<Message> withSecrets(Audience audience, QList<Message> messages) const;
    void prepareCheck(WrittenHalf &written, const TemplateCatalog *catalog) const;

    const MoveQuestion &m_question;
    const MoveTalk &m_talk;
    const ReadTalk &m_read;
};

} // namespace aside
