package io.daybook.audit;

import io.daybook.audit.ExportRun.Archive;
import io.daybook.audit.ExportRun.Stage;
import io.daybook.journal.audit.JournalVerifier;
import io.daybook.recorder.format.SystemEvent.ExportPurpose;
import io.daybook.recorder.publication.JournalExports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Copies the journal into an archive and has it verified, in the background and one run at a time.
 *
 * <p>The verifier is the auditor's own, over the same archive that can be downloaded. An archive is
 * removed an hour after its run ended, when the next run begins, and when the process ends.
 */
@Component
public final class ExportRuns implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExportRuns.class);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final JournalExports exports;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("journal-export").daemon().factory());
  private volatile @Nullable ExportRun latest;
  private volatile @Nullable Future<?> removal;
  private volatile boolean closed;

  ExportRuns(JournalExports exports, Clock clock) {
    this.exports = exports;
    this.clock = clock;
  }

  /** Returns the run that goes on or ended last. */
  public Optional<ExportRun> latest() {
    return Optional.ofNullable(latest);
  }

  /**
   * Starts a run and records in the journal who wanted it.
   *
   * @param held older signed checkpoints that the caller holds: a verification compares with them
   * @return whether it was started; false if another one goes on
   */
  public boolean start(ExportPurpose purpose, String userId, List<byte[]> held) {
    lock.lock();
    try {
      if (latest().filter(ExportRun::isRunning).isPresent()) {
        return false;
      }
      exports.record(purpose, userId);
      removeNow();
      latest = ExportRun.begun(purpose, userId, clock.instant());
      worker.execute(() -> run(purpose, held));
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void run(ExportPurpose purpose, List<byte[]> held) {
    Stage end = Stage.FAILED;
    try {
      Archive archive = copy();
      latest = current().with(archive);
      if (purpose == ExportPurpose.VERIFICATION) {
        verify(archive.file(), held);
      }
      end = Stage.DONE;
    } catch (IOException | RuntimeException e) {
      if (!closed) {
        LOG.error("An export of the journal could not come to its end", e);
      }
    } finally {
      latest = current().ended(end, clock.instant());
      ExportRun ended = current();
      if (!closed) {
        removal = worker.schedule(() -> remove(ended), KEPT.toSeconds(), TimeUnit.SECONDS);
      }
    }
  }

  private Archive copy() throws IOException {
    JournalExports.Prepared prepared =
        exports.prepare().orElseThrow(() -> new IllegalStateException("there is no checkpoint"));
    long size = prepared.checkpoint().size();
    Path file = Files.createTempFile("daybook-journal", ".zip");
    boolean isWhole = false;
    try {
      reached(Stage.COPYING, 0, size);
      prepared.write(file, written -> reached(Stage.COPYING, written, size));
      isWhole = true;
      return new Archive(file, Files.size(file), size);
    } finally {
      if (!isWhole) {
        Files.deleteIfExists(file);
      }
    }
  }

  private void verify(Path file, List<byte[]> held) throws IOException {
    reached(Stage.VERIFYING, 0, current().total());
    var verifier =
        new JournalVerifier(
            List.of(), held, (done, total) -> reached(Stage.VERIFYING, done, total));
    latest = current().with(verifier.verify(file));
  }

  /** Only the worker writes while a run goes on, so nothing that was read here gets lost. */
  private void reached(Stage stage, long done, long total) {
    if (closed) {
      throw new IllegalStateException("the process ends");
    }
    latest = current().at(stage, done, total);
  }

  private ExportRun current() {
    return latest().orElseThrow();
  }

  private void removeNow() {
    Future<?> later = removal;
    if (later != null) {
      later.cancel(false);
    }
    latest().ifPresent(this::remove);
  }

  /** Removes the archive of a run that ended, unless another has begun and done so. */
  private void remove(ExportRun ended) {
    lock.lock();
    try {
      ExportRun run = current();
      Archive archive = run.archive();
      if (archive != null && archive.equals(ended.archive())) {
        latest = run.without();
        Files.deleteIfExists(archive.file());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    worker.shutdownNow();
    try {
      if (!worker.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("An export of the journal goes on while the process ends");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    removeNow();
  }
}
