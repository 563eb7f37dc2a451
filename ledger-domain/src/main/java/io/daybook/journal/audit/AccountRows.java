package io.daybook.journal.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The accounts as the read model shows them. */
final class AccountRows implements ModelRows {
  private final List<String> rows = new ArrayList<>();
  private final List<Long> openedAt = new ArrayList<>();
  private final Map<String, Integer> placeByName = new HashMap<>();

  AccountRows(SortedMap<String, LedgerSums> accounts) {
    accounts.forEach((name, sums) -> {
      String key = name.replaceFirst(" ", "\t");
      placeByName.put(key, rows.size());
      openedAt.add(sums.openedAt());
      rows.add(
          String.join(
              "\t",
              key,
              sums.kind(),
              sums.currency(),
              sums.debit().toString(),
              sums.credit().toString()));
    });
  }

  @Override
  public long count() {
    return rows.size();
  }

  @Override
  public String key(String[] columns) {
    return columns[0] + "\t" + (columns.length > 1 ? columns[1] : "");
  }

  @Override
  public long find(String[] columns) {
    return columns.length == 6 ? placeByName.getOrDefault(columns[0] + "\t" + columns[1], -1) : -1;
  }

  @Override
  public boolean matches(long place, String[] columns) {
    return rows.get((int) place).equals(String.join("\t", columns));
  }

  @Override
  public long next(long place) {
    return place < rows.size() ? place : -1;
  }

  @Override
  public long recordOf(long place) {
    return openedAt.get((int) place);
  }

  @Override
  public String describe(long place, StrictJson record) {
    return rows.get((int) place);
  }
}
