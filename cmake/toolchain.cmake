# Compiler flags shared by all rooms, on interface targets: nothing is set globally.
find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# The linker of Debian needs four times as long for the programs of the tests.
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(tamga_warnings INTERFACE)
target_compile_options(tamga_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
  -Wcast-qual -Wunused -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports false positives from the inlined insides of the standard library.
  target_compile_options(tamga_warnings INTERFACE -Wno-restrict -Wno-maybe-uninitialized
    -Wno-stringop-overflow -Wno-array-bounds -Wno-stringop-overread)
else()
  # std::stable_sort of libstdc++ 12 uses what C++20 calls deprecated; Clang tells it of our calls.
  target_compile_options(tamga_warnings INTERFACE -Wno-deprecated-declarations)
endif()

add_library(tamga_hardening INTERFACE)
target_compile_options(tamga_hardening INTERFACE -fstack-protector-strong -fstack-clash-protection -fPIE
  $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2> -D_GLIBCXX_ASSERTIONS)
target_link_options(tamga_hardening INTERFACE -pie -Wl,-z,relro,-z,now)

add_library(tamga_sanitizers INTERFACE)
if(TAMGA_ASAN)
  target_compile_options(tamga_sanitizers INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
    -fno-omit-frame-pointer)
  target_link_options(tamga_sanitizers INTERFACE -fsanitize=address,undefined)
endif()
if(TAMGA_TSAN)
  target_compile_options(tamga_sanitizers INTERFACE -fsanitize=thread)
  target_link_options(tamga_sanitizers INTERFACE -fsanitize=thread)
endif()
if(TAMGA_FUZZ)
  target_compile_options(tamga_sanitizers INTERFACE -fsanitize=fuzzer-no-link,address,undefined)
  target_link_options(tamga_sanitizers INTERFACE -fsanitize=address,undefined)
endif()

add_library(tamga_options INTERFACE)
target_link_libraries(tamga_options INTERFACE tamga_warnings tamga_hardening tamga_sanitizers)
target_include_directories(tamga_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
