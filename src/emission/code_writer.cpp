// SPDX-License-Identifier: Apache-2.0
#include "emission/code_writer.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <optional>

#include "emission/custom_serials.hpp"
#include "emission/errors.hpp"
#include "emission/packet_line.hpp"

namespace tamga::emission {
namespace {

constexpr std::size_t kChunk = 512;  // codes whose lines stay in the cache of a core

/// The price as codes of the layout carry it.
Result<gs1::Price> price_of(OrderLine const& line, gs1::CodeLayout const& layout) {
  using Field = gs1::CodeLayout::PriceField;
  if (layout.price() == Field::None) return gs1::Price{};
  auto const limit = layout.price() == Field::Base80 ? gs1::kMaxPackPrice : gs1::kMaxElementPrice;
  if (line.price && *line.price <= limit) return *line.price;
  return fail(Error(kPriceRefused).with("limit", std::to_string(limit.minor_units)));
}

}  // namespace

struct CodeWriter::State {
  Series const* series;
  ledger::CodeSet codes;
  sql::Store* store;
  PacketFormat format;
  crypto::SerialPermutation const* permutation = nullptr;  // none: serials are read
  std::optional<crypto::TailSeries> tails{};
  std::string line{};  // a printed code without serial and tail, then a line feed
  gs1::CodeLayout::Parts parts{};
  std::string scratch{};

  /// Lines of neighbouring codes, the serial and the tail put into copies of `line`.
  Result<void> print(std::int64_t first, std::size_t count, char* out) {
    for (std::size_t i = 0; i < count; ++i) std::memcpy(out + i * line.size(), line.data(), line.size());
    char* const serials = out + parts.serial.offset;
    if (permutation != nullptr) {
      permutation->serials(static_cast<std::uint64_t>(first), count, serials, line.size());
    } else {
      TAMGA_ASSIGN(reader, store->reader());
      TAMGA_TRY(read_custom(*reader, *series, first, static_cast<std::int64_t>(count), serials, line.size()));
    }
    if (tails) tails->write(serials, line.size(), count, out + parts.tail.offset, line.size());
    return {};
  }

  Result<void> append(std::int64_t first, std::int64_t count, std::string& out) {
    while (count > 0) {
      auto const chunk = std::min(kChunk, static_cast<std::size_t>(count));
      if (format == PacketFormat::Text) {
        std::size_t const before = out.size();
        out.resize(before + chunk * line.size());
        auto const printed = print(first, chunk, out.data() + before);
        if (!printed) out.resize(before);
        TAMGA_TRY(printed);
      } else {
        TAMGA_TRY(print(first, chunk, scratch.data()));
        for (std::size_t i = 0; i < chunk; ++i)
          append_packet_line({scratch.data() + i * line.size(), line.size() - 1}, format, out);
      }
      first += static_cast<std::int64_t>(chunk);
      count -= static_cast<std::int64_t>(chunk);
    }
    return {};
  }
};

Result<CodeWriter> CodeWriter::make(OrderLine const& line, SeriesBook& book, TailKeys const& tails,
                                    sql::Store& store, PacketFormat format) {
  if (book.find(line.series) == nullptr) TAMGA_TRY(book.catch_up({}));
  Series const* const series = book.find(line.series);
  if (series == nullptr || series->is_transport())
    return fail(Error(kSeriesUnknown).with("series", std::to_string(line.series.value())));
  gs1::CodeLayout const& layout = series->layout;
  TAMGA_ASSIGN(price, price_of(line, layout));
  auto state = std::make_shared<State>(State{series, line.codes, &store, format});
  state->parts = layout.parts();
  std::string const no_serial(layout.serial_length(), '0');
  std::string const no_tail(tail_size(layout.tail()), '0');
  std::string const key_id = layout.has_key_id() ? line.tail_key_id : "";
  if (layout.tail() != gs1::TailKind::None) {
    TAMGA_ASSIGN(key, tails.find(layout.tail(), line.tail_key_id));
    layout.append(state->line, series->gtin, no_serial, price, key_id, no_tail);
    state->tails.emplace(*key, series->gtin.text(), layout.serial_length(),
                         state->parts.price.of(state->line));
  } else {
    layout.append(state->line, series->gtin, no_serial, price, key_id, no_tail);
  }
  state->line.push_back('\n');
  if (format != PacketFormat::Text) state->scratch.resize(kChunk * state->line.size());
  if (series->kind == SeriesKind::Operator) {
    TAMGA_ASSIGN(permutation, book.permutation(*series));
    state->permutation = permutation;
  }
  return CodeWriter(std::move(state));
}

Result<void> CodeWriter::write(std::int64_t from, std::int64_t count, std::string& out) {
  assert(from >= 0 && count >= 0 && count <= state_->codes.size() - from);
  for (ledger::CodeRange const& range : state_->codes.ranges()) {
    if (from >= range.count) {
      from -= range.count;
      continue;
    }
    std::int64_t const here = std::min(count, range.count - from);
    if (here == 0) break;
    TAMGA_TRY(state_->append(ledger::index_of(range.first) + from, here, out));
    count -= here;
    from = 0;
  }
  return {};
}

}  // namespace tamga::emission
