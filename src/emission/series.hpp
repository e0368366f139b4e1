// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "country/product_group.hpp"
#include "gs1/code_layout.hpp"
#include "gs1/gtin.hpp"
#include "gs1/serial.hpp"
#include "ledger/code_no.hpp"

namespace tamga::emission {

/// How the texts of a series and its indexes find each other. Numbers are stored and stay for ever.
enum class SeriesKind : std::uint8_t {
  Operator = 1,   ///< serials drawn by the operator: a permutation of the counter, nothing stored
  SelfMade = 2,   ///< serials brought by the participant: a row each in custom_serial
  Sscc = 3,       ///< transport units: the last ten digits of the SSCC's first seventeen are the index
  OwnFormat = 4,  ///< transport units with codes of the participant's own: a row each in custom_serial
  Foreign = 5,    ///< serials of another country's operator, recognised here: a row each in custom_serial
};

/// A series: codes that share GTIN, layout and key and are counted by one counter. Facts of it never change;
/// how many codes were handed out is `SeriesBook`'s to say.
struct Series {
  ledger::SeriesNo number;
  SeriesKind kind = SeriesKind::Operator;
  gs1::Gtin gtin;                   ///< of items; none for transport units
  std::int64_t sscc_prefix = 0;     ///< Sscc: extension digit and the first six digits of the company prefix
  country::TemplateId template_id;  ///< of items
  country::ProductGroupId group;    ///< of items
  gs1::CodeLayout layout;           ///< of items
  gs1::SerialRule serial;           ///< of items
  std::string serial_key_id;        ///< Operator: master key in the ring

  [[nodiscard]] bool is_transport() const {
    return kind == SeriesKind::Sscc || kind == SeriesKind::OwnFormat;
  }
  /// Whether its codes carry a tail that can be verified here: that of a foreign operator cannot.
  [[nodiscard]] bool proves_tail() const {
    return !is_transport() && kind != SeriesKind::Foreign && layout.tail() != gs1::TailKind::None;
  }
  /// How many codes the series can ever have.
  [[nodiscard]] std::int64_t capacity() const;
  /// Whether both count the same thing: at most one such series exists.
  [[nodiscard]] bool same_facts(Series const& other) const;
  /// Whether codes of both may have the same identity: goods of one GTIN whose layouts differ only behind the
  /// serial. No serial is handed out in two such series.
  [[nodiscard]] bool shares_identities(Series const& other) const;
};

/// An SSCC as prefix and index: 18 digits are extension, company prefix and reference (17) and a check digit.
inline constexpr std::int64_t kSsccsOfPrefix = 10'000'000'000;

}  // namespace tamga::emission
