// SPDX-License-Identifier: Apache-2.0
// A signed document of 100 000 codes from its bytes to the durable verdict, against the sum of its parts and
// against PostgreSQL with a row for each code.
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "bench/measure/cpu_time.hpp"
#include "bench/measure/folder.hpp"
#include "bench/measure/must.hpp"
#include "bench/measure/report.hpp"
#include "bench/peers/postgres.hpp"
#include "bench/plant/office.hpp"
#include "bench/plant/printer.hpp"
#include "documents/kinds/all.hpp"
#include "ledger/effects.hpp"

namespace tamga::bench {
namespace {

constexpr int kRounds = 5;
constexpr std::string_view kKind = "withdraw";

/// Bytes that a producer sends, signed.
struct Letter {
  std::vector<std::int64_t> numbers;
  std::string body;
  std::string signature;
};

template <class Work>
Sample timed(Work&& work) {
  double const cpu = own_cpu();
  Stopwatch const watch;
  work();
  return {1 / watch.seconds(), own_cpu() - cpu};
}

class Documents {
 public:
  explicit Documents(std::int64_t codes) : size_(scaled(100'000, 5'000)) {
    {
      Plant plant(folder_.path());
      all_ = populate(plant, plant.form(gs1::TailKind::Mac44, 13), codes);
    }
    office_ = std::make_unique<Office>(folder_.path());
    printer_ = std::make_unique<Printer>(all_, office_->book(), office_->tails(), office_->store());
    // One round more than is counted, and one document for the parts of each shape.
    for (int i = 0; i < kRounds + 2; ++i) {
      std::vector<std::int64_t> line;
      for (; static_cast<std::int64_t>(line.size()) < size_; ++next_)
        if (!Population::sold(next_)) line.push_back(next_);
      line_.push_back(letter(std::move(line)));
    }
    // Scattered over what the contiguous ones leave alone.
    auto chosen = scattered(all_, size_ * (kRounds + 3), 1);
    std::erase_if(chosen, [&](std::int64_t n) { return n < next_; });
    require(static_cast<std::int64_t>(chosen.size()) >= size_ * (kRounds + 2), "the population is too small");
    for (int i = 0; i < kRounds + 2; ++i) {
      auto const from = chosen.begin() + i * size_;
      apart_.push_back(letter({from, from + size_}));
    }
  }

  Sample ours(std::vector<Letter>& letters, int round) {
    Letter& one = letters[static_cast<std::size_t>(round)];
    auto parcel = office_->parcel(std::move(one.body), std::move(one.signature));
    return timed([&] { Office::expect_accepted(office_->send(std::move(parcel)).get(), size_); });
  }

  /// Each by itself, with the same code: hash, signature, decoding, numbers of the codes, the effects written
  /// and flushed.
  Sample parts(std::vector<Letter> const& letters) const {
    Letter const& one = letters.back();
    auto const readers = office_->readers();
    std::string const effects = effects_of(one);
    auto const file =
        open((folder_.path() / "effects").c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    require(file >= 0, "no file for the effects");
    auto const sample = timed([&] {
      auto const hash = crypto::sha256(one.body);
      must(readers.verifier.verify_detached(one.signature, one.body, office_->now()));
      auto const json = must(shape::JsonDocument::open(one.body, {.max_bytes = std::size_t{100} << 20}));
      auto const work = documents::find_kind(kKind)->decode(json);
      require(work.has_value() && hash[0] + 1 > 0, "the document cannot be decoded");
      std::vector<std::string_view> texts;
      (*work)->naming().for_each_text([&](std::string_view text) { texts.push_back(text); });
      std::vector<emission::Resolved> resolved(texts.size());
      must(readers.resolver.resolve(texts, emission::Tails::Optional, resolved));
      require(::write(file, effects.data(), effects.size()) == static_cast<ssize_t>(effects.size()),
              "disk full");
      require(fdatasync(file) == 0, "fdatasync");
    });
    close(file);
    return sample;
  }

  [[nodiscard]] std::string effects_of(Letter const& one) const {
    std::vector<ledger::CodeNo> codes;
    for (std::int64_t const n : one.numbers) codes.push_back(all_.code(n));
    std::sort(codes.begin(), codes.end());
    ledger::Effects effects;
    effects.changes.push_back({ledger::Event::Retire, ledger::patch_of(ledger::Event::Retire).reason(7),
                               ledger::CodeSet::of_sorted(codes)});
    std::string bytes;
    effects.encode(bytes);
    return bytes;
  }

  [[nodiscard]] std::int64_t size() const { return size_; }
  [[nodiscard]] std::int64_t population() const { return all_.size(); }
  [[nodiscard]] std::size_t body_bytes() const { return line_.back().body.size(); }
  std::vector<Letter>& in_line() { return line_; }
  std::vector<Letter>& apart() { return apart_; }

 private:
  Letter letter(std::vector<std::int64_t> numbers) {
    Letter one;
    one.body = fmt::format(R"({{"kind":"{}","reason":"OWN_USE","primary_document":"Act 1","codes":[)", kKind);
    printer_->append_json(numbers, one.body);
    one.body += "]}";
    one.numbers = std::move(numbers);
    one.signature = office_->sign(one.body);
    return one;
  }

  Folder folder_;
  std::int64_t size_;
  Population all_;
  std::unique_ptr<Office> office_;
  std::unique_ptr<Printer> printer_;
  std::int64_t next_ = 0;
  std::vector<Letter> line_;
  std::vector<Letter> apart_;
};

/// The same without signature and JSON: the keys come in by COPY, one UPDATE, one INSERT, one commit.
class RowPerCode {
 public:
  RowPerCode(std::int64_t rows, std::int64_t size) : session_(postgres_.connect()), rows_(rows), size_(size) {
    make_code_rows(session_, rows);
    session_.run("CREATE TEMP TABLE named (code text NOT NULL)");
  }

