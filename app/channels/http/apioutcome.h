// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/apirequest.h"
#include "app/channels/http/json.h"
#include "models/core/clock.h"

#include <chrono>
#include <optional>

namespace aside {

// What the end of a request means for who asked: the one place for all channels.

/// What a request to send may do twice.
enum class Repeat : quint8 {
    Unsafe, ///< the service would post it again
    Safe, ///< the service knows it again by its key
};

/// How long the server wants us to wait: Retry-After in seconds or as a date, at most a day. Nothing where it
/// does not say, or says nonsense.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const ApiResponse &response, Instant now);

/// Of a request that reads: the answer, or the error that a status is. A server that is overloaded or broken
/// always says when to come again; where it does not, we do.
[[nodiscard]] Result<ApiResponse> readOutcome(const ApiReply &reply, Instant now);

/// What the body says. Errors as of readJson(), but that a page, or nothing, is a BadAnswer: no file of a
/// person's has a wrong format.
[[nodiscard]] Result<JsonValue> readAnswerJson(const ApiResponse &response, JsonLimits limits = {});

/// Of a request that sends: nothing where the answer is good and is to be read, else how the attempt ended.
[[nodiscard]] std::optional<SendOutcome> sendFault(const ApiReply &reply, Instant now, Repeat repeat);

/// A good status, and nobody can read what it came with: it may have been sent.
[[nodiscard]] SendOutcome unreadableAnswer(Repeat repeat);

} // namespace aside
