package io.daybook.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.journal.RecordHash;
import io.daybook.journal.merkle.InclusionPath;
import io.daybook.journal.merkle.InclusionPath.Node;
import io.daybook.journal.merkle.InclusionPath.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofDrawingTest {
  private static final RecordHash HASH = RecordHash.sha256(new byte[0]);

  @Test
  void aTreeOfOneRecordIsItsOwnRoot() {
    var drawing = ProofDrawing.of(new InclusionPath(new Node(0, 1, HASH), List.of()));

    assertThat(drawing.boxes())
        .extracting(ProofDrawing.Box::label)
        .containsExactly("root, record 0");
    assertThat(drawing.lines()).isEmpty();
  }

  @Test
  void theRootIsOnTopAndSiblingsStandOnTheirSide() {
    var drawing =
        ProofDrawing.of(
            new InclusionPath(
                new Node(2, 3, HASH),
                List.of(new Step(new Node(0, 2, HASH), true, new Node(0, 3, HASH)))));

    assertThat(drawing.boxes())
        .extracting(ProofDrawing.Box::kind, ProofDrawing.Box::label)
        .containsExactly(
            tuple("root", "root, records 0 to 2"),
            tuple("path", "record 2"),
            tuple("sibling", "records 0 to 1"));
    assertThat(drawing.boxes().get(2).x()).isLessThan(drawing.boxes().get(1).x());
    assertThat(drawing.lines()).allSatisfy(line -> assertThat(line.y1()).isGreaterThan(line.y2()));
    assertThat(drawing.height()).isGreaterThan(drawing.boxes().get(1).bottom());
  }
}
