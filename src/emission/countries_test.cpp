// SPDX-License-Identifier: Apache-2.0
#include <simdjson.h>

#include "base/testing/source_path.hpp"
#include "emission/code_writer.hpp"
#include "emission/custom_serials.hpp"
#include "emission/testing/emission_fixture.hpp"

namespace tamga::emission {
namespace {

using testing::EmissionTest;
using testing::gtin_of;
using testing::listed;

constexpr OrderNo kOrder{700};

/// Codes out of a packet, read as a client would.
std::vector<std::string> unpack(std::string const& packet, PacketFormat format) {
  std::vector<std::string> codes;
  std::string_view const end = format == PacketFormat::Csv ? "\r\n" : "\n";
  simdjson::dom::parser parser;
  for (std::size_t at = 0; at < packet.size();) {
    std::size_t const stop = packet.find(end, at);
    if (stop == std::string::npos) ADD_FAILURE() << "a line without an end";
    std::string const line = packet.substr(at, stop - at);
    at = stop + end.size();
    if (format == PacketFormat::Text) {
      codes.push_back(line);
    } else if (format == PacketFormat::JsonLines) {
      codes.emplace_back(std::string_view(parser.parse(line)["code"]));
    } else {
      std::string code;
      for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        code.push_back(line[i]);
        if (line[i] == '"' && line[++i] != '"') ADD_FAILURE() << "a quote that is not doubled";
      }
      codes.push_back(code);
    }
  }
  return codes;
}

/// Every template of a real country: an order of the operator's serials and one of serials brought.
class CountriesTest : public EmissionTest {
 protected:
  struct Line {
    country::CodeTemplate const* form;
    OrderLine order;
  };

  void order_everything(std::string const& code) {
    live_in(country::load_country(source_path("spec") / code).value());
    std::uint64_t item = 0;
    for (auto const& group : country_->groups()) {
      for (auto const& form : group.templates) {
        gs1::Gtin const gtin = gtin_of(++item);
        lines_.push_back({&form, {}});
        lines_.back().order.gtin = gtin;
        lines_.push_back(lines_.back());
      }
    }
    ASSERT_GE(lines_.size(), 16U);
    Order order{kOrder, ledger::ParticipantNo(3), "any", "PRODUCTION", "Someone", UnixMs(5), {}};
    auto const done = transact([&](SeriesDesk& desk, sql::Connection& connection) -> Result<void> {
      for (std::size_t i = 0; i < lines_.size(); ++i) {
        TAMGA_TRY(fill(desk, lines_[i], i % 2 == 1));
        lines_[i].order.line = static_cast<int>(i);
        lines_[i].order.order = kOrder;
        order.lines.push_back(lines_[i].order);
      }
      return insert_order(connection, order);
    });
    ASSERT_TRUE(done) << describe(done.error());
  }

  Result<void> fill(SeriesDesk& desk, Line& line, bool self_made) {
    country::CodeTemplate const& form = *line.form;
    TAMGA_ASSIGN(
        series, desk.of_item(line.order.gtin, form, self_made ? SeriesKind::SelfMade : SeriesKind::Operator));
    line.order.series = series->number;
    if (self_made) {
      std::vector<std::string> serials;
      for (char c = '1'; c <= '5'; ++c) {
        std::string serial(form.serial.length, c);
        if (form.serial.country_digit != '\0') serial[0] = form.serial.country_digit;
        serials.push_back(serial);
      }
      std::vector<std::string_view> const views(serials.begin(), serials.end());
      TAMGA_ASSIGN(taken, desk.taken(*series, views));
      EXPECT_TRUE(taken.empty());
      TAMGA_ASSIGN(range, desk.bring(*series, views));
      line.order.codes = ledger::CodeSet(range);
    } else {
      TAMGA_ASSIGN(codes, desk.reserve(*series, 30));
      line.order.codes = codes;
    }
    if (form.layout.tail() != gs1::TailKind::None) {
      TAMGA_ASSIGN(key, tails_->active(form.layout.tail()));
      line.order.tail_key_id = key->key_id();
    }
    if (form.layout.price() != gs1::CodeLayout::PriceField::None) line.order.price = gs1::Price{14630};
    return {};
  }

  std::vector<std::string> printed(OrderLine const& line, PacketFormat format, std::int64_t from,
                                   std::int64_t count) {
    auto writer = CodeWriter::make(line, *book_, *tails_, store(), format);
    EXPECT_TRUE(writer) << describe(writer.error());
    std::string packet;
    auto const done = writer->write(from, count, packet);
    EXPECT_TRUE(done) << describe(done.error());
    return unpack(packet, format);
  }

