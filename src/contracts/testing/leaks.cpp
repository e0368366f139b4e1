// SPDX-License-Identifier: Apache-2.0
// fontconfig keeps one pattern of a few hundred bytes for each process and loses the pointer to it.
extern "C" char const* __lsan_default_suppressions();
extern "C" char const* __lsan_default_suppressions() { return "leak:libfontconfig.so\n"; }
