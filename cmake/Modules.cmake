# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later

# One library per folder. A folder links what it may know, and nothing else: the arrows of docs/architecture.md.
function(aside_module name folder)
  cmake_parse_arguments(ARG "" "" "LINK;EXCLUDE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.h)
  foreach(pattern ${ARG_EXCLUDE})
    list(FILTER sources EXCLUDE REGEX ${pattern})
  endforeach()
  qt_add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC ${ARG_LINK} PRIVATE aside_product_flags)
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  if(name STREQUAL "aside_models")
    aside_precompile(${name} ${ASIDE_CORE_HEADERS})
  elseif(name STREQUAL "aside_widgets")
    aside_precompile(${name} ${ASIDE_WIDGET_HEADERS})
  else()
    aside_reuse_precompiled(${name} aside_models)
  endif()
endfunction()

aside_module(aside_models models LINK Qt6::Core EXCLUDE "/models/(text|check|templates)/")

# What words are made of: shared by the search and the reply check.
aside_module(aside_text models/text LINK Qt6::Core)
target_link_libraries(aside_text PRIVATE ${STEMMER_LIBRARY} ${PHONENUMBER_LIBRARY})
target_include_directories(aside_text PRIVATE ${STEMMER_INCLUDE} ${PHONENUMBER_INCLUDE})

aside_module(aside_templates models/templates LINK aside_models aside_text)
target_link_libraries(aside_templates PRIVATE tomlplusplus::tomlplusplus KF6::TextTemplate KF6::CoreAddons)

