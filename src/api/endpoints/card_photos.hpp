// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/wire.hpp"

namespace tamga::api {

/// A picture for a card: kept under its digest, shown when a published card names it.
struct UploadCardPhoto {
  static constexpr EndpointSpec kSpec{
      .name = "upload_card_photo",
      .method = http::Method::Post,
      .path = "/api/v1/cards/{gtin}/photos",
      .access = Access::Participant,
      .scope = Scope::Documents,
      .right = Right::EditGoods,
      .summary = "Keeps a picture (JPEG, PNG) of own goods; the body is the file",
      .tag = "cards",
      .idempotency_key = true,
      .success = 201,
      .max_body_bytes = 8 << 20,
      .action = "card.photo"};
  struct Input {
    GtinText gtin;
    static constexpr auto shape() {
      return shape::object("UploadCardPhotoInput", "", shape::field("gtin", &Input::gtin, "GTIN"));
    }
  };
  using Body = RawBody;
  struct Output {
    std::string photo;
    static constexpr auto shape() {
      return shape::object("KeptPhoto", "A picture that was kept",
                           shape::field("photo", &Output::photo, "SHA-256: by it cards name the picture"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct GetCardPhoto {
  static constexpr EndpointSpec kSpec{.name = "get_card_photo",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/cards/{gtin}/photos/{photo}",
                                      .access = Access::Participant,
                                      .scope = Scopes{Scope::Documents, Scope::Read},
                                      .right = Right::SeeGoods,
                                      .summary = "A picture of own goods",
                                      .tag = "cards",
                                      .produces = "image/jpeg"};
  struct Input {
    GtinText gtin;
    std::string photo;
    static constexpr auto shape() {
      return shape::object(
          "GetCardPhotoInput", "", shape::field("gtin", &Input::gtin, "GTIN"),
          shape::field("photo", &Input::photo, "SHA-256 of the picture", shape::size(1, 64)));
    }
  };
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

struct GetPublishedPhoto {
  static constexpr EndpointSpec kSpec{.name = "get_published_photo",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/catalogue/{gtin}/photos/{photo}",
                                      .access = Access::Public,
                                      .summary = "A picture that a published card shows",
                                      .tag = "catalogue",
                                      .produces = "image/jpeg"};
  using Input = GetCardPhoto::Input;
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<UploadCardPhoto>;
extern template struct RowOf<GetCardPhoto>;
extern template struct RowOf<GetPublishedPhoto>;

}  // namespace tamga::api
