// SPDX-License-Identifier: Apache-2.0
#include "identifiers/errors.hpp"
#include "identifiers/judges.hpp"
#include "identifiers/weighted_sum.hpp"

namespace tamga::identifiers {

Judgement judge_tnved(std::string_view text, Context const&) {
  constexpr std::size_t kFull = 10;
  constexpr int kLastChapter = 97;
  constexpr int kReservedChapter = 77;
  int const chapter = digit(text[0]) * 10 + digit(text[1]);
  if (chapter == 0 || chapter > kLastChapter || chapter == kReservedChapter)
    return fail(Error(kGoodsClassChapter).with("chapter", std::string(text.substr(0, 2))));
  if (text.size() != kFull)
    return doubt(Error(kGoodsClassNotFull).with("actual", std::to_string(text.size())));
  return good();
}

}  // namespace tamga::identifiers
