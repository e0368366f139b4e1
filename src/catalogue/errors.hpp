// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 9130-9199; texts in spec/errors/catalogue.toml.
namespace tamga::catalogue {

// Whose a GTIN is.
inline constexpr ErrorKind kGtinNotOwn{9130, "CARD_GTIN_NOT_OWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kGtinLocal{9131, "CARD_GTIN_LOCAL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPrefixForm{9132, "PREFIX_FORM", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPrefixTaken{9133, "PREFIX_TAKEN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPrefixUnknown{9134, "PREFIX_UNKNOWN", ErrorClass::Refused, 404};

// What stands in a card.
inline constexpr ErrorKind kCardGroup{9135, "CARD_GROUP", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardGroupChanged{9136, "CARD_GROUP_CHANGED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardLevel{9137, "CARD_LEVEL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardLevelChanged{9138, "CARD_LEVEL_CHANGED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldUnknown{9139, "CARD_ATTRIBUTE_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldTwice{9140, "CARD_ATTRIBUTE_TWICE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldMissing{9141, "CARD_ATTRIBUTE_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldForm{9142, "CARD_ATTRIBUTE_FORM", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldRange{9143, "CARD_ATTRIBUTE_RANGE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldUnit{9144, "CARD_ATTRIBUTE_UNIT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFieldChoice{9145, "CARD_ATTRIBUTE_CHOICE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kClassOutside{9146, "CARD_CLASS_OUTSIDE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kClassUnknown{9147, "CARD_CLASS_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kClassNotFull{9148, "CARD_CLASS_NOT_FULL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedMissing{9149, "CARD_NESTED_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedNotForLevel{9150, "CARD_NESTED_NOT_FOR_LEVEL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedUnknown{9151, "CARD_NESTED_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedWrong{9152, "CARD_NESTED_WRONG", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedTwice{9153, "CARD_NESTED_TWICE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNestedQuantity{9154, "CARD_NESTED_QUANTITY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kConformityKind{9155, "CARD_CONFORMITY_KIND", ErrorClass::Refused, 409};
inline constexpr ErrorKind kConformityTerm{9156, "CARD_CONFORMITY_TERM", ErrorClass::Refused, 409};
inline constexpr ErrorKind kConformityExpired{9157, "CARD_CONFORMITY_EXPIRED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kConformityMissing{9158, "CARD_CONFORMITY_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kConformityEarly{9159, "CARD_CONFORMITY_EARLY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPhotoUnknown{9160, "CARD_PHOTO_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kPhotoCount{9161, "CARD_PHOTO_COUNT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPhotoFormat{9162, "CARD_PHOTO_FORMAT", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPhotoSize{9163, "CARD_PHOTO_SIZE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPhotoMissing{9164, "CARD_PHOTO_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardDuplicate{9165, "CARD_DUPLICATE", ErrorClass::Refused, 409};

// Where a card stands.
inline constexpr ErrorKind kCardUnknown{9166, "CARD_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kCardInModeration{9167, "CARD_IN_MODERATION", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardBlocked{9168, "CARD_BLOCKED_BY_OPERATOR", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardArchived{9169, "CARD_ARCHIVED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardUnchanged{9170, "CARD_UNCHANGED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardState{9171, "CARD_STATE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCardTaken{9172, "CARD_TAKEN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kRemarksMissing{9173, "CARD_REMARKS_MISSING", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kDraftUnknown{9174, "CARD_DRAFT_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kDraftsTooMany{9175, "CARD_DRAFTS_TOO_MANY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kDraftOfOther{9176, "CARD_DRAFT_OF_OTHER_GTIN", ErrorClass::Malformed, 400};

// Tables of cards.
inline constexpr ErrorKind kTableColumn{9177, "CARD_TABLE_COLUMN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTableColumnMissing{9178, "CARD_TABLE_COLUMN_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTableCell{9179, "CARD_TABLE_CELL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTableTooLong{9180, "CARD_TABLE_TOO_LONG", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTableQuotes{9181, "CARD_TABLE_QUOTES", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kTableEmpty{9182, "CARD_TABLE_EMPTY", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kTableTwice{9183, "CARD_TABLE_TWICE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTableFailed{9184, "CARD_TABLE_FAILED", ErrorClass::Internal, 500};

// Classifiers.
inline constexpr ErrorKind kClassifierUnknown{9185, "CLASSIFIER_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kClassifierRow{9186, "CLASSIFIER_ROW", ErrorClass::Refused, 409};
inline constexpr ErrorKind kClassifierColumns{9187, "CLASSIFIER_COLUMNS", ErrorClass::Malformed, 400};

}  // namespace tamga::catalogue
