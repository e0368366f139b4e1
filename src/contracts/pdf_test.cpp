// SPDX-License-Identifier: Apache-2.0
#include "contracts/pdf.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <thread>

#include "contracts/errors.hpp"
#include "contracts/manifest.hpp"
#include "contracts/testing/samples.hpp"

namespace tamga::contracts {
namespace {

using testing::read_file;
using testing::sample;

constexpr char const* kNumber = "KM-2026-000017";

struct Drawn {
  std::vector<ContractText> texts;
  PdfMarks marks;
  std::string pdf;
};

Drawn draw(std::string const& country, ContractFacts const& facts) {
  Drawn out;
  out.texts = write_texts(*sample(country).templates.find(facts.kind), facts, kNumber).value();
  out.marks = {kNumber, facts.date, crypto::sha256(manifest_of(facts, kNumber, 1, out.texts))};
  auto pdf = draw_pdf(out.texts, out.marks);
  EXPECT_TRUE(pdf) << describe(pdf.error());
  out.pdf = pdf.value_or("");
  return out;
}

std::string without_spaces(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("\xC2\xA0")) {
      ++i;
    } else if (static_cast<unsigned char>(text[i]) > ' ') {
      out += text[i];
    }
  }
  return out;
}

class Pdf : public ::testing::Test {
 protected:
  Pdf() {
    std::filesystem::create_directories(folder_);
    if (char const* keep = std::getenv("TAMGA_KEEP_PDF")) kept_ = keep;
  }
  ~Pdf() override { std::filesystem::remove_all(folder_); }

  /// What another program reads in a part of every page; points from the left, from the top.
  std::string text_in(std::string const& pdf, int x, int width, int y, int height) {
    std::ofstream(folder_ / "contract.pdf", std::ios::binary) << pdf;
    std::string const command = "cd '" + folder_.string() + "' && pdftotext -raw -enc UTF-8 -x " +
                                std::to_string(x) + " -y " + std::to_string(y) + " -W " +
                                std::to_string(width) + " -H " + std::to_string(height) +
                                " contract.pdf text > log 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0) << read_file(folder_ / "log");
    return without_spaces(read_file(folder_ / "text"));
  }
  void keep(std::string const& name, std::string const& pdf) const {
    if (!kept_.empty()) std::ofstream(kept_ / (name + ".pdf"), std::ios::binary) << pdf;
  }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("tamga_contract_pdf." + std::to_string(getpid()));
  std::filesystem::path kept_;
};

// Every word of the agreed text, in order, is on the paper: both languages, parties and prices.
TEST_F(Pdf, SaysWhatTheTextsSay) {
  for (auto const& [country, group] : {std::pair("uz", "water"), std::pair("ru", "milk")}) {
    for (ContractFacts const& facts : {sample(country).facts, sample(country).codes(group)}) {
      Drawn const drawn = draw(country, facts);
      keep(std::string(country) + "_" + facts.kind, drawn.pdf);
      int const columns = static_cast<int>(drawn.texts.size());
      for (int column = 0; column < columns; ++column) {
        int const width = columns == 1 ? 510 : 249;
        std::string const seen = text_in(drawn.pdf, columns == 1 ? 50 : 52 + column * 258, width, 66, 720);
        for (Line const& line : lines_of(drawn.texts[static_cast<std::size_t>(column)].text)) {
          // Cells of a row that take two lines are read line by line.
          if (line.kind == LineKind::TableHead || line.kind == LineKind::TableRow) continue;
          // A paragraph may go on overleaf, where a form feed stands between.
          EXPECT_NE(seen.find(without_spaces(line.text)), std::string::npos) << line.text;
        }
        for (std::string const& fact :
             {facts.participant.name, facts.operator_party.name, facts.participant.account})
          EXPECT_NE(seen.find(without_spaces(fact)), std::string::npos) << fact;
        if (facts.group) {
          EXPECT_NE(seen.find(without_spaces(facts.group->prices.front().name.in(
                        drawn.texts[static_cast<std::size_t>(column)].language))),
                    std::string::npos);
        }
      }
      std::string const foot = text_in(drawn.pdf, 0, 596, 788, 50);
      EXPECT_NE(foot.find(crypto::hex(drawn.marks.manifest)), std::string::npos) << foot;
      EXPECT_NE(text_in(drawn.pdf, 0, 596, 36, 24).find(kNumber), std::string::npos);
    }
  }
}

// A contract can be drawn again in ten years; on several threads, too.
TEST_F(Pdf, SameFactsAreTheSameBytes) {
  Drawn const first = draw("uz", sample("uz").codes("water"));
  std::vector<std::string> others(3);
  std::vector<std::thread> threads;
  for (std::string& other : others)
    threads.emplace_back([&] { other = draw_pdf(first.texts, first.marks).value_or(""); });
  for (std::thread& thread : threads) thread.join();
  for (std::string const& other : others) EXPECT_TRUE(other == first.pdf);
  ContractFacts facts = sample("uz").codes("water");
  facts.participant.account.back() = '9';
  EXPECT_NE(draw("uz", facts).pdf, first.pdf);
}

// Two texts stand line beside line; when they do not run in parallel there is no such paper.
TEST_F(Pdf, TextsMustRunInParallel) {
  Drawn const drawn = draw("uz", sample("uz").facts);
  auto shorter = drawn.texts;
  shorter[1].text.resize(shorter[1].text.rfind('\n', shorter[1].text.size() - 2) + 1);
  auto const refused = draw_pdf(shorter, drawn.marks);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(kPdfFailed));
  EXPECT_TRUE(draw_pdf({}, drawn.marks).error().is(kPdfFailed));
}

// A word longer than a line and a text of many pages stay on the paper.
TEST_F(Pdf, LongTextsGoOnOverleaf) {
  ContractFacts facts = sample("ru").facts;
  facts.participant.name = std::string(900, 'W');
  Drawn const drawn = draw("ru", facts);
  std::string const seen = text_in(drawn.pdf, 50, 510, 66, 720);
  EXPECT_GE(std::count(seen.begin(), seen.end(), 'W'), 1800);
}

}  // namespace
}  // namespace tamga::contracts
