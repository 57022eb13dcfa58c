# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Every target links aside_flags; product code links aside_product_flags as well.
add_library(aside_flags INTERFACE)
target_include_directories(aside_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(aside_flags INTERFACE
  QT_ENABLE_STRICT_MODE_UP_TO=0x060800 QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
  QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  ASIDE_VERSION="${PROJECT_VERSION}")

add_library(aside_product_flags INTERFACE)
target_link_libraries(aside_product_flags INTERFACE aside_flags)

if(MSVC)
  target_compile_options(aside_flags INTERFACE /W4 /permissive- /utf-8 /Zc:__cplusplus)
else()
  target_compile_options(aside_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align
    -Wformat=2 -Wundef -Wextra-semi -Wmissing-declarations -Wzero-as-null-pointer-constant
    -Wimplicit-fallthrough)
  target_compile_options(aside_product_flags INTERFACE -Wconversion -Wsign-conversion)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(aside_flags INTERFACE
      -Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wsuggest-override)
  endif()
endif()
