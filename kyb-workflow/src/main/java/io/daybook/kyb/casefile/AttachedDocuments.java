package io.daybook.kyb.casefile;

import io.daybook.kyb.casefile.KybCommand.AttachDocument;
import io.daybook.kyb.casefile.KybCommand.RecordDocumentCheck;
import io.daybook.kyb.casefile.KybError.CheckExistsWithDifferentResult;
import io.daybook.kyb.casefile.KybError.DocumentExistsWithDifferentContent;
import io.daybook.kyb.casefile.KybError.DocumentsMissing;
import io.daybook.kyb.casefile.KybError.TooManyDocuments;
import io.daybook.kyb.casefile.KybEvent.DocumentAttached;
import io.daybook.kyb.casefile.KybEvent.DocumentsChecked;
import io.daybook.ledger.CommandRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The documents of one case, and what became of the checks of their stored bytes. */
final class AttachedDocuments {
  static final int MAX_DOCUMENTS = 50;

  private final Map<DocumentId, DocumentAttached> attachedById = new HashMap<>();
  private final Map<String, Boolean> intactByCheck = new HashMap<>();

  /** Returns what happens when a document is attached; nothing if it was before. */
  Optional<DocumentAttached> attach(AttachDocument command) {
    ContentRules.check(command);
    var attached =
        new DocumentAttached(
            command.kybCase(),
            command.document(),
            command.kind(),
            command.mediaType(),
            command.sizeBytes(),
            command.sha256());
    @Nullable DocumentAttached before = attachedById.get(command.document());
    if (attached.equals(before)) {
      return Optional.empty();
    }
    if (before != null) {
      throw new CommandRefused(new DocumentExistsWithDifferentContent(command.document()));
    }
    return Optional.of(attached);
  }

  /**
   * Checks that another document has a place.
   *
   * @throws CommandRefused if it has none
   */
  void requirePlace() {
    if (attachedById.size() >= MAX_DOCUMENTS) {
      throw new CommandRefused(new TooManyDocuments(MAX_DOCUMENTS));
    }
  }

  /**
   * Checks that there is a document of each required kind.
   *
   * @throws CommandRefused by all that are missing
   */
  void requireAll(List<DocumentKind> required) {
    List<DocumentKind> missing = new ArrayList<>(required);
    attachedById.values().forEach(document -> missing.remove(document.kind()));
    if (!missing.isEmpty()) {
      throw new CommandRefused(new DocumentsMissing(missing.stream().sorted().toList()));
    }
  }

  /** Returns what happens when the stored bytes were checked; nothing if that is recorded. */
  Optional<DocumentsChecked> check(RecordDocumentCheck command) {
    @Nullable Boolean recorded = intactByCheck.get(command.commandId());
    if (recorded == null) {
      return Optional.of(
          new DocumentsChecked(command.kybCase(), command.commandId(), command.intact()));
    }
    if (recorded != command.intact()) {
      throw new CommandRefused(new CheckExistsWithDifferentResult(command.commandId()));
    }
    return Optional.empty();
  }

  void on(DocumentAttached attached) {
    attachedById.put(attached.document(), attached);
  }

  void on(DocumentsChecked checked) {
    intactByCheck.put(checked.commandId(), checked.intact());
    if (!checked.intact()) {
      // Nobody knows which bytes can be trusted, so all documents have to come again.
      attachedById.clear();
    }
  }
}
