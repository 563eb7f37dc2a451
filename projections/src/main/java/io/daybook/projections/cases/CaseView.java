package io.daybook.projections.cases;

import io.daybook.kyb.casefile.Business;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.UsedList;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A KYB case as lists show it; what has not happened yet is absent.
 *
 * @param documentsIntact whether each stored document had its hash when that was last checked
 * @param reason the last officer's
 * @param screenedAt when its parties were looked for in the lists last
 * @param screenedLists those lists
 * @param openHits how many hits wait for officers
 * @param confirmedHits how many of its parties are on a list
 * @param suspended whether it was approved, but hits stand against that
 * @param secondedBy who agreed to the proposal where a third officer must as well
 * @param risk how risky the business is; absent before the case was submitted
 * @param review the next one of an approved business, absent for all others
 * @param request what officers asked the applicant for last
 * @param position the journal index of its last event
 */
public record CaseView(
    KybCaseId kybCase,
    OrganiserId organiser,
    UserId applicant,
    Business business,
    CaseState state,
    @Nullable Boolean documentsIntact,
    @Nullable UserId proposedBy,
    @Nullable UserId secondedBy,
    @Nullable UserId approvedBy,
    @Nullable UserId rejectedBy,
    @Nullable String reason,
    Instant openedAt,
    @Nullable Instant submittedAt,
    @Nullable Instant decidedAt,
    @Nullable Instant screenedAt,
    List<UsedList> screenedLists,
    int openHits,
    int confirmedHits,
    boolean suspended,
    @Nullable RiskView risk,
    @Nullable ReviewView review,
    @Nullable RequestView request,
    long position) {
  static final String NAME = "legal_name";
  static final String NUMBER = "registration_number";
  static final String ACTIVITY = "activity";
  static final String REASON = "reason";
  static final String QUESTION = "request_question";
  static final String ANSWER = "request_answer";

  /** Copies the lists. */
  public CaseView {
    screenedLists = List.copyOf(screenedLists);
  }

  /** Returns the lists of a screening as a column has them. */
  static String text(List<UsedList> lists) {
    return lists.stream()
        .map(list -> list.watchlist() + " " + list.version() + " " + list.sha256())
        .collect(Collectors.joining("\n"));
  }

  private static List<UsedList> lists(@Nullable String text) {
    return text == null || text.isEmpty()
        ? List.of()
        : text.lines()
            .map(line -> line.split(" "))
            .map(list -> new UsedList(list[0], Integer.parseInt(list[1]), list[2]))
            .toList();
  }

  /** Returns where a personal text of a case is stored. */
  static String[] place(String column, String kybCase) {
    return new String[] {"read.kyb_cases", column, kybCase};
  }

  /** Returns the request that the applicant has to answer, absent if there is none. */
  public Optional<RequestView> openRequest() {
    return Optional.ofNullable(request).filter(asked -> asked.state() == RequestView.State.OPEN);
  }

  /** Returns the review that waits for officers, absent if none does. */
  public Optional<ReviewView> openReview() {
    return Optional.ofNullable(review).filter(ReviewView::isAwaited);
  }

  CaseView withoutScreening() {
    return new CaseView(
        kybCase,
        organiser,
        applicant,
        business,
        state,
        documentsIntact,
        proposedBy,
        secondedBy,
        approvedBy,
        rejectedBy,
        reason,
        openedAt,
        submittedAt,
        decidedAt,
        null,
        List.of(),
        0,
        0,
        false,
        null,
        null,
        request,
        position);
  }

  /** Returns this view, read as it is stored, with its personal texts as they read now. */
  CaseView opened(PersonalTexts texts) {
    String row = kybCase.value();
    return new CaseView(
        kybCase,
        organiser,
        applicant,
        new Business(
            texts.open(business.legalName(), place(NAME, row)),
            texts.open(business.registrationNumber(), place(NUMBER, row)),
            business.country(),
            texts.open(business.activity(), place(ACTIVITY, row))),
        state,
        documentsIntact,
        proposedBy,
        secondedBy,
        approvedBy,
        rejectedBy,
        reason == null ? null : texts.open(reason, place(REASON, row)),
        openedAt,
        submittedAt,
        decidedAt,
        screenedAt,
        screenedLists,
        openHits,
        confirmedHits,
        suspended,
        risk,
        review,
        request == null ? null : request.opened(texts, row),
        position);
  }

  static CaseView of(Row row) throws SQLException {
    return new CaseView(
        row.value("kyb_case_id", KybCaseId::new),
        row.value("organiser_id", OrganiserId::new),
        row.value("applicant_id", UserId::new),
        new Business(
            row.text("legal_name"),
            row.text("registration_number"),
            row.text("country"),
            row.text("activity")),
        row.value("state", CaseState::valueOf),
        row.flagOrNull("documents_intact"),
        row.valueOrNull("proposed_by", UserId::new),
        row.valueOrNull("seconded_by", UserId::new),
        row.valueOrNull("approved_by", UserId::new),
        row.valueOrNull("rejected_by", UserId::new),
        row.textOrNull("reason"),
        row.instant("opened_at"),
        row.instantOrNull("submitted_at"),
        row.instantOrNull("decided_at"),
        row.instantOrNull("screened_at"),
        lists(row.textOrNull("screened_lists")),
        row.integer("open_hits"),
        row.integer("confirmed_hits"),
        row.flag("suspended"),
        RiskView.of(row),
        ReviewView.of(row),
        RequestView.of(row),
        row.number("position"));
  }
}
