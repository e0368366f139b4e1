// SPDX-License-Identifier: Apache-2.0
#include "gs1/digital_link.hpp"

#include "gs1/errors.hpp"
#include "gs1/percent_encoding.hpp"
#include "gs1/serial.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

Error malformed(std::string_view uri) { return Error(kLinkStructure).log(std::string(uri.substr(0, 200))); }

bool is_tail_ai(std::string_view name) { return name == "91" || name == "92" || name == "93"; }

bool accept_scheme(std::string_view& uri) {
  constexpr std::string_view kSchemes[] = {"https://", "http://"};
  for (auto const scheme : kSchemes) {
    if (uri.size() < scheme.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < scheme.size(); ++i) {
      char const c = is(kLetter, uri[i]) ? static_cast<char>(uri[i] | 0x20) : uri[i];
      same = same && c == scheme[i];
    }
    if (!same) continue;
    uri.remove_prefix(scheme.size());
    return true;
  }
  return false;
}

/// The next piece of the path, and the rest behind its slash.
std::string_view take_segment(std::string_view& path) {
  auto const slash = path.find('/');
  auto const segment = path.substr(0, slash);
  path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
  return segment;
}

bool is_primary_key(std::string_view segment) {
  return segment == "01" || segment == "00" || segment == "414";
}

Result<void> read_key(DigitalLink& link, std::string_view key, std::string_view value) {
  if (key == "01") {
    TAMGA_ASSIGN(gtin, Gtin::parse(value));
    link.key = DigitalLink::Key::Item;
    link.gtin = gtin;
  } else if (key == "00") {
    TAMGA_ASSIGN(sscc, Sscc::parse(value));
    link.key = DigitalLink::Key::Transport;
    link.sscc = sscc;
  } else {
    TAMGA_ASSIGN(gln, Gln::parse(value));
    link.key = DigitalLink::Key::Location;
    link.gln = gln;
  }
  return {};
}

/// The place of a key qualifier, or null where the primary key does not take it.
std::string* qualifier(DigitalLink& link, std::string_view name) {
  if (link.key == DigitalLink::Key::Location) return name == "254" ? &link.extension : nullptr;
  if (link.key != DigitalLink::Key::Item) return nullptr;
  if (name == "22") return &link.variant;
  if (name == "10") return &link.batch;
  if (name == "21") return &link.serial;
  return nullptr;
}

Result<void> read_qualifiers(DigitalLink& link, std::string_view path, std::string_view uri) {
  while (!path.empty()) {
    auto const name = take_segment(path);
    if (is_tail_ai(name)) return fail(kLinkCarriesTail);
    auto* place = qualifier(link, name);
    auto value = percent_decoded(take_segment(path));
    if (place == nullptr || !place->empty() || !value) return fail(malformed(uri));
    TAMGA_TRY(check_serial(*value));
    *place = std::move(*value);
  }
  return {};
}

Result<void> read_query(DigitalLink& link, std::string_view query, std::string_view uri) {
  while (!query.empty()) {
    auto const end = query.find_first_of("&;");
    auto const pair = query.substr(0, end);
    query = end == std::string_view::npos ? std::string_view{} : query.substr(end + 1);
    if (pair.empty()) continue;
    auto const equals = pair.find('=');
    auto name = percent_decoded(pair.substr(0, equals));
    auto value =
        percent_decoded(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1));
    if (!name || !value || name->empty()) return fail(malformed(uri));
    if (is_tail_ai(*name)) return fail(kLinkCarriesTail);
    link.attributes.emplace_back(std::move(*name), std::move(*value));
  }
  return {};
}

void append_qualifier(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out.append("/").append(name).append("/");
  append_percent_encoded(out, value);
}

}  // namespace

Result<DigitalLink> parse_digital_link(std::string_view uri) {
  uri = trimmed(uri);
  if (uri.empty()) return fail(kIdentifierEmpty);
  auto rest = uri;
  if (uri.size() > kMaxLinkSize || !accept_scheme(rest)) return fail(malformed(uri));
  rest = rest.substr(0, rest.find('#'));
  auto const question = rest.find('?');
  auto const query = question == std::string_view::npos ? std::string_view{} : rest.substr(question + 1);
  auto path = rest.substr(0, question);
  if (path.ends_with('/')) path.remove_suffix(1);
  if (take_segment(path).empty()) return fail(malformed(uri));  // no host

  // A resolver may live under a path of its own: the key is the first segment that can be one.
  std::string_view key;
  while (!path.empty() && !is_primary_key(key)) key = take_segment(path);
  if (!is_primary_key(key) || path.empty()) return fail(malformed(uri));
  auto const value = percent_decoded(take_segment(path));
  if (!value) return fail(malformed(uri));

  DigitalLink link;
  TAMGA_TRY(read_key(link, key, *value));
  TAMGA_TRY(read_qualifiers(link, path, uri));
  TAMGA_TRY(read_query(link, query, uri));
  return link;
}

std::string digital_link(std::string_view resolver, DigitalLink const& link) {
  std::string out(resolver);
  switch (link.key) {
    case DigitalLink::Key::Item:
      out.append("/01/").append(link.gtin.text());
      break;
    case DigitalLink::Key::Transport:
      out.append("/00/").append(link.sscc.text());
      break;
    case DigitalLink::Key::Location:
      out.append("/414/").append(link.gln.text());
      break;
  }
  append_qualifier(out, "22", link.variant);
  append_qualifier(out, "10", link.batch);
  append_qualifier(out, "21", link.serial);
  append_qualifier(out, "254", link.extension);
  char before = '?';
  for (auto const& [name, value] : link.attributes) {
    out.push_back(before);
    before = '&';
    append_percent_encoded(out, name);
    if (value.empty()) continue;
    out.push_back('=');
    append_percent_encoded(out, value);
  }
  return out;
}

std::string digital_link(std::string_view resolver, Gtin gtin, std::string_view serial) {
  std::string out(resolver);
  out.append("/01/").append(gtin.text());
  append_qualifier(out, "21", serial);
  return out;
}

std::string digital_link(std::string_view resolver, Sscc sscc) {
  return std::string(resolver).append("/00/").append(sscc.text());
}

}  // namespace tamga::gs1
