package io.daybook.api;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws QR codes (ISO/IEC 18004) with error correction level M. */
final class QrCode {
  private static final int PIXELS = 480;
  private static final int BLACK = 0xFF000000;
  private static final int WHITE = 0xFFFFFFFF;

  private QrCode() {}

  /** Returns a PNG image of {@code text}, 480 pixels wide. */
  static byte[] png(String text) {
    try {
      BitMatrix dots =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  PIXELS,
                  PIXELS,
                  Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
      var image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB);
      for (int y = 0; y < PIXELS; y++) {
        for (int x = 0; x < PIXELS; x++) {
          image.setRGB(x, y, dots.get(x, y) ? BLACK : WHITE);
        }
      }
      var png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      return png.toByteArray();
    } catch (WriterException e) {
      throw new IllegalStateException("a credential fits into a QR code", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
