// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"

namespace tamga::api {

/// Whose part can be played in a sandbox.
struct ListInventedCompanies {
  static constexpr EndpointSpec kSpec{.name = "list_invented_companies",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/sandbox/companies",
                                      .access = Access::Public,
                                      .summary = "Companies whose part can be played; in a sandbox only",
                                      .tag = "sandbox"};
  using Input = NoInput;
  using Body = NoBody;
  struct Company {
    std::string company;
    std::string name;
    std::string tax_id;
    std::string person;
    bool registered;
    bool authority;
    static constexpr auto shape() {
      return shape::object(
          "InventedCompany", "A company of the sandbox",
          shape::field("company", &Company::company, "Its code"),
          shape::field("name", &Company::name, "Name"),
          shape::field("tax_id", &Company::tax_id, "Tax number"),
          shape::field("person", &Company::person, "Who signs for it"),
          shape::field("registered", &Company::registered, "It takes part; otherwise it can apply"),
          shape::field("authority", &Company::authority, "It is the operator"));
    }
  };
  struct Output {
    std::vector<Company> companies;
    static constexpr auto shape() {
      return shape::object("InventedCompanies", "Companies of the sandbox",
                           shape::field("companies", &Output::companies, "Those that take part first"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Certifies a key that the browser made and keeps, as the key of the head of an invented company, or of
/// another person of it. Where that person is a user of the company already, he can sign in with it at once;
/// otherwise the company adds him by the certificate. Anybody may: a sandbox holds nothing that is true. A
/// certificate more is no harm, so the call takes no idempotency key.
struct IssueTestCertificate {
  static constexpr EndpointSpec kSpec{.name = "issue_test_certificate",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/sandbox/certificates",
                                      .access = Access::Public,
                                      .summary = "A certificate of the test authority; in a sandbox only",
                                      .tag = "sandbox",
                                      .success = 201,
                                      .max_body_bytes = 4 << 10};
  using Input = NoInput;
  struct Body {
    std::string company;
    std::optional<std::string> person;
    std::string public_key;
    static constexpr auto shape() {
      return shape::object(
          "TestCertificateOrder", "Whose part, and with which key",
          shape::field("company", &Body::company, "Code of the company", shape::size(1, 64)),
          shape::field("person", &Body::person, "Name of somebody else of the company; absent: its head",
                       shape::size(3, 60)),
          shape::field("public_key", &Body::public_key,
                       "SubjectPublicKeyInfo of a P-256, P-384 or RSA key, DER in base64",
                       shape::size(1, 2000)));
    }
  };
  struct Output {
    std::string certificate;
    UnixMs ends;
    static constexpr auto shape() {
      return shape::object("TestCertificate", "A certificate of the test authority",
                           shape::field("certificate", &Output::certificate, "DER in base64"),
                           shape::field("ends", &Output::ends, "When it ends"));
    }
  };
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

extern template struct RowOf<ListInventedCompanies>;
extern template struct RowOf<IssueTestCertificate>;

}  // namespace tamga::api
