// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/generalpage.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>

#include <array>

namespace aside {

namespace {

constexpr int textStep = 10;

// The rows of the combo boxes.
const std::array<QString, 3> &languages()
{
    static const std::array<QString, 3> codes{QString(), QStringLiteral("en"), QStringLiteral("ru")};
    return codes;
}
constexpr std::array themes{ColorMode::System, ColorMode::Light, ColorMode::Dark};
constexpr std::array densities{Density::Compact, Density::Normal, Density::Comfortable};

template <typename Values, typename Value>
int rowOf(const Values &values, const Value &value)
{
    return static_cast<int>(std::ranges::find(values, value) - values.begin());
}

void name(QComboBox *box, const QStringList &names)
{
    const QSignalBlocker quiet(box);
    if (box->count() == 0) {
        box->addItems(names);
    }
    for (int row = 0; row < names.size(); ++row) {
        box->setItemText(row, names.at(row));
    }
}

} // namespace

GeneralPage::GeneralPage(QWidget *parent)
    : SettingsPage(parent)
    , m_language(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_density(new QComboBox(this))
    , m_textSize(new QSpinBox(this))
    , m_languageLabel(addRow(m_language))
    , m_themeLabel(addRow(m_theme))
    , m_densityLabel(addRow(m_density))
    , m_textSizeLabel(addRow(m_textSize))
{
    m_language->setObjectName(QStringLiteral("languageBox"));
    m_theme->setObjectName(QStringLiteral("themeBox"));
    m_density->setObjectName(QStringLiteral("densityBox"));
    m_textSize->setObjectName(QStringLiteral("textSizeBox"));
    m_textSize->setRange(Preferences::smallestText, Preferences::largestText);
    m_textSize->setSingleStep(textStep);
    m_textSize->setKeyboardTracking(false); // not at each digit
    retranslate();
    for (const QComboBox *box : {m_language, m_theme, m_density}) {
        connect(box, &QComboBox::currentIndexChanged, this, &SettingsPage::changed);
    }
    connect(m_textSize, &QSpinBox::valueChanged, this, &SettingsPage::changed);
}

QString GeneralPage::title() const
{
    return tr("General");
}

QString GeneralPage::iconName() const
{
    return QStringLiteral("configure");
}

void GeneralPage::show(const Preferences &preferences)
{
    const QSignalBlocker quiet(this);
    m_language->setCurrentIndex(rowOf(languages(), preferences.language));
    m_theme->setCurrentIndex(rowOf(themes, preferences.colorMode));
    m_density->setCurrentIndex(rowOf(densities, preferences.density));
    m_textSize->setValue(preferences.textSize);
}

void GeneralPage::collect(Preferences &preferences) const
{
    preferences.language = languages().at(static_cast<size_t>(m_language->currentIndex()));
    preferences.colorMode = themes.at(static_cast<size_t>(m_theme->currentIndex()));
    preferences.density = densities.at(static_cast<size_t>(m_density->currentIndex()));
    preferences.textSize = m_textSize->value();
}

void GeneralPage::retranslate()
{
    m_languageLabel->setText(tr("&Language"));
    // The names of languages are said in these languages.
    name(m_language, {tr("As the system"), QStringLiteral("English"), QStringLiteral("Русский")});
    m_themeLabel->setText(tr("&Theme"));
    name(m_theme, {tr("As the system"), tr("Light"), tr("Dark")});
    m_densityLabel->setText(tr("&Density"));
    name(m_density, {tr("Compact"), tr("Normal"), tr("Comfortable")});
    m_textSizeLabel->setText(tr("Size of te&xt"));
    //: After the size of text in percent, with a space before it
    m_textSize->setSuffix(tr(" %"));
}

} // namespace aside
