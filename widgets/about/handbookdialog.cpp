// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/about/handbookdialog.h"

#include "widgets/common/blankpicture.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFile>
#include <QImage>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usualSize(860, 640);
constexpr int widestPicture = 760;
constexpr QLatin1StringView pages("/aside/docs/");
constexpr QLatin1StringView inRussian("/aside/docs/ru/");

/// Reads pages and pictures of the program alone, and shows no picture wider than the page.
class HandbookText : public QTextBrowser
{
public:
    explicit HandbookText(QWidget *parent)
        : QTextBrowser(parent)
    {
        setOpenLinks(false); // they are looked at first
        setObjectName(u"handbookText"_s);
    }

    QVariant loadResource(int type, const QUrl &name) override
    {
        const QUrl url = source().resolved(name);
        QFile file(u':' + url.path());
        if (url.scheme() != u"qrc" || !file.open(QIODevice::ReadOnly)) {
            return type == QTextDocument::ImageResource ? QVariant(blankPicture()) : QVariant(QString());
        }
        const QByteArray bytes = file.readAll();
        if (type == QTextDocument::ImageResource) {
            const QImage picture = QImage::fromData(bytes);
            return picture.width() > widestPicture
                ? picture.scaledToWidth(widestPicture, Qt::SmoothTransformation)
                : picture;
        }
        static const QRegularExpression comment(u"<!--.*?-->"_s,
                                                QRegularExpression::DotMatchesEverythingOption);
        return QString::fromUtf8(bytes).remove(comment);
    }
};

bool isThere(const QUrl &page)
{
    return page.scheme() == u"qrc" && QFile::exists(u':' + page.path());
}

/// The same page in the program's language, or in English where that has none.
QUrl inLanguage(const QUrl &page)
{
    const QString path = page.path();
    if (!path.startsWith(pages)) {
        return page;
    }
    const QString name = path.sliced(path.startsWith(inRussian) ? inRussian.size() : pages.size());
    QUrl found(page);
    found.setPath(inRussian + name);
    if (QLocale().language() != QLocale::Russian || !isThere(found)) {
        found.setPath(pages + name);
    }
    return found;
}

QUrl firstPage()
{
    return inLanguage(QUrl(u"qrc:/aside/docs/index.md"_s));
}

/// What a link calls a heading.
QString slugOf(const QString &heading)
{
    QString slug;
    for (const QChar letter : heading.toLower()) {
        if (letter.isLetterOrNumber() || letter == u'-' || letter == u'_') {
            slug += letter;
        } else if (letter == u' ') {
            slug += u'-';
        }
    }
    return slug;
}

} // namespace

HandbookDialog::HandbookDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new HandbookText(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
    , m_back(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
    , m_contents(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
{
    setObjectName(u"handbookDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_back->setObjectName(u"handbookBack"_s);
    m_back->setIcon(themedIcon(u"go-previous"_s));
    m_back->setEnabled(false);
    m_contents->setObjectName(u"handbookContents"_s);
    for (QPushButton *button : {m_back, m_contents}) {
        button->setAutoDefault(false);
    }
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_text, 1);
    column->addWidget(m_buttons);
    connect(m_text, &QTextBrowser::backwardAvailable, m_back, &QWidget::setEnabled);
    connect(m_text, &QTextBrowser::sourceChanged, this,
            [this](const QUrl &source) { goToHeading(source.fragment()); });
    connect(m_text, &QTextBrowser::anchorClicked, this, &HandbookDialog::follow);
    connect(m_back, &QPushButton::clicked, m_text, &QTextBrowser::backward);
    connect(m_contents, &QPushButton::clicked, this, [this] { m_text->setSource(firstPage()); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    m_text->setSource(firstPage());
    retranslate();
    resize(usualSize);
    m_text->setFocus();
}

void HandbookDialog::follow(const QUrl &link)
{
    const QUrl page = inLanguage(m_text->source().resolved(link));
    if (isThere(page)) {
        m_text->setSource(page);
    }
}

/// Headings of such pages are no anchors of their own.
void HandbookDialog::goToHeading(const QString &fragment)
{
    for (QTextBlock block = m_text->document()->begin(); !fragment.isEmpty() && block.isValid();
         block = block.next()) {
        if (block.blockFormat().headingLevel() > 0 && slugOf(block.text()) == fragment) {
            m_text->moveCursor(QTextCursor::End); // so that the heading comes to the top
            m_text->setTextCursor(QTextCursor(block));
            return;
        }
    }
}

void HandbookDialog::retranslate()
{
    setWindowTitle(tr("The handbook of Aside"));
    m_text->setAccessibleName(tr("Page of the handbook"));
    m_back->setText(tr("&Back"));
    m_contents->setText(tr("C&ontents"));
}

/// The pages of before were in the other language: there is no way back to them.
void HandbookDialog::changePages()
{
    const QUrl page = inLanguage(m_text->source());
    if (page != m_text->source()) {
        m_text->setSource(page);
        m_text->clearHistory();
    }
}

void HandbookDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        changePages();
    }
}

} // namespace aside
