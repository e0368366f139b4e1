// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/banks.hpp"

#include "api/errors.hpp"

namespace tamga::api {

Result<GetBank::Output> GetBank::handle(Input const& input, Call& call) {
  country::Bank const* bank = call.services().country.rules().banks.find(input.code);
  if (!bank) return fail(Error(kBankNotListed).at("code").with("code", input.code));
  auto const if_known = [](std::string const& text) {
    return text.empty() ? std::nullopt : std::optional(text);
  };
  return Output{bank->code, bank->name, if_known(bank->account), if_known(bank->city)};
}

template struct RowOf<GetBank>;

}  // namespace tamga::api
