// SPDX-License-Identifier: Apache-2.0
#include "catalogue/pattern.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace tamga::catalogue {
namespace {

constexpr std::uint32_t kMostSteps = 100'000;

}  // namespace

struct Pattern::Code {
  pcre2_code* code = nullptr;
  pcre2_match_context* context = nullptr;
  ~Code() {
    pcre2_match_context_free(context);
    pcre2_code_free(code);
  }
  Code() = default;
  Code(Code const&) = delete;
  Code& operator=(Code const&) = delete;
};

Pattern::Pattern(std::unique_ptr<Code> code) : code_(std::move(code)) {}
Pattern::~Pattern() = default;

std::shared_ptr<Pattern const> Pattern::compile(std::string const& text) {
  auto made = std::make_unique<Code>();
  int error = 0;
  PCRE2_SIZE place = 0;
  made->code =
      pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(),
                    PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED | PCRE2_ENDANCHORED, &error, &place, nullptr);
  if (made->code == nullptr) return nullptr;
  made->context = pcre2_match_context_create(nullptr);
  pcre2_set_match_limit(made->context, kMostSteps);
  return std::shared_ptr<Pattern const>(new Pattern(std::move(made)));
}

bool Pattern::matches(std::string_view text) const {
  auto* const found = pcre2_match_data_create(1, nullptr);
  int const outcome = pcre2_match(code_->code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0, 0,
                                  found, code_->context);
  pcre2_match_data_free(found);
  return outcome >= 0;
}

}  // namespace tamga::catalogue
