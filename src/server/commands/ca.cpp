// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <memory>

#include "server/commands/command.hpp"
#include "server/test_authority.hpp"

namespace tamga::server {
namespace {

struct Asked {
  std::string folder;
  std::string form = "uzbek";
  std::string organization;
  std::string person;
  std::string tax_id;
  std::string registry_id;
  std::string person_id;
  std::string out;
  std::string password = "tamga";
  int days = 365;
};

Result<std::string> init(Asked const& asked) {
  TAMGA_ASSIGN(authority, TestAuthority::open_or_create(asked.folder, SystemClock().now()));
  return fmt::format("authority: {}\n", authority.root_file().string());
}

Result<std::string> issue(Asked const& asked) {
  UnixMs const now = SystemClock().now();
  TAMGA_ASSIGN(authority, TestAuthority::open_or_create(asked.folder, now));
  auto subject = asked.form == "uzbek"
                     ? crypto::uzbek_subject(asked.organization, asked.person, asked.tax_id, asked.person_id)
                     : crypto::russian_subject(asked.organization, asked.person, asked.tax_id,
                                               asked.registry_id, asked.person_id);
  TAMGA_ASSIGN(identity, authority.issue(std::move(subject), now, asked.days));
  TAMGA_ASSIGN(pem, identity.pem());
  TAMGA_ASSIGN(p12, identity.pkcs12(asked.password, asked.person));
  TAMGA_TRY(write_private_file(asked.out + ".pem", pem));
  TAMGA_TRY(write_private_file(asked.out + ".p12", p12));
  return fmt::format("certificate: {}.pem, {}.p12 (SHA-256 {})\n", asked.out, asked.out,
                     crypto::hex(identity.certificate().sha256()));
}

}  // namespace

void add_ca(CLI::App& app, Run& run) {
  auto const asked = std::make_shared<Asked>();
  CLI::App* ca =
      app.add_subcommand("ca", "A test authority: never for a real installation")->require_subcommand(1);
  CLI::App* first = ca->add_subcommand("init", "Make the authority of a folder");
  first->add_option("folder", asked->folder)->required();
  first->callback([&run, asked] { run = [asked] { return report(init(*asked)); }; });

  CLI::App* one = ca->add_subcommand("issue", "Issue a certificate with its key");
  one->add_option("folder", asked->folder, "Folder of the authority")->required();
  one->add_option("--out", asked->out, "Names of the files, without ending")->required();
  one->add_option("--form", asked->form, "Fields of the certificate")
      ->check(CLI::IsMember({"uzbek", "russian"}));
  one->add_option("--organization", asked->organization)->required();
  one->add_option("--person", asked->person)->required();
  one->add_option("--tax-id", asked->tax_id)->required();
  one->add_option("--registry-id", asked->registry_id);
  one->add_option("--person-id", asked->person_id)->required();
  one->add_option("--password", asked->password, "Of the .p12 file")->capture_default_str();
  one->add_option("--days", asked->days, "Term; negative: it ran out that many days ago")
      ->capture_default_str();
  one->callback([&run, asked] { run = [asked] { return report(issue(*asked)); }; });
}

}  // namespace tamga::server
