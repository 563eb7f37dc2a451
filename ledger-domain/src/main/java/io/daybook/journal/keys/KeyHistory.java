package io.daybook.journal.keys;

import io.daybook.journal.checkpoint.SignatureAlgorithm;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.keys.KeyAct.Introduce;
import io.daybook.journal.keys.KeyAct.Retire;
import io.daybook.journal.keys.KeyAct.Revoke;
import io.daybook.journal.keys.KnownKey.End;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which keys speak for a log at which size, put together record by record. It accepts only what the
 * keys before agreed to, so whoever trusts the first keys can trust the last ones.
 *
 * <p>Who has to sign:
 *
 * <ul>
 *   <li>a new log key: itself and every log key in use, or itself and the root;
 *   <li>a new author's key: itself and the root; in a log without root every author's key in use;
 *       in one without those every log key;
 *   <li>a new root: itself and the root; in a log that never had one every log key;
 *   <li>a retirement: every key of the same use, or the root;
 *   <li>a revocation: the root.
 * </ul>
 *
 * <p>There is always a log key of each algorithm. Not safe for use by several threads.
 */
public final class KeyHistory {
  private final String origin;
  private final Map<String, KnownKey> keyById = new LinkedHashMap<>();
  private final Set<String> protectedTypes = new HashSet<>();

  /** Starts a history without keys. */
  public KeyHistory(String origin) {
    this.origin = origin;
  }

  /**
   * Adds a key with which the log began.
   *
   * @return why it cannot be one of its keys; absent if it was added
   */
  public Optional<String> begin(Introduce act) {
    Optional<String> objection = objectionToNew(act);
    if (objection.isEmpty()) {
      add(act, KnownKey.BEGINNING);
    }
    return objection;
  }

  /**
   * Does what the record at {@code leafIndex} says.
   *
   * @return why it must not be; absent if it was done
   */
  public Optional<String> apply(long leafIndex, KeyStatement statement) {
    Optional<String> objection = objection(leafIndex, statement);
    if (objection.isPresent()) {
      return objection;
    }
    switch (statement.act()) {
      case Introduce act -> add(act, leafIndex);
      case Retire(VerifierKey key) -> end(key, new End(leafIndex, leafIndex + 1, false));
      case Revoke(VerifierKey key, long trusted) ->
          end(key, new End(lastUse(key, leafIndex), trusted, true));
    }
    return Optional.empty();
  }

  private void add(Introduce act, long leafIndex) {
    keyById.put(act.key().id(), new KnownKey(act.key(), act.use(), act.types(), leafIndex, null));
    protectedTypes.addAll(act.types());
  }

  /** A key that was retired before it was stolen was not in use for longer because of that. */
  private long lastUse(VerifierKey key, long leafIndex) {
    @Nullable KnownKey known = keyById.get(key.id());
    return known == null || known.end() == null ? leafIndex : known.end().at();
  }

  private void end(VerifierKey key, End end) {
    keyById.computeIfPresent(key.id(), (id, known) -> known.ended(end));
  }

  /** Says what speaks against a statement; absent if nothing does. */
  public Optional<String> objection(long leafIndex, KeyStatement statement) {
    if (!statement.origin().equals(origin)) {
      return Optional.of("it is about the log '" + statement.origin() + "'");
    }
    return switch (statement.act()) {
      case Introduce act ->
          objectionToNew(act)
              .or(() -> missing(List.of(List.of(act.key())), statement))
              .or(() -> missing(authorities(act.use(), leafIndex), statement));
      case Retire(VerifierKey key) ->
          objectionToEnd(key, false, leafIndex)
              .or(() -> missing(retiring(keyById.get(key.id()), leafIndex), statement));
      case Revoke(VerifierKey key, long trusted) ->
          objectionToEnd(key, true, leafIndex)
              .or(() ->
                  trusted > leafIndex ? Optional.of("it trusts the future") : Optional.empty())
              .or(() -> missing(List.of(inUse(KeyUse.ROOT, leafIndex)), statement));
    };
  }

