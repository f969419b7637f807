#include "wasm/core/base/sha256.hpp"

#include <catch2/catch.hpp>

using plumb::sha256;

// FIPS 180-4 examples and NIST's long message.
TEST_CASE("SHA-256 of the standard's examples") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 around the ends of a block: 55 bytes leave room for the length, 56 do not, 64 are one block") {
  const auto of = [](std::size_t bytes) { return sha256(std::string(bytes, 'a')).substr(0, 16); };
  CHECK(of(55) == "9f4390f8d30c2dd9");
  CHECK(of(56) == "b35439a4ac6f0948");
  CHECK(of(63) == "7d3e74a05d7db15b");
  CHECK(of(64) == "ffe054fe7ae0cb6d");
  CHECK(of(65) == "635361c48bb9eab1");
  CHECK(of(128) == "6836cf13bac400e9");
}
