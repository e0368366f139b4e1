// SPDX-License-Identifier: Apache-2.0
// The command line of OpenSSL as an independent peer: what it signs is verified here, what is signed here it
// verifies; its lists, answers and time stamps are believed.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <tuple>

#include "crypto/cms.hpp"
#include "crypto/cms_attributes.hpp"
#include "crypto/errors.hpp"
#include "crypto/holder.hpp"
#include "crypto/revocation_list.hpp"
#include "crypto/status_question.hpp"
#include "crypto/testing_authority.hpp"

namespace tamga::crypto {
namespace {

constexpr char const* kConfiguration = R"(
openssl_conf = start
oid_section = names
[names]
INNLE = 1.2.643.100.4
[start]
engines = engines
[engines]
gost = gost
[gost]
engine_id = gost
default_algorithms = ALL
[req]
distinguished_name = dn
prompt = no
x509_extensions = root
[dn]
CN = Peer Root
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[person]
basicConstraints = CA:FALSE
keyUsage = critical,digitalSignature,nonRepudiation
[stamps]
basicConstraints = CA:FALSE
extendedKeyUsage = critical,timeStamping
[ca]
default_ca = list
[list]
database = index.txt
[tsa]
default_tsa = clock
[clock]
serial = serial.txt
default_policy = 1.2.3.4.5
digests = sha256, md_gost12_256
)";
constexpr char const* kSubject =
    "/C=RU/O=OOO Obrazets/CN=OOO Obrazets/SN=Obraztsov/GN=Obrazets Obraztsovich/title=director"
    "/INNLE=9800000006/OGRN=1009800000000/INN=980000000020/SNILS=90000000081";
constexpr std::string_view kContent = "{\"document\":\"order\",\"n\":1}";

class OpensslPeer : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("tamga-peer-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
    write("openssl.cnf", kConfiguration);
    write("content", kContent);
    write("index.txt", "");
    write("serial.txt", "01\n");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(std::string const& name, std::string_view bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  [[nodiscard]] std::string read(std::string const& name) const {
    std::ifstream in(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  /// Whether `openssl ARGUMENTS` succeeds; what it says is in `log`.
  [[nodiscard]] bool openssl(std::string const& arguments) const {
    std::string const command = "cd " + folder_.string() +
                                " && ASAN_OPTIONS= OPENSSL_CONF=" + (folder_ / "openssl.cnf").string() +
                                " openssl " + arguments + " >log 2>&1";
    return std::system(command.c_str()) == 0;  // NOLINT(cert-env33-c)
  }
  void make_people(std::string const& algorithm, std::string const& parameters, std::string const& digest) {
    for (char const* name : {"root", "person"})
      ASSERT_TRUE(
          openssl("genpkey -algorithm " + algorithm + " -pkeyopt " + parameters + " -out " + name + ".key"));
    ASSERT_TRUE(openssl("req -new -x509 -key root.key -" + digest + " -days 30 -out root.crt"))
        << read("log");
    ASSERT_TRUE(openssl("req -new -utf8 -key person.key -" + digest + " -subj '" + kSubject + "' -out csr"))
        << read("log");
    ASSERT_TRUE(openssl("x509 -req -in csr -CA root.crt -CAkey root.key -CAcreateserial -days 20 -" + digest +
                        " -extfile openssl.cnf -extensions person -out person.crt"))
        << read("log");
  }
  void sign(std::string const& digest, std::string const& how) const {
    ASSERT_TRUE(openssl("cms -sign -binary -signer person.crt -inkey person.key -md " + digest + " " + how +
                        " -in content -outform DER -out message"))
        << read("log");
  }
  [[nodiscard]] CmsVerifier verifier() const {
    return CmsVerifier(TrustStore::from_pem(read("root.crt")).value());
  }

  std::filesystem::path folder_;
  UnixMs now_ = testing::later(SystemClock().now(), 1);
};

// CAdES-BES, plain, attached, and BER as it streams.
TEST_F(OpensslPeer, ItsSignaturesAreVerified) {
  struct Row {
    char const* algorithm;
    char const* parameters;
    char const* digest;
    char const* scheme;
  };
  for (Row const& row : {Row{"gost2012_256", "paramset:A", "md_gost12_256", "gost2012-256"},
                         Row{"gost2012_512", "paramset:A", "md_gost12_512", "gost2012-512"},
                         Row{"gost2001", "paramset:A", "md_gost94", "gost2001"},
                         Row{"RSA", "rsa_keygen_bits:2048", "sha256", "rsa-sha256"},
                         Row{"EC", "ec_paramgen_curve:P-256", "sha256", "ecdsa-sha256"}}) {
    make_people(row.algorithm, row.parameters, row.digest);
    for (char const* how : {"-cades", ""}) {
      sign(row.digest, how);
      auto const result = verifier().verify_detached(read("message"), kContent, now_);
      ASSERT_TRUE(result) << row.scheme << " " << how << describe(result.error());
      EXPECT_EQ(result->scheme, row.scheme);
      EXPECT_EQ(holder_of(result->certificate.subject()).value().tax_id, "9800000006");
      auto const other =
          verifier().verify_detached(read("message"), "{\"document\":\"order\",\"n\":2}", now_);
      EXPECT_TRUE(other.error().is(kCmsContentMismatch));
    }
    sign(row.digest, "-nodetach -stream -indef");
    auto const attached = verifier().verify_attached(read("message"), now_);
    ASSERT_TRUE(attached) << describe(attached.error());
    EXPECT_EQ(attached->content, kContent);
    sign(row.digest, "-noattr");
    auto const bare = verifier().verify_detached(read("message"), kContent, now_);
    EXPECT_TRUE(bare.error().is(kCmsNoSignedAttributes));
  }
}

// And it verifies ours, of every family whose names it knows.
TEST_F(OpensslPeer, VerifiesOurs) {
  for (testing::Family const& family : testing::kFamilies) {
    if (family.key == KeyAlgorithm::Ozdst) continue;
    CertificateOrder order = testing::order(family.key);
    order.not_after = testing::day("2034-01-01");
    SigningIdentity const person = testing::authority(family.key).issue(order).value();
    write("root.pem", testing::authority(family.key).root().pem());
    write("message", sign_detached(person, kContent, now_).value());
    EXPECT_TRUE(
        openssl("cms -verify -binary -cades -inform DER -in message -content content -CAfile root.pem "
                "-purpose any -out out"))
        << family.scheme << read("log");
    write("list.crl",
          testing::authority(family.key).revocation_list({}, now_, testing::later(now_, 60)).value());
    EXPECT_TRUE(openssl("crl -inform DER -in list.crl -CAfile root.pem -noout")) << read("log");
    EXPECT_NE(read("log").find("verify OK"), std::string::npos) << read("log");
  }
}

// Its time stamps are believed.
TEST_F(OpensslPeer, ItsTimeStampsAreRead) {
  for (auto const& [algorithm, parameters, digest] :
       {std::tuple("EC", "ec_paramgen_curve:P-256", "sha256"),
        std::tuple("gost2012_256", "paramset:A", "md_gost12_256")}) {
    make_people(algorithm, parameters, digest);
    std::string const name(digest);
    ASSERT_TRUE(openssl("req -new -key person.key -" + name + " -subj /CN=Clock -out csr")) << read("log");
    ASSERT_TRUE(openssl("x509 -req -in csr -CA root.crt -CAkey root.key -CAcreateserial -days 20 -" + name +
                        " -extfile openssl.cnf -extensions stamps -out clock.crt"))
        << read("log");
    sign(digest, "-cades");
    std::string const signed_message = read("message");
    unsigned char const* position = bytes_of(signed_message);
    CmsPtr const message(d2i_CMS_ContentInfo(nullptr, &position, static_cast<long>(signed_message.size())));
    CMS_SignerInfo* const info = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(message.get()), 0);
    write("signature", view_of(CMS_SignerInfo_get0_signature(info)));
    ASSERT_TRUE(openssl("ts -query -data signature -" + name + " -cert -out query")) << read("log");
    ASSERT_TRUE(openssl("ts -reply -section clock -queryfile query -signer clock.crt -inkey person.key -" +
                        name + " -token_out -out token"))
        << read("log");
    std::string const token = read("token");
    CMS_unsigned_add1_attr_by_NID(info, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token.data(),
                                  static_cast<int>(token.size()));
    std::string const stamped = der_of(message.get(), [](CMS_ContentInfo const* in, unsigned char** out) {
      return i2d_CMS_ContentInfo(in, out);
    });
    auto const result = verifier().verify_detached(stamped, kContent, now_);
    ASSERT_TRUE(result) << describe(result.error());
    ASSERT_TRUE(result->time_stamp);
    EXPECT_EQ(result->time_stamp->policy, "1.2.3.4.5");
    EXPECT_NEAR(static_cast<double>(result->time_stamp->time.value()), static_cast<double>(now_.value()),
                3e5);
  }
}

// Its lists and its responder are believed.
TEST_F(OpensslPeer, ItsListsAndAnswersAreRead) {
  make_people("EC", "ec_paramgen_curve:P-256", "sha256");
  Certificate const root = Certificate::from_pem(read("root.crt")).value();
  Certificate const person = Certificate::from_pem(read("person.crt")).value();
  for (bool const revoked : {false, true}) {
    std::string const end =
        revoked ? "R\t340101000000Z\t260215000000Z,keyCompromise\t" : "V\t340101000000Z\t\t";
    std::string serial = person.serial_hex();
    for (char& c : serial) c = static_cast<char>(std::toupper(c));
    write("index.txt", end + serial + "\tunknown\t/CN=x\n");
    auto const expected = revoked ? RevocationStatus::Revoked : RevocationStatus::Good;

    ASSERT_TRUE(openssl("ca -gencrl -keyfile root.key -cert root.crt -md sha256 -crldays 1 -out list.pem"))
        << read("log");
    auto const list = RevocationList::read(read("list.pem"), root.get(), now_);
    ASSERT_TRUE(list) << describe(list.error());
    EXPECT_TRUE(list->covers(person.get()));
    EXPECT_EQ(list->find(person.get()).status, expected);

    auto const question = StatusQuestion::about(person.get(), root.get()).value();
    write("question", question.der());
    ASSERT_TRUE(
        openssl("ocsp -index index.txt -CA root.crt -rsigner root.crt -rkey root.key -reqin question "
                "-ndays 1 -respout answer"))
        << read("log");
    auto const answer = question.read(read("answer"), now_, std::chrono::minutes(5));
    ASSERT_TRUE(answer) << describe(answer.error());
    EXPECT_EQ(answer->status, expected);
    EXPECT_EQ(answer->reason, revoked ? "keyCompromise" : "");
    EXPECT_EQ(answer->revoked_at, revoked ? std::optional(testing::day("2026-02-15")) : std::nullopt);
  }
}

}  // namespace
}  // namespace tamga::crypto
