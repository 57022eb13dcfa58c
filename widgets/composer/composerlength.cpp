// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/channelpreview.h"
#include "models/check/replydesk.h"
#include "models/services/composer.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/composer/lengthcounter.h"
#include "widgets/composer/previewdialog.h"
#include "widgets/composer/replyfield.h"

#include <QPushButton>

namespace aside {

/// A note is nobody's to count, and so is nothing.
void ComposerPanel::countLetters()
{
    const QString text = m_text->toPlainText();
    const bool isReply = m_composer.kind() == DraftKind::Reply && m_desk.isOpen() && !text.isEmpty();
    const ChannelCapabilities can = m_desk.capabilities();
    const LengthUnit unit = can.unitFor(m_row.audience);
    const int limit = isReply ? can.limit(m_row.audience) : 0;
    m_length->setLength(limit > 0 ? lengthIn(unit, m_desk.asSent(text)) : 0, limit, unit);
    m_preview->setVisible(limit > 0 && !text.trimmed().isEmpty());
}

void ComposerPanel::showPreview()
{
    const QString text = m_desk.asSent(m_text->toPlainText());
    m_desk.bearsNumberButton(text).then(this, [this, text, channel = m_row.channel](bool bearsIt) {
        ChannelPreview preview = previewOf(channel, text);
        if (bearsIt) {
            preview.notes.append(ChannelPreview::Note::NumberButton);
        }
        (new PreviewDialog(channel, preview, window()))->open(); // deletes itself
    });
}

} // namespace aside
