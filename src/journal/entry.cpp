// SPDX-License-Identifier: Apache-2.0
#include "journal/entry.hpp"

#include <openssl/sha.h>

#include "base/varint.hpp"
#include "journal/errors.hpp"

namespace tamga::journal {

namespace {
constexpr std::uint64_t kFormat = 1;
}

std::string Entry::encode() const {
  std::string out;
  put_varint(out, kFormat);
  put_signed(out, at.value());
  put_signed(out, participant);
  for (std::string const* field :
       {&certificate, &action, &object, &body_hash, &result, &error, &state, &request_id, &idempotency_key})
    put_bytes(out, *field);
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
  if (!reader.ok() || !reader.done() || format != kFormat)
    return fail(Error(kJournalDamaged).log("entry bytes"));
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
