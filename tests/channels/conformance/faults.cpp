// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/conformance/faults.h"

namespace aside::test {

namespace {

using Stage = HttpFault::Stage;

constexpr char html[] = "Content-Type: text/html\r\n";
constexpr char json[] = "Content-Type: application/json\r\n";
constexpr char page[] = "<!DOCTYPE html><html><body><h1>Please sign in to this network</h1></body></html>";

/// Where the server said that it will not, or cannot.
QList<NamedFault> refusals()
{
    return {
        {"400", {.status = 400, .headers = html, .body = page}, {Errc::ServerRefused}},
        {"401", {.status = 401, .headers = html, .body = page}, {Errc::SignInRefused}},
        {"403", {.status = 403, .headers = html, .body = page}, {Errc::ServerRefused, Errc::SignInRefused}},
        {"404", {.status = 404, .headers = html, .body = page}, {Errc::NotFound, Errc::SignInRefused}},
        {"429 with a time",
         {.status = 429, .headers = "Retry-After: 120\r\n", .body = "slowly"},
         {Errc::ServerRefused}},
        {"429 with a date",
         {.status = 429, .headers = "Retry-After: Wed, 23 Sep 2026 12:00:00 GMT\r\n", .body = "slowly"},
         {Errc::ServerRefused}},
        {"429 without a time", {.status = 429, .body = "slowly"}, {Errc::ServerRefused}},
        {"500", {.status = 500, .headers = html, .body = page}, {Errc::ServerRefused}},
        {"500 in JSON", {.status = 500, .headers = json, .body = "{}"}, {Errc::ServerRefused}},
        {"502", {.status = 502, .headers = html, .body = page}, {Errc::ServerRefused}},
        {"503 with a time",
         {.status = 503, .headers = "Retry-After: 120\r\n", .body = "later"},
         {Errc::ServerRefused}},
        {"a redirect",
         {.status = 302, .headers = "Location: http://192.0.2.1/elsewhere\r\n"},
         {Errc::ServerRefused, Errc::PrivateAddress}},
    };
}

/// Where what it said is nothing that can be read.
QList<NamedFault> nonsense()
{
    const QList<Errc> bad{Errc::BadAnswer};
    return {
        {"a page with a good status", {.status = 200, .headers = html, .body = page}, bad},
        {"nothing", {.status = 200, .headers = json}, bad},
        {"no content", {.status = 204}, bad},
        {"blanks", {.status = 200, .headers = json, .body = "  \r\n"}, bad},
        {"zeros", {.status = 200, .headers = json, .body = QByteArray(64, '\0')}, bad},
        {"half of it",
         {.status = 200, .headers = json, .body = R"({"ok": true, "response": [{"id": 1, "te)"},
         {Errc::BadAnswer, Errc::Truncated}},
        {"too deep",
         {.status = 200, .headers = json, .body = QByteArray(100'000, '[')},
         {Errc::BadAnswer, Errc::TooDeep, Errc::Truncated}},
        {"a word", {.status = 200, .headers = json, .body = R"("maintenance")"}, bad},
        {"null", {.status = 200, .headers = json, .body = "null"}, bad},
        {"an empty object", {.status = 200, .headers = json, .body = "{}"}, bad},
        {"an error of nobody's", {.status = 200, .headers = json, .body = R"({"error": 7})"}, bad},
    };
}

QList<NamedFault> cuts()
{
    const QList<Errc> broken{Errc::Network, Errc::Truncated};
    return {
        {"cut in the request", {.stage = Stage::CutInRequest}, broken},
        {"cut behind the request", {.stage = Stage::CutBehindRequest}, broken},
        {"cut before the answer", {.stage = Stage::CutBehindEffect}, broken},
        {"cut in the head", {.stage = Stage::CutInHead}, broken},
        {"cut in the body", {.stage = Stage::CutInBody}, broken},
        {"shorter than it says",
         {.stage = Stage::Afterwards, .status = 200, .headers = json, .body = "{", .claimed = 2},
         {Errc::Timeout}},
        {"nobody answers", {.stage = Stage::Silence}, {Errc::Timeout}},
        {"it is done and nobody answers", {.stage = Stage::SilenceBehindEffect}, {Errc::Timeout}},
    };
}

/// What a gateway says when it did not wait for the server, which did it all the same.
QList<NamedFault> afterwards()
{
    return {
        {"done, and 500",
         {.stage = Stage::Afterwards, .status = 500, .headers = html, .body = page},
         {Errc::ServerRefused}},
        {"done, and 504",
         {.stage = Stage::Afterwards, .status = 504, .headers = html, .body = page},
         {Errc::ServerRefused}},
        {"done, and a page",
         {.stage = Stage::Afterwards, .status = 200, .headers = html, .body = page},
         {Errc::BadAnswer}},
        {"done, and nothing",
         {.stage = Stage::Afterwards, .status = 200, .headers = json},
         {Errc::BadAnswer}},
        {"done, and an empty object",
         {.stage = Stage::Afterwards, .status = 200, .headers = json, .body = "{}"},
         {Errc::BadAnswer}},
    };
}

} // namespace

QList<NamedFault> usualFaults()
{
    return refusals() + nonsense() + cuts() + afterwards();
}

QList<NamedFault> hugeAnswers()
{
    return {
        {"by its own words",
         {.status = 200, .headers = json, .body = "[", .claimed = 100'000'000'000},
         {Errc::TooLarge}},
        {"without an end",
         {.status = 200, .headers = json, .body = QByteArray(1'024 * 1'024, '['), .isEndless = true},
         {Errc::TooLarge}},
    };
}

} // namespace aside::test
