package io.daybook.kyb.screening.command;

import io.daybook.kyb.screening.match.Hit;
import io.daybook.kyb.screening.match.Screener;
import io.daybook.kyb.screening.match.ScreeningIndex;
import io.daybook.kyb.screening.match.ScreeningPolicy;
import io.daybook.kyb.screening.match.ScreeningQuery;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Screens a file of queries with some threads, and writes the hits in the queries' order. */
final class ScreeningRun {
  private static final int BATCH = 1_000;

  private final ScreeningPolicy policy;
  private final double leastScore;
  private final int top;
  private final int threads;
  private final BlockingQueue<Screener> screeners;

  ScreeningRun(
      ScreeningIndex index, ScreeningPolicy policy, double leastScore, int top, int threads) {
    this.policy = policy;
    this.leastScore = leastScore;
    this.top = top;
    this.threads = threads;
    this.screeners = new ArrayBlockingQueue<>(threads);
    for (int i = 0; i < threads; i++) {
      screeners.add(new Screener(index, policy));
    }
  }

  /** Writes the result, which appears when it is complete. */
  void write(QueryFile file, Path result, PrintWriter err) throws IOException {
    var latencies = new Latencies();
    var hits = new AtomicLong();
    long start = System.nanoTime();
    WholeFile.write(result, text -> hits.set(write(file.queries(), text, err, latencies)));
    double seconds = (System.nanoTime() - start) / 1e9;
    err.printf(
        "%,d queries, %,d hits at %.2f or more (policy %s, threshold %.2f), %,.0f queries/s with"
            + " %d threads, %s%n",
        file.queries().size(),
        hits.get(),
        leastScore,
        policy.version(),
        policy.threshold(),
        file.queries().size() / Math.max(seconds, 1e-9),
        threads,
        latencies.summary());
    err.flush();
  }

  private long write(
      List<ScreeningQuery> queries, Writer text, PrintWriter err, Latencies latencies)
      throws IOException {
    long hits = 0;
    var ticker = new Ticker(err);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      var csv = new CsvOut(text);
      csv.row("query_id", "rank", "entity_id", "score", "explanation");
      for (int from = 0; from < queries.size(); from += BATCH) {
        List<ScreeningQuery> batch = queries.subList(from, Math.min(queries.size(), from + BATCH));
        var answers = new ArrayList<Future<List<Hit>>>(batch.size());
        batch.forEach(query -> answers.add(pool.submit(() -> screen(query, latencies))));
        for (int i = 0; i < batch.size(); i++) {
          hits += write(csv, batch.get(i), answer(answers.get(i)));
          ticker.at("queries screened", from + i + 1L);
        }
      }
    }
    return hits;
  }

  private List<Hit> screen(ScreeningQuery query, Latencies latencies) throws InterruptedException {
    Screener screener = screeners.take();
    try {
      long start = System.nanoTime();
      List<Hit> hits = screener.screen(query, top, leastScore);
      latencies.add(System.nanoTime() - start);
      return hits;
    } finally {
      screeners.add(screener);
    }
  }

  private static List<Hit> answer(Future<List<Hit>> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a query failed: " + e.getCause(), e);
    }
  }

  private static int write(CsvOut csv, ScreeningQuery query, List<Hit> hits) throws IOException {
    int rank = 0;
    for (Hit hit : hits) {
      rank++;
      csv.row(
          query.id(),
          String.valueOf(rank),
          hit.entity().id(),
          CsvOut.score(hit.score()),
          hit.explanation());
    }
    return rank;
  }
}
