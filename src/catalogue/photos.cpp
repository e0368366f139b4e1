// SPDX-License-Identifier: Apache-2.0
#include "catalogue/photos.hpp"

#include "catalogue/errors.hpp"
#include "sql/statement.hpp"

namespace tamga::catalogue {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kJpegBegin = "\xFF\xD8\xFF"sv;
constexpr std::string_view kJpegEnd = "\xFF\xD9"sv;
constexpr std::string_view kPngBegin = "\x89PNG\r\n\x1A\n"sv;
constexpr std::int64_t kRoomFor = 3;

constexpr sql::Statement kInsert{"catalogue.photo.insert",
                                 "INSERT INTO card_photo (gtin, digest, owner, format, uploaded_at, picture) "
                                 "VALUES ($1, $2, $3, $4, $5, $6) "
                                 "ON CONFLICT (gtin, digest) DO NOTHING"};
constexpr sql::Statement kCount{"catalogue.photos.count",
                                "SELECT CAST(count(*) AS {integer}) FROM card_photo WHERE gtin = $1"};
constexpr sql::Statement kFind{
    "catalogue.photo",
    "SELECT owner, format, uploaded_at, picture FROM card_photo WHERE gtin = $1 AND digest = $2"};
constexpr sql::Statement kOwner{"catalogue.photo.owner",
                                "SELECT owner FROM card_photo WHERE gtin = $1 AND digest = $2"};

std::int64_t key_of(gs1::Gtin gtin) { return static_cast<std::int64_t>(gtin.number()); }

int nibble(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// The bytes of 64 small hexadecimal digits; empty when it is something else.
std::string bytes_of(std::string_view hex) {
  std::string bytes;
  if (hex.size() != 64) return bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    int const high = nibble(hex[i]);
    int const low = nibble(hex[i + 1]);
    if (high < 0 || low < 0) return {};
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

}  // namespace

std::optional<PhotoFormat> format_of(std::string_view picture) {
  if (picture.starts_with(kJpegBegin) && picture.ends_with(kJpegEnd)) return PhotoFormat::Jpeg;
  if (picture.starts_with(kPngBegin) && picture.find("IHDR"sv, kPngBegin.size()) == kPngBegin.size() + 4)
    return PhotoFormat::Png;
  return std::nullopt;
}

Result<std::string> keep_photo(sql::Connection& connection, Rules const& rules, Photo const& photo) {
  if (static_cast<std::int64_t>(photo.picture.size()) > rules.largest_photo_bytes())
    return fail(Error(kPhotoSize).with("limit", std::to_string(rules.largest_photo_bytes() / 1024)));
  auto const format = format_of(photo.picture);
  if (!format || !rules.takes(*format)) return fail(kPhotoFormat);
  crypto::Sha256 const digest = crypto::sha256(photo.picture);
  TAMGA_ASSIGN(known, has_photo(connection, photo.gtin, photo.owner, crypto::hex(digest)));
  if (known) return crypto::hex(digest);
  TAMGA_ASSIGN(count, connection.find(
                          kCount, [](sql::Row const& row) { return row.int64(0); }, key_of(photo.gtin)));
  std::int64_t const most = rules.most_photos() * kRoomFor;
  if (count.value_or(0) >= most) return fail(Error(kPhotoCount).with("limit", std::to_string(most)));
  TAMGA_TRY(connection.execute(kInsert, key_of(photo.gtin), sql::Blob{crypto::view(digest)}, photo.owner,
                               static_cast<std::int64_t>(*format), photo.uploaded_at,
                               sql::Blob{photo.picture}));
  return crypto::hex(digest);
}

Result<std::optional<Photo>> find_photo(sql::Connection& connection, gs1::Gtin gtin,
                                        std::string_view digest) {
  std::string const bytes = bytes_of(digest);
  return connection.find(
      kFind,
      [&](sql::Row const& row) {
        return Photo{gtin, row.as<ParticipantNo>(0), static_cast<PhotoFormat>(row.int64(1)),
                     row.as<UnixMs>(2), std::string(row.blob(3))};
      },
      key_of(gtin), sql::Blob{bytes});
}

Result<bool> has_photo(sql::Connection& connection, gs1::Gtin gtin, ParticipantNo owner,
                       std::string_view digest) {
  std::string const bytes = bytes_of(digest);
  TAMGA_ASSIGN(found, connection.find(
                          kOwner, [](sql::Row const& row) { return row.as<ParticipantNo>(0); }, key_of(gtin),
                          sql::Blob{bytes}));
  return found == owner;
}

}  // namespace tamga::catalogue
