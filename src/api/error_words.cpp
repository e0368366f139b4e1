// SPDX-License-Identifier: Apache-2.0
#include "api/error_words.hpp"

#include "country/error_texts.hpp"

namespace tamga::api {

ErrorWords ErrorWords::of(Call const& call, std::string const& name,
                          std::map<std::string, std::string> const& values) {
  auto told = call.services().texts.render(name, values, call.language());
  return {.code = name, .title = std::move(told.title), .remedy = std::move(told.remedy)};
}

}  // namespace tamga::api
