// SPDX-License-Identifier: Apache-2.0
#include "journal/entry.hpp"

#include <openssl/sha.h>

#include "base/varint.hpp"
#include "journal/errors.hpp"

namespace tamga::journal {

namespace {
constexpr std::uint64_t kFormat = 1;
constexpr std::uint64_t kFormatWithKey = 2;
}  // namespace

std::string Entry::encode() const {
  std::string out;
  put_varint(out, api_key.empty() ? kFormat : kFormatWithKey);
  put_signed(out, at.value());
  put_signed(out, participant);
  for (std::string const* field :
       {&certificate, &action, &object, &body_hash, &result, &error, &state, &request_id, &idempotency_key})
    put_bytes(out, *field);
  if (!api_key.empty()) put_bytes(out, api_key);
  return out;
}

Result<Entry> Entry::decode(std::string_view bytes) {
  ByteReader reader(bytes);
  Entry entry;
  std::uint64_t const format = reader.varint();
  entry.at = UnixMs(reader.signed_varint());
  entry.participant = reader.signed_varint();
  for (std::string* field :
       {&entry.certificate, &entry.action, &entry.object, &entry.body_hash, &entry.result, &entry.error,
        &entry.state, &entry.request_id, &entry.idempotency_key})
    *field = reader.bytes();
  if (format == kFormatWithKey) entry.api_key = reader.bytes();
  bool const known = format == kFormat || (format == kFormatWithKey && !entry.api_key.empty());
  if (!reader.ok() || !reader.done() || !known) return fail(Error(kJournalDamaged).log("entry bytes"));
  return entry;
}

Hash link(std::int64_t lane, std::int64_t sequence, Hash const& previous, std::string_view entry) {
  std::string bytes;
  bytes.reserve(64 + entry.size());
  bytes.push_back('\x01');
  put_signed(bytes, lane);
  put_signed(bytes, sequence);
  bytes.append(reinterpret_cast<char const*>(previous.data()), previous.size());
  bytes.append(entry);
  Hash hash;
  SHA256(reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(), hash.data());
  return hash;
}

}  // namespace tamga::journal
