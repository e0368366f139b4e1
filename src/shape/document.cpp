// SPDX-License-Identifier: Apache-2.0
#include "shape/document.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <new>

#include "shape/errors.hpp"
#include "shape/flaw.hpp"
#include "shape/reader.hpp"

namespace tamga::shape {
namespace {

// Token places are 32 bits wide, and the search for them works on blocks of 64 bytes.
constexpr std::size_t kBytesCap = 0xFFFF'FFFFU - 64;

}  // namespace

/// Only the first stage of simdjson is used: it finds the tokens, chosen for the processor at run time. Its
/// second stage is replaced by Reader, which knows the wanted shape, can name the place of every mistake and
/// can go on after one. The first stage reads in whole blocks and copies the last one, so the text needs no
/// padding.
Result<JsonDocument> JsonDocument::open(std::string_view bytes, Limits limits) {
  limits.max_bytes = std::min(limits.max_bytes, kBytesCap);
  limits.max_depth = std::min(limits.max_depth, kDepthCap);
  if (bytes.size() > limits.max_bytes)
    return fail(Error(kTooLarge)
                    .with("max", fmt::to_string(limits.max_bytes))
                    .with("size", fmt::to_string(bytes.size())));
  if (bytes.empty()) return fail(malformed(bytes, 0, "empty"));

  std::unique_ptr<simdjson::internal::dom_parser_implementation> finder;
  auto const& processor = simdjson::get_active_implementation();
  auto code = processor->create_dom_parser_implementation(bytes.size(), 1, finder);
  if (code != simdjson::SUCCESS) throw std::bad_alloc();
  // The bytes of a char are read as unsigned: the one aliasing the language allows.
  code = finder->stage1(reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size(),
                        simdjson::stage1_mode::regular);
  if (code != simdjson::SUCCESS) return fail(explain(bytes, first_flaw(bytes)));

  JsonDocument document(bytes, limits);
  document.starts_ = std::move(finder->structural_indexes);
  document.count_ = finder->n_structural_indexes;
  return document;
}

Result<void> JsonDocument::check() const {
  Reader reader(*this);
  reader.skip();
  reader.finish();
  if (reader.failed()) return fail(std::move(reader.take_errors().front()));
  return {};
}

Result<std::string> JsonDocument::peek_string(std::string_view field) const {
  Reader reader(*this);
  std::string key;
  std::string value;
  if (reader.enter_object()) {
    while (reader.next_entry(key)) {
      if (key != field) {
        reader.skip();
        continue;
      }
      std::string_view text;
      if (reader.view(text)) return std::string(text);
    }
    if (!reader.failed()) reader.refuse_child(field, Error(kMissingField).with("field", std::string(field)));
  }
  return fail(std::move(reader.take_errors().front()));
}

Result<std::string> peek_string_field(std::string_view bytes, std::string_view field, Limits limits) {
  TAMGA_ASSIGN(document, JsonDocument::open(bytes, limits));
  return document.peek_string(field);
}

}  // namespace tamga::shape
