package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.MalformedException;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.checkpoint.WitnessPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the keys to trust. */
final class TrustOptions {
  @Option(
      names = "--key",
      paramLabel = "VKEY",
      description = "A verifier key to trust, name+id+key; give one for each algorithm.")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "A policy file with keys to trust, kept from an earlier time.")
  private @Nullable Path policy;

  /**
   * Returns the given keys.
   *
   * @throws UsageException if one of them is malformed or the policy cannot be read
   */
  List<VerifierKey> keys() {
    var trusted = new ArrayList<VerifierKey>();
    try {
      keys.forEach(key -> trusted.add(VerifierKey.parse(key.strip())));
      if (policy != null) {
        trusted.addAll(Policy.parse(read(policy, Policy.MAX_BYTES)).keys());
      }
    } catch (MalformedException e) {
      throw new UsageException("--key or --policy: " + e.getMessage());
    } catch (IOException e) {
      throw new UsageException("--policy: cannot read " + policy + ": " + ExportFiles.reason(e));
    }
    return trusted.stream().distinct().toList();
  }

  static Optional<WitnessPolicy> witnessPolicy(@Nullable Path file) {
    try {
      return file == null
          ? Optional.empty()
          : Optional.of(
              WitnessPolicy.parse(new String(read(file, WitnessPolicy.MAX_BYTES), UTF_8)));
    } catch (MalformedException e) {
      throw new UsageException("--witness-policy: " + e.getMessage());
    } catch (IOException e) {
      throw new UsageException(
          "--witness-policy: cannot read " + file + ": " + ExportFiles.reason(e));
    }
  }

  /** Reads one byte too many of what is too long, so that it is refused as malformed. */
  private static byte[] read(Path file, int maxBytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(maxBytes + 1);
    }
  }
}
