package io.daybook.journal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.Bytes;
import io.daybook.journal.Header;
import io.daybook.journal.MalformedException;
import io.daybook.journal.PayloadCommitment;
import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several records of the log with their payloads, and all that is needed to check them without the
 * log: what a buyer keeps of a purchase.
 *
 * @param items the records, 1 to {@link #MAX_ITEMS}, by ascending index
 * @param checkpoint the signed checkpoint whose tree they are in, as it was published
 */
public record Receipt(List<Item> items, String checkpoint) {
  /** The first line, by which a receipt is known. */
  public static final String MAGIC = "daybook-receipt@v1";

  /** The longest receipt, in bytes. */
  public static final int MAX_BYTES = 16 << 20;

  /** The most records in one receipt. */
  public static final int MAX_ITEMS = 1000;

  private static final String NOTHING = "-";

  /**
   * One record.
   *
   * @param leafIndex its place in the log, from 0
   * @param header its encoded header
   * @param salt absent exactly if the payload was erased
   * @param payload the stored bytes; absent if erased
   * @param path the sibling hashes from the leaf up to the root
   */
  public record Item(
      long leafIndex,
      Bytes header,
      @Nullable Bytes salt,
      @Nullable Bytes payload,
      List<RecordHash> path) {
    /**
     * Copies the path.
     *
     * @throws IllegalArgumentException if only one of salt and payload is there, the header is too
     *     long or the index negative
     */
    public Item {
      path = List.copyOf(path);
      if ((salt == null) != (payload == null)) {
        throw new IllegalArgumentException("salt and payload are there together or not at all");
      }
      if (header.length() > Header.MAX_BYTES || leafIndex < 0) {
        throw new IllegalArgumentException("header too long or index negative");
      }
    }

    /**
     * Verifies that the header is in the tree of {@code checkpoint} and the payload is the one that
     * it commits to, and returns the header.
     *
     * @throws MalformedException if either is not so
     */
    public Header verify(Checkpoint checkpoint) {
      Header verified = Inclusions.verify(header.toArray(), leafIndex, path, checkpoint);
      if (salt != null
          && payload != null
          && !PayloadCommitment.of(salt, payload).equals(verified.payloadCommitment())) {
        throw new MalformedException("the payload is not the one of record " + leafIndex, 0);
      }
      return verified;
    }
  }

  /**
   * Copies the items.
   *
   * @throws IllegalArgumentException if there are none or too many, or their indexes do not rise
   */
  public Receipt {
    items = List.copyOf(items);
    if (items.isEmpty() || items.size() > MAX_ITEMS) {
      throw new IllegalArgumentException("a receipt has 1 to " + MAX_ITEMS + " records");
    }
    for (int i = 1; i < items.size(); i++) {
      if (items.get(i - 1).leafIndex() >= items.get(i).leafIndex()) {
        throw new IllegalArgumentException("the records' indexes do not rise");
      }
    }
  }

  /** Tells whether {@code file} claims to be a receipt. */
  public static boolean isReceipt(byte[] file) {
    byte[] first = (MAGIC + "\n").getBytes(UTF_8);
    return file.length > first.length
        && Arrays.equals(file, 0, first.length, first, 0, first.length);
  }

  /** Returns the receipt as text. */
  public String format() {
    var text = new StringBuilder(MAGIC).append("\n");
    text.append("records ").append(items.size()).append("\n\n");
    for (Item item : items) {
      text.append("index ").append(item.leafIndex()).append("\n");
      text.append("header ").append(base64(item.header())).append("\n");
      text.append("salt ").append(base64(item.salt())).append("\n");
      text.append("payload ").append(base64(item.payload())).append("\n");
      item.path().forEach(hash -> text.append(base64(Bytes.of(hash.bytes()))).append("\n"));
      text.append("\n");
    }
    return text.append(checkpoint).toString();
  }

  /**
   * Reads a receipt and accepts only what {@link #format} would give again.
   *
   * @throws MalformedException on any other input
   */
  public static Receipt parse(byte[] receipt) {
    if (receipt.length > MAX_BYTES) {
      throw new MalformedException("a receipt has at most " + MAX_BYTES + " bytes", MAX_BYTES);
    }
    String text = new String(receipt, UTF_8);
    try {
      String[] blocks = text.split("\n\n", MAX_ITEMS + 2);
      var head = Arrays.asList(blocks[0].split("\n", -1)).iterator();
      if (!head.next().equals(MAGIC)) {
        throw new MalformedException("not a " + MAGIC, 0);
      }
      int count = Integer.parseInt(value("records ", head));
      if (count < 1 || count > MAX_ITEMS || blocks.length < count + 2) {
        throw new MalformedException("the receipt is cut off", receipt.length);
      }
      var parsed = new Receipt(items(blocks, count), rest(text, blocks, count));
      if (!Arrays.equals(parsed.format().getBytes(UTF_8), receipt)) {
        throw new MalformedException("the receipt is not in its one form", 0);
      }
      return parsed;
    } catch (IllegalArgumentException e) {
      throw new MalformedException("receipt: " + e.getMessage(), 0);
    }
  }

  private static List<Item> items(String[] blocks, int count) {
    var items = new ArrayList<Item>();
    for (int i = 1; i <= count; i++) {
      items.add(item(Arrays.asList(blocks[i].split("\n", -1)).iterator()));
    }
    return items;
  }

  /** What follows the last record's empty line, which has an empty line of its own. */
  private static String rest(String text, String[] blocks, int count) {
    int at = 0;
    for (int i = 0; i <= count; i++) {
      at += blocks[i].length() + 2;
    }
    return text.substring(at);
  }

  private static Item item(Iterator<String> lines) {
    long index = Long.parseLong(value("index ", lines));
    Bytes header = bytes(value("header ", lines));
    @Nullable Bytes salt = optional(value("salt ", lines));
    @Nullable Bytes payload = optional(value("payload ", lines));
    var path = new ArrayList<RecordHash>();
    lines.forEachRemaining(line -> path.add(RecordHash.of(Base64.getDecoder().decode(line))));
    return new Item(index, header, salt, payload, path);
  }

  private static String value(String name, Iterator<String> lines) {
    String line = lines.hasNext() ? lines.next() : "";
    if (!line.startsWith(name)) {
      throw new IllegalArgumentException("a line '" + name + "…' is missing");
    }
    return line.substring(name.length());
  }

  private static @Nullable Bytes optional(String value) {
    return value.equals(NOTHING) ? null : bytes(value);
  }

  private static Bytes bytes(String base64) {
    return Bytes.of(Base64.getDecoder().decode(base64));
  }

  private static String base64(@Nullable Bytes bytes) {
    return bytes == null ? NOTHING : Base64.getEncoder().encodeToString(bytes.toArray());
  }
}
