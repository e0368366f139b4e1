// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tamga {

/// Integers of our byte formats: seven bits a byte, least significant first, the top bit says "more follows".
/// Signed values are folded first (0, -1, 1, -2 ... become 0, 1, 2, 3 ...). See docs/formats/README.md.
inline void put_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(value) | 0x80U));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

constexpr std::uint64_t fold_sign(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
constexpr std::int64_t unfold_sign(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}
inline void put_signed(std::string& out, std::int64_t value) { put_varint(out, fold_sign(value)); }
inline void put_bytes(std::string& out, std::string_view bytes) {
  put_varint(out, bytes.size());
  out.append(bytes);
}

/// Reads what the functions above wrote. After the first malformed value `ok()` is false and every read gives 0 or
/// empty; the caller checks once at the end.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (position_ >= bytes_.size()) return bad();
      auto const byte = static_cast<unsigned char>(bytes_[position_++]);
      if (shift == 63 && byte > 1) return bad();
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if ((byte & 0x80U) == 0) return value;
    }
    return bad();
  }
  std::int64_t signed_varint() { return unfold_sign(varint()); }
  std::string_view bytes() { return take(varint()); }
  std::string_view take(std::uint64_t size) {
    if (size > bytes_.size() - position_) {
      bad();
      return {};
    }
    auto const part = bytes_.substr(position_, size);
    position_ += size;
    return part;
  }

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool done() const { return position_ == bytes_.size(); }
  [[nodiscard]] std::size_t position() const { return position_; }

 private:
  std::uint64_t bad() {
    ok_ = false;
    position_ = bytes_.size();
    return 0;
  }
  std::string_view bytes_;
  std::size_t position_ = 0;
  bool ok_ = true;
};

}  // namespace tamga
