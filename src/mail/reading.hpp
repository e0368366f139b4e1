// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tamga::mail {

/// What somebody sees who opens an e-mail of ours.
struct ReadLetter {
  std::string to;
  std::string subject;
  std::string text;  ///< the plain one
};

/// The other way round of `message_of`, for a sandbox that shows what it would have sent. Nothing when the
/// bytes are no such e-mail: it reads our own and no others.
std::optional<ReadLetter> read_letter(std::string_view message);

}  // namespace tamga::mail
