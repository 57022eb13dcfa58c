// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/composer/filetray.h"

#include "models/services/draftfiles.h"
#include "widgets/common/errortext.h"
#include "widgets/common/foreigntext.h"
#include "widgets/composer/filerow.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QBuffer>
#include <QEvent>
#include <QFileDialog>
#include <QFuture>
#include <QImage>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QThreadPool>
#include <QUrl>

#include <algorithm>

namespace aside {

namespace {

constexpr int rowsShown = 3;

QByteArray packed(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    const bool done = buffer.open(QIODevice::WriteOnly) && picture.save(&buffer, "PNG");
    return done ? bytes : QByteArray();
}

} // namespace

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    return paths;
}

QString notAttachedText(const QString &name, Errc code)
{
    const QString shown = oneLine(name, 100);
    if (code == Errc::TooLarge) {
        const QString most = QLocale().formattedDataSize(mostAttached, 0, QLocale::DataSizeSIFormat);
        //: %1 is the name of a file, %2 a size such as "25 MB"
        return FileTray::tr("“%1” was not attached: the files of one message may be %2 together.")
            .arg(shown, most);
    }
    //: %1 is the name of a file, %2 a sentence that says why
    return FileTray::tr("“%1” was not attached. %2").arg(shown, errorText(code));
}

FileTray::FileTray(DraftFiles &files, QWidget *parent)
    : QWidget(parent)
    , m_files(files)
    , m_attach(new QPushButton(this))
    , m_scroll(new QScrollArea(this))
    , m_column(new QVBoxLayout)
{
    setObjectName(QStringLiteral("draftFiles"));
    m_attach->setObjectName(QStringLiteral("attachButton"));
    m_attach->setIcon(themedIcon(QStringLiteral("mail-attachment")));
    auto *rows = new QWidget(m_scroll);
    rows->setLayout(m_column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    m_scroll->setWidget(rows);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    rows->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
    retranslate();
    setVisible(false);
    connect(m_attach, &QPushButton::clicked, this, &FileTray::chooseFiles);
    connect(&m_files, &DraftFiles::changed, this, [this] { show(m_files.files()); });
}

void FileTray::commit()
{
    for (FileRow *row : std::as_const(m_rows)) {
        row->commit();
    }
}

void FileTray::attachPicture(const QImage &picture)
{
    if (picture.isNull()) {
        return;
    }
    //: The name of a file
    const QString name = tr("Pasted picture") + QStringLiteral(".png");
    m_files.attachLater(name, QStringLiteral("image/png"),
                        QtFuture::makeReadyVoidFuture().then(QThreadPool::globalInstance(),
                                                             [picture] { return packed(picture); }));
}

void FileTray::chooseFiles()
{
    auto *dialog = new QFileDialog(window(), tr("Attach files"));
    dialog->setObjectName(QStringLiteral("attachDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, &m_files, &DraftFiles::attach);
    dialog->open();
}

void FileTray::show(const QList<DraftAttachment> &files)
{
    const qsizetype before = m_rows.size();
    for (FileRow *row : QList<FileRow *>(m_rows)) {
        if (!std::ranges::contains(files, row->id(), &DraftAttachment::id)) {
            drop(row);
        }
    }
    for (const DraftAttachment &file : files) {
        const auto row = std::ranges::find(m_rows, file.id, &FileRow::id);
        row == m_rows.end() ? add(file) : (*row)->take(file);
    }
    arrange();
    if (m_rows.size() != before && !m_rows.isEmpty()) {
        Q_EMIT announced(tr("%n file(s) attached", nullptr, static_cast<int>(m_rows.size())));
    }
}

void FileTray::add(const DraftAttachment &file)
{
    auto *row = new FileRow(file, m_scroll->widget());
    connect(row, &FileRow::removeAsked, &m_files, [this, id = file.id] { m_files.detach(id); });
    connect(row, &FileRow::described, &m_files,
            [this, id = file.id](const QString &alt) { m_files.describe(id, alt); });
    m_column->addWidget(row);
    m_rows.append(row);
}

void FileTray::drop(FileRow *row)
{
    const QWidget *focus = focusWidget();
    if (focus != nullptr && row->isAncestorOf(focus) && focus->hasFocus()) {
        m_attach->setFocus(Qt::OtherFocusReason);
    }
    row->commit(); // another conversation may come while it is written
    m_rows.removeOne(row);
    m_column->removeWidget(row);
    row->hide();
    row->deleteLater();
}

void FileTray::arrange()
{
    const qsizetype count = std::min<qsizetype>(m_rows.size(), rowsShown);
    int height = 0;
    QWidget *before = m_attach;
    for (FileRow *row : std::as_const(m_rows)) {
        before = row->takeTabFrom(before);
    }
    for (qsizetype i = 0; i < count; ++i) {
        height += m_rows.at(i)->sizeHint().height() + m_column->spacing();
    }
    m_scroll->setFixedHeight(height);
    setVisible(!m_rows.isEmpty());
}

void FileTray::retranslate()
{
    m_attach->setText(tr("&Attach…"));
    m_scroll->widget()->setAccessibleName(tr("Attached files"));
}

void FileTray::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::FontChange) {
        arrange();
    }
}

void FileTray::describe(qsizetype file)
{
    if (file >= 0 && file < m_rows.size()) {
        m_rows.at(file)->focusDescription();
    }
}

} // namespace aside
