// SPDX-License-Identifier: Apache-2.0
#include "runner/answer.hpp"

#include <fmt/format.h>

namespace tamga::scenario {
namespace {

std::string text_of(Json const& object, char const* field) {
  auto const found = object.find(field);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// A problem calls the error "code"; a verdict, where codes are marking codes, calls it "error".
Refusal problem_part(Json const& part) {
  return {
      text_of(part, "code"), {}, text_of(part, "pointer"), text_of(part, "title"), text_of(part, "remedy")};
}

void add_verdict_part(Json const& verdict, char const* field, std::vector<Refusal>& out) {
  auto const list = verdict.find(field);
  if (list == verdict.end() || !list->is_array()) return;
  for (Json const& part : *list)
    out.push_back({text_of(part, "error"), text_of(part, "code"), text_of(part, "pointer"),
                   text_of(part, "title"), text_of(part, "remedy")});
}

}  // namespace

std::string Answer::text(char const* field) const { return text_of(json, field); }

std::int64_t Answer::number(char const* field) const {
  auto const found = json.find(field);
  return found != json.end() && found->is_number_integer() ? found->get<std::int64_t>() : -1;
}

std::vector<Refusal> Answer::refusals() const {
  std::vector<Refusal> out;
  if (!json.is_object()) return out;
  if (!media_type.starts_with("application/problem+json")) {
    add_verdict_part(json, "objections", out);
    add_verdict_part(json, "items", out);
    return out;
  }
  if (auto const all = json.find("errors"); all != json.end())
    for (Json const& part : *all) out.push_back(problem_part(part));
  if (out.empty()) out.push_back(problem_part(json));
  return out;
}

std::vector<Refusal> Answer::refused_items() const {
  std::vector<Refusal> out;
  if (json.is_object()) add_verdict_part(json, "items", out);
  return out;
}

std::string Answer::describe() const {
  return fmt::format("{} {}", status, body.size() > 1500 ? body.substr(0, 1500) + "..." : body);
}

}  // namespace tamga::scenario
