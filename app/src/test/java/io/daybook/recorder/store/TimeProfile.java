package io.daybook.recorder.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where this process spends its time, by samples of the JDK's Flight Recorder. */
final class TimeProfile {
  private static final Duration PERIOD = Duration.ofMillis(10);
  private static final String OTHER = "the rest of the Java runtime";

  /** The first kind that matches a frame, from the innermost outward, has the sample. */
  private static final Map<String, Predicate<String>> KINDS = kinds();

  private TimeProfile() {}

  private static Map<String, Predicate<String>> kinds() {
    var kinds = new LinkedHashMap<String, Predicate<String>>();
    kinds.put("hashing and randomness", starts("sun.security.", "java.security."));
    kinds.put("JSON", starts("com.fasterxml.", "io.daybook.recorder.format."));
    kinds.put("PostgreSQL's driver", starts("org.postgresql."));
    kinds.put("header, tree and batch", starts("io.daybook.journal.", own("Batch"), own("Leaf")));
    kinds.put("queue, locks and outcomes", starts("io.daybook.recorder.store."));
    kinds.put("Axon", starts("org.axonframework."));
    return kinds;
  }

  private static String own(String name) {
    return "io.daybook.recorder.store." + name;
  }

  private static Predicate<String> starts(String... prefixes) {
    return type -> List.of(prefixes).stream().anyMatch(type::startsWith);
  }

  /** Runs {@code work} and returns the share of the samples that each kind of code has. */
  static Map<String, Double> of(Callable<?> work) throws Exception {
    Path file = Files.createTempFile("profile", ".jfr");
    try (var recording = new Recording()) {
      recording.enable("jdk.ExecutionSample").withPeriod(PERIOD);
      recording.start();
      work.call();
      recording.stop();
      recording.dump(file);
      return shares(file);
    } finally {
      Files.delete(file);
    }
  }

  private static Map<String, Double> shares(Path file) throws IOException {
    var samples = new LinkedHashMap<String, Double>();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
        samples.merge(kind(event), 1.0, Double::sum);
      }
    }
    double all = samples.values().stream().mapToDouble(Double::doubleValue).sum();
    var shares = new LinkedHashMap<String, Double>();
    samples.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> shares.put(entry.getKey(), entry.getValue() / all));
    return shares;
  }

  private static String kind(RecordedEvent sample) {
    if (sample.getStackTrace() == null) {
      return OTHER;
    }
    for (RecordedFrame frame : sample.getStackTrace().getFrames()) {
      String type = frame.getMethod().getType().getName();
      for (var kind : KINDS.entrySet()) {
        if (kind.getValue().test(type)) {
          return kind.getKey();
        }
      }
    }
    return OTHER;
  }
}
