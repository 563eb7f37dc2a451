package io.daybook.ui;

import io.daybook.kyb.casefile.Ownership;
import io.daybook.kyb.casefile.PartyControl;
import io.daybook.kyb.casefile.PartyHolding;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.kyb.casefile.ResolvedOwnership;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Owners above what they own, the business at the bottom, in the units of the picture.
 *
 * @param boxes one for each party that has to do with the business
 * @param lines one for each holding and control between them
 */
record OwnershipDrawing(int width, int height, List<Box> boxes, List<Line> lines) {
  private static final int MOST_BOXES = 40;
  private static final int BOX_WIDTH = 168;
  private static final int BOX_HEIGHT = 40;
  private static final int COLUMN = 252;
  private static final int LANE = 12;
  private static final int LEVEL = 104;
  private static final int MARGIN = 12;
  private static final int SHOWN_CHARACTERS = 20;

  /**
   * A party.
   *
   * @param label its name, shortened
   * @param tone its colour class
   */
  record Box(int x, int y, String label, String name, String tone) {
    public int middle() {
      return x + BOX_WIDTH / 2;
    }

    public int baseline() {
      return y + BOX_HEIGHT / 2 + 5;
    }

    public int width() {
      return BOX_WIDTH;
    }

    public int height() {
      return BOX_HEIGHT;
    }
  }

  /**
   * A holding, or control without one.
   *
   * @param label such as "33.33 %" or "control"
   */
  record Line(int x1, int y1, int x2, int y2, String label, String tone) {
    public int labelX() {
      return (x1 + x2) / 2;
    }

    public int labelY() {
      return (y1 + y2) / 2 + 4;
    }
  }

  static Optional<OwnershipDrawing> of(
      PartyId business,
      Ownership declared,
      Map<PartyId, String> nameById,
      ResolvedOwnership resolved) {
    Map<PartyId, Integer> levels = levels(business, declared);
    if (levels.size() < 2 || levels.size() > MOST_BOXES) {
      return Optional.empty();
    }
    int highest = levels.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    Map<Integer, Integer> filled = new HashMap<>();
    Map<PartyId, Box> boxes = new LinkedHashMap<>();
    Set<PartyId> owners = Set.copyOf(resolved.beneficialOwners());
    levels.forEach((party, level) -> {
      int column = filled.merge(level, 1, Integer::sum) - 1;
      String name = nameById.getOrDefault(party, party.value());
      String tone =
          party.equals(business) ? "business" : owners.contains(party) ? "owner" : "other";
      boxes.put(
          party,
          new Box(
              MARGIN + column * COLUMN,
              MARGIN + (highest - level) * LEVEL,
              shortened(name),
              name,
              tone));
    });
    int widest = filled.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    return Optional.of(
        new OwnershipDrawing(
            2 * MARGIN + (widest - 1) * COLUMN + BOX_WIDTH,
            2 * MARGIN + highest * LEVEL + BOX_HEIGHT,
            List.copyOf(boxes.values()),
            lines(declared, boxes)));
  }

  /** How many steps each party is away from the business; who does not lead there is left out. */
  private static Map<PartyId, Integer> levels(PartyId business, Ownership declared) {
    Map<PartyId, Set<PartyId>> ownersOf = new HashMap<>();
    for (PartyHolding holding : declared.holdings()) {
      ownersOf.computeIfAbsent(holding.owned(), _ -> new HashSet<>()).add(holding.owner());
    }
    for (PartyControl control : declared.controls()) {
      ownersOf.computeIfAbsent(control.whom(), _ -> new HashSet<>()).add(control.who());
    }
    Map<PartyId, Integer> levels = new LinkedHashMap<>();
    levels.put(business, 0);
    Deque<PartyId> left = new ArrayDeque<>(List.of(business));
    while (!left.isEmpty()) {
      PartyId owned = left.poll();
      int next = levels.getOrDefault(owned, 0) + 1;
      ownersOf.getOrDefault(owned, Set.of()).stream()
          .sorted(Comparator.comparing(PartyId::value))
          .filter(owner -> levels.putIfAbsent(owner, next) == null)
          .forEach(left::add);
    }
    return levels;
  }

  private static List<Line> lines(Ownership declared, Map<PartyId, Box> boxes) {
    var lines = new ArrayList<Line>();
    for (PartyHolding holding : declared.holdings()) {
      String percent =
          BigDecimal.valueOf(holding.basisPoints(), 2).stripTrailingZeros().toPlainString();
      line(boxes, holding.owner(), holding.owned(), percent + " %", "share").ifPresent(lines::add);
    }
    for (PartyControl control : declared.controls()) {
      line(boxes, control.who(), control.whom(), "control", "control").ifPresent(lines::add);
    }
    return lines;
  }

  private static Optional<Line> line(
      Map<PartyId, Box> boxes, PartyId from, PartyId to, String label, String tone) {
    Box owner = boxes.get(from);
    Box owned = boxes.get(to);
    if (owner == null || owned == null || from.equals(to)) {
      return Optional.empty();
    }
    return Optional.of(
        owner.y() == owned.y()
            ? beside(owner, owned, label, tone)
            : above(owner, owned, label, tone));
  }

  /** From side to side; two that own each other have a lane for each direction. */
  private static Line beside(Box owner, Box owned, String label, String tone) {
    boolean isRightward = owner.x() < owned.x();
    int y = owner.y() + (isRightward ? LANE : BOX_HEIGHT - LANE);
    return new Line(
        owner.x() + (isRightward ? BOX_WIDTH : 0),
        y,
        owned.x() + (isRightward ? 0 : BOX_WIDTH),
        y,
        label,
        tone);
  }

  private static Line above(Box owner, Box owned, String label, String tone) {
    boolean isDownward = owner.y() < owned.y();
    return new Line(
        owner.middle(),
        owner.y() + (isDownward ? BOX_HEIGHT : 0),
        owned.middle(),
        owned.y() + (isDownward ? 0 : BOX_HEIGHT),
        label,
        tone);
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= SHOWN_CHARACTERS
        ? name
        : name.substring(0, name.offsetByCodePoints(0, SHOWN_CHARACTERS - 1)) + "…";
  }
}
