// SPDX-License-Identifier: Apache-2.0
#include "participant.hpp"

#include <cctype>
#include <fstream>
#include <sstream>

#include "base/random.hpp"
#include "base/time.hpp"
#include "crypto/base64.hpp"
#include "crypto/cms.hpp"
#include "difference.hpp"

namespace tamga::demo {
namespace {

constexpr std::chrono::seconds kPatience{120};

crypto::SigningIdentity read_identity(std::filesystem::path const& file) {
  std::ostringstream pem;
  pem << std::ifstream(file).rdbuf();
  return require("key of " + file.string(), crypto::SigningIdentity::from_pem(pem.str()));
}

std::string fresh_key() {
  SystemRng rng;
  std::array<std::byte, 16> bytes{};
  rng.fill(bytes);
  std::string key;
  for (std::byte const byte : bytes) key += fmt::format("{:02x}", std::to_integer<unsigned>(byte));
  return key;
}

/// The errors that an answer names, whichever way it names them.
std::string errors_in(Json const& body) { return body.dump().substr(0, 2000); }

}  // namespace

Participant::Participant(std::uint16_t port, crypto::SigningIdentity identity)
    : port_(port), identity_(std::move(identity)), client_("127.0.0.1", port, kPatience) {}

Participant::Participant(std::uint16_t port, std::filesystem::path const& key_file)
    : Participant(port, read_identity(key_file)) {
  sign_in();
}

Participant Participant::copy() const {
  Participant other(port_, identity_);
  other.token_ = token_;
  other.tax_id_ = tax_id_;
  return other;
}

http::Client::Headers Participant::session_header() const { return {{"Authorization", "Bearer " + token_}}; }

void Participant::sign_in() {
  Json const asked = read("challenge", client_.send(http::Method::Post, "/api/v1/sign-in/challenge"));
  std::string const challenge = asked.at("challenge");
  std::string const cms =
      require("signing", crypto::sign_attached(identity_, challenge, SystemClock().now()));
  Json const session =
      read("sign-in",
           client_.send(http::Method::Post, "/api/v1/sign-in", {{"Content-Type", "application/json"}},
                        Json{{"challenge", challenge}, {"signature", crypto::encode_base64(cms)}}.dump()));
  token_ = session.at("token");
  tax_id_ = session.at("participant").at("tax_id");
}

Parcel Participant::prepare(Json const& document) const {
  Parcel parcel;
  parcel.body = document.dump();
  parcel.signature = crypto::encode_base64(
      require("signing", crypto::sign_detached(identity_, parcel.body, SystemClock().now())));
  parcel.key = fresh_key();
  return parcel;
}

Result<Answer> Participant::attempt(Parcel const& parcel) {
  http::Client::Headers headers = session_header();
  headers.emplace_back("Content-Type", "application/json");
  headers.emplace_back("X-Signature", parcel.signature);
  headers.emplace_back("Idempotency-Key", parcel.key);
  TAMGA_ASSIGN(response, client_.send(http::Method::Post, "/api/v1/documents", headers, parcel.body));
  Json body = Json::parse(response.body, nullptr, false);
  if (body.is_discarded()) throw Difference("the answer to a document is not JSON: " + response.body);
  return Answer{response.status, std::move(body)};
}

Answer Participant::submit(Json const& document) {
  Parcel const parcel = prepare(document);
  Answer answer = require("sending a document", attempt(parcel));
  if (answer.status != 201 || answer.document_status() != "accepted")
    throw Difference(fmt::format("{} answered {}: {}", document.at("kind").get<std::string>(), answer.status,
                                 errors_in(answer.body)));
  return answer;
}

void Participant::submit_refused(Json const& document, std::string_view error) {
  Answer const answer = require("sending a document", attempt(prepare(document)));
  std::string const said = errors_in(answer.body);
  if (answer.status < 400 || said.find(error) == std::string::npos)
    throw Difference(fmt::format("{} should be refused with {}, was answered {}: {}",
                                 document.at("kind").get<std::string>(), error, answer.status, said));
}

Json Participant::read(std::string_view what, Result<http::ClientResponse> response) {
  auto const answer = require(what, std::move(response));
  if (answer.status / 100 != 2) throw Difference(fmt::format("{}: {} {}", what, answer.status, answer.body));
  return Json::parse(answer.body);
}

Json Participant::get(std::string_view path) {
  return read(path, client_.send(http::Method::Get, path, session_header()));
}

Json Participant::post(std::string_view path, Json const& body) {
  http::Client::Headers headers = session_header();
  headers.emplace_back("Content-Type", "application/json");
  return read(path, client_.send(http::Method::Post, path, headers, body.dump()));
}

void Participant::stream_lines(std::string_view path, std::function<void(std::string_view)> const& take) {
  auto const head = require(path, client_.open(http::Method::Get, path, session_header()));
  std::string held;
  while (true) {
    std::string const piece = require(path, client_.read_piece());
    if (piece.empty()) break;
    held += piece;
    if (head.status != 200) continue;
    std::size_t from = 0;
    for (std::size_t end; (end = held.find('\n', from)) != std::string::npos; from = end + 1)
      take(std::string_view(held).substr(from, end - from));
    held.erase(0, from);
  }
  if (head.status != 200) throw Difference(fmt::format("{}: {} {}", path, head.status, held));
  expect("text behind the last line", std::string(), held);
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0)
      out += c;
    else
      out += fmt::format("%{:02X}", byte);
  }
  return out;
}

}  // namespace tamga::demo
