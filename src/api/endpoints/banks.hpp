// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"

namespace tamga::api {

/// A bank by its code: fills the form of the profile.
struct GetBank {
  static constexpr EndpointSpec kSpec{.name = "get_bank",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/banks/{code}",
                                      .access = Access::Public,
                                      .run = http::Run::Inline,
                                      .summary = "A bank by its code",
                                      .tag = "registration"};
  struct Input {
    std::string code;
    static constexpr auto shape() {
      return shape::object("GetBankInput", "",
                           shape::field("code", &Input::code, "MFO, BIK", shape::size(1, 12)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::string code;
    std::string name;
    std::optional<std::string> account;
    std::optional<std::string> city;
    static constexpr auto shape() {
      return shape::object("Bank", "A bank", shape::field("code", &Output::code, "Its code"),
                           shape::field("name", &Output::name, "Its official name"),
                           shape::field("account", &Output::account, "Correspondent account"),
                           shape::field("city", &Output::city, "Where it is"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<GetBank>;

}  // namespace tamga::api
