// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "api/call.hpp"
#include "shape/describe.hpp"

namespace tamga::api {

/// A row of the error catalogue as it is told to whoever reads, today and in his language: where an error is
/// kept by name.
struct ErrorWords {
  std::string code;
  std::string title;
  std::string remedy;
  static ErrorWords of(Call const& call, std::string const& name,
                       std::map<std::string, std::string> const& values);
  static constexpr auto shape() {
    return shape::object("ErrorWords", "An error in words",
                         shape::field("code", &ErrorWords::code, "Its name"),
                         shape::field("title", &ErrorWords::title, "What is wrong"),
                         shape::field("remedy", &ErrorWords::remedy, "What to do about it"));
  }
};

}  // namespace tamga::api
