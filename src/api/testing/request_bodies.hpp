// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>

// Bodies of calls that will be accepted.
namespace tamga::api::testing {

inline nlohmann::json device(std::string const& serial) {
  return {{"kind", "apply_registrar"}, {"registrar", "device"}, {"serial", serial},
          {"model", "RE-2"},           {"software", "4.1"},     {"place", "Line 1"}};
}

inline nlohmann::json provider(std::string const& tax_id) {
  return {{"kind", "list_provider"}, {"tax_id", tax_id},    {"role", "PRINTER"},
          {"groups", {"water"}},     {"place", "Toshkent"}, {"address", "Navoiy 1"},
          {"contact", "Karimov"},    {"email", "a@print.uz"}};
}

}  // namespace tamga::api::testing
