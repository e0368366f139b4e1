// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tamga::spreadsheet {

/// The packed parts of a file of Excel. What is unpacked of all parts together is limited, whatever the
/// package says of itself. One thread.
class Package {
 public:
  /// `bytes` outlive it. Errors: XLSX_MALFORMED.
  static Result<Package> open(std::string_view bytes, std::size_t most_unpacked);

  [[nodiscard]] bool has(std::string const& name) const;
  /// Reads a part as XML; entities of its own are never looked at. Errors: XLSX_MALFORMED (also when it is
  /// not there), XLSX_TOO_LARGE.
  Result<void> read(std::string const& name, pugi::xml_document& into);

 private:
  struct Archive;
  struct Closer {
    void operator()(Archive* archive) const;
  };
  Package(std::unique_ptr<Archive, Closer> archive, std::size_t left)
      : archive_(std::move(archive)), left_(left) {}

  std::unique_ptr<Archive, Closer> archive_;
  std::size_t left_;
};

}  // namespace tamga::spreadsheet
