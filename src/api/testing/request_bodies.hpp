// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "base/time.hpp"
#include "crypto/base64.hpp"

// Bodies of calls that will be accepted.
namespace tamga::api::testing {

using Json = nlohmann::json;

inline Json device(std::string const& serial) {
  return {{"kind", "apply_registrar"}, {"registrar", "device"}, {"serial", serial},
          {"model", "RE-2"},           {"software", "4.1"},     {"place", "Line 1"}};
}
inline Json provider() {
  return {{"kind", "list_provider"}, {"tax_id", "301234526"}, {"role", "PRINTER"},
          {"groups", {"water"}},     {"place", "Toshkent"},   {"address", "Navoiy 1"},
          {"contact", "Karimov"},    {"email", "a@print.uz"}};
}
inline Json announcement(UnixMs now) {
  return {{"kind", "publish_announcement"},
          {"audience", "participants"},
          {"title", {{"ru", "r"}, {"uz", "u"}, {"en", "Maintenance"}}},
          {"text", {{"ru", "R"}, {"uz", "U"}, {"en", "On Sunday"}}},
          {"from", rfc3339(now)}};
}
inline Json card(std::string const& gtin) {
  return {{"gtin", gtin}, {"group", "water"}, {"level", "UNIT"}, {"attributes", Json::array()}};
}
inline Json statement(std::string const& purpose) {
  std::string const table = "date;amount;number;payer_tax_id;purpose\n2026-03-02;5.00;1;;" + purpose + "\n";
  return {{"kind", "import_statement"}, {"format", "csv"}, {"content", crypto::encode_base64(table)}};
}
inline Json key_request(std::string const& name, UnixMs now) {
  return {{"kind", "create_api_key"},
          {"name", name},
          {"scopes", {"read"}},
          {"expires", rfc3339(UnixMs(now.value() + std::int64_t{90} * 86'400'000))}};
}

inline Json prior_contract(std::string const& tax_id) {
  return {{"company", "Yangi suv"},      {"tax_id", tax_id},         {"person", "Olimov"},
          {"email", "olim@suv.example"}, {"phone", "+998901234567"}, {"group", "water"}};
}

}  // namespace tamga::api::testing
