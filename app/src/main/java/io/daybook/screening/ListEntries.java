package io.daybook.screening;

import io.daybook.kyb.screening.list.ListedEntity;
import io.daybook.kyb.screening.list.ListedName;
import io.daybook.kyb.watchlist.ListDelta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The entries of a version of a list, by their ids, and how two versions differ. */
final class ListEntries {
  private static final String BETWEEN = "\u001f";

  private final Map<String, ListedEntity> entityById;

  ListEntries(List<ListedEntity> entities) {
    this.entityById =
        entities.stream().collect(Collectors.toUnmodifiableMap(ListedEntity::id, each -> each));
  }

  Map<String, ListedEntity> byId() {
    return entityById;
  }

  /** Returns how these differ from those of {@code version}, which was active before. */
  ListDelta since(ListEntries before, int version) {
    int added = 0;
    int changed = 0;
    var removed = new HashMap<>(before.entityById);
    for (ListedEntity entity : entityById.values()) {
      ListedEntity known = removed.remove(entity.id());
      if (known == null) {
        added++;
      } else if (!known.equals(entity)) {
        changed++;
      }
    }
    return new ListDelta(version, added, removed.size(), changed);
  }

  /** Returns 64 hexadecimal digits that are others as soon as anything of the entry is. */
  static String hash(ListedEntity entity) {
    return Sha256.of(
        String.join(
            "\u001e",
            entity.id(),
            entity.kind().name(),
            entity.names().stream()
                .map(ListEntries::text)
                .sorted()
                .collect(Collectors.joining(BETWEEN)),
            joined(entity.birthDates()),
            joined(entity.countries()),
            joined(entity.identifiers()),
            joined(entity.wallets())));
  }

  private static String text(ListedName name) {
    return (name.isWeak() ? "weak " : "good ") + name.text();
  }

  private static String joined(List<String> texts) {
    return texts.stream().sorted().collect(Collectors.joining(BETWEEN));
  }
}
