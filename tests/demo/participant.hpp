// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "crypto/signing_identity.hpp"
#include "http/client.hpp"

namespace tamga::demo {

using Json = nlohmann::json;

/// A document ready to be sent: the same bytes, signature and key every time, however often it takes.
struct Parcel {
  std::string body;
  std::string signature;  ///< base64
  std::string key;
};

/// The answer to a document.
struct Answer {
  int status = 0;
  Json body;

  [[nodiscard]] std::string number() const { return body.at("document").get<std::string>(); }
  [[nodiscard]] bool repeated() const { return body.at("repeated").get<bool>(); }
  [[nodiscard]] std::string document_status() const { return body.at("status").get<std::string>(); }
};

/// A company at its computer: a key, a session, a connection. Everything that does not go as it should throws
/// Difference. One thread; `copy` gives another computer of the same company with the same session.
class Participant {
 public:
  Participant(std::uint16_t port, std::filesystem::path const& key_file);
  [[nodiscard]] Participant copy() const;

  void sign_in();
  /// For after a restart of the server: the session goes on, the connection does not.
  void hang_up() { client_.close(); }
  [[nodiscard]] std::string const& tax_id() const { return tax_id_; }

  /// Signs a document under a new key.
  [[nodiscard]] Parcel prepare(Json const& document) const;
  /// One attempt; an error when no answer came.
  Result<Answer> attempt(Parcel const& parcel);
  /// Sends and wants it accepted in full.
  Answer submit(Json const& document);
  /// Sends and wants it rejected, with `error` for its first code or the whole.
  void submit_refused(Json const& document, std::string_view error);

  Json get(std::string_view path);
  Json post(std::string_view path, Json const& body);
  /// Gives the lines of an answer to `take` as they come.
  void stream_lines(std::string_view path, std::function<void(std::string_view)> const& take);

 private:
  Participant(std::uint16_t port, crypto::SigningIdentity identity);
  [[nodiscard]] http::Client::Headers session_header() const;
  Json read(std::string_view what, Result<http::ClientResponse> response);

  std::uint16_t port_;
  crypto::SigningIdentity identity_;
  http::Client client_;
  std::string token_;
  std::string tax_id_;
};

/// For a query.
std::string percent_encoded(std::string_view text);

}  // namespace tamga::demo
