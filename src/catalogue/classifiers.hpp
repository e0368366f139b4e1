// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "catalogue/rules.hpp"
#include "crypto/sha256.hpp"
#include "sql/connection.hpp"

namespace tamga::catalogue {

/// A classifier as the operator loaded it once. In force from its day until that of the next; of two with one
/// day the later load counts.
struct ClassifierLoad {
  std::int64_t number = 0;
  std::string classifier;
  Date effective_from = Date::from_days(0);
  UnixMs loaded_at;
  std::string person;
  std::int64_t entries = 0;
  crypto::Sha256 digest{};  ///< of the file
};

/// A line of a classifier.
struct ClassifierEntry {
  std::string code;
  std::string name_ru;
  std::string name_uz;
};

inline constexpr std::size_t kMostClassifierEntries = 300'000;

/// Reads CSV with the columns `code`, `name_ru` and, where it is there, `name_uz`; codes as the country's
/// rule wants them. Errors: CLASSIFIER_COLUMNS, CLASSIFIER_ROW (names the lines that are wrong, up to a
/// hundred, as they are counted in the file), CARD_TABLE_QUOTES, CARD_TABLE_TOO_LONG.
Result<std::vector<ClassifierEntry>> read_classifier(Classifier const& classifier, std::istream& csv);
/// Within the transaction of `connection`.
Result<void> insert_classifier(sql::Connection& connection, ClassifierLoad const& load,
                               std::vector<ClassifierEntry> const& entries);
/// The newest first.
Result<std::vector<ClassifierLoad>> classifier_loads(sql::Connection& connection, int limit);

/// Whether the classifier in force that day has the code; true also while none is loaded.
Result<bool> is_in_force(sql::Connection& connection, std::string_view classifier, std::string_view code,
                         Date day);
/// Entries of the classifier in force whose code begins so, in order: for the form.
Result<std::vector<ClassifierEntry>> entries_beginning(sql::Connection& connection,
                                                       std::string_view classifier,
                                                       std::string_view beginning, Date day, int limit);

}  // namespace tamga::catalogue
