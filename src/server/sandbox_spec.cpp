// SPDX-License-Identifier: Apache-2.0
#include "server/sandbox_spec.hpp"

#include <algorithm>
#include <fstream>
#include <tuple>

#include "country/errors.hpp"
#include "country/spec_table.hpp"
#include "crypto/test_ca.hpp"

namespace tamga::server {
namespace {

using country::SpecTable;

constexpr std::array<std::string_view, 2> kCertificates{"russian", "uzbek"};

Error unknown(std::string_view what, std::string const& word) {
  return Error(country::kSpecUnknownReference).with("key", std::string(what)).with("value", word);
}

SandboxCompany read_company(SpecTable& row, country::Country const& country) {
  SandboxCompany out;
  out.key = row.text("key");
  out.tax_id = row.text("tax_id");
  out.registry_id = row.text_or("registry_id", {});
  out.person_id = row.text("person_id");
  out.name = row.text("name");
  out.person = row.text("person");
  out.types = row.list_or_empty("types");
  out.authority = row.flag_or("authority", false);
  out.bank = row.text_or("bank", {});
  out.account = row.text_or("account", {});
  out.phone = row.text_or("phone", {});
  out.prefixes = row.list_or_empty("prefixes");
  out.groups = row.list_or_empty("groups");
  for (std::string const& group : out.groups)
    if (!country.find_group(group)) row.wrong("groups", unknown("product group", group));
  for (std::string const& type : out.types)
    if (!country.rules().participant_types.find(type)) row.wrong("types", unknown("participant type", type));
  return out;
}

SandboxProduct read_product(SpecTable& row, country::Country const& country, SandboxSpec const& spec) {
  SandboxProduct out;
  std::string const gtin = row.text("gtin");
  if (auto parsed = gs1::Gtin::parse(gtin))
    out.gtin = *parsed;
  else
    row.wrong("gtin", std::move(parsed).error());
  out.owner = row.text("owner");
  out.group = row.text("group");
  out.level = row.text("level");
  out.name = row.texts("names");
  if (!country.find_group(out.group)) row.wrong("group", unknown("product group", out.group));
  if (!country.rules().package_level(out.level)) row.wrong("level", unknown("package level", out.level));
  if (std::none_of(spec.companies.begin(), spec.companies.end(),
                   [&](SandboxCompany const& company) { return company.key == out.owner; }))
    row.wrong("owner", unknown("company", out.owner));
  return out;
}

/// The first column of each list, which is named as its classifier.
std::vector<SandboxClassCode> read_class_codes(std::filesystem::path const& samples) {
  std::vector<SandboxClassCode> out;
  std::error_code error;
  for (auto const& list : std::filesystem::directory_iterator(samples, error)) {
    std::ifstream lines(list.path());
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line))
      out.push_back({list.path().stem().string(), line.substr(0, line.find(','))});
  }
  std::sort(out.begin(), out.end(), [](SandboxClassCode const& a, SandboxClassCode const& b) {
    return std::tie(a.classifier, a.code) < std::tie(b.classifier, b.code);
  });
  return out;
}

}  // namespace

crypto::Subject SandboxSpec::subject(SandboxCompany const& company) const {
  return certificates == Certificates::Uzbek
             ? crypto::uzbek_subject(company.name, company.person, company.tax_id, company.person_id)
             : crypto::russian_subject(company.name, company.person, company.tax_id, company.registry_id,
                                       company.person_id);
}

Result<SandboxSpec> read_sandbox(std::filesystem::path const& file, country::Country const& country) {
  TAMGA_ASSIGN(tree, country::read_spec(file));
  SandboxSpec spec;
  country::Problems problems;
  std::string const name = file.string();
  {
    SpecTable table(tree, name, problems);
    spec.certificates = table.word<SandboxSpec::Certificates>("certificate", kCertificates);
    spec.spare_prefix = table.text("spare_prefix");
    spec.funds = table.integer_if_given("funds", 0, 1'000'000'000'000).value_or(0);
    table.each("companies", [&](SpecTable& row) { spec.companies.push_back(read_company(row, country)); });
    table.each("applicants", [&](SpecTable& row) { spec.applicants.push_back(read_company(row, country)); });
    table.each("products",
               [&](SpecTable& row) { spec.products.push_back(read_product(row, country, spec)); });
  }
  if (!problems.empty()) return fail(std::move(problems.front()));
  spec.class_codes = read_class_codes(file.parent_path() / "catalogue" / "samples");
  return spec;
}

}  // namespace tamga::server
