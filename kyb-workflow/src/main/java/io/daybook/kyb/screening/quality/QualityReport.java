package io.daybook.kyb.screening.quality;

import io.daybook.kyb.screening.list.ListedEntity;
import io.daybook.kyb.screening.list.ListedName;
import io.daybook.kyb.screening.match.Hit;
import io.daybook.kyb.screening.match.Screener;
import io.daybook.kyb.screening.match.ScreeningIndex;
import io.daybook.kyb.screening.match.ScreeningPolicy;
import io.daybook.kyb.screening.match.ScreeningQuery;
import io.daybook.kyb.screening.name.NameKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Measures a list's recall with its own names, clean and mangled, and how many ordinary names
 * alert. Equal seeds give equal reports.
 */
public final class QualityReport {
  private static final int TOP = 3;

  private final Screener screener;
  private final List<ListedEntity> persons;
  private final long seed;

  /** A row of the report: what was asked, how often, and how often the answer was right. */
  public record Row(String what, int asked, int found) {
    /** The share that was found, from 0 to 1. */
    public double share() {
      return asked == 0 ? 0 : (double) found / asked;
    }
  }

  /** Prepares measuring by the given policy. */
  public QualityReport(
      ScreeningIndex index, ScreeningPolicy policy, List<ListedEntity> listed, long seed) {
    this.screener = new Screener(index, policy);
    this.persons = listed.stream().filter(QualityReport::isUsable).toList();
    this.seed = seed;
  }

  /** Tells whether the list has a person whose name has more than one part. */
  public static boolean canMeasure(List<ListedEntity> listed) {
    return listed.stream().anyMatch(QualityReport::isUsable);
  }

  private static boolean isUsable(ListedEntity entity) {
    ListedName first = entity.names().getFirst();
    return entity.kind() == NameKind.PERSON && !first.isWeak() && first.text().contains(" ");
  }

  /** Returns a list of made-up persons and companies. */
  public static List<ListedEntity> madeUp(int count, long seed) {
    var random = new SplittableRandom(seed);
    var cultures = new Cultures(random);
    var listed = new ArrayList<ListedEntity>(count);
    var used = new HashSet<String>();
    while (listed.size() < count) {
      boolean isPerson = random.nextInt(4) > 0;
      String first = isPerson ? cultures.person() : cultures.company();
      if (!used.add(first)) {
        continue;
      }
      var names = new ArrayList<ListedName>();
      names.add(new ListedName(first, false));
      if (isPerson && random.nextInt(3) == 0) {
        String name = names.getFirst().text();
        names.add(new ListedName(Mangling.SPELLED_OTHERWISE.of(name, random, cultures), false));
      }
      NameKind kind = isPerson ? NameKind.PERSON : NameKind.ORGANISATION;
      List<String> none = List.of();
      listed.add(new ListedEntity("made-up-" + listed.size(), kind, names, none, none, none, none));
    }
    return listed;
  }

  /** Returns the names that ordinary customers might have. */
  public static List<String> ordinary(int count, long seed) {
    var cultures = new Cultures(new SplittableRandom(seed));
    var names = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      names.add(cultures.person());
    }
    return names;
  }

  /** Asks {@code count} questions of each sort and returns a row for each. */
  public List<Row> measure(int count) {
    var random = new SplittableRandom(seed);
    var cultures = new Cultures(random.split());
    var found = new TreeMap<Mangling, Integer>();
    int clean = 0;
    for (int i = 0; i < count; i++) {
      ListedEntity entity = persons.get(random.nextInt(persons.size()));
      String name = entity.names().getFirst().text();
      clean += finds(entity, name) ? 1 : 0;
      for (Mangling mangling : Mangling.values()) {
        boolean isFound = finds(entity, mangling.of(name, random, cultures));
        found.merge(mangling, isFound ? 1 : 0, Integer::sum);
      }
    }
    var rows = new ArrayList<Row>();
    rows.add(new Row("clean", count, clean));
    int all = 0;
    for (var each : found.entrySet()) {
      rows.add(new Row("mangled: " + each.getKey(), count, each.getValue()));
      all += each.getValue();
    }
    rows.add(new Row("mangled: all", count * found.size(), all));
    rows.add(new Row("false alerts", count, alerts(count)));
    return rows;
  }

  private int alerts(int count) {
    int alerts = 0;
    for (String name : ordinary(count, seed + 1)) {
      alerts += ask(name).isEmpty() ? 0 : 1;
    }
    return alerts;
  }

  private boolean finds(ListedEntity entity, String name) {
    return ask(name).stream().anyMatch(hit -> hit.entity().id().equals(entity.id()));
  }

  private List<Hit> ask(String name) {
    List<String> none = List.of();
    return screener.screen(
        new ScreeningQuery("q", List.of(name), NameKind.PERSON, none, none, none, none), TOP);
  }
}
