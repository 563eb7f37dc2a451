package io.daybook.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.journal.merkle.Frontier;
import io.daybook.journal.merkle.TileId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LogFilesTest {
  @Test
  void pathsAreThoseOfTlogTiles() {
    assertThat(LogLayout.tile(0, 0, 256)).isEqualTo("tile/0/000");
    assertThat(LogLayout.tile(1, 1234067, 256)).isEqualTo("tile/1/x001/x234/067");
    assertThat(LogLayout.entries(999, 255)).isEqualTo("tile/entries/999.p/255");
    assertThat(LogLayout.records(1000, 1)).isEqualTo("records/x001/000.p/1");
    assertThat(LogLayout.checkpoint(7)).isEqualTo("checkpoints/7");
    assertThatThrownBy(() -> LogLayout.tile(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LogLayout.tile(0, 0, 257))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTreeOf70000LeavesHasTheTilesOfTheSpecification() {
    assertThat(TileId.hashesAt(0, 70_000) / 256).isEqualTo(273);
    assertThat(TileId.partial(70_000))
        .containsExactly(new TileId(0, 273, 112), new TileId(1, 1, 17), new TileId(2, 0, 1));
    assertThat(TileId.partial(256)).containsExactly(new TileId(1, 0, 1));
    assertThat(LogLayout.bundles(70_000)).isEqualTo(274);
    assertThat(LogLayout.bundleWidth(273, 70_000)).isEqualTo(112);
    assertThat(LogLayout.bundles(0)).isZero();
  }

  @Test
  void bundlesReadBackAsTheyWere() throws IOException {
    var headers = List.of(new byte[] {1}, new byte[0], new byte[Header.MAX_BYTES]);
    assertThat(EntryBundle.decode(EntryBundle.encode(headers))).containsExactlyElementsOf(headers);

    var rows = List.of(row(0, new byte[0]), row(1, new byte[1000]), erased(2));
    var bundle = new RecordBundle(new ByteArrayInputStream(RecordBundle.encode(rows)));
    for (StoredRecord row : rows) {
      assertThat(bundle.next()).contains(row);
    }
    assertThat(bundle.next()).isEmpty();
  }

  @Test
  void bundlesHoldAtMost256() {
    assertThat(EntryBundle.encode(Collections.nCopies(256, new byte[1]))).hasSize(768);
    assertThatThrownBy(() -> EntryBundle.encode(Collections.nCopies(257, new byte[1])))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EntryBundle.decode(new byte[257 * 2]))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void aPayloadMayHaveEightMebibytesAndNotOneByteMore() {
    var largest = row(0, new byte[StoredRecord.MAX_PAYLOAD_BYTES]);
    assertThat(StoredRecord.decode(largest.encode())).isEqualTo(largest);
    assertThatThrownBy(() -> row(0, new byte[StoredRecord.MAX_PAYLOAD_BYTES + 1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saltAndPayloadGoTogether() {
    var salt = Bytes.of(new byte[32]);
    assertThatThrownBy(() -> new StoredRecord(0, facts(), salt, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StoredRecord(0, facts(), Bytes.of(new byte[31]), salt))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFrontierOfTheWrongLengthIsRefused() {
    var frontier = new Frontier();
    frontier.append(RecordHash.ZERO);
    byte[] encoded = frontier.encode();
    assertThat(Frontier.decode(encoded).size()).isEqualTo(1);
    encoded[7] = 3;
    assertThatThrownBy(() -> Frontier.decode(encoded)).isInstanceOf(MalformedException.class);
    encoded[0] = -1;
    assertThatThrownBy(() -> Frontier.decode(encoded)).isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> Frontier.decode(new byte[3])).isInstanceOf(MalformedException.class);
  }

  private static StoredRecord row(long index, byte[] payload) {
    return new StoredRecord(index, facts(), Bytes.of(new byte[32]), Bytes.of(payload));
  }

  private static StoredRecord erased(long index) {
    return new StoredRecord(index, facts(), null, null);
  }

  private static EventFacts facts() {
    return new EventFacts(
        new StreamPosition(null, "agg_1", 0),
        "evt_1",
        0,
        new PayloadFormat("t", null, "application/json"),
        new TreeMap<>());
  }
}
