// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"

namespace tamga::api {

/// An entry that only has a name.
struct DictionaryEntry {
  std::string code;
  std::string name;
  static constexpr auto shape() {
    return shape::object(
        "DictionaryEntry", "An entry of a dictionary",
        shape::field("code", &DictionaryEntry::code, "As documents say it"),
        shape::field("name", &DictionaryEntry::name, "How it is called, in the reader's language"));
  }
};

struct CreationMethodEntry {
  std::string code;
  std::string name;
  bool by_provider;
  static constexpr auto shape() {
    using Me = CreationMethodEntry;
    return shape::object(
        "CreationMethod", "Who puts the codes of an order on the goods",
        shape::field("code", &Me::code, "As orders say it"),
        shape::field("name", &Me::name, "How it is called, in the reader's language"),
        shape::field("by_provider", &Me::by_provider, "Belongs to orders of service providers"));
  }
};

struct ReasonEntry {
  std::string code;
  std::string name;
  bool given;
  bool needs_text;
  bool returnable;
  static constexpr auto shape() {
    using Me = ReasonEntry;
    return shape::object(
        "Reason", "Why codes leave circulation or are written off",
        shape::field("code", &Me::code, "As documents say it"),
        shape::field("name", &Me::name, "How it is called, in the reader's language"),
        shape::field("given", &Me::given, "Whether documents may give it; otherwise the system alone"),
        shape::field("needs_text", &Me::needs_text, "Whether it must be explained in words"),
        shape::field("returnable", &Me::returnable, "Whether the goods may come back"));
  }
};

struct WayEntry {
  std::string code;
  std::string name;
  std::vector<std::string> required;
  std::vector<std::string> optional;
  bool customs_hold;
  std::vector<std::string> issuers;
  static constexpr auto shape() {
    using Me = WayEntry;
    return shape::object(
        "Way", "A way into circulation", shape::field("code", &Me::code, "As documents say it"),
        shape::field("name", &Me::name, "How it is called, in the reader's language"),
        shape::field("required", &Me::required, "Fields that its document must have"),
        shape::field("optional", &Me::optional, "Fields that it may have; no others"),
        shape::field("customs_hold", &Me::customs_hold, "Goods wait for their release from customs"),
        shape::field("issuers", &Me::issuers, "Countries whose operators' codes are recognised"));
  }
};

struct PackageLevelEntry {
  std::string code;
  std::string level;
  std::string name;
  std::optional<std::int64_t> capacity;
  static constexpr auto shape() {
    using Me = PackageLevelEntry;
    return shape::object(
        "PackageLevel", "A level of packages",
        shape::field("code", &Me::code, "The country's word, as documents and cards say it"),
        shape::field("level", &Me::level,
                     "The same in every country: UNIT, GROUP, SET, BUNDLE, LEVEL1 to LEVEL5"),
        shape::field("name", &Me::name, "How it is called, in the reader's language"),
        shape::field("capacity", &Me::capacity,
                     "Direct content in pieces, at most; absent: as a document allows"));
  }
};

/// The closed lists from which forms are filled in: data of the country.
struct GetDictionaries {
  static constexpr EndpointSpec kSpec{
      .name = "get_dictionaries",
      .method = http::Method::Get,
      .path = "/api/v1/dictionaries",
      .access = Access::Public,
      .run = http::Run::Inline,
      .summary = "Release and creation methods, ways into circulation, reasons, package levels",
      .tag = "reference"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::vector<DictionaryEntry> release_methods;
    std::vector<CreationMethodEntry> creation_methods;
    std::vector<WayEntry> ways;
    std::vector<ReasonEntry> withdrawal_reasons;
    std::vector<ReasonEntry> write_off_reasons;
    std::vector<PackageLevelEntry> package_levels;
    std::int32_t vat;
    std::optional<std::int64_t> packet_codes;
    static constexpr auto shape() {
      return shape::object(
          "Dictionaries", "The closed lists of the country",
          shape::field("release_methods", &Output::release_methods, "Where goods of an order come from"),
          shape::field("creation_methods", &Output::creation_methods, "Who puts the codes on them"),
          shape::field("ways", &Output::ways, "Ways into circulation"),
          shape::field("withdrawal_reasons", &Output::withdrawal_reasons, "Why codes leave circulation"),
          shape::field("write_off_reasons", &Output::write_off_reasons, "Why codes are written off"),
          shape::field("package_levels", &Output::package_levels, "Levels of packages, the smallest first"),
          shape::field("vat", &Output::vat, "VAT of fees today, in hundredths of a percent: 2200 is 22 %"),
          shape::field("packet_codes", &Output::packet_codes,
                       "Codes that leave in one packet, more are prepared aside; absent: as many as wished"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<GetDictionaries>;

}  // namespace tamga::api
