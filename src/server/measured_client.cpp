// SPDX-License-Identifier: Apache-2.0
#include "server/measured_client.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>

#include "base/time.hpp"
#include "crypto/base64.hpp"
#include "crypto/cms.hpp"
#include "server/errors.hpp"
#include "shape/document.hpp"
#include "shape/writer.hpp"

namespace tamga::server {
namespace {

constexpr std::chrono::seconds kPatience{120};

std::string fresh_key(Rng& rng) {
  std::array<std::byte, 16> bytes{};
  rng.fill(bytes);
  std::string key;
  for (std::byte const byte : bytes) key += fmt::format("{:02x}", std::to_integer<unsigned>(byte));
  return key;
}

}  // namespace

MeasuredClient::MeasuredClient(std::uint16_t port, crypto::SigningIdentity identity, Rng& rng)
    : port_(port), identity_(std::move(identity)), rng_(&rng), client_("127.0.0.1", port, kPatience) {}

MeasuredClient MeasuredClient::another() const {
  MeasuredClient other(port_, identity_, *rng_);
  other.token_ = token_;
  return other;
}

http::Client::Headers MeasuredClient::headers() const {
  http::Client::Headers out{{"Content-Type", "application/json"}};
  if (!token_.empty()) out.emplace_back("Authorization", "Bearer " + token_);
  return out;
}

Result<std::string> MeasuredClient::body_of(std::string_view what, Result<http::ClientResponse> response,
                                            int wanted) {
  TAMGA_ASSIGN(answer, std::move(response));
  if (answer.status != wanted)
    return fail(Error(kMeasurementFailed).log(fmt::format("{}: {} {}", what, answer.status, answer.body)));
  return std::move(answer.body);
}

Result<void> MeasuredClient::sign_in() {
  TAMGA_ASSIGN(asked,
               body_of("challenge", client_.send(http::Method::Post, "/api/v1/sign-in/challenge"), 200));
  TAMGA_ASSIGN(challenge, shape::peek_string_field(asked, "challenge"));
  TAMGA_ASSIGN(cms, crypto::sign_attached(identity_, challenge, SystemClock().now()));
  std::string const body =
      fmt::format(R"({{"challenge":"{}","signature":"{}"}})", challenge, crypto::encode_base64(cms));
  TAMGA_ASSIGN(session,
               body_of("sign-in", client_.send(http::Method::Post, "/api/v1/sign-in", headers(), body), 201));
  TAMGA_ASSIGN(token, shape::peek_string_field(session, "token"));
  token_ = std::move(token);
  return {};
}

Result<std::string> MeasuredClient::send_document(std::string_view document, std::string const& signature) {
  auto with_key = headers();
  with_key.emplace_back("Idempotency-Key", fresh_key(*rng_));
  if (!signature.empty()) with_key.emplace_back("X-Signature", signature);
  TAMGA_ASSIGN(
      answer,
      body_of("document", client_.send(http::Method::Post, "/api/v1/documents", with_key, document), 201));
  TAMGA_ASSIGN(status, shape::peek_string_field(answer, "status"));
  if (status != "accepted") return fail(Error(kMeasurementFailed).log(answer));
  return shape::peek_string_field(answer, "document");
}

Result<std::string> MeasuredClient::submit(std::string_view document) {
  TAMGA_ASSIGN(cms, crypto::sign_detached(identity_, document, SystemClock().now()));
  return send_document(document, crypto::encode_base64(cms));
}

Result<std::string> MeasuredClient::submit_unsigned(std::string_view document) {
  return send_document(document, "");
}

Result<std::string> MeasuredClient::get(std::string_view path) {
  return body_of(path, client_.send(http::Method::Get, path, headers()), 200);
}

Result<std::string> MeasuredClient::post(std::string_view path, std::string_view body) {
  return body_of(path, client_.send(http::Method::Post, path, headers(), body), 200);
}

std::string document_of(std::string_view kind, std::string_view more, std::vector<std::string> const& codes) {
  std::string out = fmt::format(R"({{"kind":"{}",{})", kind, more);
  shape::Writer writer(out);
  out += R"("codes":)";
  writer.begin_array();
  for (std::string const& code : codes) writer.string(code);
  writer.end_array();
  out += '}';
  return out;
}

}  // namespace tamga::server
