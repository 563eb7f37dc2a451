package io.daybook.security.personal;

import io.daybook.database.ErasureDatabase;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Destroys data keys, and then the master key under which copies of them could still be opened.
 *
 * <p>Each step may be repeated: what is destroyed already stays so.
 */
public final class DataKeyDestruction {
  static final String LOCK = "daybook/personal/";

  private static final int BATCH = 1_000;

  private final ErasureDatabase database;
  private final MasterKeys masters;
  private final DataKeyCache cache;
  private final Clock clock;

  DataKeyDestruction(
      ErasureDatabase database, MasterKeys masters, DataKeyCache cache, Clock clock) {
    this.database = database;
    this.masters = masters;
    this.cache = cache;
    this.clock = clock;
  }

  /**
   * Lets no new key be made for data of these classes about {@code subject}, ever.
   *
   * @return all keys that there are for them, destroyed ones too
   */
  public Set<String> close(String subject, Collection<DataClass> classes) {
    return database.call(jdbc -> {
      // Who is just making a key has ended before, or sees what is closed here.
      jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
          .param(LOCK + subject)
          .query(String.class)
          .single();
      var keys = new TreeSet<String>();
      for (DataClass dataClass : classes) {
        jdbc.sql(
                """
                insert into personal.closed_subjects (subject_id, data_class, closed_at)
                values (?, ?, ?) on conflict do nothing\
                """)
            .params(subject, dataClass.name(), Timestamp.from(clock.instant()))
            .update();
        keys.addAll(
            jdbc.sql(
                    """
                    select key_id from personal.data_keys
                    where subject_id = ? and data_class = ?\
                    """)
                .params(subject, dataClass.name())
                .query(String.class)
                .list());
      }
      return keys;
    });
  }

  /** Destroys keys; returns how many were alive. */
  public int destroy(Collection<String> keyIds) {
    int destroyed =
        database.call(jdbc ->
            jdbc.sql(
                    """
                    update personal.data_keys set wrapped = null, destroyed_at = ?
                    where key_id = any (?) and wrapped is not null\
                    """)
                .params(Timestamp.from(clock.instant()), keyIds.toArray(String[]::new))
                .update());
    cache.forget(keyIds);
    return destroyed;
  }

  /** Returns whether keys were destroyed since the master key was replaced last. */
  public boolean isMasterDue() {
    return database.call(jdbc ->
        jdbc.sql(
                """
                select exists (
                  select from personal.data_keys
                  where wrapped is null
                    and master >= (select number from personal.current_master))\
                """)
            .query(Boolean.class)
            .single());
  }

  /**
   * Wraps all living keys anew under a new master key and removes the old one, so that no copy of a
   * destroyed key opens any more. An interrupted call is made good by the next.
   */
  public void replaceMaster() {
    int newest =
        1 + database.call(jdbc -> number(jdbc, "select number from personal.current_master"));
    masters.add(newest);
    // Whoever makes a key holds this row, so none is made under the old master after that.
    database.call(jdbc ->
        jdbc.sql("update personal.current_master set number = ? where number < ?")
            .params(newest, newest)
            .update());
    while (database.call(jdbc -> rewrap(jdbc, newest)) > 0) {
      // In batches, so that no row is locked for long.
    }
    masters.removeBefore(newest);
  }

  private static int number(JdbcClient jdbc, String query) {
    return jdbc.sql(query).query(Integer.class).single();
  }

  private int rewrap(JdbcClient jdbc, int newest) {
    List<DataKeyRows.Stored> old =
        jdbc.sql(
                """
                select key_id, master, wrapped from personal.data_keys
                where wrapped is not null and master < ? order by key_id limit ? for update\
                """)
            .params(newest, BATCH)
            .query((row, number) ->
                new DataKeyRows.Stored(
                    row.getString(1), row.getInt(2), Wrapped.of(row.getBytes(3))))
            .list();
    for (DataKeyRows.Stored key : old) {
      @Nullable Wrapped wrapped = key.wrapped();
      if (wrapped != null) {
        byte[] secret = KeyWrap.unwrap(masters.get(key.master()), key.keyId(), wrapped.bytes());
        jdbc.sql("update personal.data_keys set wrapped = ?, master = ? where key_id = ?")
            .params(KeyWrap.wrap(masters.get(newest), key.keyId(), secret), newest, key.keyId())
            .update();
      }
    }
    return old.size();
  }
}
