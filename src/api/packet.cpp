// SPDX-License-Identifier: Apache-2.0
#include "api/packet.hpp"

#include <algorithm>
#include <limits>

#include "api/errors.hpp"
#include "country/country.hpp"
#include "crypto/certificate.hpp"
#include "emission/code_writer.hpp"
#include "emission/errors.hpp"
#include "emission/series_book.hpp"
#include "emission/tail_keys.hpp"
#include "evidence/book.hpp"
#include "labels/drawing.hpp"
#include "labels/errors.hpp"
#include "labels/layout.hpp"
#include "packets/blocks.hpp"
#include "packets/code_source.hpp"
#include "packets/errors.hpp"
#include "registry/catalogue.hpp"
#include "shape/encode.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

/// Codes of one packet: as many as the country lets go out in one, and fewer where a form is slow to make and
/// would keep a worker busy for long, or a client waiting for the first byte.
std::int64_t at_once(Services const& services, PacketForm form) {
  country::Country const& country = services.country;
  country::Limits const* limits = country.rules().limits.in_force(country.day_of(services.clock.now()));
  std::int64_t const most = limits ? limits->packet_codes : std::numeric_limits<std::int64_t>::max();
  switch (form) {
    case PacketForm::Xlsx:
      return std::min<std::int64_t>(most, 20'000);
    case PacketForm::Pdf:
    case PacketForm::Zpl:
      return std::min<std::int64_t>(most, 5'000);
    default:
      return most;
  }
}

Result<PlannedPacket> with_line(PacketAsk ask, emission::Order& order) {
  if (static_cast<std::size_t>(ask.line) >= order.lines.size())
    return fail(Error(emission::kOrderLineUnknown).at("/line"));
  return PlannedPacket{std::move(ask), std::move(order.lines[static_cast<std::size_t>(ask.line)])};
}

/// What is asked for, with what is kept of who asks.
PacketAsk asked_by(Call const& call, PacketAsk ask, emission::Order const& order, bool encrypted) {
  ask.group = order.group;
  if (encrypted) ask.certificate = crypto::hex(call.caller().session.certificate);
  return ask;
}

Result<packets::CodeReader> reader_of(Services const& services, PlannedPacket const& packet) {
  return packets::CodeReader::make(packet.line, services.series, services.tail_keys, services.store);
}

Result<labels::Face> face_of(Services const& services, PlannedPacket const& packet,
                             packets::CodeReader const& reader) {
  PacketAsk const& ask = packet.ask;
  labels::Layouts const& layouts = *services.layouts;
  labels::Layout const* layout = &layouts.all().front();
  if (!ask.layout.empty()) {
    TAMGA_ASSIGN(found, layouts.find(ask.layout));
    layout = found;
  }
  TAMGA_ASSIGN(product, services.catalogue.look(packet.line.gtin));
  return labels::Face::make(*layout,
                            {.name = product ? product->name.in(language_of(ask.language)) : std::string(),
                             .gtin = reader.gtin(),
                             .note = ask.note},
                            reader.code_size());
}

Result<std::unique_ptr<packets::Source>> open_plain(Services const& services, PlannedPacket const& packet) {
  PacketAsk const& ask = packet.ask;
  auto const walk = packets::Walk::over(ask.from, ask.count);
  auto const lines = [&](emission::PacketFormat format) -> Result<std::unique_ptr<packets::Source>> {
    TAMGA_ASSIGN(writer, emission::CodeWriter::make(packet.line, services.series, services.tail_keys,
                                                    services.store, format));
    return std::unique_ptr<packets::Source>(std::make_unique<packets::LineSource>(std::move(writer), walk));
  };
  if (ask.form == PacketForm::Txt) return lines(emission::PacketFormat::Text);
  if (ask.form == PacketForm::Csv) return lines(emission::PacketFormat::Csv);
  if (ask.form == PacketForm::Jsonl) return lines(emission::PacketFormat::JsonLines);
  TAMGA_ASSIGN(reader, reader_of(services, packet));
  if (ask.form == PacketForm::Json)
    return std::unique_ptr<packets::Source>(std::make_unique<packets::JsonSource>(std::move(reader), walk));
  if (ask.form == PacketForm::Xlsx) return packets::XlsxSource::make(std::move(reader), walk);
  TAMGA_ASSIGN(face, face_of(services, packet, reader));
  return packets::LabelSource::make(
      std::move(reader), walk, std::move(face),
      ask.form == PacketForm::Zpl ? packets::LabelSource::Form::Zpl : packets::LabelSource::Form::Pdf);
}

Result<std::string> draw(Services const& services, PlannedPacket const& packet) {
  PacketAsk const& ask = packet.ask;
  TAMGA_ASSIGN(reader, reader_of(services, packet));
  TAMGA_ASSIGN(face, face_of(services, packet, reader));
  auto const most = face.layout().labels_of_page();
  if (ask.count > most)
    return fail(Error(labels::kPageFull).at("/count").with("labels", std::to_string(most)));
  TAMGA_ASSIGN(codes, reader.read(ask.from, ask.count));
  std::vector<labels::Label> all;
  for (packets::PacketCode const& code : *codes) all.push_back({code.code, code.serial});
  return ask.form == PacketForm::Svg ? labels::draw_svg(face, all) : labels::draw_png(face, all);
}

/// A certificate by which somebody signed in or signed.
Result<crypto::Certificate> certificate_of(Services const& services, std::string const& digest) {
  TAMGA_ASSIGN(reader, services.store.reader());
  TAMGA_ASSIGN(pieces, evidence::find_pieces(*reader, {digest}));
  if (pieces.empty()) return fail(packets::kCertificateNotKept);
  return crypto::Certificate::from_der(pieces.front().bytes);
}

class SourceStream final : public http::BodySource {
 public:
  explicit SourceStream(std::unique_ptr<packets::Source> source) : source_(std::move(source)) {}
  Result<bool> next(std::string& chunk) override { return source_->next(chunk); }

 private:
  std::unique_ptr<packets::Source> source_;
};

}  // namespace

Result<PlannedPacket> plan_packet(Call const& call, PacketAsk ask, std::optional<std::int64_t> count,
                                  bool encrypted) {
  TAMGA_ASSIGN(order, order_to_take(call, ask.order.number));
  TAMGA_ASSIGN(packet, with_line(asked_by(call, std::move(ask), order, encrypted), order));
  std::int64_t const from = packet.ask.from;
  std::int64_t const all = packet.line.codes.size();
  if (from >= all || count.value_or(1) > all - from)
    return fail(
        Error(kCodesOutOfLine).at(from >= all ? "/from" : "/count").with("codes", std::to_string(all)));
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(end, end_of_takable(*reader, order, packet.line, from));
  packet.ask.count = count.value_or(end - from);
  if (from >= end || packet.ask.count > end - from)
    return fail(written_off(order).at(from >= end ? "/from" : "/count"));
  return packet;
}

Result<PlannedPacket> plan_block(Call const& call, PacketAsk ask, std::int64_t number, bool encrypted) {
  // Whose the order is comes first: of others' there are no blocks.
  TAMGA_ASSIGN(order, order_to_take(call, ask.order.number));
  TAMGA_ASSIGN(packet, with_line(asked_by(call, std::move(ask), order, encrypted), order));
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(block, packets::find_block(*reader, order.number, packet.ask.line, number));
  if (!block) return fail(Error(packets::kBlockUnknown).at("/block").with("block", std::to_string(number)));
  packet.ask.from = block->from;
  packet.ask.count = block->count;
  return packet;
}

Result<PlannedPacket> plan_file(Call const& call, PacketAsk const& ask) {
  TAMGA_ASSIGN(order, order_to_take(call, ask.order.number));
  TAMGA_ASSIGN(packet, with_line(ask, order));
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(end, end_of_takable(*reader, order, packet.line, ask.from));
  if (ask.from + ask.count > end) return fail(written_off(order));
  return packet;
}

Result<PlannedPacket> plan_again(Services const& services, PacketAsk const& ask) {
  TAMGA_ASSIGN(order, known_order(services, ask.order.number));
  return with_line(ask, order);
}

Result<std::unique_ptr<packets::Source>> open_packet(Services const& services, PlannedPacket const& packet) {
  TAMGA_ASSIGN(plain, open_plain(services, packet));
  if (packet.ask.certificate.empty()) return std::move(plain);
  TAMGA_ASSIGN(certificate, certificate_of(services, packet.ask.certificate));
  return packets::EncryptedSource::make(std::move(plain), certificate);
}

Result<http::Response> packet_response(Services const& services, PlannedPacket const& packet) {
  PacketAsk const& ask = packet.ask;
  if (std::int64_t const most = at_once(services, ask.form); ask.count > most)
    return fail(Error(packets::kNeedsTask).at("/count").with("limit", std::to_string(most)));
  if (!is_picture(ask.form)) {
    TAMGA_ASSIGN(source, open_packet(services, packet));
    return streamed(media_type_of(ask), file_name_of(ask), std::move(source));
  }
  TAMGA_ASSIGN(picture, draw(services, packet));
  http::Response response = http::Response::of(200, media_type_of(ask), std::move(picture));
  response.header("Content-Disposition", "inline; filename=\"" + file_name_of(ask) + "\"");
  return response;
}

http::Response streamed(std::string_view media_type, std::string const& file_name,
                        std::unique_ptr<packets::Source> source) {
  http::Response response =
      http::Response::streamed(200, media_type, std::make_unique<SourceStream>(std::move(source)));
  response.header("Content-Disposition", "attachment; filename=\"" + file_name + "\"");
  return response;
}

std::string media_type_of(PacketAsk const& ask) {
  if (!ask.certificate.empty()) return "application/pkcs7-mime; smime-type=enveloped-data";
  switch (ask.form) {
    case PacketForm::Txt:
      break;
    case PacketForm::Csv:
      return "text/csv; charset=utf-8";
    case PacketForm::Jsonl:
      return "application/jsonl";
    case PacketForm::Json:
      return "application/json";
    case PacketForm::Xlsx:
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case PacketForm::Pdf:
      return "application/pdf";
    case PacketForm::Zpl:
      return "application/x-zpl";
    case PacketForm::Svg:
      return "image/svg+xml";
    case PacketForm::Png:
      return "image/png";
  }
  return "text/plain; charset=utf-8";
}

std::string file_name_of(PacketAsk const& ask) {
  return std::to_string(ask.order.number.value()) + "-" + std::to_string(ask.line) + "." +
         std::string(shape::name_of(ask.form)) + (ask.certificate.empty() ? "" : ".p7m");
}

Delivery delivery_of(PlannedPacket const& packet) {
  Delivery delivery = delivery_of(packet.ask, packet.line.delivered);
  delivery.tail_key = packet.line.tail_key_id;
  return delivery;
}

Delivery delivery_of(PacketAsk const& ask, std::int64_t delivered_before) {
  return {.order = ask.order.number,
          .line = ask.line,
          .from = ask.from,
          .count = ask.count,
          .delivered_before = delivered_before,
          .tail_key = {}};
}

}  // namespace tamga::api
