// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "base/testing/source_path.hpp"
#include "contracts/facts.hpp"
#include "contracts/prices.hpp"
#include "contracts/template.hpp"
#include "country/country.hpp"
#include "shape/decode.hpp"

/// What tests of this room share: two countries as they are in spec/, and invented parties.
namespace tamga::contracts::testing {

inline std::string read_file(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::filesystem::path spec(std::string const& country) { return source_path("spec") / country; }

struct Sample {
  country::Country country;
  Templates templates;
  ContractFacts facts;  ///< of a connection

  /// The same parties, for the codes of a group.
  [[nodiscard]] ContractFacts codes(std::string_view group) const {
    ContractFacts out = facts;
    out.kind = "codes";
    out.group = group_facts(country, *country.find_group(group), out.date);
    return out;
  }
};

inline Sample const& sample(std::string const& name) {
  auto const load = [](std::string const& code) {
    country::Country country = country::load_country(spec(code)).value();
    Templates templates = Templates::load(spec(code), country.rules()).value();
    std::filesystem::path const json = source_path("src/contracts/testing") / (code + ".json");
    return Sample{std::move(country), std::move(templates),
                  shape::decode<ContractFacts>(read_file(json)).value()};
  };
  static Sample const uz = load("uz");
  static Sample const ru = load("ru");
  return name == "uz" ? uz : ru;
}

}  // namespace tamga::contracts::testing
