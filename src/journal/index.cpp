// SPDX-License-Identifier: Apache-2.0
#include "journal/index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <tuple>

#include "base/varint.hpp"
#include "journal/errors.hpp"
#include "journal/journal.hpp"
#include "sql/bulk.hpp"
#include "sql/transaction.hpp"

namespace tamga::journal {
namespace {

using sql::ColumnKind;

constexpr int kLookedAt = 20'000;
constexpr int kRowsAtOnce = 500;

sql::Bulk const& index_table() {
  static sql::Bulk const table("journal_index", {{"participant"}, {"at"}, {"lane"}, {"last"}, {"part"}},
                               {{"signer"},
                                {"refused"},
                                {"action", ColumnKind::Text},
                                {"object", ColumnKind::Text},
                                {"address", ColumnKind::Text},
                                {"positions", ColumnKind::Blob}});
  return table;
}

constexpr sql::Statement kBackwards{
    "journal.index",
    "SELECT at, lane, last, part, signer, refused, action, object, address, positions FROM journal_index "
    "WHERE participant = $1 AND (at, lane, last, part) <= ($2, $3, $4, $5) AND at >= $6 "
    "ORDER BY at DESC, lane DESC, last DESC, part DESC LIMIT $7"};
constexpr sql::Statement kCommit{"journal.commit",
                                 "SELECT entries FROM journal WHERE lane = $1 AND sequence = $2"};
constexpr sql::Statement kIndexed{"journal.indexed", "SELECT participant FROM journal_index LIMIT 1"};
constexpr sql::Statement kForwards{
    "journal.forwards",
    "SELECT lane, sequence, entries FROM journal WHERE (lane, sequence) > ($1, $2) ORDER BY lane, sequence "
    "LIMIT $3"};

/// The first eight bytes of a certificate's digest: as good as all of them to find by.
std::int64_t signer_of(std::string_view certificate) {
  std::uint64_t out = 0;
  if (certificate.size() < sizeof out) return 0;
  for (std::size_t i = 0; i < sizeof out; ++i) out = out << 8U | static_cast<unsigned char>(certificate[i]);
  return static_cast<std::int64_t>(out);
}

bool is_refused(Entry const& entry) { return entry.result == "refused" || entry.result == "rejected"; }

/// What entries of a commit share to stand in one row.
struct Group {
  Entry const* first;
  std::string positions;
  std::int64_t previous = 0;
  int count = 0;

  void add(std::int64_t position) {
    put_varint(positions, static_cast<std::uint64_t>(position - previous));
    previous = position;
    ++count;
  }
};

std::vector<std::int64_t> positions_in(std::string_view bytes) {
  std::vector<std::int64_t> out;
  ByteReader reader(bytes);
  std::int64_t at = 0;
  while (!reader.done() && reader.ok()) {
    at += static_cast<std::int64_t>(reader.varint());
    out.push_back(at);
  }
  return out;
}

struct Line {
  Cursor at;
  std::string object;
  std::string address;
  std::vector<std::int64_t> positions;
};

bool by_object(Question const& question) { return !question.object.empty() || question.objects; }
bool is_about(Question const& question, std::string_view object) {
  if (!question.object.empty() && object != question.object) return false;
  return !question.objects ||
         std::find(question.objects->begin(), question.objects->end(), object) != question.objects->end();
}

bool wanted(Question const& question, sql::Row const& row) {
  std::string_view const action = row.text(6);
  std::string_view const object = row.text(7);
  if (question.refused && *question.refused != (row.int64(5) != 0)) return false;
  if (!question.action.empty()) {
    bool const prefix = question.action.back() == '.';
    if (prefix ? !action.starts_with(question.action) : action != question.action) return false;
  }
  // A row of several entries has no object of its own: they are looked at themselves.
  if (!object.empty() && !is_about(question, object)) return false;
  if (question.certificates.empty()) return true;
  std::int64_t const signer = row.int64(4);
  return std::any_of(question.certificates.begin(), question.certificates.end(),
                     [&](std::string const& one) { return signer_of(one) == signer; });
}

/// Reads commits, each once.
class Commits {
 public:
  explicit Commits(sql::Connection& connection) : connection_(&connection) {}

  Result<std::vector<Entry> const*> find(std::int64_t lane, std::int64_t last) {
    auto const key = std::pair(lane, last);
    auto const known = entries_.find(key);
    if (known != entries_.end()) return &known->second;
    auto const bytes = [](sql::Row const& row) { return std::string(row.blob(0)); };
    TAMGA_ASSIGN(found, connection_->find(kCommit, bytes, lane, last));
    if (!found) return fail(Error(kJournalDamaged).log("the index names a commit that is not there"));
    TAMGA_ASSIGN(entries, entries_in(*found));
    return &entries_.emplace(key, std::move(entries)).first->second;
  }

 private:
  sql::Connection* connection_;
  std::map<std::pair<std::int64_t, std::int64_t>, std::vector<Entry>> entries_;
};

bool is_same_row(Cursor const& a, Cursor const& b) {
  return std::tie(a.at, a.lane, a.last, a.part) == std::tie(b.at, b.lane, b.last, b.part);
}

Cursor beginning(Question const& question, std::optional<Cursor> const& after) {
  if (after && after->at < question.until.value()) return *after;
  constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
  return {.at = question.until.value() - 1, .lane = kLargest, .last = kLargest, .part = kLargest, .shown = 0};
}

}  // namespace

std::string Cursor::text() const { return fmt::format("{}.{}.{}.{}.{}", at, lane, last, part, shown); }

std::optional<Cursor> Cursor::parse(std::string_view text) {
  std::array<std::int64_t, 5> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    auto const end = text.find('.');
    if ((end == std::string_view::npos) != (i + 1 == numbers.size())) return std::nullopt;
    std::string_view const one = text.substr(0, end);
    auto const [stop, error] = std::from_chars(one.data(), one.data() + one.size(), numbers[i]);
    if (error != std::errc() || stop != one.data() + one.size() || numbers[i] < 0) return std::nullopt;
    text.remove_prefix(std::min(one.size() + 1, text.size()));
  }
  return Cursor{numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]};
}

