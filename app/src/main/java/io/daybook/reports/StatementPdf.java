package io.daybook.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** Writes a statement as a PDF of A4 pages; its font is embedded. */
public final class StatementPdf implements AutoCloseable {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float SIZE = 9;
  private static final float TITLE_SIZE = 14;
  private static final float LEADING = 13;
  private static final float MARGIN = 50;
  private static final float RIGHT = PDRectangle.A4.getWidth() - MARGIN;
  private static final float TIME = MARGIN;
  private static final float MEMO = MARGIN + 95;
  private static final float MEMO_WIDTH = 205;
  private static final float AMOUNT = RIGHT - 100;

  private final PDDocument document = new PDDocument();
  private final PDFont font;
  private @Nullable PDPageContentStream page;
  private float y;

  private StatementPdf() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
      font = PDType0Font.load(document, file);
    }
  }

  /** Returns the file. */
  public static byte[] of(Statement statement) {
    try (var pdf = new StatementPdf()) {
      pdf.write(statement);
      return pdf.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException("a document in memory cannot fail", e);
    }
  }

  private void write(Statement statement) throws IOException {
    Currency currency = statement.account().currency();
    document.getDocumentInformation().setTitle("Statement " + statement.account().account());
    text(TITLE_SIZE, MARGIN, "Account statement");
    down(2 * LEADING);
    text(SIZE, MARGIN, fitting(statement.account().account().value(), RIGHT - MARGIN));
    down(LEADING);
    text(
        SIZE,
        MARGIN,
        "%s to %s, amounts in %s, journal position %d"
            .formatted(
                time(statement.period().from()),
                time(statement.period().until()),
                currency,
                statement.position()));
    down(2 * LEADING);
    row(List.of("Time (UTC)", "Entry", "Amount", "Balance"));
    String opening = Amounts.text(statement.openingMinor(), currency);
    row(List.of(time(statement.period().from()), "Opening balance", "", opening));
    for (StatementLine line : statement.lines()) {
      boolean isNormal = line.side() == statement.account().kind().normalSide();
      var amount = isNormal ? line.amountMinor() : line.amountMinor().negate();
      row(
          List.of(
              time(line.postedAt()),
              line.memo(),
              Amounts.text(amount, currency),
              Amounts.text(line.balanceMinor(), currency)));
    }
    String closing = Amounts.text(statement.closingMinor(), currency);
    row(List.of(time(statement.period().until()), "Closing balance", "", closing));
  }

  private void row(List<String> cells) throws IOException {
    text(SIZE, TIME, cells.get(0));
    text(SIZE, MEMO, fitting(cells.get(1), MEMO_WIDTH));
    text(SIZE, AMOUNT - width(cells.get(2)), cells.get(2));
    text(SIZE, RIGHT - width(cells.get(3)), cells.get(3));
    down(LEADING);
  }

  private void text(float size, float x, String text) throws IOException {
    PDPageContentStream on = page();
    on.beginText();
    on.setFont(font, size);
    on.newLineAtOffset(x, y);
    on.showText(printable(text));
    on.endText();
  }

  private PDPageContentStream page() throws IOException {
    if (page == null || y < MARGIN) {
      endPage();
      var next = new PDPage(PDRectangle.A4);
      document.addPage(next);
      page = new PDPageContentStream(document, next);
      y = PDRectangle.A4.getHeight() - MARGIN;
    }
    return page;
  }

  private void endPage() throws IOException {
    if (page != null) {
      page.close();
    }
  }

  private void down(float distance) {
    y -= distance;
  }

  private float width(String text) throws IOException {
    return font.getStringWidth(printable(text)) / 1000 * SIZE;
  }

  /** Returns as much of {@code text} as there is room for. */
  private String fitting(String text, float room) throws IOException {
    String shown = PlainText.line(text);
    if (width(shown) <= room) {
      return shown;
    }
    while (!shown.isEmpty() && width(shown + "…") > room) {
      shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -1));
    }
    return shown + "…";
  }

  /** Returns {@code text} with a question mark for each character that the font does not have. */
  private String printable(String text) {
    var printable = new StringBuilder();
    PlainText.line(text)
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(character -> printable.append(hasGlyph(character) ? character : "?"));
    return printable.toString();
  }

  private boolean hasGlyph(String character) {
    try {
      font.encode(character);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private byte[] bytes() throws IOException {
    endPage();
    var bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", "");
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
