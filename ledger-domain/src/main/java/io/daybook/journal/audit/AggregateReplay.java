package io.daybook.journal.audit;

import io.daybook.journal.Bytes;
import io.daybook.journal.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state of one ticket or KYB case from its own records alone, by the rules that V19 goes by. It
 * takes one aggregate's records, so it costs as much as that has, however long the journal is.
 */
public final class AggregateReplay implements AutoCloseable {
  private final StateListing listing = new StateListing();
  private final DomainReplay domain = new DomainReplay(listing);
  private final List<String> violations = new ArrayList<>();

  /** Starts before the aggregate's first record. */
  public AggregateReplay() {}

  /** What the records of an aggregate add up to. */
  public sealed interface State {
    /**
     * A ticket.
     *
     * @param serial its number among those of its type at the show
     * @param isLive whether it still admits
     */
    record Ticket(String show, String ticketType, long serial, String holder, boolean isLive)
        implements State {}

    /**
     * A KYB case.
     *
     * @param name where it stands, such as {@code SUBMITTED}; {@code UNKNOWN} after an event that
     *     has no rules
     */
    record Case(String name) implements State {}
  }

  /** Takes the aggregate's next record; one that has no rules changes nothing. */
  public void add(StoredRecord row) {
    String type = row.facts().format().type();
    Bytes payload = row.payload();
    try {
      if (payload != null) {
        domain.apply(row.leafIndex(), type, payload);
      } else if (domain.knows(type)) {
        domain.applyErased(row.leafIndex(), type, row.facts().stream().aggregateId());
      }
    } catch (RuleViolation violation) {
      violations.add("record " + row.leafIndex() + ", " + type + ": " + violation.getMessage());
    }
  }

  /** Returns the state after the records so far; absent if they are of no ticket and no case. */
  public Optional<State> state() {
    Optional<State> ticket =
        listing.tickets().values().stream().findFirst().map(AggregateReplay::ticket);
    return ticket.or(
        () -> listing.cases().values().stream().findFirst().map(is -> new State.Case(is.name())));
  }

  private static State ticket(StateListing.Held held) {
    TicketReplay.Place place = held.ticket().place();
    return new State.Ticket(
        place.show(), place.ticketType(), place.serial(), held.ticket().holder(), held.isLive());
  }

  /** Returns which rules the records break, in words for people; none if none. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  @Override
  public void close() {
    domain.close();
  }
}
