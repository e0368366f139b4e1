// SPDX-License-Identifier: Apache-2.0
#include "world.hpp"

#include "difference.hpp"

namespace tamga::demo {
namespace {

/// A code of the oldest form has no separator: GTIN and serial are its first 21 characters.
constexpr std::size_t kLegacyCode = 21;

}  // namespace

World::World(Plan const& the_plan, Extent const& the_extent, ServerProcess& the_server,
             TemplateReport& the_report)
    : plan(the_plan), extent(the_extent), server(the_server), report(the_report), sscc(the_plan.gtin) {
  for (std::string_view const company :
       {plan.maker, std::string_view("wholesaler"), std::string_view("shop")})
    people.emplace_back(server.port(), server.key_file(company));
}

Answer World::submit(Who who, Json const& document) {
  ++report.documents;
  return as(who).submit(document);
}

void World::submit_refused(Who who, Json const& document, std::string_view error) {
  ++report.documents;
  as(who).submit_refused(document, error);
}

std::string World::short_code(int thing) const {
  std::string const& code = model.at(thing).code;
  auto const separator = code.find('\x1d');
  if (separator != std::string::npos) return code.substr(0, separator);
  return code.starts_with("00") ? code : code.substr(0, kLegacyCode);
}

Json World::full_codes(std::span<int const> things) const {
  Json codes = Json::array();
  for (int const thing : things) codes.push_back(model.at(thing).code);
  return codes;
}

Json World::short_codes(std::span<int const> things) const {
  Json codes = Json::array();
  for (int const thing : things) codes.push_back(short_code(thing));
  return codes;
}

}  // namespace tamga::demo
