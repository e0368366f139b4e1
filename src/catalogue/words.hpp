// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tamga::catalogue {

/// The words of a text as goods are searched by them: small, without marks, Cyrillic of Russian and Uzbek in
/// the letters of the Uzbek Latin script, so that both scripts meet ("moloko", "suv"). In order, each once,
/// at most 64 of at most 40 bytes.
std::vector<std::string> search_words(std::string_view text);

}  // namespace tamga::catalogue
