package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.journal.Bytes;
import io.daybook.journal.Header;
import io.daybook.journal.MalformedException;
import io.daybook.journal.merkle.InclusionProof;
import io.daybook.journal.merkle.TileNodes;
import io.daybook.journal.proof.Receipt;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a buyer keeps and checks without anybody's help. */
class ReceiptTest {
  private final SampleLog log = SampleLog.of(SampleEvents.story(300));
  private final byte[] receipt = receipt(40, 41, 290).format().getBytes(UTF_8);
  private final StringWriter out = new StringWriter();

  @TempDir private Path folder;

  @Test
  void isCheckedUnderTheKeysThatTheBuyerHolds() throws IOException {
    assertThat(check(receipt)).isZero();
    assertThat(out.toString())
        .contains("PROVED: record 40 of")
        .contains("PROVED: record 290 of")
        .contains("  payload {");
  }

  @Test
  void isTheSameAfterReading() {
    assertThat(Receipt.parse(receipt).format().getBytes(UTF_8)).isEqualTo(receipt);
  }

  @Test
  void everyChangedByteIsNoticed() throws IOException {
    for (int at = 0; at < receipt.length; at += 37) {
      byte[] changed = receipt.clone();
      changed[at] ^= 1;
      assertThat(check(changed)).as("byte %s", at).isEqualTo(1);
    }
  }

  @Test
  void aReceiptThatIsCutOffIsNoReceipt() throws IOException {
    for (int length = 1; length < receipt.length; length += 101) {
      assertThat(check(Arrays.copyOf(receipt, length))).as("length %s", length).isEqualTo(1);
    }
  }

  @Test
  void aPayloadOfAnotherRecordIsNoticed() throws IOException {
    var items = new ArrayList<>(receipt(40, 41).items());
    var first = items.get(0);
    var second = items.get(1);
    items.set(
        0,
        new Receipt.Item(
            first.leafIndex(), first.header(), second.salt(), second.payload(), first.path()));
    var forged = new Receipt(items, new String(log.checkpoint(300), UTF_8));

    assertThat(check(forged.format().getBytes(UTF_8))).isEqualTo(1);
    assertThat(out.toString()).contains("NOT PROVED").contains("the payload is not the one");
  }

  @Test
  void anErasedPayloadIsSaidToBeErased() throws IOException {
    var item = receipt(40).items().getFirst();
    var erased = new Receipt.Item(40, item.header(), null, null, item.path());
    var kept = new Receipt(List.of(erased), new String(log.checkpoint(300), UTF_8));

    assertThat(check(kept.format().getBytes(UTF_8))).isZero();
    assertThat(out.toString()).contains("payload (erased)");
  }

  @Test
  void theRecordsRiseAndAreNotTooMany() {
    var item = receipt(40).items().getFirst();
    var note = new String(log.checkpoint(300), UTF_8);

    assertThatThrownBy(() -> new Receipt(List.of(item, item), note))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Receipt(List.of(), note))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> Receipt.parse((Receipt.MAGIC + "\nrecords 2000000000\n\n").getBytes(UTF_8)))
        .isInstanceOf(MalformedException.class);
  }

  private Receipt receipt(int... indexes) {
    var files = log.files();
    var nodes = new TileNodes(300, tile -> Objects.requireNonNull(files.get(tile.path())));
    var items =
        IntStream.of(indexes)
            .mapToObj(index -> {
              Header header = log.headers.get(index);
              var row = log.rows.get(index);
              return new Receipt.Item(
                  index,
                  Bytes.of(header.encode()),
                  row.salt(),
                  row.payload(),
                  InclusionProof.of(index, 300, nodes).path());
            })
            .toList();
    return new Receipt(items, new String(log.checkpoint(300), UTF_8));
  }

  private int check(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("purchase.daybook-receipt"), bytes);
    var arguments = new ArrayList<>(List.of("check", file.toString()));
    SampleLog.keys().forEach(key -> arguments.addAll(List.of("--key", key.format())));
    return Auditor.run(
        new PrintWriter(out),
        new PrintWriter(new StringWriter()),
        arguments.toArray(String[]::new));
  }
}
