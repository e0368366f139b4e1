// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>

namespace tamga::api::testing {

/// Something for each capture and parameter of an address, by its name.
using Objects = std::map<std::string, std::string, std::less<>>;

/// What is not there, whoever asks.
inline Objects no_objects() {
  return {{"draft", "no such"},
          {"ticket", "7"},
          {"violation", "7"},
          {"comment", "7"},
          {"shipment", "7"},
          {"recall", "7"},
          {"letter", "7"},
          {"article", "first-steps"},
          {"task", "7"},
          {"block", "1"},
          {"invoice", "7"},
          {"payment", "7"},
          {"from", "2026-01-01"},
          {"to", "2026-12-31"},
          {"photo", std::string(64, 'a')},
          {"group", "moon_rocks"},
          {"prefix", "4999999"},
          {"classifier", "stars"},
          {"effective_from", "2026-03-01"},
          {"begins", "22"},
          {"channel", "7"},
          {"registrar", "7"},
          {"contract", "7"},
          {"group", "water"},
          {"language", "uz"},
          {"party", "participant"},
          {"announcement", "7"},
          {"request", "7"},
          {"tax_id", "309999999"},
          {"query", "nobody at all"},
          {"effect", "restricted"},
          {"document", "7"},
          {"order", "7"},
          {"line", "0"},
          {"gtin", "04780000009994"},
          {"key", "7"},
          {"session", "7"},
          {"user", "7"},
          {"number", "7"},
          {"name", "NO_SUCH"},
          {"text", "04780000009994"},
          {"state", "manual"},
          {"code",
           "0104780000009994215ABCDEFGHIJKL\x1d"
           "93AAAA"}};
}

}  // namespace tamga::api::testing
