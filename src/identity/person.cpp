// SPDX-License-Identifier: Apache-2.0
#include "identity/person.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "identity/errors.hpp"

namespace tamga::identity {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostOrganizations = 100;
constexpr std::size_t kMostText = 300;
constexpr std::size_t kMostToken = 64 << 10;

/// "a/b" inside an object; null when it is not there.
Json const* inside(Json const& object, std::string_view path) {
  Json const* at = &object;
  while (!path.empty()) {
    std::string const name(path.substr(0, path.find('/')));
    path.remove_prefix(std::min(path.size(), name.size() + 1));
    if (!at->is_object()) return nullptr;
    auto const found = at->find(name);
    if (found == at->end()) return nullptr;
    at = &*found;
  }
  return at;
}

/// Texts, numbers and truths alike: portals write one as the other.
std::string text_of(Json const& value) {
  std::string text;
  if (value.is_string())
    text = value.get<std::string>();
  else if (value.is_number_integer() || value.is_boolean())
    text = value.dump();
  return text;
}

/// A text longer than `most` bytes is none.
std::string first(std::vector<Json> const& answers, std::vector<std::string> const& names,
                  std::size_t most = kMostText) {
  for (std::string const& name : names)
    for (Json const& answer : answers)
      if (auto const* found = inside(answer, name)) {
        std::string text = text_of(*found);
        if (!text.empty() && text.size() <= most) return text;
      }
  return {};
}

std::string digits(std::string text) {
  std::erase_if(text, [](char c) { return c < '0' || c > '9'; });
  return text;
}

std::string full_name(std::vector<Json> const& answers, ClaimNames const& names) {
  std::string name = first(answers, names.full_name);
  if (!name.empty()) return name;
  for (auto const* part : {&names.family_name, &names.given_name, &names.middle_name}) {
    std::string const text = first(answers, *part);
    if (text.empty()) continue;
    if (!name.empty()) name += ' ';
    name += text;
  }
  return name;
}

std::vector<ActsFor> organizations(std::vector<Json> const& answers, ClaimNames const& names) {
  std::vector<ActsFor> out;
  for (std::string const& name : names.organizations)
    for (Json const& answer : answers) {
      auto const* list = inside(answer, name);
      if (list == nullptr || !list->is_array()) continue;
      for (Json const& one : *list) {
        ActsFor found{.tax_id = digits(first({one}, names.organization_tax_id)),
                      .name = first({one}, names.organization_name)};
        if (!found.tax_id.empty() && out.size() < kMostOrganizations) out.push_back(std::move(found));
      }
    }
  return out;
}

}  // namespace

Result<ExternalPerson> read_person(Provider const& provider, std::vector<std::string> const& texts) {
  std::vector<Json> answers;
  for (std::string const& text : texts) {
    answers.push_back(Json::parse(text, nullptr, false));
    if (!answers.back().is_object()) return fail(Error(kProviderAnswer).log("no object"));
  }
  if (!provider.good_field.empty() && first(answers, {provider.good_field}) != provider.good_value)
    return fail(Error(kPersonUnnamed).log(provider.good_field));
  ClaimNames const& names = provider.claims;
  ExternalPerson out{.provider = provider.code,
                     .subject = first(answers, names.subject),
                     .person_id = digits(first(answers, names.person_id)),
                     .person_tax_id = digits(first(answers, names.person_tax_id)),
                     .name = full_name(answers, names),
                     .email = first(answers, names.email),
                     .phone = first(answers, names.phone),
                     .organizations = organizations(answers, names)};
  if (out.person_id.empty() && out.person_tax_id.empty()) return fail(kPersonUnnamed);
  return out;
}

std::string find_claim(std::string_view answer, std::vector<std::string> const& names) {
  Json const json = Json::parse(answer, nullptr, false);
  return first({json}, names, kMostToken);
}

}  // namespace tamga::identity
