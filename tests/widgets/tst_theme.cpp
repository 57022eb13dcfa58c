// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/words.h"
#include "widgets/inbox/avatar.h"
#include "widgets/inbox/rowchips.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialogButtonBox>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace aside;

namespace {

double channelLight(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return (0.2126 * channelLight(color.redF())) + (0.7152 * channelLight(color.greenF()))
        + (0.0722 * channelLight(color.blueF()));
}

/// WCAG 2: from 1 to 21.
double contrast(const QColor &one, const QColor &other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

bool hasInk(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 128) {
                return true;
            }
        }
    }
    return false;
}

struct Pair {
    const char *name;
    QColor Theme::*text;
    QColor Theme::*ground;
};

QList<Pair> pairs()
{
    QList<Pair> all{{"on accent", &Theme::onAccent, &Theme::accent},
                    {"public badge", &Theme::publicBadgeText, &Theme::publicBadge},
                    {"private badge", &Theme::privateBadgeText, &Theme::privateBadge},
                    {"warning", &Theme::warningText, &Theme::warningBackground}};
    for (QColor Theme::*ground : {&Theme::window, &Theme::base, &Theme::hover, &Theme::selection,
                                  &Theme::incomingBubble, &Theme::outgoingBubble, &Theme::noteBubble}) {
        all << Pair{"text", &Theme::text, ground} << Pair{"secondary text", &Theme::secondaryText, ground}
            << Pair{"link", &Theme::link, ground} << Pair{"danger", &Theme::danger, ground}
            << Pair{"draft", &Theme::draftText, ground} << Pair{"note", &Theme::noteText, ground};
    }
    return all;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void textReadsOnItsGround_data();
    void textReadsOnItsGround();
    void paletteTextReads_data();
    void paletteTextReads();
    void disabledTextAndFocusRingsCanBeSeen_data();
    void disabledTextAndFocusRingsCanBeSeen();
    void everyChipReads_data();
    void everyChipReads();
    void initialsReadOnEveryAvatar();
    void everyIconHasInk_data();
    void everyIconHasInk();
    void everyIconNameInTheSourcesExists();
    void iconsOfViewsAndChannelsExist();
    void iconsFollowTheMode();
    void buttonsOfDialogsHaveNoIconsOfQt();
};

void TestTheme::textReadsOnItsGround_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");

    for (const Theme *theme : {&lightTheme(), &darkTheme()}) {
        for (const Pair &pair : pairs()) {
            const QColor ground = theme->*pair.ground;
            QTest::addRow("%s: %s on %s", theme->dark ? "dark" : "light", pair.name,
                          qPrintable(ground.name()))
                << theme->*pair.text << ground;
        }
    }
}

void TestTheme::textReadsOnItsGround()
{
    QFETCH(const QColor, text);
    QFETCH(const QColor, ground);

    QCOMPARE_GE(contrast(text, ground), 4.5);
}

void TestTheme::paletteTextReads_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<QPalette::ColorRole>("text");
    QTest::addColumn<QPalette::ColorRole>("ground");

    for (const Theme *theme : {&lightTheme(), &darkTheme()}) {
        const QPalette palette = paletteOf(*theme);
        const char *name = theme->dark ? "dark" : "light";
        const auto add = [&](const char *what, QPalette::ColorRole text, QPalette::ColorRole ground) {
            QTest::addRow("%s: %s", name, what) << palette << text << ground;
        };
        add("window", QPalette::WindowText, QPalette::Window);
        add("base", QPalette::Text, QPalette::Base);
        add("alternate base", QPalette::Text, QPalette::AlternateBase);
        add("button", QPalette::ButtonText, QPalette::Button);
        add("highlight", QPalette::HighlightedText, QPalette::Highlight);
        add("placeholder", QPalette::PlaceholderText, QPalette::Base);
        add("tool tip", QPalette::ToolTipText, QPalette::ToolTipBase);
        add("link", QPalette::Link, QPalette::Base);
    }
}

void TestTheme::paletteTextReads()
{
    QFETCH(const QPalette, palette);
    QFETCH(const QPalette::ColorRole, text);
    QFETCH(const QPalette::ColorRole, ground);

    QCOMPARE_GE(contrast(palette.color(text), palette.color(ground)), 4.5);
}

void TestTheme::disabledTextAndFocusRingsCanBeSeen_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");

    for (const Theme *theme : {&lightTheme(), &darkTheme()}) {
        const QPalette palette = paletteOf(*theme);
        const char *name = theme->dark ? "dark" : "light";
        for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::Button}) {
            for (const auto text : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
                QTest::addRow("%s: disabled %d on %d", name, text, ground)
                    << palette.color(QPalette::Disabled, text) << palette.color(QPalette::Disabled, ground);
            }
            QTest::addRow("%s: ring on %d", name, ground)
                << palette.color(QPalette::Accent) << palette.color(ground);
        }
        for (const QColor &ground : {theme->base, theme->window, theme->hover, theme->selection}) {
            QTest::addRow("%s: ring of a row on %s", name, qPrintable(ground.name()))
                << theme->link << ground;
        }
        QTest::addRow("%s: ring in the main button", name) << theme->onAccent << theme->accent;
        QTest::addRow("%s: edge of the public reply", name) << theme->publicBadgeText << theme->publicBadge;
    }
}

void TestTheme::disabledTextAndFocusRingsCanBeSeen()
{
    QFETCH(const QColor, ink);
    QFETCH(const QColor, ground);

    QCOMPARE_GE(contrast(ink, ground), 3.0);
}

