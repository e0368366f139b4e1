// SPDX-License-Identifier: Apache-2.0
#include "gs1/scan.hpp"

#include <algorithm>

#include "gs1/errors.hpp"
#include "gs1/scan_cleaning.hpp"
#include "gs1/scan_cut.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

constexpr std::size_t kSerialAt = 2 + Gtin::kDigits + 2;

std::string expected_lengths(CodeLayouts layouts) {
  std::string out;
  for (auto const* layout : layouts) {
    if (layout->shape() != CodeLayout::Shape::Item) continue;
    auto const length = std::to_string(layout->serial_length());
    if (out.find(length) == std::string::npos) out += (out.empty() ? "" : ", ") + length;
  }
  return out;
}

Error not_of_layouts(ScanCut const& cut, std::string_view text, CodeLayouts layouts) {
  auto const length_known = [&](CodeLayout const* layout) {
    return layout->shape() == CodeLayout::Shape::Item && layout->serial_length() == cut.serial.size();
  };
  auto const expected = expected_lengths(layouts);
  if (expected.empty() || std::ranges::any_of(layouts, length_known)) return Error(kCodeOtherLayout);
  if (text.find(kGs) == std::string_view::npos) return Error(kCodeSeparatorLost);
  return Error(kCodeLength).with("length", std::to_string(cut.serial.size())).with("expected", expected);
}

/// Exactly one reading must remain, by separators or by a layout; two different ones are a refusal.
Result<ScanCut> choose_cut(std::string_view text, CodeLayouts layouts) {
  auto const behind = text.substr(kSerialAt);
  auto by_separators = cut_by_separators(behind);
  if (layouts.empty()) return by_separators;
  bool const plain_fits = by_separators && std::ranges::any_of(layouts, [&](CodeLayout const* layout) {
                            return by_separators->fits(*layout);
                          });
  ScanCut chosen;
  if (plain_fits) chosen = *by_separators;
  bool found = plain_fits;
  for (auto const* layout : layouts) {
    ScanCut cut;
    if (!cut_by_layout(behind, *layout, cut)) continue;
    if (found && !chosen.same_code(cut)) return fail(kCodeSeparatorLost);
    if (!found) chosen = cut;
    found = true;
  }
  if (found) return chosen;
  if (by_separators) return fail(not_of_layouts(*by_separators, text, layouts));
  return by_separators;
}

std::string canonical(std::string_view text, ScanCut const& cut) {
  std::string out(text.substr(0, kSerialAt));
  out.append(cut.serial);
  ElementList elements;
  if (!cut.price.empty()) elements.add({"8005", cut.price});
  if (!cut.key_id.empty()) elements.add({"91", cut.key_id});
  if (!cut.tail.empty()) elements.add({tail_ai(cut.tail_kind), cut.tail});
  for (auto const& extra : cut.extras) elements.add(extra);
  if (!elements.empty()) {
    out.push_back(kGs);
    append_element_string(out, elements.span());
  }
  return out;
}

}  // namespace

/// Steps 5 and 6: from cleaned text to one code.
class ScanReader {
 public:
  explicit ScanReader(ScanOptions const& options) : options_(options) {}

  Result<Scan> read(std::string_view text) {
    ScanView code;
    if (parse_clean(text, code) && (surely_clean(code) || apply_any(code))) return own(code);
    TAMGA_ASSIGN(cleaned, clean_scan(text));
    diagnoses_ = cleaned.diagnoses;
    return understand(cleaned.text);
  }

 private:
  /// The common case, decided without a copy: a whole code of one of the layouts, or an identity that no
  /// layout could have left by losing separators.
  [[nodiscard]] bool surely_clean(ScanView const& code) const {
    if (code.kind == ScanKind::Transport) return true;
    auto const layouts = layouts_for(code.gtin);
    if (layouts.empty()) return true;
    if (!std::ranges::any_of(layouts, [&](CodeLayout const* layout) { return fits(code, *layout); }))
      return false;
    if (!code.tail.empty()) return true;
    return std::ranges::none_of(layouts, [&](CodeLayout const* layout) {
      return layout->shape() == CodeLayout::Shape::Item &&
             code.text.size() >= layout->parts(CodeLayout::Separators::Lost).length &&
             code.text.size() > layout->identity_length();
    });
  }

  [[nodiscard]] CodeLayouts layouts_for(Gtin gtin) const {
    if (!options_.layouts.empty() || !options_.layouts_of) return options_.layouts;
    return options_.layouts_of(gtin);
  }

