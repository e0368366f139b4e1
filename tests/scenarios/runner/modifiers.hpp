// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tamga::scenario {

/// What stands in brackets at the end of an action: how it is sent, beside what is sent.
struct Modifiers {
  bool dry_run = false;        ///< (dry run): judged and not done
  std::string key{};           ///< (key K): the idempotency key
  bool without_key = false;    ///< (without key)
  bool unsigned_ = false;      ///< (unsigned)
  std::string signed_by{};     ///< (signed by the kiosk)
  std::string program{};       ///< (by program till): with its key
  bool expired = false;        ///< (expired certificate)
  bool unregistered = false;   ///< (unregistered certificate)
  bool other_bytes = false;    ///< (signature of other bytes)
  bool garbled = false;        ///< (garbled signature)
  bool long_ago = false;       ///< (signed six minutes ago)
  bool not_signed_in = false;  ///< (not signed in)

  /// Takes the brackets off the end of the line. Throws Mistake for words it does not know.
  static Modifiers take(std::string_view& line);
};

}  // namespace tamga::scenario
