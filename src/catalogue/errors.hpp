// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 9110-9199; texts in spec/errors/catalogue.toml.
namespace tamga::catalogue {

// Whose a GTIN is.
inline constexpr ErrorKind kGtinNotOwn{9110, "CARD_GTIN_NOT_OWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kGtinLocal{9111, "CARD_GTIN_LOCAL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPrefixForm{9112, "PREFIX_FORM", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPrefixTaken{9113, "PREFIX_TAKEN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPrefixUnknown{9114, "PREFIX_UNKNOWN", ErrorClass::Refused, 404};

// What stands in a card.
inline constexpr ErrorKind kCardGroup{9115, "CARD_GROUP", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardGroupChanged{9116, "CARD_GROUP_CHANGED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardLevel{9117, "CARD_LEVEL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardLevelChanged{9118, "CARD_LEVEL_CHANGED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldUnknown{9119, "CARD_ATTRIBUTE_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldTwice{9120, "CARD_ATTRIBUTE_TWICE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldMissing{9121, "CARD_ATTRIBUTE_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldForm{9122, "CARD_ATTRIBUTE_FORM", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldRange{9123, "CARD_ATTRIBUTE_RANGE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldUnit{9124, "CARD_ATTRIBUTE_UNIT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldChoice{9125, "CARD_ATTRIBUTE_CHOICE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kClassOutside{9126, "CARD_CLASS_OUTSIDE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kClassUnknown{9127, "CARD_CLASS_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kClassNotFull{9128, "CARD_CLASS_NOT_FULL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedMissing{9129, "CARD_NESTED_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedNotForLevel{9130, "CARD_NESTED_NOT_FOR_LEVEL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedUnknown{9131, "CARD_NESTED_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedWrong{9132, "CARD_NESTED_WRONG", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedTwice{9133, "CARD_NESTED_TWICE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedQuantity{9134, "CARD_NESTED_QUANTITY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kConformityKind{9135, "CARD_CONFORMITY_KIND", ErrorClass::Refused, 409};
inline constexpr ErrorKind kConformityTerm{9136, "CARD_CONFORMITY_TERM", ErrorClass::Refused, 409};
inline constexpr ErrorKind kConformityExpired{9137, "CARD_CONFORMITY_EXPIRED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kConformityMissing{9138, "CARD_CONFORMITY_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kConformityEarly{9139, "CARD_CONFORMITY_EARLY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPhotoUnknown{9140, "CARD_PHOTO_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kPhotoCount{9141, "CARD_PHOTO_COUNT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPhotoFormat{9142, "CARD_PHOTO_FORMAT", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPhotoSize{9143, "CARD_PHOTO_SIZE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPhotoMissing{9144, "CARD_PHOTO_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardDuplicate{9145, "CARD_DUPLICATE", ErrorClass::Refused, 409};

// Where a card stands.
inline constexpr ErrorKind kCardUnknown{9146, "CARD_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kCardInModeration{9147, "CARD_IN_MODERATION", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardBlocked{9148, "CARD_BLOCKED_BY_OPERATOR", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardArchived{9149, "CARD_ARCHIVED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardUnchanged{9150, "CARD_UNCHANGED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardState{9151, "CARD_STATE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardTaken{9152, "CARD_TAKEN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kRemarksMissing{9153, "CARD_REMARKS_MISSING", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kDraftUnknown{9154, "CARD_DRAFT_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kDraftsTooMany{9155, "CARD_DRAFTS_TOO_MANY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kDraftOfOther{9156, "CARD_DRAFT_OF_OTHER_GTIN", ErrorClass::Malformed, 400};

// Tables of cards.
inline constexpr ErrorKind kTableColumn{9157, "CARD_TABLE_COLUMN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTableColumnMissing{9158, "CARD_TABLE_COLUMN_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTableCell{9159, "CARD_TABLE_CELL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTableTooLong{9160, "CARD_TABLE_TOO_LONG", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTableQuotes{9161, "CARD_TABLE_QUOTES", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kTableEmpty{9162, "CARD_TABLE_EMPTY", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kTableTwice{9163, "CARD_TABLE_TWICE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTableFailed{9164, "CARD_TABLE_FAILED", ErrorClass::Internal, 500};

// Classifiers.
inline constexpr ErrorKind kClassifierUnknown{9165, "CLASSIFIER_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kClassifierRow{9166, "CLASSIFIER_ROW", ErrorClass::Refused, 409};
inline constexpr ErrorKind kClassifierColumns{9167, "CLASSIFIER_COLUMNS", ErrorClass::Malformed, 400};

}  // namespace tamga::catalogue
