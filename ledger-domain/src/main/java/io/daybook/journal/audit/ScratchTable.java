package io.daybook.journal.audit;

import io.daybook.journal.RecordHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A hash table outside of the Java heap, so that a journal of any length can be verified in little
 * of it: small tables live in native memory, large ones in a temporary file that is mapped.
 *
 * <p>Keys are 128 bits of a SHA-256, values have a fixed length. Open addressing with linear
 * probing; nothing is ever removed. A place is the offset of a value and holds until the next
 * {@link #add}. Not for use by several threads.
 */
final class ScratchTable implements AutoCloseable {
  /** Absent: no place has this offset. */
  static final long NOWHERE = -1;

  private static final long IN_MEMORY_BYTES = 1 << 20;

  /** An export may promise more records than it has, so not everything is laid out at once. */
  private static final long MAX_EXPECTED = 1 << 24;

  private static final int KEY_BYTES = 16;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

  private final int stride;
  private Arena arena = Arena.ofConfined();
  private MemorySegment slots;
  private long capacity;
  private long count;

  /** Starts empty, for values of {@code valueBytes}, a multiple of 8. */
  ScratchTable(int valueBytes) {
    this(valueBytes, 0);
  }

  /** Starts empty, with room for {@code expected} values. */
  ScratchTable(int valueBytes, long expected) {
    this.stride = KEY_BYTES + valueBytes;
    this.capacity = Math.max(64, Long.highestOneBit(Math.min(expected, MAX_EXPECTED) * 3 / 2) * 2);
    this.slots = allocate(arena, capacity * stride);
  }

  /** Returns the place of a key's value, or {@link #NOWHERE}. */
  long find(ShortHash key) {
    long slot = slot(key);
    return slots.get(LONG, slot) == 0 ? NOWHERE : slot + KEY_BYTES;
  }

  /** Adds a key that is not there yet, and returns the place of its value, which is all zeros. */
  long add(ShortHash key) {
    if (count * 3 >= capacity * 2) {
      grow();
    }
    long slot = slot(key);
    if (slots.get(LONG, slot) != 0) {
      throw new IllegalStateException("the key is there already");
    }
    count++;
    slots.set(LONG, slot, key.high());
    slots.set(LONG, slot + Long.BYTES, key.low());
    return slot + KEY_BYTES;
  }

  /** Tells whether the key was new, and adds it if so. */
  boolean addIfAbsent(ShortHash key) {
    boolean isNew = find(key) == NOWHERE;
    if (isNew) {
      add(key);
    }
    return isNew;
  }

  long count() {
    return count;
  }

  long get(long place, int offset) {
    return slots.get(LONG, place + offset);
  }

  void set(long place, int offset, long value) {
    slots.set(LONG, place + offset, value);
  }

  ShortHash getKey(long place, int offset) {
    return new ShortHash(get(place, offset), get(place, offset + Long.BYTES));
  }

  void setKey(long place, int offset, ShortHash key) {
    set(place, offset, key.high());
    set(place, offset + Long.BYTES, key.low());
  }

  RecordHash getHash(long place, int offset) {
    byte[] hash = new byte[RecordHash.LENGTH];
    MemorySegment.copy(slots, ValueLayout.JAVA_BYTE, place + offset, hash, 0, hash.length);
    return RecordHash.of(hash);
  }

  void setHash(long place, int offset, RecordHash hash) {
    byte[] bytes = hash.bytes();
    MemorySegment.copy(bytes, 0, slots, ValueLayout.JAVA_BYTE, place + offset, bytes.length);
  }

  /** Returns the place of the first value at or after {@code place} (from 0), in no known order. */
  long next(long place) {
    for (long slot = (place + stride - 1) / stride * stride;
        slot < capacity * stride;
        slot += stride) {
      if (slots.get(LONG, slot) != 0) {
        return slot + KEY_BYTES;
      }
    }
    return NOWHERE;
  }

  private long slot(ShortHash key) {
    long mask = capacity - 1;
    for (long at = key.low() & mask; ; at = (at + 1) & mask) {
      long slot = at * stride;
      long high = slots.get(LONG, slot);
      if (high == 0 || (high == key.high() && slots.get(LONG, slot + Long.BYTES) == key.low())) {
        return slot;
      }
    }
  }

  @SuppressWarnings("MustBeClosed") // The table closes it, and this one when it grows again.
  private void grow() {
    MemorySegment old = slots;
    long end = capacity * stride;
    capacity = Math.multiplyExact(capacity, 2L);
    Arena bigger = Arena.ofConfined();
    slots = allocate(bigger, capacity * stride);
    for (long from = 0; from < end; from += stride) {
      long high = old.get(LONG, from);
      if (high != 0) {
        long to = slot(new ShortHash(high, old.get(LONG, from + Long.BYTES)));
        MemorySegment.copy(old, from, slots, to, stride);
      }
    }
    arena.close();
    arena = bigger;
  }

  private static MemorySegment allocate(Arena arena, long bytes) {
    return bytes <= IN_MEMORY_BYTES ? arena.allocate(bytes) : map(arena, bytes);
  }

  /** Maps a file that is gone from its folder at once and from the disk when it is unmapped. */
  private static MemorySegment map(Arena arena, long bytes) {
    try {
      Path file = Files.createTempFile("daybook-audit", ".scratch");
      try (var channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE)) {
        return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no room for " + bytes + " bytes in the folder for temporary files", e);
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
