package io.daybook.retention;

import io.daybook.ledger.CommandSender;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import io.daybook.retention.RetentionCommand.CompleteErasure;
import io.daybook.retention.RetentionCommand.RecordErasure;
import io.daybook.retention.RetentionEvent.DataExpired;
import io.daybook.retention.RetentionEvent.ErasureApproved;
import io.daybook.security.UserAccounts;
import io.daybook.security.personal.DataClass;
import io.daybook.security.personal.DataKeyDestruction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries approved erasures out, step by step.
 *
 * <p>Each step may be repeated, and the event comes again until all were done: so an erasure that a
 * crash interrupts goes on after the next start. The journal's record comes before anything is
 * removed, so that no export ever lacks what no record explains.
 */
@ProcessingGroup(ErasureExecution.GROUP)
final class ErasureExecution {
  static final String GROUP = "erasure";

  private static final Logger LOG = LoggerFactory.getLogger(ErasureExecution.class);
  private static final String CASE = "kyb_";
  private static final int PART = 5_000;

  private final DataKeyDestruction keys;
  private final PersonalStreams streams;
  private final Leftovers leftovers;
  private final UserAccounts accounts;
  private final CommandSender commands;
  private final Cache aggregates;

  ErasureExecution(
      Removals removals, UserAccounts accounts, CommandSender commands, Cache aggregates) {
    this.keys = removals.keys();
    this.streams = removals.streams();
    this.leftovers = removals.leftovers();
    this.accounts = accounts;
    this.commands = commands;
    this.aggregates = aggregates;
  }

  /** The hands that remove. */
  record Removals(DataKeyDestruction keys, PersonalStreams streams, Leftovers leftovers) {}

  @EventHandler
  void on(ErasureApproved approved) {
    ErasureScope scope = approved.scope();
    Set<String> closed = keys.close(approved.person().value(), scope.classes());
    List<String> concerned = streams.under(closed);
    if (scope.level() == ErasureScope.Level.PAYLOADS) {
      removePayloads(approved, closed, concerned);
    } else {
      record(approved, List.copyOf(closed), List.of());
    }
    destroy(closed, concerned);
    if (scope.classes().contains(DataClass.ACCOUNT)) {
      UserId person = approved.person();
      leftovers.removeAnswers(person, DerivedId.of("org", person.value()));
      accounts.erase(person.value());
    }
    keys.replaceMaster();
    commands.send(new CompleteErasure(approved.subject(), approved.erasure()));
    LOG.info("Erasure {} is complete: {} keys", approved.erasure(), closed.size());
  }

  /** Until nothing is left: an event that was on its way may come after the first look. */
  private void removePayloads(
      ErasureApproved approved, Set<String> closed, Collection<String> concerned) {
    List<String> cases = concerned.stream().filter(id -> id.startsWith(CASE)).toList();
    List<String> unrecorded = List.copyOf(closed);
    List<ErasedRecord> left;
    do {
      left = streams.records(cases);
      record(approved, unrecorded, left);
      unrecorded = List.of();
      streams.remove(left);
      cases.forEach(aggregates::remove);
    } while (!left.isEmpty());
  }

  /** In parts, so that no event becomes too long. */
  private void record(ErasureApproved approved, List<String> keyIds, List<ErasedRecord> records) {
    int parts = Math.max(1, Math.ceilDiv(Math.max(keyIds.size(), records.size()), PART));
    for (int part = 0; part < parts; part++) {
      commands.send(
          new RecordErasure(
              approved.subject(), approved.erasure(), part(keyIds, part), part(records, part)));
    }
  }

  private static <T> List<T> part(List<T> all, int part) {
    int from = Math.min(all.size(), part * PART);
    return List.copyOf(all.subList(from, Math.min(all.size(), from + PART)));
  }

  private void destroy(Collection<String> keyIds, Collection<String> concerned) {
    keys.destroy(keyIds);
    leftovers.remove(keyIds, concerned);
    concerned.forEach(aggregates::remove);
  }

  /** The schedule's way: what ends by itself needs nobody's approval. */
  @EventHandler
  void on(DataExpired expired) {
    var keyIds = new ArrayList<>(expired.keys());
    destroy(keyIds, streams.under(keyIds));
  }
}
