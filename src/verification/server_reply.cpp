// SPDX-License-Identifier: Apache-2.0
#include "verification/server_reply.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "crypto/base64.hpp"
#include "verification/errors.hpp"

namespace tamga::verification {
namespace {

using Json = nlohmann::json;

tl::unexpected<Error> not_understood(std::string why) {
  return fail(Error(kVerificationAnswer).log(std::move(why)));
}

Json const& member(Json const& object, char const* name) {
  static Json const kNone;
  if (!object.is_object()) return kNone;
  auto const found = object.find(name);
  return found == object.end() ? kNone : *found;
}

std::string text(Json const& object, char const* name) {
  Json const& value = member(object, name);
  return value.is_string() ? value.get<std::string>() : std::string();
}

/// Some versions write truth as a text.
bool truth(Json const& object, char const* name) {
  Json const& value = member(object, name);
  return (value.is_boolean() && value.get<bool>()) ||
         (value.is_string() && value.get<std::string>() == "true");
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// "2026-03-01 09:00:00".
std::optional<UnixMs> moment(std::string const& text, std::int32_t utc_offset_minutes) {
  constexpr std::size_t kSize = 19;
  if (text.size() != kSize || text[10] != ' ' || text[13] != ':' || text[16] != ':') return std::nullopt;
  std::string_view const all = text;
  auto const day = Date::parse(all.substr(0, 10));
  auto const hour = digits(all.substr(11, 2));
  auto const minute = digits(all.substr(14, 2));
  auto const second = digits(all.substr(17, 2));
  if (!day || !hour || !minute || !second) return std::nullopt;
  std::int64_t const minutes = (std::int64_t{day->days()} * 24 + *hour) * 60 + *minute - utc_offset_minutes;
  return UnixMs((minutes * 60 + *second) * 1000);
}

Result<std::string> bytes(Json const& object, char const* name) {
  auto decoded = crypto::decode_signature_text(text(object, name));
  if (!decoded) return not_understood(name);
  return *std::move(decoded);
}

Result<void> read_signer(Json const& signer, std::int32_t offset, ServerReply& out) {
  out.serial = text(member(signer, "signerId"), "subjectSerialNumber");
  out.verified = truth(signer, "verified");
  out.certificate_verified = truth(signer, "certificateVerified");
  out.valid_at_signing = truth(signer, "certificateValidAtSigningTime");
  out.revoked = !member(signer, "revokedStatusInfo").is_null();
  if (!text(signer, "OCSPResponse").empty()) {
    TAMGA_ASSIGN(answer, bytes(signer, "OCSPResponse"));
    out.answer = std::move(answer);
    out.answer_issued = moment(text(signer, "statusUpdatedAt"), offset);
    out.answer_holds_until = moment(text(signer, "statusNextUpdateAt"), offset);
  }
  Json const& stamp = member(signer, "timeStampInfo");
  if (!stamp.is_object()) return {};
  out.stamp_verified = truth(stamp, "verified") && truth(stamp, "digestVerified") &&
                       truth(stamp, "certificateVerified") && truth(stamp, "certificateValidAtSigningTime");
  out.stamp_time = moment(text(stamp, "timestamp"), offset);
  return {};
}

}  // namespace

Result<ServerReply> read_reply(std::string_view json, std::int32_t utc_offset_minutes) {
  Json const root = Json::parse(json, nullptr, false);
  Json const& status = member(root, "status");
  if (!status.is_number_integer()) return not_understood("no status");
  ServerReply out;
  out.status = status.get<int>();
  if (out.status != static_cast<int>(ReplyStatus::Good)) return out;
  Json const& info = member(root, "pkcs7Info");
  Json const& signers = member(info, "signers");
  if (!signers.is_array() || signers.empty()) return not_understood("no signers");
  out.signers = signers.size();
  TAMGA_TRY(read_signer(signers.front(), utc_offset_minutes, out));
  if (member(info, "documentBase64").is_string()) {
    TAMGA_ASSIGN(content, bytes(info, "documentBase64"));
    out.content = std::move(content);
  }
  return out;
}

}  // namespace tamga::verification
