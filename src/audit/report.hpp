// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shape/describe.hpp"

namespace tamga::audit {

/// What an audit counts.
enum class Measure : std::uint8_t { Documents, Batches, Tails, Postings, Debits, Credits };

}  // namespace tamga::audit

template <>
inline constexpr auto tamga::shape::names<tamga::audit::Measure> = tamga::shape::enumeration(
    "AuditMeasure", "What an audit counts",
    tamga::shape::value(tamga::audit::Measure::Documents, "documents",
                        "Documents that are, byte for byte, what the journal says came in"),
    tamga::shape::value(tamga::audit::Measure::Batches, "batches", "Batches of tails with this key"),
    tamga::shape::value(tamga::audit::Measure::Tails, "tails", "Tails that were signed with this key"),
    tamga::shape::value(tamga::audit::Measure::Postings, "postings", "Entries of the books"),
    tamga::shape::value(tamga::audit::Measure::Debits, "debits", "Their debits, minor units"),
    tamga::shape::value(tamga::audit::Measure::Credits, "credits", "Their credits, minor units"));

namespace tamga::audit {

struct Count {
  Measure measure;
  std::string of;  ///< id of the key, where each has its own
  std::int64_t number;
  static constexpr auto shape() {
    return shape::object("AuditCount", "What an audit counted",
                         shape::field("measure", &Count::measure, "Of what"),
                         shape::field("of", &Count::of, "Id of the key; empty: of the whole subject"),
                         shape::field("number", &Count::number, "How much"));
  }
};

/// Where the chain of one writing process ends.
struct ChainHead {
  std::int64_t lane;
  std::int64_t entries;
  std::string hash;  ///< hexadecimal
  static constexpr auto shape() {
    return shape::object("AuditChainHead",
                         "Where a chain of the journal ends: to be noted outside the system",
                         shape::field("lane", &ChainHead::lane, "Of which writing process"),
                         shape::field("entries", &ChainHead::entries, "How many entries it has"),
                         shape::field("hash", &ChainHead::hash, "SHA-256 over all of them, hexadecimal"));
  }
};

/// What was read while nothing was found.
struct Report {
  std::vector<Count> counts;
  std::vector<ChainHead> heads;
  static constexpr auto shape() {
    return shape::object("AuditReport", "What an audit read",
                         shape::field("counts", &Report::counts, "How much of what"),
                         shape::field("heads", &Report::heads, "Of the journal: its chains"));
  }
};

}  // namespace tamga::audit
