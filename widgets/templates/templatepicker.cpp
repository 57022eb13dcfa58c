// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/templatepicker.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/searchfield.h"
#include "widgets/templates/templatedelegate.h"
#include "widgets/templates/templatelistmodel.h"
#include "widgets/templates/templatesheet.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr int widest = 960;
constexpr int tallest = 560;

} // namespace

TemplatePicker::TemplatePicker(QWidget *window)
    : PickerFrame(window)
    , m_model(new TemplateListModel(this))
    , m_nothing(plainLabel(this))
    , m_sheet(new TemplateSheet(this))
    , m_hint(plainLabel(this))
{
    build();
    retranslate();
    connect(&field(), &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text == u'/') {
            leave();
            Q_EMIT slashTyped();
            return;
        }
        m_model->setQuery(text.trimmed());
    });
    connect(m_model, &TemplateListModel::ranked, this, &TemplatePicker::takeRanking);
    connect(list().selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TemplatePicker::showCurrent);
    connect(&list(), &QListView::clicked, &field(), qOverload<>(&QWidget::setFocus));
    connect(&list(), &QListView::doubleClicked, this, &TemplatePicker::choose);
}

void TemplatePicker::build()
{
    setObjectName(QStringLiteral("templatePicker"));
    field().setObjectName(QStringLiteral("templateField"));
    list().setObjectName(QStringLiteral("templateList"));
    list().setModel(m_model);
    list().setItemDelegate(new TemplateDelegate(&list()));
    m_nothing->setObjectName(QStringLiteral("templateNothing"));
    m_nothing->setWordWrap(true);
    m_nothing->hide(); // until the first ranking says that there is nothing
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setWordWrap(true);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(margin);
    halves->addWidget(&list(), 5);
    halves->addWidget(m_nothing, 5);
    halves->addWidget(m_sheet, 6);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin / 2);
    column->addWidget(&field());
    column->addLayout(halves, 1);
    column->addWidget(m_hint);
}

void TemplatePicker::retranslate()
{
    setAccessibleName(tr("Templates"));
    field().setAccessibleName(tr("Find a template"));
    dressSearchField(field());
    field().setPlaceholderText(tr("Type a key or words of a template…"));
    list().setAccessibleName(tr("Templates that fit"));
    m_hint->setText(tr("Enter puts it into the reply, Esc goes back, / once more writes a slash."));
}

void TemplatePicker::open(std::shared_ptr<const TemplateCatalog> catalog, const TemplatePlace &place)
{
    m_isChosen = false;
    m_shown.clear();
    {
        const QSignalBlocker quiet(field());
        field().clear();
    }
    m_rankedFor.clear();
    m_model->open(std::move(catalog), place);
    appear();
}

void TemplatePicker::setPlace(const TemplatePlace &place)
{
    m_model->setPlace(place);
}

void TemplatePicker::setCatalog(std::shared_ptr<const TemplateCatalog> catalog)
{
    if (isVisible()) {
        m_model->setCatalog(std::move(catalog));
    }
}

void TemplatePicker::setStatistics(const QHash<QString, TemplateStatistics> &statistics)
{
    m_statistics = statistics;
    QHash<QString, int> uses;
    for (const auto &[id, fared] : statistics.asKeyValueRange()) {
        uses.insert(id, fared.uses);
    }
    m_model->setUses(uses);
}

void TemplatePicker::takeRanking()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_nothing->setText(m_model->catalog()->templates().isEmpty()
                           ? tr("There is no template yet. Make one in the window of templates.")
                           : tr("No template fits these words."));
    m_nothing->setVisible(isEmpty);
    list().setVisible(!isEmpty);
    // What is chosen stays where only more became known of the conversation.
    const QString query = field().text().trimmed();
    const int row = std::exchange(m_rankedFor, query) == query ? m_model->rowOf(m_shown) : 0;
    m_shown.clear();
    list().setCurrentIndex(m_model->index(std::max(row, 0)));
    showCurrent();
    if (std::exchange(m_isChosen, false)) {
        choose();
    }
}

void TemplatePicker::showCurrent()
{
    const Template *one = m_model->at(list().currentIndex().row());
    const QString id = one != nullptr ? one->id : QString();
    if (one != nullptr && id == m_shown) {
        return;
    }
    m_shown = id;
    m_sheet->showTemplate(one, m_statistics.value(id));
    refreshPreview();
}

void TemplatePicker::refreshPreview()
{
    if (!m_shown.isEmpty()) {
        Q_EMIT previewWanted(m_shown);
    }
}

void TemplatePicker::showPreview(const QString &id, const TemplateResult &rendered)
{
    if (isVisible() && id == m_shown) {
        m_sheet->showText(rendered);
    }
}

QSize TemplatePicker::wantedSize() const
{
    return {widest, tallest};
}

void TemplatePicker::choose()
{
    if (!m_model->isCurrent()) {
        m_isChosen = true;
        return;
    }
    if (const Template *one = m_model->at(list().currentIndex().row())) {
        const QString id = one->id;
        leave(); // first: the text that gets it wants the keyboard
        Q_EMIT chosen(id);
    }
}

} // namespace aside
