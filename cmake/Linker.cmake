# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Some 270 programs are linked for the tests. mold links one in a sixth of the time, and with its lines for the
# debugger compressed each takes less than half of the room. The release build stays with the compiler's own linker.
option(ASIDE_FAST_LINKER "Link with mold where it is installed" OFF)

if(ASIDE_FAST_LINKER)
  find_program(MOLD mold)
  if(MOLD)
    add_link_options(-fuse-ld=mold -Wl,--compress-debug-sections=zlib)
  endif()
endif()
