// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 9001-9199; texts in spec/errors/catalogue.toml.
namespace tamga::catalogue {

// Whose a GTIN is.
inline constexpr ErrorKind kGtinNotOwn{9001, "CARD_GTIN_NOT_OWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kGtinLocal{9002, "CARD_GTIN_LOCAL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPrefixForm{9003, "PREFIX_FORM", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPrefixTaken{9004, "PREFIX_TAKEN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPrefixUnknown{9005, "PREFIX_UNKNOWN", ErrorClass::Refused, 404};

// What stands in a card.
inline constexpr ErrorKind kCardGroup{9010, "CARD_GROUP", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardGroupChanged{9011, "CARD_GROUP_CHANGED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardLevel{9012, "CARD_LEVEL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardLevelChanged{9013, "CARD_LEVEL_CHANGED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldUnknown{9014, "CARD_ATTRIBUTE_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldTwice{9015, "CARD_ATTRIBUTE_TWICE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldMissing{9016, "CARD_ATTRIBUTE_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldForm{9017, "CARD_ATTRIBUTE_FORM", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldRange{9018, "CARD_ATTRIBUTE_RANGE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldUnit{9019, "CARD_ATTRIBUTE_UNIT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldChoice{9020, "CARD_ATTRIBUTE_CHOICE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kClassOutside{9021, "CARD_CLASS_OUTSIDE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kClassUnknown{9022, "CARD_CLASS_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kClassNotFull{9023, "CARD_CLASS_NOT_FULL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedMissing{9030, "CARD_NESTED_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedNotForLevel{9031, "CARD_NESTED_NOT_FOR_LEVEL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedUnknown{9032, "CARD_NESTED_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedWrong{9033, "CARD_NESTED_WRONG", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedTwice{9034, "CARD_NESTED_TWICE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedQuantity{9035, "CARD_NESTED_QUANTITY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kConformityKind{9040, "CARD_CONFORMITY_KIND", ErrorClass::Refused, 409};
inline constexpr ErrorKind kConformityTerm{9041, "CARD_CONFORMITY_TERM", ErrorClass::Refused, 409};
inline constexpr ErrorKind kConformityExpired{9042, "CARD_CONFORMITY_EXPIRED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kConformityMissing{9043, "CARD_CONFORMITY_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kConformityEarly{9044, "CARD_CONFORMITY_EARLY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPhotoUnknown{9050, "CARD_PHOTO_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kPhotoCount{9051, "CARD_PHOTO_COUNT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPhotoFormat{9052, "CARD_PHOTO_FORMAT", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPhotoSize{9053, "CARD_PHOTO_SIZE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPhotoMissing{9054, "CARD_PHOTO_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardDuplicate{9060, "CARD_DUPLICATE", ErrorClass::Refused, 409};

// Where a card stands.
inline constexpr ErrorKind kCardUnknown{9070, "CARD_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kCardInModeration{9071, "CARD_IN_MODERATION", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardBlocked{9072, "CARD_BLOCKED_BY_OPERATOR", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardArchived{9073, "CARD_ARCHIVED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardUnchanged{9074, "CARD_UNCHANGED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardState{9075, "CARD_STATE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardTaken{9076, "CARD_TAKEN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kRemarksMissing{9077, "CARD_REMARKS_MISSING", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kDraftUnknown{9078, "CARD_DRAFT_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kDraftsTooMany{9079, "CARD_DRAFTS_TOO_MANY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kDraftOfOther{9080, "CARD_DRAFT_OF_OTHER_GTIN", ErrorClass::Malformed, 400};

// Tables of cards.
inline constexpr ErrorKind kTableColumn{9090, "CARD_TABLE_COLUMN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTableColumnMissing{9091, "CARD_TABLE_COLUMN_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTableCell{9092, "CARD_TABLE_CELL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTableTooLong{9093, "CARD_TABLE_TOO_LONG", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTableQuotes{9094, "CARD_TABLE_QUOTES", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kTableEmpty{9095, "CARD_TABLE_EMPTY", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kTableTwice{9096, "CARD_TABLE_TWICE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTableFailed{9097, "CARD_TABLE_FAILED", ErrorClass::Internal, 500};

// Classifiers.
inline constexpr ErrorKind kClassifierUnknown{9100, "CLASSIFIER_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kClassifierRow{9101, "CLASSIFIER_ROW", ErrorClass::Refused, 409};
inline constexpr ErrorKind kClassifierColumns{9102, "CLASSIFIER_COLUMNS", ErrorClass::Malformed, 400};

}  // namespace tamga::catalogue
