// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/check.hpp"

#include "api/errors.hpp"

namespace tamga::api {

Result<CheckCode::Output> CheckCode::handle(Input const& input, Call& call) {
  std::string_view const text = input.code.text;
  TAMGA_ASSIGN(checked, check_codes(call, {&text, 1}));
  checked.codes.front().kept = std::move(checked.kept);
  return std::move(checked.codes.front());
}

Result<CheckCodes::Output> CheckCodes::handle(Input const&, Body const& body, Call& call) {
  auto const* limits = call.services().country.rules().limits.in_force(call.today());
  if (limits != nullptr && static_cast<std::int64_t>(body.codes.size()) > limits->check_codes)
    return fail(Error(kTooManyToCheck)
                    .at("/codes")
                    .with("codes", std::to_string(body.codes.size()))
                    .with("limit", std::to_string(limits->check_codes)));
  std::vector<std::string_view> const texts(body.codes.begin(), body.codes.end());
  return check_codes(call, texts);
}

template struct RowOf<CheckCode>;
template struct RowOf<CheckCodes>;

}  // namespace tamga::api
