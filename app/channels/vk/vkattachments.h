// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/json.h"
#include "models/domain/incoming.h"

namespace aside::vk {

/// Adds what a message carries beside its text: pictures and documents as files that are left at VK, all else
/// as words and addresses that can be read.
void addAttachments(IncomingMessage &message, const JsonValue &json);

} // namespace aside::vk
