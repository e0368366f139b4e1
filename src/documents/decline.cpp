// SPDX-License-Identifier: Apache-2.0
#include "documents/decline.hpp"

#include "shape/decode.hpp"
#include "shape/encode.hpp"

namespace tamga::documents {
namespace {

struct Kept {
  std::vector<DeclineReason> reasons;
  static constexpr auto shape() {
    return shape::object("KeptReasons", "Why an order was declined",
                         shape::field("reasons", &Kept::reasons, "All of them", shape::size(0, 10'000)));
  }
};

}  // namespace

std::string kept_reasons(std::vector<Error> const& errors) {
  Kept kept;
  for (Error const& error : errors) {
    DeclineReason reason{.code = std::string(error.name()), .pointer = {}, .values = {}};
    if (!error.where().empty()) reason.pointer = error.where();
    if (!error.arguments().empty())
      reason.values = shape::Attributes(error.arguments().begin(), error.arguments().end());
    kept.reasons.push_back(std::move(reason));
  }
  return shape::encode(kept);
}

std::vector<DeclineReason> read_reasons(std::string const& kept) {
  if (kept.empty()) return {};
  auto read = shape::decode<Kept>(kept);
  return read ? std::move(read->reasons) : std::vector<DeclineReason>();
}

}  // namespace tamga::documents
