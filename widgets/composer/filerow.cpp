// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/composer/filerow.h"

#include "widgets/common/elidedlabel.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/sizetext.h"
#include "widgets/theme/icons.h"
#include "widgets/thread/attachmentfile.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTimer>
#include <QToolButton>

#include <chrono>

namespace aside {

namespace {

using namespace std::chrono_literals;

constexpr int iconSize = 16;
constexpr int longestAlt = 1'500;
constexpr auto saveDelay = 300ms;

} // namespace

FileRow::FileRow(const DraftAttachment &file, QWidget *parent)
    : QWidget(parent)
    , m_file(file)
    , m_icon(new QLabel(this))
    , m_name(new ElidedLabel(this))
    , m_size(plainLabel(this))
    , m_alt(new QLineEdit(file.alt, this))
    , m_remove(new QToolButton(this))
    , m_afterLastKey(new QTimer(this))
{
    setObjectName(QStringLiteral("draftFile"));
    m_name->setObjectName(QStringLiteral("fileName"));
    m_size->setObjectName(QStringLiteral("fileSize"));
    m_alt->setObjectName(QStringLiteral("altText"));
    m_alt->setMaxLength(longestAlt);
    m_alt->setVisible(file.mimeType.startsWith(u"image/"));
    m_remove->setObjectName(QStringLiteral("removeFileButton"));
    m_remove->setAutoRaise(true);
    m_remove->setFocusPolicy(Qt::StrongFocus);
    m_afterLastKey->setSingleShot(true);
    m_afterLastKey->setInterval(saveDelay);
    buildLayout();
    retranslate();
    connect(m_alt, &QLineEdit::textEdited, m_afterLastKey, qOverload<>(&QTimer::start));
    connect(m_alt, &QLineEdit::editingFinished, this, &FileRow::commit);
    connect(m_afterLastKey, &QTimer::timeout, this, &FileRow::commit);
    connect(m_remove, &QToolButton::clicked, this, [this] {
        m_afterLastKey->stop();
        m_alt->setText(m_file.alt); // nobody will read it
        Q_EMIT removeAsked();
    });
}

void FileRow::buildLayout()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_icon);
    row->addWidget(m_name, 1);
    row->addWidget(m_size);
    row->addWidget(m_alt, 1);
    row->addWidget(m_remove);
}

void FileRow::take(const DraftAttachment &file)
{
    const bool isWritten = m_alt->text() != m_file.alt;
    m_file = file;
    if (!isWritten) {
        m_alt->setText(file.alt);
    }
}

QWidget *FileRow::takeTabFrom(QWidget *before)
{
    setTabOrder(before, m_alt);
    setTabOrder(m_alt, m_remove);
    return m_remove;
}

void FileRow::commit()
{
    m_afterLastKey->stop();
    if (m_alt->text() != m_file.alt) {
        m_file.alt = m_alt->text();
        Q_EMIT described(m_file.alt);
    }
}

void FileRow::retranslate()
{
    const QString name = oneLine(m_file.name);
    const QString shown = name.isEmpty() ? tr("without a name") : name;
    m_icon->setPixmap(themedIcon(fileKindIcon(fileKind(m_file.name))).pixmap(iconSize));
    m_name->setText(shown);
    m_name->setToolTip(escapedToolTip(m_file.name));
    //: The size of a file of no bytes
    m_size->setText(m_file.size == 0 ? tr("empty") : sizeText(m_file.size));
    m_alt->setPlaceholderText(tr("What the picture shows"));
    m_alt->setAccessibleName(tr("What the picture %1 shows").arg(shown));
    m_remove->setIcon(themedIcon(QStringLiteral("window-close")));
    m_remove->setAccessibleName(tr("Remove %1").arg(shown));
    m_remove->setToolTip(escapedToolTip(tr("Remove %1").arg(shown)));
}

void FileRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange
        || event->type() == QEvent::PaletteChange) {
        retranslate();
    }
}

void FileRow::focusDescription()
{
    m_alt->setFocus(Qt::OtherFocusReason);
}

} // namespace aside