Result<Page> find_entries(sql::Connection& connection, Question const& question,
                          std::optional<Cursor> const& after, int limit) {
  Cursor const start = beginning(question, after);
  std::vector<Line> lines;
  std::size_t promised = 0;
  int looked_at = 0;
  Cursor reached = start;
  {
    TAMGA_ASSIGN(rows, connection.query(kBackwards, question.participant, start.at, start.lane, start.last,
                                        start.part, question.from, kLookedAt));
    while (promised <= static_cast<std::size_t>(limit)) {
      TAMGA_ASSIGN(more, rows.next());
      if (!more) break;
      sql::Row const& row = rows.row();
      ++looked_at;
      Line line{{row.int64(0), row.int64(1), row.int64(2), row.int64(3), 0},
                std::string(row.text(7)),
                std::string(row.text(8)),
                positions_in(row.blob(9))};
      reached = line.at;
      reached.shown = static_cast<std::int64_t>(line.positions.size());
      if (!wanted(question, row)) continue;
      // Of a row of several the question may want none: it promises nothing.
      if (!by_object(question) || !line.object.empty()) promised += line.positions.size();
      if (is_same_row(line.at, start)) promised -= std::min(promised, static_cast<std::size_t>(start.shown));
      lines.push_back(std::move(line));
    }
  }
  Page page;
  Commits commits(connection);
  for (Line const& line : lines) {
    TAMGA_ASSIGN(entries, commits.find(line.at.lane, line.at.last));
    bool const resumed = is_same_row(line.at, start);
    std::int64_t shown = 0;
    for (auto position = line.positions.rbegin(); position != line.positions.rend(); ++position, ++shown) {
      if (resumed && shown < start.shown) continue;
      auto const index = static_cast<std::size_t>(*position);
      if (index >= entries->size()) return fail(Error(kJournalDamaged).log("position beyond its commit"));
      Entry const& entry = (*entries)[index];
      if (!is_about(question, entry.object)) continue;
      if (page.entries.size() == static_cast<std::size_t>(limit)) {
        page.next = line.at;
        page.next->shown = shown;
        return page;
      }
      std::int64_t const first = line.at.last - static_cast<std::int64_t>(entries->size()) + 1;
      page.entries.push_back({line.at.lane, first + *position, entry, line.address});
    }
  }
  if (looked_at == kLookedAt || promised > static_cast<std::size_t>(limit)) page.next = reached;
  return page;
}

Result<void> insert_index(sql::Connection& connection, std::int64_t lane, std::int64_t last,
                          std::span<Entry const> entries) {
  using Key = std::tuple<std::int64_t, std::int64_t, std::string_view, bool, std::string_view,
                         std::string_view, std::int64_t>;
  std::map<Key, std::size_t> known;
  std::vector<Group> groups;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    Entry const& entry = entries[i];
    if (entry.participant == 0) continue;
    Key const key{entry.participant, signer_of(entry.certificate),
                  entry.action,      is_refused(entry),
                  entry.address,     entry.api_key,
                  entry.at.value()};
    auto const [at, fresh] = known.emplace(key, groups.size());
    if (fresh) groups.push_back({&entry, {}, 0, 0});
    groups[at->second].add(static_cast<std::int64_t>(i));
  }
  if (groups.empty()) return {};
  sql::Batch rows(11);
  rows.reserve(groups.size());
  for (std::size_t part = 0; part < groups.size(); ++part) {
    Group const& group = groups[part];
    Entry const& entry = *group.first;
    rows.add(entry.participant, entry.at, lane, last, static_cast<std::int64_t>(part),
             signer_of(entry.certificate), is_refused(entry), std::string_view(entry.action),
             group.count == 1 ? std::string_view(entry.object) : std::string_view(),
             std::string_view(entry.address), sql::Blob{group.positions});
  }
  TAMGA_TRY(index_table().insert(connection, rows, sql::OnExisting::Keep));
  return {};
}

Result<void> complete_index(sql::Store& store) {
  TAMGA_ASSIGN(writer, store.writer());
  auto const participant = [](sql::Row const& row) { return row.int64(0); };
  TAMGA_ASSIGN(indexed, writer->find(kIndexed, participant));
  if (indexed) return {};
  struct Commit {
    std::int64_t lane;
    std::int64_t last;
    std::string entries;
  };
  TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
  std::vector<Commit> commits;
  std::int64_t lane = -1;
  std::int64_t last = 0;
  do {
    commits.clear();
    {
      TAMGA_ASSIGN(rows, writer->query(kForwards, lane, last, kRowsAtOnce));
      TAMGA_TRY(rows.each([&](sql::Row const& row) {
        commits.push_back({row.int64(0), row.int64(1), std::string(row.blob(2))});
      }));
    }
    for (Commit const& commit : commits) {
      TAMGA_ASSIGN(entries, entries_in(commit.entries));
      TAMGA_TRY(insert_index(*writer, commit.lane, commit.last, entries));
      lane = commit.lane;
      last = commit.last;
    }
  } while (!commits.empty());
  return transaction.commit();
}

}  // namespace tamga::journal
