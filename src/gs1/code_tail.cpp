// SPDX-License-Identifier: Apache-2.0
#include "gs1/code_tail.hpp"

#include <string>

#include "gs1/errors.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

Result<void> check_symbols(std::string_view text, SymbolSet set, std::string_view ai) {
  if (text.empty()) return fail(kIdentifierEmpty);
  if (auto const position = first_outside(set, text)) {
    return fail(
        Error(kCodeTailCharset).with("ai", std::string(ai)).with("position", std::to_string(position)));
  }
  return {};
}

Error wrong_length(std::string_view text, std::string_view ai, std::string_view expected) {
  return Error(kCodeTailLength)
      .with("ai", std::string(ai))
      .with("length", std::to_string(text.size()))
      .with("expected", std::string(expected));
}

}  // namespace

Result<void> check_key_id(std::string_view text) {
  TAMGA_TRY(check_symbols(text, kSet82, "91"));
  if (text.size() != kKeyIdSize) return fail(wrong_length(text, "91", "4"));
  return {};
}

Result<TailKind> check_tail_92(std::string_view text) {
  TAMGA_TRY(check_symbols(text, kBase64, "92"));
  if (text.size() == tail_size(TailKind::Mac44)) return TailKind::Mac44;
  if (text.size() == tail_size(TailKind::Signature88)) return TailKind::Signature88;
  return fail(wrong_length(text, "92", "44, 88"));
}

Result<TailKind> check_tail_93(std::string_view text) {
  TAMGA_TRY(check_symbols(text, kSet82, "93"));
  if (text.size() != tail_size(TailKind::Mac4)) return fail(wrong_length(text, "93", "4"));
  return TailKind::Mac4;
}

}  // namespace tamga::gs1
