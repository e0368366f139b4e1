// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/time.hpp"
#include "shape/describe.hpp"

namespace tamga::shape {

/// A calendar day, YYYY-MM-DD and nothing else; called Day outside, where Date is a word of JavaScript.
/// Error: JSON_BAD_DATE.
template <>
struct Scalar<Date> {
  static constexpr ScalarInfo kInfo{.name = "Day",
                                    .about = "A calendar day",
                                    .pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                                    .format = "date",
                                    .example = "2026-03-01"};
  static Result<Date> parse(std::string_view text);
  static std::string text(Date const& date) { return date.text(); }
};

/// A moment by RFC 3339 section 5.6, in any offset, seconds required. Written in UTC with milliseconds; finer
/// digits (Python and Java send six or nine) are cut off. A leap second is no moment of ours. Error:
/// JSON_BAD_MOMENT.
template <>
struct Scalar<UnixMs> {
  static constexpr ScalarInfo kInfo{
      .name = "Moment",
      .about = "A moment; an answer always gives it in UTC with milliseconds",
      .pattern =
          "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$",
      .format = "date-time",
      .example = "2026-03-01T09:15:00.250Z"};
  static Result<UnixMs> parse(std::string_view text);
  static std::string text(UnixMs const& moment) { return rfc3339(moment); }
};

}  // namespace tamga::shape
