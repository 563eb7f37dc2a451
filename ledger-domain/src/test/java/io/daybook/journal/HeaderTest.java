package io.daybook.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HeaderTest {
  private static final RecordHash COMMITMENT =
      PayloadCommitment.of(new byte[32], "{}".getBytes(UTF_8));
  private static final Header FIRST =
      new Header(
          "log.example",
          new EventFacts(
              new StreamPosition("Book", "book_1", 0),
              "evt_1",
              1_790_000_000_000L,
              new PayloadFormat("ledger.book.AccountOpened", null, "application/json"),
              new TreeMap<>(Map.of("channel", "rest", "actor", "usr_1"))),
          COMMITMENT,
          RecordHash.ZERO,
          null);

  @Test
  void theEncodingIsTheOneInTheDocumentation() {
    assertThat(HexFormat.of().formatHex(FIRST.encode()))
        .isEqualTo(
            "8e01" // array of 14, version 1
                + "6b6c6f672e6578616d706c65" // "log.example"
                + "64426f6f6b" // "Book"
                + "66626f6f6b5f31" // "book_1"
                + "00" // sequence
                + "656576745f31" // "evt_1"
                + "1b000001a0c4506c00" // timestamp
                + "78196c65646765722e626f6f6b2e4163636f756e744f70656e6564"
                + "f6" // no revision
                + "706170706c69636174696f6e2f6a736f6e" // "application/json"
                + "5820"
                + COMMITMENT.toHex()
                + "82" // two pairs, sorted
                + "82656163746f72657573725f31" // actor, usr_1
                + "82676368616e6e656c6472657374" // channel, rest
                + "5820"
                + "00".repeat(32)
                + "f6"); // no author
  }

  @Test
  void theHashesAreThoseInTheDocumentation() {
    assertThat(COMMITMENT.toHex())
        .isEqualTo("df5eeaf83f2eadfa3fff51c486f32864b718b324e27f7c8efaee500980b6c57e");
    assertThat(FIRST.leafHash().toHex())
        .isEqualTo("14fcaa63a1541f54e47ad19d358bb87a096d9406ebb4097ae2b458a262c1b857");
  }

  @Test
  void aHeaderReadsBackAsItWas() {
    var signed =
        new Header(
            FIRST.origin(),
            new EventFacts(
                new StreamPosition(null, "grün-€-𝄞", Long.MAX_VALUE),
                "evt_2",
                0,
                new PayloadFormat("t", "2", "application/cbor"),
                new TreeMap<>(Map.of("reason", ""))),
            COMMITMENT,
            FIRST.leafHash(),
            new Author("key-1", Bytes.of(new byte[64])));

    assertThat(Header.decode(signed.encode())).isEqualTo(signed);
    assertThat(Header.leafHash(signed.encode())).isEqualTo(signed.leafHash());
  }

  @Test
  void everyOtherEncodingIsRefusedWithItsPlace() {
    byte[] encoded = FIRST.encode();
    refused("9f", 0, 1, "indefinite"); // an indefinite array
    refused("1801", 1, 2, "shortest form"); // version 1 in two bytes
    refused("02", 1, 2, "version 2");
    refused("20", 1, 2, "negative integer");
    refused("f4", 1, 2, "simple");
    refused("c101", 1, 2, "tag");
    refused("1b8000000000000000", 1, 2, "2^63-1");
    refused("7b7fffffffffffffff", 2, 3, "exceeds");
    refused("60", 2, 14, "origin is empty");
    refused("6bff", 2, 4, "not UTF-8");
    assertThatThrownBy(() -> Header.decode(Arrays.copyOf(encoded, encoded.length + 1)))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("left over");
  }

  @Test
  void noBytesMakeItFailInAnotherWay() {
    long seed = Long.getLong("daybook.seed", System.nanoTime());
    System.out.println("HeaderTest -Ddaybook.seed=" + seed);
    var random = new Random(seed);
    for (int round = 0; round < 50_000; round++) {
      byte[] changed = FIRST.encode();
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      byte[] input = Arrays.copyOf(changed, random.nextInt(changed.length + 1));
      try {
        assertThat(Header.decode(input).encode()).isEqualTo(input);
      } catch (MalformedException e) {
        assertThat(e.offset()).isBetween(0L, (long) input.length);
      }
    }
  }

  @Test
  void metadataHasNoOtherKeys() {
    for (String key : List.of("Actor", "traceId", "")) {
      assertThatThrownBy(() ->
              new EventFacts(
                  FIRST.facts().stream(),
                  "e",
                  0,
                  FIRST.facts().format(),
                  new TreeMap<>(Map.of(key, "x"))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void textThatStoresWouldChangeIsRefused() {
    for (String text : List.of("", "a\0b", "\ud800", "\udc00x", "x".repeat(256), "é".repeat(128))) {
      assertThatThrownBy(() -> new StreamPosition(null, text, 0))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new StreamPosition(null, "é".repeat(127), 0).sequence()).isZero();
  }

  private static void refused(String hex, int from, int to, String reason) {
    byte[] encoded = FIRST.encode();
    byte[] part = HexFormat.of().parseHex(hex);
    byte[] changed = Arrays.copyOf(encoded, encoded.length - (to - from) + part.length);
    System.arraycopy(part, 0, changed, from, part.length);
    System.arraycopy(encoded, to, changed, from + part.length, encoded.length - to);
    assertThatThrownBy(() -> Header.decode(changed))
        .as(hex)
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining(reason);
  }
}
