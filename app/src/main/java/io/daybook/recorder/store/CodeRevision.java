package io.daybook.recorder.store;

import io.daybook.ledger.AggregateState;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells by which code a state was made: the hash of the compiled classes of the state and of its
 * aggregate, and of all classes of this project that those reach.
 *
 * <p>A state made by other code is not used. Nobody has to remember to raise a number when the
 * meaning of a field or a handler changes.
 */
final class CodeRevision {
  private static final String PROJECT = "io/daybook/";
  private static final Map<Class<?>, String> REVISIONS = new ConcurrentHashMap<>();

  private CodeRevision() {}

  /** Returns the revision of a state class, 64 hexadecimal digits. */
  static String of(Class<? extends AggregateState> state) {
    return REVISIONS.computeIfAbsent(state, any -> compute(state));
  }

  private static String compute(Class<? extends AggregateState> state) {
    AggregateState.@Nullable Of aggregate = state.getAnnotation(AggregateState.Of.class);
    if (aggregate == null) {
      throw new IllegalArgumentException(state + " does not say whose state it is");
    }
    var bytesByName = new TreeMap<String, byte[]>();
    for (Class<?> start : List.of(state, aggregate.value())) {
      collect(start.getName().replace('.', '/'), state.getClassLoader(), bytesByName);
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      bytesByName.values().forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void collect(String name, ClassLoader loader, Map<String, byte[]> bytesByName) {
    if (!name.startsWith(PROJECT) || bytesByName.containsKey(name)) {
      return;
    }
    byte[] bytes = read(name, loader);
    bytesByName.put(name, bytes);
    for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
      if (entry instanceof ClassEntry reached) {
        collect(reached.asInternalName(), loader, bytesByName);
      }
    }
  }

  private static byte[] read(String name, ClassLoader loader) {
    try (InputStream in = loader.getResourceAsStream(name + ".class")) {
      if (in == null) {
        throw new IllegalStateException("the class file of " + name + " is not there");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
