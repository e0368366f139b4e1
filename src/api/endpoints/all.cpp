// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/all.hpp"

namespace tamga::api {
namespace {

template <Endpoint... Es>
std::array<EndpointRow, sizeof...(Es)> rows_of(EndpointList<Es...>) {
  return {RowOf<Es>::row()...};
}

}  // namespace

std::span<EndpointRow const> all_endpoints() {
  static auto const rows = rows_of(AllEndpoints{});
  return rows;
}

}  // namespace tamga::api
