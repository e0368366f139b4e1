// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

#include "runner/expectations.hpp"

namespace tamga::scenario {
namespace {

std::string names_of_refused(Look const& look, std::string const& error) {
  std::vector<std::string> out;
  for (Refusal const& item : look.answer.refused_items())
    if (error.empty() || item.error == error) out.push_back(look.names.name_of(item.code));
  return fmt::format("{}", fmt::join(out, ", "));
}

/// A document says "accepted"; anything else is good when its status is.
bool accepted(Answer const& answer) {
  if (!answer.request.document) return !answer.refused();
  return !answer.refused() && answer.text("status") == "accepted";
}

}  // namespace

std::string got_accepted(Look& look) { return accepted(look.answer) ? "" : look.answer.describe(); }

std::string got_counts(Look& look) {
  if (!accepted(look.answer)) return look.answer.describe();
  auto const count = look.answer.number("accepted");
  return count == look.number("accepted") ? "" : fmt::format("accepted {}", count);
}

std::string got_partly(Look& look) {
  bool const partly = look.answer.text("status") == "partly_accepted" &&
                      look.answer.number("accepted") == look.number("accepted") &&
                      look.answer.number("refused") == look.number("refused");
  return partly ? "" : look.answer.describe();
}

std::string got_refused(Look& look) {
  auto const refusals = look.answer.refusals();
  if (!look.answer.refused()) return look.answer.describe();
  if (look.match.has("status") && look.answer.status != look.number("status"))
    return fmt::format("status {}", look.answer.status);
  bool const found = std::any_of(refusals.begin(), refusals.end(), [&](Refusal const& one) {
    return one.error == look["error"] && (!look.match.has("pointer") || one.pointer == look["pointer"]);
  });
  return found ? "" : look.answer.describe();
}

/// Exactly these codes for exactly this reason.
std::string got_items_refused(Look& look) {
  std::vector<std::string> expected = look.names.codes(look["codes"]);
  std::vector<std::string> got;
  for (Refusal const& item : look.answer.refused_items())
    if (item.error == look["error"]) got.push_back(item.code);
  std::sort(expected.begin(), expected.end());
  std::sort(got.begin(), got.end());
  if (got == expected) return {};
  return fmt::format("{} refused: {}; in all {} refused; {}", names_of_refused(look, look["error"]),
                     look["error"], names_of_refused(look, {}), look.answer.describe());
}

std::string got_same_document(Look& look) {
  auto const repeated = look.answer.json.find("repeated");
  bool const same = look.answer.text("document") == look.names.document(look["document"]) &&
                    repeated != look.answer.json.end() && *repeated == true;
  return same ? "" : look.answer.describe();
}

std::string got_status(Look& look) {
  return look.answer.status == look.number("status") ? "" : look.answer.describe();
}

/// "card.state", "products.0.name": a field inside others.
std::string got_field(Look& look) {
  std::string path = "/" + look["field"];
  std::replace(path.begin(), path.end(), '.', '/');
  Json::json_pointer const place(path);
  if (!look.answer.json.contains(place)) return look.answer.describe();
  Json const& field = look.answer.json.at(place);
  std::string const got = field.is_string() ? field.get<std::string>() : field.dump();
  return got == look["value"] ? "" : got;
}

std::string got_no_field(Look& look) {
  return look.answer.json.contains(look["field"]) ? look.answer.describe() : "";
}

std::string got_words(Look& look) {
  return look.answer.body.find(look["words"]) != std::string::npos ? "" : look.answer.body.substr(0, 2000);
}

std::string got_list(Look& look) {
  auto const field = look.answer.json.find(look["field"]);
  if (field == look.answer.json.end() || !field->is_array()) return look.answer.describe();
  auto const count = static_cast<std::int64_t>(field->size());
  return count == look.number("n") ? "" : fmt::format("{}: {}", count, field->dump());
}

/// Of the newest entry of the journal that changed something.
std::string got_first_change(Look& look) {
  for (Json const& entry : look.answer.json.at("entries")) {
    if (!entry.contains("changes")) continue;
    for (Json const& change : entry.at("changes"))
      if (change.at("field") == look["field"] && change.at("before") == look["before"] &&
          change.at("after") == look["after"])
        return {};
    return entry.dump();
  }
  return "no entry that changed something";
}

}  // namespace tamga::scenario
