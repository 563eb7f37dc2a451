package io.daybook.ticketing.sale;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.CommandSender;
import io.daybook.ledger.DomainError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Accepts every command but those that a test wants refused, and remembers them all. */
final class RecordingSender implements CommandSender {
  private final List<Object> sent = new ArrayList<>();
  private final Map<Object, RuntimeException> failures = new HashMap<>();

  void refuse(Object command, DomainError error) {
    failures.put(command, new CommandRefused(error));
  }

  void fail(Object command, RuntimeException failure) {
    failures.put(command, failure);
  }

  void accept(Object command) {
    failures.remove(command);
  }

  @Override
  public void send(Object command) {
    sent.add(command);
    if (failures.containsKey(command)) {
      throw failures.get(command);
    }
  }

  /** Returns what was sent since the last call. */
  List<Object> take() {
    List<Object> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }
}
