package io.daybook.projections;

import static io.daybook.projections.Ids.kybCase;
import static io.daybook.projections.Story.CLUB;
import static io.daybook.projections.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.kyb.casefile.KybEvent;
import io.daybook.ledger.OrganiserClearance;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookEvent;
import io.daybook.ledger.book.Posting;
import io.daybook.projections.balances.Balances;
import io.daybook.projections.shows.Shows;
import io.daybook.ticketing.show.ShowEvent;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values at the edges of what the tables can hold. */
class RowsIT {
  private Deliveries deliveries;

  @BeforeEach
  void open() {
    deliveries = new Deliveries();
  }

  @AfterEach
  void close() {
    deliveries.close();
  }

  @Test
  void aTurnoverAboveTheLargestAmountIsCountedExactly() {
    deliveries.deliver(Story.accounts());
    for (String name : List.of("first", "second", "third")) {
      deliveries.deliver(moved(name, Story.CLEARING, Story.FEES));
      deliveries.deliver(moved(name + " back", Story.FEES, Story.CLEARING));
    }

    var clearing = deliveries.get(Balances.class).findAccount(Story.BOOK, Story.CLEARING);

    assertThat(clearing.orElseThrow().debitsMinor())
        .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.valueOf(3)));
    assertThat(clearing.orElseThrow().balanceMinor()).isEqualTo(BigInteger.ZERO);
    assertThat(deliveries.get(Balances.class).trialBalance(Story.BOOK).isBalanced()).isTrue();
  }

  @Test
  void aPostingToAnAccountThatWasNeverOpenedStopsTheProjection() {
    deliveries.deliver(Story.accounts());

    assertThatThrownBy(() -> deliveries.deliver(moved("lost", Story.CLEARING, new AccountId("x"))))
        .hasStackTraceContaining("balance_after_minor");
  }

  @Test
  void aShowWithTextAndTimeThatPostgresCannotStoreIsStillShown() {
    deliveries.deliver(
        new ShowEvent.ShowCreated(Story.SHOW, CLUB, "a\0b \ud83c\udfab", Instant.MAX, List.of()));

    var show = deliveries.get(Shows.class).find(Story.SHOW).orElseThrow().show();

    assertThat(show.title()).isEqualTo("a\ufffdb \ud83c\udfab");
    assertThat(show.startsAt()).isEqualTo("9999-12-31T23:59:59.999Z");
  }

  @Test
  void anOrganiserIsClearedByItsLastDecisionOnly() {
    OrganiserClearance clearance = deliveries.get(OrganiserClearance.class);
    deliveries.deliver(Story.approval());
    deliveries.deliver(Story.opened(kybCase("again"), CLUB));
    assertThat(clearance.find(CLUB)).contains(Story.CASE.value());

    deliveries.deliver(
        new KybEvent.CaseRejected(kybCase("again"), CLUB, Story.FIRST_OFFICER, "fraud"));

    assertThat(clearance.find(CLUB)).isEmpty();
  }

  private static BookEvent moved(String entry, AccountId to, AccountId from) {
    List<Posting> postings =
        List.of(Posting.debit(to, eur(Long.MAX_VALUE)), Posting.credit(from, eur(Long.MAX_VALUE)));
    return new BookEvent.EntryPosted(Story.BOOK, Ids.entry(entry), postings, "", "");
  }
}
