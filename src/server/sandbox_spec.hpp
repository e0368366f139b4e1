// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "base/result.hpp"
#include "country/country.hpp"
#include "crypto/certificate.hpp"
#include "gs1/gtin.hpp"

namespace tamga::server {

/// An invented company of the sandbox, with the person who signs for it.
struct SandboxCompany {
  std::string key;  ///< name of its files and of others' references to it
  std::string tax_id;
  std::string registry_id;  ///< empty where certificates of the country carry none
  std::string person_id;
  std::string name;
  std::string person;
  std::vector<std::string> types;
  bool authority = false;
  std::string bank{};     ///< code of its bank; empty: it has no profile to begin with
  std::string account{};  ///< in that bank
  std::string phone{};
  std::vector<std::string> prefixes{};  ///< of its GTINs
  std::vector<std::string> groups{};  ///< of its profile; empty: those of its goods, or of everybody's
};

struct SandboxProduct {
  gs1::Gtin gtin;
  std::string owner;  ///< key of a company
  std::string group;
  std::string level;
  LocalizedText name;
};

/// A code that product cards of the sandbox may carry.
struct SandboxClassCode {
  std::string classifier;
  std::string code;
};

/// Who plays in the sandbox of a country: spec/<country>/sandbox.toml (docs/formats/spec.md).
struct SandboxSpec {
  enum class Certificates : std::uint8_t { Russian, Uzbek };
  Certificates certificates = Certificates::Russian;
  std::string spare_prefix{};  ///< beginning of the GTIN prefixes that new participants can have
  std::int64_t funds = 0;  ///< test money of each company: minor units
  std::vector<SandboxCompany> companies;
  std::vector<SandboxCompany> applicants;  ///< have a certificate, and take no part yet
  std::vector<SandboxProduct> products;
  std::vector<SandboxClassCode> class_codes;  ///< of spec/<country>/catalogue/samples

  /// What the certificate of a company's director says.
  [[nodiscard]] crypto::Subject subject(SandboxCompany const& company) const;
};

/// Every mistake is refused with file and line: unknown groups, levels, owners and participant types, GTINs
/// with a wrong check digit, repetitions.
Result<SandboxSpec> read_sandbox(std::filesystem::path const& file, country::Country const& country);

}  // namespace tamga::server
