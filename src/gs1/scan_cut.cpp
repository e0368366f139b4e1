// SPDX-License-Identifier: Apache-2.0
#include "gs1/scan_cut.hpp"

#include <algorithm>

#include "gs1/errors.hpp"
#include "gs1/scan_view.hpp"
#include "gs1/serial.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

constexpr std::size_t kElementPriceSize = 6;

/// The place of an element in a printed code; repeated use of one place is a contradiction.
int printing_order(std::string_view ai) {
  if (ai == "8005") return 0;
  if (ai == "91") return 1;
  if (ai == "92" || ai == "93") return 2;
  return 3;
}

bool is_code_key(std::string_view ai) { return ai == "00" || ai == "01" || ai == "02" || ai == "21"; }

Result<void> take_in(ScanCut& cut, Element const& element) {
  if (is_code_key(element.ai)) return fail(Error(kCodeStructure).with("ai", std::string(element.ai)));
  auto& place = element.ai == "8005" ? cut.price : element.ai == "91" ? cut.key_id : cut.tail;
  bool const extra = printing_order(element.ai) == 3;
  if (extra ? !cut.extras.value_of(element.ai).empty() : !place.empty()) {
    return fail(Error(kElementRepeated).with("ai", std::string(element.ai)));
  }
  if (extra) {
    if (cut.extras.size() < ScanView::kMaxExtras && cut.extras.add(element)) return {};
    return fail(Error(kElementTooMany).with("limit", std::to_string(ScanView::kMaxExtras)));
  }
  if (element.ai == "91") TAMGA_TRY(check_key_id(element.value));
  if (printing_order(element.ai) == 2) {
    TAMGA_ASSIGN(kind, element.ai == "92" ? check_tail_92(element.value) : check_tail_93(element.value));
    cut.tail_kind = kind;
  }
  place = element.value;
  return {};
}

/// Takes parts of known length from the front; a separator before a part is welcome but not needed.
class LayoutCutter {
 public:
  explicit LayoutCutter(std::string_view text) : rest_(text) {}

  bool take(std::string_view ai, std::size_t size, SymbolSet set, std::string_view& value) {
    accept_separator();
    if (!rest_.starts_with(ai) || rest_.size() < ai.size() + size) return false;
    value = rest_.substr(ai.size(), size);
    rest_.remove_prefix(ai.size() + size);
    return all(set, value);
  }

  bool take_last(CodeLayout const& layout, ElementList& extras) {
    accept_separator();
    Element element;
    if (!take_element(rest_, element) || !rest_.empty()) return false;
    bool const accepted = std::ranges::any_of(
        layout.last_elements(),
        [&](CodeLayout::LastElement const& last) { return last.accepts(element.ai, element.value); });
    return accepted && extras.add(element);
  }

  bool take_serial(std::size_t size, std::string_view& serial) {
    if (rest_.size() < size) return false;
    serial = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return all(kSet82, serial);
  }

  [[nodiscard]] bool done() {
    if (rest_.size() == 1 && rest_.front() == kGs) rest_ = {};
    return rest_.empty();
  }
  [[nodiscard]] bool missing() const { return missing_; }

 private:
  void accept_separator() {
    if (rest_.starts_with(kGs)) {
      rest_.remove_prefix(1);
    } else {
      missing_ = true;
    }
  }
  std::string_view rest_;
  bool missing_ = false;
};

}  // namespace

bool ScanCut::same_code(ScanCut const& other) const {
  return serial == other.serial && price == other.price && key_id == other.key_id && tail == other.tail &&
         std::ranges::equal(extras, other.extras);
}

bool ScanCut::fits(CodeLayout const& layout) const {
  return layout.shape() == CodeLayout::Shape::Item && serial.size() == layout.serial_length() &&
         (price.empty() || layout.price() == CodeLayout::PriceField::Element8005) &&
         (key_id.empty() || layout.has_key_id()) && (tail.empty() || tail_kind == layout.tail());
}

Result<ScanCut> cut_by_separators(std::string_view behind_serial_ai) {
  ScanCut cut;
  auto const separator = behind_serial_ai.find(kGs);
  cut.serial = behind_serial_ai.substr(0, separator);
  if (separator == std::string_view::npos && cut.serial.size() > kMaxSerial && all(kSet82, cut.serial)) {
    return fail(kCodeSeparatorLost);
  }
  TAMGA_TRY(check_serial(cut.serial));
  if (separator == std::string_view::npos) return cut;

  auto rest = behind_serial_ai.substr(separator + 1);
  int reached = 0;
  while (!rest.empty()) {
    TAMGA_ASSIGN(element, take_element(rest));
    TAMGA_TRY(take_in(cut, element));
    auto const order = printing_order(element.ai);
    cut.reordered = cut.reordered || order < reached;
    reached = std::max(reached, order);
  }
  return cut;
}

bool cut_by_layout(std::string_view behind_serial_ai, CodeLayout const& layout, ScanCut& out) {
  if (layout.shape() != CodeLayout::Shape::Item) return false;
  out = {};
  LayoutCutter cutter(behind_serial_ai);
  if (!cutter.take_serial(layout.serial_length(), out.serial)) return false;
  if (cutter.done()) return true;
  if (layout.price() != CodeLayout::PriceField::None &&
      !cutter.take("8005", kElementPriceSize, kDigit, out.price)) {
    return false;
  }
  if (layout.has_key_id() && !cutter.take("91", kKeyIdSize, kSet82, out.key_id)) return false;
  if (layout.tail() != TailKind::None) {
    auto const set = layout.tail() == TailKind::Mac4 ? kSet82 : kBase64;
    if (!cutter.take(tail_ai(layout.tail()), tail_size(layout.tail()), set, out.tail)) return false;
    out.tail_kind = layout.tail();
  }
  if (!cutter.done() && !cutter.take_last(layout, out.extras)) return false;
  out.separators_missing = cutter.missing();
  return true;
}

}  // namespace tamga::gs1
