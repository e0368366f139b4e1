// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/language.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace tamga::mail {

/// Number of a letter in the outbox.
using LetterNo = Id<struct LetterNoTag, std::int64_t>;

/// What fills the {placeholders} of a text: one line each, or as many as the list has (reasons of a refusal).
/// Dates are YYYY-MM-DD, links http:// or https://; neither holds a control character.
using Values = std::map<std::string, std::vector<std::string>, std::less<>>;

inline constexpr std::size_t kMaxValueBytes = 2000;
inline constexpr std::size_t kMaxListItems = 100;

/// {"company":["Obod"],"reasons":["...","..."]}: the stored form.
std::string encode_values(Values const& values);
/// Errors: those of a JSON text.
Result<Values> decode_values(std::string_view json);

/// An e-mail that somebody is to get because something happened.
struct Letter {
  std::string key;  ///< one letter for a key, however often it is put; at most 200 bytes
  std::string to;   ///< address
  Language language = Language::Ru;
  std::string text;  ///< name of its text in spec/mail
  Values values = {};
  UnixMs created_at = {};
  std::optional<std::int64_t> participant = {};  ///< whom it concerns
  std::optional<std::int64_t> application = {};  ///< application for registration that it concerns
};

}  // namespace tamga::mail
