package io.daybook.journal.audit;

/** Who holds which ticket; a place is never sold to two at once. */
final class TicketReplay implements AutoCloseable {
  private static final int PLACE = 0;
  private static final int CONTENT = 16;
  private static final int ISSUED_AT = 32;
  private static final int REVOKED = 40;
  private static final int HOLDER = 48;

  // By ticket: its place and content, the record that issued it, whether it was revoked.
  private final ScratchTable tickets = new ScratchTable(64);
  // By place: the live ticket and the record that issued it; zeros if there is none.
  private final ScratchTable livePlaces = new ScratchTable(8);
  private final StateSink sink;
  private long live;

  TicketReplay(StateSink sink) {
    this.sink = sink;
  }

  /** What a ticket admits to: the n-th of its type at a show. */
  record Place(String show, String ticketType, long serial) {
    private ShortHash key() {
      return ShortHash.of(show + "\t" + ticketType + "\t" + serial);
    }
  }

  /** One ticket as it was issued. */
  record Ticket(String id, Place place, String holder) {
    static Ticket read(StrictJson event) {
      var place = new Place(event.text("show"), event.text("ticketType"), event.integer("serial"));
      return new Ticket(event.text("ticket"), place, event.text("holder"));
    }

    /** Returns the row of the read model that this ticket gives. */
    String row(boolean isLive) {
      return String.join(
          "\t",
          id,
          place.show(),
          place.ticketType(),
          "" + place.serial(),
          holder,
          isLive ? "ISSUED" : "REVOKED");
    }
  }

  void issue(long leafIndex, StrictJson event) {
    var ticket = Ticket.read(event);
    event.text("order");
    var key = ShortHash.of(ticket.id());
    RuleViolation.unless(
        tickets.find(key) == ScratchTable.NOWHERE, "ticket", "issued once", ticket.id() + " again");
    ShortHash placeKey = ticket.place().key();
    long place = livePlaces.find(placeKey);
    if (place == ScratchTable.NOWHERE) {
      place = livePlaces.add(placeKey);
    } else if (livePlaces.get(place, 0) != 0) {
      throw new RuleViolation(
          "one live ticket for " + ticket.place(),
          "only that of record " + (livePlaces.get(place, 0) - 1),
          "also " + ticket.id());
    }
    livePlaces.set(place, 0, leafIndex + 1);
    long at = tickets.add(key);
    tickets.setKey(at, PLACE, placeKey);
    tickets.setKey(at, CONTENT, ShortHash.of(ticket.row(true)));
    tickets.set(at, ISSUED_AT, leafIndex);
    tickets.setKey(at, HOLDER, ShortHash.of(ticket.holder()));
    live++;
    sink.issued(ticket);
  }

  void revoke(StrictJson event) {
    String id = event.text("ticket");
    long at = tickets.find(ShortHash.of(id));
    if (at == ScratchTable.NOWHERE) {
      throw new RuleViolation("ticket", "issued before it is revoked", id + " never was");
    }
    RuleViolation.unless(tickets.get(at, REVOKED) == 0, "ticket", "revoked once", id + " again");
    tickets.set(at, REVOKED, 1);
    live--;
    livePlaces.set(livePlaces.find(tickets.getKey(at, PLACE)), 0, 0);
    sink.revoked(id);
  }

  ModelRows rows() {
    return new Rows();
  }

  ModelRows owners() {
    return new Owners();
  }

  /** The tickets as the read model shows them. */
  private class Rows implements ModelRows {
    @Override
    public long count() {
      return tickets.count();
    }

    @Override
    public String key(String[] columns) {
      return columns[0];
    }

    @Override
    public long find(String[] columns) {
      return columns.length == 6 ? tickets.find(ShortHash.of(columns[0])) : ScratchTable.NOWHERE;
    }

    @Override
    public boolean matches(long place, String[] columns) {
      boolean isLive = isLive(place);
      columns = columns.clone();
      boolean sameState = columns[5].equals(isLive ? "ISSUED" : "REVOKED");
      columns[5] = "ISSUED";
      return sameState
          && ShortHash.of(String.join("\t", columns)).equals(tickets.getKey(place, CONTENT));
    }

    @Override
    public long next(long place) {
      return tickets.next(place);
    }

    @Override
    public long recordOf(long place) {
      return tickets.get(place, ISSUED_AT);
    }

    @Override
    public String describe(long place, StrictJson record) {
      return Ticket.read(record).row(isLive(place));
    }
  }

  /** The holders of live tickets, as a chain knows them. */
  private final class Owners extends Rows {
    @Override
    public long count() {
      return live;
    }

    @Override
    public long find(String[] columns) {
      long place =
          columns.length == 2 ? tickets.find(ShortHash.of(columns[0])) : ScratchTable.NOWHERE;
      return place >= 0 && isLive(place) ? place : ScratchTable.NOWHERE;
    }

    @Override
    public boolean matches(long place, String[] columns) {
      return ShortHash.of(columns[1]).equals(tickets.getKey(place, HOLDER));
    }

    @Override
    public long next(long place) {
      long next = tickets.next(place);
      while (next >= 0 && !isLive(next)) {
        next = tickets.next(next + 1);
      }
      return next;
    }

    @Override
    public String describe(long place, StrictJson record) {
      return record.text("ticket") + "\t" + record.text("holder");
    }
  }

  private boolean isLive(long place) {
    return tickets.get(place, REVOKED) == 0;
  }

  @Override
  public void close() {
    tickets.close();
    livePlaces.close();
  }
}