void TestTheme::everyChipReads_data()
{
    QTest::addColumn<ConversationRow>("row");
    const Instant now{std::chrono::hours(1000)};
    const auto rowWith = [](const auto &change) {
        ConversationRow row;
        row.id = ConversationId{1};
        change(row);
        return row;
    };

    QTest::newRow("closed") << rowWith([](ConversationRow &row) { row.state = ConversationState::Closed; });
    QTest::newRow("blocked") << rowWith([](ConversationRow &row) { row.isBlocked = true; });
    QTest::newRow("promised") << rowWith(
        [now](ConversationRow &row) { row.promisedAt = now + std::chrono::hours(2); });
    QTest::newRow("late") << rowWith(
        [now](ConversationRow &row) { row.promisedAt = now - std::chrono::hours(2); });
    QTest::newRow("snoozed") << rowWith([now](ConversationRow &row) {
        row.state = ConversationState::Snoozed;
        row.snoozedUntil = now + std::chrono::hours(2);
    });
    for (int i = 0; i < 60; ++i) {
        const QString tag = QStringLiteral("tag %1").arg(i);
        QTest::newRow(qPrintable(tag)) << rowWith([tag](ConversationRow &row) { row.tags = {tag}; });
    }
}

/// Colour is never all there is: a chip has words, and they can be read.
void TestTheme::everyChipReads()
{
    QFETCH(const ConversationRow, row);

    for (const Theme *theme : {&lightTheme(), &darkTheme()}) {
        const QList<RowChip> chips = rowChips(row, Instant{std::chrono::hours(1000)}, *theme);
        QVERIFY(!chips.isEmpty());
        for (const RowChip &chip : chips) {
            QVERIFY(!chip.text.isEmpty());
            QCOMPARE_GE(contrast(chip.ink, chip.ground), 4.5);
        }
    }
}

void TestTheme::initialsReadOnEveryAvatar()
{
    QSet<QRgb> seen;

    for (int i = 0; i < 500; ++i) {
        const QColor color = avatarColor(QStringLiteral("customer %1").arg(i));
        seen.insert(color.rgb());
        QCOMPARE_GE(contrast(Qt::white, color), 4.5);
    }

    QCOMPARE_GE(seen.size(), 8);
    QCOMPARE(initials(QStringLiteral("Елена  воробьёва Петровна")), QStringLiteral("ЕВ"));
    QCOMPARE(initials(QStringLiteral("@anna")), QStringLiteral("A"));
    QCOMPARE(initials(QStringLiteral("…")), QStringLiteral("?"));
}

void TestTheme::everyIconHasInk_data()
{
    QTest::addColumn<QString>("name");

    for (const QString &name : iconNames()) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void TestTheme::everyIconHasInk()
{
    QFETCH(const QString, name);

    const QIcon icon = themedIcon(name);

    QVERIFY(!icon.isNull());
    QVERIFY(hasInk(icon.pixmap(QSize(22, 22), 1.0).toImage()));
    QVERIFY(hasInk(icon.pixmap(QSize(16, 16), 2.0).toImage()));
}

/// A missing icon is silent: a button without a picture. So the names are read from the sources.
void TestTheme::everyIconNameInTheSourcesExists()
{
    static const QRegularExpression call(
        QStringLiteral("(?:themedIcon|drawIcon)\\([^;\"]*\"([a-z0-9_-]+)\""));
    const QStringList known = iconNames();
    int found = 0;

    for (const char *folder : {"/../../widgets", "/../../app"}) {
        QDirIterator files(QStringLiteral(TEST_DATA_DIR) + QLatin1StringView(folder),
                           {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString source = QString::fromUtf8(file.readAll());
            for (const QRegularExpressionMatch &match : call.globalMatch(source)) {
                ++found;
                QVERIFY2(known.contains(match.captured(1)),
                         qPrintable(file.fileName() + QStringLiteral(": ") + match.captured(1)));
            }
        }
    }

    QCOMPARE_GT(found, 0);
}

void TestTheme::iconsOfViewsAndChannelsExist()
{
    const QStringList known = iconNames();

    for (int number = 1; channelFromNumber(number); ++number) {
        const Channel channel = *channelFromNumber(number);
        QVERIFY2(known.contains(channelIconName(channel)), qPrintable(channelIconName(channel)));
        QVERIFY(!channelLabel(channel).isEmpty());
    }
    for (const View view :
         {View::Inbox, View::Unread, View::Public, View::Private, View::Drafts, View::Outbox, View::Closed,
          View::Snoozed, View::Blocked, View::Promises, View::Waiting, View::ReplyBy}) {
        QVERIFY2(known.contains(viewIconName(view)), qPrintable(viewIconName(view)));
    }
}

void TestTheme::iconsFollowTheMode()
{
    const QIcon icon = themedIcon(QStringLiteral("folder"));

    applyTheme(*qApp, ColorMode::Dark);
    QVERIFY(currentTheme().dark);
    const QImage dark = icon.pixmap(QSize(22, 22), 1.0).toImage();
    applyTheme(*qApp, ColorMode::Light);
    QVERIFY(!currentTheme().dark);
    const QImage light = icon.pixmap(QSize(22, 22), 1.0).toImage();

    QVERIFY(dark != light);
}

/// They are drawn for light grounds: black on black in the dark.
void TestTheme::buttonsOfDialogsHaveNoIconsOfQt()
{
    applyTheme(*qApp, ColorMode::Dark);
    const QDialogButtonBox box(QDialogButtonBox::Close | QDialogButtonBox::Cancel | QDialogButtonBox::Ok);

    for (const QAbstractButton *button : box.buttons()) {
        QVERIFY2(button->icon().isNull(), qPrintable(button->text()));
    }
}

QTEST_MAIN(TestTheme)

#include "tst_theme.moc"
