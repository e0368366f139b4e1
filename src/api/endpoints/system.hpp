// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"

namespace tamga::api {

/// Which system this is: what a page needs before anybody is signed in.
struct GetSystem {
  static constexpr EndpointSpec kSpec{
      .name = "get_system",
      .method = http::Method::Get,
      .path = "/api/v1/system",
      .access = Access::Public,
      .run = http::Run::Inline,
      .summary = "Country, languages, currency, operator; whether it is a sandbox",
      .tag = "reference"};
  using Input = NoInput;
  using Body = NoBody;
  struct Operator {
    std::string name;
    std::string tax_id;
    std::string address;
    std::string email;
    std::optional<std::string> phone;
    static constexpr auto shape() {
      return shape::object("OperatorContacts", "Who runs the system",
                           shape::field("name", &Operator::name, "Name"),
                           shape::field("tax_id", &Operator::tax_id, "Tax number"),
                           shape::field("address", &Operator::address, "Address"),
                           shape::field("email", &Operator::email, "Where to write"),
                           shape::field("phone", &Operator::phone, "Where to call"));
    }
  };
  struct Part {
    std::string code;
    std::string name;
    bool production_sites;
    static constexpr auto shape() {
      return shape::object("ParticipantPart", "How organisations take part",
                           shape::field("code", &Part::code, "Of the country's dictionary"),
                           shape::field("name", &Part::name, "What it is called"),
                           shape::field("production_sites", &Part::production_sites,
                                        "Whoever takes part so has production sites"));
    }
  };
  struct Output {
    std::string country;
    std::string country_name;
    std::vector<std::string> languages;
    std::string currency;
    std::string time_zone;
    bool sandbox;
    Operator operated_by;
    std::vector<Part> participant_types;
    static constexpr auto shape() {
      return shape::object(
          "System", "Which system this is",
          shape::field("country", &Output::country, "ISO 3166-1, lower case"),
          shape::field("country_name", &Output::country_name, "What the country is called"),
          shape::field("languages", &Output::languages, "Of its texts; the first is the one of the law"),
          shape::field("currency", &Output::currency, "ISO 4217"),
          shape::field("time_zone", &Output::time_zone, "IANA name; local days are its days"),
          shape::field("sandbox", &Output::sandbox, "Everything in it is invented"),
          shape::field("operated_by", &Output::operated_by, "Who runs it"),
          shape::field("participant_types", &Output::participant_types, "How one can take part"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<GetSystem>;

}  // namespace tamga::api
