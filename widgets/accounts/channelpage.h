// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/channel.h"
#include "widgets/accounts/wizardpage.h"

#include <QList>

class QListWidget;

namespace aside {

/// Asks where customers write.
class ChannelPage final : public WizardPage
{
    Q_OBJECT
public:
    /// The channels that can be chosen, mail first.
    ChannelPage(const QList<Channel> &channels, QWidget *parent);

    [[nodiscard]] Channel channel() const;
    void takeFocus() override;

protected:
    void retranslate() override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    QLabel *m_words;
    QListWidget *m_list;
    QLabel *m_summary;
};

} // namespace aside
