// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "shape/describe.hpp"

namespace tamga::audit {

/// What is audited. Stored numbers.
enum class Subject : std::uint8_t {
  Journal = 1,  ///< the chains of operations, and the documents they are about
  Tails = 2,    ///< the records of signed tails, against their seals and the journal
  Books = 3,    ///< postings and accounts
};
inline constexpr std::array kSubjects{Subject::Journal, Subject::Tails, Subject::Books};

constexpr std::string_view name_of(Subject subject) {
  constexpr std::array<std::string_view, 4> kNames{"", "journal", "tails", "books"};
  return kNames[static_cast<std::size_t>(subject)];
}

}  // namespace tamga::audit

template <>
inline constexpr auto tamga::shape::names<tamga::audit::Subject> = tamga::shape::enumeration(
    "AuditSubject", "What is audited",
    tamga::shape::value(tamga::audit::Subject::Journal, "journal",
                        "The chains of operations, and the documents they are about"),
    tamga::shape::value(tamga::audit::Subject::Tails, "tails", "The records of signed tails"),
    tamga::shape::value(tamga::audit::Subject::Books, "books", "Postings and accounts"));
