package io.daybook.chain;

import io.daybook.chain.Intent.Attempt;
import io.daybook.chain.rpc.MinedTransaction;
import io.daybook.chain.rpc.SignedTransaction;
import io.daybook.chain.rpc.Signer.Call;
import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.TxHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is to be done on the chain, and every form in which it was signed. */
final class Intents {
  private final JdbcClient jdbc;

  Intents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds an intent; one that is there already stays as it is. */
  void add(String id, Intent.Kind kind, Call call) {
    jdbc.sql(
            """
            insert into chain.intents (intent_id, kind, target, calldata, gas)
            values (?, ?, ?, ?, ?) on conflict (intent_id) do nothing\
            """)
        .params(id, kind.name(), call.to().value(), call.data(), call.gas())
        .update();
  }

  List<Intent> waiting(int count) {
    return jdbc.sql("select * from chain.intents where state = 'WAITING' order by seq limit ?")
        .param(count)
        .query((row, _) -> intent(row))
        .list();
  }

  /** Returns what has a nonce and is not final, by nonce. */
  List<Intent> open() {
    return jdbc.sql("select * from chain.intents where state in ('SENT', 'MINED') order by nonce")
        .query((row, _) -> intent(row))
        .list();
  }

  List<Attempt> attemptsOfOpen() {
    return jdbc.sql(
            """
            select a.* from chain.attempts a join chain.intents i using (intent_id)
            where i.state in ('SENT', 'MINED') order by i.nonce, a.number\
            """)
        .query((row, _) -> attempt(row))
        .list();
  }

  int count(Intent.State state) {
    return jdbc.sql("select count(*) from chain.intents where state = ?")
        .param(state.name())
        .query(Integer.class)
        .single();
  }

  /** Returns when what waits longest for its block was first signed; absent if nothing waits. */
  Optional<Instant> oldestSent() {
    return jdbc.sql(
            """
            select min(a.signed_at) as since
            from chain.attempts a join chain.intents i using (intent_id)
            where i.state = 'SENT' having count(*) > 0\
            """)
        .query((row, _) -> row.getTimestamp("since").toInstant())
        .optional();
  }

  /** Gives an intent its nonce, together with its first signed form. */
  void assign(Intent intent, long nonce, SignedTransaction signed, Instant at) {
    jdbc.sql("update chain.intents set state = 'SENT', nonce = ? where intent_id = ?")
        .params(nonce, intent.id())
        .update();
    addAttempt(intent.id(), signed, at, false);
  }

  /** Adds another signed form of an intent; its number follows that of the one before. */
  void addAttempt(String intent, SignedTransaction signed, Instant at, boolean cancels) {
    jdbc.sql(
            """
            insert into chain.attempts (tx_hash, intent_id, number, raw, tip, fee_cap, signed_at,
              cancels)
            values (:hash, :intent,
              (select coalesce(max(number) + 1, 0) from chain.attempts where intent_id = :intent),
              :raw, :tip, :cap, :at, :cancels)\
            """)
        .param("hash", signed.hash().value())
        .param("intent", intent)
        .param("raw", signed.raw())
        .param("tip", signed.tip())
        .param("cap", signed.feeCap())
        .param("at", Timestamp.from(at))
        .param("cancels", cancels)
        .update();
  }

  void noteError(TxHash attempt, String error) {
    jdbc.sql("update chain.attempts set last_error = ? where tx_hash = ?")
        .params(error, attempt.value())
        .update();
  }

  void mined(Intent intent, Intent.State state, MinedTransaction transaction) {
    jdbc.sql(
            """
            update chain.intents set state = ?, block_number = ?, tx_hash = ?, fee_wei = ?
            where intent_id = ?\
            """)
        .params(
            state.name(),
            transaction.block(),
            transaction.hash().value(),
            transaction.fee(),
            intent.id())
        .update();
  }

  void lost(Intent intent) {
    jdbc.sql(
            """
            update chain.intents
            set state = 'SENT', block_number = null, tx_hash = null, fee_wei = null
            where intent_id = ?\
            """)
        .param(intent.id())
        .update();
  }

  /** Takes the nonces below one away from what was not mined under them: it waits for others. */
  void takeNoncesBelow(long nonce) {
    jdbc.sql(
            """
            update chain.intents set state = 'WAITING', nonce = null
            where state = 'SENT' and nonce < ?\
            """)
        .param(nonce)
        .update();
  }

  /** Takes back what was believed of transactions in blocks above {@code block}. */
  void reopenAbove(long block) {
    jdbc.sql(
            """
            update chain.intents
            set state = 'SENT', block_number = null, tx_hash = null, fee_wei = null
            where block_number > ?\
            """)
        .param(block)
        .update();
  }

  /** The lane: whose transactions these are, and which nonce comes next. */
  record Lane(Address signer, long nextNonce, @Nullable String paused) {}

  Optional<Lane> lane() {
    return jdbc.sql("select * from chain.lane for update")
        .query((row, _) ->
            new Lane(
                new Address(row.getString("signer")),
                row.getLong("next_nonce"),
                row.getString("paused")))
        .optional();
  }

  void openLane(Address signer, long nextNonce) {
    jdbc.sql("insert into chain.lane (signer, next_nonce) values (?, ?)")
        .params(signer.value(), nextNonce)
        .update();
  }

  void nextNonce(long nonce) {
    jdbc.sql("update chain.lane set next_nonce = ?").param(nonce).update();
  }

  void pause(String reason) {
    jdbc.sql("update chain.lane set paused = ?").param(reason).update();
  }

  /** Lets the lane go on with {@code nonce}, unless it is further already. */
  void resume(long nonce) {
    jdbc.sql("update chain.lane set paused = null, next_nonce = greatest(next_nonce, ?)")
        .param(nonce)
        .update();
  }

  /** Returns up to where the journal was anchored or is about to be; 0 if nowhere. */
  Optional<String> lastAnchor() {
    return jdbc.sql(
            """
            select intent_id from chain.intents where kind = 'ANCHOR'
              and state not in ('FAILED', 'CANCELLED')
            order by seq desc limit 1\
            """)
        .query(String.class)
        .optional();
  }

  private static Intent intent(ResultSet row) throws SQLException {
    long number = row.getLong("nonce");
    @Nullable Long nonce = row.wasNull() ? null : number;
    return new Intent(
        row.getString("intent_id"),
        Intent.Kind.valueOf(row.getString("kind")),
        new Call(
            new Address(row.getString("target")), row.getString("calldata"), row.getLong("gas")),
        Intent.State.valueOf(row.getString("state")),
        nonce);
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    return new Attempt(
        new TxHash(row.getString("tx_hash")),
        row.getString("intent_id"),
        row.getInt("number"),
        row.getString("raw"),
        row.getBigDecimal("tip").toBigInteger(),
        row.getBigDecimal("fee_cap").toBigInteger(),
        row.getTimestamp("signed_at").toInstant(),
        row.getBoolean("cancels"));
  }
}
