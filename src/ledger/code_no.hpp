// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "base/id.hpp"

namespace tamga::ledger {

/// A marking code, or a transport unit, as a number: series_no << 34 | index. Always positive; 0 is "no
/// code".
using CodeNo = Id<struct CodeNoTag, std::int64_t>;
/// Dense number of a (GTIN, serial layout, serial key) triple; 29 bits.
using SeriesNo = Id<struct SeriesNoTag, std::int32_t>;
/// 1024 neighbouring codes of one series: code_no >> 10.
using BlockNo = Id<struct BlockNoTag, std::int64_t>;
/// Dense number of a participant; 0 is nobody.
using ParticipantNo = Id<struct ParticipantNoTag, std::uint32_t>;
/// What codes introduced together share; 0 is none yet.
using LotNo = Id<struct LotNoTag, std::int64_t>;
/// Time-ordered number of a document: milliseconds << 20 | lane << 12 | counter.
using DocumentNo = Id<struct DocumentNoTag, std::int64_t>;

/// Order in which documents were applied by one writing process; made like a DocumentNo, at the moment of
/// application.
using AppliedNo = Id<struct AppliedNoTag, std::int64_t>;

inline constexpr int kIndexBits = 34;
inline constexpr int kBlockBits = 10;
inline constexpr std::int64_t kBlockSize = std::int64_t{1} << kBlockBits;
/// Codes one series can hold.
inline constexpr std::int64_t kSeriesCapacity = std::int64_t{1} << kIndexBits;
inline constexpr std::int32_t kMaxSeries = (1 << 29) - 1;

constexpr CodeNo code_no(SeriesNo series, std::int64_t index) {
  return CodeNo((static_cast<std::int64_t>(series.value()) << kIndexBits) | index);
}
constexpr SeriesNo series_of(CodeNo code) {
  return SeriesNo(static_cast<std::int32_t>(code.value() >> kIndexBits));
}
constexpr std::int64_t index_of(CodeNo code) { return code.value() & (kSeriesCapacity - 1); }
constexpr BlockNo block_of(CodeNo code) { return BlockNo(code.value() >> kBlockBits); }
constexpr int offset_of(CodeNo code) { return static_cast<int>(code.value() & (kBlockSize - 1)); }
constexpr CodeNo first_code(BlockNo block) { return CodeNo(block.value() << kBlockBits); }
constexpr SeriesNo series_of(BlockNo block) { return series_of(first_code(block)); }
constexpr CodeNo operator+(CodeNo code, std::int64_t step) { return CodeNo(code.value() + step); }

}  // namespace tamga::ledger
