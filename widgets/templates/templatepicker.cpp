// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/templatepicker.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/searchfield.h"
#include "widgets/templates/templatedelegate.h"
#include "widgets/templates/templatelistmodel.h"
#include "widgets/templates/templatesheet.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr int margin = 10;
constexpr int radius = 10;
constexpr int widest = 960;
constexpr int tallest = 560;
constexpr int page = 8;

} // namespace

TemplatePicker::TemplatePicker(QWidget *window)
    : QFrame(window)
    , m_model(new TemplateListModel(this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(plainLabel(this))
    , m_sheet(new TemplateSheet(this))
    , m_hint(plainLabel(this))
{
    build();
    retranslate();
    hide();
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text == u'/') {
            leave();
            Q_EMIT slashTyped();
            return;
        }
        m_model->setQuery(text.trimmed());
    });
    connect(m_model, &TemplateListModel::ranked, this, &TemplatePicker::takeRanking);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TemplatePicker::showCurrent);
    connect(m_list, &QListView::clicked, m_field, qOverload<>(&QWidget::setFocus));
    connect(m_list, &QListView::doubleClicked, this, &TemplatePicker::choose);
}

void TemplatePicker::build()
{
    setObjectName(QStringLiteral("templatePicker"));
    setProperty("overlay", true);
    m_field->setObjectName(QStringLiteral("templateField"));
    m_list->setObjectName(QStringLiteral("templateList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TemplateDelegate(m_list));
    m_list->setFrameShape(NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_nothing->setObjectName(QStringLiteral("templateNothing"));
    m_nothing->setWordWrap(true);
    m_nothing->hide(); // until the first ranking says that there is nothing
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setWordWrap(true);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(margin);
    halves->addWidget(m_list, 5);
    halves->addWidget(m_nothing, 5);
    halves->addWidget(m_sheet, 6);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin / 2);
    column->addWidget(m_field);
    column->addLayout(halves, 1);
    column->addWidget(m_hint);
}

void TemplatePicker::retranslate()
{
    setAccessibleName(tr("Templates"));
    m_field->setAccessibleName(tr("Find a template"));
    dressSearchField(*m_field);
    m_field->setPlaceholderText(tr("Type a key or words of a template…"));
    m_list->setAccessibleName(tr("Templates that fit"));
    m_hint->setText(tr("Enter puts it into the reply, Esc goes back, / once more writes a slash."));
}

void TemplatePicker::open(std::shared_ptr<const TemplateCatalog> catalog, const TemplatePlace &place)
{
    if (!isVisible()) {
        m_focusBefore = QApplication::focusWidget();
    }
    m_isChosen = false;
    m_shown.clear();
    {
        const QSignalBlocker quiet(m_field);
        m_field->clear();
    }
    m_rankedFor.clear();
    m_model->open(std::move(catalog), place);
    this->place();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
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
    m_list->setVisible(!isEmpty);
    // What is chosen stays where only more became known of the conversation.
    const QString query = m_field->text().trimmed();
    const int row = std::exchange(m_rankedFor, query) == query ? m_model->rowOf(m_shown) : 0;
    m_shown.clear();
    m_list->setCurrentIndex(m_model->index(std::max(row, 0)));
    showCurrent();
    if (std::exchange(m_isChosen, false)) {
        choose();
    }
}

void TemplatePicker::showCurrent()
{
    const Template *one = m_model->at(m_list->currentIndex().row());
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

void TemplatePicker::place()
{
    const int wide = std::min(widest, parentWidget()->width() - 4 * margin);
    const int high = std::min(tallest, parentWidget()->height() - 8 * margin);
    setGeometry((parentWidget()->width() - wide) / 2, 6 * margin, wide, high);
}

void TemplatePicker::leave()
{
    hide();
    if (m_focusBefore != nullptr) {
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    }
    m_focusBefore = nullptr;
}

void TemplatePicker::choose()
{
    if (!m_model->isCurrent()) {
        m_isChosen = true;
        return;
    }
    if (const Template *one = m_model->at(m_list->currentIndex().row())) {
        const QString id = one->id;
        leave(); // first: the text that gets it wants the keyboard
        Q_EMIT chosen(id);
    }
}

bool TemplatePicker::keyPressed(int key)
{
    const int here = m_list->currentIndex().row();
    const int last = m_model->rowCount() - 1;
    const auto go = [&](int row) {
        m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, std::max(last, 0))));
        return true;
    };
    switch (key) {
    case Qt::Key_Escape:
        leave();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Down:
        return go(here + 1);
    case Qt::Key_Up:
        return go(here - 1);
    case Qt::Key_PageDown:
        return go(here + page);
    case Qt::Key_PageUp:
        return go(here - page);
    default:
        return false;
    }
}

bool TemplatePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        return keyPressed(static_cast<QKeyEvent *>(event)->key());
    }
    if (watched == m_field && event->type() == QEvent::FocusOut && isVisible()
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
        m_focusBefore = nullptr; // it went somewhere by itself
        hide();
    }
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void TemplatePicker::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(currentTheme().line, 1));
    painter.setBrush(currentTheme().base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void TemplatePicker::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        hide();
    }
}

} // namespace aside
