package io.daybook.ui.audit;

import io.daybook.journal.merkle.InclusionPath;
import io.daybook.journal.merkle.InclusionPath.Node;
import io.daybook.journal.merkle.InclusionPath.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from a record up to the root as a picture: the root on top, below it the two halves that
 * it is made of, and so on down to the record.
 *
 * @param width of the picture, in its own units
 */
record ProofDrawing(int width, int height, List<Box> boxes, List<Line> lines) {
  private static final int WIDTH = 760;
  private static final int MARGIN = 10;
  private static final int BOX_WIDTH = 350;
  private static final int BOX_HEIGHT = 48;
  private static final int ROW = 80;
  private static final int SHOWN_DIGITS = 32;

  /**
   * One hash.
   *
   * @param kind {@code root}, {@code path} or {@code sibling}
   */
  record Box(int x, int y, String kind, String label, String hash) {
    static Box of(int x, int row, String kind, Node node) {
      String what = kind.equals("root") ? "root, " : "";
      return new Box(x, MARGIN + row * ROW, kind, what + covered(node), shortHash(node));
    }

    int middle() {
      return x + BOX_WIDTH / 2;
    }

    int bottom() {
      return y + BOX_HEIGHT;
    }

    public int textX() {
      return x + 12;
    }

    public int labelY() {
      return y + 19;
    }

    public int hashY() {
      return y + 38;
    }
  }

  /** A hash goes into the one above it. */
  record Line(int x1, int y1, int x2, int y2, String kind) {
    static Line between(Box child, Box parent) {
      return new Line(child.middle(), child.y(), parent.middle(), parent.bottom(), child.kind());
    }
  }

  public int boxWidth() {
    return BOX_WIDTH;
  }

  public int boxHeight() {
    return BOX_HEIGHT;
  }

  static ProofDrawing of(InclusionPath path) {
    var boxes = new ArrayList<Box>();
    var lines = new ArrayList<Line>();
    Box above = Box.of((WIDTH - BOX_WIDTH) / 2, 0, "root", path.top());
    boxes.add(above);
    int row = 1;
    for (int i = path.steps().size() - 1; i >= 0; i--) {
      Step step = path.steps().get(i);
      Node reached = i == 0 ? path.leaf() : path.steps().get(i - 1).parent();
      Box on = Box.of(x(!step.isSiblingLeft()), row, "path", reached);
      Box beside = Box.of(x(step.isSiblingLeft()), row, "sibling", step.sibling());
      boxes.add(on);
      boxes.add(beside);
      lines.add(Line.between(beside, above));
      lines.add(Line.between(on, above));
      above = on;
      row++;
    }
    return new ProofDrawing(WIDTH, above.bottom() + MARGIN, boxes, lines);
  }

  private static int x(boolean isLeft) {
    return isLeft ? MARGIN : WIDTH - MARGIN - BOX_WIDTH;
  }

  /** Returns which records a hash stands for, in words. */
  static String covered(Node node) {
    return node.to() - node.from() == 1
        ? "record " + node.from()
        : "records " + node.from() + " to " + (node.to() - 1);
  }

  private static String shortHash(Node node) {
    return node.hash().toHex().substring(0, SHOWN_DIGITS) + "…";
  }
}
