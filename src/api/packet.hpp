// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "api/delivery.hpp"
#include "api/packet_gate.hpp"
#include "api/packet_words.hpp"
#include "api/wire.hpp"
#include "emission/order.hpp"
#include "http/response.hpp"
#include "packets/source.hpp"

namespace tamga::api {

/// Which codes of an order line are to be written, and as what. Kept with a task as JSON.
struct PacketAsk {
  DocumentNumber order;
  int line = 0;
  std::int64_t from = 0;
  std::int64_t count = 0;
  PacketForm form = PacketForm::Txt;
  std::string layout{};  ///< of labels; empty: the first one
  LabelLanguage language = LabelLanguage::Ru;
  std::string note{};  ///< a line of text on labels
  std::string
      certificate{};    ///< for which it is encrypted: SHA-256 of it in hexadecimal digits; empty: it is not
  std::string group{};  ///< code of the order's product group
  static constexpr auto shape() {
    return shape::object("PacketAsk", "Which codes of an order line are to be written, and as what",
                         shape::field("order", &PacketAsk::order, "Number of the order"),
                         shape::field("line", &PacketAsk::line, "Number of the line"),
                         shape::field("from", &PacketAsk::from, "The first code"),
                         shape::field("count", &PacketAsk::count, "How many"),
                         shape::field("form", &PacketAsk::form, "As what"),
                         shape::field("layout", &PacketAsk::layout, "Of labels"),
                         shape::field("language", &PacketAsk::language, "Of labels"),
                         shape::field("note", &PacketAsk::note, "On labels"),
                         shape::field("certificate", &PacketAsk::certificate, "For which it is encrypted"),
                         shape::field("group", &PacketAsk::group, "Product group"));
  }
};

/// The same with the line it is about.
struct PlannedPacket {
  PacketAsk ask;
  emission::OrderLine line;
};

/// Looks whether the caller may have these codes and whether there are so many; without a count all that
/// follow. `encrypted`: for the certificate of his session. Of a closed order only what was given out before.
/// Errors: those of `order_to_take`, ORDER_LINE_UNKNOWN, CODES_OUT_OF_LINE, ORDER_CLOSED.
Result<PlannedPacket> plan_packet(Call const& call, PacketAsk ask, std::optional<std::int64_t> count,
                                  bool encrypted);
/// The same of a block that was given out. Errors: those of `order_to_take`, ORDER_LINE_UNKNOWN,
/// PACKET_BLOCK_UNKNOWN.
Result<PlannedPacket> plan_block(Call const& call, PacketAsk ask, std::int64_t number, bool encrypted);
/// The same of a file that was prepared: what was right then may not be any more. Errors: those of
/// `order_to_take`, ORDER_CLOSED.
Result<PlannedPacket> plan_file(Call const& call, PacketAsk const& ask);
/// What was asked for before, by somebody who might, to be prepared. Errors: ORDER_UNKNOWN, ORDER_LINE_UNKNOWN.
Result<PlannedPacket> plan_again(Services const& services, PacketAsk const& ask);

/// The file, made while it is taken. Errors: those of labels, of spreadsheets and of encryption;
/// PACKET_CERTIFICATE_NOT_KEPT.
Result<std::unique_ptr<packets::Source>> open_packet(Services const& services, PlannedPacket const& packet);
/// The answer with the file as its body. Errors: PACKET_NEEDS_TASK, those of `open_packet`.
Result<http::Response> packet_response(Services const& services, PlannedPacket const& packet);

std::string media_type_of(PacketAsk const& ask);
std::string file_name_of(PacketAsk const& ask);
/// Of a packet that is written now; and of one that was written before, into a file.
Delivery delivery_of(PlannedPacket const& packet);
Delivery delivery_of(PacketAsk const& ask, std::int64_t delivered_before);

/// A file as the body of an answer.
http::Response streamed(std::string_view media_type, std::string const& file_name,
                        std::unique_ptr<packets::Source> source);

}  // namespace tamga::api
