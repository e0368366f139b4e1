// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "http/client.hpp"

namespace tamga::scenario {

/// Objects keep the order in which they were written.
using Json = nlohmann::ordered_json;

/// What was sent, so that it can be sent again.
struct Request {
  http::Method method = http::Method::Get;
  std::string target;
  http::Client::Headers headers{};
  std::string body{};
  std::string who{};      ///< key of the company; empty: nobody who says who he is
  bool document = false;  ///< a submission: what becomes of it is in the journal
};

/// One thing that was said against a request or a code.
struct Refusal {
  std::string error;
  std::string code;  ///< the marking code as the document named it, if it is about one
  std::string pointer;
  std::string title;
  std::string remedy;
};

/// What the server answered to the action of a step.
struct Answer {
  Request request;
  int status = 0;
  std::string media_type;
  std::string body;
  Json json;  ///< null when the body is none

  [[nodiscard]] bool refused() const { return status >= 400; }
  [[nodiscard]] std::string text(char const* field) const;
  [[nodiscard]] std::int64_t number(char const* field) const;
  /// Everything that was said against the request: the parts of the problem; of a document that was judged,
  /// the objections and then the refused codes.
  [[nodiscard]] std::vector<Refusal> refusals() const;
  /// Against single codes of a document.
  [[nodiscard]] std::vector<Refusal> refused_items() const;
  /// For messages: the status and the body, shortened.
  [[nodiscard]] std::string describe() const;
};

}  // namespace tamga::scenario
