package io.daybook.chain;

import io.daybook.ticketing.chain.ChainKey;
import io.daybook.ticketing.chain.IntentId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people need to know before they decide on remedies. */
public final class RemedyDesk {
  private static final int SHOWN = 100;

  private final JdbcClient jdbc;

  RemedyDesk(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the chain that remedies are for; absent before the journal is joined to one. */
  public Optional<ChainKey> chain() {
    return new LinkTable(jdbc).find().map(Link::key);
  }

  /** Returns whether a transaction of this is under way, so that something can be done about it. */
  public boolean isUnderWay(IntentId intent) {
    return new Intents(jdbc).open().stream().anyMatch(open -> open.id().equals(intent.value()));
  }

  /** Returns up to a hundred remedies that were asked for, the newest first. */
  public List<AskedRemedy> newest() {
    return new RemedyTable(jdbc).newest(SHOWN);
  }
}
