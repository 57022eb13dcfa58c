// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Owns the precompiled headers of one kind of tests; see cmake/Precompiled.cmake.
