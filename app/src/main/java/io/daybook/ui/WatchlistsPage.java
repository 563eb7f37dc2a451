package io.daybook.ui;

import io.daybook.kyb.watchlist.ListDelta;
import io.daybook.projections.cases.WatchlistVersionView;
import io.daybook.projections.cases.WatchlistView;
import io.daybook.security.Caller;
import io.daybook.security.Role;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The lists as their page shows them.
 *
 * @param isSampleUsed whether no list is active, so that the made-up sample is searched
 * @param mayAct whether the caller may load and activate
 */
record WatchlistsPage(List<Card> lists, boolean isSampleUsed, boolean mayAct) {

  /**
   * One list.
   *
   * @param rescreened what became of the cases when the active version was activated
   */
  record Card(String id, String name, String rescreened, List<Version> versions) {}

  /**
   * One version.
   *
   * @param delta how it differs from the version that was active when it was loaded
   * @param activation who activated it and when, or empty
   * @param action whether the caller may activate it
   * @param own whether the caller loaded it, and so may not
   */
  record Version(
      int number,
      boolean active,
      String content,
      String source,
      String sha256,
      String delta,
      String loaded,
      String activation,
      boolean action,
      boolean own) {}

  static WatchlistsPage of(
      List<WatchlistView> lists, Caller caller, UnaryOperator<String> nameOfUser) {
    boolean mayAct = caller.is(Role.OFFICER);
    return new WatchlistsPage(
        lists.stream().map(list -> card(list, caller, nameOfUser, mayAct)).toList(),
        lists.stream().allMatch(list -> list.activeVersion() == null),
        mayAct);
  }

  private static Card card(
      WatchlistView list, Caller caller, UnaryOperator<String> nameOfUser, boolean mayAct) {
    return new Card(
        list.watchlist().value(),
        list.name(),
        rescreened(list),
        list.versions().stream()
            .map(version -> version(list, version, caller, nameOfUser, mayAct))
            .toList());
  }

  private static String rescreened(WatchlistView list) {
    if (list.activeVersion() == null) {
      return "Not active: nobody is looked for in it.";
    }
    return list.rescreenedCases() == null
        ? "Active. All cases are being screened again."
        : "Active. %d cases were screened again, %d of them have other hits now."
            .formatted(list.rescreenedCases(), list.changedCases());
  }

  private static Version version(
      WatchlistView list,
      WatchlistVersionView version,
      Caller caller,
      UnaryOperator<String> nameOfUser,
      boolean mayAct) {
    boolean isActive = Objects.equals(list.activeVersion(), version.version());
    boolean isOwn = version.loadedBy().value().equals(caller.userId());
    return new Version(
        version.version(),
        isActive,
        "%,d entries with %,d names, %s"
            .formatted(version.file().entities(), version.file().names(), version.file().format()),
        version.file().source(),
        version.file().sha256(),
        delta(version.delta()),
        nameOfUser.apply(version.loadedBy().value())
            + ", "
            + Moment.toTheMinute(version.loadedAt()).text(),
        version.activatedBy() == null || version.activatedAt() == null
            ? ""
            : nameOfUser.apply(version.activatedBy().value())
                + ", "
                + Moment.toTheMinute(version.activatedAt()).text(),
        mayAct && !isActive && !isOwn,
        isOwn);
  }

  private static String delta(ListDelta delta) {
    return delta.comparedWith() == 0
        ? "the first to be activated"
        : "%,d new, %,d gone, %,d changed since version %d"
            .formatted(delta.added(), delta.removed(), delta.changed(), delta.comparedWith());
  }
}
