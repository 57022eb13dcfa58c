// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/checkstore.h"
#include "models/templates/templaterunner.h"
#include "widgets/common/pickerframe.h"

class QLabel;

namespace aside {

class TemplateListModel;
class TemplateSheet;
struct TemplatePlace;

/// A field over the window that finds a template by a few letters, with what it would say beside it. Enter
/// takes it, Esc or a click elsewhere puts it away and gives the keyboard back.
class TemplatePicker : public PickerFrame
{
    Q_OBJECT
public:
    explicit TemplatePicker(QWidget *window);

    /// Opens it empty for this conversation.
    void open(std::shared_ptr<const TemplateCatalog> catalog, const TemplatePlace &place);
    /// More is known of the conversation.
    void setPlace(const TemplatePlace &place);
    void setCatalog(std::shared_ptr<const TemplateCatalog> catalog);
    void setStatistics(const QHash<QString, TemplateStatistics> &statistics);
    /// The answer to previewWanted(); ignored where another template is chosen by now.
    void showPreview(const QString &id, const TemplateResult &rendered);
    /// Asks again for the preview of what is chosen.
    void refreshPreview();

Q_SIGNALS:
    void previewWanted(const QString &id);
    void chosen(const QString &id);
    /// The key that opened it once more: it was meant for the text.
    void slashTyped();

protected:
    void choose() override;
    void retranslate() override;
    [[nodiscard]] QSize wantedSize() const override;

private:
    void build();
    void takeRanking();
    void showCurrent();

    TemplateListModel *m_model;
    QLabel *m_nothing;
    TemplateSheet *m_sheet;
    QLabel *m_hint;
    QHash<QString, TemplateStatistics> m_statistics;
    QString m_shown; ///< what the sheet is about
    QString m_rankedFor; ///< what the rows answer
    bool m_isChosen = false; ///< Enter came before the ranking
};

} // namespace aside
