// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

namespace tamga::documents {

// About single codes.
inline constexpr ErrorKind kCodeTwice{7001, "CODE_TWICE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kPackageInItself{7002, "PACKAGE_IN_ITSELF", ErrorClass::Refused, 409};
inline constexpr ErrorKind kKindNotForGroup{7003, "KIND_NOT_FOR_GROUP", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCodeNotInShipment{7004, "CODE_NOT_IN_SHIPMENT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCodeNotInPackage{7005, "CODE_NOT_IN_PACKAGE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNotAPackage{7006, "NOT_A_PACKAGE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPackageEmpty{7007, "PACKAGE_EMPTY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPackageNotEmpty{7008, "PACKAGE_NOT_EMPTY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPackageOverCapacity{7009, "PACKAGE_OVER_CAPACITY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPackageHeld{7010, "PACKAGE_HELD", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPackedUpsideDown{7011, "PACKED_UPSIDE_DOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kWayNotForGroup{7012, "WAY_NOT_FOR_GROUP", ErrorClass::Refused, 409};
inline constexpr ErrorKind kReasonNotForGroup{7013, "REASON_NOT_FOR_GROUP", ErrorClass::Refused, 409};
inline constexpr ErrorKind kReasonNotReturnable{7014, "REASON_NOT_RETURNABLE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kNotSoldAtRetail{7015, "NOT_SOLD_AT_RETAIL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kRetirementFinal{7016, "RETIREMENT_FINAL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCodeWithoutLot{7017, "CODE_WITHOUT_LOT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kLotOfAnother{7018, "LOT_OF_ANOTHER", ErrorClass::Refused, 403};
inline constexpr ErrorKind kPairOfOtherProduct{7019, "PAIR_OF_OTHER_PRODUCT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTemplateRetired{7020, "TEMPLATE_RETIRED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kDeclarationOfOthers{7021, "DECLARATION_OF_OTHERS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kWayNotForCode{7022, "WAY_NOT_FOR_CODE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPartNotForGroup{7023, "PART_NOT_FOR_GROUP", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPartOfOtherWhole{7024, "PART_OF_OTHER_WHOLE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPartTooLarge{7025, "PART_TOO_LARGE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPartNotSold{7026, "PART_NOT_SOLD", ErrorClass::Refused, 409};
inline constexpr ErrorKind kSerialOfThisCountry{7027, "SERIAL_OF_THIS_COUNTRY", ErrorClass::Refused, 409};

// About a document as a whole.
inline constexpr ErrorKind kKindUnknown{7050, "KIND_UNKNOWN", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kKindNotForSender{7051, "KIND_NOT_FOR_SENDER", ErrorClass::Refused, 403};
inline constexpr ErrorKind kSignatureMissing{7052, "SIGNATURE_MISSING", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kSignerNotSender{7053, "SIGNER_NOT_SENDER", ErrorClass::Refused, 403};
inline constexpr ErrorKind kIdempotencyKeyReused{7054, "IDEMPOTENCY_KEY_REUSED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTooManyCodes{7055, "TOO_MANY_CODES", ErrorClass::Malformed, 413};
inline constexpr ErrorKind kSequencerBusy{7056, "SEQUENCER_BUSY", ErrorClass::Retry, 503};
inline constexpr ErrorKind kSequencerStopped{7057, "SEQUENCER_STOPPED", ErrorClass::Retry, 503};
inline constexpr ErrorKind kDocumentUnknown{7059, "DOCUMENT_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kSequencerFailed{7060, "SEQUENCER_FAILED", ErrorClass::Internal, 500};

// About the fields of a document.
inline constexpr ErrorKind kReceiverUnknown{7061, "RECEIVER_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kReceiverIsSender{7062, "RECEIVER_IS_SENDER", ErrorClass::Refused, 409};
inline constexpr ErrorKind kShipmentUnknown{7063, "SHIPMENT_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kShipmentOfOthers{7064, "SHIPMENT_OF_OTHERS", ErrorClass::Refused, 403};
inline constexpr ErrorKind kShipmentClosed{7065, "SHIPMENT_CLOSED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kReasonUnknown{7066, "REASON_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kReasonNotForParticipants{7067, "REASON_NOT_FOR_PARTICIPANTS", ErrorClass::Refused,
                                                     403};
inline constexpr ErrorKind kReasonTextMissing{7068, "REASON_TEXT_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kProductUnknown{7069, "PRODUCT_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kProductNotPublished{7070, "PRODUCT_NOT_PUBLISHED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kProductOfOtherGroup{7071, "PRODUCT_OF_OTHER_GROUP", ErrorClass::Refused, 409};
inline constexpr ErrorKind kProductTwice{7072, "PRODUCT_TWICE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kGroupUnknown{7073, "GROUP_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kGroupClosed{7074, "GROUP_CLOSED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kReleaseMethodUnknown{7075, "RELEASE_METHOD_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kLevelUnknown{7076, "LEVEL_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kLevelOfOtherProduct{7077, "LEVEL_OF_OTHER_PRODUCT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kTemplateNotInForce{7078, "TEMPLATE_NOT_IN_FORCE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kOverLimit{7079, "OVER_LIMIT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kQuantityMissing{7080, "QUANTITY_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kQuantityNotOfSerials{7081, "QUANTITY_NOT_OF_SERIALS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPriceMissing{7082, "PRICE_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPriceNotInCode{7083, "PRICE_NOT_IN_CODE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPriceWrong{7084, "PRICE_WRONG", ErrorClass::Refused, 409};
inline constexpr ErrorKind kAttributeMissing{7085, "ATTRIBUTE_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kAttributeNotForGroup{7086, "ATTRIBUTE_NOT_FOR_GROUP", ErrorClass::Refused, 409};
inline constexpr ErrorKind kDatesReversed{7087, "DATES_REVERSED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kDateInFuture{7088, "DATE_IN_FUTURE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCountryCodeWrong{7089, "COUNTRY_CODE_WRONG", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kWayUnknown{7090, "WAY_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kRecallUnknown{7091, "RECALL_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kRecallOfOthers{7092, "RECALL_OF_OTHERS", ErrorClass::Refused, 403};
inline constexpr ErrorKind kNothingToChange{7093, "NOTHING_TO_CHANGE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kCodesNotByDecision{7094, "CODES_NOT_BY_DECISION", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kOrderNotThere{7096, "ORDER_NOT_THERE", ErrorClass::Refused, 404};
inline constexpr ErrorKind kOrderNotRunOut{7097, "ORDER_NOT_RUN_OUT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFactMissing{7098, "FACT_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kFactNotForWay{7099, "FACT_NOT_FOR_WAY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCustomerUnknown{7100, "CUSTOMER_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kPartiesWithoutSender{7101, "PARTIES_WITHOUT_SENDER", ErrorClass::Refused, 403};
inline constexpr ErrorKind kPartiesSame{7102, "PARTIES_SAME", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kIssuerNotRecognised{7104, "ISSUER_NOT_RECOGNISED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kProfileMissing{7105, "PROFILE_MISSING", ErrorClass::Refused, 403};
inline constexpr ErrorKind kTypeUnknown{7106, "TYPE_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kSitesNotForTypes{7107, "SITES_NOT_FOR_TYPES", ErrorClass::Refused, 409};

// About orders and what they cost.
inline constexpr ErrorKind kTooManyOrders{7150, "TOO_MANY_ORDERS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kDebtOverdue{7151, "DEBT_OVERDUE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPayAtNotOffered{7152, "PAY_AT_NOT_OFFERED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kOrderNotWaiting{7153, "ORDER_NOT_WAITING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kOrderStillWaits{7154, "ORDER_STILL_WAITS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kOrderNotOpen{7155, "ORDER_NOT_OPEN", ErrorClass::Refused, 409};

// About service providers.
inline constexpr ErrorKind kKindNotByProvider{7160, "KIND_NOT_BY_PROVIDER", ErrorClass::Refused, 403};
inline constexpr ErrorKind kPrincipalUnknown{7161, "PRINCIPAL_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kMandateMissing{7162, "MANDATE_MISSING", ErrorClass::Refused, 403};
inline constexpr ErrorKind kMandateUnknown{7163, "MANDATE_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kProviderUnknown{7164, "PROVIDER_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kProviderIsSender{7165, "PROVIDER_IS_SENDER", ErrorClass::Refused, 409};
inline constexpr ErrorKind kRightNotGiven{7166, "RIGHT_NOT_GIVEN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCreationMethodUnknown{7167, "CREATION_METHOD_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCreationMethodNotOffered{7168, "CREATION_METHOD_NOT_OFFERED", ErrorClass::Refused,
                                                     409};

// About its signature.
inline constexpr ErrorKind kWaitsForAuthority{7130, "WAITS_FOR_AUTHORITY", ErrorClass::Retry, 503};
inline constexpr ErrorKind kWaitedTooLong{7131, "WAITED_TOO_LONG", ErrorClass::Refused, 409};
inline constexpr ErrorKind kDocumentNotWaiting{7132, "DOCUMENT_NOT_WAITING", ErrorClass::Refused, 409};

inline constexpr ErrorKind kSenderNotEmitter{7095, "SENDER_NOT_EMITTER", ErrorClass::Refused, 403};
inline constexpr ErrorKind kBankUnknown{7144, "BANK_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kReturnTooLate{7140, "RETURN_TOO_LATE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kOtherCashRegister{7141, "OTHER_CASH_REGISTER", ErrorClass::Refused, 409};
inline constexpr ErrorKind kOtherReceipt{7142, "OTHER_RECEIPT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kReceiptKnown{7143, "RECEIPT_KNOWN", ErrorClass::Refused, 409};

// About users, roles and powers of attorney.
inline constexpr ErrorKind kRoleUnknown{7110, "ROLE_UNKNOWN", ErrorClass::Refused, 409};
inline constexpr ErrorKind kRightsBeyondOwn{7111, "RIGHTS_BEYOND_OWN", ErrorClass::Refused, 403};
inline constexpr ErrorKind kPlaceUnknown{7112, "PLACE_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kCertificateOfOthers{7113, "CERTIFICATE_OF_OTHERS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCertificatePersonal{7114, "CERTIFICATE_PERSONAL", ErrorClass::Refused, 409};
inline constexpr ErrorKind kLastAdministrator{7115, "LAST_ADMINISTRATOR", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCertificateOfOtherPerson{7116, "CERTIFICATE_OF_OTHER_PERSON", ErrorClass::Refused,
                                                     409};
inline constexpr ErrorKind kUsersTooMany{7117, "USERS_TOO_MANY", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPowerUnknown{7118, "POWER_OF_ATTORNEY_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kPowerExists{7119, "POWER_OF_ATTORNEY_EXISTS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPowerEnded{7120, "POWER_OF_ATTORNEY_ENDED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPowersNotUsed{7121, "POWERS_OF_ATTORNEY_NOT_USED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kHeadOnly{7122, "HEAD_ONLY", ErrorClass::Refused, 403};
inline constexpr ErrorKind kGroupNotForUser{7123, "GROUP_NOT_FOR_USER", ErrorClass::Refused, 403};
inline constexpr ErrorKind kLineNotForUser{7124, "LINE_NOT_FOR_USER", ErrorClass::Refused, 403};
inline constexpr ErrorKind kPowerIncomplete{7125, "POWER_OF_ATTORNEY_INCOMPLETE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kLanguageUnknown{7126, "LANGUAGE_UNKNOWN", ErrorClass::Malformed, 400};

// About registrars, printing and service providers of the directory.
inline constexpr ErrorKind kRegistrarMissing{7200, "REGISTRAR_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kRegistrarNotSaid{7201, "REGISTRAR_NOT_SAID", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kRegistrarNotActive{7202, "REGISTRAR_NOT_ACTIVE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kRegistrarOfOtherKind{7203, "REGISTRAR_OF_OTHER_KIND", ErrorClass::Refused, 409};
inline constexpr ErrorKind kGradeUnknown{7204, "GRADE_UNKNOWN", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kGradeTwice{7205, "GRADE_TWICE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kProviderNotForGroup{7206, "PROVIDER_NOT_FOR_GROUP", ErrorClass::Refused, 409};

}  // namespace tamga::documents
