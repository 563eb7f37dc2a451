package io.daybook.projections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A projection may be handed an event again at any time. */
class RedeliveryIT {
  @Test
  void anyOldEventThatComesAgainChangesNothing() {
    try (var deliveries = new Deliveries()) {
      deliveries.deliver(Story.events());
      var before = deliveries.beans().checksums();

      for (int position = 0; position < deliveries.count(); position++) {
        deliveries.redeliver(position);
        assertThat(deliveries.beans().checksums()).as("event %d", position).isEqualTo(before);
      }
    }
  }

  @Test
  void theLastEventThatComesTwiceChangesNothing() {
    try (var deliveries = new Deliveries()) {
      for (Object event : Story.events()) {
        deliveries.deliver(event);
        var before = deliveries.beans().checksums();

        deliveries.redeliver(deliveries.count() - 1);

        assertThat(deliveries.beans().checksums()).as(event.toString()).isEqualTo(before);
      }
    }
  }
}
