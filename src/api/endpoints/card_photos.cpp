// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/card_photos.hpp"

#include <algorithm>

#include "api/once.hpp"
#include "catalogue/card_book.hpp"
#include "catalogue/card_rows.hpp"
#include "catalogue/errors.hpp"
#include "catalogue/photos.hpp"
#include "catalogue/prefixes.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

Error unknown(std::string const& photo) { return Error(catalogue::kPhotoUnknown).with("photo", photo); }

/// A picture never changes: its name is its digest.
Reply shown(catalogue::Photo photo) {
  auto response = http::Response::of(200, catalogue::media_type(photo.format), std::move(photo.picture));
  response.header("Cache-Control", "private, max-age=86400, immutable");
  return {std::move(response)};
}

/// Pictures are for goods that are the caller's or can become his.
Result<void> check_own(sql::Connection& connection, Call const& call, gs1::Gtin gtin) {
  TAMGA_ASSIGN(card, catalogue::read_card(connection, gtin));
  TAMGA_ASSIGN(holder, catalogue::holder_of(connection, gtin));
  auto const owner = card ? std::optional(card->owner) : holder;
  if (owner == call.caller().number()) return {};
  return fail(Error(catalogue::kGtinNotOwn).with("gtin", gtin.text()));
}

}  // namespace

Result<UploadCardPhoto::Output> UploadCardPhoto::handle(Input const& input, Call& call) {
  catalogue::Photo const photo{.gtin = input.gtin.gtin,
                               .owner = call.caller().number(),
                               .format = {},
                               .uploaded_at = call.now(),
                               .picture = std::string(call.request().body())};
  TAMGA_ASSIGN(kept, once(call, {.action = kSpec.action}, [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                 TAMGA_TRY(check_own(turn.connection(), call, photo.gtin));
                 return catalogue::keep_photo(turn.connection(), call.services().cards->rules(), photo);
               }));
  return Output{kept.object};
}

Result<GetCardPhoto::Output> GetCardPhoto::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(photo, catalogue::find_photo(*reader, input.gtin.gtin, input.photo));
  if (!photo || !call.may_see(photo->owner)) return fail(unknown(input.photo));
  return shown(*std::move(photo));
}

Result<GetPublishedPhoto::Output> GetPublishedPhoto::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(card, catalogue::read_card(*reader, input.gtin.gtin));
  if (!card || card->state != catalogue::CardState::Published) return fail(unknown(input.photo));
  TAMGA_ASSIGN(edition, catalogue::read_edition(*reader, card->gtin, card->edition));
  auto const photos =
      edition ? edition->body.photos.value_or(std::vector<std::string>()) : std::vector<std::string>();
  if (std::find(photos.begin(), photos.end(), input.photo) == photos.end()) return fail(unknown(input.photo));
  TAMGA_ASSIGN(photo, catalogue::find_photo(*reader, card->gtin, input.photo));
  if (!photo) return fail(unknown(input.photo));
  return shown(*std::move(photo));
}

template struct RowOf<UploadCardPhoto>;
template struct RowOf<GetCardPhoto>;
template struct RowOf<GetPublishedPhoto>;

}  // namespace tamga::api
