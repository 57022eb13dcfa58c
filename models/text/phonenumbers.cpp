// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/phonenumbers.h"

#include <phonenumbers/phonenumberutil.h>

#include <string>

namespace aside {

namespace {

using i18n::phonenumbers::PhoneNumberUtil;
using Source = i18n::phonenumbers::PhoneNumber;

constexpr qsizetype longest = 40;

} // namespace

std::optional<PhoneNumber> phoneNumber(QStringView written, QStringView region)
{
    if (written.size() > longest) {
        return {};
    }
    const auto &numbers = *PhoneNumberUtil::GetInstance();
    Source number;
    const auto parsed = numbers.ParseAndKeepRawInput(
        written.toUtf8().toStdString(), region.isEmpty() ? "ZZ" : region.toUtf8().toStdString(), &number);
    if (parsed != PhoneNumberUtil::NO_PARSING_ERROR || !numbers.IsPossibleNumber(number)) {
        return {};
    }
    std::string formatted;
    numbers.Format(number, PhoneNumberUtil::E164, &formatted);
    std::string prefix;
    numbers.GetNddPrefixForRegion(region.toUtf8().toStdString(), /*strip_non_digits=*/true, &prefix);
    std::string digits;
    for (const QChar c : written) {
        if (c.isDigit()) {
            digits.push_back(static_cast<char>('0' + c.digitValue()));
        }
    }
    std::string national;
    numbers.GetNationalSignificantNumber(number, &national);
    return PhoneNumber{
        .e164 = QString::fromStdString(formatted),
        .isServed = numbers.IsValidNumber(number),
        .hasCountry = number.country_code_source() != Source::FROM_DEFAULT_COUNTRY
            || (!prefix.empty() && digits == prefix + national),
    };
}

} // namespace aside