  void expect_codes_come_back() {
    for (auto const format : {PacketFormat::Text, PacketFormat::Csv, PacketFormat::JsonLines}) {
      std::vector<std::string> texts;
      std::vector<ledger::CodeNo> expected;
      for (Line const& line : lines_) {
        auto const codes = listed(line.order.codes);
        auto const half = static_cast<std::int64_t>(codes.size()) / 2;
        for (auto& text : printed(line.order, format, 0, half)) texts.push_back(text);
        for (auto& text : printed(line.order, format, half, line.order.codes.size() - half))
          texts.push_back(text);
        expected.insert(expected.end(), codes.begin(), codes.end());
      }
      ASSERT_EQ(texts.size(), expected.size());
      std::vector<std::string_view> const views(texts.begin(), texts.end());
      std::vector<Resolved> resolved(views.size());
      ASSERT_TRUE(resolver_->resolve(views, Tails::Required, resolved));
      for (std::size_t i = 0; i < views.size(); ++i) {
        ASSERT_EQ(error_of(resolved[i]), "") << views[i];
        ASSERT_EQ(resolved[i].code, expected[i]) << views[i];
        ASSERT_TRUE(resolved[i].tail_verified);
      }
    }
  }

  void expect_refusals() {
    for (Line const& line : lines_) {
      auto const& layout = line.form->layout;
      std::string const code = printed(line.order, PacketFormat::Text, 1, 1).at(0);
      auto const number = listed(line.order.codes)[1];
      std::string forged = code;
      char& first = forged[layout.parts().tail.offset];
      first = first == 'A' ? 'B' : 'A';
      EXPECT_EQ(error_of(resolve_one(forged, Tails::Optional)), "TAIL_WRONG") << forged;

      std::string const identity = code.substr(0, layout.identity_length());
      EXPECT_EQ(resolve_one(identity, Tails::Optional).code, number);
      EXPECT_FALSE(resolve_one(identity, Tails::Optional).tail_verified);
      EXPECT_EQ(error_of(resolve_one(identity, Tails::Required)), "TAIL_MISSING");

      Series const& series = *book_->find(line.order.series);
      std::string serial(line.form->serial.length, '9');
      if (series.kind == SeriesKind::Operator)
        book_->permutation(series).value()->serials(static_cast<std::uint64_t>(book_->issued(series)), 1,
                                                    serial.data(), serial.size());
      std::string unissued = code;
      unissued.replace(layout.parts().serial.offset, serial.size(), serial);
      EXPECT_EQ(error_of(resolve_one(unissued, Tails::Required)), "CODE_NOT_ISSUED") << unissued;

      std::string foreign = code;
      foreign.replace(layout.parts().gtin.offset, 14, gtin_of(900'000).text());
      EXPECT_EQ(error_of(resolve_one(foreign, Tails::Required)), "CODE_NOT_ISSUED");
    }
  }

  std::vector<Line> lines_;
};

// What was printed for an order is read back as exactly the codes of the order, whatever the template, the
// format of the packet, and the process that reads.
TEST_P(CountriesTest, PrintedCodesResolve) {
  for (std::string const code : {"ru", "uz"}) {
    SCOPED_TRACE(code);
    lines_.clear();
    order_everything(code);
    if (HasFatalFailure()) return;
    expect_codes_come_back();
    expect_refusals();
    restart();
    expect_codes_come_back();
    auto writer = store().writer();
    ASSERT_TRUE(
        (*writer)->script("DELETE FROM custom_serial; DELETE FROM series; DELETE FROM order_line; "
                          "DELETE FROM code_order"));
  }
}

// An order read from the table prints what the order in memory printed.
TEST_P(CountriesTest, StoredOrdersPrintTheSame) {
  order_everything("ru");
  if (HasFatalFailure()) return;
  auto const reader = store().reader();
  auto const stored = find_order(**reader, kOrder);
  ASSERT_TRUE(stored && *stored);
  ASSERT_EQ((*stored)->lines.size(), lines_.size());
  for (std::size_t i = 0; i < lines_.size(); i += 7) {
    auto const count = lines_[i].order.codes.size();
    EXPECT_EQ(printed((*stored)->lines[i], PacketFormat::Csv, 0, count),
              printed(lines_[i].order, PacketFormat::Csv, 0, count));
  }
}

// A layout with a price has no code without one, nor with one that its field cannot hold.
TEST_P(CountriesTest, PricesAreAskedFor) {
  order_everything("ru");
  if (HasFatalFailure()) return;
  int priced = 0;
  for (Line& line : lines_) {
    if (!line.order.price) continue;
    ++priced;
    line.order.price.reset();
    auto const none = CodeWriter::make(line.order, *book_, *tails_, store(), PacketFormat::Text);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().name(), "PRICE_REFUSED");
    line.order.price = gs1::Price{gs1::kMaxPackPrice.minor_units + 1};
    EXPECT_FALSE(CodeWriter::make(line.order, *book_, *tails_, store(), PacketFormat::Text));
  }
  EXPECT_GT(priced, 0);
}

INSTANTIATE_TEST_SUITE_P(Engines, CountriesTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::emission
