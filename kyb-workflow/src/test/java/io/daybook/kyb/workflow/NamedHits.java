package io.daybook.kyb.workflow;

import io.daybook.kyb.casefile.FoundHit;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.kyb.casefile.ScreenedParty;
import io.daybook.kyb.casefile.Screener;
import io.daybook.kyb.casefile.Screening;
import io.daybook.kyb.casefile.UsedList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the businesses of the cases that tests name, and no other. */
final class NamedHits implements Screener {
  private final Set<KybCaseId> listed = ConcurrentHashMap.newKeySet();

  @Override
  public Screening screen(KybCaseId kybCase) {
    PartyId business = PartyId.ofBusiness(kybCase);
    var hit = new FoundHit(business, 1, "wls", 1, "E-1", "0".repeat(64), 900, "Listed", "alike");
    return new Screening(
        "0".repeat(64),
        List.of(new UsedList("wls", 1, "0".repeat(64))),
        List.of(new ScreenedParty(business, 1)),
        listed.contains(kybCase) ? List.of(hit) : List.of());
  }

  void list(KybCaseId kybCase) {
    listed.add(kybCase);
  }

  void delist(KybCaseId kybCase) {
    listed.remove(kybCase);
  }
}
