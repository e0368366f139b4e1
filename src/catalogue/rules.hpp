// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.hpp"
#include "base/result.hpp"
#include "catalogue/attribute.hpp"
#include "catalogue/business_days.hpp"
#include "country/country.hpp"
#include "gs1/gtin.hpp"

namespace tamga::catalogue {

/// A list of codes that the operator loads: customs nomenclature, tax classes of goods.
struct Classifier {
  std::string code;
  std::string rule;  ///< of room `identifiers`: how its codes look
  LocalizedText name;
};

struct ConformityKind {
  std::string code;
  LocalizedText name;
};

/// Formats in which pictures are taken.
enum class PhotoFormat : std::uint8_t { Jpeg, Png };
inline constexpr std::array<std::string_view, 2> kPhotoFormatNames{"jpeg", "png"};

/// How a country keeps its catalogue of goods: spec/<country>/catalogue/. Immutable after load, safe from any
/// thread.
class Rules {
 public:
  /// Reads rules.toml, attributes.toml and groups/*.toml. The first mistake, with file and line; the log
  /// detail holds all.
  static Result<Rules> load(std::filesystem::path const& folder, country::Country const& country);

  /// Of a group of the country; what has no file of its own is moderated and has the attributes of all.
  [[nodiscard]] CardForm const& form(std::string_view group) const;
  [[nodiscard]] std::vector<Attribute> const& attributes_of_all() const { return common_.attributes; }
  [[nodiscard]] Classifier const* classifier(std::string_view code) const;
  [[nodiscard]] ConformityKind const* conformity_kind(std::string_view code) const;
  [[nodiscard]] std::vector<Classifier> const& classifiers() const { return classifiers_; }
  [[nodiscard]] std::vector<ConformityKind> const& conformity_kinds() const { return conformity_kinds_; }
  [[nodiscard]] BusinessDays const& business_days() const { return days_; }
  /// Working days in which a card is looked at. Features 2.9.
  [[nodiscard]] std::int64_t moderation_days() const { return moderation_days_; }
  [[nodiscard]] std::int64_t most_photos() const { return most_photos_; }
  [[nodiscard]] std::int64_t largest_photo_bytes() const { return largest_photo_bytes_; }
  [[nodiscard]] bool takes(PhotoFormat format) const { return photo_formats_.has(format); }
  /// Whether a number that companies give out themselves may stand on a card here.
  [[nodiscard]] bool allows_local(gs1::Gtin gtin) const;

 private:
  friend class RulesReader;

  CardForm common_;
  std::map<std::string, CardForm, std::less<>> forms_;
  std::vector<Classifier> classifiers_;
  std::vector<ConformityKind> conformity_kinds_;
  std::vector<std::pair<std::int32_t, std::int32_t>> local_prefixes_;
  BusinessDays days_;
  std::int64_t moderation_days_ = 0;
  std::int64_t most_photos_ = 0;
  std::int64_t largest_photo_bytes_ = 0;
  country::EnumSet<PhotoFormat> photo_formats_;
};

}  // namespace tamga::catalogue
