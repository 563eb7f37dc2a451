package io.daybook.kyb.screening.list;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * What a gzip file holds, up to a hundred times its size: lists shrink to a tenth or a twentieth,
 * and what shrinks more was made to fill a disk or a memory.
 */
final class UnpackedStream extends FilterInputStream {
  private static final int MOST_TIMES = 100;
  private static final long SMALL = 1 << 20;
  private static final int BUFFER = 1 << 16;

  private long left;

  /**
   * Unpacks {@code packed}.
   *
   * @param packedBytes how long that is
   */
  UnpackedStream(InputStream packed, long packedBytes) throws IOException {
    super(new GZIPInputStream(packed, BUFFER));
    this.left = SMALL + MOST_TIMES * packedBytes;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int bytes) {
    left -= bytes;
    if (left < 0) {
      throw new ListRefused("unpacked it is more than %d times as large".formatted(MOST_TIMES));
    }
  }
}
