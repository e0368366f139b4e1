// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "labels/face.hpp"

namespace tamga::labels {

/// Labels as PDF (ISO 32000-1), made page by page: of pages that are done nothing is kept but where they
/// begin. What is the same on all labels stands in the file once; a symbol is one path of few rectangles, in
/// units of its modules, so that it is exact at any size. The same face and labels give the same bytes. One
/// thread; `face` outlives it. docs/adr/0012 says why no library writes these pages.
class PdfLabels {
 public:
  explicit PdfLabels(Face const& face);
  ~PdfLabels();
  PdfLabels(PdfLabels const&) = delete;
  PdfLabels& operator=(PdfLabels const&) = delete;

  /// Appends what is complete to `out`: a page when the label filled it. Errors: those of the symbol,
  /// LABEL_DRAWING_FAILED.
  Result<void> add(Label const& label, std::string& out);
  /// The last page and the end of the file. At least one label was added.
  Result<void> finish(std::string& out);

 private:
  struct Packer;

  void set_side(int side);
  void begin(std::string& out);
  void begin_object(std::uint32_t number, std::string& out);
  void put_stream(std::uint32_t number, std::string_view dictionary, std::string_view content,
                  std::string& out);
  void put_font(std::string& out);
  Result<void> put_page(std::string& out);

  Face const* face_;
  Symbol symbol_;
  std::unique_ptr<Packer> packer_;
  std::vector<std::string> places_;  ///< how the label of each place of a page begins
  std::string serial_place_;
  std::string symbol_place_;  ///< of a symbol of `side_` modules
  int side_ = 0;
  std::string page_;  ///< operators of the page that is being filled
  int on_page_ = 0;
  std::uint64_t written_ = 0;  ///< bytes given out by earlier calls
  std::size_t base_ = 0;       ///< where in `out` of this call they end
  std::vector<std::uint64_t> offsets_;
  std::vector<std::uint32_t> pages_;
};

}  // namespace tamga::labels
