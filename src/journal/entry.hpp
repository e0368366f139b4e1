// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"

namespace tamga::journal {

using Hash = std::array<unsigned char, 32>;

/// One operation as the journal keeps it: who asked for what, when, on which objects, and how it ended.
/// Personal data and bodies stay out: the signed bytes are named by their hash.
struct Entry {
  UnixMs at;                     ///< when the operation was decided
  std::int64_t participant = 0;  ///< 0: the system itself or somebody unknown
  std::string certificate;       ///< SHA-256 of the signer's certificate, raw; empty if none
  std::string action;            ///< "document.ship", "session.open" ...
  std::string object;            ///< number of the document, order or participant
  std::string body_hash;         ///< SHA-256 of the bytes received, raw; empty if none
  std::string result;            ///< "accepted", "refused" ...
  std::string error;             ///< name in the error catalogue, empty if none
  std::string state;             ///< what changed: SHA-256 of the effects, raw; empty if nothing did
  std::string request_id;        ///< of the HTTP request, to find it in the logs
  std::string idempotency_key;   ///< as the client sent it
  std::string api_key;           ///< id of the key by which a program acted; empty if none
  /// From where it came. Personal data: it goes to the index (index.hpp) and into no chain.
  std::string address{};

  /// Length-prefixed fields in the order above up to the key, which is there only where there is one;
  /// docs/formats/journal.md.
  [[nodiscard]] std::string encode() const;
  static Result<Entry> decode(std::string_view bytes);
  friend bool operator==(Entry const&, Entry const&) = default;
};

/// SHA-256 of (0x01, lane, sequence, previous hash, entry bytes): the link of the chain.
Hash link(std::int64_t lane, std::int64_t sequence, Hash const& previous, std::string_view entry);

}  // namespace tamga::journal