  private Optional<String> objectionToNew(Introduce act) {
    VerifierKey key = act.key();
    if (!act.use().allowsName(key.name(), origin)) {
      return Optional.of(
          "the name " + key.name() + " is not that of a " + act.use().word() + " key");
    }
    if (key.algorithm() == SignatureAlgorithm.COSIGNATURE_V1) {
      return Optional.of("a witness's key speaks for no log");
    }
    // Ids have 32 bits, so two keys with the same one can be made on purpose.
    return keyById.containsKey(key.id())
        ? Optional.of("there is or was a key with the id " + key.id())
        : Optional.empty();
  }

  private Optional<String> objectionToEnd(VerifierKey key, boolean isRevocation, long leafIndex) {
    @Nullable KnownKey known = keyById.get(key.id());
    if (known == null || !known.key().equals(key)) {
      return Optional.of("there is no such key: " + key);
    }
    @Nullable End end = known.end();
    if (end != null && (end.isRevoked() || !isRevocation)) {
      return Optional.of("the key has ended before: " + key);
    }
    boolean isLast =
        end == null
            && known.use() == KeyUse.LOG
            && inUse(KeyUse.LOG, leafIndex).stream()
                .noneMatch(other -> !other.equals(key) && other.algorithm() == key.algorithm());
    return isLast
        ? Optional.of("it is the log's last key for " + key.algorithm().jcaName())
        : Optional.empty();
  }

  /** Returns sets of keys; all keys of one of the sets have to sign. */
  private List<List<VerifierKey>> authorities(KeyUse use, long leafIndex) {
    List<VerifierKey> roots = inUse(KeyUse.ROOT, leafIndex);
    List<VerifierKey> logs = inUse(KeyUse.LOG, leafIndex);
    boolean hadRoot = keyById.values().stream().anyMatch(known -> known.use() == KeyUse.ROOT);
    if (use == KeyUse.LOG) {
      return List.of(logs, roots);
    }
    if (hadRoot) {
      return List.of(roots);
    }
    boolean hadAuthor = !protectedTypes.isEmpty();
    return List.of(use == KeyUse.AUTHOR && hadAuthor ? inUse(KeyUse.AUTHOR, leafIndex) : logs);
  }

  private List<List<VerifierKey>> retiring(@Nullable KnownKey known, long leafIndex) {
    KeyUse use = known == null ? KeyUse.ROOT : known.use();
    return List.of(inUse(use, leafIndex), inUse(KeyUse.ROOT, leafIndex));
  }

  private static Optional<String> missing(
      List<List<VerifierKey>> alternatives, KeyStatement statement) {
    boolean isEnough =
        alternatives.stream()
            .anyMatch(keys -> !keys.isEmpty() && keys.stream().allMatch(statement::isSignedBy));
    return isEnough
        ? Optional.empty()
        : Optional.of("it is not signed by all keys of one of " + alternatives);
  }

  private List<VerifierKey> inUse(KeyUse use, long size) {
    return keyById.values().stream()
        .filter(known -> known.use() == use && known.isInUse(size))
        .map(KnownKey::key)
        .toList();
  }

  /** Returns the keys that have to sign the checkpoint of a tree of {@code size} leaves. */
  public List<VerifierKey> logKeys(long size) {
    return inUse(KeyUse.LOG, size);
  }

  /** Returns all keys there are or were, in the order of their introduction. */
  public Collection<KnownKey> all() {
    return new ArrayList<>(keyById.values());
  }

  /** Returns the key with an id as {@link VerifierKey#id} gives it. */
  public Optional<KnownKey> find(String id) {
    return Optional.ofNullable(keyById.get(id));
  }

  /** Tells whether events of that type need an author's signature from now on. */
  public boolean isProtected(String type) {
    return protectedTypes.contains(type);
  }
}
