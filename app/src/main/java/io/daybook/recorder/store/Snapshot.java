package io.daybook.recorder.store;

import io.daybook.journal.RecordHash;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** A stored state of an aggregate, and the record that it stands on. */
final class Snapshot {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String DOMAIN = "daybook/snapshot/v1";

  private final String aggregateType;
  private final String aggregateId;
  private final long sequence;
  private final RecordHash leafHash;
  private final long timestampMillis;
  private final StateType type;
  private final byte[] state;

  /**
   * Describes a snapshot.
   *
   * @param event the last event that the state has in it
   * @param leafHash that event's leaf hash
   */
  Snapshot(EventPlace event, RecordHash leafHash, StateType type, byte[] state) {
    this.aggregateType = event.aggregateType();
    this.aggregateId = event.aggregateId();
    this.sequence = event.sequence();
    this.timestampMillis = event.timestampMillis();
    this.leafHash = leafHash;
    this.type = type;
    this.state = state;
  }

  /** An event's place in its stream, and its time. */
  record EventPlace(
      String aggregateType, String aggregateId, long sequence, long timestampMillis) {}

  /**
   * What a state is made of.
   *
   * @param name the class's name
   * @param revision a hash of the code that made it, see {@link CodeRevision}
   */
  record StateType(String name, String revision) {}

  EventPlace event() {
    return new EventPlace(aggregateType, aggregateId, sequence, timestampMillis);
  }

  RecordHash leafHash() {
    return leafHash;
  }

  StateType type() {
    return type;
  }

  byte[] state() {
    return state;
  }

  /** Returns the HMAC-SHA-256 (RFC 2104) of all that this says. */
  byte[] mac(SecretKey key) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(content());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isAuthentic(SecretKey key, byte[] mac) {
    return MessageDigest.isEqual(mac, mac(key));
  }

  /** Each part follows its length, so that no two snapshots have the same content. */
  private byte[] content() {
    var bytes = new ByteArrayOutputStream(state.length + 512);
    try (var out = new DataOutputStream(bytes)) {
      for (String text : new String[] {DOMAIN, aggregateType, aggregateId}) {
        write(out, text.getBytes(StandardCharsets.UTF_8));
      }
      out.writeLong(sequence);
      write(out, leafHash.bytes());
      out.writeLong(timestampMillis);
      write(out, type.name().getBytes(StandardCharsets.UTF_8));
      write(out, type.revision().getBytes(StandardCharsets.UTF_8));
      write(out, state);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, byte[] part) throws IOException {
    out.writeInt(part.length);
    out.write(part);
  }
}
