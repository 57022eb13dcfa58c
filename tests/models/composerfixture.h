// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/services/composer.h"
#include "tests/support/fakestores.h"

#include <QTest>

#include <memory>

namespace aside::test {

inline constexpr ConversationId anna{1};
inline constexpr ConversationId boris{2};

/// A composer over stores that fail and answer late when they are told to, anew for each test.
class ComposerFixture
{
protected:
    void begin()
    {
        QTest::failOnWarning();
        m_stores = std::make_unique<FakeStores>();
        m_composer = std::make_unique<Composer>(*m_stores, *m_stores);
    }
    void end()
    {
        m_composer.reset();
        m_stores.reset();
    }

    void failNextSave()
    {
        QTest::ignoreMessage(QtWarningMsg, "a draft was not saved: \"disk-full\"");
        m_stores->failNext(diskFull());
    }
    void storeDraft(ConversationId id, const QString &text)
    {
        Draft draft;
        draft.conversation = id;
        draft.text = text;
        draft.version = 1;
        m_stores->replies[id].append(draft);
    }
    [[nodiscard]] static Error diskFull()
    {
        return {.code = Errc::DiskFull, .detail = QStringLiteral("scripted"), .retryAfter = {}};
    }

    std::unique_ptr<FakeStores> m_stores;
    std::unique_ptr<Composer> m_composer;
};

} // namespace aside::test
