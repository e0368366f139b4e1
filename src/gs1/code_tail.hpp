// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/result.hpp"

namespace tamga::gs1 {

/// The check part of a marking code: what proves that the operator issued it. Whether it is authentic is for
/// the room `crypto` to say; here is only its shape.
enum class TailKind : std::uint8_t {
  None,
  Mac4,         ///< AI (93), 4 characters: a short MAC, only the key holder can check it
  Mac44,        ///< AI (92), 32 bytes in base64: a MAC
  Signature88,  ///< AI (92), 64 bytes in base64: a signature anybody can check offline
  Legacy4,      ///< last 4 characters of a code without AIs
  Legacy8       ///< last 8 characters of a code without AIs
};

inline constexpr std::size_t kKeyIdSize = 4;  ///< AI (91)

constexpr std::size_t tail_size(TailKind kind) {
  switch (kind) {
    case TailKind::None:
      return 0;
    case TailKind::Mac4:
      return 4;
    case TailKind::Mac44:
      return 44;
    case TailKind::Signature88:
      return 88;
    case TailKind::Legacy4:
      return 4;
    case TailKind::Legacy8:
      return 8;
  }
  return 0;
}

/// "92", "93" or nothing.
constexpr std::string_view tail_ai(TailKind kind) {
  switch (kind) {
    case TailKind::Mac4:
      return "93";
    case TailKind::Mac44:
    case TailKind::Signature88:
      return "92";
    default:
      return {};
  }
}

/// Shape of AI (91): 4 characters. Errors: empty, charset, length.
Result<void> check_key_id(std::string_view text);
/// Shape of AI (92): 44 or 88 characters of base64. Errors: empty, charset, length.
Result<TailKind> check_tail_92(std::string_view text);
/// Shape of AI (93): 4 characters. Errors: empty, charset, length.
Result<TailKind> check_tail_93(std::string_view text);

}  // namespace tamga::gs1
