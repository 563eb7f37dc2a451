package io.daybook.kyb.watchlist;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.kyb.watchlist.WatchlistCommand.ActivateVersion;
import io.daybook.kyb.watchlist.WatchlistCommand.LoadVersion;
import io.daybook.kyb.watchlist.WatchlistCommand.RecordRescreening;
import io.daybook.kyb.watchlist.WatchlistError.LoaderActivates;
import io.daybook.kyb.watchlist.WatchlistError.VersionKnown;
import io.daybook.kyb.watchlist.WatchlistError.VersionUnknown;
import io.daybook.kyb.watchlist.WatchlistError.WatchlistFieldInvalid;
import io.daybook.kyb.watchlist.WatchlistEvent.CasesRescreened;
import io.daybook.kyb.watchlist.WatchlistEvent.WatchlistVersionActivated;
import io.daybook.kyb.watchlist.WatchlistEvent.WatchlistVersionLoaded;
import io.daybook.ledger.CommandRefused;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One list that parties are looked for in: its versions, of which one is active.
 *
 * <p>A version is loaded by one officer and made active by another.
 */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty and sources it from its first version.
final class Watchlist {
  static final int MAX_NAME_CHARACTERS = 80;
  static final int MAX_SOURCE_CHARACTERS = 300;
  private static final int NONE = 0;

  @AggregateIdentifier private WatchlistId id;
  private final List<WatchlistVersionLoaded> versions = new ArrayList<>();
  private int active = NONE;
  private @Nullable CasesRescreened rescreened;

  Watchlist() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(LoadVersion command) {
    check("name", command.name(), MAX_NAME_CHARACTERS);
    check("source", command.file().source(), MAX_SOURCE_CHARACTERS);
    for (WatchlistVersionLoaded known : versions) {
      if (known.file().equals(command.file()) && known.loadedBy().equals(command.officer())) {
        return;
      }
      if (known.file().sha256().equals(command.file().sha256())) {
        throw new CommandRefused(new VersionKnown(known.version()));
      }
    }
    apply(
        new WatchlistVersionLoaded(
            command.watchlist(),
            command.name(),
            versions.size() + 1,
            command.file(),
            command.delta(),
            command.officer()));
  }

  @CommandHandler
  void handle(ActivateVersion command) {
    WatchlistVersionLoaded version = version(command.version());
    if (active == command.version()) {
      return;
    }
    if (version.loadedBy().equals(command.officer())) {
      throw new CommandRefused(new LoaderActivates(command.officer()));
    }
    apply(
        new WatchlistVersionActivated(
            id, version.version(), version.file().sha256(), version.loadedBy(), command.officer()));
  }

  @CommandHandler
  void handle(RecordRescreening command) {
    version(command.version());
    if (rescreened == null) {
      apply(new CasesRescreened(id, command.version(), command.cases(), command.changed()));
    }
  }

  @EventSourcingHandler
  void on(WatchlistEvent event) {
    switch (event) {
      case WatchlistVersionLoaded loaded -> {
        id = loaded.watchlist();
        versions.add(loaded);
      }
      case WatchlistVersionActivated activated -> {
        active = activated.version();
        rescreened = null;
      }
      case CasesRescreened done -> rescreened = done;
    }
  }

  private WatchlistVersionLoaded version(int version) {
    if (version < 1 || version > versions.size()) {
      throw new CommandRefused(new VersionUnknown(version));
    }
    return versions.get(version - 1);
  }

  private static void check(String field, String text, int maxCharacters) {
    boolean isText =
        !text.isBlank()
            && text.codePointCount(0, text.length()) <= maxCharacters
            && text.codePoints().noneMatch(Watchlist::isHidden);
    if (!isText) {
      throw new CommandRefused(new WatchlistFieldInvalid(field, maxCharacters));
    }
  }

  private static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
