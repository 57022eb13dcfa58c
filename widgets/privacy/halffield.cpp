// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/privacy/halffield.h"

#include "models/core/clock.h"
#include "widgets/check/composercheck.h"
#include "widgets/check/findingspanel.h"
#include "widgets/check/substancegauge.h"
#include "widgets/common/audiencebadge.h"
#include "widgets/common/elidedlabel.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/templatefaulttext.h"
#include "widgets/common/words.h"
#include "widgets/privacy/movewords.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>

namespace aside {

namespace {

constexpr int spacing = 6;
constexpr int fewestLines = 6;
constexpr int tallestPanel = 12; // in lines

} // namespace

HalfField::HalfField(const WrittenHalf &half, const MoveQuestion &question, const HalfServices &services,
                     QWidget *parent)
    : QWidget(parent)
    , m_half(half)
    , m_calendar(question.calendar)
    , m_clock(services.clock)
    , m_checks(services.checks)
    , m_desk({.store = m_checks,
              .persons = services.persons,
              .runner = services.runner,
              .clock = services.clock,
              .moves = MoveFix::Hidden})
    , m_files(services.drafts, this)
    , m_readers(new AudienceBadge(AudienceBadge::Shape::Strip, this))
    , m_place(new ElidedLabel(this))
    , m_send(new QCheckBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_check(new ComposerCheck(m_desk, m_files, m_text, this))
    , m_problem(plainLabel(this))
    , m_promises(plainLabel(this))
{
    const bool isPublic = half.half.audience == Audience::Public;
    setObjectName(isPublic ? QStringLiteral("publicHalf") : QStringLiteral("privateHalf"));
    m_text->setObjectName(isPublic ? QStringLiteral("publicText") : QStringLiteral("privateText"));
    build();
    retranslate();
    m_desk.setProfile(question.profile);
    m_desk.setCatalog(question.catalogs.value(0));
    if (!half.templateId.isEmpty()) {
        m_checks.begin({.reasons = {},
                        .switchedOff = {},
                        .used = UsedTemplate{.id = half.templateId, .rendered = half.text}});
    }
    m_desk.open(half.row, *half.check.messages);
    m_text->setPlainText(half.text);
    const auto take = [this] {
        m_check->setDraft(DraftKind::Reply, text());
        showPromises();
        Q_EMIT changed();
    };
    connect(m_text, &QPlainTextEdit::textChanged, this, take);
    connect(m_check, &ComposerCheck::changed, this, &HalfField::changed);
    connect(m_check, &ComposerCheck::announced, this, &HalfField::announced);
    take();
}

void HalfField::build()
{
    m_text->setTabChangesFocus(true);
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_check->panel().setTallest(tallestPanel * m_text->fontMetrics().lineSpacing());
    m_text->setMinimumHeight(fewestLines * m_text->fontMetrics().lineSpacing());
    m_send->setObjectName(m_text->objectName() + QStringLiteral("Sent"));
    m_send->setChecked(true);
    m_send->hide();
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_promises->setWordWrap(true);
    m_promises->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addWidget(m_readers);
    column->addWidget(m_place);
    column->addWidget(m_send);
    column->addWidget(m_text, 1);
    column->addWidget(m_problem);
    column->addWidget(m_promises);
    column->addWidget(&m_check->gauge());
    column->addWidget(&m_check->panel());
}

void HalfField::retranslate()
{
    const bool isPublic = m_half.half.audience == Audience::Public;
    m_readers->show(m_half.half.audience, readersOf(m_half));
    m_place->setText(placeOf(m_half));
    m_send->setText(isPublic ? tr("Send the p&ublic line") : tr("Send the &request"));
    m_text->setAccessibleName(isPublic ? tr("Public line") : tr("Private message"));
    if (m_half.problem) {
        //: %1 is the name of a template, %2 what is wrong with it
        m_problem->setText(tr("The template %1 cannot be used: %2")
                               .arg(oneLine(m_half.templateId, 80), templateFaultText(*m_half.problem)));
    } else if (m_half.templateId.isEmpty()) {
        m_problem->setText(
            tr("There is no template for this in the folder “private”. Write your own words."));
    }
    m_problem->setVisible(!m_problem->text().isEmpty());
}

/// A date that is given is a promise: what was typed counts, not what was drafted.
void HalfField::showPromises()
{
    QStringList times;
    const auto now = m_clock.now();
    for (const auto &promise : findPromises(text(), {.saidAt = now, .calendar = m_calendar})) {
        times.append(untilLabel(promise.dueAt, now));
    }
    times.removeDuplicates();
    //: %1 are times to come
    m_promises->setText(tr("Promises an answer: %1").arg(times.join(QStringLiteral(", "))));
    m_promises->setVisible(!times.isEmpty());
}

void HalfField::allowLeavingOut()
{
    m_send->show();
    connect(m_send, &QCheckBox::toggled, this, [this](bool isSent) {
        m_text->setEnabled(isSent);
        m_check->panel().setEnabled(isSent);
        Q_EMIT changed();
    });
}

void HalfField::focusText()
{
    m_text->setFocus();
}

bool HalfField::isLeftOut() const
{
    return !m_send->isChecked();
}

QString HalfField::text() const
{
    return m_text->toPlainText();
}

void HalfField::setText(const QString &text)
{
    m_text->setPlainText(text);
}

} // namespace aside
