// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "catalogue/card.hpp"
#include "catalogue/rules.hpp"
#include "sql/connection.hpp"

namespace tamga::catalogue {

/// A picture of goods, as it was uploaded.
struct Photo {
  gs1::Gtin gtin;
  ParticipantNo owner;
  PhotoFormat format{};
  UnixMs uploaded_at;
  std::string picture;
};

/// What a file is by its first bytes, whatever it is called; nothing when it is no picture.
std::optional<PhotoFormat> format_of(std::string_view picture);
constexpr std::string_view media_type(PhotoFormat format) {
  return format == PhotoFormat::Jpeg ? "image/jpeg" : "image/png";
}

/// Keeps the picture and gives its SHA-256 in hexadecimal; the same picture again is kept once. Within the
/// transaction of `connection`. Errors: CARD_PHOTO_FORMAT, CARD_PHOTO_SIZE, CARD_PHOTO_COUNT (three times
/// what a card may show: drafts and editions share the room).
Result<std::string> keep_photo(sql::Connection& connection, Rules const& rules, Photo const& photo);
Result<std::optional<Photo>> find_photo(sql::Connection& connection, gs1::Gtin gtin, std::string_view digest);
Result<bool> has_photo(sql::Connection& connection, gs1::Gtin gtin, ParticipantNo owner,
                       std::string_view digest);

}  // namespace tamga::catalogue