  Result<Scan> understand(std::string_view text) {
    if (text.empty()) return fail(kIdentifierEmpty);
    if (claims_item(text)) {
      auto as_item = item(text);
      ScanView code;
      if (!as_item && read_legacy(text, code) && apply_any(code)) return own(code);
      return as_item;
    }
    if (text.size() == Sscc::kDigits + 2 && text.starts_with("00")) return transport(text);
    ScanView code;
    if (read_legacy(text, code)) return legacy(code);
    if (text.size() == Sscc::kDigits && all(kDigit, text)) {
      diagnoses_.add(Diagnosis::SsccWithoutAi);
      return transport(text);
    }
    if (own_format(text)) {
      code = {};
      code.kind = ScanKind::Transport;
      code.text = code.identity = text;
      return own(code);
    }
    return fail(why_no_code(text));
  }

  Result<Scan> item(std::string_view text) {
    TAMGA_ASSIGN(gtin, Gtin::parse(text.substr(2, Gtin::kDigits)));
    TAMGA_ASSIGN(cut, choose_cut(text, layouts_for(gtin)));
    if (cut.separators_missing) diagnoses_.add(Diagnosis::GsRecovered);
    if (cut.reordered) diagnoses_.add(Diagnosis::Reordered);
    auto const printed = canonical(text, cut);
    ScanView code;
    // Holds unless the serial itself spells a separator and an AI: then the printed form means something
    // else.
    if (!parse_clean(printed, code) || code.serial != cut.serial) return fail(kCodeSeparatorLost);
    return own(code);
  }

  Result<Scan> transport(std::string_view text) {
    TAMGA_ASSIGN(sscc, Sscc::parse(text));
    std::string printed;
    sscc.append_code_to(printed);
    ScanView code;
    if (!parse_clean(printed, code)) return fail(kCodeStructure);
    return own(code);
  }

  Result<Scan> legacy(ScanView& code) {
    if (!layouts_for(code.gtin).empty() && !apply_any(code)) return fail(kCodeOtherLayout);
    return own(code);
  }

  bool apply_any(ScanView& code) const {
    return std::ranges::any_of(layouts_for(code.gtin),
                               [&](CodeLayout const* layout) { return apply_layout(code, *layout); });
  }

  [[nodiscard]] bool own_format(std::string_view text) const {
    return std::ranges::any_of(options_.layouts,
                               [&](CodeLayout const* layout) { return layout->accepts_free(text); });
  }

  /// The most useful refusal for a text that is no code: which part of a code it nearly has.
  static Error why_no_code(std::string_view text) {
    if (text.size() >= kSerialAt && text.starts_with("01") && text.substr(16, 2) == "21") {
      auto gtin = Gtin::parse(text.substr(2, Gtin::kDigits));
      return gtin ? Error(kCodeStructure) : std::move(gtin).error();
    }
    bool const fourteen = text.size() > Gtin::kDigits && all(kDigit, text.substr(0, Gtin::kDigits));
    if (!fourteen || text.size() > 40) return Error(kCodeStructure);
    auto gtin = Gtin::parse(text.substr(0, Gtin::kDigits));
    if (text.size() == 21 || text.size() == 25 || text.size() == 29) {
      if (gtin) return Error(kSerialCharset).with("position", std::to_string(first_outside(kSet82, text)));
      return std::move(gtin).error();
    }
    if (!gtin || all(kDigit, text)) return Error(kCodeStructure);
    return Error(kCodeLength).with("length", std::to_string(text.size())).with("expected", "21, 25, 29");
  }

  /// Copies the text and turns the views to the copy.
  Scan own(ScanView const& code) {
    Scan scan;
    auto const size = code.text.size();
    scan.text_ = std::make_unique<char[]>(size);
    std::copy_n(code.text.data(), size, scan.text_.get());
    scan.code = code;
    scan.diagnoses = diagnoses_;
    auto const rebase = [&](std::string_view& view) {
      if (!view.empty()) view = {scan.text_.get() + (view.data() - code.text.data()), view.size()};
    };
    for (auto* view : {&scan.code.identity, &scan.code.serial, &scan.code.price, &scan.code.key_id,
                       &scan.code.tail, &scan.code.rest}) {
      rebase(*view);
    }
    for (auto& element : scan.code.extra_elements) {
      if (&element - scan.code.extra_elements.data() >= scan.code.extra_count) break;
      rebase(element.ai);
      rebase(element.value);
    }
    scan.code.text = {scan.text_.get(), size};
    return scan;
  }

  ScanOptions const& options_;
  DiagnosisSet diagnoses_;
};

Result<Scan> parse_scan(std::string_view text, ScanOptions const& options) {
  if (text.empty()) return fail(kIdentifierEmpty);
  if (text.size() > kMaxScanSize) {
    return fail(Error(kCodeLength)
                    .with("length", std::to_string(text.size()))
                    .with("expected", "1-" + std::to_string(kMaxScanSize)));
  }
  return ScanReader(options).read(text);
}

}  // namespace tamga::gs1