  Sample contiguous(int round) { return document(bench::contiguous(1 + round * size_, size_)); }
  Sample scattered(int round) {
    std::vector<std::int64_t> numbers;
    std::int64_t const step = rows_ / size_;
    for (std::int64_t i = 0; i < size_; ++i) numbers.push_back(1 + i * 7919 % size_ * step + round % step);
    return document(numbers);
  }

 private:
  Sample document(std::vector<std::int64_t> const& numbers) {
    std::string lines;
    for (std::int64_t const n : numbers) lines += row_key(n) + '\n';
    double const server = postgres_.cpu_seconds();
    auto sample = timed([&] {
      session_.run("BEGIN");
      session_.copy("COPY named FROM STDIN", lines);
      session_.run("ANALYZE named");
      session_.run(fmt::format(
          "WITH changed AS (UPDATE code SET status = 4, changed = now() FROM named WHERE code.code = "
          "named.code AND "
          "status = status RETURNING id) INSERT INTO history SELECT id, {}, 13, now() FROM changed",
          ++documents_));
      session_.run("TRUNCATE named");
      session_.run("COMMIT");
    });
    sample.cpu_seconds += postgres_.cpu_seconds() - server;
    require(
        session_.number(fmt::format("SELECT count(*) FROM history WHERE document = {}", documents_)) == size_,
        "PostgreSQL changed another number of rows");
    return sample;
  }

  Postgres postgres_;
  Postgres::Session session_;
  std::int64_t rows_;
  std::int64_t size_;
  std::int64_t documents_ = 0;
};

int run() {
  Report report(4, "document", "A signed document of 100 000 codes, from its bytes to the durable verdict");
  Documents documents(scaled(100'000'000, 1'000'000));
  RowPerCode rows(scaled(10'000'000, 200'000), documents.size());
  auto const rounds =
      interleave({{"contiguous", [&](int round) { return documents.ours(documents.in_line(), round); }},
                  {"its parts", [&](int) { return documents.parts(documents.in_line()); }},
                  {"PostgreSQL, contiguous", [&](int round) { return rows.contiguous(round); }},
                  {"scattered", [&](int round) { return documents.ours(documents.apart(), round); }},
                  {"its parts, scattered", [&](int) { return documents.parts(documents.apart()); }},
                  {"PostgreSQL, scattered", [&](int round) { return rows.scattered(round); }}},
                 kRounds);
  Target const of_parts{.floor = 0.25, .aim = 0.5};
  Target const of_peer{.floor = 20, .aim = 100};
  report.compare(rounds, 0, 1, "documents/s", of_parts);
  report.compare(rounds, 3, 4, "documents/s", of_parts);
  report.compare(rounds, 0, 2, "documents/s", of_peer);
  report.compare(rounds, 3, 5, "documents/s", of_peer);
  report.note(fmt::format(
      "{} codes a document, {:.1f} MB of JSON with tails of 44 characters; {} codes in the store, "
      "{} rows in PostgreSQL",
      documents.size(), static_cast<double>(documents.body_bytes()) / 1e6, documents.population(),
      scaled(10'000'000, 200'000)));
  report.note(
      "Parts: SHA-256, signature, decoding, texts into numbers, the effects written and flushed. PostgreSQL "
      "gets keys without signature and JSON");
  return report.finish();
}

}  // namespace
}  // namespace tamga::bench

int main() { return tamga::bench::run(); }
