// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "base/language.hpp"
#include "shape/describe.hpp"

namespace tamga::api {

/// Spelling of the packet's format.
enum class PacketFormatWord : std::uint8_t { Txt, Csv, Jsonl, Json, Xlsx };
/// Spelling of the labels' format.
enum class LabelFormatWord : std::uint8_t { Pdf, Zpl, Svg, Png };
/// In which language goods are named on labels.
enum class LabelLanguage : std::uint8_t { Ru, Uz, En };

/// Either of both, in their order.
enum class PacketForm : std::uint8_t { Txt, Csv, Jsonl, Json, Xlsx, Pdf, Zpl, Svg, Png };
constexpr PacketForm form_of(PacketFormatWord word) { return static_cast<PacketForm>(word); }
constexpr PacketForm form_of(LabelFormatWord word) {
  return static_cast<PacketForm>(static_cast<int>(PacketForm::Pdf) + static_cast<int>(word));
}
constexpr bool is_label(PacketForm form) { return form >= PacketForm::Pdf; }
constexpr bool is_picture(PacketForm form) { return form >= PacketForm::Svg; }
constexpr Language language_of(LabelLanguage word) { return static_cast<Language>(word); }
constexpr LabelLanguage word_of(Language language) { return static_cast<LabelLanguage>(language); }

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::PacketFormatWord> = tamga::shape::enumeration(
    "PacketFormat", "How codes are written",
    tamga::shape::value(tamga::api::PacketFormatWord::Txt, "txt",
                        "The code, separators included, one a line"),
    tamga::shape::value(tamga::api::PacketFormatWord::Csv, "csv", "One quoted field a line"),
    tamga::shape::value(tamga::api::PacketFormatWord::Jsonl, "jsonl", "An object with the field code a line"),
    tamga::shape::value(tamga::api::PacketFormatWord::Json, "json",
                        "One array of objects with gtin, serial and code"),
    tamga::shape::value(tamga::api::PacketFormatWord::Xlsx, "xlsx",
                        "A table of Excel with the columns GTIN, serial, code"));

template <>
inline constexpr auto tamga::shape::names<tamga::api::LabelFormatWord> = tamga::shape::enumeration(
    "LabelFormat", "What labels are drawn as",
    tamga::shape::value(tamga::api::LabelFormatWord::Pdf, "pdf", "Pages, for any printer"),
    tamga::shape::value(tamga::api::LabelFormatWord::Zpl, "zpl", "ZPL II, for label printers; rolls only"),
    tamga::shape::value(tamga::api::LabelFormatWord::Svg, "svg", "A picture of one page, of any size"),
    tamga::shape::value(tamga::api::LabelFormatWord::Png, "png",
                        "A picture of one page in the dots of the layout"));

template <>
inline constexpr auto tamga::shape::names<tamga::api::LabelLanguage> = tamga::shape::enumeration(
    "LabelLanguage", "In which language goods are named",
    tamga::shape::value(tamga::api::LabelLanguage::Ru, "ru", "Russian"),
    tamga::shape::value(tamga::api::LabelLanguage::Uz, "uz", "Uzbek in Latin letters"),
    tamga::shape::value(tamga::api::LabelLanguage::En, "en", "English"));

template <>
inline constexpr auto tamga::shape::names<tamga::api::PacketForm> =
    tamga::shape::enumeration("PacketForm", "What codes of an order line are written as",
                              tamga::shape::value(tamga::api::PacketForm::Txt, "txt"),
                              tamga::shape::value(tamga::api::PacketForm::Csv, "csv"),
                              tamga::shape::value(tamga::api::PacketForm::Jsonl, "jsonl"),
                              tamga::shape::value(tamga::api::PacketForm::Json, "json"),
                              tamga::shape::value(tamga::api::PacketForm::Xlsx, "xlsx"),
                              tamga::shape::value(tamga::api::PacketForm::Pdf, "pdf"),
                              tamga::shape::value(tamga::api::PacketForm::Zpl, "zpl"),
                              tamga::shape::value(tamga::api::PacketForm::Svg, "svg"),
                              tamga::shape::value(tamga::api::PacketForm::Png, "png"));
