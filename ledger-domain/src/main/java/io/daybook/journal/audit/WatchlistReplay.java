package io.daybook.journal.audit;

/** That each version of a list that is searched was loaded by one officer, activated by another. */
final class WatchlistReplay implements AutoCloseable {
  private static final int LOADER = 0;
  private static final int FILE = 16;

  private final ScratchTable versions = new ScratchTable(32);

  /** Follows {@code WatchlistVersionLoaded}. */
  void load(StrictJson json) {
    ShortHash key = key(json);
    RuleViolation.unless(
        versions.find(key) == ScratchTable.NOWHERE, "version of a list", "loaded once", "again");
    ShortHash loader = ShortHash.of(json.text("loadedBy"));
    ShortHash file = ShortHash.of(json.object("file").text("sha256"));
    long at = versions.add(key);
    versions.setKey(at, LOADER, loader);
    versions.setKey(at, FILE, file);
  }

  /** Follows {@code WatchlistVersionActivated}. */
  void activate(StrictJson json) {
    long at = versions.find(key(json));
    RuleViolation.unless(
        at != ScratchTable.NOWHERE, "version of a list", "loaded before", "it never was");
    RuleViolation.unless(
        versions.getKey(at, FILE).equals(ShortHash.of(json.text("sha256"))),
        "file of the version",
        "the one that was loaded",
        json.text("sha256"));
    RuleViolation.unless(
        versions.getKey(at, LOADER).equals(ShortHash.of(json.text("loadedBy"))),
        "loader of the version",
        "who loaded it",
        json.text("loadedBy"));
    RuleViolation.unless(
        !json.text("activatedBy").equals(json.text("loadedBy")),
        "officer who activated",
        "not the loader",
        json.text("activatedBy"));
  }

  private static ShortHash key(StrictJson json) {
    return ShortHash.of(json.text("watchlist") + " " + json.integer("version"));
  }

  @Override
  public void close() {
    versions.close();
  }
}
