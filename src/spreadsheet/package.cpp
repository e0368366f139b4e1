// SPDX-License-Identifier: Apache-2.0
#include "spreadsheet/package.hpp"

#include <zip.h>

#include <array>

#include "spreadsheet/errors.hpp"

namespace tamga::spreadsheet {

struct Package::Archive {
  zip_t* zip = nullptr;
};

void Package::Closer::operator()(Archive* archive) const {
  zip_discard(archive->zip);
  delete archive;
}

namespace {

Error malformed(std::string detail) { return Error(kXlsxMalformed).log(std::move(detail)); }

}  // namespace

Result<Package> Package::open(std::string_view bytes, std::size_t most_unpacked) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  std::string const detail = zip ? std::string() : zip_error_strerror(&error);
  zip_error_fini(&error);
  if (!zip) {
    if (source) zip_source_free(source);
    return fail(malformed(detail));
  }
  return Package(std::unique_ptr<Archive, Closer>(new Archive{zip}), most_unpacked);
}

bool Package::has(std::string const& name) const {
  return zip_name_locate(archive_->zip, name.c_str(), 0) >= 0;
}

Result<void> Package::read(std::string const& name, pugi::xml_document& into) {
  std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> const file(zip_fopen(archive_->zip, name.c_str(), 0),
                                                               &zip_fclose);
  if (!file) return fail(malformed("no part " + name));
  std::string text;
  std::array<char, 65'536> piece{};
  for (;;) {
    zip_int64_t const got = zip_fread(file.get(), piece.data(), piece.size());
    if (got < 0) return fail(malformed("part " + name + " cannot be unpacked"));
    if (got == 0) break;
    if (static_cast<std::size_t>(got) > left_) return fail(kXlsxTooLarge);
    left_ -= static_cast<std::size_t>(got);
    text.append(piece.data(), static_cast<std::size_t>(got));
  }
  auto const parsed = into.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!parsed) return fail(malformed("part " + name + ": " + parsed.description()));
  return {};
}

}  // namespace tamga::spreadsheet
