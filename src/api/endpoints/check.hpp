// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/code_check.hpp"
#include "api/endpoint_row.hpp"
#include "shape/code_list.hpp"

namespace tamga::api {

/// What a cash register and a buyer ask before a sale.
struct CheckCode {
  static constexpr EndpointSpec kSpec{.name = "check_code",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/check",
                                      .access = Access::Public,
                                      .scope = Scope::Checks,
                                      .run = http::Run::Inline,
                                      .summary = "Whether the goods behind a code may be sold now",
                                      .tag = "check"};
  struct Input {
    ScannedText code;
    static constexpr auto shape() {
      return shape::object("CheckCodeInput", "",
                           shape::field("code", &Input::code, "The code as scanned, percent-encoded"));
    }
  };
  using Body = NoBody;
  using Output = CheckedCode;
  static Result<Output> handle(Input const& input, Call& call);
};

/// The same for many.
struct CheckCodes {
  static constexpr EndpointSpec kSpec{.name = "check_codes",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/check",
                                      .access = Access::Public,
                                      .scope = Scope::Checks,
                                      .summary = "The same for many codes at once, answered in their order",
                                      .tag = "check",
                                      .inline_body_bytes = 16'384};
  using Input = NoInput;
  struct Body {
    shape::CodeList codes;
    static constexpr auto shape() {
      return shape::object(
          "CheckCodes", "Codes as scanned",
          shape::field("codes", &Body::codes, "How many are answered at once is a limit of the country",
                       shape::size(1, 100'000), shape::each(0, 400)));
    }
  };
  using Output = CheckedCodes;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

extern template struct RowOf<CheckCode>;
extern template struct RowOf<CheckCodes>;

}  // namespace tamga::api
