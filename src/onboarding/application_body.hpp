// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "shape/describe.hpp"

namespace tamga::onboarding {

/// What an applicant signs: the two fields of the form, the accepted terms, and the challenge.
struct ApplicationBody {
  std::string challenge;
  std::string email;
  std::string phone;
  std::string language;
  std::string consent;
  static constexpr auto shape() {
    return shape::object(
        "ApplicationBody", "An application to take part; the bytes are signed",
        shape::field("challenge", &ApplicationBody::challenge, "As it was given", shape::size(1, 1000)),
        shape::field("email", &ApplicationBody::email, "Where answers go", shape::size(3, 254)),
        shape::field("phone", &ApplicationBody::phone, "With the country's code: +998901234567",
                     shape::size(5, 20)),
        shape::field("language", &ApplicationBody::language, "ru, uz or en", shape::size(2, 2)),
        shape::field("consent", &ApplicationBody::consent, "Version of the terms that are accepted",
                     shape::size(1, 20)));
  }
};

/// What an applicant signs to take it back.
struct WithdrawalBody {
  std::string kind;
  std::string number;
  static constexpr auto shape() {
    return shape::object(
        "WithdrawalBody", "An application is taken back; the bytes are signed",
        shape::field("kind", &WithdrawalBody::kind, "withdraw_application", shape::size(1, 40)),
        shape::field("number", &WithdrawalBody::number, "Of the application", shape::size(1, 40)));
  }
};

}  // namespace tamga::onboarding
