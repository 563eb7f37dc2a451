package io.daybook.projections.cases;

import io.daybook.kyb.casefile.HitId;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.Ownership;
import io.daybook.kyb.casefile.Party;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.kyb.casefile.ResolvedOwnership;
import io.daybook.kyb.casefile.RiskBand;
import io.daybook.kyb.casefile.RiskTables;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.PagedQuery;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for the parties of KYB cases and what screening found. For officers alone. */
public final class Screenings {
  private static final String PRESENT_HITS =
      "read.kyb_hits h where exists (select from read.kyb_cases c where c.kyb_case_id ="
          + " h.kyb_case_id and c.screening_position = h.seen_position)";

  private final JdbcClient jdbc;
  private final PersonalTexts texts;

  /** Reads through {@code jdbc}. */
  public Screenings(JdbcClient jdbc, PersonalTexts texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  /** Returns the parties of a case, the business itself first. */
  public List<PartyView> parties(KybCaseId kybCase) {
    return jdbc
        .sql(
            "select * from read.kyb_parties where kyb_case_id = ? and is_present"
                + " order by created_position, party_id")
        .param(kybCase.value())
        .query(Row.mapper(PartyView::of))
        .list()
        .stream()
        .map(view -> view.opened(texts))
        .toList();
  }

  /** Returns what was declared last about who owns and controls whom, absent if nothing was. */
  public Optional<OwnershipView> ownership(KybCaseId kybCase) {
    return jdbc.sql("select * from read.kyb_ownership where kyb_case_id = ?")
        .param(kybCase.value())
        .query(Row.mapper(OwnershipView::of))
        .optional();
  }

  /** Returns who is behind the business by what was declared, in the case's risk band. */
  public ResolvedOwnership resolvedOwnership(KybCaseId kybCase) {
    Map<PartyId, Party> parties = new LinkedHashMap<>();
    parties(kybCase).forEach(view -> parties.put(view.party(), view.details()));
    Ownership declared =
        ownership(kybCase)
            .map(OwnershipView::declared)
            .orElseGet(() -> new Ownership(List.of(), List.of()));
    return ResolvedOwnership.of(
        PartyId.ofBusiness(kybCase), parties, declared, ownerBasisPoints(kybCase));
  }

  private int ownerBasisPoints(KybCaseId kybCase) {
    return jdbc.sql(
            """
            select owner_basis_points from read.kyb_cases
            where kyb_case_id = ? and owner_basis_points is not null
            """)
        .param(kybCase.value())
        .query(Integer.class)
        .optional()
        .orElseGet(() -> RiskTables.ownerBasisPoints(RiskBand.LOW));
  }

  /** Returns what the last screening of a case found, the highest score first. */
  public List<HitView> hits(KybCaseId kybCase) {
    return jdbc
        .sql(
            "select * from "
                + PRESENT_HITS
                + " and h.kyb_case_id = ? order by h.score desc, h.created_position, h.hit_id")
        .param(kybCase.value())
        .query(Row.mapper(HitView::of))
        .list()
        .stream()
        .map(view -> view.opened(texts))
        .toList();
  }

  /** Returns a hit, also one that the last screening did not find. */
  public Optional<HitView> hit(HitId hit) {
    return jdbc.sql("select * from read.kyb_hits where hit_id = ?")
        .param(hit.value())
        .query(Row.mapper(HitView::of))
        .optional()
        .map(view -> view.opened(texts));
  }

  /** Returns the cases with hits that wait for a decision, the oldest first. */
  public Page<CaseView> casesWithOpenHits(PageRequest request) {
    return PagedQuery.oldestFirst("read.kyb_case_list", "created_position", CaseView::of)
        .where("state <> 'REJECTED'")
        .where("open_hits > 0")
        .page(jdbc, request)
        .map(view -> view.opened(texts));
  }

  /** Returns the ids of all cases that were screened and are not rejected, in their order. */
  public List<KybCaseId> screenedCases() {
    return jdbc.sql(
            """
            select kyb_case_id from read.kyb_cases
            where screened_at is not null and state <> 'REJECTED' order by created_position
            """)
        .query(Row.mapper(row -> row.value("kyb_case_id", KybCaseId::new)))
        .list();
  }
}
