// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"

namespace tamga::api {

/// The OpenAPI document of the whole list; made once.
std::string const& openapi_text();

struct GetOpenApi {
  static constexpr EndpointSpec kSpec{.name = "get_openapi",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/openapi.json",
                                      .access = Access::Public,
                                      .run = http::Run::Inline,
                                      .summary = "This interface for programs (OpenAPI 3.1)",
                                      .tag = "reference"};
  using Input = NoInput;
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

struct GetReferencePage {
  static constexpr EndpointSpec kSpec{.name = "get_reference_page",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/docs",
                                      .access = Access::Public,
                                      .run = http::Run::Inline,
                                      .summary = "This interface for people",
                                      .tag = "reference",
                                      .produces = "text/html"};
  using Input = NoInput;
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

/// What the `type` of an error answer leads to.
struct GetProblem {
  static constexpr EndpointSpec kSpec{.name = "get_problem",
                                      .method = http::Method::Get,
                                      .path = "/problems/{name}",
                                      .access = Access::Public,
                                      .run = http::Run::Inline,
                                      .summary = "What an error means and what to do about it",
                                      .tag = "reference"};
  struct Input {
    std::string name;
    static constexpr auto shape() {
      return shape::object("GetProblemInput", "",
                           shape::field("name", &Input::name, "Name of the error", shape::size(1, 64)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::string code;
    std::string title;
    std::string remedy;
    static constexpr auto shape() {
      return shape::object("ProblemText", "Texts of an error; words in braces are filled in by each answer",
                           shape::field("code", &Output::code, "Name of the error"),
                           shape::field("title", &Output::title, "What is wrong"),
                           shape::field("remedy", &Output::remedy, "What to do about it"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Public halves of the keys that sign tails.
struct GetKeys {
  static constexpr EndpointSpec kSpec{
      .name = "get_keys",
      .method = http::Method::Get,
      .path = "/api/v1/keys",
      .access = Access::Public,
      .summary = "Public keys by which signed tails are verified without this system",
      .tag = "reference"};
  using Input = NoInput;
  using Body = NoBody;
  struct Key {
    std::string id;
    std::string algorithm;
    std::string key;
    std::string state;
    UnixMs created;
    static constexpr auto shape() {
      return shape::object("TailKey", "A key that signs tails",
                           shape::field("id", &Key::id, "As AI 91 of a code carries it"),
                           shape::field("algorithm", &Key::algorithm, "Ed25519 (RFC 8032)"),
                           shape::field("key", &Key::key, "Its 32 bytes in base64"),
                           shape::field("state", &Key::state,
                                        "active, verify_only or compromised: then its tails prove nothing"),
                           shape::field("created", &Key::created, "When it was made"));
    }
  };
  struct Output {
    std::vector<Key> keys;
    static constexpr auto shape() {
      return shape::object("TailKeys", "Keys that sign tails",
                           shape::field("keys", &Output::keys, "Oldest first"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<GetOpenApi>;
extern template struct RowOf<GetReferencePage>;
extern template struct RowOf<GetProblem>;
extern template struct RowOf<GetKeys>;

}  // namespace tamga::api
