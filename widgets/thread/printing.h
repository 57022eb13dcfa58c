// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"

class QPagedPaintDevice;
class QTextDocument;

namespace aside {

/// Writes a conversation from top to bottom, as text: nothing in it is markup. Emoji become small pictures,
/// which a PDF keeps and their characters do not.
void writeConversation(QTextDocument &document, const Thread &thread);

/// On a printer or into a PDF.
void printConversation(QPagedPaintDevice &device, const Thread &thread);

} // namespace aside
