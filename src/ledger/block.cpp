// SPDX-License-Identifier: Apache-2.0
#include "ledger/block.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "ledger/errors.hpp"

namespace tamga::ledger {
namespace {

constexpr char kFormat = 1;
constexpr std::size_t kChecksumBytes = 4;

/// Which fields differ from the previous run; only those are written.
enum Changed : unsigned {
  kStatusChanged = 1,
  kOwnerChanged = 2,
  kParentChanged = 4,
  kLotChanged = 8,
  kMarksChanged = 16,
  kReasonChanged = 32
};

std::uint32_t checksum(std::string_view bytes) { return XXH32(bytes.data(), bytes.size(), 0); }

void put_run(std::string& out, CodeState const& before, CodeState const& state, int length) {
  unsigned const changed = (state.status != before.status ? kStatusChanged : 0U) |
                           (state.owner != before.owner ? kOwnerChanged : 0U) |
                           (state.parent != before.parent ? kParentChanged : 0U) |
                           (state.lot != before.lot ? kLotChanged : 0U) |
                           (state.marks != before.marks ? kMarksChanged : 0U) |
                           (state.reason != before.reason ? kReasonChanged : 0U);
  put_varint(out, static_cast<std::uint64_t>(length));
  put_varint(out, changed);
  if (changed & kStatusChanged) put_varint(out, static_cast<std::uint64_t>(state.status));
  if (changed & kOwnerChanged) put_varint(out, state.owner.value());
  if (changed & kParentChanged) put_signed(out, state.parent.value() - before.parent.value());
  if (changed & kLotChanged) put_signed(out, state.lot.value() - before.lot.value());
  if (changed & kMarksChanged) put_varint(out, state.marks);
  if (changed & kReasonChanged) put_varint(out, state.reason);
}

int take_run(ByteReader& reader, CodeState& state) {
  auto const length = static_cast<int>(std::min<std::uint64_t>(reader.varint(), kBlockSize + 1));
  auto const changed = static_cast<unsigned>(reader.varint());
  if (changed & kStatusChanged)
    state.status = static_cast<CodeStatus>(std::min<std::uint64_t>(reader.varint(), kStatusCount));
  if (changed & kOwnerChanged) state.owner = ParticipantNo(static_cast<std::uint32_t>(reader.varint()));
  if (changed & kParentChanged) state.parent = state.parent + reader.signed_varint();
  if (changed & kLotChanged) state.lot = LotNo(state.lot.value() + reader.signed_varint());
  if (changed & kMarksChanged) state.marks = static_cast<Marks>(reader.varint());
  if (changed & kReasonChanged) state.reason = static_cast<std::uint8_t>(reader.varint());
  return length;
}

}  // namespace

void Block::cover(int size) {
  if (size <= size_) return;
  if (runs_.empty() || runs_.states().back() != CodeState{})
    runs_.push_back(CodeState{}, static_cast<std::uint16_t>(size_));
  size_ = size;
}

std::size_t Block::split(int offset) {
  if (offset >= size_) return runs_.size();
  std::size_t const i = run_at(offset);
  if (runs_.starts()[i] == offset) return i;
  runs_.insert(i + 1, runs_.states()[i], static_cast<std::uint16_t>(offset));
  return i + 1;
}

void Block::join(std::size_t first, std::size_t last) {
  std::size_t const from = first > 0 ? first : 1;
  std::size_t const to = std::min(last + 1, runs_.size());
  if (from >= to) return;
  std::size_t kept = from;
  for (std::size_t i = from; i < to; ++i)
    if (runs_.states()[i] != runs_.states()[kept - 1]) runs_.move(i, kept++);
  runs_.erase(kept, to);
}

void Block::encode(std::string& out) const {
  std::size_t const begin = out.size();
  out.push_back(kFormat);
  put_varint(out, runs_.size());
  CodeState before;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    put_run(out, before, runs_.states()[i], run_end(i) - runs_.starts()[i]);
    before = runs_.states()[i];
  }
  std::uint32_t const sum = checksum(std::string_view(out).substr(begin));
  for (unsigned shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(sum >> shift));
}

Result<Block> Block::decode(std::string_view bytes) {
  auto const damaged = [](char const* why) { return fail(Error(kLedgerDamaged).log(why)); };
  if (bytes.size() < kChecksumBytes + 2) return damaged("block row too short");
  std::uint32_t stored = 0;
  for (unsigned i = 0; i < kChecksumBytes; ++i)
    stored |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[bytes.size() - kChecksumBytes + i]))
              << (8 * i);
  auto const body = bytes.substr(0, bytes.size() - kChecksumBytes);
  if (checksum(body) != stored) return damaged("block row checksum");
  if (body[0] != kFormat) return damaged("block row format");
  ByteReader reader(body.substr(1));
  std::uint64_t const count = reader.varint();
  if (count > kBlockSize) return damaged("block row run count");
  Block block;
  block.runs_.reserve(count);
  CodeState state;
  for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
    int const length = take_run(reader, state);
    if (length < 1 || block.size_ + length > kBlockSize) return damaged("block row coverage");
    if (static_cast<int>(state.status) >= kStatusCount) return damaged("block row status");
    block.runs_.push_back(state, static_cast<std::uint16_t>(block.size_));
    block.size_ += length;
  }
  if (!reader.ok() || !reader.done()) return damaged("block row length");
  return block;
}

}  // namespace tamga::ledger
