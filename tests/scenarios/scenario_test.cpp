// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "base/testing/source_path.hpp"
#include "runner/player.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::scenario {
namespace {

using sql::Engine;
using sql::testing::FreshStore;

std::filesystem::path folder() { return source_path("tests") / "scenarios"; }

std::vector<std::filesystem::path> scenario_files() {
  std::vector<std::filesystem::path> out;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(folder()))
    if (entry.path().extension() == ".scenario") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

/// One scenario on one engine, and afterwards the ledger and the journal rebuilt from nothing.
class ScenarioTest : public ::testing::Test {
 public:
  ScenarioTest(std::filesystem::path file, Engine engine) : file_(std::move(file)), engine_(engine) {}

  void TestBody() override {
    try {
      Script const script = read_script(file_);
      check_words(script);
      FreshStore const store(engine_);
      Stage stage(script.country, store.address(), store.folder(), script.keys);
      Names names;
      for (std::string const& failure : play(script, stage, names)) ADD_FAILURE() << failure;
      EXPECT_EQ(stage.close_and_verify(), "");
    } catch (Mistake const& mistake) {
      FAIL() << mistake.what();
    }
  }

 private:
  std::filesystem::path file_;
  Engine engine_;
};

void enlist(std::filesystem::path const& file, Engine engine) {
  std::string name = file.parent_path().filename().string() + "_" + file.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  ::testing::RegisterTest(engine == Engine::Sqlite ? "OnSqlite" : "OnPostgres", name.c_str(), nullptr,
                          nullptr, __FILE__, __LINE__,
                          [file, engine]() -> ::testing::Test* { return new ScenarioTest(file, engine); });
}

}  // namespace
}  // namespace tamga::scenario

int main(int argc, char** argv) {
  for (auto const engine : tamga::sql::testing::chosen_engines())
    for (auto const& file : tamga::scenario::scenario_files()) tamga::scenario::enlist(file, engine);
  ::testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
