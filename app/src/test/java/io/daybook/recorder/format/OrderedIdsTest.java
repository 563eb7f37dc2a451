package io.daybook.recorder.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class OrderedIdsTest {
  @Test
  void axonTakesItsIdsFromHere() {
    assertThat(IdentifierFactory.getInstance()).isInstanceOf(OrderedIds.class);
  }

  @Test
  void idsAreUuidsOfVersionSeven() {
    UUID id = UUID.fromString(new OrderedIds().generateIdentifier());

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void aLaterIdIsTheGreaterOne() throws InterruptedException {
    String earlier = new OrderedIds().generateIdentifier();
    Thread.sleep(2);

    assertThat(new OrderedIds().generateIdentifier()).isGreaterThan(earlier);
  }

  @Test
  void noIdComesTwice() {
    var ids = new HashSet<String>();
    for (int i = 0; i < 100_000; i++) {
      ids.add(new OrderedIds().generateIdentifier());
    }

    assertThat(ids).hasSize(100_000);
  }
}
