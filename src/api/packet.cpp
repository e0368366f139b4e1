// SPDX-License-Identifier: Apache-2.0
#include "api/packet.hpp"

#include "api/errors.hpp"
#include "crypto/certificate.hpp"
#include "emission/code_writer.hpp"
#include "emission/errors.hpp"
#include "emission/series_book.hpp"
#include "emission/tail_keys.hpp"
#include "evidence/book.hpp"
#include "labels/drawing.hpp"
#include "labels/errors.hpp"
#include "labels/layout.hpp"
#include "packets/code_source.hpp"
#include "packets/errors.hpp"
#include "registrars/registrar.hpp"
#include "registry/catalogue.hpp"
#include "registry/mandates.hpp"
#include "shape/encode.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

/// More would keep a worker busy for long, or a client waiting for the first byte.
std::int64_t at_once(PacketForm form) {
  switch (form) {
    case PacketForm::Xlsx:
      return 20'000;
    case PacketForm::Pdf:
    case PacketForm::Zpl:
      return 5'000;
    default:
      return 1'000'000'000'000;
  }
}

Result<emission::Order> order_by(Services const& services, ledger::DocumentNo number) {
  TAMGA_ASSIGN(reader, services.store.reader());
  TAMGA_ASSIGN(order, emission::find_order(*reader, number));
  if (!order) return fail(kOrderUnknown);
  return *std::move(order);
}

Result<PlannedPacket> with_line(PacketAsk ask, emission::Order& order) {
  if (static_cast<std::size_t>(ask.line) >= order.lines.size())
    return fail(Error(emission::kOrderLineUnknown).at("/line"));
  return PlannedPacket{std::move(ask), std::move(order.lines[static_cast<std::size_t>(ask.line)])};
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

/// Nothing is printed through a registrar that does not work, whenever the codes were ordered.
Result<void> check_registrar(Services const& services, emission::Order const& order) {
  if (order.registrar == 0) return {};
  TAMGA_ASSIGN(reader, services.store.reader());
  TAMGA_ASSIGN(registrar, registrars::find(*reader, registrars::RegistrarNo(order.registrar)));
  if (registrar && registrar->active()) return {};
  return fail(Error(kRegistrarStands)
                  .with("registrar", std::to_string(order.registrar))
                  .with("state", registrar ? std::string(name_of(registrar->state)) : std::string()));
}

}  // namespace

Result<bool> is_for_caller(Call const& call, emission::Order const& order) {
  if (!call.caller().works_with_group(order.group)) return false;
  if (order.participant == call.caller().number()) return true;
  if (order.provider == ledger::ParticipantNo() || order.provider != call.caller().number()) return false;
  TAMGA_ASSIGN(reader, call.services().store.reader());
  return registry::acts_for(*reader, order.participant, order.provider, country::Right::OrderCodes,
                            order.group, call.today());
}

Result<PlannedPacket> plan_packet(Call const& call, PacketAsk ask, std::optional<std::int64_t> count,
                                  bool encrypted) {
  TAMGA_ASSIGN(order, order_by(call.services(), ask.order.number));
  TAMGA_ASSIGN(own, is_for_caller(call, order));
  if (!own) return fail(kOrderUnknown);
  if (!order.has_codes())
    return fail(Error(kOrderHasNoCodes)
                    .with("status",
                          std::string(emission::kOrderStatusNames[static_cast<std::size_t>(order.status)])));
  TAMGA_TRY(check_registrar(call.services(), order));
  ask.group = order.group;
  if (encrypted) ask.certificate = crypto::hex(call.caller().session.certificate);
  TAMGA_ASSIGN(packet, with_line(std::move(ask), order));
  std::int64_t const all = packet.line.codes.size();
  std::int64_t const left = all - packet.ask.from;
  packet.ask.count = count.value_or(left);
  if (left <= 0 || packet.ask.count > left)
    return fail(Error(kCodesOutOfLine).at(left <= 0 ? "/from" : "/count").with("codes", std::to_string(all)));
  return packet;
}

Result<PlannedPacket> plan_again(Services const& services, PacketAsk const& ask) {
  TAMGA_ASSIGN(order, order_by(services, ask.order.number));
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
  if (ask.count > at_once(ask.form))
    return fail(Error(packets::kNeedsTask).at("/count").with("limit", std::to_string(at_once(ask.form))));
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