aside_module(aside_check models/check LINK aside_models aside_templates aside_text)
target_link_libraries(aside_check PRIVATE tomlplusplus::tomlplusplus)
file(GLOB_RECURSE checkData CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/check/*.toml)
qt_add_resources(aside_check check PREFIX /aside BASE ${PROJECT_SOURCE_DIR}/resources FILES ${checkData})

aside_module(aside_storage app/storage LINK aside_models aside_text PkgConfig::SQLCIPHER OpenSSL::Crypto)
target_compile_definitions(aside_storage PRIVATE SQLITE_HAS_CODEC) # sqlite3_key() of SQLCipher
file(GLOB migrations CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/sql/*.sql)
qt_add_resources(aside_storage sql PREFIX /aside BASE ${PROJECT_SOURCE_DIR}/resources FILES ${migrations})

aside_module(aside_import app/import LINK aside_models KPim6::Mime KF6::Codecs)

aside_module(aside_platform app/platform LINK aside_models aside_check Qt6::Network Qt6::DBus Qt6Keychain::Qt6Keychain
  KDAB::kdsingleapplication tomlplusplus::tomlplusplus)
target_link_libraries(aside_platform PRIVATE KF6::Holidays OpenSSL::Crypto)

aside_module(aside_spelling app/spelling LINK aside_check KF6::SonnetCore)

# Template files, and those that a new profile begins with.
aside_module(aside_templatefiles app/templates LINK aside_templates)
target_link_libraries(aside_templatefiles PRIVATE tomlplusplus::tomlplusplus)
file(GLOB_RECURSE starterSet CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/templates/*)
if(starterSet)
  qt_add_resources(aside_templatefiles starter PREFIX /aside BASE ${PROJECT_SOURCE_DIR}/resources FILES ${starterSet})
endif()

aside_module(aside_channels app/channels LINK aside_models aside_text Qt6::Network Qt6::NetworkAuth QCoro6::Core ZLIB::ZLIB)
target_link_libraries(aside_channels PRIVATE tomlplusplus::tomlplusplus)
qt_add_resources(aside_channels mail PREFIX /aside BASE ${PROJECT_SOURCE_DIR}/resources
  FILES ${PROJECT_SOURCE_DIR}/resources/mail/providers.toml)

# Notifications and the tray. Without KNotifications they go through the tray alone.
if(KF6Notifications_FOUND)
  aside_module(aside_notify app/notify LINK aside_models Qt6::Widgets KF6::Notifications)
  target_compile_definitions(aside_notify PRIVATE ASIDE_KNOTIFICATIONS)
else()
  aside_module(aside_notify app/notify LINK aside_models Qt6::Widgets EXCLUDE "desktopnotifier\\.(cpp|h)$")
endif()

# The words for errors are shared by the window and the command line; they need no widget.
qt_add_library(aside_words STATIC widgets/common/errortext.cpp widgets/common/errortext.h
  widgets/common/callwords.cpp widgets/common/callwords.h
  widgets/common/evidencetext.cpp widgets/common/evidencetext.h
  widgets/common/foldertroubletext.cpp widgets/common/foldertroubletext.h
  widgets/common/refusaltext.cpp widgets/common/refusaltext.h
  widgets/common/sizetext.cpp widgets/common/sizetext.h
  widgets/common/spokentext.cpp widgets/common/spokentext.h
  widgets/common/templatefaulttext.cpp widgets/common/templatefaulttext.h)
target_link_libraries(aside_words PUBLIC aside_models PRIVATE aside_product_flags)

aside_module(aside_widgets widgets LINK aside_models aside_check aside_templates aside_words Qt6::Widgets
  Qt6::PrintSupport Qt6::Svg KF6::CoreAddons KF6::SyntaxHighlighting LibXml2::LibXml2
  EXCLUDE "(callwords|errortext|evidencetext|foldertroubletext|refusaltext|sizetext|spokentext|templatefaulttext)\\.(cpp|h)$")
qt_add_resources(aside_widgets syntax PREFIX /aside BASE ${PROJECT_SOURCE_DIR}/resources
  FILES ${PROJECT_SOURCE_DIR}/resources/syntax/aside-template.xml)
file(GLOB handbook CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/*.md ${PROJECT_SOURCE_DIR}/docs/ru/*.md
  ${PROJECT_SOURCE_DIR}/docs/pictures/*.png)
qt_add_resources(aside_widgets handbook PREFIX /aside BASE ${PROJECT_SOURCE_DIR} FILES ${handbook})
include(cmake/Icons.cmake OPTIONAL)
include(cmake/Libraries.cmake)

aside_module(aside_demo app/demo LINK aside_models)
file(GLOB demo CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/demo/*.json
  ${PROJECT_SOURCE_DIR}/resources/demo/html/* ${PROJECT_SOURCE_DIR}/resources/demo/files/*
  ${PROJECT_SOURCE_DIR}/resources/demo/team/*)
qt_add_resources(aside_demo demo PREFIX /aside BASE ${PROJECT_SOURCE_DIR}/resources FILES ${demo})

# The profile: the only place that knows concrete types, for both programs.
file(GLOB application CONFIGURE_DEPENDS app/account*.cpp app/account*.h app/application*.cpp app/application*.h
  app/profile*.cpp app/profile*.h)
qt_add_library(aside_app STATIC ${application})
target_link_libraries(aside_app PUBLIC aside_models aside_storage aside_import aside_platform aside_demo aside_channels
  PRIVATE aside_check aside_templatefiles aside_product_flags)
aside_reuse_precompiled(aside_app aside_models)

aside_module(aside_cli app/cli LINK aside_app aside_words aside_check aside_spelling aside_templatefiles Qt6::Gui)

qt_add_executable(asidectl app/asidectl.cpp)
target_link_libraries(asidectl PRIVATE aside_cli aside_product_flags)

# The window on a profile, and the pictures of it.
file(GLOB window CONFIGURE_DEPENDS app/window*.cpp app/window*.h app/language*.cpp app/language*.h
  app/arguments*.cpp app/arguments*.h app/shots/*.cpp app/shots/*.h)
qt_add_library(aside_window STATIC ${window})
target_link_libraries(aside_window PUBLIC aside_app aside_notify aside_spelling aside_templatefiles aside_widgets
  PRIVATE aside_cli aside_product_flags)
aside_reuse_precompiled(aside_window aside_widgets)

qt_add_executable(aside app/main.cpp app/mailservices.cpp app/mailservices.h)
target_link_libraries(aside PRIVATE aside_window aside_channels aside_product_flags)
qt_add_resources(aside program PREFIX /aside BASE ${PROJECT_SOURCE_DIR}/packaging/linux
  FILES ${PROJECT_SOURCE_DIR}/packaging/linux/org.aside.Aside.svg)

qt_add_lupdate(SOURCE_TARGETS aside_widgets aside_words aside_cli aside_window aside asidectl
  TS_FILES translations/aside_ru.ts PLURALS_TS_FILE translations/aside_en.ts
  LUPDATE_TARGET update_translations OPTIONS -no-obsolete -locations none NO_GLOBAL_TARGET)
qt_add_lrelease(TS_FILES translations/aside_en.ts translations/aside_ru.ts
  QM_FILES_OUTPUT_VARIABLE qmFiles LRELEASE_TARGET release_translations NO_GLOBAL_TARGET)
qt_add_resources(aside_words i18n PREFIX /aside/i18n BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${qmFiles})

install(TARGETS aside asidectl RUNTIME DESTINATION bin)
