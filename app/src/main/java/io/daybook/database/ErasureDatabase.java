package io.daybook.database;

import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database as the role that may remove personal data, for the moments in which that is done.
 *
 * <p>Connections are not pooled: nothing keeps one open that could remove what it should not.
 */
public final class ErasureDatabase {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  /** Uses connections of {@code dataSource}, which must sign in as the erasure role. */
  public ErasureDatabase(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /** Runs {@code work} in one transaction of its own. */
  public <R> R call(Function<JdbcClient, R> work) {
    R result = transactions.execute(status -> work.apply(jdbc));
    if (result == null) {
      throw new IllegalStateException("work in the erasure database must return something");
    }
    return result;
  }
}
