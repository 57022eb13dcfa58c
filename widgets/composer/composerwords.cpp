// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/composer.h"
#include "widgets/check/composercheck.h"
#include "widgets/common/audiencebadge.h"
#include "widgets/common/elidedbutton.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/composer/replyfield.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QPushButton>
#include <QTabBar>

namespace aside {

void ComposerPanel::retranslate()
{
    m_kinds->setTabText(replyTab, tr("Reply"));
    m_kinds->setTabText(noteTab, tr("Note (team only)"));
    m_kinds->setAccessibleName(tr("Reply or note"));
    m_versions->setText(tr("Ve&rsions…"));
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setToolTip(tr("See the reply as its readers will"));
    countLetters();
    retranslateAddresses();
    m_composer.kind() == DraftKind::Note ? retranslateNote() : retranslateReply();
    if (const QString todo = m_check->todo(); !todo.isEmpty()) {
        m_send->setIcon(themedIcon(QStringLiteral("data-warning"), IconColor::OnAccent));
        m_send->setWords(todo);
    }
}

void ComposerPanel::retranslateNote()
{
    m_audience->showTeam(tr("Note: only the team will read it"));
    m_send->setIcon(themedIcon(QStringLiteral("note"), IconColor::OnAccent));
    m_send->setWords(tr("Add note (team only)"));
    m_move->setText(tr("M&ove into the reply…"));
    m_text->setPlaceholderText(tr("Write a note for the team…"));
    m_text->setAccessibleName(tr("Note text"));
}

void ComposerPanel::retranslateReply()
{
    const bool isPublic = m_row.audience == Audience::Public;
    const QString person = oneLine(m_row.person);
    const QString channel = channelLabel(m_row.channel);
    m_audience->show(m_row.audience,
                     isPublic ? tr("Public: everybody can read this reply")
                              : tr("Private: only %1 will read this reply").arg(person));
    m_send->setIcon(themedIcon(QStringLiteral("document-send"), IconColor::OnAccent));
    if (isPublic) {
        //: On the button. %1 is a channel such as "X"
        m_send->setWords(tr("Reply publicly on %1").arg(channel));
    } else if (m_row.channel == Channel::Email) {
        nameRecipients();
    } else if (m_row.channel == Channel::Phone) {
        m_send->setWords(tr("Message %1 privately by phone").arg(person));
    } else {
        m_send->setWords(tr("Message %1 privately on %2").arg(person, channel));
    }
    m_move->setText(tr("M&ove into the note"));
    m_text->setPlaceholderText(isPublic ? tr("Write a public reply…") : tr("Write a reply…"));
    m_text->setAccessibleName(tr("Reply text"));
}

void ComposerPanel::takeColors()
{
    const bool isNote = m_composer.kind() == DraftKind::Note;
    QPalette colors = palette();
    if (isNote) {
        colors.setColor(QPalette::Base, currentTheme().noteBubble);
    }
    m_text->setPalette(isNote ? colors : QPalette());
}

} // namespace aside
