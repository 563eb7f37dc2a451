package io.daybook.retention;

import io.daybook.database.ErasureDatabase;
import io.daybook.ledger.UserId;
import io.daybook.projections.shared.ErasedTexts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is sealed under a destroyed key and so unreadable already, but need not lie around:
 * documents, texts of read models, and answers that speak of the person.
 */
final class Leftovers {
  private final JdbcClient jdbc;
  private final ErasureDatabase erasure;
  private final ErasedTexts texts;

  Leftovers(JdbcClient jdbc, ErasureDatabase erasure, ErasedTexts texts) {
    this.jdbc = jdbc;
    this.erasure = erasure;
    this.texts = texts;
  }

  /** Removes what belongs to {@code keys} or to the events of {@code aggregates}. */
  void remove(Collection<String> keys, Collection<String> aggregates) {
    List<String> attached =
        jdbc.sql("select document_id from read.kyb_documents where kyb_case_id = any (?)")
            .param(aggregates.toArray(String[]::new))
            .query((row, number) -> row.getString(1))
            .list();
    erasure.call(database ->
        database
            .sql("delete from bridge.documents where key_id = any (?) or document_id = any (?)")
            .params(keys.toArray(String[]::new), attached.toArray(String[]::new))
            .update());
    texts.erase(aggregates);
    removeAnswers(List.of(), aggregates);
  }

  /** Removes the answers given to a person, and those about the person's own organiser. */
  void removeAnswers(UserId person, String organiser) {
    removeAnswers(List.of(person.value()), List.of(organiser));
  }

  private void removeAnswers(Collection<String> principals, Collection<String> inRoute) {
    var patterns = new ArrayList<String>();
    inRoute.forEach(id -> patterns.add("%" + id.replace("_", "\\_") + "%"));
    erasure.call(database ->
        database
            .sql(
                """
                delete from bridge.idempotency_keys
                where principal = any (?) or route like any (?) or location like any (?)\
                """)
            .params(
                principals.toArray(String[]::new),
                patterns.toArray(String[]::new),
                patterns.toArray(String[]::new))
            .update());
  }
}
