// SPDX-License-Identifier: Apache-2.0
#include "emission/code_writer.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <optional>

#include "emission/custom_serials.hpp"
#include "emission/errors.hpp"
#include "emission/packet_frame.hpp"

namespace tamga::emission {
namespace {

constexpr std::int64_t kChunk = 512;  // codes whose lines stay in the cache of a core

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
  PacketFrame frame{};
  crypto::SerialPermutation const* permutation = nullptr;  // none: serials are read
  std::optional<crypto::TailSeries> tails{};
  std::string scratch{};  // a chunk of lines before escaping

  /// Lines of neighbouring codes, all of the frame's size: serials and tails put into copies of it.
  Result<void> fill(std::int64_t first, std::size_t count, char* out) const {
    std::size_t const size = frame.line.size();
    for (std::size_t i = 0; i < count; ++i) std::memcpy(out + i * size, frame.line.data(), size);
    char* const serials = out + frame.serial_at;
    if (permutation != nullptr) {
      permutation->serials(static_cast<std::uint64_t>(first), count, serials, size);
    } else {
      TAMGA_ASSIGN(reader, store->reader());
      TAMGA_TRY(read_custom(*reader, *series, first, static_cast<std::int64_t>(count), serials, size));
    }
    if (tails) tails->write(serials, size, count, out + frame.tail_at, size);
    return {};
  }

  Result<void> append_chunk(std::int64_t first, std::size_t count, std::string& out) {
    std::size_t const before = out.size();
    std::size_t const size = frame.line.size();
    if (frame.escape == '\0') {
      out.resize(before + count * size);
      auto filled = fill(first, count, out.data() + before);
      if (!filled) out.resize(before);
      return filled;
    }
    TAMGA_TRY(fill(first, count, scratch.data()));
    out.resize(before + count * frame.longest());
    char* end = out.data() + before;
    for (std::size_t i = 0; i < count; ++i) end = frame.copy(scratch.data() + i * size, end);
    out.resize(static_cast<std::size_t>(end - out.data()));
    return {};
  }

  Result<void> append(std::int64_t first, std::int64_t count, std::string& out) {
    while (count > 0) {
      std::int64_t const chunk = std::min(kChunk, count);
      TAMGA_TRY(append_chunk(first, static_cast<std::size_t>(chunk), out));
      first += chunk;
      count -= chunk;
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
  auto state = std::make_shared<State>(State{series, line.codes, &store});
  std::string const no_serial(layout.serial_length(), '0');
  std::string const no_tail(tail_size(layout.tail()), '0');
  std::string code;
  layout.append(code, series->gtin, no_serial, price, layout.has_key_id() ? line.tail_key_id : "", no_tail);
  auto const parts = layout.parts();
  state->frame = make_frame(code, parts, format);
  state->scratch.resize(static_cast<std::size_t>(kChunk) * state->frame.line.size());
  if (layout.tail() != gs1::TailKind::None) {
    TAMGA_ASSIGN(key, tails.find(layout.tail(), line.tail_key_id));
    state->tails.emplace(*key, series->gtin.text(), layout.serial_length(), parts.price.of(code));
  }
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
