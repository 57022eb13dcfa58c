// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/checksums.h"

#include <algorithm>
#include <array>
#include <span>

namespace aside {

namespace {

bool isDigits(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

int digit(QStringView digits, qsizetype at)
{
    return digits[at].unicode() - u'0';
}

int weighted(QStringView digits, std::span<const int> weights)
{
    int sum = 0;
    for (qsizetype i = 0; i < std::ssize(weights); ++i) {
        sum += digit(digits, i) * weights[static_cast<std::size_t>(i)];
    }
    return sum;
}

} // namespace

bool isCardNumber(QStringView digits)
{
    // Issuers begin with 2 (Мир, Mastercard) to 6; a row of one digit passes Luhn and is no card.
    if (!isDigits(digits) || digits.size() < 13 || digits.size() > 19 || digits[0] < u'2' || digits[0] > u'6'
        || std::ranges::all_of(digits, [&](QChar c) { return c == digits[0]; })) {
        return false;
    }
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int value = digit(digits, digits.size() - 1 - i);
        const int doubled = value * 2;
        sum += i % 2 == 0 ? value : doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
}

bool isIban(QStringView letters)
{
    const auto isUpper = [](QChar c) {
        return c >= u'A' && c <= u'Z';
    };
    if (letters.size() < 15 || letters.size() > 34 || !isUpper(letters[0]) || !isUpper(letters[1])
        || !isDigits(letters.mid(2, 2))) {
        return false;
    }
    int rest = 0;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const QChar c = letters[(i + 4) % letters.size()];
        if (isUpper(c)) {
            rest = (rest * 100 + c.unicode() - u'A' + 10) % 97;
        } else if (c >= u'0' && c <= u'9') {
            rest = (rest * 10 + c.unicode() - u'0') % 97;
        } else {
            return false;
        }
    }
    return rest == 1;
}

bool isSnils(QStringView digits)
{
    constexpr std::array weights{9, 8, 7, 6, 5, 4, 3, 2, 1};
    if (digits.size() != 11 || !isDigits(digits)) {
        return false;
    }
    const int sum = weighted(digits, weights);
    if (sum == 0) {
        return false;
    }
    return sum % 101 % 100 == digit(digits, 9) * 10 + digit(digits, 10);
}

bool isInn(QStringView digits)
{
    constexpr std::array company{2, 4, 10, 3, 5, 9, 4, 6, 8};
    constexpr std::array first{7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    constexpr std::array second{3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    if (!isDigits(digits)) {
        return false;
    }
    if (digits.size() == 10) {
        return weighted(digits, company) % 11 % 10 == digit(digits, 9)
            && std::ranges::any_of(digits, [](QChar c) { return c != u'0'; });
    }
    return digits.size() == 12 && weighted(digits, first) % 11 % 10 == digit(digits, 10)
        && weighted(digits, second) % 11 % 10 == digit(digits, 11)
        && std::ranges::any_of(digits, [](QChar c) { return c != u'0'; });
}

} // namespace aside
