package io.daybook.replay;

import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.ProjectionPositions;
import io.daybook.projections.shared.ProjectionRebuilds;
import java.nio.file.Path;

/** Rebuilds everything and ends in the middle of it, as after {@code kill -9}. */
final class RebuildAndDie {
  static final int EXIT_CODE = 9;

  private RebuildAndDie() {}

  public static void main(String[] arguments) {
    var daybook = ReplayApplication.start(Path.of(arguments[0]));
    ReplayApplication.awaitAll(daybook);
    daybook.getBean(ProjectionRebuilds.class).rebuild(ProjectionNames.ALL);
    var positions = daybook.getBean(ProjectionPositions.class);
    while (positions.position(ProjectionNames.AUDIT) < 0) {
      Thread.onSpinWait();
    }
    Runtime.getRuntime().halt(EXIT_CODE);
  }
}
