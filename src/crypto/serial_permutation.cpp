// SPDX-License-Identifier: Apache-2.0
#include "crypto/serial_permutation.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace tamga::crypto {
namespace {

constexpr std::size_t kBlock = AesKey::kBlock;
}  // namespace

/// Inputs of one batch of the inverse: only well-formed serials get in.
struct SerialPermutation::Lanes {
  std::size_t count = 0;
  std::array<SerialPermutation const*, kBatch> series;
  std::array<AesKey const*, kBatch> keys;
  std::array<std::uint64_t, kBatch> left;
  std::array<std::uint64_t, kBatch> right;
  std::array<std::uint64_t*, kBatch> out;

  void add(SerialPermutation const& permutation, std::string_view serial, std::uint64_t* result) {
    SerialFormat::Halves halves;
    *result = kNoIndex;
    if (!permutation.format_->read(serial, halves)) return;
    series[count] = &permutation;
    keys[count] = &permutation.key_;
    left[count] = halves.left;
    right[count] = halves.right;
    out[count++] = result;
    if (count == kBatch) invert(*this);
  }
};

SerialPermutation::SerialPermutation(SerialKey const& key, std::string_view gtin,
                                     std::shared_ptr<SerialFormat const> format, AesPath path)
    : key_(key.view(), path), format_(std::move(format)) {
  assert(gtin.size() == 14 && gtin.find_first_not_of("0123456789") == std::string_view::npos);
  // P of the standard: version 1, method 2, addition 1, radix, 10 rounds, u, n, size of the tweak.
  auto const n = static_cast<std::uint8_t>(format_->numerals());
  std::array<std::uint8_t, kBlock> state{1,       2,
                                         1,       0,
                                         0,       static_cast<std::uint8_t>(format_->radix()),
                                         kRounds, static_cast<std::uint8_t>(n / 2),
                                         0,       0,
                                         0,       n,
                                         0,       0,
                                         0,       14};
  key_.encrypt(state.data(), 1);
  // Q is two blocks, because a tweak of 14 bytes, the round number and 2 to 8 bytes of a half never fit one:
  // the tweak with two bytes of padding, which is constant, and the block that changes.
  for (std::size_t i = 0; i < gtin.size(); ++i) state[i] ^= static_cast<std::uint8_t>(gtin[i]);
  key_.encrypt(state.data(), 1);
  // The round number stands in the byte before the half, which is the last byte of the first word when the
  // half fills the second one.
  std::size_t const bytes = format_->half_bytes();
  for (unsigned round = 0; round < kRounds; ++round) {
    std::memcpy(round_words_[round].data(), state.data(), state.size());
    round_words_[round][bytes == 8 ? 0 : 1] ^=
        __builtin_bswap64(std::uint64_t{round} << (bytes == 8 ? 0 : 8 * bytes));
  }
}

void SerialPermutation::permute(std::uint64_t* left, std::uint64_t* right, std::size_t count) const {
  alignas(64) std::uint8_t blocks[kBatch * kBlock] = {};
  for (unsigned round = 0; round < kRounds; ++round) {
    put_blocks(key_.path(), round_words_[round], right, blocks, count);
    key_.encrypt(blocks, count);
    add_blocks(key_.path(), modulus(round), blocks, left, count);
    std::swap(left, right);
  }
}

void SerialPermutation::serials(std::uint64_t first_index, std::size_t count, char* out,
                                std::size_t stride) const {
  assert(first_index <= format_->capacity() && count <= format_->capacity() - first_index);
  std::uint64_t const rights = format_->right().value();
  alignas(64) std::array<std::uint64_t, kBatch> left{};
  alignas(64) std::array<std::uint64_t, kBatch> right{};
  SerialFormat::Halves next{first_index / rights, first_index % rights};
  while (count > 0) {
    std::size_t const batch = std::min(count, kBatch);
    for (std::size_t i = 0; i < batch; ++i) {
      left[i] = next.left;
      right[i] = next.right++;
      if (next.right == rights) next = {next.left + 1, 0};
    }
    permute(left.data(), right.data(), batch);
    for (std::size_t i = 0; i < batch; ++i, out += stride) format_->write({left[i], right[i]}, out);
    count -= batch;
  }
}

void SerialPermutation::invert(Lanes& lanes) {
  alignas(64) std::uint8_t blocks[kBatch * kBlock];
  std::uint64_t* left = lanes.left.data();
  std::uint64_t* right = lanes.right.data();
  for (unsigned round = kRounds; round-- > 0;) {
    for (std::size_t i = 0; i < lanes.count; ++i)
      put_block(lanes.series[i]->round_words_[round], left[i], blocks + kBlock * i);
    AesKey::encrypt_each(lanes.keys.data(), blocks, lanes.count);
    for (std::size_t i = 0; i < lanes.count; ++i) {
      HalfModulus const& m = lanes.series[i]->modulus(round);
      right[i] = m.subtract(right[i], reduce_block(m, blocks + kBlock * i));
    }
    std::swap(left, right);
  }
  for (std::size_t i = 0; i < lanes.count; ++i) {
    SerialFormat const& format = *lanes.series[i]->format_;
    std::uint64_t const rights = format.right().value();
    if (left[i] > (kSeriesCapacity - 1) / rights) continue;
    std::uint64_t const index = left[i] * rights + right[i];
    if (index >= left[i] * rights && index < format.capacity()) *lanes.out[i] = index;
  }
  lanes.count = 0;
}

std::uint64_t SerialPermutation::index_of(std::string_view serial) const {
  std::uint64_t index = kNoIndex;
  indexes({&serial, 1}, &index);
  return index;
}

void SerialPermutation::indexes(std::span<std::string_view const> serials, std::uint64_t* out) const {
  Lanes lanes;
  for (std::string_view const serial : serials) lanes.add(*this, serial, out++);
  invert(lanes);
}

void SerialPermutation::find(std::span<SerialQuery const> queries, std::uint64_t* out) {
  Lanes lanes;
  for (SerialQuery const& query : queries) lanes.add(*query.series, query.serial, out++);
  invert(lanes);
}

}  // namespace tamga::crypto
