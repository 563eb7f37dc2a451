package io.daybook.recorder.store;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;

/** The journal. */
class JournalConformanceIT extends EventStoreConformance {
  private final TestLedger ledger = new TestLedger(TestServer.shared().newDatabase());

  @Override
  EventStore store() {
    return ledger.journal().eventStore();
  }

  @Override
  boolean refusesConflicts() {
    return true;
  }

  @Override
  boolean keepsSnapshots() {
    return true;
  }

  @AfterEach
  void close() {
    ledger.close();
  }
}
