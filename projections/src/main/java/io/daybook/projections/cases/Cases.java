package io.daybook.projections.cases;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.PagedQuery;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.Row;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for KYB cases. */
public final class Cases {
  private final JdbcClient jdbc;
  private final PersonalTexts texts;

  /** Reads through {@code jdbc}. */
  public Cases(JdbcClient jdbc, PersonalTexts texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  /** Returns a case without its documents and its history. */
  public Optional<CaseView> findSummary(KybCaseId kybCase) {
    return jdbc.sql("select * from read.kyb_case_list where kyb_case_id = ?")
        .param(kybCase.value())
        .query(Row.mapper(CaseView::of))
        .optional()
        .map(view -> view.opened(texts));
  }

  /** Returns a case with its documents and its history. */
  public Optional<CaseDetailView> find(KybCaseId kybCase) {
    return findSummary(kybCase)
        .map(found -> new CaseDetailView(found, documents(kybCase), history(kybCase)));
  }

  /** Returns the cases in one of {@code states}, the oldest first: the officers' queue. */
  public Page<CaseView> findByState(Collection<CaseState> states, PageRequest request) {
    return PagedQuery.oldestFirst("read.kyb_case_list", "created_position", CaseView::of)
        .where("state = any (:states)", "states", names(states))
        .page(jdbc, request)
        .map(view -> view.opened(texts));
  }

  /** Returns the cases in one of {@code states}, the newest first: what the officers did last. */
  public Page<CaseView> findLatestByState(Collection<CaseState> states, PageRequest request) {
    return PagedQuery.newestFirst("read.kyb_case_list", "created_position", CaseView::of)
        .where("state = any (:states)", "states", names(states))
        .page(jdbc, request)
        .map(view -> view.opened(texts));
  }

  /** Returns the cases whose review is open, the oldest case first. */
  public Page<CaseView> findInReview(PageRequest request) {
    return PagedQuery.oldestFirst("read.kyb_case_list", "created_position", CaseView::of)
        .where("review_opened_at is not null")
        .page(jdbc, request)
        .map(view -> view.opened(texts));
  }

  /** Returns the cases of an applicant, the newest first. */
  public Page<CaseView> findByApplicant(UserId applicant, PageRequest request) {
    return PagedQuery.newestFirst("read.kyb_case_list", "created_position", CaseView::of)
        .where("applicant_id = :applicant", "applicant", applicant.value())
        .page(jdbc, request)
        .map(view -> view.opened(texts));
  }

  /** Returns the cases of an organiser, the newest first. */
  public Page<CaseView> findByOrganiser(OrganiserId organiser, PageRequest request) {
    return PagedQuery.newestFirst("read.kyb_case_list", "created_position", CaseView::of)
        .where("organiser_id = :organiser", "organiser", organiser.value())
        .page(jdbc, request)
        .map(view -> view.opened(texts));
  }

  private List<DocumentView> documents(KybCaseId kybCase) {
    return jdbc.sql(
            "select * from read.kyb_documents where kyb_case_id = ? order by created_position")
        .param(kybCase.value())
        .query(Row.mapper(DocumentView::of))
        .list();
  }

  private List<HistoryView> history(KybCaseId kybCase) {
    return jdbc
        .sql("select * from read.kyb_history where kyb_case_id = ? order by position")
        .param(kybCase.value())
        .query(Row.mapper(HistoryView::of))
        .list()
        .stream()
        .map(view -> view.opened(texts))
        .toList();
  }

  private static String[] names(Collection<CaseState> states) {
    return states.stream().map(CaseState::name).toArray(String[]::new);
  }
}
